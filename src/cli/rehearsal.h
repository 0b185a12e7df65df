/*
 * rehearsal: an edit that is only shown: what it would do, on a copy of the board.
 */
#ifndef CLI_REHEARSAL_H
#define CLI_REHEARSAL_H

#include "model/action.h"
#include "session/session.h"

struct rehearsal {
	const struct board *before;
	struct board *after;  /* the copy */
	struct action action; /* what WORK does; nobody's */
};

/* Does WORK on a copy of the board of SESSION. Release REHEARSAL even after a failure. */
int rehearsal_run(struct rehearsal *rehearsal, const struct session *session, session_work *work, void *context,
	struct error *err);
void rehearsal_release(struct rehearsal *rehearsal);

/* Prints what changes, for people. */
void rehearsal_print(const struct rehearsal *rehearsal);

#endif
