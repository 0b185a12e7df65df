/*
 * fill_ask: asks on the terminal what the columns of an unknown table mean, and remembers the answers.
 *
 * They are kept by the titles of the columns in the file `imports` of the state folder, a line each: the titles and
 * the map (csv/dialect.h), divided by tabs.
 */
#ifndef CLI_FILL_ASK_H
#define CLI_FILL_ASK_H

#include "cli/fill.h"

/* If FILL is to read a table whose columns are unknown, and the options do not say what they are, sets its map: to what
 * was said of such a table before or, on a terminal, to what the user says now. */
int fill_ask(struct fill *fill, struct error *err);

#endif
