#include "format/svg_pages.h"

#include <stdlib.h>

#include "format/axis.h"
#include "format/svg_plan.h"

/* The columns, or rows, in use on a board; of rows, how high they are. */
struct svg_pages_line {
	int32_t at;
	int height; /* of a row's boxes, in cells */
};

/* Pages being made. */
struct svg_pages_work {
	struct svg_pages *pages;
	struct svg_pages_size size;
	struct vec stickies; /* of const struct sticky *, by column and row */
	struct vec columns;  /* of int32_t, ascending: those with stickies */
};

/* The places that a stop takes after the one before it; empty stretches are cut (axis.h). */
static int svg_pages_step(int32_t before, int32_t at)
{
	return at - before > AXIS_EMPTY_MOST ? AXIS_EMPTY_MOST + 1 : at - before;
}

static int32_t svg_pages_column(const struct svg_pages_work *work, size_t at)
{
	return vec_get(&work->columns, int32_t, at);
}

/* How many columns those from FIRST up to END (not included) take. */
static int svg_pages_width(const struct svg_pages_work *work, size_t first, size_t end)
{
	int width = first < end;

	for (size_t i = first + 1; i < end; i++)
		width += svg_pages_step(svg_pages_column(work, i - 1), svg_pages_column(work, i));
	return width;
}

static int svg_pages_compare(const void *a, const void *b)
{
	const struct svg_pages_line *first = a, *second = b;

	return (first->at > second->at) - (first->at < second->at);
}

/* Fills ROWS with the rows in use between the columns FIRST and LAST. */
static void svg_pages_rows(const struct svg_pages_work *work, int32_t first, int32_t last, struct vec *rows)
{
	struct svg_pages_line *lines;
	size_t kept = 0;

	vec_reset(rows);
	for (size_t i = 0; i < work->stickies.count; i++) {
		const struct sticky *sticky = vec_get(&work->stickies, const struct sticky *, i);

		if (sticky->place.column >= first && sticky->place.column <= last)
			vec_add(rows, struct svg_pages_line) =
				(struct svg_pages_line){sticky->place.row, svg_plan_box_height(sticky)};
	}
	if (!rows->count)
		return;
	lines = rows->items;
	qsort(lines, rows->count, sizeof(*lines), svg_pages_compare);
	for (size_t i = 1; i < rows->count; i++) {
		if (lines[i].at != lines[kept].at)
			lines[++kept] = lines[i];
		else if (lines[i].height > lines[kept].height)
			lines[kept].height = lines[i].height;
	}
	rows->count = kept + 1;
}

/* Adds the pages of the columns FIRST to LAST: as many rows on each as fit. */
static void svg_pages_add(struct svg_pages_work *work, int32_t first, int32_t last)
{
	const struct viewport_zoom_size *size = svg_plan_size();
	struct vec rows = VEC_INIT(struct svg_pages_line);
	int gutter = size->down - size->height, used = 0;
	size_t top = 0;

	svg_pages_rows(work, first, last, &rows);
	for (size_t i = 0; i <= rows.count; i++) {
		const struct svg_pages_line *row = i < rows.count ? vec_at(&rows, i) : NULL;
		int empty =
			row && i > top ? svg_pages_step(vec_get(&rows, struct svg_pages_line, i - 1).at, row->at) : 1;
		int needs = row ? (empty - 1) * size->down + row->height + gutter : 0;

		if (i > top && (!row || used + needs > work->size.cells)) {
			vec_add(&work->pages->parts, struct place_rect) =
				(struct place_rect){{first, vec_get(&rows, struct svg_pages_line, top).at},
					{last, vec_get(&rows, struct svg_pages_line, i - 1).at}};
			top = i;
			used = 0;
			needs = row ? row->height + gutter : 0;
		}
		used += needs;
	}
	vec_release(&rows);
}

/* Adds the pages of a phase that is too wide for one, its columns from FIRST up to END; returns the first column that
 * is left for the next page. */
static size_t svg_pages_split(struct svg_pages_work *work, size_t first, size_t end)
{
	int width = svg_pages_width(work, first, end);
	int pages = (width + work->size.columns - 1) / work->size.columns;
	int most = (width + pages - 1) / pages;
	size_t start = first;

	for (size_t i = first + 1; i < end; i++) {
		if (svg_pages_width(work, start, i + 1) <= most)
			continue;
		svg_pages_add(work, svg_pages_column(work, start), svg_pages_column(work, i - 1));
		start = i;
	}
	return start;
}

static void svg_pages_cut(struct svg_pages_work *work)
{
	const struct board *board = work->pages->board;
	size_t start = 0, end;

	for (size_t phase = 0; phase < work->columns.count; phase = end) {
		const struct phase *name = board_phase_of(board, svg_pages_column(work, phase));

		for (end = phase + 1; end < work->columns.count; end++)
			if (board_phase_of(board, svg_pages_column(work, end)) != name)
				break;
		if (start < phase && svg_pages_width(work, start, end) > work->size.columns) {
			svg_pages_add(work, svg_pages_column(work, start), svg_pages_column(work, phase - 1));
			start = phase;
		}
		if (svg_pages_width(work, start, end) > work->size.columns)
			start = svg_pages_split(work, start, end);
	}
	if (start < work->columns.count)
		svg_pages_add(work, svg_pages_column(work, start), svg_pages_column(work, work->columns.count - 1));
}

void svg_pages_init(struct svg_pages *pages, const struct board *board, struct svg_pages_size size)
{
	struct svg_pages_work work = {pages, size, VEC_INIT(const struct sticky *), VEC_INIT(int32_t)};

	*pages = (struct svg_pages){board, VEC_INIT(struct place_rect)};
	board_list_in_time(board, &work.stickies);
	for (size_t i = 0; i < work.stickies.count; i++) {
		int32_t column = (vec_get(&work.stickies, const struct sticky *, i))->place.column;

		if (!work.columns.count || vec_end(&work.columns, int32_t) != column)
			vec_add(&work.columns, int32_t) = column;
	}
	svg_pages_cut(&work);
	vec_release(&work.stickies);
	vec_release(&work.columns);
}

void svg_pages_release(struct svg_pages *pages)
{
	vec_release(&pages->parts);
}

size_t svg_pages_number(const struct svg_pages *pages, struct place place)
{
	for (size_t i = 0; i < pages->parts.count; i++) {
		struct place_rect part = vec_get(&pages->parts, struct place_rect, i);

		if (place.column >= part.first.column && place.column <= part.last.column &&
			place.row >= part.first.row && place.row <= part.last.row)
			return i + 1;
	}
	return 0;
}

void svg_pages_name(const struct svg_pages *pages, size_t at, struct strbuf *out)
{
	struct place_rect part = vec_get(&pages->parts, struct place_rect, at);
	const struct phase *begun = board_phase_of(pages->board, part.first.column);
	struct vec phases = VEC_INIT(const struct phase *);
	size_t before = out->len;

	board_list_phases(pages->board, &phases);
	for (size_t i = 0; i < phases.count; i++) {
		const struct phase *phase = vec_get(&phases, const struct phase *, i);

		if ((phase != begun && (phase->column < part.first.column || phase->column > part.last.column)) ||
			!phase->name)
			continue;
		strbuf_addf(out, "%s%s", out->len > before ? ", " : "", phase->name);
	}
	vec_release(&phases);
}
