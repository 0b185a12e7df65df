/*
 * smallfile: reads files of settings and notes. These are small: anything larger, or not a regular file, is refused
 * instead of being read or waited for.
 */
#ifndef BASE_SMALLFILE_H
#define BASE_SMALLFILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/strbuf.h"

/* Appends the content of the regular file PATH to OUT. Returns 1 when read, 0 if there is no such file. Refuses other
 * things, and files of more than MOST bytes, and leaves OUT unchanged. The error does not name the file. */
int smallfile_read(const char *path, size_t most, struct strbuf *out, struct error *err);

/* The next line of TEXT from *AT on, which advances past it: its start into *LINE, its bytes without the line end into
 * *LEN. Writes a NUL after it into TEXT. False at the end. Start with *AT = 0. */
bool smallfile_line(struct strbuf *text, size_t *at, char **line, size_t *len);

#endif
