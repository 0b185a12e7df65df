/* Boxes of the context map that are dragged with the mouse. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "lib/folder.h"
#include "lib/map_wall.h"
#include "map/map_mode.h"

/* Shop and Bank beside each other, Post below Shop. */
static void open_wall(struct wall *wall)
{
	map_wall_open(wall);
	wall_run(wall, "context Shop");
	wall_run(wall, "context Bank");
	wall_run(wall, "context Post");
	wall_run(wall, "place-context Shop 1 1");
	wall_run(wall, "place-context Bank 2 1");
	wall_run(wall, "place-context Post 1 2");
}

/* The box of the context NAME as it is on the screen. */
static struct maproute_box box_of(const struct wall *wall, const char *name)
{
	const struct contextmap *map = map_mode_map(&wall->shell);
	const struct mapview *view = map_mode_view(&wall->shell);
	size_t at = contextmap_index(map, board_context_named(map->board, name)->id);
	struct maproute_box box = map->route.boxes[at];

	box.x -= view->left;
	box.y -= view->top - SHELL_ROWS_ABOVE;
	return box;
}

/* Presses the button on the box of NAME and drags it to a cell. */
static void drag(struct wall *wall, const char *name, int x, int y)
{
	struct maproute_box box = box_of(wall, name);

	wall_mouse(wall, MOUSE_PRESS, box.x + 3, box.y + 1);
	wall_mouse(wall, MOUSE_DRAG, x, y);
}

/* Drags Post over Bank, whose box it returns. */
static struct maproute_box drag_over_bank(struct wall *wall)
{
	struct maproute_box bank = box_of(wall, "Bank");

	drag(wall, "Post", bank.x + 2, bank.y + 1);
	return bank;
}

static void assert_placed(const struct wall *wall, const char *name, int column, int row)
{
	const struct context *context = board_context_named(shell_board(&wall->shell), name);

	if (context->map_column != column || context->map_row != row)
		fail_msg("%s is in column %d, row %d", name, (int)context->map_column, (int)context->map_row);
}

static void assert_said(const struct wall *wall, const char *text)
{
	assert_string_equal(wall->shell.message.text.text, text);
	assert_true(wall_shows(wall, text));
}

static void a_box_falls_where_one_points(void **state)
{
	struct maproute_box shop, bank, post;
	struct wall wall;

	(void)state;
	open_wall(&wall);
	shop = box_of(&wall, "Shop");
	bank = box_of(&wall, "Bank");
	post = box_of(&wall, "Post");
	drag(&wall, "Post", bank.x, post.y);
	assert_said(&wall, "let go to move Post to column 2, row 2; Esc cancels");
	wall_mouse(&wall, MOUSE_DRAG, bank.x - 1, post.y + 1);
	assert_said(&wall, "let go to move Post to column 2, row 2; Esc cancels");
	wall_mouse(&wall, MOUSE_DRAG, shop.x + shop.width, post.y + 1);
	assert_said(&wall, "let go here and nothing moves");
	wall_mouse(&wall, MOUSE_DRAG, bank.x + bank.width - 1, post.y + 1);
	assert_said(&wall, "let go to move Post to column 2, row 2; Esc cancels");
	wall_mouse(&wall, MOUSE_DRAG, bank.x + bank.width, post.y + 1);
	assert_said(&wall, "let go to move Post to column 2, row 2; Esc cancels");
	wall_mouse(&wall, MOUSE_DRAG, bank.x + bank.width + 6, post.y + post.height + 3);
	assert_said(&wall, "let go to move Post to column 3, row 3; Esc cancels");
	wall_mouse(&wall, MOUSE_RELEASE, bank.x + bank.width + 6, post.y + post.height + 3);
	assert_said(&wall, "Post moved to column 3, row 3");
	assert_placed(&wall, "Post", 3, 3);
	wall_close(&wall);
}

