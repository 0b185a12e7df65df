/*
 * dismissal: which checks are dismissed on a sticky, a context or a relation, and why.
 *
 * The field `dismissed` is a list of words, quoted as in text/words.h, each CHECK or CHECK=REASON.
 *
 *	event-vague "same-text=the shop calls it so"
 */
#ifndef CHECK_DISMISSAL_H
#define CHECK_DISMISSAL_H

#include <stdbool.h>

#include "check/check.h"
#include "text/words.h"

/* One word of a list. */
struct dismissal {
	const struct check *check; /* NULL if this version has no such check */
	struct strbuf word;        /* as written in the list */
	const char *reason;        /* points into `word`; "" if none was given */
};

void dismissal_init(struct dismissal *dismissal);
void dismissal_release(struct dismissal *dismissal);

/* Reads the next word of the list that WORDS iterates over. False at the end, or at a quote that is not closed. */
bool dismissal_next(struct words *words, struct dismissal *dismissal);

/* Can CHECK be dismissed on items of ENTITY? A check of the whole board can be dismissed on the sticky that it
 * names. */
bool dismissal_fits(const struct check *check, enum entity entity);

/* Is CHECK in LIST (may be NULL)? */
bool dismissal_has(const char *list, const struct check *check);

/* Appends LIST without CHECK to OUT; appends CHECK and REASON ("" for none) to the list in OUT. */
void dismissal_leave_out(const char *list, const struct check *check, struct strbuf *out);
void dismissal_add(struct strbuf *out, const struct check *check, const char *reason);

#endif
