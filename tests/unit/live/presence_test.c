#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "live/presence.h"

static const struct presence_state at_start = {.place = {1, 1}, .role = ROLE_PARTICIPANT, .corner = {1, 1}};

static unsigned hear_sender(
	struct presence *presence, const char *text, const struct doorbell_sender *from, int64_t now)
{
	return presence_hear(presence, text, strlen(text), from, now);
}

static unsigned hear(struct presence *presence, const char *text, const char *from, int64_t now)
{
	struct doorbell_sender sender = {.writes = true};

	snprintf(sender.name, sizeof(sender.name), "%s", from);
	return hear_sender(presence, text, &sender, now);
}

static void people_come_move_and_go(void **state)
{
	static const struct presence_state editing = {
		{3, 4}, ROLE_FACILITATOR, PRESENCE_EDITING, 12, {5, 6}, 70, false, false};
	struct strbuf text = STRBUF_INIT;
	struct presence here;
	const struct presence_person *person;

	(void)state;
	presence_init(&here);
	presence_say_here("미라", &editing, &text);
	assert_int_equal(hear(&here, text.text, "12", 0), PRESENCE_PEOPLE | PRESENCE_NEW);
	assert_int_equal(hear(&here, text.text, "12", 10), PRESENCE_NOTHING);
	person = vec_at(&here.people, 0);
	assert_string_equal(person->name, "미라");
	assert_memory_equal(&person->state.place, &editing.place, sizeof(editing.place));
	assert_memory_equal(&person->state.corner, &editing.corner, sizeof(editing.corner));
	assert_int_equal(person->state.role, ROLE_FACILITATOR);
	assert_int_equal(person->state.doing, PRESENCE_EDITING);
	assert_int_equal(person->state.sticky, 12);
	assert_int_equal(person->state.idle_s, 70);
	strbuf_reset(&text);
	presence_say_gone(&text);
	assert_int_equal(hear(&here, text.text, "13", 10), PRESENCE_NOTHING);
	assert_int_equal(hear(&here, text.text, "12", 10), PRESENCE_PEOPLE);
	assert_int_equal(here.people.count, 0);
	strbuf_release(&text);
	presence_release(&here);
}

static void a_guest_is_known_as_one(void **state)
{
	struct presence_state guest = at_start;
	struct strbuf text = STRBUF_INIT;
	struct presence here;

	(void)state;
	presence_init(&here);
	guest.guest = true;
	guest.role = ROLE_PARTICIPANT;
	presence_say_here("kim", &guest, &text);
	assert_int_equal(hear(&here, text.text, "12", 0), PRESENCE_PEOPLE | PRESENCE_NEW);
	assert_true(vec_get(&here.people, struct presence_person, 0).state.guest);
	assert_int_equal(vec_get(&here.people, struct presence_person, 0).state.role, ROLE_PARTICIPANT);
	strbuf_reset(&text);
	presence_say_who(&text);
	assert_int_equal(hear(&here, text.text, "13", 0), PRESENCE_WHO);
	assert_int_equal(here.people.count, 1);
	strbuf_release(&text);
	presence_release(&here);
}

/* An assistant may be a guest too; both are told in one number, with the role. */
static void an_assistant_is_known_as_one(void **state)
{
	struct presence_state told = at_start;
	struct presence here;
	struct strbuf text = STRBUF_INIT;

	(void)state;
	presence_init(&here);
	for (int guest = 0; guest < 2; guest++) {
		const struct presence_state *heard;

		told.assistant = true;
		told.guest = guest;
		told.role = ROLE_OBSERVER;
		strbuf_reset(&text);
		presence_say_here("bot", &told, &text);
		assert_true(hear(&here, text.text, "12", 0) & PRESENCE_PEOPLE);
		heard = &vec_get(&here.people, struct presence_person, 0).state;
		assert_true(heard->assistant);
		assert_int_equal(heard->guest, guest);
		assert_int_equal(heard->role, ROLE_OBSERVER);
		assert_true(presence_same(heard, &told));
	}
	strbuf_release(&text);
	presence_release(&here);
}

static void who_is_not_heard_of_any_more_is_gone(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct presence here;

	(void)state;
	presence_init(&here);
	presence_say_here("ana", &at_start, &text);
	hear(&here, text.text, "1", 1000);
	assert_false(presence_expire(&here, 1000 + PRESENCE_GONE_MS));
	assert_true(presence_expire(&here, 1001 + PRESENCE_GONE_MS));
	assert_int_equal(here.people.count, 0);
	strbuf_release(&text);
	presence_release(&here);
}

