/*
 * hostboard: what `host`, `invite` and `attend` share: the host folder beside the board folder, and the one path by
 * which a board is known there.
 */
#ifndef CLI_HOSTBOARD_H
#define CLI_HOSTBOARD_H

#include <stdbool.h>

#include "live/host.h"

/* Opens the host folder: the name of the board folder plus ".host". Release HOST even after a failure. */
int hostboard_open(struct host *host, struct error *err);

/* Appends the path of the board that WORD means, absolute and without symbolic links. */
int hostboard_find(const char *word, struct strbuf *path, struct error *err);

/* Is PATH a board file's own path: absolute, without symbolic links and ".."? */
bool hostboard_is_own(const char *path);

/* Appends the path of the running program. */
int hostboard_program(struct strbuf *path, struct error *err);

#endif
