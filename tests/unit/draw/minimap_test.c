#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "draw/minimap.h"
#include "model/edit.h"

static void put(struct edit *edit, enum kind kind, int column, int row)
{
	struct sticky sticky = {.kind = (int)kind, .text = (char *)"x", .place = {column, row}};

	assert_true(edit_create(edit, ENTITY_STICKY, &sticky, NULL) > 0);
}

static void a_block_shows_what_matters_most(void **state)
{
	struct viewport viewport = {.zoom = ZOOM_READING, .first = {1, 1}, .width = 36, .height = 10};
	struct minimap map = MINIMAP_INIT;
	struct cellbuf buf = CELLBUF_INIT;
	struct action action;
	struct edit edit = {board_new(), &action};

	(void)state;
	action_init(&action);
	put(&edit, KIND_ACTOR, 1, 1);
	put(&edit, KIND_EVENT, 2, 1);
	put(&edit, KIND_HOTSPOT, 2, 2);
	put(&edit, KIND_POLICY, 40, 20);
	minimap_update(&map, edit.board, 20, 10);
	assert_int_equal(map.width, 20);
	assert_int_equal(map.height, 10);
	cellbuf_reset(&buf, 20, 10, STYLE_PANEL);
	minimap_draw(&map, &buf, 0, 0, &viewport, (struct place){40, 20});
	assert_int_equal(cellbuf_at(&buf, 0, 0)->style, STYLE_KIND + KIND_HOTSPOT);
	assert_int_equal(cellbuf_at(&buf, 19, 9)->style, STYLE_KIND + KIND_POLICY);
	assert_string_equal(cellbuf_at(&buf, 19, 9)->text, "+");
	assert_int_equal(cellbuf_at(&buf, 5, 5)->style, STYLE_PANEL);
	minimap_release(&map);
	cellbuf_release(&buf);
	board_free(edit.board);
	action_release(&action);
}

static void it_follows_the_board_and_knows_no_bounds(void **state)
{
	struct minimap map = MINIMAP_INIT;
	struct action action;
	struct edit edit = {board_new(), &action};

	(void)state;
	action_init(&action);
	minimap_update(&map, edit.board, 20, 10);
	assert_int_equal(map.width, 1);
	put(&edit, KIND_EVENT, PLACE_MOST, PLACE_MOST);
	minimap_update(&map, edit.board, 20, 10);
	assert_true(map.width <= 20 && map.height <= 10);
	assert_int_equal(map.kinds[map.width * map.height - 1], KIND_EVENT);
	minimap_release(&map);
	board_free(edit.board);
	action_release(&action);
}

static int with_utf8(void **state)
{
	(void)state;
	return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_block_shows_what_matters_most),
		cmocka_unit_test(it_follows_the_board_and_knows_no_bounds),
	};

	return cmocka_run_group_tests_name("draw/minimap", tests, with_utf8, NULL);
}
