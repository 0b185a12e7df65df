/*
 * dialect: how to read a table of another program, where the file itself does not show it.
 */
#ifndef CSV_DIALECT_H
#define CSV_DIALECT_H

#include <stdbool.h>

#include "base/names.h"

/* All zero: as the file shows. */
struct dialect {
	char separator;       /* between cells; 0: the one that the first line has most of */
	const char *encoding; /* a name known to iconv(1); NULL: UTF-8, UTF-16 or CP949, as detected */
	bool no_header;       /* there is no header; columns have numbers instead of names */
	struct names *seen;   /* of a map for several tables: the columns that some of them have; NULL: the one
				 table has to have all */
	const char *map;      /* "COLUMN=FIELD,COLUMN=FIELD": the fields of columns, "-" to leave one out; or NULL */
};

/* An entry of the map. */
struct dialect_entry {
	char *column; /* a title, or a number */
	char *field;  /* NULL if there is no '=' */
};

/* Reads the next entry of *REST, at first the map, and moves past it; false at the end. The caller releases ENTRY. */
bool dialect_next(const char **rest, struct dialect_entry *entry);
void dialect_release(struct dialect_entry *entry);

#endif
