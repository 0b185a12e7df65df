#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "terminal/paste.h"

#define ESC_MS 25
#define SOON_MS 40
#define LONG_MS 5000

static void take(struct paste *paste, const char *bytes, int64_t now)
{
	for (; *bytes; bytes++)
		assert_false(paste_take(paste, (unsigned char)*bytes, now));
}

static void begin(struct paste *paste, const char *bytes)
{
	paste_init(paste);
	paste_begin(paste, 0);
	take(paste, bytes, 0);
}

/* Nothing more comes: the paste is then TEXT. */
static void assert_done(struct paste *paste, int64_t now, const char *text)
{
	assert_int_equal(paste_idle(paste, now, ESC_MS), PASTE_DONE);
	assert_false(paste->on);
	assert_string_equal(paste->text.text, text);
	paste_release(paste);
}

static void a_paste_ends_when_nothing_follows_its_end(void **state)
{
	struct paste paste;

	(void)state;
	begin(&paste, "one\rtwo\r\nthree\033[201~");
	assert_int_equal(paste_idle(&paste, SOON_MS, ESC_MS), PASTE_GOES_ON);
	assert_done(&paste, LONG_MS, "one\ntwo\nthree");
	begin(&paste, "\033[201~");
	assert_done(&paste, LONG_MS, "");
}

static void what_follows_an_end_within_it_belongs_to_it(void **state)
{
	struct paste paste;

	(void)state;
	begin(&paste, "one\033[201~xq");
	take(&paste, "ddd\033[201~", SOON_MS);
	assert_done(&paste, LONG_MS, "onexqddd");
	begin(&paste, "one\033[201~q");
	assert_done(&paste, LONG_MS, "oneq");
	begin(&paste, "one\033[201~\033[200~two\033[201~");
	assert_done(&paste, LONG_MS, "one\ntwo");
}

static void the_mouse_behind_it_is_no_text(void **state)
{
	struct paste paste;

	(void)state;
	begin(&paste, "one\033[201~\033[<0;3;4M");
	assert_done(&paste, LONG_MS, "one");
	begin(&paste, "one\033[201~\033");
	assert_done(&paste, LONG_MS, "one");
}

static void one_that_does_not_end_is_left_by_a_key(void **state)
{
	struct paste paste;

	(void)state;
	begin(&paste, "one\033");
	assert_int_equal(paste_idle(&paste, SOON_MS, ESC_MS), PASTE_GOES_ON);
	assert_int_equal(paste_idle(&paste, LONG_MS, ESC_MS), PASTE_STALLED);
	assert_int_equal(paste_wait_ms(&paste, LONG_MS, ESC_MS), -1);
	take(&paste, "[2\033two", 2 * LONG_MS);
	take(&paste, "\033", 3 * LONG_MS);
	assert_int_equal(paste_wait_ms(&paste, 3 * LONG_MS, ESC_MS), ESC_MS);
	assert_done(&paste, 3 * LONG_MS + ESC_MS, "one\033[2\033two");
	begin(&paste, "one");
	assert_int_equal(paste_idle(&paste, LONG_MS, ESC_MS), PASTE_STALLED);
	assert_true(paste_take(&paste, 'c' & 31, 2 * LONG_MS));
	assert_string_equal(paste.text.text, "one");
	paste_release(&paste);
}

static void a_control_character_in_it_is_no_key(void **state)
{
	struct paste paste;

	(void)state;
	begin(&paste, "o\003n\033e\201~\342\202\033[201~");
	assert_done(&paste, LONG_MS, "o\003n\033e~");
}

static void too_much_is_cut_and_said(void **state)
{
	struct paste paste;

	(void)state;
	begin(&paste, "");
	for (size_t i = 0; i < PASTE_MOST + 10; i++)
		paste_take(&paste, 'x', 0);
	take(&paste, "\033[201~", 0);
	assert_int_equal(paste_idle(&paste, LONG_MS, ESC_MS), PASTE_DONE);
	assert_true(paste.cut);
	assert_int_equal(paste.text.len, PASTE_MOST);
	paste_begin(&paste, 0);
	assert_false(paste.cut);
	paste_release(&paste);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_paste_ends_when_nothing_follows_its_end),
		cmocka_unit_test(what_follows_an_end_within_it_belongs_to_it),
		cmocka_unit_test(the_mouse_behind_it_is_no_text),
		cmocka_unit_test(one_that_does_not_end_is_left_by_a_key),
		cmocka_unit_test(a_control_character_in_it_is_no_key),
		cmocka_unit_test(too_much_is_cut_and_said),
	};

	return cmocka_run_group_tests_name("terminal/paste", tests, NULL, NULL);
}
