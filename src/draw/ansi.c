#include "draw/ansi.h"

#include <string.h>

/* Terminals disagree on the width of longer clusters, so the cell after one is addressed again. */
#define ANSI_SAFE_BYTES 4

void ansi_init(struct ansi *ansi, bool light)
{
	*ansi = (struct ansi){.scheme = light ? SCHEME_LIGHT : SCHEME_256, .shown = CELLBUF_INIT};
}

void ansi_release(struct ansi *ansi)
{
	cellbuf_release(&ansi->shown);
}

void ansi_look(struct look look, struct strbuf *out)
{
	strbuf_addstr(out, "\033[0");
	if (look.attributes & LOOK_BOLD)
		strbuf_addstr(out, ";1");
	if (look.attributes & LOOK_DIM)
		strbuf_addstr(out, ";2");
	if (look.attributes & LOOK_UNDERLINE)
		strbuf_addstr(out, ";4");
	if (look.attributes & LOOK_REVERSE)
		strbuf_addstr(out, ";7");
	if (look.foreground != LOOK_DEFAULT)
		strbuf_addf(out, ";38;5;%d", look.foreground);
	if (look.background != LOOK_DEFAULT)
		strbuf_addf(out, ";48;5;%d", look.background);
	strbuf_addch(out, 'm');
}

/* Sends the cells of row Y that have changed; *STYLE is the style last sent. */
static void ansi_row(const struct ansi *ansi, const struct cellbuf *buf, int y, int *style, struct strbuf *out)
{
	int next = -1; /* where the terminal's cursor is; -1: unknown */

	for (int x = 0; x < buf->columns; x++) {
		const struct cell *cell = cellbuf_at(buf, x, y);

		if (!cell->width || (ansi->shown.cells && cellbuf_cell_equal(cell, cellbuf_at(&ansi->shown, x, y))))
			continue;
		if (x != next)
			strbuf_addf(out, "\033[%d;%dH", y + 1, x + 1);
		if (cell->style != *style)
			ansi_look(theme_look((enum style)cell->style, ansi->scheme), out);
		*style = cell->style;
		strbuf_addstr(out, cell->text);
		next = strlen(cell->text) <= ANSI_SAFE_BYTES ? x + cell->width : -1;
	}
}

static void ansi_remember(struct ansi *ansi, const struct cellbuf *buf)
{
	size_t bytes = (size_t)buf->columns * (size_t)buf->rows * sizeof(*buf->cells);

	if (!ansi->shown.cells)
		cellbuf_reset(&ansi->shown, buf->columns, buf->rows, STYLE_BOARD);
	memcpy(ansi->shown.cells, buf->cells, bytes);
}

void ansi_frame(struct ansi *ansi, const struct cellbuf *buf, struct strbuf *out)
{
	int style = -1;

	if (ansi->shown.cells && (ansi->shown.columns != buf->columns || ansi->shown.rows != buf->rows))
		cellbuf_release(&ansi->shown);
	for (int y = 0; y < buf->rows; y++)
		ansi_row(ansi, buf, y, &style, out);
	ansi_remember(ansi, buf);
}
