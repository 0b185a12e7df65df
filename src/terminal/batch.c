#include "terminal/batch.h"

#include <stdio.h>
#include <string.h>
#include <wchar.h>

#include "base/vec.h"
#include "text/utf8.h"

#define BATCH_ESC 27
#define BATCH_COLOUR_BYTES 16
#define BATCH_NUMBERS 16
#define BATCH_INSERT 4 /* the mode in which texts move others */

enum { BATCH_BOLD = 1, BATCH_DIM = 2, BATCH_UNDERLINE = 8, BATCH_REVERSE = 64 }; /* 1 << (number - 1) */

/* A look. */
struct batch_pen {
	unsigned attributes;
	char colours[2][BATCH_COLOUR_BYTES]; /* foreground and background, "38;5;16" or "31"; "": the terminal's own */
};

/* Text, or an erasing sequence, at a place. */
struct batch_run {
	int row, column, cells; /* from 1; no cells: it erases to the right */
	size_t pen;
	size_t at, len; /* bytes of the text */
};

struct batch {
	struct vec pens; /* of struct batch_pen: the looks, in the order in which they come */
	struct vec runs; /* of struct batch_run */
	struct strbuf text;
	struct strbuf before, behind; /* what shows and hides the cursor, before and after all runs */
	struct batch_pen pen;         /* at hand */
	int row, column;              /* at hand; 0: unknown */
	bool across;                  /* the terminal knows ESC [ n G */
};

/* A sequence ESC [ ... and its numbers. */
struct batch_sequence {
	const char *bytes;
	size_t len;
	bool private; /* with a "?" */
	int numbers[BATCH_NUMBERS];
	int count; /* of numbers; the missing first one is 0 */
};

static void batch_init(struct batch *batch)
{
	*batch = (struct batch){.pens = VEC_INIT(struct batch_pen),
		.runs = VEC_INIT(struct batch_run),
		.text = STRBUF_INIT,
		.before = STRBUF_INIT,
		.behind = STRBUF_INIT};
}

static void batch_release(struct batch *batch)
{
	vec_release(&batch->pens);
	vec_release(&batch->runs);
	strbuf_release(&batch->text);
	strbuf_release(&batch->before);
	strbuf_release(&batch->behind);
}

/* Reads the sequence at BYTES; false if it is none or too long. */
static bool batch_read(const char *bytes, size_t len, struct batch_sequence *sequence)
{
	size_t at = 2;

	*sequence = (struct batch_sequence){.bytes = bytes, .count = 1};
	if (len < 3 || bytes[1] != '[')
		return false;
	sequence->private = bytes[at] == '?';
	for (at += sequence->private; at < len && ((bytes[at] >= '0' && bytes[at] <= '9') || bytes[at] == ';'); at++) {
		int *number = &sequence->numbers[sequence->count - 1];

		if (bytes[at] != ';')
			*number = *number > 9999 ? *number : *number * 10 + bytes[at] - '0';
		else if (sequence->count++ == BATCH_NUMBERS)
			return false;
	}
	sequence->len = at + 1;
	return at < len;
}

/* The place of the look at hand among the looks. */
static size_t batch_pen_place(struct batch *batch)
{
	for (size_t i = 0; i < batch->pens.count; i++)
		if (!memcmp(vec_at(&batch->pens, i), &batch->pen, sizeof(batch->pen)))
			return i;
	vec_add(&batch->pens, struct batch_pen) = batch->pen;
	return batch->pens.count - 1;
}

/* Sets a colour to what PREFIX and NUMBER are; below 0: to the terminal's own. */
static void batch_colour(struct batch_pen *pen, bool back, const char *prefix, int number)
{
	memset(pen->colours[back], 0, BATCH_COLOUR_BYTES);
	if (number >= 0)
		snprintf(pen->colours[back], BATCH_COLOUR_BYTES, "%s%d", prefix, number);
}

