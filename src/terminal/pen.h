/*
 * pen: shortens the colours in a frame. Curses sends both colours whenever one changes; here colours that are already
 * set are left out, and the rest is put into one sequence.
 */
#ifndef TERMINAL_PEN_H
#define TERMINAL_PEN_H

#include <stddef.h>

#include "base/strbuf.h"

/* Appends to OUT bytes that draw the same as the LEN bytes of a frame, whatever the terminal's colours were before.
 * Other bytes are copied unchanged. */
void pen_spare(const char *bytes, size_t len, struct strbuf *out);

#endif
