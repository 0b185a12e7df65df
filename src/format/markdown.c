#include "format/markdown.h"

#include <inttypes.h>
#include <string.h>

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
	vec_init(&table->cells, sizeof(char *));
}

void markdown_table_release(struct markdown_table *table)
{
	vec_release_strings(&table->cells);
}

void markdown_table_text(struct markdown_table *table, const char *text)
{
	struct strbuf cell = STRBUF_INIT;

	markdown_text(&cell, text);
	vec_add(&table->cells, char *) = strbuf_detach(&cell);
}

void markdown_table_number(struct markdown_table *table, int64_t number)
{
	struct strbuf cell = STRBUF_INIT;

	if (number)
		strbuf_addf(&cell, "%" PRId64, number);
	vec_add(&table->cells, char *) = strbuf_detach(&cell);
}

static int markdown_table_width(const struct markdown_table *table, size_t column)
{
	int widest = 3;

	for (size_t i = column; i < table->cells.count; i += table->columns) {
		const char *cell = vec_get(&table->cells, char *, i);
		int cells = width_of(cell, strlen(cell));

		if (cells > widest)
			widest = cells;
	}
	return widest;
}

static void markdown_table_rule(const struct markdown_table *table, FILE *out)
{
	for (size_t column = 0; column < table->columns; column++) {
		fputs("| ", out);
		for (int i = markdown_table_width(table, column); i > 1; i--)
			fputc('-', out);
		fputs(column ? ": " : "- ", out);
	}
	fputs("|\n", out);
}

void markdown_table_print(const struct markdown_table *table, FILE *out)
{
	for (size_t i = 0; i < table->cells.count; i++) {
		const char *cell = vec_get(&table->cells, char *, i);
		size_t column = i % table->columns;
		int blanks = markdown_table_width(table, column) - width_of(cell, strlen(cell));

		if (i == table->columns)
			markdown_table_rule(table, out);
		if (column)
			fprintf(out, "| %*s%s ", blanks, "", cell);
		else
			fprintf(out, "| %s%*s ", cell, blanks, "");
		if (column + 1 == table->columns)
			fputs("|\n", out);
	}
	fputc('\n', out);
}
