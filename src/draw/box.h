/*
 * box: one sticky, drawn into a scene.
 *
 *	+----------------+
 *	|               E|   its letter in the upper right corner
 *	| Order placed   |   the text in the middle, cut with … if it is too long
 *	|                |
 *	| *3 +           |   dots, note and the like in the lowest row, if any
 *	+----------------+
 *
 * Small boxes show as much of text and letter as fits; the smallest are a letter on the colour of the kind.
 */
#ifndef DRAW_BOX_H
#define DRAW_BOX_H

#include "draw/scene.h"
#include "layout/viewport.h"
#include "model/veil.h"

#define BOX_BADGE_BYTES 32

struct box {
	enum kind kind;
	const char *text;             /* clean */
	char badges[BOX_BADGE_BYTES]; /* "● 3 ≡", or ""; » is public, {} carries fields */
	const char *name;             /* of the kind, beside its letter; NULL for the letter alone */
	bool dimmed;                  /* not in focus */
	bool typed;                   /* being typed: the caret and the text around it are shown */
	size_t caret;                 /* if typed: its byte in the text */
};

/* The box of STICKY as somebody behind VEIL may see it; it points into STICKY. */
struct box box_of(const struct sticky *sticky, const struct veil *veil);

/* Draws BOX at X, Y, the corner of the slot without gutters, in SIZE. */
void box_draw(struct scene *scene, const struct box *box, const struct viewport_zoom_size *size, int x, int y);

/* The height, at least that of SIZE, at which nothing of the text of BOX is cut. */
int box_height(const struct box *box, const struct viewport_zoom_size *size);

/* Is SIZE too small for the text of BOX? */
bool box_is_cut(const struct box *box, const struct viewport_zoom_size *size);

#endif
