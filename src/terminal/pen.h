/*
 * pen: what a frame says of colours, said once. Curses names both colours whenever one changes; here a colour that is
 * set already is left out, and what remains is put into one sequence.
 */
#ifndef TERMINAL_PEN_H
#define TERMINAL_PEN_H

#include <stddef.h>

#include "base/strbuf.h"

/* Appends to OUT what draws the same as the LEN bytes of a frame, whatever the terminal's colours are before. All
 * other bytes stay as they are. */
void pen_spare(const char *bytes, size_t len, struct strbuf *out);

#endif
