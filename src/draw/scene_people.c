#include "draw/scene_people.h"

#include <stdio.h>
#include <string.h>

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

/* The tag stands in the gutter below the slot, at its right; where there is none, on the slot. */
static void scene_tag(struct scene *scene, const struct viewport *viewport, int left,
	const struct scene_person *person)
{
	const struct zoom_size *size = zoom_size(viewport->zoom);
	char text[SCENE_TAG_BYTES];
	size_t len;
	int x, y, cells;

	viewport_cell(viewport, person->place, &x, &y);
	snprintf(text, sizeof(text), "%.80s%s", person->name, person->typing ? " …" : "");
	len = width_fit(text, strlen(text), size->width, &cells);
	scene_text(scene, left + x + size->width - cells,
		SCENE_BOARD_TOP + y + (size->above ? size->height : 0), cells, text, len,
		scene_person_style(person->name));
}

void scene_people(struct scene *scene, const struct viewport *viewport, int left,
	const struct scene_person *people, size_t count)
{
	struct place_rect seen = viewport_slots(viewport);

	for (size_t i = 0; i < count; i++)
		if (place_rect_holds(seen, people[i].place))
			scene_tag(scene, viewport, left, &people[i]);
}
