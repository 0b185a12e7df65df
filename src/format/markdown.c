#include "format/markdown.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/width.h"

void markdown_text(struct strbuf *out, const char *text)
{
	for (; text && *text; text++) {
		if (*text == '\n') {
			strbuf_addch(out, ' ');
			continue;
		}
		if (strchr("\\`*_{}[]<>|#~&$", *text))
			strbuf_addch(out, '\\');
		strbuf_addch(out, *text);
	}
}

void markdown_table_init(struct markdown_table *table, size_t columns)
{
	table->columns = columns;
	table->texts = false;
	vec_init(&table->cells, sizeof(char *));
}

void markdown_table_release(struct markdown_table *table)
{
	vec_release_strings(&table->cells);
}

void markdown_table_text(struct markdown_table *table, const char *text)
{
	vec_add(&table->cells, char *) = mem_strdup(text ? text : "");
}

void markdown_table_number(struct markdown_table *table, int64_t number)
{
	struct strbuf cell = STRBUF_INIT;

	if (number)
		strbuf_addf(&cell, "%" PRId64, number);
	vec_add(&table->cells, char *) = strbuf_detach(&cell);
}

/* Replaces *OUT by cell AT, escaped; returns its width. */
static int markdown_table_cell(const struct markdown_table *table, size_t at, struct strbuf *out)
{
	strbuf_reset(out);
	markdown_text(out, vec_get(&table->cells, char *, at));
	return width_of(out->text, out->len);
}

/* The width of each column, to be freed. */
static int *markdown_table_widths(const struct markdown_table *table)
{
	int *widths = mem_zalloc(table->columns * sizeof(*widths));
	struct strbuf cell = STRBUF_INIT;

	for (size_t i = 0; i < table->columns; i++)
		widths[i] = 3;
	for (size_t i = 0; i < table->cells.count; i++) {
		int cells = markdown_table_cell(table, i, &cell), *widest = &widths[i % table->columns];

		*widest = cells > *widest ? cells : *widest;
	}
	strbuf_release(&cell);
	return widths;
}

/* Is COLUMN aligned to the left? */
static bool markdown_table_is_left(const struct markdown_table *table, size_t column)
{
	return !column || table->texts;
}

static void markdown_table_rule(const struct markdown_table *table, const int *widths, FILE *out)
{
	for (size_t column = 0; column < table->columns; column++) {
		fputs("| ", out);
		for (int i = widths[column]; i > 1; i--)
			fputc('-', out);
		fputs(markdown_table_is_left(table, column) ? "- " : ": ", out);
	}
	fputs("|\n", out);
}

void markdown_table_print(const struct markdown_table *table, FILE *out)
{
	int *widths = markdown_table_widths(table);
	struct strbuf cell = STRBUF_INIT;

	for (size_t i = 0; i < table->cells.count; i++) {
		size_t column = i % table->columns;
		int blanks = widths[column] - markdown_table_cell(table, i, &cell);

		if (i == table->columns)
			markdown_table_rule(table, widths, out);
		if (markdown_table_is_left(table, column))
			fprintf(out, "| %s%*s ", cell.text, blanks, "");
		else
			fprintf(out, "| %*s%s ", blanks, "", cell.text);
		if (column + 1 == table->columns)
			fputs("|\n", out);
	}
	fputc('\n', out);
	strbuf_release(&cell);
	free(widths);
}
