/*
 * propose: contexts and relations that follow from what is on the board.
 *
 * A proposal is a board command with the reason for it. It changes nothing until somebody runs it.
 */
#ifndef CHECK_PROPOSE_H
#define CHECK_PROPOSE_H

#include "base/vec.h"
#include "model/board.h"

struct proposal {
	char *command;       /* a line: `context Order 12 25 1`; owned */
	char *reason;        /* one line, in the user's language; owned */
	char *name;          /* of the context, owned; NULL for a relation */
	struct vec stickies; /* of int64_t: those inside the context */
};

/*
 * Appends to PROPOSALS (of struct proposal) boundaries for stickies in no context, along the timeline.
 *
 * The evidence that stickies belong together (evidence.h) is a graph, which is divided into groups (community.h). A
 * group that includes a context extends that context. A new context is named after the aggregate that most of the
 * group belongs to, or after the word that ties it together. A group without an aggregate needs at least three
 * stickies, and more ties inside than outside. Each proposal says how many stickies belong there by an arrow, a name,
 * a word or their place, and how much of their ties stays inside.
 */
void propose_contexts(const struct board *board, struct vec *proposals);

/* Appends a relation for each flow between contexts (flow.h), and for each event that the text of a policy names,
 * unless a relation covers it already (relation_index.h). Each is labelled with what passes; none comes twice. */
void propose_relations(const struct board *board, struct vec *proposals);

/* Removes proposal AT; frees all proposals and the list. */
void propose_remove(struct vec *proposals, size_t at);
void propose_release_list(struct vec *proposals);

#endif
