/*
 * whereabouts: where the file of an open board is now, and a sentence about that.
 */
#ifndef STORE_WHEREABOUTS_H
#define STORE_WHEREABOUTS_H

#include <stdbool.h>

#include "base/error.h"
#include "base/strbuf.h"

enum whereabouts_fate {
	WHEREABOUTS_HERE,        /* in its place, and its log is the one that was read */
	WHEREABOUTS_MOVED,       /* it has another name */
	WHEREABOUTS_REMOVED,     /* it has no name */
	WHEREABOUTS_REPLACED,    /* its name leads to another file */
	WHEREABOUTS_OVERWRITTEN, /* it is the same file with another log in it */
	WHEREABOUTS_UNREACHABLE, /* the disk does not answer, or access is denied */
};

struct whereabouts {
	enum whereabouts_fate fate;
	struct strbuf now; /* the current path of a moved or replaced file, not cleaned; "" if unknown */
	int number;        /* for WHEREABOUTS_UNREACHABLE: errno */
};

#define WHEREABOUTS_INIT                         \
	{                                        \
		WHEREABOUTS_HERE, STRBUF_INIT, 0 \
	}

void whereabouts_release(struct whereabouts *whereabouts);

/* Copies FROM to TO, which is initialised. */
void whereabouts_copy(struct whereabouts *to, const struct whereabouts *from);
bool whereabouts_same(const struct whereabouts *a, const struct whereabouts *b);

/* Is there, as far as known, no file with a name that has this log? */
bool whereabouts_is_lost(const struct whereabouts *whereabouts);

/* Appends a clean sentence such as "the file was moved to /x/new.evs", without the old name. Not for
 * WHEREABOUTS_HERE. */
void whereabouts_say(const struct whereabouts *whereabouts, struct strbuf *out);

/* Fills ERR: nothing was changed in the file SHOWN, and why not. Returns ERROR_SYSTEM. */
int whereabouts_refuse(const struct whereabouts *whereabouts, const char *shown, struct error *err);

#endif
