/*
 * session_report: what an action reports to whoever ran it.
 */
#ifndef SESSION_SESSION_REPORT_H
#define SESSION_SESSION_REPORT_H

#include "model/action.h"
#include "model/board.h"

struct session_report {
	struct strbuf output; /* lines for standard output */
	struct strbuf note;   /* a sentence for the user, or nothing */
	int64_t made;         /* the item that the last line made or found already there; otherwise 0 */
	int64_t change;       /* the last change that was stored, as the log numbers it; 0: nothing was changed */
	struct place place;   /* of a sticky that was changed; column 0: of none */
};

#define SESSION_REPORT_INIT                                 \
	{                                                   \
		.output = STRBUF_INIT, .note = STRBUF_INIT, \
	}

void session_report_release(struct session_report *report);

/* Notes what ACTION, done on BOARD and stored, has changed. */
void session_report_note(struct session_report *report, const struct board *board, const struct action *action);

#endif