/* Applies the number AT of a rendition; returns how many it used, 0: it is unknown. */
static int batch_render_one(struct batch_pen *pen, const struct batch_sequence *sequence, int at)
{
	int number = sequence->numbers[at];

	if (number == 0) {
		memset(pen, 0, sizeof(*pen));
	} else if (number == 1 || number == 2 || number == 4 || number == 7) {
		pen->attributes |= 1u << (number - 1);
	} else if ((number >= 30 && number <= 37) || (number >= 90 && number <= 97)) {
		batch_colour(pen, false, "", number);
	} else if ((number >= 40 && number <= 47) || (number >= 100 && number <= 107)) {
		batch_colour(pen, true, "", number);
	} else if (number == 39 || number == 49) {
		batch_colour(pen, number == 49, "", -1);
	} else if ((number == 38 || number == 48) && at + 2 < sequence->count && sequence->numbers[at + 1] == 5) {
		batch_colour(pen, number == 48, number == 38 ? "38;5;" : "48;5;", sequence->numbers[at + 2]);
		return 3;
	} else {
		return 0;
	}
	return 1;
}

static bool batch_render(struct batch *batch, const struct batch_sequence *sequence)
{
	for (int at = 0, used; at < sequence->count; at += used) {
		used = batch_render_one(&batch->pen, sequence, at);
		if (!used)
			return false;
	}
	return true;
}

/* Adds a run of the bytes at hand, or goes on with the last one. */
static bool batch_put(struct batch *batch, const char *bytes, size_t len, int cells)
{
	struct batch_run *last = vec_last(&batch->runs);
	size_t pen = batch_pen_place(batch);

	if (!batch->row || !batch->column || batch->behind.len)
		return false;
	if (last && cells >= 0 && last->cells && last->pen == pen && last->row == batch->row &&
		last->column + last->cells == batch->column && last->at + last->len == batch->text.len) {
		last->len += len;
		last->cells += cells;
	} else if (!cells) {
		return false; /* a mark on a letter that is not here */
	} else {
		vec_add(&batch->runs, struct batch_run) =
			(struct batch_run){batch->row, batch->column, cells > 0 ? cells : 0, pen, batch->text.len, len};
	}
	strbuf_add(&batch->text, bytes, len);
	batch->column += cells > 0 ? cells : 0;
	return true;
}

static bool batch_move(struct batch *batch, const struct batch_sequence *sequence)
{
	int first = sequence->numbers[0] ? sequence->numbers[0] : 1;
	int second = sequence->count > 1 && sequence->numbers[1] ? sequence->numbers[1] : 1;

	switch (sequence->bytes[sequence->len - 1]) {
	case 'H':
		batch->row = first;
		batch->column = second;
		return sequence->count < 3;
	case 'G': batch->column = first; return true;
	case 'd': batch->row = first; return true;
	case 'C': batch->column += first; return batch->column > first;
	default: return false;
	}
}

/* Takes the sequence at BYTES; returns its length, 0 if it is unknown. */
static size_t batch_take_sequence(struct batch *batch, const char *bytes, size_t len)
{
	struct batch_sequence sequence;
	char last;
	bool taken;

	if (len > 2 && bytes[1] == '(' && bytes[2] == 'B')
		return 3; /* no other character set is ever chosen */
	if (!batch_read(bytes, len, &sequence))
		return 0;
	last = bytes[sequence.len - 1];
	if ((last == 'h' || last == 'l') && (sequence.private || sequence.numbers[0] != BATCH_INSERT)) {
		strbuf_add(batch->runs.count ? &batch->behind : &batch->before, bytes, sequence.len);
		return sequence.len;
	}
	if (sequence.private)
		return 0;
	if (last == 'm')
		taken = batch_render(batch, &sequence);
	else if (last == 'K')
		taken = !sequence.numbers[0] && batch_put(batch, bytes, sequence.len, -1);
	else if (last == 'X')
		taken = batch_put(batch, bytes, sequence.len, -1);
	else
		taken = batch_move(batch, &sequence);
	return taken ? sequence.len : 0;
}

/* Takes what is at BYTES; returns how many bytes that are, 0 if it is unknown. */
static size_t batch_take(struct batch *batch, const char *bytes, size_t len)
{
	int32_t code;
	size_t used;
	int cells;

	if (bytes[0] == BATCH_ESC)
		return batch_take_sequence(batch, bytes, len);
	used = utf8_decode(bytes, len, &code);
	cells = used && code >= ' ' ? wcwidth((wchar_t)code) : -1;
	return cells >= 0 && batch_put(batch, bytes, used, cells) ? used : 0;
}

