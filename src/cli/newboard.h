/*
 * newboard: making a board file.
 */
#ifndef CLI_NEWBOARD_H
#define CLI_NEWBOARD_H

#include "cli/fill.h"

/* Makes the board file PATH, its folder too when that is the board folder, filled with FILL by PERSON. After a
 * failure it is not there. */
int newboard_make(struct strbuf *path, struct fill *fill, const char *person, struct error *err);

/* The same with the history that READ gives, see session_restore(). */
int newboard_restore(struct strbuf *path, session_read *read, void *context, const char *person, struct error *err);

#endif
