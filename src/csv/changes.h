/*
 * changes: writes and reads the log as a table with a row for each change.
 *
 * It has the names of people, as they were when they acted. An action without changes is a row without an
 * entity, item, field and values.
 */
#ifndef CSV_CHANGES_H
#define CSV_CHANGES_H

#include "base/names.h"
#include "csv/table.h"
#include "store/store.h"

/* The names of people at the current place in the log. */
struct changes_people {
	struct names ids; /* name -> id of the latest person with it */
	struct map names; /* id -> char *, owned */
};

struct changes_writer {
	struct csv_writer *csv;
	struct changes_people people;
};

/* Writes the header. The caller still owns CSV. */
void changes_writer_init(struct changes_writer *writer, struct csv_writer *csv);
void changes_writer_release(struct changes_writer *writer);

/* Writes the next action of the log, or skips it and only records who is named in it. Call one of them for each
 * action. */
void changes_writer_add(struct changes_writer *writer, const struct action *action);
void changes_writer_skip(struct changes_writer *writer, const struct action *action);

/* Reads the file PATH and calls VISIT with each action. Their numbers are those in the file: 1, 2, 3. */
int changes_read(const char *path, store_visit *visit, void *visit_context, struct error *err);

#endif
