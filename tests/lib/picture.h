/*
 * picture: a whole board as text, so that two can be compared, and what is wrong with one.
 */
#ifndef TESTS_LIB_PICTURE_H
#define TESTS_LIB_PICTURE_H

#include "base/strbuf.h"
#include "model/board.h"

/* Appends all of BOARD, an item a line: "sticky 3: text=Paid place=2,1". */
void picture_whole(const struct board *board, struct strbuf *out);

/* The same without the people, the times, and the author and step of stickies. */
void picture_brief(const struct board *board, struct strbuf *out);

/* The first invariant of board.h that does not hold, as a sentence, or NULL. */
const char *picture_fault(const struct board *board);

#endif
