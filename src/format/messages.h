/*
 * messages: what relations carry (messages.csv) and what stickies carry (details.csv), as tables of a
 * folder, written and read.
 */
#ifndef FORMAT_MESSAGES_H
#define FORMAT_MESSAGES_H

#include "format/intake.h"

/* Writes the messages of BOARD by id, header first. */
void messages_write(const struct board *board, struct csv_writer *writer);

/* Writes, by id, of stickies that have any: whether they are public, their payload and metadata, how
 * they are rejected, and what checks are silent about. */
void messages_write_details(const struct board *board, struct csv_writer *writer);

/* What they are read as, after stickies and relations; the visitors' context is a struct intake. What
 * is on the board stays. */
extern const struct table_type messages_type, messages_details;

#endif
