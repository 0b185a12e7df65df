/*
 * salvage: copies the rows that can still be read from a damaged board file into a scratch database with the tables of
 * a board.
 *
 * Rows are read through their table as far as it can be walked, and otherwise from single leaf pages, whose table is
 * guessed from the number and types of columns. Of two rows with the same id the first wins. log_walk() and row_walk()
 * work on the scratch database: ids are in range, and each change has its action, perhaps without its time; everything
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
	size_t log_faults; /* those of them that may belong to the log */
};

/* Reads the file PATH. A journal or write-ahead log next to it may be needed or belong to another file, so it is
 * replayed into a copy, which is used if it gives more. Fails if the file was made by a newer evstorm, or has
 * nothing of a board. Release SALVAGE either way. */
int salvage_read(struct salvage *salvage, const char *path, struct error *err);
void salvage_release(struct salvage *salvage);

#endif
