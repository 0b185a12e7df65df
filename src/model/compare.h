/*
 * compare: what is different between two boards.
 *
 * Two moments of one log are compared item by item, by their ids. The boards of two logs, such as
 * two sessions of the same workshop, are laid side by side: a sticky is the same when both logs
 * made it at the same time under the same number, as they do when one board began as a copy of the
 * other, and otherwise when kind and text are the same; what has a name is the same by its name.
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
	DIFFERENCE_RESOLVED, /* a hotspot, or reopened */
	DIFFERENCE_PIVOTAL,  /* an event became that, or is not any more */
	DIFFERENCE_PUBLIC,   /* an event became that, or private again */
	DIFFERENCE_PAYLOAD,  /* of a sticky, as are the next two */
	DIFFERENCE_METADATA,
	DIFFERENCE_REJECTION,
	DIFFERENCE_ALTERED,  /* a relation: its ends, its style, its label, its patterns; a message: its
				type, what of it is used */
	DIFFERENCE_ANSWERED, /* one of the questions about a relation, which `field` is */
	DIFFERENCE_COUNT
};

struct difference {
	enum difference_what what;
	enum entity entity;        /* board, sticky, link, context, relation, message, phase or lane */
	const void *before;        /* the item there, NULL when it was added */
	const void *after;         /* the item there, NULL when it was removed */
	const struct field *field; /* of DIFFERENCE_ANSWERED; otherwise NULL */
};

/* Fills DIFFERENCES (of struct difference) with what is different in AFTER: the board first, then
 * its stickies and so on; of one entity by what it is and in reading order. The items are those of
 * the boards. SHIFTS (of struct shift) are those on the way from BEFORE to AFTER, which move
 * nothing by themselves; NULL says that the boards have two logs. */
void compare_boards(
	const struct board *before, const struct board *after, const struct vec *shifts, struct vec *differences);

/* "added": what files call it. */
const char *compare_token(enum difference_what what);

#endif
