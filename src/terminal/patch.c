#include "terminal/patch.h"

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* The second cell of a wide character. */
#define PATCH_SECOND 3

/* Fewer blanks are sent as spaces. */
#define PATCH_ERASED_LEAST 4

struct patch_cell {
	size_t at;           /* in the text; 0 for a blank */
	unsigned short len;  /* of it; 0: a blank */
	unsigned char width; /* 1, 2, PATCH_SECOND; 0: the cell does not change */
	bool erased;         /* it may be sent by erasing */
	size_t ink;
};

struct patch_row {
	int row;
	uint64_t inks;            /* bit n % 64: the ink n may be in it */
	struct patch_cell *cells; /* owned; the first is column 1 */
};

/* Cells of one row that are sent together. */
struct patch_run {
	int row, from, to; /* columns */
	bool on;           /* the next cell is sent in the same ink */
};

void patch_init(struct patch *patch, int columns)
{
	*patch = (struct patch){columns, VEC_INIT(struct ink), VEC_INIT(struct patch_row), STRBUF_INIT,
		VEC_INIT(struct patch_run), STRBUF_INIT};
}

/* Forgets all cells but keeps the memory. */
static void patch_reset(struct patch *patch)
{
	for (size_t i = 0; i < patch->rows.count; i++)
		free(vec_get(&patch->rows, struct patch_row, i).cells);
	vec_reset(&patch->rows);
	vec_reset(&patch->inks);
	strbuf_reset(&patch->text);
}

void patch_release(struct patch *patch)
{
	patch_reset(patch);
	vec_release(&patch->rows);
	vec_release(&patch->inks);
	strbuf_release(&patch->text);
	vec_release(&patch->runs);
	strbuf_release(&patch->other);
}

static size_t patch_ink(struct patch *patch, const struct ink *ink)
{
	for (size_t i = patch->inks.count; i-- > 0;)
		if (ink_equal(vec_at(&patch->inks, i), ink))
			return i;
	vec_add(&patch->inks, struct ink) = *ink;
	return patch->inks.count - 1;
}

static uint64_t patch_bit(size_t ink)
{
	return (uint64_t)1 << (ink % 64);
}

/* The row ROW; the rows are in order. */
static struct patch_row *patch_row(struct patch *patch, int row)
{
	struct patch_row *rows;
	size_t at = patch->rows.count;

	while (at && vec_get(&patch->rows, struct patch_row, at - 1).row > row)
		at--;
	if (at && vec_get(&patch->rows, struct patch_row, at - 1).row == row)
		return vec_at(&patch->rows, at - 1);
	vec_push(&patch->rows);
	rows = vec_at(&patch->rows, 0);
	memmove(rows + at + 1, rows + at, (patch->rows.count - 1 - at) * sizeof(*rows));
	rows[at].row = row;
	rows[at].inks = 0;
	rows[at].cells = mem_zalloc((size_t)patch->columns * sizeof(struct patch_cell));
	return &rows[at];
}

/* The cells of ROW, of which those from column FROM up to TO will change, in the ink WHICH; NULL if that splits a wide
 * character. */
static struct patch_cell *patch_take(struct patch *patch, int row, int from, int to, size_t which)
{
	struct patch_row *taken;
	struct patch_cell *cells;

	if (row < 1 || from < 1 || to > patch->columns)
		return NULL;
	taken = patch_row(patch, row);
	cells = taken->cells;
	if (cells[from - 1].width == PATCH_SECOND || (to < patch->columns && cells[to].width == PATCH_SECOND))
		return NULL;
	taken->inks |= patch_bit(which);
	return cells;
}

/* Adds a mark to the character before column COLUMN. */
static bool patch_add_mark(struct patch *patch, struct spot spot, const char *bytes, size_t len)
{
	int column = spot.column - 1;
	struct patch_cell *cells, *cell;

	if (spot.row < 1 || column < 1)
		return false;
	cells = patch_row(patch, spot.row)->cells;
	column -= cells[column - 1].width == PATCH_SECOND;
	cell = &cells[column - 1];
	if (!cell->len || cell->at + cell->len != patch->text.len || len > (size_t)(USHRT_MAX - cell->len))
		return false;
	strbuf_add(&patch->text, bytes, len);
	cell->len = (unsigned short)(cell->len + len);
	return true;
}

