/*
 * markdown: text and tables for Markdown that is also readable as plain text.
 */
#ifndef FORMAT_MARKDOWN_H
#define FORMAT_MARKDOWN_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#include "base/strbuf.h"
#include "base/vec.h"

/* Appends TEXT (NULL is empty) on one line, escaped so that it has no markup. */
void markdown_text(struct strbuf *out, const char *text);

/* A table. Its cells are kept until it is printed, so columns are as wide as needed. */
struct markdown_table {
	size_t columns;
	bool texts;       /* all columns are aligned to the left; set it after markdown_table_init() */
	struct vec cells; /* of char *, row by row, the header first */
};

void markdown_table_init(struct markdown_table *table, size_t columns);
void markdown_table_release(struct markdown_table *table);

/* Adds the next cell: a text, or a number (0 is left empty). */
void markdown_table_text(struct markdown_table *table, const char *text);
void markdown_table_number(struct markdown_table *table, int64_t number);

/* Prints the table and an empty line; unless it has `texts`, all columns but the first are right-aligned. */
void markdown_table_print(const struct markdown_table *table, FILE *out);

#endif
