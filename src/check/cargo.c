#include "check/cargo.h"

#include <stdlib.h>

#include "base/mem.h"

void cargo_init(struct cargo *cargo)
{
	vec_init(&cargo->by_relation, sizeof(struct cargo_piece));
	vec_init(&cargo->by_sticky, sizeof(struct cargo_piece));
	vec_init(&cargo->senders, sizeof(const struct relation *));
}

void cargo_release(struct cargo *cargo)
{
	vec_release(&cargo->by_relation);
	vec_release(&cargo->by_sticky);
	vec_release(&cargo->senders);
}

static int cargo_order(int64_t left, int64_t right)
{
	return (left > right) - (left < right);
}

static int cargo_compare_relations(const void *a, const void *b)
{
	const struct cargo_piece *left = a, *right = b;
	int order = cargo_order(left->relation->id, right->relation->id);

	return order ? order : cargo_order(left->sticky->id, right->sticky->id);
}

static int cargo_compare_stickies(const void *a, const void *b)
{
	const struct cargo_piece *left = a, *right = b;
	int order = cargo_order(left->sticky->id, right->sticky->id);

	return order ? order : cargo_order(left->relation->id, right->relation->id);
}

static void cargo_read_senders(struct cargo *cargo)
{
	const struct relation *before = NULL;

	for (size_t i = 0; i < cargo->by_relation.count; i++) {
		const struct cargo_piece *piece = vec_at(&cargo->by_relation, i);

		if (piece->relation != before && piece->relation->style == RELATION_ASYNC)
			*(const struct relation **)vec_push(&cargo->senders) = piece->relation;
		before = piece->relation;
	}
}

void cargo_read(struct cargo *cargo, const struct board *board)
{
	const struct message *message;
	size_t at = 0;

	vec_reset(&cargo->by_relation);
	vec_reset(&cargo->by_sticky);
	vec_reset(&cargo->senders);
	while ((message = board_next(board, ENTITY_MESSAGE, &at))) {
		struct cargo_piece piece = {board_item(board, ENTITY_RELATION, message->relation),
			board_sticky(board, message->sticky), message};

		if (!piece.relation || !piece.sticky)
			BUG("message %lld has no ends", (long long)message->id);
		*(struct cargo_piece *)vec_push(&cargo->by_relation) = piece;
		*(struct cargo_piece *)vec_push(&cargo->by_sticky) = piece;
	}
	if (!cargo->by_relation.count)
		return;
	qsort(cargo->by_relation.items, cargo->by_relation.count, sizeof(struct cargo_piece),
		cargo_compare_relations);
	qsort(cargo->by_sticky.items, cargo->by_sticky.count, sizeof(struct cargo_piece),
		cargo_compare_stickies);
	cargo_read_senders(cargo);
}

static int64_t cargo_relation_of(const struct cargo_piece *piece)
{
	return piece->relation->id;
}

static int64_t cargo_sticky_of(const struct cargo_piece *piece)
{
	return piece->sticky->id;
}

/* The first of PIECES, which are in the order of KEY, whose key is WANTED; *COUNT of them. */
static const struct cargo_piece *cargo_find(const struct vec *pieces, int64_t wanted,
	int64_t (*key)(const struct cargo_piece *piece), size_t *count)
{
	const struct cargo_piece *all = pieces->items;
	size_t low = 0, high = pieces->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (key(&all[middle]) < wanted)
			low = middle + 1;
		else
			high = middle;
	}
	*count = 0;
	while (low + *count < pieces->count && key(&all[low + *count]) == wanted)
		++*count;
	return *count ? &all[low] : NULL;
}

const struct cargo_piece *cargo_of_relation(const struct cargo *cargo, int64_t relation,
	size_t *count)
{
	return cargo_find(&cargo->by_relation, relation, cargo_relation_of, count);
}

const struct cargo_piece *cargo_of_sticky(const struct cargo *cargo, int64_t sticky, size_t *count)
{
	return cargo_find(&cargo->by_sticky, sticky, cargo_sticky_of, count);
}

bool cargo_carries(const struct cargo *cargo, int64_t sticky)
{
	size_t count;

	return cargo_of_sticky(cargo, sticky, &count);
}

const struct relation *cargo_sender(const struct cargo *cargo, size_t at)
{
	return at < cargo->senders.count
		       ? *(const struct relation *const *)vec_at(&cargo->senders, at)
		       : NULL;
}

bool cargo_sends(const struct cargo *cargo, const struct relation *relation)
{
	size_t count;

	return relation->style == RELATION_ASYNC &&
	       cargo_of_relation(cargo, relation->id, &count);
}

static bool cargo_is_to(const struct cargo_piece *piece, int64_t context)
{
	return piece->relation->style == RELATION_ASYNC && piece->relation->target == context;
}

void cargo_received(const struct cargo *cargo, int64_t context, struct vec *ids)
{
	const struct cargo_piece *pieces = cargo->by_sticky.items;

	vec_reset(ids);
	for (size_t i = 0; i < cargo->by_sticky.count; i++) {
		const int64_t *last = vec_last(ids);

		if (cargo_is_to(&pieces[i], context) && (!last || *last != pieces[i].sticky->id))
			*(int64_t *)vec_push(ids) = pieces[i].sticky->id;
	}
}
