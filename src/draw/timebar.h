/*
 * timebar: a workshop from its beginning to its end in a few rows of cells.
 *
 *	  ▂▇▄▂▁ ▂▄▁   ▁ ▇█▂▁    ▁▂▁  ▂     how much was done
 *	├1 Events━━━├2 Systems━┃─├3 Com──   the steps, with the moment shown
 *	     !   ~ !   !✓     b   □ □→      what happened, and bookmarks
 *
 * Positions are numbers from 0 to `length`, in any unit.
 */
#ifndef DRAW_TIMEBAR_H
#define DRAW_TIMEBAR_H

#include <stdint.h>

#include "base/vec.h"
#include "draw/cellbuf.h"

/* The marks. If several fall into one cell, the last in this list is shown. */
enum timebar_what {
	TIMEBAR_PAUSE,
	TIMEBAR_SETTLED, /* a hotspot was resolved */
	TIMEBAR_RELATION,
	TIMEBAR_CONTEXT,
	TIMEBAR_HOTSPOT,  /* a hotspot was added or reopened */
	TIMEBAR_COMPARED, /* the moment to compare with */
	TIMEBAR_BOOKMARK,
	TIMEBAR_WHAT_COUNT
};

struct timebar_mark {
	int64_t at;
	enum timebar_what what;
};

/* Where the workshop entered a step. */
struct timebar_stretch {
	int64_t at;
	int step; /* 1 to 8 */
};

struct timebar {
	int64_t length;       /* 0 or more */
	int64_t now;          /* the moment shown */
	struct vec stretches; /* of struct timebar_stretch, in order; the first at 0 */
	struct vec beats;     /* of int64_t, in order: where the board was changed */
	struct vec marks;     /* of struct timebar_mark, in any order */
};

void timebar_init(struct timebar *bar);
void timebar_release(struct timebar *bar);

/* Empties it. */
void timebar_reset(struct timebar *bar);

void timebar_add_mark(struct timebar *bar, int64_t at, enum timebar_what what);

/* The cell, from 0, of a bar of WIDTH cells in which AT lies; the last position in CELL. */
int timebar_cell(const struct timebar *bar, int width, int64_t at);
int64_t timebar_position(const struct timebar *bar, int width, int cell);

/* Draws it into WIDTH x HEIGHT cells; HEIGHT is at least 3; rows beyond that go to the histogram. */
void timebar_draw(const struct timebar *bar, struct cellbuf *buf, int x, int y, int width, int height);

/* The sign of a mark, and what it means in the user's language. */
const char *timebar_sign(enum timebar_what what);
const char *timebar_meaning(enum timebar_what what);

#endif
