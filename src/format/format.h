/*
 * format: the file formats that a board can be written in, as a table. Each stands at the end of its
 * own file; format_rows.h names them.
 */
#ifndef FORMAT_FORMAT_H
#define FORMAT_FORMAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "base/error.h"
#include "model/board.h"
#include "store/store.h"

struct format_options {
	bool bom;            /* begin with a byte order mark, for spreadsheets that need one */
	bool light;          /* of pictures: on a light ground */
	bool map;            /* the context map in place of the board; of formats that know it */
	const char *context; /* what is about this context only; NULL: all; of formats that know it */
	int64_t before;      /* of a folder: its history ends before this action; 0: it has all */
};

struct format {
	const char *name;     /* what -f takes */
	const char *ending;   /* of file names, with the dot */
	const char *sentence; /* what it is, for the help; to be translated */
	bool map;             /* does it know the context map? */
	/* Writes BOARD to OUT; whether OUT took it all is the caller's to check with ferror(). */
	int (*write)(const struct board *board, const struct format_options *options, FILE *out, struct error *err);
	bool by_context; /* can it be about one context? */
	bool whole;      /* does it show what is put aside (model/parking.h) as well? */
	/* Writes BOARD, whose log is in STORE, into the folder PATH; NULL for formats that are one file. */
	int (*write_folder)(const struct board *board, struct store *store, const struct format_options *options,
		const char *path, struct error *err);
};

/* The format called NAME, or of the ending of PATH; NULL when there is none. */
const struct format *format_find(const char *name);
const struct format *format_of_path(const char *path);

/* What `write` and `write_folder` of FORMAT do, of a format that is not `whole` with the timeline alone. */
int format_write(const struct format *format, const struct board *board, const struct format_options *options,
	FILE *out, struct error *err);
int format_write_folder(const struct format *format, const struct board *board, struct store *store,
	const struct format_options *options, const char *path, struct error *err);

/* The table, *COUNT rows. */
const struct format *const *format_list(size_t *count);

#endif