/* Do two runs share a cell? What erases has all cells to the right. */
static bool batch_touch(const struct batch_run *one, const struct batch_run *other)
{
	return one->row == other->row && (!other->cells || one->column < other->column + other->cells) &&
	       (!one->cells || other->column < one->column + one->cells);
}

/* Does the order of the runs matter? It does if a cell is erased and written, or written in two looks. */
static bool batch_is_ordered(const struct batch *batch)
{
	for (size_t i = 0; i < batch->runs.count; i++) {
		const struct batch_run *run = vec_at(&batch->runs, i);

		for (size_t j = 0; j < i; j++) {
			const struct batch_run *earlier = vec_at(&batch->runs, j);
			bool differ = run->pen != earlier->pen || !run->cells || !earlier->cells;

			if (differ && batch_touch(run, earlier))
				return true;
		}
	}
	return false;
}

static void batch_add_number(struct strbuf *out, const char *number, bool *first)
{
	strbuf_addf(out, "%s%s", *first ? "\033[" : ";", number);
	*first = false;
}

/* Changes the look from PEN to NEXT. An attribute that goes takes all else along. */
static void batch_set(const struct batch_pen *pen, const struct batch_pen *next, struct strbuf *out)
{
	static const struct batch_pen plain;
	bool first = true;
	char number[4];

	if (memcmp(pen, next, sizeof(*pen)) && !memcmp(next, &plain, sizeof(plain))) {
		strbuf_addstr(out, "\033[m");
		return;
	}
	if (pen->attributes & ~next->attributes) {
		batch_add_number(out, "0", &first);
		pen = &plain;
	}
	for (int i = 0; i < 8; i++)
		if (next->attributes & ~pen->attributes & (1u << i)) {
			snprintf(number, sizeof(number), "%d", i + 1);
			batch_add_number(out, number, &first);
		}
	for (int i = 0; i < 2; i++)
		if (strcmp(next->colours[i], pen->colours[i]))
			batch_add_number(out, next->colours[i][0] ? next->colours[i] : i ? "49" : "39", &first);
	if (!first)
		strbuf_addch(out, 'm');
}

static void batch_address(int row, int column, struct strbuf *out)
{
	if (row == 1 && column == 1)
		strbuf_addstr(out, "\033[H");
	else
		strbuf_addf(out, "\033[%d;%dH", row, column);
}

static void batch_go(const struct batch *batch, int *row, int *column, const struct batch_run *run, struct strbuf *out)
{
	bool same = run->row == *row && run->column == *column;

	if (!same && (run->row != *row || run->column == 1 || !batch->across))
		batch_address(run->row, run->column, out);
	else if (run->column != *column)
		strbuf_addf(out, "\033[%dG", run->column);
	*row = run->row;
	*column = run->column + run->cells;
}

static void batch_write(const struct batch *batch, struct strbuf *out)
{
	static const struct batch_pen plain;
	const struct batch_pen *pen = &plain;
	int row = 0, column = 0;

	strbuf_add(out, batch->before.text, batch->before.len);
	for (size_t i = 0; i < batch->pens.count; i++)
		for (size_t j = 0; j < batch->runs.count; j++) {
			const struct batch_run *run = vec_at(&batch->runs, j);

			if (run->pen != i)
				continue;
			batch_go(batch, &row, &column, run, out);
			batch_set(pen, vec_at(&batch->pens, i), out);
			pen = vec_at(&batch->pens, i);
			strbuf_add(out, batch->text.text + run->at, run->len);
		}
	batch_set(pen, &batch->pen, out);
	if (batch->row != row || batch->column != column)
		batch_go(batch, &row, &column, &(struct batch_run){.row = batch->row, .column = batch->column}, out);
	strbuf_add(out, batch->behind.text, batch->behind.len);
}

bool batch_group(const char *bytes, size_t len, bool across, struct strbuf *out)
{
	struct batch batch;
	size_t at = 0, used = 1;
	bool grouped;

	batch_init(&batch);
	batch.across = across;
	for (; at < len && used; at += used)
		used = batch_take(&batch, bytes + at, len - at);
	grouped = at == len && used && batch.row && batch.column && !batch_is_ordered(&batch);
	if (grouped)
		batch_write(&batch, out);
	batch_release(&batch);
	return grouped;
}
