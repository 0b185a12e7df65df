/*
 * markdown: text and tables for Markdown files that are also read as they are.
 */
#ifndef FORMAT_MARKDOWN_H
#define FORMAT_MARKDOWN_H

#include <stdint.h>
#include <stdio.h>

#include "base/strbuf.h"
#include "base/vec.h"

/* Appends TEXT (NULL is empty) as one line that means nothing but itself. */
void markdown_text(struct strbuf *out, const char *text);

/* A table whose cells are kept until it is printed, as wide as they need. */
struct markdown_table {
	size_t columns;
	struct vec cells; /* of char *, row by row, the header first */
};

void markdown_table_init(struct markdown_table *table, size_t columns);
void markdown_table_release(struct markdown_table *table);

/* The next cell: a text, or a number, of which 0 is left empty. */
void markdown_table_text(struct markdown_table *table, const char *text);
void markdown_table_number(struct markdown_table *table, int64_t number);

/* Prints it with an empty line behind it; all columns but the first are set to the right. */
void markdown_table_print(const struct markdown_table *table, FILE *out);

#endif
