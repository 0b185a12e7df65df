#include "cli/listing.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "csv/csv_writer.h"
#include "format/quoted.h"
#include "text/clean.h"
#include "text/width.h"

struct listing_cell {
	char *text;     /* of LISTING_TEXT, owned; or NULL */
	int64_t number; /* of the other types */
};

static const struct listing_cell *listing_cell(const struct listing *listing, size_t row, size_t column)
{
	return vec_at(&listing->cells, row * listing->count + column);
}

/* For people */

/* Sets *OUT to the cell as people read it, on one line. */
static void listing_show(const struct listing *listing, size_t row, size_t column, struct strbuf *out)
{
	const struct listing_cell *cell = listing_cell(listing, row, column);
	char time[CLOCK_TEXT_BYTES];

	strbuf_reset(out);
	if (cell->text) {
		struct strbuf line = STRBUF_INIT;

		clean_flatten(&line, cell->text);
		clean_for_display(out, line.text, line.len); /* the name of a file may hold anything */
		strbuf_release(&line);
	} else if (listing->columns[column].type != LISTING_NUMBER && !cell->number) {
		return;
	} else if (listing->columns[column].type == LISTING_TIME) {
		clock_format_local(cell->number, time);
		strbuf_addf(out, "%.10s %.5s", time, time + strlen("2026-11-20T"));
	} else {
		strbuf_addf(out, "%" PRId64, cell->number);
	}
}

/* Prints TEXT, in WIDTH cells. */
static void listing_pad(const struct listing *listing, size_t column, const struct strbuf *text, int width)
{
	int gap = width - width_of(text->text, text->len);
	enum listing_type type = listing->columns[column].type;
	bool right = type == LISTING_NUMBER || type == LISTING_ID;

	if (right)
		printf("%*s", gap, "");
	fputs(text->text, stdout);
	if (!right && column + 1 < listing->count)
		printf("%*s", gap, "");
	fputs(column + 1 < listing->count ? "  " : "\n", stdout);
}

static void listing_print_text(const struct listing *listing)
{
	int *widths = mem_zalloc(listing->count * sizeof(*widths));
	size_t rows = listing_rows(listing);
	struct strbuf text = STRBUF_INIT;

	for (size_t column = 0; column < listing->count; column++) {
		const char *title = _(listing->columns[column].title);

		widths[column] = listing->bare ? 0 : width_of(title, strlen(title));
		for (size_t row = 0; row < rows; row++) {
			listing_show(listing, row, column, &text);
			if (width_of(text.text, text.len) > widths[column])
				widths[column] = width_of(text.text, text.len);
		}
	}
	for (size_t column = 0; column < listing->count && !listing->bare && rows; column++) {
		strbuf_reset(&text);
		strbuf_addstr(&text, _(listing->columns[column].title));
		listing_pad(listing, column, &text, widths[column]);
	}
	for (size_t row = 0; row < rows; row++)
		for (size_t column = 0; column < listing->count; column++) {
			listing_show(listing, row, column, &text);
			listing_pad(listing, column, &text, widths[column]);
		}
	strbuf_release(&text);
	free(widths);
}

/* For programs */

static void listing_write_cell(const struct listing *listing, size_t row, size_t column, struct csv_writer *writer)
{
	const struct listing_cell *cell = listing_cell(listing, row, column);
	char number[24];

	switch (listing->columns[column].type) {
	case LISTING_TEXT: csv_writer_text(writer, cell->text); break;
	case LISTING_NUMBER:
		snprintf(number, sizeof(number), "%" PRId64, cell->number);
		csv_writer_text(writer, number);
		break;
	case LISTING_ID: csv_writer_number(writer, cell->number); break;
	case LISTING_TIME: csv_writer_time(writer, cell->number); break;
	}
}

static void listing_print_csv(const struct listing *listing)
{
	struct csv_writer writer;

	csv_writer_init(&writer, stdout, false);
	for (size_t column = 0; column < listing->count; column++)
		csv_writer_text(&writer, listing->columns[column].name);
	csv_writer_end_row(&writer);
	for (size_t row = 0; row < listing_rows(listing); row++) {
		for (size_t column = 0; column < listing->count; column++)
			listing_write_cell(listing, row, column, &writer);
		csv_writer_end_row(&writer);
	}
	csv_writer_release(&writer);
}

