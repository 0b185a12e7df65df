/* What the mouse carries falls where it was shown to fall; and whatever cancels a drag changes nothing. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "lib/canvas_wall.h"
#include "lib/folder.h"
#include "lib/gen.h"

#define SIDE 5
#define STICKIES 12
#define DRAGS 30

struct table {
	struct wall wall;
	struct canvas canvas;
};

static void open_table(struct table *table)
{
	canvas_wall_open(&table->wall, &table->canvas);
	boardview_zoom(&table->canvas.view, -ZOOM_COUNT);
	shell_draw(&table->wall.shell, &table->wall.frame);
}

static void mouse(struct table *table, enum mouse_action action, struct place place, bool left)
{
	int x, y;

	viewport_cell(&table->canvas.view.viewport, place, &x, &y);
	shell_mouse(&table->wall.shell, (struct mouse){action, x, y + SHELL_ROWS_ABOVE + SCENE_BOARD_TOP, left, false});
	shell_draw(&table->wall.shell, &table->wall.frame);
}

static struct place random_place(struct gen *gen)
{
	return (struct place){1 + gen_below(gen, SIDE), 1 + gen_below(gen, SIDE)};
}

static void place_stickies(struct gen *gen, struct table *table)
{
	for (int i = 0; i < STICKIES; i++) {
		struct place place = random_place(gen);

		assert_int_equal(
			shell_do(&table->wall.shell, NULL, "add event -c %d -r %d -- x", place.column, place.row), 0);
	}
}

/* Marks some, in any order, or none. Returns a place to press at, where a sticky is. */
static struct place mark_stickies(struct gen *gen, struct table *table)
{
	int64_t id = 1 + gen_below(gen, STICKIES);

	boardview_clear_selection(&table->canvas.view);
	for (int count = gen_below(gen, 6); count > 0; count--) {
		id = 1 + gen_below(gen, STICKIES);
		boardview_mark(&table->canvas.view, id);
	}
	return board_sticky(shell_board(&table->wall.shell), id)->place;
}

/* What was shown, beforehand. */
struct forecast {
	enum landing_bar bar;
	size_t count;
	struct landing_slot slots[STICKIES];
};

static struct forecast forecast(struct table *table)
{
	const struct landing *landing = canvas_landing(&table->wall.shell);
	struct forecast shown = {.bar = LANDING_HERE};

	if (!landing)
		return shown;
	shown.bar = landing->bar;
	shown.count = landing->slots.count;
	for (size_t i = 0; i < shown.count; i++)
		shown.slots[i] = vec_get(&landing->slots, struct landing_slot, i);
	return shown;
}

static void assert_as_shown(const struct table *table, const struct forecast *shown)
{
	for (size_t i = 0; i < shown->count; i++) {
		const struct landing_slot *slot = &shown->slots[i];
		struct place place = board_sticky(shell_board(&table->wall.shell), slot->id)->place;

		if (!place_equal(place, slot->place))
			fail_msg("%d is in column %d, row %d, not %d, %d", (int)slot->id, place.column, place.row,
				slot->place.column, slot->place.row);
	}
}

static void cancel(struct gen *gen, struct table *table)
{
	if (gen_once_in(gen, 2))
		shell_key(&table->wall.shell, (struct key){.code = KEY_CODE_ESC});
	else
		mouse(table, MOUSE_PRESS, random_place(gen), false);
}

static void drag(struct gen *gen, struct table *table)
{
	struct place from = mark_stickies(gen, table), to = random_place(gen);
	uint64_t before = board_generation(shell_board(&table->wall.shell));
	bool cancels = gen_once_in(gen, 4);
	struct forecast shown;

	mouse(table, MOUSE_PRESS, from, true);
	mouse(table, MOUSE_DRAG, random_place(gen), true);
	mouse(table, MOUSE_DRAG, to, true);
	shown = forecast(table);
	if (shown.bar == LANDING_FREE)
		assert_true(shown.count > 0);
	if (cancels)
		cancel(gen, table);
	mouse(table, MOUSE_RELEASE, to, true);
	if (cancels || !shown.count)
		assert_int_equal(board_generation(shell_board(&table->wall.shell)), before);
	else
		assert_as_shown(table, &shown);
}

static void what_is_carried_falls_where_it_was_shown(void **state)
{
	(void)state;
	for (int round = 0; round < gen_rounds(20); round++) {
		struct table table;
		struct gen gen;

		gen_start(&gen, gen_seed() + (uint64_t)round);
		open_table(&table);
		place_stickies(&gen, &table);
		for (int i = 0; i < DRAGS; i++)
			drag(&gen, &table);
		canvas_wall_close(&table.wall, &table.canvas);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_carried_falls_where_it_was_shown),
	};

	return cmocka_run_group_tests_name("property/dragging", tests, folder_make, folder_remove);
}
