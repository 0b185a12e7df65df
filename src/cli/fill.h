/*
 * fill: fills a board from a file or folder of CSV, for `new` and `import`.
 */
#ifndef CLI_FILL_H
#define CLI_FILL_H

#include <stdio.h>

#include "cli/request.h"
#include "import/import.h"
#include "session/session.h"

struct fill {
	const char *path;              /* what to read, or NULL for nothing */
	const char *title;             /* for the board, or NULL; clean */
	const char *default_title;     /* a title unless the import brings a history, which has its own */
	struct import_options options; /* how to read it */
	struct strbuf map;             /* of the options, if the user was asked (fill_ask.h) */
	FILE *spool;                   /* the contents of a pipe, or NULL */
	struct import_report report;   /* the result */
	bool rehearsed;                /* nothing was added, stickies were only shown */
	const struct session *session; /* set by fill_run() */
	bool changes_anything;         /* what was rehearsed */
	bool confirmed;                /* an update: the user has seen what it changes, */
	int64_t seen;                  /* on the board up to this action */
	bool restored;                 /* a history was imported */
	int64_t changes;               /* how many changes the history has */
};

/* Sets the options of FILL from those of REQUEST. */
int fill_options(struct fill *fill, const struct request *request, struct error *err);

/* Imports the file as one action; an empty board takes the whole history of a folder that has one. */
int fill_run(struct fill *fill, struct session *session, struct error *err);

/* Prints the stickies that the import would add to the board, or what an update would change. */
int fill_rehearse(struct fill *fill, struct session *session, FILE *out, struct error *err);

/* Prints the result. */
void fill_print(const struct fill *fill, FILE *out);

void fill_release(struct fill *fill);

/* The option rows for fill_options(). */
#define FILL_OPTIONS                                                                                    \
	{0, "map", "COLUMN=FIELD,...", N_("what columns of the table are; “-” leaves one out")},        \
		{0, "no-header", NULL, N_("the first row is no header; the first column is the text")}, \
		{0, "separator", "CHAR", N_("what separates the cells")},                               \
		{0, "encoding", "NAME", N_("the encoding of the file, as iconv names it")},             \
		{0, "kind", "KIND", N_("the kind of stickies without one (default: event)")},           \
		{0, "page", "NAME|N", N_("which page of a drawing (default: the first)")},              \
	{                                                                                               \
		0, "unknown-kind", "KIND", N_("the kind for stickies of an unknown kind")               \
	}

#endif
