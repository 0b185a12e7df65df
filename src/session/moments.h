/*
 * moments: boards as they were at some places of a log, kept small enough to keep many.
 *
 *	place in the log   0 ........ 8,000 ........ 16,000 ........
 *	moments                       [a b c]        [a b' d]
 *	bytes              a b c b' d
 *
 * An item is kept as bytes, once for as long as it stays as it is; a moment is the list of the
 * items that were on the board. Where stickies lie stands in the list and not in the bytes, as
 * making room moves half a board at once.
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
	size_t bytes;       /* where it begins in the bytes */
	struct place place; /* of a sticky */
};

struct moment {
	size_t at;                      /* its place in the log, as the caller counts */
	int64_t next_ids[ENTITY_COUNT]; /* what board_next_id() gave */
	struct vec items[ENTITY_COUNT]; /* of struct moment_item */
};

struct moments {
	struct vec list;            /* of struct moment, by `at` */
	struct strbuf bytes;        /* the items */
	struct map touched;         /* items changed since the last moment, by entity and id */
	bool shifted[ENTITY_COUNT]; /* was the place of many changed since? */
};

void moments_init(struct moments *moments);
void moments_release(struct moments *moments);

/* Tells of a change of the board, each once and in order. */
void moments_note(struct moments *moments, const struct change *change);

/* Keeps BOARD, on which all changes that were told are applied, as the moment AT, which is above
 * that of the moment before. */
void moments_keep(struct moments *moments, const struct board *board, size_t at);

/* Moment INDEX, of moments->list.count; how many items it has. */
const struct moment *moments_get(const struct moments *moments, size_t index);
size_t moment_count(const struct moment *moment);

/* Makes BOARD what it was at a moment. */
void moments_restore(const struct moments *moments, const struct moment *moment, struct board *board);

#endif
