/* Name tags of those who are on one slot stand apart. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <string.h>

#include "base/mem.h"
#include "draw/cellbuf.h"
#include "draw/paint_cells.h"
#include "draw/scene_people.h"

#define WIDTH 40
#define HEIGHT 14
#define MOST 9

/* The row of cells below the first slot as far as that goes, with NAMES all on it. */
static void tags_of(const char *const *names, enum zoom zoom, char *row)
{
	struct viewport viewport = {.zoom = zoom, .first = {1, 1}, .width = WIDTH, .height = HEIGHT};
	const struct viewport_zoom_size *size = viewport_size(&viewport);
	struct scene_person people[MOST];
	struct cellbuf buf = CELLBUF_INIT;
	struct scene scene;
	size_t count = 0;

	for (; names[count]; count++)
		people[count] =
			(struct scene_person){.name = names[count], .place = {1, 1}, .selection = {{1, 1}, {0, 0}}};
	scene_init(&scene);
	scene_reset(&scene, WIDTH, HEIGHT);
	scene_people(&scene, &viewport, 0, people, count);
	cellbuf_reset(&buf, WIDTH, HEIGHT, STYLE_BOARD);
	paint_cells(&scene, &buf, 0, 0);
	row[0] = '\0';
	for (int x = size->left; x < size->left + size->width; x++)
		strcat(row, cellbuf_at(&buf, x, size->above + size->height + 1)->text);
	scene_release(&scene);
	cellbuf_release(&buf);
}

static void tags_on_one_slot_stand_apart(void **state)
{
	static const struct {
		enum zoom zoom;
		const char *names[MOST];
		const char *row;
	} rows[] = {
		{ZOOM_READING, {"ana"}, "             ana"},
		{ZOOM_READING, {"ana", "ben"}, "         ben ana"},
		{ZOOM_READING, {"ana", "ben", "cho"}, "     cho ben ana"},
		{ZOOM_READING, {"ana", "ben", "cho", "dan", "eve"}, "  +2 cho ben ana"},
		{ZOOM_READING, {"benedikta-maria-magdalena", "ben"}, "+1 benedikta-mar"},
		{ZOOM_OVERVIEW, {"ana", "ben"}, " ben ana"},
		{ZOOM_OVERVIEW, {"ana", "ben", "cho"}, "  +2 ana"},
		{ZOOM_SMALL, {"ana", "ben"}, "+1 an"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		char row[WIDTH * 8];

		tags_of(rows[i].names, rows[i].zoom, row);
		assert_string_equal(row, rows[i].row);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(tags_on_one_slot_stand_apart)};

	if (!setlocale(LC_CTYPE, "C.UTF-8"))
		return 1;
	return cmocka_run_group_tests_name("draw/people", tests, NULL, NULL);
}
