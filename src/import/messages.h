/*
 * messages: reads the messages of relations (messages.csv) and the payload and other details of stickies
 * (details.csv) from a folder.
 */
#ifndef IMPORT_MESSAGES_H
#define IMPORT_MESSAGES_H

#include "import/intake.h"

/* Run these readers after those of stickies and relations; the visitors' context is a struct intake. They
 * keep what is already on the board. */
extern const struct table_reader messages_reader, messages_details;

#endif
