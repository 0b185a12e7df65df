/*
 * recovery: the actions of a board whose file is damaged, or lost its marks, as far as they can be read.
 *
 * The log comes first: action after action is replayed, and what does not fit because something before it is
 * lost is made to fit or left out. An item whose making is lost is taken from its table, or from the record that
 * its removal kept. At last comes one action more, by nobody, with what only the tables know. So the actions
 * that come out make a whole board, each of them fits the one before, and a log that was whole comes out as it
 * was, with its times, its people and its numbers.
 *
 * The file is only read.
 */
#ifndef STORE_RECOVERY_H
#define STORE_RECOVERY_H

#include "store/store.h"

struct recovery;

/* What came out and what did not. */
struct recovery_tally {
	int64_t actions, actions_lost;
	int64_t changes, changes_lost;   /* of the log */
	size_t items[ENTITY_COUNT];      /* on the board in the end */
	size_t items_lost[ENTITY_COUNT]; /* those that the log or the tables tell of, and that could not be made */
	size_t from_tables;              /* items, or fields of them, that the log did not give */
	size_t faults;                   /* places in the file that could not be read */
	bool whole;                      /* all the same nothing of the log is missing */
};

/* Reads the file PATH. A journal or a write-ahead log beside it is taken into account when more can be read so;
 * that is tried on a copy. A file that holds nothing of a board is an error. */
int recovery_open(const char *path, struct recovery **recovery, struct error *err);
void recovery_free(struct recovery *recovery);

/* Calls VISIT with each action, once; RECOVERY is a struct recovery. What VISIT returns other than 0 ends it. */
int recovery_read(void *recovery, store_visit *visit, void *visit_context, struct error *err);

/* After that. */
const struct recovery_tally *recovery_tally(const struct recovery *recovery);

#endif
