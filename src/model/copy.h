/*
 * copy: copies of a board in memory.
 */
#ifndef MODEL_COPY_H
#define MODEL_COPY_H

#include "model/board.h"
#include "model/veil.h"

/* A new board with all items of BOARD, under the same ids. Free it with board_free(). */
struct board *copy_board(const struct board *board);

/* The same without the stickies put aside (parking.h) and the links, votes and messages of these; NULL if no sticky is
 * put aside. */
struct board *copy_timeline(const struct board *board);

/* The same as somebody behind VEIL sees it: of a hidden sticky only its kind, its place, its author and its arrows,
 * with "…" as its text; of hidden votes only their own. NULL if nothing is hidden from them. */
struct board *copy_veiled(const struct board *board, const struct veil *veil);

/* Sets the fields of the board item, which every board has, to those of FACTS. */
void copy_facts(struct board *to, const struct board_facts *facts);

/* A copy made in pieces, of a board that does not change meanwhile. */
struct copy {
	const struct board *from;
	struct board *to;        /* the caller frees it */
	bool timeline;           /* leave out stickies put aside */
	int entity;              /* enum entity: whose items are next, */
	size_t at;               /* and where in them */
	const struct veil *veil; /* what is hidden by it is left out; NULL: nothing */
};

/* Begin a copy of the timeline; copy up to COUNT items more, true once the copy is complete. */
void copy_begin_timeline(struct copy *copy, const struct board *board);
bool copy_go_on(struct copy *copy, size_t count);

#endif
