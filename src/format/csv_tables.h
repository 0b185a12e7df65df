/*
 * csv_tables: writes a board as CSV tables; csv/columns.h has their columns.
 */
#ifndef FORMAT_CSV_TABLES_H
#define FORMAT_CSV_TABLES_H

#include "csv/csv_writer.h"
#include "model/board.h"

/* Each writes a part of BOARD, header first, ordered by id. */
void csv_tables_stickies(const struct board *board, struct csv_writer *writer);
void csv_tables_contexts(const struct board *board, struct csv_writer *writer);
void csv_tables_relations(const struct board *board, struct csv_writer *writer);
void csv_tables_messages(const struct board *board, struct csv_writer *writer);
void csv_tables_phases(const struct board *board, struct csv_writer *writer);
void csv_tables_lanes(const struct board *board, struct csv_writer *writer);
void csv_tables_people(const struct board *board, struct csv_writer *writer);

/* The stickies that have any details: whether they are public, payload and metadata, how they are rejected, dismissed
 * checks. */
void csv_tables_details(const struct board *board, struct csv_writer *writer);

#endif
