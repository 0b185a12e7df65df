/*
 * migrate: brings a file of an older format up to date, one format after the other, after a copy of it has been
 * put beside it (BOARD.evs.format-N).
 */
#ifndef STORE_MIGRATE_H
#define STORE_MIGRATE_H

#include "store/sqlite.h"

/* How a file comes to format TO from the one before. */
struct migration {
	int to;
	const char *sql;
};

/* Our migrations, by ascending format; *COUNT rows. */
const struct migration *migrate_list(size_t *count);

/* Runs what brings a file of FORMAT to that of the last row; nothing is changed on failure. */
int migrate_run(struct store *sqlite, int format, const struct migration *rows, size_t count, struct error *err);

#endif
