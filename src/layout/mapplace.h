/*
 * mapplace: where the boxes of a context map stand, as columns and rows of a grid.
 *
 * Who calls or sends stands left of whom it calls or sends to, as far as the columns asked for and rings of ties
 * allow; a line that leads back is worth several crossings, and no more. Beyond that the places are those that
 * leave few crossings and a low map with short lines. What crosses is counted as the lines will go, by mapcourse.
 *
 * It is the layered drawing of Sugiyama, Tagawa and Toda (1981) with another search. They choose the layers first
 * and then sweep over them, putting each box at the mean (barycenter) or median of those that it is tied to; so
 * do Gansner, Koutsofios, North and Vo (1993), who go on by exchanging neighbours. There one tie more may turn
 * everything round. Here the ties come one after the other, in the order given, and a map is what became of the
 * map before: with each tie its two boxes are tried at every place of the grid, or in exchange for whoever is
 * there, and chains of boxes move aside so that it leads on; every few ties, all boxes are looked at again, the
 * newest first, and move only for a clear gain. So one more thing moves little, a newer one gives way to an older
 * one, and the places follow from what is given and from nothing else.
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
void mapplace_arrange(
	struct mapplace *boxes, size_t count, const struct mapplace_tie *ties, size_t tie_count, int most);

#endif
