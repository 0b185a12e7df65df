/*
 * person: somebody at a terminal in a test: what they press, what they must see, and how they leave. What does not come
 * about in PERSON_LIMIT_MS fails the test.
 */
#ifndef TESTS_LIB_PERSON_H
#define TESTS_LIB_PERSON_H

#include "lib/sandbox.h"
#include "lib/screen.h"

#define PERSON_LIMIT_MS 15000

/* Makes BOX and, by the command LINE of a shell, what is in it: for the setup of a test, 0 on success. */
int person_box(struct sandbox *box, const char *line);

/* Opens the board b in BOX as NAME, with OPTION (NULL: none), on a terminal of ROWS by COLUMNS, and waits until it SEES
 * the board by this text. */
struct screen *person_comes(
	const struct sandbox *box, int rows, int columns, const char *name, const char *option, const char *sees);

void person_keys(struct screen *screen, const char *notation);

/* TEXT must be on SCREEN; otherwise all that is there instead is told. */
void person_sees(struct screen *screen, const char *text);

/* Presses KEYS, with which evstorm ends well, and closes SCREEN. */
void person_leaves(struct screen *screen, const char *keys);

#endif
