/*
 * look: the header and the first rows of a table, read before it is imported.
 */
#ifndef IMPORT_LOOK_H
#define IMPORT_LOOK_H

#include "base/error.h"
#include "base/vec.h"
#include "csv/dialect.h"

struct look_column {
	char *title;  /* safe to print, owned */
	char *sample; /* the first cells below it, safe to print, owned */
};

struct look {
	bool known;         /* it has the column that stickies or relations need */
	struct vec columns; /* of struct look_column */
};

/* Looks at the file PATH. Release LOOK even after a failure. */
int look_at(struct look *look, const char *path, const struct dialect *dialect, struct error *err);
void look_release(struct look *look);

#endif
