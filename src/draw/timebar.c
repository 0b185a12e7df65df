#include "draw/timebar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/step.h"
#include "text/width.h"

static const struct {
	const char *sign, *meaning;
	enum style style;
} timebar_rows[TIMEBAR_WHAT_COUNT] = {
	[TIMEBAR_PAUSE] = {"~", N_("a pause, cut short"), STYLE_TIME_AHEAD},
	[TIMEBAR_SETTLED] = {"✓", N_("a hotspot was resolved"), STYLE_GOOD},
	[TIMEBAR_RELATION] = {"→", N_("contexts were related"), STYLE_TIME_MARK},
	[TIMEBAR_CONTEXT] = {"□", N_("a context was drawn"), STYLE_TIME_MARK},
	[TIMEBAR_HOTSPOT] = {"!", N_("a hotspot was raised"), STYLE_TIME_HOTSPOT},
	[TIMEBAR_COMPARED] = {"d", N_("compared from here"), STYLE_KEY},
	[TIMEBAR_BOOKMARK] = {"b", N_("a bookmark"), STYLE_KEY},
};

const char *timebar_sign(enum timebar_what what)
{
	return timebar_rows[what].sign;
}

const char *timebar_meaning(enum timebar_what what)
{
	return _(timebar_rows[what].meaning);
}

void timebar_init(struct timebar *bar)
{
	*bar = (struct timebar){.stretches = VEC_INIT(struct timebar_stretch),
		.beats = VEC_INIT(int64_t),
		.marks = VEC_INIT(struct timebar_mark)};
}

void timebar_release(struct timebar *bar)
{
	vec_release(&bar->stretches);
	vec_release(&bar->beats);
	vec_release(&bar->marks);
}

void timebar_reset(struct timebar *bar)
{
	vec_reset(&bar->stretches);
	vec_reset(&bar->beats);
	vec_reset(&bar->marks);
	bar->length = bar->now = 0;
}

void timebar_add_mark(struct timebar *bar, int64_t at, enum timebar_what what)
{
	vec_add(&bar->marks, struct timebar_mark) = (struct timebar_mark){at, what};
}

int timebar_cell(const struct timebar *bar, int width, int64_t at)
{
	if (at <= 0 || bar->length <= 0 || width < 2)
		return 0;
	if (at >= bar->length)
		return width - 1;
	return (int)((double)at * (width - 1) / (double)bar->length);
}

int64_t timebar_position(const struct timebar *bar, int width, int cell)
{
	int64_t at;

	if (cell < 0 || bar->length <= 0)
		return 0;
	if (width < 2 || cell >= width - 1)
		return bar->length;
	at = (int64_t)((double)(cell + 1) * (double)bar->length / (width - 1));
	while (at > 0 && timebar_cell(bar, width, at) > cell)
		at--;
	return at;
}

/* Before and after the moment shown, the bar looks different. */
static enum style timebar_style(int cell, int now)
{
	return cell < now ? STYLE_TIME_PAST : STYLE_TIME_AHEAD;
}

/* Counts the beats in each of WIDTH cells; returns the highest count. */
static unsigned timebar_count(const struct timebar *bar, int width, unsigned *counts)
{
	unsigned most = 0;

	memset(counts, 0, (size_t)width * sizeof(*counts));
	for (size_t i = 0; i < bar->beats.count; i++) {
		int cell = timebar_cell(bar, width, vec_get(&bar->beats, int64_t, i));

		if (++counts[cell] > most)
			most = counts[cell];
	}
	return most;
}

static void timebar_histogram(const struct timebar *bar, struct cellbuf *buf, int x, int y, int width, int height)
{
	static const char *const eighths[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
	unsigned *counts = mem_resize(NULL, (size_t)width, sizeof(*counts));
	unsigned most = timebar_count(bar, width, counts);
	int now = timebar_cell(bar, width, bar->now);

	for (int cell = 0; cell < width; cell++) {
		/* a count above 0 always shows */
		unsigned full = (unsigned)height * 8, tall = most ? counts[cell] * full / most : 0;

		tall = counts[cell] && !tall ? 1 : tall;
		for (int row = 0; row < height; row++) {
			unsigned below = (unsigned)(height - 1 - row) * 8;
			unsigned part = tall > below ? tall - below : 0;
			const char *sign = eighths[part < 8 ? part : 8];

			cellbuf_text(buf, x + cell, y + row, 1, sign, strlen(sign),
				cell == now ? STYLE_TIME_NOW : timebar_style(cell, now));
		}
	}
	free(counts);
}

/* The name of a step that fits into ROOM cells: the whole name, its number, or nothing. */
static void timebar_label(int step, int room, char *text, size_t size)
{
	snprintf(text, size, "%d %.60s", step, step_short(step));
	if (room < 1)
		text[0] = '\0';
	else if (width_of(text, strlen(text)) > room)
		snprintf(text, size, "%d", step);
}

static void timebar_stretch(struct cellbuf *buf, int x, int y, int first, int end, int now, int step)
{
	char text[80];

	for (int cell = first; cell < end; cell++) {
		const char *sign = cell == first ? "├" : cell < now ? "━" : "─";

		cellbuf_text(buf, x + cell, y, 1, sign, strlen(sign), timebar_style(cell, now));
	}
	timebar_label(step, end - first - 1, text, sizeof(text));
	for (size_t at = 0, len = strlen(text); at < len; first++) {
		struct width_piece piece;

		at += width_next(text + at, len - at, &piece);
		cellbuf_text(buf, x + first + 1, y, piece.cells, piece.text, strlen(piece.text),
			timebar_style(first + 1, now));
		first += piece.cells - 1;
	}
}

static void timebar_stretches(const struct timebar *bar, struct cellbuf *buf, int x, int y, int width)
{
	int now = timebar_cell(bar, width, bar->now);

	for (size_t i = 0; i < bar->stretches.count; i++) {
		const struct timebar_stretch *stretch = vec_at(&bar->stretches, i);
		const struct timebar_stretch *next =
			i + 1 < bar->stretches.count ? vec_at(&bar->stretches, i + 1) : NULL;

		timebar_stretch(buf, x, y, timebar_cell(bar, width, stretch->at),
			next ? timebar_cell(bar, width, next->at) : width, now, stretch->step);
	}
	cellbuf_text(buf, x + now, y, 1, "┃", strlen("┃"), STYLE_TIME_NOW);
}

static void timebar_marks(const struct timebar *bar, struct cellbuf *buf, int x, int y, int width)
{
	signed char *seen = mem_alloc((size_t)width);

	memset(seen, -1, (size_t)width);
	for (size_t i = 0; i < bar->marks.count; i++) {
		const struct timebar_mark *mark = vec_at(&bar->marks, i);
		int cell = timebar_cell(bar, width, mark->at);

		if (seen[cell] < (int)mark->what)
			seen[cell] = (signed char)mark->what;
	}
	for (int cell = 0; cell < width; cell++)
		if (seen[cell] >= 0)
			cellbuf_text(buf, x + cell, y, 1, timebar_rows[seen[cell]].sign,
				strlen(timebar_rows[seen[cell]].sign), timebar_rows[seen[cell]].style);
	free(seen);
}

void timebar_draw(const struct timebar *bar, struct cellbuf *buf, int x, int y, int width, int height)
{
	if (width < 1)
		return;
	cellbuf_fill(buf, x, y, width, height, STYLE_TIME_AHEAD);
	timebar_histogram(bar, buf, x, y, width, height - 2);
	timebar_stretches(bar, buf, x, y + height - 2, width);
	timebar_marks(bar, buf, x, y + height - 1, width);
}
