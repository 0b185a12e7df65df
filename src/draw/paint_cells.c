#include "draw/paint_cells.h"

#include <string.h>

/* The area that may be painted, in cells of the buffer; the right and lower edges lie outside. */
struct paint {
	struct cellbuf *buf;
	int left, top, right, bottom;
};

/* The signs of a frame: horizontal, vertical, and the corners clockwise from the upper left. */
struct paint_signs {
	const char *along, *down, *corners[4];
};

static const struct paint_signs paint_frames[] = {
	[FRAME_LIGHT] = {"─", "│", {"╭", "╮", "╯", "╰"}},
	[FRAME_DOUBLE] = {"═", "║", {"╔", "╗", "╝", "╚"}},
	[FRAME_DASHED] = {"╌", "╎", {"┌", "┐", "┘", "└"}},
	[FRAME_CORNERS] = {"━", "┃", {"┏", "┓", "┛", "┗"}},
};

static void paint_text(
	const struct paint *paint, int x, int y, int width, const char *text, size_t len, enum style style)
{
	if (y < paint->top || y >= paint->bottom)
		return;
	while (len && x < paint->left) {
		struct width_piece piece;
		size_t used = width_next(text, len, &piece);

		text += used;
		len -= used;
		x += piece.cells;
		width -= piece.cells;
	}
	if (x + width > paint->right)
		width = paint->right - x;
	cellbuf_text(paint->buf, x, y, width, text, len, style);
}

static void paint_fill(const struct paint *paint, const struct mark *mark, int x, int y)
{
	int left = x > paint->left ? x : paint->left, top = y > paint->top ? y : paint->top;
	int right = x + mark->width < paint->right ? x + mark->width : paint->right;
	int bottom = y + mark->height < paint->bottom ? y + mark->height : paint->bottom;

	if (left < right && top < bottom)
		cellbuf_fill(paint->buf, left, top, right - left, bottom - top, mark->style);
}

static void paint_sign(const struct paint *paint, int x, int y, const char *sign, enum style style)
{
	if (x >= paint->left && x < paint->right)
		paint_text(paint, x, y, 1, sign, strlen(sign), style);
}

/* How many signs FRAME_CORNERS has beside each corner, horizontally and vertically. */
#define PAINT_CORNER_ALONG 3
#define PAINT_CORNER_DOWN 1

/* Is the sign AT of LENGTH along an edge left out? */
static bool paint_is_gap(enum frame frame, int at, int length, int corner)
{
	return frame == FRAME_CORNERS && at > corner && at < length - 1 - corner;
}

static void paint_frame(const struct paint *paint, const struct mark *mark, int x, int y)
{
	const struct paint_signs *signs = &paint_frames[mark->frame];
	int right = x + mark->width - 1, bottom = y + mark->height - 1;

	for (int i = 1; i < mark->width - 1; i++) {
		if (paint_is_gap(mark->frame, i, mark->width, PAINT_CORNER_ALONG))
			continue;
		paint_sign(paint, x + i, y, signs->along, mark->style);
		paint_sign(paint, x + i, bottom, signs->along, mark->style);
	}
	for (int i = 1; i < mark->height - 1; i++) {
		if (paint_is_gap(mark->frame, i, mark->height, PAINT_CORNER_DOWN))
			continue;
		paint_sign(paint, x, y + i, signs->down, mark->style);
		paint_sign(paint, right, y + i, signs->down, mark->style);
	}
	paint_sign(paint, x, y, signs->corners[0], mark->style);
	paint_sign(paint, right, y, signs->corners[1], mark->style);
	paint_sign(paint, right, bottom, signs->corners[2], mark->style);
	paint_sign(paint, x, bottom, signs->corners[3], mark->style);
}

void paint_cells(const struct scene *scene, struct cellbuf *buf, int x, int y)
{
	struct paint paint = {buf, x, y, x + scene->width, y + scene->height};

	for (size_t i = 0; i < scene->marks.count; i++) {
		const struct mark *mark = vec_at(&scene->marks, i);

		switch (mark->type) {
		case MARK_FILL: paint_fill(&paint, mark, x + mark->x, y + mark->y); break;
		case MARK_TEXT:
			paint_text(&paint, x + mark->x, y + mark->y, mark->width, scene->pool.text + mark->text,
				mark->len, mark->style);
			break;
		case MARK_FRAME: paint_frame(&paint, mark, x + mark->x, y + mark->y); break;
		}
	}
}
