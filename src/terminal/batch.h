/*
 * batch: what a short frame writes, grouped by colours and attributes. Curses goes through the screen row by row and
 * changes colours wherever they differ; a step of the cursor or new keys in the lowest line alternate between two or
 * three looks many times. Here each look is set once, and all that has it is written then.
 */
#ifndef TERMINAL_BATCH_H
#define TERMINAL_BATCH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

/* Appends to OUT what shows the same as BYTES, which curses has drawn, from a plain rendition on. With ACROSS the
 * terminal goes to a column of the same row by ESC [ n G. False, with nothing appended, if there is anything in it that
 * is unknown or cannot be put in another order. */
bool batch_group(const char *bytes, size_t len, bool across, struct strbuf *out);

#endif
