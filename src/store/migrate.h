/*
 * migrate: upgrades a file of an older format, one format after the other. First puts a copy next to it
 * (BOARD.evs.format-N).
 */
#ifndef STORE_MIGRATE_H
#define STORE_MIGRATE_H

#include "store/sqlite.h"

/* The SQL that upgrades a file from the previous format to format TO. */
struct migration {
	int to;
	const char *sql;
};

/* The migrations, by ascending format; sets *COUNT to their number. */
const struct migration *migrate_list(size_t *count);

/* Upgrades a file of FORMAT to the format of the last row. On failure the file is unchanged. */
int migrate_run(struct store *sqlite, int format, const struct migration *rows, size_t count, struct error *err);

#endif
