/*
 * history: what somebody has done on a board and still stands, to be chosen from and taken back one by one.
 */
#ifndef SESSION_HISTORY_H
#define SESSION_HISTORY_H

#include "session/session.h"

/* It goes back by so many actions of everybody; what is older is in `evstorm log`. */
#define HISTORY_ACTIONS_MOST 2000

/* One action. */
struct history_entry {
	int64_t change;     /* its first of the log, by which `undo -c` knows it */
	int64_t time_ms;    /* when it was done */
	char *text;         /* what it did, as action_text_deed() has it; owned */
	struct place place; /* where on the board that was; column 0: nowhere */
};

/* Appends to ENTRIES (of struct history_entry) what the person of SESSION has done, the latest first. */
int history_read(struct session *session, struct vec *entries, struct error *err);

/* Empties ENTRIES. */
void history_forget(struct vec *entries);

#endif
