/*
 * newboard: creates a board file.
 */
#ifndef CLI_NEWBOARD_H
#define CLI_NEWBOARD_H

#include "cli/fill.h"

/* Creates the board file PATH, and the board folder if needed, filled with FILL by PERSON. A failure leaves no
 * file. */
int newboard_make(struct strbuf *path, struct fill *fill, const char *person, struct error *err);

/* The same with the history from READ (session_restore()). */
int newboard_restore(struct strbuf *path, session_read *read, void *context, const char *person, struct error *err);

#endif
