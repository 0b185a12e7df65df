#include "cli/newboard.h"

#include <unistd.h>

#include "base/mem.h"
#include "cli/boardpath.h"

/* Takes away what was made of the board file PATH. */
static void newboard_remove(struct strbuf *path)
{
	static const char *const besides[] = {"-wal", "-shm", ""};

	for (size_t i = 0; i < ARRAY_SIZE(besides); i++) {
		size_t len = path->len;

		strbuf_addstr(path, besides[i]);
		unlink(path->text);
		strbuf_truncate(path, len);
	}
}

int newboard_make(struct strbuf *path, struct fill *fill, const char *person,
	struct error *err)
{
	struct session *session;
	int failed = boardpath_make_folder(path->text, err);

	if (!failed)
		failed = session_open(path->text, STORE_NEW, person, &session, err);
	if (failed)
		return failed;
	failed = fill_run(fill, session, err);
	session_close(session);
	if (failed)
		newboard_remove(path);
	return failed;
}
