/*
 * copy: a board as it is, for later.
 */
#ifndef MODEL_COPY_H
#define MODEL_COPY_H

#include "model/board.h"

/* A new board with all that BOARD holds, under the same ids. */
struct board *copy_board(const struct board *board);

/* The same without what is put aside (parking.h), and without what hangs on that; NULL when nothing is. */
struct board *copy_timeline(const struct board *board);

/* Such a copy that is made piece by piece, of a board that stays as it is meanwhile. */
struct copy {
	const struct board *from;
	struct board *to; /* the caller's to free */
	bool timeline;    /* what is put aside is left out */
	int entity;       /* enum entity: whose items are next, */
	size_t at;        /* and where in them */
};

/* Begins a copy of the timeline; goes on with it for COUNT items: is it whole? */
void copy_begin_timeline(struct copy *copy, const struct board *board);
bool copy_go_on(struct copy *copy, size_t count);

#endif