/* Each tells all others that they are there: a hundred people do so more seldom, and are waited for longer. */
static void where_many_are_each_is_heard_of_more_seldom(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct presence here;
	char name[16];

	(void)state;
	assert_int_equal(presence_slowness(19), 1);
	assert_int_equal(presence_slowness(100), 6);
	presence_init(&here);
	presence_say_here("ana", &at_start, &text);
	for (int i = 1; i <= 100; i++) {
		snprintf(name, sizeof(name), "%d", i);
		hear(&here, text.text, name, 1000);
	}
	assert_false(presence_expire(&here, 1000 + 6 * PRESENCE_GONE_MS));
	assert_true(presence_expire(&here, 1001 + 6 * PRESENCE_GONE_MS));
	strbuf_release(&text);
	presence_release(&here);
}

static void what_a_stranger_sends_is_no_message(void **state)
{
	static const char *const texts[] = {"", "log", "evstorm2", "evstorm2 ", "evstorm2 logs", "evstorm1 log",
		"evstorm3 log", "evstorm2 here", "evstorm1 here 1 1 0 x", "evstorm2 here 1 1 1 0 0 1 1 0 ",
		"evstorm2 here 0 1 1 0 0 1 1 0 x", "evstorm2 here 1 1000000000 1 0 0 1 1 0 x", "evstorm2 here a b c d",
		"evstorm2 here 1 1 3 0 0 1 1 0 x", "evstorm2 here 1 1 -1 0 0 1 1 0 x",
		"evstorm2 here 1 1 1 4 0 1 1 0 x", "evstorm2 here 1 1 1 0 -1 1 1 0 x",
		"evstorm2 here 1 1 1 0 0 0 1 0 x", "evstorm2 here 4294967297 1 1 0 0 1 1 0 x",
		"evstorm2 here 1 1 4294967297 0 0 1 1 0 x", "evstorm2 here 1 1 1 4294967296 0 1 1 0 x",
		"evstorm2 here 1 1 1 0 18446744073709551617 1 1 0 x", "evstorm2 here - 1 1 0 0 1 1 0 x",
		"evstorm2 here 1 1 1 0 0 1 1 0", "evstorm2 here 1,1 1 0 0 1 1 0 x", "evstorm2 here 1 1 1 0 0 1 1 -1 x",
		"evstorm2 here 1 1 1 0 0 1 1 0 \xff", "evstorm2 here 99999999999999999999 1 1 0 0 1 1 0 x",
		"evstorm2 say hello", "evstorm2 summon 1 1", "evstorm2 spotlight 1"};
	struct presence here;
	struct doorbell_sender sender = {.name = "1", .writes = true};
	char large[DOORBELL_BYTES + 10];

	(void)state;
	presence_init(&here);
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (hear(&here, texts[i], "1", 0) != PRESENCE_NOTHING)
			fail_msg("“%s” is taken for a message", texts[i]);
	memset(large, 'x', sizeof(large));
	assert_int_equal(presence_hear(&here, large, sizeof(large), &sender, 0), PRESENCE_NOTHING);
	assert_int_equal(
		hear(&here, "evstorm2 here 1 1 1 0 0 1 1 0 x\033[31my", "1", 0), PRESENCE_PEOPLE | PRESENCE_NEW);
	assert_null(strchr(vec_get(&here.people, struct presence_person, 0).name, '\033'));
	for (int i = 0; i < 2000; i++) {
		char from[20];

		snprintf(from, sizeof(from), "%d", i);
		hear(&here, "evstorm2 here 1 1 1 0 0 1 1 0 x", from, 0);
	}
	assert_true(here.people.count <= 500);
	presence_release(&here);
}

/* Whatever they say of themselves. */
static void who_may_not_write_the_board_is_an_observer(void **state)
{
	struct doorbell_sender reader = {.name = "7", .user = 1234};
	const struct presence_person *person;
	struct presence here;

	(void)state;
	presence_init(&here);
	assert_int_equal(
		hear_sender(&here, "evstorm2 here 1 1 2 0 0 1 1 0 x", &reader, 0), PRESENCE_PEOPLE | PRESENCE_NEW);
	person = vec_at(&here.people, 0);
	assert_int_equal(person->state.role, ROLE_OBSERVER);
	assert_int_equal(person->user, 1234);
	assert_int_equal(hear_sender(&here, "evstorm2 summon 1 1", &reader, 0), PRESENCE_NOTHING);
	assert_int_equal(hear_sender(&here, "evstorm2 say hello", &reader, 0), PRESENCE_NOTHING);
	reader.writes = true;
	assert_int_equal(hear_sender(&here, "evstorm2 here 1 1 2 0 0 1 1 0 x", &reader, 0), PRESENCE_PEOPLE);
	assert_int_equal(hear_sender(&here, "evstorm2 summon 1 1", &reader, 0), PRESENCE_CALL);
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
	presence_say_here(name.text, &at_start, &text);
	assert_true(text.len < DOORBELL_BYTES);
	assert_true(hear(&here, text.text, "1", 0) & PRESENCE_PEOPLE);
	strbuf_release(&name);
	strbuf_release(&text);
	presence_release(&here);
}

static void come_in(struct presence *here, const char *from, enum role role)
{
	struct presence_state state = at_start;
	struct strbuf text = STRBUF_INIT;

	state.role = role;
	presence_say_here(from, &state, &text);
	hear(here, text.text, from, 0);
	strbuf_release(&text);
}

