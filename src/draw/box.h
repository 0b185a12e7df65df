/*
 * box: one sticky, drawn into a scene.
 *
 *	+----------------+
 *	|               E|   its letter in the upper right corner
 *	| Order placed   |   the text in the middle, cut with … when it is too long
 *	|                |
 *	| *3 +           |   dots, note and the like in the lowest row, when there are any
 *	+----------------+
 *
 * Small boxes show text and letter as far as they go; the smallest are a letter on the colour.
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
	const char *name;             /* of the kind, to stand beside its letter; NULL for the letter alone */
	bool dimmed;                  /* it is not in focus */
	bool typed;                   /* is being typed: the caret is shown, and the text round it */
	size_t caret;                 /* with typed: byte of the text */
};

/* What of STICKY a box shows to somebody behind VEIL. */
struct box box_of(const struct sticky *sticky, const struct veil *veil);

/* Draws BOX at X, Y (of the slot without gutters) in SIZE. */
void box_draw(struct scene *scene, const struct box *box, const struct viewport_zoom_size *size, int x, int y);

/* Is SIZE too small for its text? */
bool box_is_cut(const struct box *box, const struct viewport_zoom_size *size);

#endif
