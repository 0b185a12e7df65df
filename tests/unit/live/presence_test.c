#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "live/presence.h"

static unsigned hear(struct presence *presence, const char *text, const char *from, int64_t now)
{
	return presence_hear(presence, text, strlen(text), from, now);
}

static void people_come_move_and_go(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct presence here;
	const struct presence_person *person;

	(void)state;
	presence_init(&here);
	presence_say_here("미라", (struct place){3, 4}, true, &text);
	assert_int_equal(hear(&here, text.text, "12", 0), PRESENCE_PEOPLE | PRESENCE_NEW);
	assert_int_equal(hear(&here, text.text, "12", 10), PRESENCE_PEOPLE);
	person = vec_at(&here.people, 0);
	assert_string_equal(person->name, "미라");
	assert_int_equal(person->place.column, 3);
	assert_int_equal(person->place.row, 4);
	assert_true(person->typing);
	strbuf_reset(&text);
	presence_say_gone(&text);
	assert_int_equal(hear(&here, text.text, "13", 10), PRESENCE_NOTHING);
	assert_int_equal(hear(&here, text.text, "12", 10), PRESENCE_PEOPLE);
	assert_int_equal(here.people.count, 0);
	strbuf_release(&text);
	presence_release(&here);
}

static void who_is_not_heard_of_any_more_is_gone(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct presence here;

	(void)state;
	presence_init(&here);
	presence_say_here("ana", (struct place){1, 1}, false, &text);
	hear(&here, text.text, "1", 1000);
	assert_false(presence_expire(&here, 1000 + PRESENCE_GONE_MS));
	assert_true(presence_expire(&here, 1001 + PRESENCE_GONE_MS));
	assert_int_equal(here.people.count, 0);
	strbuf_release(&text);
	presence_release(&here);
}

static void what_a_stranger_sends_is_no_message(void **state)
{
	static const char *const texts[] = {"", "log", "evstorm1", "evstorm1 ", "evstorm1 logs",
		"evstorm2 log", "evstorm1 here", "evstorm1 here 1 1 0 ", "evstorm1 here 0 1 0 x",
		"evstorm1 here 1 1000000000 0 x", "evstorm1 here a b c d", "evstorm1 here 1 1 0 \xff",
		"evstorm1 here 99999999999999999999 1 0 x"};
	struct presence here;
	char large[DOORBELL_BYTES + 10];

	(void)state;
	presence_init(&here);
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (hear(&here, texts[i], "1", 0) != PRESENCE_NOTHING)
			fail_msg("“%s” is taken for a message", texts[i]);
	memset(large, 'x', sizeof(large));
	assert_int_equal(presence_hear(&here, large, sizeof(large), "1", 0), PRESENCE_NOTHING);
	assert_int_equal(hear(&here, "evstorm1 here 1 1 0 x\033[31my", "1", 0),
		PRESENCE_PEOPLE | PRESENCE_NEW);
	assert_null(strchr(((struct presence_person *)vec_at(&here.people, 0))->name, '\033'));
	for (int i = 0; i < 2000; i++) {
		char from[20];

		snprintf(from, sizeof(from), "%d", i);
		hear(&here, "evstorm1 here 1 1 0 x", from, 0);
	}
	assert_true(here.people.count <= 500);
	presence_release(&here);
}

static void a_long_name_is_cut_between_characters(void **state)
{
	struct strbuf name = STRBUF_INIT, text = STRBUF_INIT;
	struct presence here;

	(void)state;
	presence_init(&here);
	for (int i = 0; i < 200; i++)
		strbuf_addstr(&name, "가");
	presence_say_here(name.text, (struct place){1, 1}, false, &text);
	assert_true(text.len < DOORBELL_BYTES);
	assert_true(hear(&here, text.text, "1", 0) & PRESENCE_PEOPLE);
	strbuf_release(&name);
	strbuf_release(&text);
	presence_release(&here);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(people_come_move_and_go),
		cmocka_unit_test(who_is_not_heard_of_any_more_is_gone),
		cmocka_unit_test(what_a_stranger_sends_is_no_message),
		cmocka_unit_test(a_long_name_is_cut_between_characters),
	};

	return cmocka_run_group_tests_name("live/presence", tests, NULL, NULL);
}
