/*
 * sandbox: a folder and an environment in which a program meets nothing of the
 * person who runs the tests, and leaves nothing behind.
 *
 *	DIR/desk	the current folder while the sandbox lives
 *	DIR/home	$HOME, with the XDG folders below it
 *	DIR/boards	$EVSTORM_BOARDS
 *	DIR/run		$XDG_RUNTIME_DIR
 *	DIR/tmp		$TMPDIR
 *
 * The folder of $EVSTORM comes first in PATH; the person is "ana"; the time is
 * fixed by SOURCE_DATE_EPOCH. The variables that say where the built things are
 * ($EVSTORM, $SRCDIR, ...) and those of the sanitizers are handed on.
 */
#ifndef TESTS_LIB_SANDBOX_H
#define TESTS_LIB_SANDBOX_H

#include "lib/arglist.h"

#include <stdbool.h>

struct sandbox {
	char *dir;          /* absolute; NULL when there is none */
	int before;         /* descriptor of the folder that was the current one before */
	struct arglist env; /* the environment of programs; may be changed */
};

/* Makes the folders and goes there. False, with errno set, when that failed. */
bool sandbox_init(struct sandbox *box);

/* Goes back and removes the folder with all that is in it. */
void sandbox_release(struct sandbox *box);

/*
 * Runs `argv` without a terminal: nothing to read, and what it writes to both
 * outputs is stored in `*output`, to be freed by the caller (NULL: not wanted).
 * Returns its status as from waitpid(2); after `limit_ms` the program is killed.
 */
int sandbox_run(const struct sandbox *box, char *const argv[], char **output, int limit_ms);

#endif
