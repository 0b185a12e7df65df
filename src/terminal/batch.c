#include "terminal/batch.h"

#include <stdint.h>
#include <string.h>
#include <wchar.h>

#include "terminal/pen.h"
#include "text/utf8.h"

#define BATCH_ESC 27
#define BATCH_NUMBERS 16
#define BATCH_INSERT 4 /* the mode in which texts move others */

/* A frame on its way. */
struct batch_work {
	struct patch patch;     /* what has been drawn since the last sequence that was passed on */
	struct patch_hand hand; /* the terminal */
	struct ink ink;         /* what curses believes of it */
	struct spot spot;
	int rows, columns;
	bool region; /* less than the whole screen scrolls */
	struct strbuf *out;
};

/* A sequence ESC [ ... and its numbers. */
struct batch_sequence {
	const char *bytes;
	size_t len;
	char last;
	bool private; /* with a "?" */
	int numbers[BATCH_NUMBERS];
	int count; /* of numbers; the missing first one is 0 */
};

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
	sequence->last = at < len ? bytes[at] : '\0';
	return at < len;
}

/* Sends what has been drawn, and then BYTES, whose effect depends on all before them. */
static void batch_pass(struct batch_work *work, const char *bytes, size_t len)
{
	patch_write(&work->patch, &work->hand, work->out);
	strbuf_add(work->out, bytes, len);
}

/* The same for BYTES that also depend on the place and the ink, and leave both; false if the place is unknown. */
static bool batch_pass_here(struct batch_work *work, const char *bytes, size_t len)
{
	if (!work->spot.row)
		return false;
	patch_write(&work->patch, &work->hand, work->out);
	travel(&work->hand.can, &work->hand.spot, work->spot, work->out);
	ink_change(&work->hand.ink, &work->ink, work->out);
	work->hand.ink = work->ink;
	strbuf_add(work->out, bytes, len);
	return true;
}

/* Moves the cursor by ROWS and COLUMNS; false if it is unknown where from, or it would meet an edge. */
static bool batch_step(struct batch_work *work, int rows, int columns)
{
	struct spot to = {work->spot.row + rows, work->spot.column + columns};

	if (!work->spot.row || to.row < 1 || to.row > work->rows || to.column < 1 || to.column > work->columns)
		return false;
	work->spot = to;
	return true;
}

static bool batch_go(struct batch_work *work, int row, int column)
{
	if (row < 1 || row > work->rows || column < 1 || column > work->columns)
		return false;
	work->spot = (struct spot){row, column};
	return true;
}

/* Behind the last column it is unknown where the cursor is. */
static bool batch_put(struct batch_work *work, const char *bytes, size_t len, int cells)
{
	if (!work->spot.row || work->region || !patch_put(&work->patch, work->spot, bytes, len, cells, &work->ink))
		return false;
	work->spot.column += cells;
	if (work->spot.column > work->columns)
		work->spot = (struct spot){0};
	return true;
}

static bool batch_erase(struct batch_work *work, const struct batch_sequence *sequence)
{
	int from = work->spot.column, to = work->columns;

	if (!work->spot.row || work->region)
		return false;
	if (sequence->last == 'X')
		to = from + (sequence->numbers[0] ? sequence->numbers[0] : 1) - 1;
	else if (sequence->numbers[0] == 1)
		to = from;
	else if (sequence->numbers[0])
		return false;
	if (sequence->last == 'K' && sequence->numbers[0] == 1)
		from = 1;
	return patch_erase(&work->patch, work->spot.row, from, to < work->columns ? to : work->columns, &work->ink);
}

/* Sets which rows scroll. The terminal moves the cursor then, and curses forgets where it is. */
static bool batch_set_region(struct batch_work *work, const struct batch_sequence *sequence)
{
	int first = sequence->numbers[0], last = sequence->count > 1 ? sequence->numbers[1] : 0;

	batch_pass(work, sequence->bytes, sequence->len);
	work->region = first > 1 || (last && last < work->rows);
	work->spot = work->hand.spot = (struct spot){0};
	return sequence->count < 3;
}

static bool batch_move(struct batch_work *work, const struct batch_sequence *sequence)
{
	int first = sequence->numbers[0] ? sequence->numbers[0] : 1;
	int second = sequence->count > 1 && sequence->numbers[1] ? sequence->numbers[1] : 1;

	switch (sequence->last) {
	case 'H': return sequence->count < 3 && batch_go(work, first, second);
	case 'G': return work->spot.row && batch_go(work, work->spot.row, first);
	case 'd': return work->spot.row && batch_go(work, first, work->spot.column);
	case 'A': return batch_step(work, -first, 0);
	case 'B': return batch_step(work, first, 0);
	case 'C': return batch_step(work, 0, first);
	case 'D': return batch_step(work, 0, -first);
	default: return false;
	}
}

