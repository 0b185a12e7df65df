/*
 * schema: the tables. Those of items are derived from the field table (model/field.h).
 *
 * Format 1, 2026-11: the first, in WAL mode.
 * Format 2, 2026-11: the same tables, with a rollback journal and sealed pages (seal.h); adds the kinds opportunity
 * and value.
 * Format 3, 2026-11: what papers of the method need: purposes, subdomains, roles and assumptions of contexts,
 * definitions, invariants. Each field says in which format it came (model/field.h).
 */
#ifndef STORE_SCHEMA_H
#define STORE_SCHEMA_H

#include "store/sqlite.h"

/* Creates the tables in a new file. */
int schema_create(struct store *sqlite, struct error *err);

/* Refuses a file with other tables, views or triggers than those of a board. */
int schema_check(struct store *sqlite, struct error *err);

#endif
