/*
 * pages: the records of an SQLite file, read page by page without SQLite, from files that it refuses.
 *
 * SQLite gives up a table at its first bad page, and a file at a bad header; and its own recovery is compiled
 * into few libraries (Debian's has neither sqlite3_recover nor sqlite_dbpage). Yet nearly all of a torn file
 * lies in pages that are whole, and each leaf of a table can be read by itself: its records bear their keys
 * and types. What is needed for that is a small part of the file format, which SQLite promises to keep:
 * interior and leaf pages of tables, records, and chains of overflow pages. Indexes are left alone.
 *
 * Whatever the file holds, each page is taken once, so the time is that of reading it and nothing goes in
 * circles.
 */
#ifndef STORE_PAGES_H
#define STORE_PAGES_H

#include <stddef.h>
#include <stdint.h>

#include "base/error.h"

/* More columns than this has no table of ours. */
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
	int64_t key; /* the rowid, which an INTEGER PRIMARY KEY is; its own value is NULL */
	size_t count;
	struct pages_value values[PAGES_COLUMNS_MOST];
};

/* Opens the file PATH, called SHOWN in messages, for reading. */
int pages_open(const char *path, const char *shown, struct pages **pages, struct error *err);
void pages_free(struct pages *pages);

/* The number at byte AT of the header, 4 bytes; 0 when the header is not one of SQLite. */
uint32_t pages_header(const struct pages *pages, size_t at);

/* The record is good until VISIT returns. */
typedef void pages_visit(void *context, const struct pages_record *record);

/* Visits what can be read of the table whose root is page ROOT, 1 for the schema. */
void pages_table(struct pages *pages, uint32_t root, pages_visit *visit, void *context);

/* Visits the records of those leaves that no table led to, and that are not known to be free. To be called at
 * last. */
void pages_rest(struct pages *pages, pages_visit *visit, void *context);

/* How many pages and records could not be read so far. */
size_t pages_faults(const struct pages *pages);

#endif