static void a_taken_place_is_shown_and_said(void **state)
{
	struct scene_map_ghost ghosts[MAP_MOUSE_GHOSTS_MOST];
	struct maproute_box bank, post;
	struct wall wall;

	(void)state;
	open_wall(&wall);
	post = box_of(&wall, "Post");
	bank = drag_over_bank(&wall);
	assert_said(&wall, "column 2, row 1 is taken by Bank: they change places; Esc cancels");
	assert_int_equal(map_mouse_ghosts(&wall.shell, ghosts), 2);
	assert_int_equal(ghosts[0].box.x, bank.x);
	assert_int_equal(ghosts[1].box.y, post.y - SHELL_ROWS_ABOVE);
	wall_mouse(&wall, MOUSE_RELEASE, bank.x + 2, bank.y + 1);
	assert_said(&wall, "Post and Bank have changed places");
	assert_placed(&wall, "Post", 2, 1);
	assert_placed(&wall, "Bank", 1, 2);
	wall_press(&wall, "u");
	assert_placed(&wall, "Bank", 2, 1);
	wall_close(&wall);
}

static void esc_or_letting_go_at_home_moves_nothing(void **state)
{
	struct maproute_box bank, post;
	struct wall wall;

	(void)state;
	open_wall(&wall);
	post = box_of(&wall, "Post");
	bank = drag_over_bank(&wall);
	wall_press(&wall, "<Esc>");
	assert_said(&wall, "nothing was moved");
	wall_mouse(&wall, MOUSE_RELEASE, bank.x + 2, bank.y + 1);
	assert_placed(&wall, "Post", 1, 2);
	drag_over_bank(&wall);
	wall_mouse(&wall, MOUSE_RELEASE, post.x + 1, post.y + 1);
	assert_said(&wall, "nothing was moved");
	drag_over_bank(&wall);
	wall_mouse(&wall, MOUSE_RELEASE, bank.x + 2, 0);
	assert_said(&wall, "nothing was moved");
	assert_placed(&wall, "Post", 1, 2);
	wall_close(&wall);
}

/* The box in focus would be another one then. */
static void what_others_do_is_said_and_moves_nothing_else(void **state)
{
	struct maproute_box bank;
	struct wall wall;

	(void)state;
	open_wall(&wall);
	bank = drag_over_bank(&wall);
	wall_other(&wall, "rename-context Bank Money");
	assert_said(&wall, "column 2, row 1 is taken by Money: they change places; Esc cancels");
	wall_other(&wall, "delete-context Money");
	assert_said(&wall, "let go to move Post to column 2, row 1; Esc cancels");
	wall_other(&wall, "delete-context Post");
	assert_said(&wall, "somebody has removed what you carry");
	wall_mouse(&wall, MOUSE_RELEASE, bank.x + 2, bank.y + 1);
	assert_said(&wall, "somebody has removed what you carried; nothing was moved");
	assert_placed(&wall, "Shop", 1, 1);
	wall_close(&wall);
}

static void who_may_not_move_boxes_drags_none(void **state)
{
	struct maproute_box bank;
	struct wall wall;

	(void)state;
	open_wall(&wall);
	wall_become(&wall, ROLE_OBSERVER, "ben");
	bank = drag_over_bank(&wall);
	assert_said(&wall, "the board is read-only");
	wall_mouse(&wall, MOUSE_RELEASE, bank.x + 2, bank.y + 1);
	assert_placed(&wall, "Post", 1, 2);
	wall_close(&wall);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_box_falls_where_one_points),
		cmocka_unit_test(a_taken_place_is_shown_and_said),
		cmocka_unit_test(esc_or_letting_go_at_home_moves_nothing),
		cmocka_unit_test(what_others_do_is_said_and_moves_nothing_else),
		cmocka_unit_test(who_may_not_move_boxes_drags_none),
	};

	return cmocka_run_group_tests_name("map/mouse", tests, folder_make, folder_remove);
}