static void calls_come_from_those_who_may(void **state)
{
	static const struct {
		const char *text;
		unsigned heard[ROLE_COUNT]; /* of an observer, a participant, a facilitator */
	} cases[] = {
		{"evstorm2 say hello", {0, PRESENCE_CALL, PRESENCE_CALL}},
		{"evstorm2 summon 3 4", {0, 0, PRESENCE_CALL}},
		{"evstorm2 spotlight 12", {0, 0, PRESENCE_CALL}},
		{"evstorm2 say ", {0, 0, 0}},
		{"evstorm2 say \t\r\n", {0, 0, 0}},
		{"evstorm2 say \xff", {0, 0, 0}},
		{"evstorm2 summon 3", {0, 0, 0}},
		{"evstorm2 summon 0 4", {0, 0, 0}},
		{"evstorm2 summon 3 4 5", {0, 0, 0}},
		{"evstorm2 spotlight 0", {0, 0, 0}},
		{"evstorm2 spotlight 99999999999999", {0, 0, 0}},
		{"evstorm2 spotlight x", {0, 0, 0}},
		{"evstorm2 shout hello", {0, 0, 0}},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++)
		for (int role = 0; role < ROLE_COUNT; role++) {
			struct presence here;

			presence_init(&here);
			come_in(&here, "7", (enum role)role);
			if (hear(&here, cases[i].text, "7", 0) != cases[i].heard[role])
				fail_msg("“%s” from the role %d must be %s", cases[i].text, role,
					cases[i].heard[role] ? "heard" : "no message");
			presence_release(&here);
		}
}

static void a_call_is_clean_and_names_who_calls(void **state)
{
	struct presence_call call = {.type = PRESENCE_SAY, .text = "a break\033[2J, until 3"};
	struct strbuf text = STRBUF_INIT;
	struct presence here;

	(void)state;
	presence_init(&here);
	come_in(&here, "ana", ROLE_PARTICIPANT);
	presence_say_call(&call, &text);
	assert_int_equal(hear(&here, text.text, "ana", 0), PRESENCE_CALL);
	assert_true(presence_take_call(&here, &call));
	assert_string_equal(call.name, "ana");
	assert_null(strchr(call.text, '\033'));
	assert_false(presence_take_call(&here, &call));
	strbuf_release(&text);
	presence_release(&here);
}

static void who_calls_too_often_is_not_heard(void **state)
{
	struct presence here;
	unsigned heard = 0;

	(void)state;
	presence_init(&here);
	come_in(&here, "1", ROLE_PARTICIPANT);
	come_in(&here, "2", ROLE_PARTICIPANT);
	for (int i = 0; i < 100; i++)
		heard += hear(&here, "evstorm2 say x", "1", 0) == PRESENCE_CALL;
	assert_int_equal(heard, PRESENCE_CALLS_AT_ONCE);
	assert_int_equal(hear(&here, "evstorm2 say x", "2", 0), PRESENCE_CALL);
	come_in(&here, "1", ROLE_PARTICIPANT);
	assert_int_equal(hear(&here, "evstorm2 say x", "1", 0), PRESENCE_NOTHING);
	assert_int_equal(hear(&here, "evstorm2 say x", "1", PRESENCE_CALLS_PAUSE_MS), PRESENCE_CALL);
	assert_int_equal(hear(&here, "evstorm2 say x", "1", PRESENCE_CALLS_PAUSE_MS), PRESENCE_NOTHING);
	presence_release(&here);
}

static void a_flood_of_calls_takes_little_room(void **state)
{
	struct presence here;

	(void)state;
	presence_init(&here);
	for (int i = 0; i < 300; i++) {
		char from[20];

		snprintf(from, sizeof(from), "%d", i);
		come_in(&here, from, ROLE_FACILITATOR);
		hear(&here, "evstorm2 summon 1 1", from, 0);
	}
	assert_true(here.calls.count <= 64);
	presence_release(&here);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(people_come_move_and_go),
		cmocka_unit_test(a_guest_is_known_as_one),
		cmocka_unit_test(an_assistant_is_known_as_one),
		cmocka_unit_test(who_is_not_heard_of_any_more_is_gone),
		cmocka_unit_test(what_a_stranger_sends_is_no_message),
		cmocka_unit_test(who_may_not_write_the_board_is_an_observer),
		cmocka_unit_test(a_long_name_is_cut_between_characters),
		cmocka_unit_test(calls_come_from_those_who_may),
		cmocka_unit_test(a_call_is_clean_and_names_who_calls),
		cmocka_unit_test(who_calls_too_often_is_not_heard),
		cmocka_unit_test(a_flood_of_calls_takes_little_room),
		cmocka_unit_test(where_many_are_each_is_heard_of_more_seldom),
	};

	return cmocka_run_group_tests_name("live/presence", tests, NULL, NULL);
}
