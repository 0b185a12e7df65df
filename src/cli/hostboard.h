/*
 * hostboard: what `host`, `invite` and `attend` share: the host folder beside the board folder, and boards by
 * the one path that they have there.
 */
#ifndef CLI_HOSTBOARD_H
#define CLI_HOSTBOARD_H

#include <stdbool.h>

#include "live/host.h"

/* Opens the host folder: the name of the board folder with ".host" behind it. HOST is to be released either
 * way. */
int hostboard_open(struct host *host, struct error *err);

/* Appends the path of the board that WORD means, absolute and without symbolic links. */
int hostboard_find(const char *word, struct strbuf *path, struct error *err);

/* Is PATH a board file by its own name: absolute, no symbolic link on the way, no ".."? */
bool hostboard_is_own(const char *path);

/* Appends the path of this program. */
int hostboard_program(struct strbuf *path, struct error *err);

#endif
