/*
 * log: the actions and their changes.
 */
#ifndef STORE_LOG_H
#define STORE_LOG_H

#include "model/board.h"
#include "store/sqlite.h"

/* See store.h for these. */
int log_append(struct store *sqlite, struct action *action, const struct board *board, struct error *err);
int log_undo_target(struct store *sqlite, int64_t person, enum action_kind kind, struct action *action, int64_t *target,
	struct error *err);
int log_undo_chosen(struct store *sqlite, int64_t person, int64_t change, struct action *action, int64_t *target,
	struct error *err);
int log_shifts_since(struct store *sqlite, int64_t id, struct vec *shifts, struct error *err);
int log_walk_moves(struct store *sqlite, change_visit *visit, void *context, struct error *err);
int log_walk(struct store *sqlite, int64_t first, store_visit *visit, void *context, struct error *err);
int log_last(struct store *sqlite, int most, store_visit *visit, void *context, struct error *err);
int log_action_of(struct store *sqlite, int64_t number, int64_t *action, struct error *err);
int log_length(struct store *sqlite, int64_t *changes, struct error *err);

/* Like log_walk(), from FIRST to LAST only, and others cannot write meanwhile. */
int log_range(struct store *sqlite, int64_t first, int64_t last, store_visit *visit, void *context, struct error *err);

#endif
