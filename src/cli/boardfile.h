/*
 * boardfile: a board opened for reading, without a person, as it is or as it was.
 */
#ifndef CLI_BOARDFILE_H
#define CLI_BOARDFILE_H

#include "base/i18n.h"
#include "model/board.h"
#include "session/replay.h"
#include "store/store.h"

struct boardfile {
	struct store *store;
	const struct board *board;
	int64_t before;        /* the first action not yet done on the board; 0: all are done */
	struct board *now;     /* the current board, owned, or NULL */
	struct replay *replay; /* the replay of the board as it was, owned, or NULL */
};

#define BOARDFILE_INIT \
	{              \
		0      \
	}

/* An option row for subcommands that show a board. */
#define BOARDFILE_AT                                                                                                \
	{                                                                                                           \
		0, "at", "WHEN", N_("the board as of WHEN: #120 for a change, \"2026-11-20 14:05\", step:3 or end") \
	}

/* Opens the board that WORD means, as it is. Release FILE even after a failure. */
int boardfile_open(struct boardfile *file, const char *word, struct error *err);

/* The same as it was at the moment WHEN (session/when.h); NULL: as it is. */
int boardfile_open_at(struct boardfile *file, const char *word, const char *when, struct error *err);

void boardfile_release(struct boardfile *file);

#endif
