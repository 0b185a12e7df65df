/*
 * taken: reports to a person what their undo or redo did.
 */
#ifndef SESSION_TAKEN_H
#define SESSION_TAKEN_H

#include "model/board.h"
#include "model/action.h"

struct taken {
	struct strbuf text; /* what the first action did, from action_text_deed() */
	size_t count;       /* how many actions */
	bool again;         /* redone, not undone */
	bool moot;          /* nothing came of them: others have changed it all since */
	bool leads;         /* they led the workshop, which everybody sees */
	struct place place; /* where to look now; column 0: nowhere on the board */
};

void taken_init(struct taken *taken);
void taken_release(struct taken *taken);
void taken_reset(struct taken *taken);

/* Call taken_begin() before DONE is reverted on BOARD; taken_end() after any ACTION has been done on BOARD. */
void taken_begin(struct taken *taken, const struct board *board, const struct action *done);
void taken_end(struct taken *taken, const struct board *board, const struct action *action);

/* Appends the report, a sentence. */
void taken_format(const struct taken *taken, struct strbuf *out);

#endif
