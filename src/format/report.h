/*
 * report: the story of a workshop, for somebody who was not there. The first page is for those who read no more: what
 * for, who, decisions, what is open, each context in a sentence, the map.
 */
#ifndef FORMAT_REPORT_H
#define FORMAT_REPORT_H

#include <stdbool.h>
#include <stdio.h>

#include "model/board.h"
#include "store/store.h"

struct report_options {
	bool html;                /* one HTML page with pictures; otherwise Markdown */
	const char *part;         /* this part only, one that report_part_name() knows; NULL: all */
	const struct vec *events; /* of int64_t: message flows of these only; NULL: of all, phase by phase */
};

/* The name of part AT, from 0; NULL after the last. */
const char *report_part_name(size_t at);

/* Does PATH (NULL is none) end as that of an HTML file? */
bool report_is_html(const char *path);

/* Prints the report of BOARD, whose log STORE has, in the user's language. Fails if the log cannot be read; the caller
 * checks for write errors with ferror(). */
int report_write(const struct board *board, struct store *store, const struct report_options *options, FILE *out,
	struct error *err);

#endif
