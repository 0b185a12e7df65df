/*
 * moments: boards as they were at some places in a log, stored compactly so that many fit into memory.
 *
 *	place in the log   0 ........ 8,000 ........ 16,000 ........
 *	moments                       [a b c]        [a b' d]
 *	bytes              a b c b' d
 *
 * An item is stored as bytes, once for all moments in which it is the same; a moment is the list of the
 * items on the board. The places of stickies are in the list, not in the bytes, because making room moves
 * half a board at once.
 */
#ifndef SESSION_MOMENTS_H
#define SESSION_MOMENTS_H

#include <stddef.h>
#include <stdint.h>

#include "base/map.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "model/board.h"
#include "model/action.h"

/* An item of a moment. */
struct moment_item {
	size_t bytes;       /* its offset in the bytes */
	struct place place; /* of a sticky */
};

struct moment {
	size_t at;                      /* its place in the log, as the caller counts */
	int64_t next_ids[ENTITY_COUNT]; /* from board_next_id() */
	struct vec items[ENTITY_COUNT]; /* of struct moment_item */
};

struct moments {
	struct vec list;            /* of struct moment, by `at` */
	struct strbuf bytes;        /* the items */
	struct map touched;         /* items changed since the last moment, by entity and id */
	bool shifted[ENTITY_COUNT]; /* has a shift moved items since? */
};

void moments_init(struct moments *moments);
void moments_release(struct moments *moments);

/* Records a change of the board. Call it for each change, once and in order. */
void moments_note(struct moments *moments, const struct change *change);

/* Stores BOARD, with all recorded changes applied, as the moment AT, which is later than all others. */
void moments_keep(struct moments *moments, const struct board *board, size_t at);

/* Moment INDEX, below moments->list.count; how many items it has. */
const struct moment *moments_get(const struct moments *moments, size_t index);
size_t moment_count(const struct moment *moment);

/* Restores BOARD as it was at a moment. */
void moments_restore(const struct moments *moments, const struct moment *moment, struct board *board);

#endif
