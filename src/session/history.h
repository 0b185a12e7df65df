/*
 * history: the actions of one person that are still in effect, to undo any one of them.
 */
#ifndef SESSION_HISTORY_H
#define SESSION_HISTORY_H

#include "session/session.h"

/* How many actions, of everybody, it goes back; `evstorm log` has the older ones. */
#define HISTORY_ACTIONS_MOST 2000

/* One action. */
struct history_entry {
	int64_t change;     /* its first change in the log, for `undo -c` */
	int64_t time_ms;    /* when it was done */
	char *text;         /* what it did, as action_text_deed() has it; owned */
	struct place place; /* where on the board that was; column 0: nowhere */
};

/* Appends to ENTRIES (of struct history_entry) what the person of SESSION did, latest first. */
int history_read(struct session *session, struct vec *entries, struct error *err);

/* Empties ENTRIES. */
void history_forget(struct vec *entries);

#endif
