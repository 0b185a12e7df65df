/*
 * golden: a screen as text that people can read, and files of such text.
 *
 *	|Board  |	the characters, one line a row; a wide one covers two cells
 *	|가 x   |
 *
 *	|aaaaa..|	one letter a cell for its style; "." has none
 *	|bb.....|
 *
 *	a fg default bg 4 bold
 *	b fg #ff8700 bg default reverse
 *	cursor 1,3 visible
 *
 * Letters follow the order of first appearance: a to z, A to Z, 0 to 9, then "?"
 * for all others. A hidden cursor is said to be at 0,0. The borders keep editors from eating blanks at line ends.
 */
#ifndef TESTS_LIB_GOLDEN_H
#define TESTS_LIB_GOLDEN_H

#include "lib/screen.h"

#include <stdbool.h>

/* The screen as golden text, to be freed by the caller. */
char *golden_text(const struct screen *s);

/* Whether the screen is as in the file `path`, a string; a screen_predicate. */
bool golden_matches(struct screen *s, void *path);

/* Whether the environment has GENERATE=1: files are written, not compared. */
bool golden_generates(void);

/*
 * Compares the screen with the file. When they differ, or the file is not there,
 * it says so on stderr, in lines that start with "# ", and returns false. With
 * GENERATE=1 it writes the file instead; false then means that it could not.
 */
bool golden_compare(struct screen *s, const char *path);

#endif
