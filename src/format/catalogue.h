/*
 * catalogue: what of a board goes into a catalogue of services, messages and channels, and the ids there.
 *
 * A context is a service, an external system one that is not ours; events, commands and read models are messages, those
 * of a context that say the same one message. A message that only the label of a relation names is one, too. What
 * passes between contexts has a channel, as in AsyncAPI (crossings.h). The board is their domain.
 *
 * A thing that has a file already keeps its id, and the file its place.
 */
#ifndef FORMAT_CATALOGUE_H
#define FORMAT_CATALOGUE_H

#include "format/catalogue_folder.h"
#include "format/crossings.h"
#include "format/exchange.h"

/* The team that owns what nobody has taken yet. */
#define CATALOGUE_NOBODY "unassigned"

enum catalogue_kind {
	CATALOGUE_DOMAIN,
	CATALOGUE_LANGUAGE,
	CATALOGUE_SERVICE,
	CATALOGUE_EVENT,
	CATALOGUE_COMMAND,
	CATALOGUE_QUERY,
	CATALOGUE_CHANNEL,
	CATALOGUE_FLOW,
	CATALOGUE_TEAM,
	CATALOGUE_KIND_COUNT
};

struct catalogue_thing {
	enum catalogue_kind kind;
	char *subject;                           /* what its file is about (page.h) */
	char *id;                                /* in the catalogue */
	char *path;                              /* of its file, inside the folder; NULL if it gets none */
	int64_t number;                          /* that tells it from others of its kind */
	const char *name;                        /* as people wrote it; never NULL, but perhaps empty */
	struct catalogue_file *file;             /* that it has already, or NULL */
	const struct context *context;           /* that it is, or that it belongs to; or NULL */
	const struct sticky *sticky;             /* that it is, the first of several; or NULL */
	const struct crossings_channel *channel; /* of CATALOGUE_CHANNEL */
	const struct vec *events;                /* of CATALOGUE_FLOW: the chosen ones (ids), or NULL */
	const struct phase *phase;               /* of CATALOGUE_FLOW: its phase, or NULL */
	struct vec sends, receives;              /* of a service: struct catalogue_thing * of messages */
};

struct catalogue {
	const struct board *board;
	const struct catalogue_folder *folder;
	const char *prefix; /* of subjects */
	struct crossings crossings;
	struct vec exchanges; /* of struct exchange */
	struct vec things;    /* of struct catalogue_thing * */
	struct names known;   /* what it is made of -> place in `things`, from 1 */
	struct map services;  /* id of a context -> its thing */
	struct map messages;  /* id of a sticky -> its thing */
	struct map channels;  /* a message, as a number -> its channel, a thing */
};

/* Reads BOARD; EVENTS (of int64_t), or NULL, choose a scenario that becomes a flow. All must outlive CATALOGUE. */
void catalogue_init(struct catalogue *catalogue, const struct board *board, const struct vec *events,
	const struct catalogue_folder *folder, const char *prefix);
void catalogue_release(struct catalogue *catalogue);

/* The service that PARTY is, or NULL. */
const struct catalogue_thing *catalogue_party(const struct catalogue *catalogue, const struct exchange_party *party);

/* The message that STICKY is; NULL if there is none. */
const struct catalogue_thing *catalogue_message(const struct catalogue *catalogue, const struct sticky *sticky);

/* The channel of MESSAGE if SERVICE sends or, with RECEIVED, receives it there; NULL if not. */
const struct catalogue_thing *catalogue_channel(const struct catalogue *catalogue,
	const struct catalogue_thing *message, const struct catalogue_thing *service, bool received);

#endif
