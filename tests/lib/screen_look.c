#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "lib/screen_priv.h"

#include "lib/must.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* libvterm puts this into the right half of a wide character. */
#define SCREEN_RIGHT_HALF ((uint32_t)-1)
/* No character before this one (the first Hangul jamo) is wide. */
#define SCREEN_FIRST_WIDE 0x1100

int screen_rows(const struct screen *s)
{
	int rows, cols;

	vterm_get_size(s->vt, &rows, &cols);
	return rows;
}

int screen_cols(const struct screen *s)
{
	int rows, cols;

	vterm_get_size(s->vt, &rows, &cols);
	return cols;
}

static size_t screen_utf8(char *out, uint32_t c)
{
	size_t len = c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
	static const unsigned char lead[] = {0, 0x00, 0xc0, 0xe0, 0xf0};

	for (size_t i = len - 1; i > 0; i--) {
		out[i] = (char)(0x80 | (c & 0x3f));
		c >>= 6;
	}
	out[0] = (char)(lead[len] | c);
	return len;
}

static int32_t screen_colour(const VTermColor *colour, bool is_default)
{
	if (is_default)
		return SCREEN_DEFAULT;
	if (VTERM_COLOR_IS_INDEXED(colour))
		return colour->indexed.idx;
	return SCREEN_RGB | colour->rgb.red << 16 | colour->rgb.green << 8 | colour->rgb.blue;
}

static unsigned int screen_attrs(const VTermScreenCellAttrs *attrs)
{
	static const unsigned int underline[] = {
		[VTERM_UNDERLINE_OFF] = 0,
		[VTERM_UNDERLINE_SINGLE] = SCREEN_UNDERLINE,
		[VTERM_UNDERLINE_DOUBLE] = SCREEN_DOUBLE_UNDERLINE,
		[VTERM_UNDERLINE_CURLY] = SCREEN_CURLY_UNDERLINE,
	};

	return underline[attrs->underline] | (attrs->bold ? SCREEN_BOLD : 0) | (attrs->italic ? SCREEN_ITALIC : 0) |
	       (attrs->blink ? SCREEN_BLINK : 0) | (attrs->reverse ? SCREEN_REVERSE : 0) |
	       (attrs->strike ? SCREEN_STRIKE : 0);
}

static VTermScreenCell screen_vterm_cell(const struct screen *s, int row, int col)
{
	VTermScreenCell cell;

	if (!vterm_screen_get_cell(s->vs, (VTermPos){.row = row, .col = col}, &cell)) {
		fprintf(stderr, "no cell at %d,%d\n", row, col);
		abort();
	}
	return cell;
}

/* Whether the cell starts a character whose right half is still there. */
static bool screen_is_left_half(const VTermScreenCell *cell)
{
	return cell->width == 2 && cell->chars[0] >= SCREEN_FIRST_WIDE && cell->chars[0] != SCREEN_RIGHT_HALF;
}

struct screen_cell screen_cell(const struct screen *s, int row, int col)
{
	VTermScreenCell from = screen_vterm_cell(s, row, col);
	struct screen_cell cell = {.width = 1};
	size_t len = 0;

	if (from.chars[0] == SCREEN_RIGHT_HALF) {
		VTermScreenCell left = from;

		if (col > 0)
			left = screen_vterm_cell(s, row, col - 1);
		if (screen_is_left_half(&left)) {
			cell.width = 0;
			from = left;
		} else {
			screen_utf8(cell.text, 0xfffd);
		}
	} else if (from.chars[0] == 0) {
		cell.text[0] = ' ';
	} else {
		for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && from.chars[i]; i++)
			len += screen_utf8(cell.text + len, from.chars[i]);
		cell.width = screen_is_left_half(&from) ? 2 : 1;
	}
	cell.style.fg = screen_colour(&from.fg, VTERM_COLOR_IS_DEFAULT_FG(&from.fg));
	cell.style.bg = screen_colour(&from.bg, VTERM_COLOR_IS_DEFAULT_BG(&from.bg));
	cell.style.attrs = screen_attrs(&from.attrs);
	return cell;
}

/* As screen_row_text(), with the blanks; `*len` is the number of bytes. */
static char *screen_full_row(const struct screen *s, int row, size_t *len)
{
	int cols = screen_cols(s);
	char *text = must(malloc((size_t)cols * SCREEN_CELL_BYTES + 1));

	*len = 0;
	for (int col = 0; col < cols; col++) {
		struct screen_cell cell = screen_cell(s, row, col);
		size_t n = strlen(cell.text);

		memcpy(text + *len, cell.text, n);
		*len += n;
	}
	text[*len] = '\0';
	return text;
}

char *screen_row_text(const struct screen *s, int row)
{
	size_t len;
	char *text = screen_full_row(s, row, &len);

	while (len > 0 && text[len - 1] == ' ')
		len--;
	text[len] = '\0';
	return text;
}

bool screen_contains(const struct screen *s, const char *text)
{
	bool found = false;

	for (int row = 0; row < screen_rows(s) && !found; row++) {
		size_t len;
		char *line = screen_full_row(s, row, &len);

		found = strstr(line, text) != NULL;
		free(line);
	}
	return found;
}

void screen_cursor(const struct screen *s, int *row, int *col, bool *visible)
{
	VTermPos pos;

	vterm_state_get_cursorpos(vterm_obtain_state(s->vt), &pos);
	if (row)
		*row = pos.row;
	if (col)
		*col = pos.col;
	if (visible)
		*visible = s->visible;
}

size_t screen_bytes(const struct screen *s)
{
	return s->bytes;
}

const char *screen_raw(const struct screen *s, size_t *len)
{
	if (len)
		*len = s->raw_len;
	return s->raw;
}

void screen_raw_reset(struct screen *s)
{
	s->raw = must(realloc(s->raw, s->raw_size ? s->raw_size : 1));
	s->raw_size = s->raw_size ? s->raw_size : 1;
	s->raw_len = 0;
	s->raw[0] = '\0';
}

/* ---- waiting for what is to be seen ---- */

static bool screen_has_text(struct screen *s, void *arg)
{
	return screen_contains(s, arg);
}

static bool screen_lacks_text(struct screen *s, void *arg)
{
	return !screen_contains(s, arg);
}

static bool screen_has_cursor(struct screen *s, void *arg)
{
	const int *want = arg;
	int row, col;

	screen_cursor(s, &row, &col, NULL);
	return row == want[0] && col == want[1];
}

bool screen_wait_text(struct screen *s, const char *text, int limit_ms)
{
	return screen_wait(s, screen_has_text, (void *)text, limit_ms);
}

bool screen_wait_gone(struct screen *s, const char *text, int limit_ms)
{
	return screen_wait(s, screen_lacks_text, (void *)text, limit_ms);
}

bool screen_wait_cursor(struct screen *s, int row, int col, int limit_ms)
{
	int want[2] = {row, col};

	return screen_wait(s, screen_has_cursor, want, limit_ms);
}
