#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "lib/golden.h"

#include "lib/must.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define GOLDEN_LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
#define GOLDEN_STYLES (sizeof(GOLDEN_LETTERS) - 1)

/* The styles seen so far; the n-th has the n-th letter. */
struct golden_legend {
	struct screen_style styles[GOLDEN_STYLES];
	size_t count;
	bool full; /* there were more than letters */
};

/* ---- writing ---- */

static bool golden_same_style(const struct screen_style *a, const struct screen_style *b)
{
	return a->fg == b->fg && a->bg == b->bg && a->attrs == b->attrs;
}

static char golden_letter(struct golden_legend *legend, const struct screen_style *style)
{
	static const struct screen_style plain = {SCREEN_DEFAULT, SCREEN_DEFAULT, 0};
	size_t i = 0;

	if (golden_same_style(style, &plain))
		return '.';
	while (i < legend->count && !golden_same_style(style, &legend->styles[i]))
		i++;
	if (i == GOLDEN_STYLES) {
		legend->full = true;
		return '?';
	}
	if (i == legend->count)
		legend->styles[legend->count++] = *style;
	return GOLDEN_LETTERS[i];
}

static void golden_write_colour(FILE *out, const char *name, int32_t colour)
{
	if (colour == SCREEN_DEFAULT)
		fprintf(out, " %s default", name);
	else if (colour & SCREEN_RGB)
		fprintf(out, " %s #%06x", name, (unsigned int)(colour & ~SCREEN_RGB));
	else
		fprintf(out, " %s %d", name, (int)colour);
}

static void golden_write_style(FILE *out, char letter, const struct screen_style *style)
{
	static const struct {
		enum screen_attr attr;
		const char *name;
	} names[] = {
		{SCREEN_BOLD, "bold"},
		{SCREEN_UNDERLINE, "underline"},
		{SCREEN_DOUBLE_UNDERLINE, "double-underline"},
		{SCREEN_CURLY_UNDERLINE, "curly-underline"},
		{SCREEN_ITALIC, "italic"},
		{SCREEN_BLINK, "blink"},
		{SCREEN_REVERSE, "reverse"},
		{SCREEN_STRIKE, "strike"},
	};

	fputc(letter, out);
	golden_write_colour(out, "fg", style->fg);
	golden_write_colour(out, "bg", style->bg);
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (style->attrs & names[i].attr)
			fprintf(out, " %s", names[i].name);
	}
	fputc('\n', out);
}

static void golden_write_layers(FILE *out, const struct screen *s, struct golden_legend *legend)
{
	for (int row = 0; row < screen_rows(s); row++) {
		fputc('|', out);
		for (int col = 0; col < screen_cols(s); col++)
			fputs(screen_cell(s, row, col).text, out);
		fputs("|\n", out);
	}
	fputc('\n', out);
	for (int row = 0; row < screen_rows(s); row++) {
		fputc('|', out);
		for (int col = 0; col < screen_cols(s); col++) {
			struct screen_cell cell = screen_cell(s, row, col);

			fputc(golden_letter(legend, &cell.style), out);
		}
		fputs("|\n", out);
	}
	fputc('\n', out);
}

char *golden_text(const struct screen *s)
{
	struct golden_legend legend = {.count = 0};
	char *text = NULL;
	size_t len;
	FILE *out = must(open_memstream(&text, &len));
	bool visible;
	int row, col;

	golden_write_layers(out, s, &legend);
	for (size_t i = 0; i < legend.count; i++)
		golden_write_style(out, GOLDEN_LETTERS[i], &legend.styles[i]);
	if (legend.full)
		fputs("? other styles\n", out);
	screen_cursor(s, &row, &col, &visible);
	if (!visible)
		row = col = 0; /* wherever it is */
	fprintf(out, "cursor %d,%d %s\n", row, col, visible ? "visible" : "hidden");
	fclose(out);
	return must(text);
}

/* ---- files ---- */

/* Contents of the file, to be freed, or NULL with errno set. */
static char *golden_read(const char *path)
{
	FILE *in = fopen(path, "r");
	char *text = NULL;
	size_t size = 0;

	if (!in)
		return NULL;
	/* Golden text holds no NUL, so this delimiter means all of it. */
	if (getdelim(&text, &size, '\0', in) < 0) {
		text = must(realloc(text, 1));
		text[0] = '\0';
	}
	fclose(in);
	return text;
}

static bool golden_write(const char *path, const char *text)
{
	FILE *out = fopen(path, "w");
	bool ok = out && fputs(text, out) >= 0;

	if (out && fclose(out) != 0)
		ok = false;
	if (!ok)
		fprintf(stderr, "# %s: %s\n", path, strerror(errno));
	return ok;
}

/* Says which part of the screen line `n` (from 0) of golden text is. */
static void golden_print_place(int n, int rows)
{
	if (n < rows)
		fprintf(stderr, "# row %d\n", n);
	else if (n > rows && n <= rows * 2)
		fprintf(stderr, "# style of row %d\n", n - rows - 1);
	else
		fprintf(stderr, "# line %d\n", n + 1);
}

static void golden_print_diff(const char *want, const char *got, int rows)
{
	for (int n = 0; *want || *got; n++) {
		size_t want_len = strcspn(want, "\n"), got_len = strcspn(got, "\n");

		if (want_len != got_len || memcmp(want, got, want_len) != 0) {
			golden_print_place(n, rows);
			if (*want)
				fprintf(stderr, "#   want %.*s\n", (int)want_len, want);
			if (*got)
				fprintf(stderr, "#   got  %.*s\n", (int)got_len, got);
		}
		want += want_len + (want[want_len] == '\n');
		got += got_len + (got[got_len] == '\n');
	}
}

/* ---- comparing ---- */

bool golden_generates(void)
{
	const char *generate = getenv("GENERATE");

	return generate && !strcmp(generate, "1");
}

bool golden_matches(struct screen *s, void *path)
{
	char *want = golden_read(path), *got = golden_text(s);
	bool same = want && !strcmp(want, got);

	free(want);
	free(got);
	return same;
}

bool golden_compare(struct screen *s, const char *path)
{
	char *want, *got;
	bool ok = golden_matches(s, (void *)path);

	if (ok)
		return true;
	want = golden_read(path);
	got = golden_text(s);
	if (golden_generates()) {
		ok = golden_write(path, got);
	} else if (!want) {
		fprintf(stderr, "# %s: %s; GENERATE=1 writes it\n", path, strerror(errno));
	} else {
		fprintf(stderr, "# %s differs:\n", path);
		golden_print_diff(want, got, screen_rows(s));
	}
	free(want);
	free(got);
	return ok;
}
