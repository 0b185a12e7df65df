/*
 * reconcile: brings what was done on another board into this one, if both began as one.
 *
 *	base ── what was done here ──> ours       the board of the edit, which changes
 *	   └─── what was done there ─> theirs
 *
 * Item by item and field by field, what only one side has changed is taken from that side. If both have changed a
 * field, ours stays, and a hotspot beside the sticky says what theirs is, so nobody's text is lost. What one side has
 * deleted goes, unless the other has changed it; then it stays, or comes back, with a hotspot. Columns and rows that
 * were inserted or removed there are so here too.
 *
 * Items that were made since the boards parted have ids of their own on each side. They are the same if they were made
 * at the same time by the same person (stickies), or have the same name or the same ends: as after an earlier merge. Of
 * a sticky that both sides then changed, the later text counts, and a hotspot has the other.
 */
#ifndef MODEL_RECONCILE_H
#define MODEL_RECONCILE_H

#include "model/edit.h"

struct reconcile_sides {
	const struct board *base, *theirs;
	const struct vec *our_shifts, *their_shifts; /* of struct shift: since the boards parted; or NULL */
	const char *name;                            /* of their board, for hotspots */
};

/* What came of it. */
struct reconcile_report {
	size_t added;                /* stickies */
	size_t altered;              /* stickies */
	size_t deleted;              /* stickies */
	size_t conflicts;            /* hotspots that were made */
	size_t places;               /* stickies that both sides have moved, which stay where ours are */
	size_t moved;                /* stickies whose slot was taken, moved to the next free one below */
	size_t inserted[AXIS_COUNT]; /* columns, rows */
	size_t closed[AXIS_COUNT];   /* likewise */
};

/* Does so, through EDIT, whose board is ours and differs from those of SIDES. On failure the caller takes the action
 * back. */
int reconcile_boards(
	struct edit *edit, const struct reconcile_sides *sides, struct reconcile_report *report, struct error *err);

#endif
