#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "layout/route.h"

/* Does the cell belong to the box of a slot, and not to the gutters? */
static bool in_a_box(const struct viewport *viewport, int x, int y)
{
	const struct viewport_zoom_size *size = viewport_size(viewport);
	struct place place = viewport_place(viewport, x, y);
	int left, top;

	viewport_cell(viewport, place, &left, &top);
	return x >= left && x < left + size->width && y >= top && y < top + size->height;
}

/* Is the cell in the gutter right beside the box of PLACE? */
static bool beside(const struct viewport *viewport, struct place place, int x, int y)
{
	const struct viewport_zoom_size *size = viewport_size(viewport);
	int left, top;

	viewport_cell(viewport, place, &left, &top);
	return x >= left - 1 && x <= left + size->width && y >= top - 1 && y <= top + size->height &&
	       !in_a_box(viewport, x, y);
}

static void follow(const struct viewport *viewport, const struct route *route)
{
	for (int i = 0; i < route->count; i++) {
		struct route_leg leg = route->legs[i];
		int dx = (leg.x2 > leg.x1) - (leg.x2 < leg.x1), dy = (leg.y2 > leg.y1) - (leg.y2 < leg.y1);

		assert_true(!dx || !dy);
		if (i)
			assert_true(leg.x1 == route->legs[i - 1].x2 && leg.y1 == route->legs[i - 1].y2);
		for (int x = leg.x1, y = leg.y1;; x += dx, y += dy) {
			assert_false(in_a_box(viewport, x, y));
			if (x == leg.x2 && y == leg.y2)
				break;
		}
	}
}

static void no_way_crosses_a_sticky_and_all_arrive(void **state)
{
	unsigned seed = 7;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		struct viewport viewport = {.zoom = (enum zoom)(1 + rand_r(&seed) % (ZOOM_COUNT - 1)),
			.first = {1, 1},
			.width = 4000,
			.height = 1000};
		struct place source = {1 + rand_r(&seed) % 20, 1 + rand_r(&seed) % 20};
		struct place target = {1 + rand_r(&seed) % 20, 1 + rand_r(&seed) % 20};
		struct route route;

		if (source.column == target.column && source.row == target.row)
			continue;
		assert_true(route_find(&viewport, source, target, &route));
		assert_true(route.count >= 1 && route.count <= ROUTE_LEGS_MOST);
		follow(&viewport, &route);
		assert_true(beside(&viewport, source, route.legs[0].x1, route.legs[0].y1));
		assert_true(beside(&viewport, target, route.head_x, route.head_y));
		assert_int_equal(route.legs[route.count - 1].x2, route.head_x);
		assert_int_equal(route.legs[route.count - 1].y2, route.head_y);
	}
}

static void neighbours_are_joined_straight(void **state)
{
	static const struct {
		struct place target;
		enum route_way head;
	} rows[] = {{{6, 5}, ROUTE_RIGHT}, {{4, 5}, ROUTE_LEFT}, {{5, 6}, ROUTE_DOWN}, {{5, 4}, ROUTE_UP}};
	struct viewport viewport = {.zoom = ZOOM_READING, .first = {1, 1}, .width = 200, .height = 60};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct route route;

		assert_true(route_find(&viewport, (struct place){5, 5}, rows[i].target, &route));
		assert_int_equal(route.count, 1);
		assert_int_equal(route.head, rows[i].head);
	}
}

static void where_there_are_no_gutters_there_is_no_way(void **state)
{
	struct viewport viewport = {.zoom = ZOOM_GLANCE, .first = {1, 1}, .width = 200, .height = 60};
	struct route route;

	(void)state;
	assert_false(route_find(&viewport, (struct place){1, 1}, (struct place){2, 2}, &route));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_way_crosses_a_sticky_and_all_arrive),
		cmocka_unit_test(neighbours_are_joined_straight),
		cmocka_unit_test(where_there_are_no_gutters_there_is_no_way),
	};

	return cmocka_run_group_tests_name("layout/route", tests, NULL, NULL);
}