/* Takes a sequence that is not private. */
static bool batch_take_plain(struct batch_work *work, const struct batch_sequence *sequence)
{
	switch (sequence->last) {
	case 'm': return ink_apply(&work->ink, sequence->numbers, sequence->count);
	case 'K':
	case 'X': return batch_erase(work, sequence);
	case 'r': return batch_set_region(work, sequence);
	case 'S':
	case 'T':
	case 'P':
	case '@':
	case 'J': return batch_pass_here(work, sequence->bytes, sequence->len);
	case 'L':
	case 'M': return work->spot.column == 1 && batch_pass_here(work, sequence->bytes, sequence->len);
	default: return batch_move(work, sequence);
	}
}

/* Takes the sequence at BYTES; returns its length, 0 if it is unknown. */
static size_t batch_take_sequence(struct batch_work *work, const char *bytes, size_t len)
{
	struct batch_sequence sequence;

	if (len > 2 && bytes[1] == '(' && bytes[2] == 'B')
		return 3; /* no other character set is ever chosen */
	if (len > 1 && bytes[1] == 'M')
		return (work->region || work->spot.row == 1) && batch_pass_here(work, bytes, 2) ? 2 : 0;
	if (!batch_read(bytes, len, &sequence))
		return 0;
	if (sequence.private || sequence.last == 'h' || sequence.last == 'l') {
		if (!sequence.private && sequence.numbers[0] == BATCH_INSERT)
			return 0;
		batch_pass(work, bytes, sequence.len);
		return sequence.len;
	}
	return batch_take_plain(work, &sequence) ? sequence.len : 0;
}

/* Takes the control character BYTE; false if it is unknown. */
static bool batch_take_control(struct batch_work *work, char byte)
{
	switch (byte) {
	case '\r': return batch_step(work, 0, 1 - work->spot.column);
	case '\b': return batch_step(work, 0, -1);
	case '\n':
		return !work->region && work->spot.row < work->rows ? batch_step(work, 1, 0)
								    : batch_pass_here(work, "\n", 1);
	case '\017': return true; /* as above: no other character set */
	default: return false;
	}
}

/* Takes what is at BYTES; returns how many bytes that are, 0 if it is unknown. */
static size_t batch_take(struct batch_work *work, const char *bytes, size_t len)
{
	int32_t code;
	size_t used;
	int cells;

	if (bytes[0] == BATCH_ESC)
		return batch_take_sequence(work, bytes, len);
	if (bytes[0] >= 0 && bytes[0] < ' ')
		return batch_take_control(work, bytes[0]) ? 1 : 0;
	used = utf8_decode(bytes, len, &code);
	cells = used ? wcwidth((wchar_t)code) : -1;
	return cells >= 0 && batch_put(work, bytes, used, cells) ? used : 0;
}

/* Makes the terminal what curses believes of it. */
static void batch_restore(const struct batch *batch, struct patch_hand *hand, struct strbuf *out)
{
	static const struct ink plain;

	if (!batch->inked && hand->can.address)
		strbuf_addstr(out, "\033[m");
	else
		ink_change(&hand->ink, &plain, out);
	hand->ink = plain;
	if (batch->believed.row)
		travel(&hand->can, &hand->spot, batch->believed, out);
}

/* Groups a frame by looks; false if there is anything in it that is unknown. */
static bool batch_group(const struct batch *batch, const char *bytes, size_t len, struct spot end, bool hidden,
	struct patch_hand *hand, struct strbuf *out)
{
	struct batch_work work = {.hand = batch->hand,
		.spot = batch->believed,
		.rows = batch->rows,
		.columns = batch->columns,
		.out = out};
	size_t at = 0, used = 1;
	bool grouped;

	if (!batch->inked)
		batch_restore(batch, &work.hand, out);
	patch_init(&work.patch, batch->columns);
	for (; at < len && used; at += used)
		used = batch_take(&work, bytes + at, len - at);
	grouped = used && !work.region && ink_is_plain(&work.ink) && work.spot.row == end.row &&
		  work.spot.column == end.column;
	patch_write(&work.patch, &work.hand, out);
	patch_release(&work.patch);
	if (!hidden || !batch->hand.can.hide)
		travel(&work.hand.can, &work.hand.spot, end, out);
	*hand = work.hand;
	return grouped;
}

void batch_shorten(struct batch *batch, const char *bytes, size_t len, struct spot end, bool hidden, struct strbuf *out)
{
	struct strbuf grouped = STRBUF_INIT;
	struct patch_hand hand = batch->hand;
	size_t begin = out->len;

	if (!len)
		return;
	batch_restore(batch, &hand, out);
	pen_spare(bytes, len, out);
	hand.spot = end;
	if (hand.can.address) {
		struct patch_hand other;

		if (batch_group(batch, bytes, len, end, hidden, &other, &grouped) && grouped.len < out->len - begin) {
			strbuf_truncate(out, begin);
			strbuf_add(out, grouped.text, grouped.len);
			hand = other;
		}
	}
	strbuf_release(&grouped);
	batch->hand = hand;
	batch->inked = true;
	batch->believed = end;
}

void batch_forget(struct batch *batch)
{
	batch->inked = false;
	batch->hand.spot = batch->believed = (struct spot){0};
}
