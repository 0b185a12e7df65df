#include "ui/panel.h"

#include "draw/paint_cells.h"

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

void panel_line(struct cellbuf *buf, struct panel panel, int at, int indent, const char *text,
	enum style style)
{
	if (at >= 0 && at < panel.height - 2)
		cellbuf_cut(buf, panel.x + 2 + indent, panel.y + 1 + at, panel.width - 4 - indent, text,
			style);
}
