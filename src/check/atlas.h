/*
 * atlas: the relations of a board, in an order in which one finds them by their ends, and those that
 * are synchronous as a graph of who calls whom.
 *
 * It is a copy: after a change of a relation it is to be read again.
 */
#ifndef CHECK_ATLAS_H
#define CHECK_ATLAS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/map.h"
#include "base/vec.h"
#include "model/board.h"

/* With more contexts than these that call or are called, no calls are followed. */
#define ATLAS_CALLERS_MOST 64

struct atlas_edge {
	int64_t source, target;
	int style; /* enum relation_style */
	int64_t relation;
};

struct atlas {
	struct vec edges;                     /* of struct atlas_edge, by source, target, relation */
	struct map related;                   /* id of a context with a relation -> itself */
	size_t pairs;                         /* of contexts that have a relation which is none of
						 separate ways */
	int64_t callers[ATLAS_CALLERS_MOST];  /* the contexts that call or are called, by id */
	uint64_t called[ATLAS_CALLERS_MOST];  /* by each of them: bits 1 << place in `callers` */
	size_t count;                         /* of both */
};

/* A way along calls, as contexts. */
struct atlas_path {
	int64_t contexts[ATLAS_CALLERS_MOST];
	size_t count;
};

void atlas_init(struct atlas *atlas);
void atlas_release(struct atlas *atlas);
void atlas_read(struct atlas *atlas, const struct board *board);

/* Is there a relation from SOURCE to TARGET, of whatever style? The lowest id of such a one of STYLE,
 * or 0. */
bool atlas_relates(const struct atlas *atlas, int64_t source, int64_t target);
int64_t atlas_relation(const struct atlas *atlas, int64_t source, int64_t target,
	enum relation_style style);

/* Does a relation say how something comes FROM one context TO another: one in that direction, or a
 * call that brings it as its answer? */
bool atlas_covers(const struct atlas *atlas, int64_t from, int64_t to);

/* Has the context any relation? */
bool atlas_is_related(const struct atlas *atlas, int64_t context);

/* The shortest ring of at least three calls through CONTEXT and others with higher ids, so that of
 * the contexts of a ring one names it. False when there is none. */
bool atlas_ring(const struct atlas *atlas, int64_t context, struct atlas_path *path);

/* The longest chain of calls that begins at CONTEXT, which nobody calls; false when somebody does
 * or it calls nobody. */
bool atlas_chain(const struct atlas *atlas, int64_t context, struct atlas_path *path);

#endif
