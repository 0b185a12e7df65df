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
		struct viewport viewport = {(enum zoom)zoom, {7, 3}, 100, 30};
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
	struct viewport viewport = {ZOOM_READING, {1, 1}, 90, 25};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		viewport_follow(&viewport, rows[i].to);
		assert_int_equal(viewport.first.column, rows[i].first.column);
		assert_int_equal(viewport.first.row, rows[i].first.row);
	}
}

static void at_least_one_slot_is_seen_whatever_the_size(void **state)
{
	struct viewport viewport = {ZOOM_LARGE, {1, 1}, 1, 1};

	(void)state;
	assert_int_equal(viewport_columns(&viewport), 1);
	assert_int_equal(viewport_rows(&viewport), 1);
	viewport_follow(&viewport, (struct place){9, 9});
	assert_int_equal(viewport.first.column, 9);
}

static void fitting_shows_all_or_zooms_out_as_far_as_it_goes(void **state)
{
	struct viewport viewport = {ZOOM_LARGE, {1, 1}, 100, 30};

	(void)state;
	viewport_fit(&viewport, (struct place_rect){{2, 2}, {4, 4}});
	assert_int_equal(viewport.zoom, ZOOM_LARGE);
	assert_int_equal(viewport.first.column, 2);
	viewport_fit(&viewport, (struct place_rect){{1, 1}, {10, 5}});
	assert_int_equal(viewport.zoom, ZOOM_OVERVIEW);
	viewport_fit(&viewport, (struct place_rect){{1, 1}, {1000, 5}});
	assert_int_equal(viewport.zoom, ZOOM_GLANCE);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(place_and_cell_agree_at_every_zoom),
		cmocka_unit_test(following_moves_no_more_than_needed),
		cmocka_unit_test(at_least_one_slot_is_seen_whatever_the_size),
		cmocka_unit_test(fitting_shows_all_or_zooms_out_as_far_as_it_goes),
	};

	return cmocka_run_group_tests_name("layout/viewport", tests, NULL, NULL);
}
