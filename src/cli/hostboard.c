#include "cli/hostboard.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "cli/boardfile.h"
#include "cli/boardpath.h"

int hostboard_open(struct host *host, struct error *err)
{
	struct strbuf folder = STRBUF_INIT, file = STRBUF_INIT;
	char *path = NULL;
	int failed;

	*host = (struct host){STRBUF_INIT, STRBUF_INIT, STRBUF_INIT, -1};
	failed = boardpath_folder(&folder, err);
	if (!failed) {
		strbuf_addf(&file, "%s/", folder.text);
		failed = boardpath_make_folder(file.text, err);
	}
	if (!failed && !(path = realpath(folder.text, NULL)))
		failed = error_set(err, ERROR_SYSTEM, "%s: %s", folder.text, strerror(errno));
	if (!failed) {
		strbuf_reset(&folder);
		strbuf_addf(&folder, "%s.host", path);
		failed = host_open(host, folder.text, err);
	}
	free(path);
	strbuf_release(&file);
	strbuf_release(&folder);
	return failed;
}

int hostboard_find(const char *word, struct strbuf *path, struct error *err)
{
	struct strbuf given = STRBUF_INIT;
	int failed = boardpath_existing(word, &given, err);
	char *real = failed ? NULL : realpath(given.text, NULL);

	struct boardfile file = BOARDFILE_INIT;

	if (!failed && (!real || !hostboard_is_own(real)))
		failed = error_set(err, ERROR_SYSTEM, _("%s: not a board file"), given.text);
	if (!failed)
		failed = host_check_path(real, err);
	if (!failed)
		failed = boardfile_open(&file, real, err); /* so that nobody is invited to a file that is not a board */
	if (!failed)
		strbuf_addstr(path, real);
	boardfile_release(&file);
	free(real);
	strbuf_release(&given);
	return failed;
}

bool hostboard_is_own(const char *path)
{
	char *real = path[0] == '/' ? realpath(path, NULL) : NULL;
	struct stat status;
	bool own = real && !strcmp(real, path) && !lstat(path, &status) && S_ISREG(status.st_mode);

	free(real);
	return own;
}

int hostboard_program(struct strbuf *path, struct error *err)
{
	char *program = realpath("/proc/self/exe", NULL);
	int failed = program ? 0 : error_set(err, ERROR_SYSTEM, "/proc/self/exe: %s", strerror(errno));

	if (!failed)
		failed = host_check_path(program, err);
	if (!failed)
		strbuf_addstr(path, program);
	free(program);
	return failed;
}
