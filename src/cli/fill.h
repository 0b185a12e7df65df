/*
 * fill: what a board is filled with: a file or folder of CSV, for `new` and `import`.
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
	const char *default_title;     /* the same, unless the board takes over a history, which has one */
	struct import_options options; /* how to read it */
	struct import_report report;   /* what came of it */
	bool restored;                 /* a history was taken over */
	int64_t changes;               /* how many that were */
};

/* Sets the options of FILL from those of REQUEST. */
int fill_options(struct fill *fill, const struct request *request, struct error *err);

/* Takes it in as one action; an empty board takes the whole history of a folder that holds one. */
int fill_run(struct fill *fill, struct session *session, struct error *err);

/* Says what came of it. */
void fill_print(const struct fill *fill, FILE *out);

/* The option row that goes with fill_options(). */
#define FILL_OPTION                                                                       \
	{                                                                                 \
		0, "unknown-kind", "KIND", N_("the kind for stickies of an unknown kind") \
	}

#endif
