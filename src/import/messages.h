/*
 * messages: what relations carry (messages.csv) and what stickies carry (details.csv), as tables of a
 * folder.
 */
#ifndef IMPORT_MESSAGES_H
#define IMPORT_MESSAGES_H

#include "import/intake.h"

/* Their readers, after stickies and relations; the visitors' context is a struct intake. What
 * is on the board stays. */
extern const struct table_reader messages_reader, messages_details;

#endif
