/*
 * search: what somebody searches for on a board, and which stickies have it.
 */
#ifndef DRAW_SEARCH_H
#define DRAW_SEARCH_H

#include "model/veil.h"

struct search {
	struct strbuf needle; /* as text/needle.h has it; "" for none */
	struct strbuf typed;  /* the same as it was typed */
	bool notes;           /* it is looked for in notes as well */
};

/* What is found, and the how manieth it is in time. */
struct search_hit {
	const struct sticky *sticky; /* NULL: nothing is found */
	size_t number, count;        /* from 1 */
	bool wrapped;                /* it lies on the other side of where one was */
};

void search_init(struct search *search);
void search_release(struct search *search);

/* Searches for TEXT, which is clean; for nothing. */
void search_set(struct search *search, const char *text, bool notes);
void search_end(struct search *search);

/* Does STICKY have it, as far as VEIL lets it be seen? */
bool search_hits(const struct search *search, const struct veil *veil, const struct sticky *sticky);

#endif
