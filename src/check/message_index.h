/*
 * message_index: what the relations of a board carry, indexed by relation and by sticky.
 *
 * The index points into the board: read it again after any change to a message or relation.
 */
#ifndef CHECK_MESSAGE_INDEX_H
#define CHECK_MESSAGE_INDEX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"
#include "model/board.h"

/* One thing that a relation carries; nothing in it is NULL. */
struct message_index_piece {
	const struct relation *relation;
	const struct sticky *sticky;
	const struct message *message; /* its type and the fields that are used */
};

struct message_index {
	struct vec by_relation; /* of struct message_index_piece, by relation and sticky */
	struct vec by_sticky;   /* the same, by sticky and relation */
	struct vec senders;     /* of const struct relation *, by id: the asynchronous ones that carry something */
};

void message_index_init(struct message_index *index);
void message_index_release(struct message_index *index);
void message_index_read(struct message_index *index, const struct board *board);

/* What RELATION carries, by ids of stickies; the relations that carry STICKY, by their ids. Each returns the first of
 * *COUNT pieces, or NULL if there are none. */
const struct message_index_piece *message_index_of_relation(
	const struct message_index *index, int64_t relation, size_t *count);
const struct message_index_piece *message_index_of_sticky(
	const struct message_index *index, int64_t sticky, size_t *count);

/* Does any relation carry STICKY? */
bool message_index_carries(const struct message_index *index, int64_t sticky);

/* Does any relation carry it as TYPE? */
bool message_index_carries_as(const struct message_index *index, int64_t sticky, enum message_type type);

/* Sender AT, from 0; NULL after the last. */
const struct relation *message_index_sender(const struct message_index *index, size_t at);

/* Is RELATION a sender: asynchronous, and known to carry something? */
bool message_index_sends(const struct message_index *index, const struct relation *relation);

/* Fills IDS (of int64_t) with the stickies that senders send to CONTEXT, in ascending order. */
void message_index_received(const struct message_index *index, int64_t context, struct vec *ids);

#endif
