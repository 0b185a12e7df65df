/*
 * mapplace: places the boxes of a context map, in columns and rows of a grid.
 *
 * A context stands left of those that it calls or sends to, as far as the number of columns and cycles of ties
 * allow; avoiding a line that leads back is worth several crossings, but no more. Otherwise few crossings, a low map
 * and short lines count. Crossings are counted along the courses that mapcourse gives the lines.
 *
 * This is the layered drawing of Sugiyama, Tagawa and Toda (1981) with another search. They choose the layers first
 * and then sweep over them, putting each box at the mean (barycenter) or median of its neighbours; so do Gansner,
 * Koutsofios, North and Vo (1993), who then also exchange boxes. With these methods a single new tie may turn the whole
 * map upside down. Here ties are added one by one, in the order given, and each map grows from the one before:
 * both boxes of a new tie are tried in every place of the grid, free or in exchange with the box there, and
 * chains of boxes move aside so that the tie leads right. Every few ties all boxes are tried again, the newest first,
 * and move only for a clear gain. So an addition moves little, newer boxes give way to older ones, and the result
 * depends on the arguments alone.
 */
#ifndef LAYOUT_MAPPLACE_H
#define LAYOUT_MAPPLACE_H

#include <stdbool.h>
#include <stddef.h>

/* A box. No two have the same place; the caller ensures that for kept boxes. */
struct mapplace {
	int column, row; /* from 1; set by mapplace_arrange() unless kept */
	bool kept;       /* somebody chose the place */
};

/* A connection between two boxes, given by their indices. */
struct mapplace_tie {
	size_t source, target;
};

/* How many columns a map of COUNT boxes gets unless the caller wants fewer. */
int mapplace_columns(size_t count);

/* Places COUNT boxes in at most MOST columns, except those that are kept. */
void mapplace_arrange(
	struct mapplace *boxes, size_t count, const struct mapplace_tie *ties, size_t tie_count, int most);

#endif
