#include "draw/scene_people.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "draw/scene_board.h"
#include "text/width.h"

/* The maximum width of a tag, so that it stays near its slot. */
#define SCENE_TAG_BYTES 96

/* More tags than fit below any slot. */
#define SCENE_CROWD_MOST 8

/* The width of "+3", with a blank before it. */
#define SCENE_REST_CELLS 3

enum style scene_person_style(const char *name)
{
	unsigned sum = 0;

	for (; *name; name++)
		sum = sum * 31 + (unsigned char)*name;
	return STYLE_PERSON + sum % STYLE_PERSON_COUNT;
}

/* The text of the tag; without room for all of it, the name and a sign that they are writing. */
static void scene_tag_text(const struct scene_person *person, int room, char *text, size_t size)
{
	if (person->edits) {
		snprintf(text, size, _("%.60s is editing"), person->name);
		if (width_of(text, strlen(text)) <= room)
			return;
	}
	snprintf(text, size, "%.80s%s", person->name, person->typing || person->edits ? " …" : "");
}

/* The people on one slot, in the order of the list. */
struct scene_crowd {
	const struct scene_person *people[SCENE_CROWD_MOST];
	int count, shown; /* how many there are; how many have a tag drawn */
};

/* The people on the slot of PEOPLE[AT]; empty if somebody earlier in the list is there too, so that all are drawn
 * already. */
static struct scene_crowd scene_crowd_of(const struct scene_person *people, size_t count, size_t at)
{
	struct scene_crowd crowd = {.count = 0};

	for (size_t i = 0; i < count; i++) {
		if (!place_equal(people[i].place, people[at].place))
			continue;
		if (i < at)
			return (struct scene_crowd){.count = 0};
		if (crowd.count < SCENE_CROWD_MOST)
			crowd.people[crowd.shown++] = &people[i];
		crowd.count++;
	}
	return crowd;
}

/* Draws TEXT so that it ends before RIGHT, in at most ROOM cells; returns its width. */
static int scene_tag(struct scene *scene, int right, int y, int room, const char *text, enum style style)
{
	int cells;
	size_t len = width_fit(text, strlen(text), room, &cells);

	scene_text(scene, right - cells, y, cells, text, len, style);
	return cells;
}

/* Draws the tags in the gutter below the slot, from the right, a blank apart; without a gutter, on the slot. People
 * without room are only counted. */
static void scene_tags(struct scene *scene, const struct viewport *viewport, int left, const struct scene_crowd *crowd)
{
	const struct viewport_zoom_size *size = viewport_size(viewport);
	int x, y, right, room = size->width;
	char text[SCENE_TAG_BYTES];

	viewport_cell(viewport, crowd->people[0]->place, &x, &y);
	y += SCENE_BOARD_TOP + (size->above ? size->height : 0);
	right = left + x + size->width;
	for (int i = 0; i < crowd->shown; i++) {
		int rest = crowd->count - i - 1, keep = rest ? SCENE_REST_CELLS : 0, cells;

		scene_tag_text(crowd->people[i], room - keep, text, sizeof(text));
		cells = width_of(text, strlen(text));
		if (i && cells > room - keep) {
			snprintf(text, sizeof(text), "+%d", rest + 1);
			scene_tag(scene, right, y, room, text, STYLE_PANEL);
			return;
		}
		cells = scene_tag(scene, right, y, room > keep ? room - keep : room, text,
				scene_person_style(crowd->people[i]->name)) +
			1;
		right -= cells;
		room -= cells;
	}
}

/* Draws a frame in the gutters around RECT; without gutters, on its outermost cells. */
static void scene_surround(struct scene *scene, const struct viewport *viewport, int left, struct place_rect rect,
	enum frame frame, enum style style)
{
	const struct viewport_zoom_size *size = viewport_size(viewport);
	int x, y, right, bottom, out = size->above ? 1 : 0;

	viewport_cell(viewport, rect.first, &x, &y);
	viewport_cell(viewport, rect.last, &right, &bottom);
	scene_frame(scene, left + x - out, SCENE_BOARD_TOP + y - out, right + size->width - x + 2 * out,
		bottom + size->height - y + 2 * out, frame, style);
}

/* The visible part of RECT and one slot more, so that no frame is longer than needed. */
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
		if (place_rect_holds(seen, people[i].place)) {
			struct scene_crowd crowd = scene_crowd_of(people, count, i);

			if (crowd.count)
				scene_tags(scene, viewport, left, &crowd);
		}
}

void scene_pointer(struct scene *scene, const struct viewport *viewport, int left, struct place place, const char *name,
	bool bright)
{
	const struct viewport_zoom_size *size = viewport_size(viewport);
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
