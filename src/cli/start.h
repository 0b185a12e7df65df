/*
 * start: the first screen when no board was named: open one, begin a new one, look at a sample, learn.
 */
#ifndef CLI_START_H
#define CLI_START_H

#include "base/error.h"
#include "base/strbuf.h"
#include "base/vec.h"

struct mode;

enum start_what { START_LEAVE, START_OPEN, START_NEW, START_SAMPLE, START_TUTORIAL };

struct start_choice {
	enum start_what what;
	size_t board;       /* START_OPEN: which of the names */
	struct strbuf name; /* START_NEW: what the board is to be called; the caller's to release */
};

/* Its modes; ended by NULL. */
extern const struct mode *const start_modes[];

/* Lets the user choose; NAMES (of char *) are the boards that there are. */
int start_ask(const struct vec *names, struct start_choice *choice, struct error *err);

#endif
