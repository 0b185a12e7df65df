/*
 * difflist: the differences between two boards (model/compare.h) on standard output, for people or as CSV.
 */
#ifndef CLI_DIFFLIST_H
#define CLI_DIFFLIST_H

#include "model/board.h"

/* In the order of the words of `diff -f`. */
enum difflist_format { DIFFLIST_TEXT, DIFFLIST_CSV };

/* Prints the differences of AFTER from BEFORE; SHIFTS is as for compare_boards(). */
void difflist_print(
	enum difflist_format format, const struct board *before, const struct board *after, const struct vec *shifts);

#endif