bool patch_put(struct patch *patch, struct spot spot, const char *bytes, size_t len, int cells, const struct ink *ink)
{
	struct patch_cell cell = {.at = patch->text.len, .len = (unsigned short)len}, *at;

	if (!cells)
		return patch_add_mark(patch, spot, bytes, len);
	cell.width = (unsigned char)cells;
	cell.ink = patch_ink(patch, ink);
	at = patch_take(patch, spot.row, spot.column, spot.column + cells - 1, cell.ink);
	if (!at)
		return false;
	if (len == 1 && bytes[0] == ' ')
		cell.at = cell.len = 0;
	at[spot.column - 1] = cell;
	if (cells == 2)
		at[spot.column] = (struct patch_cell){.width = PATCH_SECOND, .ink = cell.ink};
	strbuf_add(&patch->text, bytes, cell.len);
	return true;
}

bool patch_erase(struct patch *patch, int row, int from, int to, const struct ink *ink)
{
	size_t which = patch_ink(patch, ink);
	struct patch_cell *cells = patch_take(patch, row, from, to, which);

	for (int column = from; cells && column <= to; column++)
		cells[column - 1] = (struct patch_cell){.width = 1, .erased = true, .ink = which};
	return cells;
}

static void patch_go(struct patch_hand *hand, int row, int column, struct strbuf *out)
{
	travel(&hand->can, &hand->spot, (struct spot){row, column}, out);
}

/* Moves the hand on by CELLS that have been sent. Behind the last column it is unknown where the cursor is. */
static void patch_pass(const struct patch *patch, struct patch_hand *hand, int cells)
{
	hand->spot.column += cells;
	if (hand->spot.column > patch->columns)
		hand->spot = (struct spot){0};
}

static void patch_space(const struct patch *patch, struct patch_hand *hand, int cells, struct strbuf *out)
{
	for (int i = 0; i < cells; i++)
		strbuf_addch(out, ' ');
	patch_pass(patch, hand, cells);
}

/* Erases the cells of RUN in whichever way is the shortest. */
static void patch_write_blank(
	const struct patch *patch, struct patch_hand *hand, const struct patch_run *run, struct strbuf *out)
{
	int cells = run->to - run->from + 1, digits = travel_digits(cells);
	int erasing = 3 + digits + (run->on ? 3 + digits : 0);

	if (run->to == patch->columns) {
		patch_go(hand, run->row, run->from, out);
		strbuf_addstr(out, "\033[K");
	} else if (run->from == 1 && hand->can.erase_to && cells > PATCH_ERASED_LEAST) {
		patch_go(hand, run->row, run->to, out);
		strbuf_addstr(out, "\033[1K");
		if (run->on)
			patch_space(patch, hand, 1, out);
	} else if (hand->can.erase_cells && cells > erasing) {
		patch_go(hand, run->row, run->from, out);
		strbuf_addf(out, "\033[%dX", cells);
	} else {
		patch_go(hand, run->row, run->from, out);
		patch_space(patch, hand, cells, out);
	}
}

static void patch_write_text(const struct patch *patch, const struct patch_cell *cells, struct patch_hand *hand,
	const struct patch_run *run, struct strbuf *out)
{
	patch_go(hand, run->row, run->from, out);
	for (int column = run->from; column <= run->to; column++) {
		const struct patch_cell *cell = &cells[column - 1];

		if (cell->len)
			strbuf_add(out, patch->text.text + cell->at, cell->len);
		else if (cell->width == 1)
			strbuf_addch(out, ' ');
	}
	patch_pass(patch, hand, run->to - run->from + 1);
}

static bool patch_is_in(const struct patch *patch, const struct patch_cell *cells, int column, size_t ink)
{
	return column <= patch->columns && cells[column - 1].width && cells[column - 1].ink == ink;
}

static bool patch_is_blank(const struct patch_cell *cell)
{
	return !cell->len && cell->width != PATCH_SECOND;
}

