/*
 * crossings: what passes between contexts, as channels: who sends, who receives, and the names and addresses for
 * machines.
 *
 * A channel belongs to the context that defines its message: an event to its sender, a command or a query for a read
 * model to the context that is asked. The same message between its owner and several others is one channel. A relation
 * without messages but with a label counts as carrying a message of that name; a relation of a context with itself
 * carries nothing.
 */
#ifndef FORMAT_CROSSINGS_H
#define FORMAT_CROSSINGS_H

#include "format/identifiers.h"
#include "model/board.h"

enum crossings_kind { CROSSINGS_EVENT, CROSSINGS_COMMAND, CROSSINGS_QUESTION };

/* A relation that uses a channel. */
struct crossings_use {
	const struct relation *relation;
	const struct message *message; /* or NULL if only the label names it */
};

struct crossings_channel {
	int64_t owner; /* a context */
	enum crossings_kind kind;
	bool answered;               /* the sender waits for an answer */
	const struct sticky *sticky; /* what passes, or NULL if only its name is known */
	const char *text;            /* as people wrote it */
	char *name;                  /* "OrderPlaced" */
	char *address;               /* "ordering.order-placed" */
	struct vec uses;             /* of struct crossings_use, in the order of relations */
};

struct crossings_context {
	const struct context *context;
	char *slug;                   /* "ordering" */
	struct identifiers addresses; /* of the messages it owns */
};

/* It points into the board and is valid until the board changes. */
struct crossings {
	const struct board *board;
	struct vec contexts;      /* of struct crossings_context, by id */
	struct vec channels;      /* of struct crossings_channel *, by relations and their messages */
	struct identifiers names; /* of all messages; other names must differ from these */
	struct map by_id;         /* id of a context -> its place in `contexts` + 1 */
	struct names known;       /* "OWNER KIND STICKY TEXT" -> its place in `channels` + 1 */
};

void crossings_init(struct crossings *crossings, const struct board *board);
void crossings_release(struct crossings *crossings);

/* The context with ID, which must be on the board; the context called NAME, or NULL. */
const struct crossings_context *crossings_context(const struct crossings *crossings, int64_t id);
const struct crossings_context *crossings_context_named(const struct crossings *crossings, const char *name);

/* Does CONTEXT send on CHANNEL? Does it receive? Both are false for contexts that do not use it. */
bool crossings_sends(const struct crossings_channel *channel, int64_t context);
bool crossings_receives(const struct crossings_channel *channel, int64_t context);

#endif
