/*
 * dialect: how somebody else's table is written, as far as it does not tell itself.
 */
#ifndef CSV_DIALECT_H
#define CSV_DIALECT_H

#include <stdbool.h>

/* All zero: what the file tells holds. */
struct dialect {
	char separator;       /* between cells; 0: the one that the first line has most of */
	const char *encoding; /* as iconv(1) names it; NULL: UTF-8, UTF-16 or CP949, whichever is certain */
	bool no_header;       /* the first row is one like all others; columns are called by their numbers */
	const char *map;      /* "COLUMN=FIELD,COLUMN=FIELD": what columns are, "-" for one to leave out; or NULL */
};

/* An entry of the map. */
struct dialect_entry {
	char *column; /* a title, or a number */
	char *field;  /* NULL: there is no '=' */
};

/* Takes the next entry off *REST, which was the map at first; false at its end. ENTRY is to be released. */
bool dialect_next(const char **rest, struct dialect_entry *entry);
void dialect_release(struct dialect_entry *entry);

#endif
