/*
 * smallfile: files of settings and notes. They are small; what is not, or is no file at all, was put in their
 * place, and is neither waited for nor read without end.
 */
#ifndef BASE_SMALLFILE_H
#define BASE_SMALLFILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/strbuf.h"

/* Appends to OUT what the regular file PATH holds. 1 when that was read, 0 when there is no such file; refused,
 * with OUT as it was, when it is something else or holds more than MOST bytes. The error does not name it. */
int smallfile_read(const char *path, size_t most, struct strbuf *out, struct error *err);

/* The next line of TEXT (of which lines are cut off) from *AT on, which moves behind it: its start into *LINE, and
 * its bytes without its end into *LEN; a NUL follows them. False at the end. Start with *AT 0. */
bool smallfile_line(struct strbuf *text, size_t *at, char **line, size_t *len);

#endif
