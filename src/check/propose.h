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
 * All that speaks for stickies belonging together (evidence.h) is a graph, which falls into groups (community.h); a
 * group with a context in it goes there. A new one is called by the aggregate that most belongs to, or by the word
 * that ties it together. Without an aggregate a group must be of three stickies at least, with more ties inside than
 * outside. Each proposal says how many belong there by an arrow, a name, a word or their place, and how much of what
 * ties them stays inside.
 */
void propose_contexts(const struct board *board, struct vec *proposals);

/* Appends a relation for each flow between contexts (flow.h), and for each event that the words of a policy name, that
 * no relation covers (relation_index.h), labelled with what passes; none twice. */
void propose_relations(const struct board *board, struct vec *proposals);

/* Takes proposal AT out; frees all of them and the list. */
void propose_forget(struct vec *proposals, size_t at);
void propose_release_list(struct vec *proposals);

#endif
