#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdbool.h>

#include "base/map.h"

#define MAP_KEYS 700

static void a_map_holds_what_was_set_last(void **state)
{
	struct map map = MAP_INIT;
	int one, two;

	(void)state;
	assert_null(map_get(&map, 1));
	assert_null(map_remove(&map, 1));
	map_set(&map, 1, &one);
	map_set(&map, 1, &two);
	map_set(&map, UINT64_MAX, &one);
	map_set(&map, 0, &one);
	assert_ptr_equal(map_get(&map, 1), &two);
	assert_ptr_equal(map_get(&map, 0), &one);
	assert_int_equal(map.count, 3);
	assert_ptr_equal(map_remove(&map, 1), &two);
	assert_null(map_get(&map, 1));
	assert_null(map_remove(&map, 1));
	assert_int_equal(map.count, 2);
	map_release(&map);
	assert_null(map_get(&map, 0));
}

/* Compares with an array over many steps, so that removals move their followers in every way. */
static void a_map_is_like_an_array(void **state)
{
	static char values[MAP_KEYS];
	char *array[MAP_KEYS] = {NULL};
	struct map map = MAP_INIT;
	size_t count = 0;
	unsigned random = 7;

	(void)state;
	for (int step = 0; step < 60000; step++) {
		size_t key;

		random = random * 1103515245u + 12345u;
		key = random >> 8 & 1023;
		key %= step / 100 % 2 ? MAP_KEYS : 40;
		if (random >> 20 & 1) {
			count += !array[key];
			array[key] = &values[key];
			map_set(&map, key << 32, array[key]);
		} else {
			count -= array[key] != NULL;
			assert_ptr_equal(map_remove(&map, key << 32), array[key]);
			array[key] = NULL;
		}
		assert_int_equal(map.count, count);
		if (step % 500)
			continue;
		for (size_t i = 0; i < MAP_KEYS; i++)
			assert_ptr_equal(map_get(&map, i << 32), array[i]);
	}
	map_release(&map);
}

static void a_walk_comes_by_everything_once(void **state)
{
	bool seen[MAP_KEYS] = {false};
	struct map map = MAP_INIT;
	struct map_entry *entry;
	size_t at = 0, count = 0;

	(void)state;
	assert_null(map_next(&map, &at));
	for (uint64_t i = 0; i < MAP_KEYS; i++)
		map_set(&map, i, seen);
	for (at = 0; (entry = map_next(&map, &at)); count++) {
		assert_false(seen[entry->key]);
		seen[entry->key] = true;
	}
	assert_int_equal(count, MAP_KEYS);
	map_release(&map);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_map_holds_what_was_set_last),
		cmocka_unit_test(a_map_is_like_an_array),
		cmocka_unit_test(a_walk_comes_by_everything_once),
	};

	return cmocka_run_group_tests_name("base/map", tests, NULL, NULL);
}
