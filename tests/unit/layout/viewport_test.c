#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/viewport.h"

static void place_and_cell_agree_at_every_zoom(void **state)
{
	(void)state;
	for (int zoom = 0; zoom < ZOOM_COUNT; zoom++) {
		struct viewport viewport = {.zoom = (enum zoom)zoom, .first = {7, 3}, .width = 100, .height = 30};
		struct place_rect slots = viewport_slots(&viewport);
		struct place place;

		for (place.row = slots.first.row; place.row <= slots.last.row; place.row++)
			for (place.column = slots.first.column; place.column <= slots.last.column; place.column++) {
				struct place back;
				int x, y;

				viewport_cell(&viewport, place, &x, &y);
				back = viewport_place(&viewport, x, y);
				assert_int_equal(back.column, place.column);
				assert_int_equal(back.row, place.row);
			}
	}
}

static void following_moves_no_more_than_needed(void **state)
{
	static const struct {
		struct place to, first;
	} rows[] = {
		{{1, 1}, {1, 1}},
		{{5, 5}, {1, 1}},
		{{6, 5}, {2, 1}},
		{{2, 6}, {2, 2}},
		{{1, 1}, {1, 1}},
		{{PLACE_MOST, PLACE_MOST}, {PLACE_MOST - 4, PLACE_MOST - 4}},
	};
	struct viewport viewport = {.zoom = ZOOM_READING, .first = {1, 1}, .width = 90, .height = 25};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		viewport_follow(&viewport, rows[i].to);
		assert_int_equal(viewport.first.column, rows[i].first.column);
		assert_int_equal(viewport.first.row, rows[i].first.row);
	}
}

static void at_least_one_slot_is_seen_whatever_the_size(void **state)
{
	struct viewport viewport = {.zoom = ZOOM_LARGE, .first = {1, 1}, .width = 1, .height = 1};

	(void)state;
	assert_int_equal(viewport_columns(&viewport), 1);
	assert_int_equal(viewport_rows(&viewport), 1);
	viewport_follow(&viewport, (struct place){9, 9});
	assert_int_equal(viewport.first.column, 9);
}

static void fitting_shows_all_or_zooms_out_as_far_as_it_goes(void **state)
{
	struct viewport viewport = {.zoom = ZOOM_LARGE, .first = {1, 1}, .width = 100, .height = 30};

	(void)state;
	viewport_fit(&viewport, (struct place_rect){{2, 2}, {4, 4}});
	assert_int_equal(viewport.zoom, ZOOM_LARGE);
	assert_int_equal(viewport.first.column, 2);
	viewport_fit(&viewport, (struct place_rect){{1, 1}, {10, 5}});
	assert_int_equal(viewport.zoom, ZOOM_OVERVIEW);
	viewport_fit(&viewport, (struct place_rect){{1, 1}, {1000, 5}});
	assert_int_equal(viewport.zoom, ZOOM_GLANCE);
}

/* Of a board that fits all is seen, and nothing larger would fit: a cell more and it is too wide or too high. */
static void fitting_uses_the_area(void **state)
{
	(void)state;
	for (int32_t columns = 1; columns <= 60; columns++)
		for (int32_t rows = 1; rows <= 20; rows++) {
			struct viewport viewport = {.first = {1, 1}, .width = 200, .height = 45};
			const struct viewport_zoom_size *size;
			bool wide, high;

			viewport_fit(&viewport, (struct place_rect){{1, 1}, {columns, rows}});
			size = viewport_size(&viewport);
			assert_true(viewport_columns(&viewport) >= columns);
			assert_true(viewport_rows(&viewport) >= rows);
			wide = size->width >= 26 || (size->across + 1) * columns > 201;
			high = size->height >= 7 || (size->down + 1) * rows > 45;
			assert_true(wide);
			assert_true(high || size->height >= size->width * 3 / 4);
		}
}

static void from_a_size_between_one_steps_to_its_neighbours(void **state)
{
	struct viewport viewport = {.first = {1, 1}, .width = 100, .height = 30};

	(void)state;
	viewport_fit(&viewport, (struct place_rect){{1, 1}, {7, 4}});
	assert_int_equal(viewport_size(&viewport)->width, 12);
	assert_int_equal(viewport_size(&viewport)->height, 6);
	viewport_step(&viewport, -1);
	assert_int_equal(viewport.zoom, ZOOM_COMPACT);
	assert_int_equal(viewport_size(&viewport)->height, 3);
	viewport_fit(&viewport, (struct place_rect){{1, 1}, {7, 4}});
	viewport_step(&viewport, 1);
	assert_int_equal(viewport.zoom, ZOOM_READING);
	viewport_step(&viewport, 9);
	assert_int_equal(viewport.zoom, ZOOM_LARGE);
	viewport_step(&viewport, -9);
	assert_int_equal(viewport.zoom, ZOOM_GLANCE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(place_and_cell_agree_at_every_zoom),
		cmocka_unit_test(following_moves_no_more_than_needed),
		cmocka_unit_test(at_least_one_slot_is_seen_whatever_the_size),
		cmocka_unit_test(fitting_shows_all_or_zooms_out_as_far_as_it_goes),
		cmocka_unit_test(fitting_uses_the_area),
		cmocka_unit_test(from_a_size_between_one_steps_to_its_neighbours),
	};

	return cmocka_run_group_tests_name("layout/viewport", tests, NULL, NULL);
}
