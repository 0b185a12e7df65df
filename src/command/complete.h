/*
 * complete: what could stand where a command line ends.
 */
#ifndef COMMAND_COMPLETE_H
#define COMMAND_COMPLETE_H

#include "base/vec.h"
#include "model/board.h"

/* Appends to LIST (of char *, each to be freed by the caller) the words that LINE's last word may become,
 * in order; *START is the byte where that word begins. EXTRA (may be NULL, ends with NULL) are further
 * command names. */
void complete_line(
	const char *line, const struct board *board, const char *const *extra, struct vec *list, size_t *start);

#endif
