#include "check/message_index.h"

#include <stdlib.h>

#include "base/mem.h"

void message_index_init(struct message_index *index)
{
	vec_init(&index->by_relation, sizeof(struct message_index_piece));
	vec_init(&index->by_sticky, sizeof(struct message_index_piece));
	vec_init(&index->senders, sizeof(const struct relation *));
}

void message_index_release(struct message_index *index)
{
	vec_release(&index->by_relation);
	vec_release(&index->by_sticky);
	vec_release(&index->senders);
}

static int message_index_order(int64_t left, int64_t right)
{
	return (left > right) - (left < right);
}

static int message_index_compare_relations(const void *a, const void *b)
{
	const struct message_index_piece *left = a, *right = b;
	int order = message_index_order(left->relation->id, right->relation->id);

	return order ? order : message_index_order(left->sticky->id, right->sticky->id);
}

static int message_index_compare_stickies(const void *a, const void *b)
{
	const struct message_index_piece *left = a, *right = b;
	int order = message_index_order(left->sticky->id, right->sticky->id);

	return order ? order : message_index_order(left->relation->id, right->relation->id);
}

static void message_index_read_senders(struct message_index *index)
{
	const struct relation *before = NULL;

	for (size_t i = 0; i < index->by_relation.count; i++) {
		const struct message_index_piece *piece = vec_at(&index->by_relation, i);

		if (piece->relation != before && piece->relation->style == RELATION_ASYNC)
			vec_add(&index->senders, const struct relation *) = piece->relation;
		before = piece->relation;
	}
}

void message_index_read(struct message_index *index, const struct board *board)
{
	const struct message *message;
	size_t at = 0;

	vec_reset(&index->by_relation);
	vec_reset(&index->by_sticky);
	vec_reset(&index->senders);
	while ((message = board_next(board, ENTITY_MESSAGE, &at))) {
		struct message_index_piece piece = {board_item(board, ENTITY_RELATION, message->relation),
			board_sticky(board, message->sticky), message};

		if (!piece.relation || !piece.sticky)
			BUG("message %lld has no ends", (long long)message->id);
		vec_add(&index->by_relation, struct message_index_piece) = piece;
		vec_add(&index->by_sticky, struct message_index_piece) = piece;
	}
	if (!index->by_relation.count)
		return;
	qsort(index->by_relation.items, index->by_relation.count, sizeof(struct message_index_piece),
		message_index_compare_relations);
	qsort(index->by_sticky.items, index->by_sticky.count, sizeof(struct message_index_piece),
		message_index_compare_stickies);
	message_index_read_senders(index);
}

static int64_t message_index_relation_of(const struct message_index_piece *piece)
{
	return piece->relation->id;
}

static int64_t message_index_sticky_of(const struct message_index_piece *piece)
{
	return piece->sticky->id;
}

/* The first of the *COUNT pieces whose key is WANTED. PIECES are in the order of KEY. */
static const struct message_index_piece *message_index_find(const struct vec *pieces, int64_t wanted,
	int64_t (*key)(const struct message_index_piece *piece), size_t *count)
{
	const struct message_index_piece *all = pieces->items;
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

const struct message_index_piece *message_index_of_relation(
	const struct message_index *index, int64_t relation, size_t *count)
{
	return message_index_find(&index->by_relation, relation, message_index_relation_of, count);
}

const struct message_index_piece *message_index_of_sticky(
	const struct message_index *index, int64_t sticky, size_t *count)
{
	return message_index_find(&index->by_sticky, sticky, message_index_sticky_of, count);
}

bool message_index_carries(const struct message_index *index, int64_t sticky)
{
	size_t count;

	return message_index_of_sticky(index, sticky, &count);
}

bool message_index_carries_as(const struct message_index *index, int64_t sticky, enum message_type type)
{
	size_t count;
	const struct message_index_piece *pieces = message_index_of_sticky(index, sticky, &count);

	for (size_t i = 0; i < count; i++)
		if (pieces[i].message->type == (int)type)
			return true;
	return false;
}

const struct relation *message_index_sender(const struct message_index *index, size_t at)
{
	return at < index->senders.count ? vec_get(&index->senders, const struct relation *, at) : NULL;
}

bool message_index_sends(const struct message_index *index, const struct relation *relation)
{
	size_t count;

	return relation->style == RELATION_ASYNC && message_index_of_relation(index, relation->id, &count);
}

static bool message_index_is_to(const struct message_index_piece *piece, int64_t context)
{
	return piece->relation->style == RELATION_ASYNC && piece->relation->target == context;
}

void message_index_received(const struct message_index *index, int64_t context, struct vec *ids)
{
	const struct message_index_piece *pieces = index->by_sticky.items;

	vec_reset(ids);
	for (size_t i = 0; i < index->by_sticky.count; i++) {
		const int64_t *last = vec_last(ids);

		if (message_index_is_to(&pieces[i], context) && (!last || *last != pieces[i].sticky->id))
			vec_add(ids, int64_t) = pieces[i].sticky->id;
	}
}
