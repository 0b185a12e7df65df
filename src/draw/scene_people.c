#include "draw/scene_people.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "draw/scene_board.h"
#include "text/width.h"

/* No tag is wider, so that it stays with its slot. */
#define SCENE_TAG_BYTES 96

enum style scene_person_style(const char *name)
{
	unsigned sum = 0;

	for (; *name; name++)
		sum = sum * 31 + (unsigned char)*name;
	return STYLE_PERSON + sum % STYLE_PERSON_COUNT;
}

/* What the tag says; where there is no room for all of it, the name and that they are writing. */
static void scene_tag_text(const struct scene_person *person, int room, char *text, size_t size)
{
	if (person->edits) {
		snprintf(text, size, _("%.60s is editing"), person->name);
		if (width_of(text, strlen(text)) <= room)
			return;
	}
	snprintf(text, size, "%.80s%s", person->name, person->typing || person->edits ? " …" : "");
}

/* The tag stands in the gutter below the slot, at its right; where there is none, on the slot. */
static void scene_tag(struct scene *scene, const struct viewport *viewport, int left, const struct scene_person *person)
{
	const struct viewport_zoom_size *size = viewport_zoom_size(viewport->zoom);
	char text[SCENE_TAG_BYTES];
	size_t len;
	int x, y, cells;

	viewport_cell(viewport, person->place, &x, &y);
	scene_tag_text(person, size->width, text, sizeof(text));
	len = width_fit(text, strlen(text), size->width, &cells);
	scene_text(scene, left + x + size->width - cells, SCENE_BOARD_TOP + y + (size->above ? size->height : 0), cells,
		text, len, scene_person_style(person->name));
}

/* The frame runs in the gutters round RECT; where there are none, on its outermost cells. */
static void scene_surround(struct scene *scene, const struct viewport *viewport, int left, struct place_rect rect,
	enum frame frame, enum style style)
{
	const struct viewport_zoom_size *size = viewport_zoom_size(viewport->zoom);
	int x, y, right, bottom, out = size->above ? 1 : 0;

	viewport_cell(viewport, rect.first, &x, &y);
	viewport_cell(viewport, rect.last, &right, &bottom);
	scene_frame(scene, left + x - out, SCENE_BOARD_TOP + y - out, right + size->width - x + 2 * out,
		bottom + size->height - y + 2 * out, frame, style);
}

/* Of RECT what is seen of it and one slot more, so that no frame is longer than need be. */
static struct place_rect scene_near(struct place_rect rect, struct place_rect seen)
{
	if (rect.first.column < seen.first.column - 1)
		rect.first.column = seen.first.column - 1;
	if (rect.first.row < seen.first.row - 1)
		rect.first.row = seen.first.row - 1;
	if (rect.last.column > seen.last.column + 1)
		rect.last.column = seen.last.column + 1;
	if (rect.last.row > seen.last.row + 1)
		rect.last.row = seen.last.row + 1;
	return rect;
}

void scene_people(
	struct scene *scene, const struct viewport *viewport, int left, const struct scene_person *people, size_t count)
{
	struct place_rect seen = viewport_slots(viewport);

	for (size_t i = 0; i < count; i++) {
		struct place_rect selection = people[i].selection;

		if (place_rect_empty(selection))
			continue;
		selection = scene_near(selection, seen);
		if (selection.first.row <= selection.last.row && !place_rect_empty(selection))
			scene_surround(
				scene, viewport, left, selection, FRAME_LIGHT, scene_person_style(people[i].name));
	}
	for (size_t i = 0; i < count; i++)
		if (place_rect_holds(seen, people[i].place))
			scene_tag(scene, viewport, left, &people[i]);
}

void scene_pointer(struct scene *scene, const struct viewport *viewport, int left, struct place place, const char *name,
	bool bright)
{
	const struct viewport_zoom_size *size = viewport_zoom_size(viewport->zoom);
	enum style style = bright ? STYLE_ERROR : scene_person_style(name);
	char text[SCENE_TAG_BYTES];
	size_t len;
	int x, y, cells;

	if (!place_rect_holds(viewport_slots(viewport), place))
		return;
	viewport_cell(viewport, place, &x, &y);
	x += left;
	y += SCENE_BOARD_TOP;
	if (!size->above) {
		scene_text(scene, x, y, size->width, bright ? ">>" : "<<", 2, style);
		return;
	}
	scene_surround(
		scene, viewport, left, (struct place_rect){place, place}, bright ? FRAME_DOUBLE : FRAME_LIGHT, style);
	snprintf(text, sizeof(text), bright ? ">> %.60s <<" : "-- %.60s --", name);
	len = width_fit(text, strlen(text), size->width, &cells);
	scene_text(scene, x + (size->width - cells) / 2, y - 1, cells, text, len, style);
}
