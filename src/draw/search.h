/*
 * search: what a person searches for on a board, and which stickies match.
 */
#ifndef DRAW_SEARCH_H
#define DRAW_SEARCH_H

#include "model/veil.h"

struct search {
	struct strbuf needle; /* prepared by text/needle.h; "" for no search */
	struct strbuf typed;  /* the same, as typed */
	bool notes;           /* notes are searched too */
};

/* A match, with its number in order of time. */
struct search_hit {
	const struct sticky *sticky; /* NULL: no match */
	size_t number, count;        /* from 1 */
	bool wrapped;                /* the search wrapped at the end of the board */
};

void search_init(struct search *search);
void search_release(struct search *search);

/* Starts a search for TEXT, which must be clean; ends the search. */
void search_set(struct search *search, const char *text, bool notes);
void search_end(struct search *search);

/* Does STICKY match, in what VEIL lets be seen? */
bool search_hits(const struct search *search, const struct veil *veil, const struct sticky *sticky);

#endif
