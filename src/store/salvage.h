/*
 * salvage: the rows that can still be read from a damaged board file, in a scratch database with the tables of a board,
 * which sorts them.
 *
 * Rows are read through their table where it can be walked, and otherwise from single leaf pages, whose table is
 * guessed from the number and types of columns. Of two rows with the same id the first wins. log_walk() and row_walk()
 * work on the scratch database: ids are in range and each change has its action, which may lack its time; everything
 * else may be wrong or missing.
 */
#ifndef STORE_SALVAGE_H
#define STORE_SALVAGE_H

#include "store/sqlite.h"

struct salvage {
	struct store *scratch;
	int64_t rows;      /* in all */
	int64_t changes;   /* of these */
	size_t faults;     /* pages and records that could not be read */
	size_t log_faults; /* those that may belong to the log */
};

/* Reads the file PATH. A journal or write-ahead log next to it is replayed into a copy, and the copy is used if it
 * gives more rows: the journal may be needed, or belong to another file. Fails if the file was made by a newer evstorm,
 * or contains nothing of a board. Release SALVAGE either way. */
int salvage_read(struct salvage *salvage, const char *path, struct error *err);
void salvage_release(struct salvage *salvage);

#endif
