#include "draw/panel.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/wrap.h"
#include "draw/paint_cells.h"

#define PANEL_COLUMNS_LEAST 60
#define PANEL_ROWS_LEAST 16

void panel_draw(struct cellbuf *buf, struct panel panel, const char *title)
{
	struct scene scene;

	scene_init(&scene);
	scene_reset(&scene, panel.width, panel.height);
	scene_fill(&scene, 0, 0, panel.width, panel.height, STYLE_PANEL);
	scene_frame(&scene, 0, 0, panel.width, panel.height, FRAME_LIGHT, STYLE_PANEL_FRAME);
	paint_cells(&scene, buf, panel.x, panel.y);
	scene_release(&scene);
	if (title[0]) {
		int x = cellbuf_text(buf, panel.x + 2, panel.y, 1, " ", 1, STYLE_PANEL_TITLE);

		x = cellbuf_cut(buf, x, panel.y, panel.width - 6, title, STYLE_PANEL_TITLE);
		cellbuf_text(buf, x, panel.y, 1, " ", 1, STYLE_PANEL_TITLE);
	}
}

void panel_line(struct cellbuf *buf, struct panel panel, int at, int indent, const char *text, enum style style)
{
	if (at >= 0 && at < panel.height - 2)
		cellbuf_cut(buf, panel.x + 2 + indent, panel.y + 1 + at, panel.width - 4 - indent, text, style);
}

int panel_lines(struct cellbuf *buf, struct panel panel, const char *title, const struct vec *lines, int at)
{
	int shown = panel.height - 2, top = panel_top(shown, at);

	panel_draw(buf, panel, title);
	for (int i = 0; i < shown && top + i < (int)lines->count; i++)
		panel_line(buf, panel, i, 0, vec_get(lines, char *, (size_t)(top + i)),
			top + i == at ? STYLE_PANEL_CHOICE : STYLE_PANEL);
	return panel.y + 1 + at - top;
}

int panel_list(struct cellbuf *buf, int bottom, int room, const char *title, const struct vec *lines, int at)
{
	int height = 2 + (int)lines->count < room ? 2 + (int)lines->count : room;
	int width = buf->columns - 2 < PANEL_LIST_CELLS ? buf->columns - 2 : PANEL_LIST_CELLS;

	return panel_lines(buf, (struct panel){1, bottom - height, width, height}, title, lines, at);
}

int panel_top(int shown, int at)
{
	return at >= shown ? at - shown + 1 : 0;
}

size_t panel_step(size_t at, int by, size_t count)
{
	if (by < 0)
		return at - (at > 0);
	return at + (by > 0 && at + 1 < count);
}

bool panel_lacks_room(int columns, int rows)
{
	return columns < PANEL_COLUMNS_LEAST || rows < PANEL_ROWS_LEAST;
}

void panel_say_room(struct cellbuf *buf)
{
	struct wrap_line lines[PANEL_ROWS_LEAST];
	char text[120];
	size_t count;

	snprintf(text, sizeof(text), _("terminal too small: need %dx%d, have %dx%d"), PANEL_COLUMNS_LEAST,
		PANEL_ROWS_LEAST, buf->columns, buf->rows);
	count = buf->columns < 2 ? 0 : wrap_text(text, strlen(text), buf->columns, lines, ARRAY_SIZE(lines), NULL);
	for (size_t i = 0; i < count && (int)i < buf->rows; i++)
		cellbuf_text(buf, 0, (int)i, buf->columns, text + lines[i].start, lines[i].len, STYLE_HINT);
}
