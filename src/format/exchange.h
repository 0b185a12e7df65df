/*
 * exchange: who sends what to whom: people, external systems and bounded contexts, by the stickies between them.
 *
 *	an actor gives a command                the actor -> the context of the command
 *	a read model is looked at               its context -> the actor
 *	a command or an event comes from an
 *	external system, or goes to one         the system -> its context, and the other way round
 *	what passes between contexts            as check/flow.h finds it; or as the map says, if no sticky shows it
 *
 * Without contexts, the aggregates that commands and events belong to take their place.
 */
#ifndef FORMAT_EXCHANGE_H
#define FORMAT_EXCHANGE_H

#include "base/vec.h"
#include "model/board.h"

enum exchange_role { EXCHANGE_PERSON, EXCHANGE_SYSTEM, EXCHANGE_CONTEXT };

/* Somebody who sends or receives. Two are the same if role and name are. */
struct exchange_party {
	enum exchange_role role;
	const char *name; /* of the board, never NULL */
	int64_t context;  /* of EXCHANGE_CONTEXT: its id; 0 for an aggregate */
};

struct exchange {
	struct exchange_party from, to;
	const struct sticky *message; /* what passes; NULL if only the map tells */
	const char *text;             /* its text, or the label of the relation; never NULL */
};

/* Appends to LIST (of struct exchange) all of BOARD, along the timeline; those that only the map tells come last. */
void exchange_list(const struct board *board, struct vec *list);

/* Does MESSAGE belong to one of EVENTS (of int64_t): is it the event, what leads to it, or what follows? */
bool exchange_is_about(const struct board *board, const struct sticky *message, const struct vec *events);

/* Are they the same? */
bool exchange_same(const struct exchange_party *a, const struct exchange_party *b);

#endif
