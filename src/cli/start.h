/*
 * start: the first screen if no board was named: open a board, create one, see a sample, take the tutorial.
 */
#ifndef CLI_START_H
#define CLI_START_H

#include <stdint.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "base/vec.h"

struct mode;

enum start_what { START_LEAVE, START_OPEN, START_NEW, START_SAMPLE, START_TUTORIAL };

/* A board that can be opened. */
struct start_board {
	char *name;         /* owned by whoever lists them */
	int64_t changed_ms; /* when its file last changed */
};

struct start_choice {
	enum start_what what;
	size_t board;       /* START_OPEN: index of the board */
	struct strbuf name; /* START_NEW: the name of the new board; the caller releases it */
};

/* Its modes; NULL-terminated. */
extern const struct mode *const start_modes[];

/* Lets the user choose; BOARDS (of struct start_board) are the existing ones, by name. */
int start_ask(const struct vec *boards, struct start_choice *choice, struct error *err);

#endif
