/*
 * ledger: a board in memory with the log that made it, kept as a store would keep it: who did what,
 * what of it stands, and what may be done again.
 */
#ifndef TESTS_LIB_LEDGER_H
#define TESTS_LIB_LEDGER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "model/board.h"
#include "model/action.h"
#include "model/edit.h"

/* One action of the log. */
struct ledger_entry {
	struct action action;
	int64_t stands; /* the action that made it stand: its own or the latest redo's id; 0: undone
			 */
	int64_t undone; /* the undo that took it back, as long as a redo may bring it again; or 0 */
};

struct ledger {
	struct board *board;
	struct vec entries;           /* of struct ledger_entry *; the action of id 1 is the first */
	int64_t time_ms;              /* of the next action; each comes a second after the one before */
	struct ledger_entry *at_work; /* the action between begin and end, or NULL */
};

void ledger_init(struct ledger *ledger);
void ledger_release(struct ledger *ledger);

/* The id of the person NAME, 0 before their first action. */
int64_t ledger_person(const struct ledger *ledger, const char *name);

/* Begins an action of NAME, who is made known to the board when need be, and sets up EDIT for it.
 */
void ledger_begin(struct ledger *ledger, const char *name, struct edit *edit);

/* Ends it: with KEEP it goes into the log unless nothing came of it, otherwise it is taken back.
 * Returns its entry when it is in the log. */
const struct ledger_entry *ledger_end(struct ledger *ledger, bool keep);

/* What a struct command_past wants; CONTEXT is the ledger. */
int ledger_target(void *context, int64_t person, enum action_kind kind, int64_t change, struct action *done,
	struct vec *shifts, int64_t *target, struct error *err);
int ledger_moves(void *context, change_visit *visit, void *visitor, struct error *err);

/* Undoes or redoes (KIND) the last action of NAME, or undoes the one of CHANGE (0: the last), as one of its own. 1:
 * done, 0: there is nothing to take back, negative: error. *KEPT as undo_action(). */
int ledger_revert(struct ledger *ledger, const char *name, enum action_kind kind, int64_t change, size_t *kept,
	struct error *err);

/* How many changes the log holds; the one at AT, from 0. */
size_t ledger_changes(const struct ledger *ledger);
const struct change *ledger_change(const struct ledger *ledger, size_t at);

#endif
