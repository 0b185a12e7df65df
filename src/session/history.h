/*
 * history: the actions of one person that are still in effect, so that they can undo any of them.
 */
#ifndef SESSION_HISTORY_H
#define SESSION_HISTORY_H

#include "session/session.h"

/* How many actions, of all people, it goes back; `evstorm log` shows older ones. */
#define HISTORY_ACTIONS_MOST 2000

/* One action. */
struct history_entry {
	int64_t change;     /* its first change in the log, for `undo -c` */
	int64_t time_ms;    /* when it was done */
	char *text;         /* what it did, from action_text_deed(); owned */
	struct place place; /* where on the board; column 0: nowhere */
};

/* Appends to ENTRIES (of struct history_entry) the actions of the person of SESSION, latest first. */
int history_read(struct session *session, struct vec *entries, struct error *err);

/* Frees the texts of ENTRIES and empties it. */
void history_forget(struct vec *entries);

#endif
