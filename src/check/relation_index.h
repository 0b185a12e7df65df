/*
 * relation_index: the relations of a board, indexed by their ends; the synchronous ones also form a graph of who calls
 * whom.
 *
 * The index is a copy: read it again after any change to a relation.
 */
#ifndef CHECK_RELATION_INDEX_H
#define CHECK_RELATION_INDEX_H

#include <stdbool.h>
#include <stdint.h>

#include "base/map.h"
#include "base/vec.h"
#include "model/board.h"

/* If more contexts than this call or are called, no calls are followed. */
#define RELATION_INDEX_CALLERS_MOST 64

struct relation_index_edge {
	int64_t source, target;
	int style; /* enum relation_style */
	int64_t relation;
};

struct relation_index {
	struct vec edges;                             /* of struct relation_index_edge, by source, target, relation */
	struct map related;                           /* id of a context with a relation -> itself */
	size_t pairs;                                 /* of contexts related by more than separate ways */
	int64_t callers[RELATION_INDEX_CALLERS_MOST]; /* the contexts that call or are called, by id */
	uint64_t called[RELATION_INDEX_CALLERS_MOST]; /* by each of them: bits 1 << place in `callers` */
	size_t count;                                 /* of both */
};

/* A path along calls, as contexts. */
struct relation_index_path {
	int64_t contexts[RELATION_INDEX_CALLERS_MOST];
	size_t count;
};

void relation_index_init(struct relation_index *index);
void relation_index_release(struct relation_index *index);
void relation_index_read(struct relation_index *index, const struct board *board);

/* The lowest id of a relation from SOURCE to TARGET in STYLE, or 0. */
int64_t relation_index_relation(
	const struct relation_index *index, int64_t source, int64_t target, enum relation_style style);

/* Does a relation explain how something gets from FROM to TO: a relation in that direction, or a call from TO that
 * returns it? */
bool relation_index_covers(const struct relation_index *index, int64_t from, int64_t to);

/* Does CONTEXT have any relation? */
bool relation_index_is_related(const struct relation_index *index, int64_t context);

/* Finds the shortest cycle of at least three calls through CONTEXT and contexts with higher ids, so that each cycle is
 * reported once. False if there is none. */
bool relation_index_ring(const struct relation_index *index, int64_t context, struct relation_index_path *path);

/* Finds the longest chain of calls that begins at CONTEXT. False if somebody calls CONTEXT, or it calls nobody. */
bool relation_index_chain(const struct relation_index *index, int64_t context, struct relation_index_path *path);

#endif
