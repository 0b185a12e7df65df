/*
 * changes: the log as a table, a row a change, written and read: all that a board was ever.
 *
 * People stand in it by name, as they were called when they acted. An action without changes is a
 * row with empty cells for them.
 */
#ifndef CSV_CHANGES_H
#define CSV_CHANGES_H

#include "base/names.h"
#include "csv/table.h"
#include "store/store.h"

/* Who is called how, as the log goes on. */
struct changes_people {
	struct names ids; /* name -> id, the latest that had it */
	struct map names; /* id -> char *, owned */
};

struct changes_writer {
	struct csv_writer *csv;
	struct changes_people people;
};

/* Begins with the header. CSV stays the caller's. */
void changes_writer_init(struct changes_writer *writer, struct csv_writer *csv);
void changes_writer_release(struct changes_writer *writer);

/* Writes the next action of the log, or only notes who became known in it: no action may be left
 * out. */
void changes_writer_add(struct changes_writer *writer, const struct action *action);
void changes_writer_skip(struct changes_writer *writer, const struct action *action);

/* Reads the file PATH and calls VISIT with each action, which is numbered as in the file: 1, 2, 3.
 */
int changes_read(const char *path, store_visit *visit, void *visit_context, struct error *err);

#endif
