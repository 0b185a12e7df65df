/*
 * csv_tables: the tables that a board is in CSV, as they are written; csv/columns.h says what their columns are.
 */
#ifndef FORMAT_CSV_TABLES_H
#define FORMAT_CSV_TABLES_H

#include "csv/csv_writer.h"
#include "model/board.h"

/* Each writes a part of BOARD by id, header first. */
void csv_tables_stickies(const struct board *board, struct csv_writer *writer);
void csv_tables_contexts(const struct board *board, struct csv_writer *writer);
void csv_tables_relations(const struct board *board, struct csv_writer *writer);
void csv_tables_messages(const struct board *board, struct csv_writer *writer);
void csv_tables_phases(const struct board *board, struct csv_writer *writer);
void csv_tables_lanes(const struct board *board, struct csv_writer *writer);
void csv_tables_people(const struct board *board, struct csv_writer *writer);

/* Of stickies that have any: whether they are public, their payload and metadata, how they are rejected, and what
 * checks are silent about. */
void csv_tables_details(const struct board *board, struct csv_writer *writer);

#endif