/* The last of the blanks from COLUMN on in the same ink; *ERASED: erasing them is worth it. */
static int patch_blanks(const struct patch *patch, const struct patch_cell *cells, int column, bool *erased)
{
	size_t ink = cells[column - 1].ink;
	int to = column - 1;

	*erased = false;
	while (patch_is_in(patch, cells, to + 1, ink) && patch_is_blank(&cells[to]))
		*erased |= cells[to++].erased;
	*erased &= to - column >= PATCH_ERASED_LEAST - 1;
	return to;
}

/* The last cell of the run that begins at COLUMN: blanks to be erased, or anything else. */
static int patch_run_end(const struct patch *patch, const struct patch_cell *cells, int column)
{
	size_t ink = cells[column - 1].ink;
	bool erased;
	int to = patch_blanks(patch, cells, column, &erased);

	if (erased)
		return to;
	while (to < column || patch_is_in(patch, cells, to + 1, ink)) {
		int end = patch_blanks(patch, cells, to + 1, &erased);

		if (erased)
			break;
		to = end > to ? end : to + 1;
	}
	return to;
}

/* Finds what is in the ink WHICH in a row. */
static void patch_find_runs(struct patch *patch, const struct patch_row *row, size_t which)
{
	const struct patch_cell *cells = row->cells;

	vec_reset(&patch->runs);
	for (int column = 1, to; column <= patch->columns; column = to + 1) {
		to = column;
		if (!patch_is_in(patch, cells, column, which))
			continue;
		to = patch_run_end(patch, cells, column);
		vec_add(&patch->runs, struct patch_run) =
			(struct patch_run){row->row, column, to, patch_is_in(patch, cells, to + 1, which)};
	}
}

/* Writes the runs of a row, from its last one on if BACK. */
static void patch_write_runs(
	const struct patch *patch, const struct patch_row *row, bool back, struct patch_hand *hand, struct strbuf *out)
{
	for (size_t i = 0; i < patch->runs.count; i++) {
		struct patch_run run = vec_get(&patch->runs, struct patch_run, back ? patch->runs.count - 1 - i : i);
		bool erased;

		run.on &= !back;
		patch_blanks(patch, row->cells, run.from, &erased);
		if (erased)
			patch_write_blank(patch, hand, &run, out);
		else
			patch_write_text(patch, row->cells, hand, &run, out);
	}
}

/* Writes what is in the ink WHICH in a row, from whichever end is nearer. */
static void patch_write_row(
	struct patch *patch, const struct patch_row *row, size_t which, struct patch_hand *hand, struct strbuf *out)
{
	struct patch_hand other = *hand;
	size_t begin = out->len;

	patch_find_runs(patch, row, which);
	patch_write_runs(patch, row, false, hand, out);
	if (patch->runs.count < 2)
		return;
	strbuf_reset(&patch->other);
	patch_write_runs(patch, row, true, &other, &patch->other);
	if (patch->other.len < out->len - begin) {
		strbuf_truncate(out, begin);
		strbuf_add(out, patch->other.text, patch->other.len);
		*hand = other;
	}
}

static void patch_write_ink(struct patch *patch, size_t which, struct patch_hand *hand, struct strbuf *out)
{
	const struct ink *ink = vec_at(&patch->inks, which);

	ink_change(&hand->ink, ink, out);
	hand->ink = *ink;
	for (size_t i = 0; i < patch->rows.count; i++) {
		const struct patch_row *row = vec_at(&patch->rows, i);

		if (row->inks & patch_bit(which))
			patch_write_row(patch, row, which, hand, out);
	}
}

/* The ink at hand comes first. */
void patch_write(struct patch *patch, struct patch_hand *hand, struct strbuf *out)
{
	size_t first = 0;

	while (first < patch->inks.count && !ink_equal(vec_at(&patch->inks, first), &hand->ink))
		first++;
	if (first < patch->inks.count)
		patch_write_ink(patch, first, hand, out);
	for (size_t i = 0; i < patch->inks.count; i++)
		if (i != first)
			patch_write_ink(patch, i, hand, out);
	patch_reset(patch);
}
