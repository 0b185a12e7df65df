/*
 * board: the board of a workshop in memory. These functions read it; board_apply.h changes it.
 *
 * Invariants: every reference leads to an item that exists; at most one sticky is in a slot, at most one
 * phase begins at a column, a row has at most one lane; there is exactly one board item.
 *
 * The board owns its items. A pointer to an item is valid until the item is removed, its texts until the
 * next change of the item.
 */
#ifndef MODEL_BOARD_H
#define MODEL_BOARD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/vec.h"
#include "model/field.h"

struct board;

/* An empty board at step 1; free it with board_free(). */
struct board *board_new(void);
void board_free(struct board *board);

/* Empties BOARD, except for its generation, and keeps its memory. */
void board_reset(struct board *board);

/* A number that grows with every change, so that derived data knows when it is stale. */
uint64_t board_generation(const struct board *board);

/* The title, or ""; the current step of the workshop, 1 to 8. */
const char *board_title(const struct board *board);
int board_step(const struct board *board);

/* When that step began, and when the timer runs out, in ms since 1970 UTC; 0 if unknown, or if no timer runs. */
int64_t board_since(const struct board *board);
int64_t board_timer(const struct board *board);

/* The board item, with everything that the facilitator sets for all. */
const struct board_facts *board_facts(const struct board *board);

/* The item ID of ENTITY, or NULL; and the same by type. */
const void *board_item(const struct board *board, enum entity entity, int64_t id);
const struct sticky *board_sticky(const struct board *board, int64_t id);
const struct context *board_context(const struct board *board, int64_t id);
const struct person *board_person(const struct board *board, int64_t id);

/* How many items of ENTITY there are; the id of the next one. */
size_t board_count(const struct board *board, enum entity entity);
int64_t board_next_id(const struct board *board, enum entity entity);

/* How many stickies of KIND there are. */
size_t board_count_kind(const struct board *board, enum kind kind);

/* Walks the items of ENTITY in no particular order: start with *AT = 0; NULL at the end. */
const void *board_next(const struct board *board, enum entity entity, size_t *at);

/* Appends pointers to all items of ENTITY to LIST (of const void *), by ascending id. */
void board_list(const struct board *board, enum entity entity, struct vec *list);

/* Appends all stickies to LIST (of const struct sticky *) in time: column by column, each downwards. */
void board_list_in_time(const struct board *board, struct vec *list);

/* Appends all phases to LIST (of const struct phase *) in time. */
void board_list_phases(const struct board *board, struct vec *list);

/* The sticky in a slot, or NULL. */
const struct sticky *board_at(const struct board *board, struct place place);

/* The first free slot in the column from PLACE down; if there is none, the last slot, which is taken. */
struct place board_free_place(const struct board *board, struct place place);

/* The smallest rectangle that holds all stickies; empty (see item.h) if there are none. */
struct place_rect board_bounds(const struct board *board);

/* The sticky with the highest id, or NULL. */
const struct sticky *board_newest(const struct board *board);

/* The phase that begins at COLUMN, the lane of ROW, or NULL. */
const struct phase *board_phase_at(const struct board *board, int32_t column);
const struct lane *board_lane_at(const struct board *board, int32_t row);

/* The phase that COLUMN is in, that is, the last one to begin at or before it; or NULL. */
const struct phase *board_phase_of(const struct board *board, int32_t column);

/* The link from SOURCE to TARGET, or NULL. */
const struct link *board_link(const struct board *board, int64_t source, int64_t target);

/* The dots on a sticky, from all people; the vote of one PERSON, or NULL. */
int64_t board_dots(const struct sticky *sticky);
const struct vote *board_vote(const struct sticky *sticky, int64_t person);

/* The message that carries STICKY over RELATION, or NULL; does any relation carry it? */
const struct message *board_message(const struct board *board, int64_t relation, int64_t sticky);
bool board_is_carried(const struct board *board, int64_t sticky);

/* The person, or context, of that name, or NULL. Case matters. */
const struct person *board_person_named(const struct board *board, const char *name);
const struct context *board_context_named(const struct board *board, const char *name);

#endif
