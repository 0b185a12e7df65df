#include "base/statefolder.h"

#include <stdlib.h>
#include <sys/stat.h>

bool statefolder_path(bool make, struct strbuf *path)
{
	const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");

	if (state && state[0] == '/')
		strbuf_addstr(path, state);
	else if (home && home[0] == '/')
		strbuf_addf(path, "%s/.local/state", home);
	else
		return false;
	strbuf_addstr(path, "/evstorm");
	for (size_t i = 1; make && i <= path->len; i++)
		if (i == path->len || path->text[i] == '/') {
			char end = path->text[i];

			path->text[i] = '\0';
			mkdir(path->text, 0700);
			path->text[i] = end;
		}
	return true;
}
