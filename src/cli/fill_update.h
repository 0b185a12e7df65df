/*
 * fill_update: a table that goes back into its board: what it changes, shown before and counted afterwards.
 */
#ifndef CLI_FILL_UPDATE_H
#define CLI_FILL_UPDATE_H

#include "cli/fill.h"

/* Shows what the update changes, and asks on the terminal. Returns 1 to go on, 0 to leave it, or an error. */
int fill_update_ask(struct fill *fill, struct session *session, struct error *err);

/* Is the board still as it was when the user was asked? */
int fill_update_check(const struct fill *fill, struct error *err);

/* Prints the counts, up to the end of the line. */
void fill_update_print(const struct fill *fill, FILE *out);

#endif
