/*
 * recovery: the readable actions of a board whose file is damaged or lost its marks.
 *
 * The log comes first: actions are replayed one by one, and what does not fit, because something before it is lost, is
 * made to fit or left out. An item whose creation is lost is taken from its table, or from the record that its removal
 * kept. A last action, by nobody, adds what only the tables know. The result is a consistent log; a complete log comes
 * out unchanged, with its times, people and numbers.
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
	size_t items[ENTITY_COUNT];      /* on the board in the end */
	size_t items_lost[ENTITY_COUNT]; /* known from the log or the tables, but not recovered */
	size_t from_tables;              /* items, or fields of them, that the log did not give */
	size_t faults;                   /* places in the file that could not be read */
	bool whole;                      /* nothing of the log is missing, despite the faults */
};

/* Reads the file PATH. Uses the journal or write-ahead log next to it if that gives more; this is tried on a copy.
 * Fails if the file contains nothing of a board. */
int recovery_open(const char *path, struct recovery **recovery, struct error *err);
void recovery_free(struct recovery *recovery);

/* Calls VISIT with each action, once; RECOVERY is a struct recovery. Ends when VISIT returns non-zero. */
int recovery_read(void *recovery, store_visit *visit, void *visit_context, struct error *err);

/* Valid after recovery_read(). */
const struct recovery_tally *recovery_tally(const struct recovery *recovery);

#endif
