/*
 * details: all that is known about a sticky, in a panel.
 */
#ifndef DRAW_DETAILS_H
#define DRAW_DETAILS_H

#include "draw/cellbuf.h"
#include "model/veil.h"

/* Draws the panel in the upper right corner of BUF, above the lowest rows; STICKY may be NULL. KINDS are the names of
 * the kinds, by enum kind. */
void details_panel(struct cellbuf *buf, const struct board *board, const struct sticky *sticky,
	const char *const *kinds, const struct veil *veil);

#endif
