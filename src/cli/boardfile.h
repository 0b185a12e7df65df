/*
 * boardfile: a board opened to be read, by nobody in particular.
 */
#ifndef CLI_BOARDFILE_H
#define CLI_BOARDFILE_H

#include "model/board.h"
#include "store/store.h"

struct boardfile {
	struct store *store;
	struct board *board;
};

#define BOARDFILE_INIT {0}

/* Opens the board that WORD means. FILE is to be released either way. */
int boardfile_open(struct boardfile *file, const char *word, struct error *err);
void boardfile_release(struct boardfile *file);

#endif
