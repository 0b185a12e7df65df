#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"

static void a_string_is_never_null(void **state)
{
	struct strbuf sb = STRBUF_INIT;
	char *text;

	(void)state;
	assert_string_equal(sb.text, "");
	strbuf_reset(&sb);
	strbuf_truncate(&sb, 0);
	strbuf_add(&sb, "x", 0);
	strbuf_insert(&sb, 0, "x", 0);
	strbuf_remove(&sb, 0, 0);
	assert_int_equal(sb.capacity, 0);
	text = strbuf_detach(&sb);
	assert_string_equal(text, "");
	free(text);
	strbuf_addf(&sb, "%s", "");
	assert_string_equal(sb.text, "");
	strbuf_release(&sb);
	strbuf_release(&sb);
	assert_string_equal(sb.text, "");
	assert_string_equal(strbuf_empty, "");
}

static void parts_are_put_in_and_taken_out(void **state)
{
	struct strbuf sb = STRBUF_INIT;
	char *text;

	(void)state;
	strbuf_addstr(&sb, "order");
	strbuf_addch(&sb, ' ');
	strbuf_addf(&sb, "%d-%s", 42, "x");
	assert_string_equal(sb.text, "order 42-x");
	strbuf_insert(&sb, 0, ">>", 2);
	strbuf_insert(&sb, 12, "<", 1);
	strbuf_insert(&sb, 7, "ed", 2);
	assert_string_equal(sb.text, ">>ordered 42-x<");
	strbuf_remove(&sb, 0, 2);
	strbuf_remove(&sb, 12, 1);
	strbuf_remove(&sb, 5, 2);
	assert_string_equal(sb.text, "order 42-x");
	assert_int_equal(sb.len, strlen(sb.text));
	strbuf_truncate(&sb, 5);
	assert_string_equal(sb.text, "order");
	strbuf_add(&sb, "\0z", 2);
	assert_int_equal(sb.len, 7);
	assert_int_equal(sb.text[6], 'z');
	text = strbuf_detach(&sb);
	assert_string_equal(text, "order");
	assert_int_equal(sb.len, 0);
	free(text);
}

static void strbuf_test_say(struct strbuf *sb, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void strbuf_test_say(struct strbuf *sb, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	strbuf_vaddf(sb, format, args);
	va_end(args);
}

static void arguments_are_passed_on(void **state)
{
	struct strbuf sb = STRBUF_INIT;

	(void)state;
	strbuf_test_say(&sb, "%s has ", "order");
	strbuf_test_say(&sb, "%d %s, %.1f%%", 3, "lines", 99.5);
	assert_string_equal(sb.text, "order has 3 lines, 99.5%");
	assert_int_equal(sb.len, strlen(sb.text));
	strbuf_reset(&sb);
	strbuf_test_say(&sb, "%70000s%c", "end", '.'); /* more than there was room for */
	assert_int_equal(sb.len, 70001);
	assert_string_equal(sb.text + 69990, "       end.");
	strbuf_release(&sb);
}

static void it_grows_byte_by_byte_without_end(void **state)
{
	struct strbuf sb = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i < 70000; i++) {
		strbuf_addch(&sb, (char)('a' + i % 26));
		assert_int_equal(sb.text[sb.len], '\0');
	}
	for (size_t i = 0; i < 70000; i += 997)
		assert_int_equal(sb.text[i], 'a' + i % 26);
	strbuf_reset(&sb);
	assert_string_equal(sb.text, "");
	strbuf_addf(&sb, "%70000s", "end");
	assert_int_equal(sb.len, 70000);
	strbuf_release(&sb);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_string_is_never_null),
		cmocka_unit_test(parts_are_put_in_and_taken_out),
		cmocka_unit_test(arguments_are_passed_on),
		cmocka_unit_test(it_grows_byte_by_byte_without_end),
	};

	return cmocka_run_group_tests_name("base/strbuf", tests, NULL, NULL);
}
