/*
 * pages: reads the records of an SQLite file page by page, without SQLite, for files that SQLite refuses.
 *
 * SQLite gives up on a table at its first bad page, and on a file with a bad header. Its own recovery is missing from
 * most builds (Debian's has neither sqlite3_recover nor sqlite_dbpage). Yet nearly all pages of a damaged file
 * are intact, and each leaf of a table can be read by itself, because its records contain their keys and types.
 * This needs only a small part of the file format, which SQLite promises to keep: interior and leaf pages of
 * tables, records, and chains of overflow pages. Indexes are ignored.
 *
 * Whatever the file contains, each page is read once, so there are no endless loops.
 */
#ifndef STORE_PAGES_H
#define STORE_PAGES_H

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

/* No table of a board has more columns. */
#define PAGES_COLUMNS_MOST 40

struct pages;

enum pages_type { PAGES_NULL, PAGES_INTEGER, PAGES_TEXT, PAGES_OTHER };

struct pages_value {
	enum pages_type type;
	int64_t number;    /* PAGES_INTEGER */
	const char *bytes; /* PAGES_TEXT: LEN bytes, without a NUL */
	size_t len;
};

struct pages_record {
	int64_t key; /* the rowid, and so the INTEGER PRIMARY KEY, whose own value is NULL */
	size_t count;
	struct pages_value values[PAGES_COLUMNS_MOST];
};

/* Opens the file PATH, called SHOWN in messages, for reading. */
int pages_open(const char *path, const char *shown, struct pages **pages, struct error *err);
void pages_free(struct pages *pages);

/* The 4-byte number at byte AT of the header; 0 if the header is not one of SQLite. */
uint32_t pages_header(const struct pages *pages, size_t at);

/* RECORD is valid until the function returns. */
typedef void pages_visit(void *context, const struct pages_record *record);

/* Visits the readable records of the table whose root is page ROOT, 1 for the schema. */
void pages_table(struct pages *pages, uint32_t root, pages_visit *visit, void *context);

/* Visits the records of those leaves that no table led to and that are not known to be free. Call it last. */
void pages_rest(struct pages *pages, pages_visit *visit, void *context);

/* How many pages and records could not be read so far. */
size_t pages_faults(const struct pages *pages);

#endif
