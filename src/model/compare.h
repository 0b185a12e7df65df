/*
 * compare: the differences between two boards.
 *
 * Two moments of one log are compared item by item, by id. Between the boards of two logs, such as
 * two sessions of one workshop, two stickies are the same if they have the same id and were made at
 * the same time, as when one board began as a copy of the other; failing that, if kind and text are
 * the same. Items with a name are the same if the name is.
 */
#ifndef MODEL_COMPARE_H
#define MODEL_COMPARE_H

#include "base/vec.h"
#include "model/board.h"

enum difference_what {
	DIFFERENCE_ADDED,
	DIFFERENCE_REMOVED,
	DIFFERENCE_MOVED,
	DIFFERENCE_REWORDED, /* a text, a name, the title */
	DIFFERENCE_NOTED,    /* the note behind a sticky */
	DIFFERENCE_REKINDED,
	DIFFERENCE_DRAWN,    /* into another context, or out of one */
	DIFFERENCE_RESOLVED, /* a hotspot or opportunity was resolved, or reopened */
	DIFFERENCE_PIVOTAL,  /* an event became pivotal, or no longer is */
	DIFFERENCE_PUBLIC,   /* an event became public, or private again */
	DIFFERENCE_PAYLOAD,  /* of a sticky, like the next two */
	DIFFERENCE_METADATA,
	DIFFERENCE_REJECTION,
	DIFFERENCE_ALTERED,   /* a relation: its ends, style, label or patterns; a message: its type or the
				 fields that are used */
	DIFFERENCE_ANSWERED,  /* a question about a relation: `field` */
	DIFFERENCE_DESCRIBED, /* a purpose, a definition and the like: `field` */
	DIFFERENCE_COUNT
};

struct difference {
	enum difference_what what;
	enum entity entity;        /* board, sticky, link, context, relation, message, phase or lane */
	const void *before;        /* the item on the board before, NULL if it was added */
	const void *after;         /* the item on the board after, NULL if it was removed */
	const struct field *field; /* of DIFFERENCE_ANSWERED and DIFFERENCE_DESCRIBED; otherwise NULL */
};

/* Fills DIFFERENCES (of struct difference) with the differences of AFTER from BEFORE: first those of the board, then of
 * the stickies and so on; for each entity by the kind of difference, then in reading order. The items belong to
 * the boards. SHIFTS (of struct shift) are the shifts between BEFORE and AFTER; what only they moved counts as
 * not moved. NULL means that the boards have different logs. */
void compare_boards(
	const struct board *before, const struct board *after, const struct vec *shifts, struct vec *differences);

/* Its name in files, such as "added". */
const char *compare_token(enum difference_what what);

#endif
