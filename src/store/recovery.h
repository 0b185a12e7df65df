/*
 * recovery: reads the actions of a board whose file is damaged.
 *
 * The log comes first: its actions are replayed one by one. A change that does not fit, because something before it is
 * lost, is adapted or left out. An item whose creation is lost is taken from its table, or from the record in the
 * change that removed it. A final action, by nobody, adds what only the tables have. The result is a consistent log; a
 * complete log comes out unchanged, with its times, people and numbers.
 *
 * The file is only read.
 */
#ifndef STORE_RECOVERY_H
#define STORE_RECOVERY_H

#include "store/store.h"

struct recovery;

/* What was recovered and what was lost. */
struct recovery_tally {
	int64_t actions, actions_lost;
	int64_t changes, changes_lost;   /* of the log */
	size_t items[ENTITY_COUNT];      /* on the board at the end */
	size_t items_lost[ENTITY_COUNT]; /* known from the log or the tables, but not recovered */
	size_t from_tables;              /* items, or fields of items, that were missing from the log */
	size_t faults;                   /* places in the file that could not be read */
	bool whole;                      /* nothing of the log is missing, despite the faults */
};

/* Reads the file PATH. Uses the journal or write-ahead log next to it if that gives more, which it tries on a copy.
 * Fails if the file has nothing of a board. */
int recovery_open(const char *path, struct recovery **recovery, struct error *err);
void recovery_free(struct recovery *recovery);

/* Calls VISIT with each action until VISIT returns non-zero; RECOVERY is a struct recovery. Call it once. */
int recovery_read(void *recovery, store_visit *visit, void *visit_context, struct error *err);

/* Valid after recovery_read(). */
const struct recovery_tally *recovery_tally(const struct recovery *recovery);

#endif
