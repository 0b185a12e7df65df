/*
 * relation_index: the relations of a board, in an order in which one finds them by their ends, and those that
 * are synchronous as a graph of who calls whom.
 *
 * It is a copy: after a change of a relation it is to be read again.
 */
#ifndef CHECK_RELATION_INDEX_H
#define CHECK_RELATION_INDEX_H

#include <stdbool.h>
#include <stdint.h>

#include "base/map.h"
#include "base/vec.h"
#include "model/board.h"

/* With more contexts than these that call or are called, no calls are followed. */
#define RELATION_INDEX_CALLERS_MOST 64

struct relation_index_edge {
	int64_t source, target;
	int style; /* enum relation_style */
	int64_t relation;
};

struct relation_index {
	struct vec edges;                             /* of struct relation_index_edge, by source, target, relation */
	struct map related;                           /* id of a context with a relation -> itself */
	size_t pairs;                                 /* of contexts that have a relation which is none of
							 separate ways */
	int64_t callers[RELATION_INDEX_CALLERS_MOST]; /* the contexts that call or are called, by id */
	uint64_t called[RELATION_INDEX_CALLERS_MOST]; /* by each of them: bits 1 << place in `callers` */
	size_t count;                                 /* of both */
};

/* A way along calls, as contexts. */
struct relation_index_path {
	int64_t contexts[RELATION_INDEX_CALLERS_MOST];
	size_t count;
};

void relation_index_init(struct relation_index *index);
void relation_index_release(struct relation_index *index);
void relation_index_read(struct relation_index *index, const struct board *board);

/* Is there a relation from SOURCE to TARGET, of whatever style? The lowest id of such a one of STYLE,
 * or 0. */
bool relation_index_relates(const struct relation_index *index, int64_t source, int64_t target);
int64_t relation_index_relation(
	const struct relation_index *index, int64_t source, int64_t target, enum relation_style style);

/* Does a relation say how something comes FROM one context TO another: one in that direction, or a
 * call that brings it as its answer? */
bool relation_index_covers(const struct relation_index *index, int64_t from, int64_t to);

/* Has the context any relation? */
bool relation_index_is_related(const struct relation_index *index, int64_t context);

/* The shortest ring of at least three calls through CONTEXT and others with higher ids, so that of
 * the contexts of a ring one names it. False when there is none. */
bool relation_index_ring(const struct relation_index *index, int64_t context, struct relation_index_path *path);

/* The longest chain of calls that begins at CONTEXT, which nobody calls; false when somebody does
 * or it calls nobody. */
bool relation_index_chain(const struct relation_index *index, int64_t context, struct relation_index_path *path);

#endif
