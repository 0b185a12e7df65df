#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <string.h>

#include "base/mem.h"
#include "base/strbuf.h"
#include "draw/timebar.h"

#define TIMEBAR_WIDTH 21

static void timebar_beat(struct timebar *bar, int64_t at)
{
	vec_add(&bar->beats, int64_t) = at;
}

static void timebar_step(struct timebar *bar, int64_t at, int step)
{
	vec_add(&bar->stretches, struct timebar_stretch) = (struct timebar_stretch){at, step};
}

/* One of length 200, so that a cell is 10. */
static void timebar_sample(struct timebar *bar)
{
	timebar_init(bar);
	bar->length = 200;
	timebar_step(bar, 0, 1);
	timebar_step(bar, 120, 2);
}

static void timebar_must_read(const struct timebar *bar, int height, int row, const char *wanted)
{
	struct cellbuf buf = CELLBUF_INIT;
	struct strbuf text = STRBUF_INIT;

	cellbuf_reset(&buf, TIMEBAR_WIDTH, height, STYLE_BOARD);
	timebar_draw(bar, &buf, 0, 0, TIMEBAR_WIDTH, height);
	for (int x = 0; x < TIMEBAR_WIDTH; x++)
		strbuf_addstr(&text, cellbuf_at(&buf, x, row)->text);
	assert_string_equal(text.text, wanted);
	strbuf_release(&text);
	cellbuf_release(&buf);
}

static void the_steps_stand_where_they_began(void **state)
{
	struct timebar bar;

	(void)state;
	timebar_sample(&bar);
	bar.now = 85;
	timebar_must_read(&bar, 3, 1, "├1 Event┃───├2───────");
	timebar_release(&bar);
}

static void a_step_without_room_shows_what_fits(void **state)
{
	struct timebar bar;

	(void)state;
	timebar_init(&bar);
	bar.length = 200;
	timebar_step(&bar, 0, 1);
	timebar_step(&bar, 10, 2);
	timebar_step(&bar, 30, 3);
	bar.now = 200;
	timebar_must_read(&bar, 3, 1, "├├2├3 Commands━━━━━━┃");
	timebar_release(&bar);
}

static void the_histogram_tells_much_from_little_and_little_from_nothing(void **state)
{
	struct timebar bar;

	(void)state;
	timebar_sample(&bar);
	for (int i = 0; i < 100; i++)
		timebar_beat(&bar, 55);
	for (int i = 0; i < 50; i++)
		timebar_beat(&bar, 65);
	timebar_beat(&bar, 75);
	timebar_must_read(&bar, 3, 0, "     █▄▁             ");
	timebar_must_read(&bar, 4, 0, "     █               ");
	timebar_must_read(&bar, 4, 1, "     ██▁             ");
	timebar_release(&bar);
}

static void of_marks_in_one_cell_the_weightiest_is_seen(void **state)
{
	struct timebar bar;

	(void)state;
	timebar_sample(&bar);
	timebar_add_mark(&bar, 52, TIMEBAR_HOTSPOT);
	timebar_add_mark(&bar, 55, TIMEBAR_SETTLED);
	timebar_add_mark(&bar, 58, TIMEBAR_PAUSE);
	timebar_add_mark(&bar, 60, TIMEBAR_SETTLED);
	timebar_add_mark(&bar, 90, TIMEBAR_CONTEXT);
	timebar_add_mark(&bar, 91, TIMEBAR_BOOKMARK);
	timebar_add_mark(&bar, 200, TIMEBAR_RELATION);
	timebar_must_read(&bar, 3, 2, "     !✓  b          →");
	timebar_release(&bar);
}

static void what_is_past_looks_other_than_what_is_to_come(void **state)
{
	struct timebar bar;
	struct cellbuf buf = CELLBUF_INIT;

	(void)state;
	timebar_sample(&bar);
	bar.now = 100;
	cellbuf_reset(&buf, TIMEBAR_WIDTH, 3, STYLE_BOARD);
	timebar_draw(&bar, &buf, 0, 0, TIMEBAR_WIDTH, 3);
	for (int y = 0; y < 2; y++) {
		assert_int_equal(cellbuf_at(&buf, 9, y)->style, STYLE_TIME_PAST);
		assert_int_equal(cellbuf_at(&buf, 10, y)->style, STYLE_TIME_NOW);
		assert_int_equal(cellbuf_at(&buf, 11, y)->style, STYLE_TIME_AHEAD);
	}
	assert_string_equal(cellbuf_at(&buf, 9, 1)->text, "━");
	assert_string_equal(cellbuf_at(&buf, 11, 1)->text, "─");
	cellbuf_release(&buf);
	timebar_release(&bar);
}

static void a_cell_leads_to_a_position_in_it(void **state)
{
	static const int64_t lengths[] = {0, 1, 7, 200, 5400123, INT64_C(9000000000000)};
	static const int widths[] = {1, 2, 58, 98, 198};
	struct timebar bar;

	(void)state;
	timebar_init(&bar);
	for (size_t i = 0; i < ARRAY_SIZE(lengths); i++)
		for (size_t j = 0; j < ARRAY_SIZE(widths); j++) {
			bar.length = lengths[i];
			assert_int_equal(timebar_cell(&bar, widths[j], bar.length),
				bar.length && widths[j] > 1 ? widths[j] - 1 : 0);
			for (int cell = 0; cell < widths[j]; cell++) {
				int64_t at = timebar_position(&bar, widths[j], cell);

				assert_in_range(at, 0, bar.length);
				if (timebar_cell(&bar, widths[j], at) > cell)
					fail_msg("cell %d of %d leads behind itself", cell, widths[j]);
				if (bar.length >= widths[j] && widths[j] > 1)
					assert_int_equal(timebar_cell(&bar, widths[j], at), cell);
			}
			assert_int_equal(timebar_position(&bar, widths[j], -3), 0);
			assert_int_equal(timebar_position(&bar, widths[j], 5000), bar.length);
		}
	timebar_release(&bar);
}

static void an_empty_log_and_no_room_draw_nothing_wrong(void **state)
{
	struct timebar bar;
	struct cellbuf buf = CELLBUF_INIT;

	(void)state;
	timebar_init(&bar);
	timebar_step(&bar, 0, 1);
	timebar_must_read(&bar, 3, 1, "┃1 Events────────────");
	cellbuf_reset(&buf, 4, 4, STYLE_BOARD);
	for (int width = -1; width < 4; width++)
		timebar_draw(&bar, &buf, 0, 0, width, 3);
	assert_string_equal(cellbuf_at(&buf, 3, 3)->text, " ");
	cellbuf_release(&buf);
	timebar_release(&bar);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_steps_stand_where_they_began),
		cmocka_unit_test(a_step_without_room_shows_what_fits),
		cmocka_unit_test(the_histogram_tells_much_from_little_and_little_from_nothing),
		cmocka_unit_test(of_marks_in_one_cell_the_weightiest_is_seen),
		cmocka_unit_test(what_is_past_looks_other_than_what_is_to_come),
		cmocka_unit_test(a_cell_leads_to_a_position_in_it),
		cmocka_unit_test(an_empty_log_and_no_room_draw_nothing_wrong),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("draw/timebar", tests, NULL, NULL);
}
