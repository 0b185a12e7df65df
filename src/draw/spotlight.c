#include "draw/spotlight.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "draw/scene_board.h"
#include "text/width.h"
#include "text/wrap.h"

/* How spotlights look. The sign comes before the word, or alone if there is no room for a frame. */
static const struct {
	enum style style;
	enum frame frame;
	const char *sign, *word;
} spotlight_rows[SPOTLIGHT_WHAT_COUNT] = {
	[SPOTLIGHT_TOUCHED] = {STYLE_GLOW, FRAME_DOUBLE, "*", ""},
	[SPOTLIGHT_ADDED] = {STYLE_ADDED, FRAME_LIGHT, "+", N_("added")},
	[SPOTLIGHT_REMOVED] = {STYLE_REMOVED, FRAME_LIGHT, "-", N_("removed")},
	[SPOTLIGHT_MOVED] = {STYLE_MOVED, FRAME_LIGHT, ">", N_("moved")},
	[SPOTLIGHT_REWORDED] = {STYLE_REWORDED, FRAME_LIGHT, "~", N_("reworded")},
	[SPOTLIGHT_ALTERED] = {STYLE_REWORDED, FRAME_LIGHT, "=", N_("changed")},
};

/* Draws one part of a spotlight. */
typedef void spotlight_part(
	struct scene *scene, const struct viewport *viewport, int left, const struct spotlight *light);

const char *spotlight_word(enum spotlight_what what)
{
	return spotlight_rows[what].word[0] ? _(spotlight_rows[what].word) : "";
}

/* Draws what was there, if the slot is empty now. */
static void spotlight_ghost(
	struct scene *scene, const struct spotlight *light, const struct viewport_zoom_size *size, int x, int y)
{
	enum style style = spotlight_rows[light->what].style;
	struct wrap_line lines[16];
	size_t most = size->height < 16 ? (size_t)size->height : 16, count;

	scene_fill(scene, x, y, size->width, size->height, style);
	count = wrap_text(light->text, strlen(light->text), size->width, lines, most, NULL);
	for (size_t i = 0; i < count; i++)
		scene_text(scene, x, y + (int)i, size->width, light->text + lines[i].start, lines[i].len, style);
}

/* Draws the word on the upper edge of the frame, which is also the lower edge of the slot above. */
static void spotlight_name(
	struct scene *scene, const struct viewport *viewport, int left, const struct spotlight *light)
{
	const struct viewport_zoom_size *size = viewport_size(viewport);
	char text[96];
	size_t len;
	int x, y, cells;

	if (!size->above || !spotlight_rows[light->what].word[0])
		return;
	viewport_cell(viewport, light->place, &x, &y);
	snprintf(text, sizeof(text), "%s %.80s", spotlight_rows[light->what].sign, spotlight_word(light->what));
	len = width_fit(text, strlen(text), size->width, &cells);
	scene_text(scene, left + x, SCENE_BOARD_TOP + y - 1, cells, text, len, spotlight_rows[light->what].style);
}

static void spotlight_frame(
	struct scene *scene, const struct viewport *viewport, int left, const struct spotlight *light)
{
	const struct viewport_zoom_size *size = viewport_size(viewport);
	const char *sign = spotlight_rows[light->what].sign;
	enum style style = spotlight_rows[light->what].style;
	int x, y;

	viewport_cell(viewport, light->place, &x, &y);
	x += left;
	y += SCENE_BOARD_TOP;
	if (!size->above) {
		scene_text(scene, x, y, 1, sign, strlen(sign), style);
		return;
	}
	if (light->text)
		spotlight_ghost(scene, light, size, x, y);
	scene_frame(scene, x - 1, y - 1, size->width + 2, size->height + 2, spotlight_rows[light->what].frame, style);
}

/* Calls DRAW for the visible ones. */
static void spotlight_each(
	struct scene *scene, const struct viewport *viewport, int left, const struct vec *list, spotlight_part *draw)
{
	struct place_rect seen = viewport_slots(viewport);

	for (size_t i = 0; i < list->count; i++) {
		const struct spotlight *light = vec_at(list, i);

		if (place_rect_holds(seen, light->place))
			draw(scene, viewport, left, light);
	}
}

void spotlight_draw(struct scene *scene, const struct viewport *viewport, int left, const struct vec *list)
{
	spotlight_each(scene, viewport, left, list, spotlight_frame);
	spotlight_each(scene, viewport, left, list, spotlight_name);
}
