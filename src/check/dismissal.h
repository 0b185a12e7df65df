/*
 * dismissal: which checks are to be silent about a sticky, a context or a relation, and why.
 *
 * Its `dismissed` is a list of words in the quoting of text/words.h: CHECK, or CHECK=REASON.
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
	const struct check *check; /* NULL when there is none of that name here */
	struct strbuf word;        /* as it stands there */
	const char *reason;        /* in `word`; "" when nobody has said */
};

void dismissal_init(struct dismissal *dismissal);
void dismissal_release(struct dismissal *dismissal);

/* Takes the next word of a list, over which WORDS goes. False at the end, which is also where a
 * quote is not closed. */
bool dismissal_next(struct words *words, struct dismissal *dismissal);

/* Can CHECK be dismissed on items of ENTITY? One about the whole board may be on the sticky that it
 * names. */
bool dismissal_fits(const struct check *check, enum entity entity);

/* Is CHECK in LIST (may be NULL)? */
bool dismissal_has(const char *list, const struct check *check);

/* Appends LIST without CHECK to OUT; CHECK and REASON ("" for none) to a list in OUT. */
void dismissal_leave_out(const char *list, const struct check *check, struct strbuf *out);
void dismissal_add(struct strbuf *out, const struct check *check, const char *reason);

#endif
