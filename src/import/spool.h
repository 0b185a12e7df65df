/*
 * spool: what comes through a pipe, read to its end before a board is locked for it: whoever writes into it may take
 * their time, and nobody else should have to wait for them.
 */
#ifndef IMPORT_SPOOL_H
#define IMPORT_SPOOL_H

#include <stdio.h>

#include "base/error.h"

/* The most that is read so, in MiB. */
#define SPOOL_MIB_MOST 256

/* Reads PATH, or the standard input for "-", into a file without a name, which *SPOOL becomes; the caller closes it.
 * *SPOOL is NULL when that is not needed: PATH is a file or a folder, or cannot be read at all. */
int spool_open(const char *path, FILE **spool, struct error *err);

#endif
