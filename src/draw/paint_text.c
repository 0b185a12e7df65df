#include "draw/paint_text.h"

#include <string.h>

#include "draw/ansi.h"

static void paint_text_look(struct look look, FILE *out)
{
	struct strbuf bytes = STRBUF_INIT;

	ansi_look(look, &bytes);
	fputs(bytes.text, out);
	strbuf_release(&bytes);
}

/* How many cells of the row are worth printing. */
static int paint_text_length(const struct cellbuf *buf, int y)
{
	int length = buf->columns;

	while (length && !strcmp(cellbuf_at(buf, length - 1, y)->text, " "))
		length--;
	return length;
}

static void paint_text_row(const struct cellbuf *buf, int y, enum scheme scheme, FILE *out)
{
	bool colour = scheme != SCHEME_MONO;
	int length = colour ? buf->columns : paint_text_length(buf, y), style = -1;

	for (int x = 0; x < length; x++) {
		const struct cell *cell = cellbuf_at(buf, x, y);

		if (colour && cell->style != style) {
			style = cell->style;
			paint_text_look(theme_look(style, scheme), out);
		}
		fputs(cell->text, out);
	}
	fputs(colour ? "\033[0m\n" : "\n", out);
}

void paint_text(const struct cellbuf *buf, enum scheme scheme, FILE *out)
{
	for (int y = 0; y < buf->rows; y++)
		paint_text_row(buf, y, scheme, out);
}
