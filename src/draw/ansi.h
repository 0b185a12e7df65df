/*
 * ansi: what a terminal of 256 colours is sent so that it shows some cells: all of them, or what has changed since
 * the last time.
 */
#ifndef DRAW_ANSI_H
#define DRAW_ANSI_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "draw/cellbuf.h"
#include "draw/theme.h"

struct ansi {
	enum scheme scheme;   /* whose colours are sent */
	struct cellbuf shown; /* what the terminal shows; no cells before the first frame */
};

/* For a light ground, or a dark one. */
void ansi_init(struct ansi *ansi, bool light);
void ansi_release(struct ansi *ansi);

/* Appends what makes the terminal show BUF. Nothing when it does already. */
void ansi_frame(struct ansi *ansi, const struct cellbuf *buf, struct strbuf *out);

/* Appends what makes the letters that follow look like that. */
void ansi_look(struct look look, struct strbuf *out);

#endif
