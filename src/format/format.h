/*
 * format: the table of file formats that a board can be written in. Each is defined at the end of its own file;
 * format_rows.h names them.
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
	bool bom;                 /* begin with a byte order mark, for spreadsheets that need one */
	bool light;               /* for pictures: on a light background */
	bool map;                 /* the context map instead of the board; for formats with `map` */
	bool pages;               /* a page a file; for formats with `pages` */
	const char *context;      /* this context only; NULL: all; for formats with `by_context` */
	const struct vec *events; /* ids (int64_t) of the events of a scenario, or NULL; for formats with `scenario` */
	struct store *history;    /* include the log that is there, or NULL; for formats with `history` */
	int64_t before;           /* the history ends before this action; 0: all of it */
};

struct format {
	const char *name;     /* what -f takes */
	const char *ending;   /* of file names, with the dot; NULL for formats that are folders only */
	const char *sentence; /* for the help; translated when shown */
	bool map;             /* can it write the context map? */
	bool pages;           /* is its folder a page a file? */
	/* Writes BOARD to OUT. The caller checks for write errors with ferror(). NULL for formats that are folders. */
	int (*write)(const struct board *board, const struct format_options *options, FILE *out, struct error *err);
	bool by_context; /* can it write one context only? */
	bool history;    /* can one file include the log? */
	bool scenario;   /* can it write what happens around chosen events? */
	bool whole;      /* does it include what is put aside (model/parking.h)? */
	/* Writes BOARD, whose log is in STORE, into the folder PATH; NULL for formats that are one file. */
	int (*write_folder)(const struct board *board, struct store *store, const struct format_options *options,
		const char *path, struct error *err);
};

/* The format called NAME; the format for the ending of PATH. NULL if there is none. */
const struct format *format_find(const char *name);
const struct format *format_of_path(const char *path);

/* Call `write` and `write_folder` of FORMAT; a format that is not `whole` gets the timeline alone. */
int format_write(const struct format *format, const struct board *board, const struct format_options *options,
	FILE *out, struct error *err);
int format_write_folder(const struct format *format, const struct board *board, struct store *store,
	const struct format_options *options, const char *path, struct error *err);

/* The table, *COUNT rows. */
const struct format *const *format_list(size_t *count);

#endif
