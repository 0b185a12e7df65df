/*
 * mapplace: where the boxes of a context map stand, as columns and rows of a grid.
 *
 * Who calls or sends stands left of whom it calls or sends to. Ties are taken in the order given: one that
 * would close a ring, or make the map wider than asked for, has no say in the columns. Within a column the rows
 * are those that leave few crossings and short lines.
 *
 * The places follow from what is given and from nothing else. Boxes and ties come in the order in which they
 * were made, and a newer one gives way to an older one, so that one more thing moves little.
 */
#ifndef LAYOUT_MAPPLACE_H
#define LAYOUT_MAPPLACE_H

#include <stdbool.h>
#include <stddef.h>

/* A box. No two have the same place, but those of kept boxes are the caller's to tell apart. */
struct mapplace {
	int column, row; /* from 1; set by mapplace_arrange() unless kept */
	bool kept;       /* the place is somebody's wish */
};

/* Something that leads from one box to another, by their indices. */
struct mapplace_tie {
	size_t source, target;
};

/* How wide a map of COUNT boxes is when nobody asks for less. */
int mapplace_columns(size_t count);

/* Sets the places of COUNT boxes, in at most MOST columns, but for those that are kept. */
void mapplace_arrange(struct mapplace *boxes, size_t count, const struct mapplace_tie *ties,
	size_t tie_count, int most);

#endif
