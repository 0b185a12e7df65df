/*
 * smallfile: reads small files, such as settings and notes, whole. Larger files, and whatever is not a regular file,
 * are refused rather than read or waited for.
 */
#ifndef BASE_SMALLFILE_H
#define BASE_SMALLFILE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/strbuf.h"

/* Appends the content of the regular file PATH to OUT. Returns 1 on success, 0 if there is no such file. Fails, with
 * OUT unchanged, if PATH is not a regular file or has more than MOST bytes. The error does not name the file. */
int smallfile_read(const char *path, size_t most, struct strbuf *out, struct error *err);

/* Takes the next line of TEXT: start with *AT = 0; false at the end. Sets *LINE to its start and *LEN to its bytes
 * without the line end, puts a NUL there, and moves *AT past it. */
bool smallfile_line(struct strbuf *text, size_t *at, char **line, size_t *len);

#endif
