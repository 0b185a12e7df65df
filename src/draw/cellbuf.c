#include "draw/cellbuf.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

void cellbuf_release(struct cellbuf *buf)
{
	free(buf->cells);
	*buf = (struct cellbuf)CELLBUF_INIT;
}

static struct cell *cellbuf_cell(const struct cellbuf *buf, int x, int y)
{
	return &buf->cells[(size_t)y * (size_t)buf->columns + (size_t)x];
}

static void cell_blank(struct cell *cell, enum style style)
{
	*cell = (struct cell){.text = " ", .width = 1, .style = (unsigned char)style};
}

void cellbuf_reset(struct cellbuf *buf, int columns, int rows, enum style style)
{
	if (columns < 1 || rows < 1)
		BUG("a buffer of %d x %d cells", columns, rows);
	if (columns != buf->columns || rows != buf->rows)
		buf->cells = mem_resize(buf->cells, (size_t)columns * (size_t)rows, sizeof(*buf->cells));
	buf->columns = columns;
	buf->rows = rows;
	buf->blank = 1 + (int)style;
	for (int x = 0; x < columns; x++)
		cell_blank(&buf->cells[x], style);
	for (int y = 1; y < rows; y++)
		memcpy(cellbuf_cell(buf, 0, y), buf->cells, (size_t)columns * sizeof(*buf->cells));
}

const struct cell *cellbuf_at(const struct cellbuf *buf, int x, int y)
{
	if (x < 0 || y < 0 || x >= buf->columns || y >= buf->rows)
		BUG("cell %d, %d of %d x %d", x, y, buf->columns, buf->rows);
	return cellbuf_cell(buf, x, y);
}

/* Blanks the other half of a wide character at X, Y before X is overwritten. */
static void cellbuf_part(struct cellbuf *buf, int x, int y)
{
	struct cell *cell = cellbuf_cell(buf, x, y);

	if (cell->width == 2 && x + 1 < buf->columns)
		cell_blank(cell + 1, cell->style);
	else if (cell->width == 0 && x > 0)
		cell_blank(cell - 1, cell->style);
}

void cellbuf_fill(struct cellbuf *buf, int x, int y, int width, int height, enum style style)
{
	int left = x < 0 ? 0 : x, right = x + width < buf->columns ? x + width : buf->columns;
	int top = y < 0 ? 0 : y, bottom = y + height < buf->rows ? y + height : buf->rows;

	if (buf->blank == 1 + (int)style)
		return;
	buf->blank = 0;
	for (int row = top; row < bottom && left < right; row++) {
		cellbuf_part(buf, left, row);
		cellbuf_part(buf, right - 1, row);
		for (int column = left; column < right && row == top; column++)
			cell_blank(cellbuf_cell(buf, column, row), style);
		if (row > top)
			memcpy(cellbuf_cell(buf, left, row), cellbuf_cell(buf, left, top),
				(size_t)(right - left) * sizeof(*buf->cells));
	}
}

static void cellbuf_put(struct cellbuf *buf, int x, int y, const struct width_piece *piece, enum style style)
{
	struct cell *cell;

	if (x < 0 || x + piece->cells > buf->columns)
		return;
	buf->blank = 0;
	cell = cellbuf_cell(buf, x, y);
	cellbuf_part(buf, x, y);
	if (piece->cells == 2)
		cellbuf_part(buf, x + 1, y);
	strncpy(cell->text, piece->text, sizeof(cell->text));
	cell->width = (unsigned char)piece->cells;
	cell->style = (unsigned char)style;
	if (piece->cells == 2) {
		memset(cell + 1, 0, sizeof(*cell));
		cell[1].style = (unsigned char)style;
	}
}

int cellbuf_text(struct cellbuf *buf, int x, int y, int width, const char *text, size_t len, enum style style)
{
	int right = x + width;

	for (size_t at = 0; at < len;) {
		struct width_piece piece;

		at += width_next(text + at, len - at, &piece);
		if (x + piece.cells > right)
			break;
		if (piece.cells > 0 && y >= 0 && y < buf->rows)
			cellbuf_put(buf, x, y, &piece, style);
		x += piece.cells;
	}
	return x;
}

int cellbuf_cut(struct cellbuf *buf, int x, int y, int width, const char *text, enum style style)
{
	size_t len = strlen(text), fits;

	if (width < 1)
		return x;
	if (width_of(text, len) <= width)
		return cellbuf_text(buf, x, y, width, text, len, style);
	fits = width_fit(text, len, width - 1, NULL);
	x = cellbuf_text(buf, x, y, width - 1, text, fits, style);
	return cellbuf_text(buf, x, y, 1, "…", strlen("…"), style);
}

bool cellbuf_cell_equal(const struct cell *a, const struct cell *b)
{
	return !memcmp(a, b, sizeof(*a));
}
