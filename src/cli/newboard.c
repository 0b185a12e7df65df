#include "cli/newboard.h"

#include <unistd.h>

#include "base/mem.h"
#include "cli/boardpath.h"

/* Removes the incomplete board file PATH. */
static void newboard_remove(struct strbuf *path)
{
	static const char *const besides[] = {"-journal", ""};

	for (size_t i = 0; i < ARRAY_SIZE(besides); i++) {
		size_t len = path->len;

		strbuf_addstr(path, besides[i]);
		unlink(path->text);
		strbuf_truncate(path, len);
	}
}

/* Closes the new board, or removes it if filling it has FAILED. */
static int newboard_end(struct strbuf *path, struct session *session, int failed)
{
	session_close(session);
	if (failed)
		newboard_remove(path);
	return failed;
}

static int newboard_begin(const struct strbuf *path, const char *person, struct session **session, struct error *err)
{
	int failed = boardpath_make_folder(path->text, err);

	return failed ? failed : session_open(path->text, STORE_NEW, person, session, err);
}

int newboard_make(struct strbuf *path, struct fill *fill, const char *person, struct error *err)
{
	struct session *session;
	int failed = newboard_begin(path, person, &session, err);

	return failed ? failed : newboard_end(path, session, fill_run(fill, session, err));
}

int newboard_restore(struct strbuf *path, session_read *read, void *context, const char *person, struct error *err)
{
	struct session *session;
	int failed = newboard_begin(path, person, &session, err);

	return failed ? failed : newboard_end(path, session, session_restore(session, read, context, err));
}
