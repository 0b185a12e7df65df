/*
 * cargo: what the relations of a board carry, in an order in which one finds it by relation and by
 * sticky.
 *
 * It is a copy that points into the board: after a change of a message or a relation it is to be
 * read again.
 */
#ifndef CHECK_CARGO_H
#define CHECK_CARGO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"
#include "model/board.h"

/* One thing that a relation carries; nothing in it is NULL. */
struct cargo_piece {
	const struct relation *relation;
	const struct sticky *sticky;
	const struct message *message; /* its type and what is used of it */
};

struct cargo {
	struct vec by_relation; /* of struct cargo_piece, by relation and sticky */
	struct vec by_sticky;   /* the same, by sticky and relation */
	struct vec senders;     /* of const struct relation *, by id: the asynchronous ones of them */
};

void cargo_init(struct cargo *cargo);
void cargo_release(struct cargo *cargo);
void cargo_read(struct cargo *cargo, const struct board *board);

/* What RELATION carries, by ids of stickies; the relations that carry STICKY, by their ids. *COUNT
 * pieces, the first of which is returned; NULL for none. */
const struct cargo_piece *cargo_of_relation(const struct cargo *cargo, int64_t relation,
	size_t *count);
const struct cargo_piece *cargo_of_sticky(const struct cargo *cargo, int64_t sticky, size_t *count);

/* Does any relation carry STICKY? */
bool cargo_carries(const struct cargo *cargo, int64_t sticky);

/* Sender AT, from 0; NULL behind the last. */
const struct relation *cargo_sender(const struct cargo *cargo, size_t at);

/* Is RELATION one: is it asynchronous, and is it known what it carries? */
bool cargo_sends(const struct cargo *cargo, const struct relation *relation);

/* Fills IDS (of int64_t) with the stickies that they send to the context, in ascending order. */
void cargo_received(const struct cargo *cargo, int64_t context, struct vec *ids);

#endif
