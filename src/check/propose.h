/*
 * propose: contexts and relations that follow from what is on the board.
 *
 * A proposal is a board command and why it is proposed. It changes nothing until somebody runs it.
 */
#ifndef CHECK_PROPOSE_H
#define CHECK_PROPOSE_H

#include "base/vec.h"
#include "model/board.h"

struct proposal {
	char *command;       /* a line: `context Order 12 25 1`; owned */
	char *reason;        /* in one line, in the user's language; owned */
	char *name;          /* of the context, owned; NULL for a relation */
	struct vec stickies; /* of int64_t: those that the context is drawn round */
};

/*
 * Appends to PROPOSALS (of struct proposal) boundaries for what lies in none, along the timeline.
 *
 * Aggregates whose names have something in common belong together (propose_words.h); one that is
 * named like an aggregate in a context belongs there. Of several things that a name has in common
 * with others, what most of them have counts. Commands and events follow the aggregate that they
 * are linked with or, where no link says so, beside which they stand; then policies and screens
 * follow their command, and read models their event.
 */
void propose_contexts(const struct board *board, struct vec *proposals);

/* Appends a relation for each flow between contexts (flow.h) that no relation covers (relation_index.h),
 * labelled with what passes; none twice. */
void propose_relations(const struct board *board, struct vec *proposals);

/* Takes proposal AT out; frees all of them and the list. */
void proposal_drop(struct vec *proposals, size_t at);
void proposals_release(struct vec *proposals);

#endif