/* Prints the member of COLUMN; what is empty is null. */
static void listing_print_member(const struct listing *listing, size_t row, size_t column)
{
	const struct listing_cell *cell = listing_cell(listing, row, column);
	enum listing_type type = listing->columns[column].type;
	struct strbuf value = STRBUF_INIT;
	char time[CLOCK_TEXT_BYTES];

	if (type == LISTING_NUMBER || (type == LISTING_ID && cell->number)) {
		strbuf_addf(&value, "%" PRId64, cell->number);
	} else if (type == LISTING_TIME && cell->number) {
		clock_format(cell->number, time);
		quoted_text(&value, time);
	} else if (cell->text && *cell->text) {
		quoted_text(&value, cell->text);
	} else {
		strbuf_addstr(&value, "null");
	}
	printf("%s\"%s\": %s", column ? ", " : "", listing->columns[column].name, value.text);
	strbuf_release(&value);
}

static void listing_print_json(const struct listing *listing)
{
	size_t rows = listing_rows(listing);

	for (size_t row = 0; row < rows; row++) {
		fputs(row ? ",\n  {" : "[\n  {", stdout);
		for (size_t column = 0; column < listing->count; column++)
			listing_print_member(listing, row, column);
		fputc('}', stdout);
	}
	fputs(rows ? "\n]\n" : "[]\n", stdout);
}

/* In the order of the words of the option. */
static void (*const listing_formats[])(const struct listing *listing) = {
	listing_print_text, listing_print_csv, listing_print_json};

int listing_init(
	struct listing *listing, const struct listing_column *columns, const struct request *request, struct error *err)
{
	*listing = (struct listing){.columns = columns, .cells = VEC_INIT(struct listing_cell)};
	while (columns[listing->count].name)
		listing->count++;
	return request_choice(request, "format", &listing->format, err);
}

void listing_release(struct listing *listing)
{
	for (size_t i = 0; i < listing->cells.count; i++)
		free(vec_get(&listing->cells, struct listing_cell, i).text);
	vec_release(&listing->cells);
}

bool listing_is_text(const struct listing *listing)
{
	return !listing->format;
}

void listing_text(struct listing *listing, const char *text)
{
	vec_add(&listing->cells, struct listing_cell).text = mem_strdup(text ? text : "");
}

void listing_number(struct listing *listing, int64_t number)
{
	vec_add(&listing->cells, struct listing_cell).number = number;
}

size_t listing_rows(const struct listing *listing)
{
	return listing->cells.count / listing->count;
}

/* A row being sorted. */
struct listing_row {
	const struct listing_cell *cells, *key;
};

static int listing_compare(const void *a, const void *b)
{
	const struct listing_row *left = a, *right = b;
	int order = left->key->text
			    ? strcmp(left->key->text, right->key->text)
			    : (left->key->number < right->key->number) - (left->key->number > right->key->number);

	return order ? order : (left->cells > right->cells) - (left->cells < right->cells);
}

void listing_sort(struct listing *listing, size_t column)
{
	size_t rows = listing_rows(listing), size = listing->count * sizeof(struct listing_cell);
	struct vec order = VEC_INIT(struct listing_row);
	char *sorted = mem_alloc(rows * size + 1);

	for (size_t row = 0; row < rows; row++)
		vec_add(&order, struct listing_row) =
			(struct listing_row){listing_cell(listing, row, 0), listing_cell(listing, row, column)};
	if (rows)
		qsort(order.items, rows, order.size, listing_compare);
	for (size_t row = 0; row < rows; row++)
		memcpy(sorted + row * size, vec_get(&order, struct listing_row, row).cells, size);
	if (rows)
		memcpy(listing->cells.items, sorted, rows * size);
	vec_release(&order);
	free(sorted);
}

void listing_print(const struct listing *listing)
{
	listing_formats[listing->format](listing);
}
