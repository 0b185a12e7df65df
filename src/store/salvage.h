/*
 * salvage: the rows of a board that can still be read from a damaged file, brought into a scratch database
 * with the tables of a board, which sorts them.
 *
 * A row comes by way of its table where that can be walked, and otherwise from a leaf found by itself, whose
 * table is then told by the number and types of its columns. Of two rows with one id the former stays. What is
 * in the scratch database can be walked with log_walk() and row_walk(): ids are in range, each change has its
 * action, which may have no time; everything else may be wrong or missing.
 */
#ifndef STORE_SALVAGE_H
#define STORE_SALVAGE_H

#include "store/sqlite.h"

struct salvage {
	struct store *scratch;
	int64_t rows;      /* in all */
	int64_t changes;   /* of these */
	size_t faults;     /* pages and records that could not be read */
	size_t log_faults; /* those of them that may have been of the log */
};

/* Reads the file PATH. With a journal or a write-ahead log beside it, that is played into a copy, and the copy is
 * taken when more can be read of it: what lies there may be needed, or be left of another file. A file that was
 * made by a newer evstorm, or that holds nothing of a board, is an error. SALVAGE is to be released either way. */
int salvage_read(struct salvage *salvage, const char *path, struct error *err);
void salvage_release(struct salvage *salvage);

#endif
