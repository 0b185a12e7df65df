/*
 * crossings: what crosses between contexts, as channels with addresses: who sends it, who receives
 * it, and by which names machines know it.
 *
 * A channel belongs to the context that says what passes there: an event to the one that sends it, a
 * command and a question for a read model to the one that is asked. The same message between the same
 * owner and several others is one channel. A relation that carries no messages but has a label is
 * taken to carry one of that name; a relation of a context with itself carries nothing.
 */
#ifndef FORMAT_CROSSINGS_H
#define FORMAT_CROSSINGS_H

#include "format/identifiers.h"
#include "model/board.h"

enum crossings_kind { CROSSINGS_EVENT, CROSSINGS_COMMAND, CROSSINGS_QUESTION };

/* A relation by which a channel is used. */
struct crossings_use {
	const struct relation *relation;
	const struct message *message; /* or NULL when it is known by the label alone */
};

struct crossings_channel {
	int64_t owner; /* a context */
	enum crossings_kind kind;
	bool answered;               /* somebody waits for an answer */
	const struct sticky *sticky; /* what passes, or NULL when only its name is known */
	const char *text;            /* what people call it */
	char *name;                  /* "OrderPlaced" */
	char *address;               /* "ordering.order-placed" */
	struct vec uses;             /* of struct crossings_use, in the order of relations */
};

struct crossings_context {
	const struct context *context;
	char *slug;                   /* "ordering" */
	struct identifiers addresses; /* of the messages that it owns */
};

/* It points into the board and is good until the board changes. */
struct crossings {
	const struct board *board;
	struct vec contexts;      /* of struct crossings_context, by id */
	struct vec channels;      /* of struct crossings_channel *, by relations and their messages */
	struct identifiers names; /* of all messages: further names must not meet these */
	struct map by_id;         /* id of a context -> its place in `contexts` + 1 */
	struct names known;       /* "OWNER KIND STICKY TEXT" -> its place in `channels` + 1 */
};

void crossings_init(struct crossings *crossings, const struct board *board);
void crossings_release(struct crossings *crossings);

/* The context of that id, which is on the board; the one called NAME, or NULL. */
const struct crossings_context *crossings_context(const struct crossings *crossings, int64_t id);
const struct crossings_context *crossings_context_named(const struct crossings *crossings, const char *name);

/* Does CONTEXT send on CHANNEL? Does it receive? Both are false when it has no part in it. */
bool crossings_sends(const struct crossings_channel *channel, int64_t context);
bool crossings_receives(const struct crossings_channel *channel, int64_t context);

#endif
