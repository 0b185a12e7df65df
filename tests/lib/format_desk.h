/*
 * format_desk: a board of its own for each test of a format, and a folder for its files.
 */
#ifndef FORMAT_DESK_H
#define FORMAT_DESK_H

#include "import/import.h"

struct format_desk {
	struct action action;
	struct edit edit;
	struct import_report report; /* of the last import */
	struct error err;            /* of the last call that failed */
	char folder[64];             /* empty at first, gone at the end */
};

void format_desk_open(struct format_desk *desk);
void format_desk_close(struct format_desk *desk);

/* Writes LEN bytes, or a text, as file NAME of the folder. */
void format_desk_put_bytes(struct format_desk *desk, const char *name, const char *bytes, size_t len);
void format_desk_put(struct format_desk *desk, const char *name, const char *text);

/* The path of NAME, good until the next call; what the file holds, to be freed. */
const char *format_desk_path(const struct format_desk *desk, const char *name);
char *format_desk_get(const struct format_desk *desk, const char *name);

/* Imports file or folder NAME ("" is the folder of the desk); what import_read() returned. */
int format_desk_import(struct format_desk *desk, const char *name);

/* Writes TEXT into a file and imports it. */
int format_desk_import_text(struct format_desk *desk, const char *text);

/* Runs a board command as the facilitator; it must work. */
void format_desk_do(struct format_desk *desk, const char *line);

/* The board as FORMAT, of CONTEXT only unless that is NULL, to be freed; NULL when it fails (see err). */
char *format_desk_write(struct format_desk *desk, const char *format, const char *context);

/* The board as CSV, to be freed. */
char *format_desk_export(const struct format_desk *desk, bool bom);

#endif
