#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "live/presence.h"
#include "live/roster.h"

static const struct presence_state at_start = {
	.place = {1, 1}, .role = ROLE_PARTICIPANT, .corner = {1, 1}, .sight = PLACE_RECT_EMPTY};
static const struct place_rect all = {{1, 1}, {PLACE_MOST, PLACE_MOST}};

static struct doorbell_sender sender(const char *name)
{
	struct doorbell_sender sender = {.writes = true};

	snprintf(sender.name, sizeof(sender.name), "%s", name);
	return sender;
}

static unsigned hear(struct presence *presence, const char *text, const char *from, int64_t now)
{
	struct doorbell_sender who = sender(from);

	return presence_hear(presence, text, strlen(text), &who, now);
}

static unsigned see(struct presence *presence, const char *text, const char *from)
{
	struct doorbell_sender who = sender(from);

	return presence_see(presence, text, &who, all);
}

/* Shows STATE under the name NAME by the process FROM to somebody who sees SIGHT. */
static unsigned show(struct presence *presence, const char *name, const struct presence_state *state, const char *from,
	struct place_rect sight)
{
	struct doorbell_sender who = sender(from);
	struct strbuf text = STRBUF_INIT;
	unsigned news;

	presence_say_here(name, state, &text);
	news = presence_see(presence, text.text, &who, sight);
	strbuf_release(&text);
	return news;
}

static void people_come_move_and_go(void **state)
{
	static const struct presence_state editing = {
		{3, 4}, ROLE_FACILITATOR, PRESENCE_EDITING, 12, {5, 6}, 70000, false, false, {{2, 2}, {8, 9}}};
	struct presence_state moved = editing;
	struct presence here;
	const struct presence_person *person;

	(void)state;
	presence_init(&here);
	assert_int_equal(show(&here, "미라", &editing, "12", all), PRESENCE_PEOPLE);
	assert_int_equal(show(&here, "미라", &editing, "12", all), PRESENCE_NOTHING);
	person = vec_at(&here.people, 0);
	assert_string_equal(person->name, "미라");
	assert_memory_equal(&person->state.place, &editing.place, sizeof(editing.place));
	assert_memory_equal(&person->state.corner, &editing.corner, sizeof(editing.corner));
	assert_memory_equal(&person->state.sight, &editing.sight, sizeof(editing.sight));
	assert_int_equal(person->state.role, ROLE_FACILITATOR);
	assert_int_equal(person->state.doing, PRESENCE_EDITING);
	assert_int_equal(person->state.sticky, 12);
	assert_int_equal(presence_idle_s(&person->state, 72000), 2);
	assert_int_equal(presence_idle_s(&person->state, 0), 0);
	moved.place.row = 5;
	assert_int_equal(show(&here, "미라", &moved, "12", all), PRESENCE_MOVED);
	assert_int_equal(show(&here, "미라", &moved, "13", all), PRESENCE_PEOPLE);
	assert_int_equal(see(&here, NULL, "14"), PRESENCE_NOTHING);
	assert_int_equal(see(&here, NULL, "12"), PRESENCE_PEOPLE);
	assert_int_equal(here.people.count, 1);
	assert_string_equal(vec_get(&here.people, struct presence_person, 0).from, "13");
	presence_release(&here);
}

static void what_is_out_of_sight_is_no_news(void **state)
{
	const struct place_rect sight = {{10, 10}, {20, 20}}, none = PLACE_RECT_EMPTY;
	struct presence_state at = at_start;
	struct presence here;

	(void)state;
	presence_init(&here);
	assert_int_equal(show(&here, "ana", &at, "1", sight), PRESENCE_PEOPLE);
	at.place = at.corner = (struct place){5, 5};
	assert_int_equal(show(&here, "ana", &at, "1", sight), PRESENCE_NOTHING);
	at.place = at.corner = (struct place){10, 20};
	assert_int_equal(show(&here, "ana", &at, "1", sight), PRESENCE_MOVED); /* comes into it */
	at.place = at.corner = (struct place){5, 5};
	assert_int_equal(show(&here, "ana", &at, "1", sight), PRESENCE_MOVED); /* leaves it */
	at.doing = PRESENCE_SELECTING;
	at.corner = (struct place){15, 30};
	assert_int_equal(show(&here, "ana", &at, "1", sight), PRESENCE_MOVED); /* what they select reaches into it */
	assert_int_equal(show(&here, "ana", &at_start, "1", none), PRESENCE_NOTHING);
	at = at_start;
	at.role = ROLE_FACILITATOR;
	assert_int_equal(show(&here, "ana", &at, "1", none), PRESENCE_PEOPLE);
	assert_int_equal(show(&here, "ann", &at, "1", none), PRESENCE_PEOPLE);
	presence_release(&here);
}

static void a_guest_is_known_as_one(void **state)
{
	struct presence_state guest = at_start;
	struct presence here;

	(void)state;
	presence_init(&here);
	guest.guest = true;
	guest.role = ROLE_PARTICIPANT;
	assert_int_equal(show(&here, "kim", &guest, "12", all), PRESENCE_PEOPLE);
	assert_true(vec_get(&here.people, struct presence_person, 0).state.guest);
	assert_int_equal(vec_get(&here.people, struct presence_person, 0).state.role, ROLE_PARTICIPANT);
	presence_release(&here);
}

/* An assistant may be a guest too; both are told in one number, with the role. */
static void an_assistant_is_known_as_one(void **state)
{
	struct presence_state told = at_start;
	struct presence here;

	(void)state;
	presence_init(&here);
	for (int guest = 0; guest < 2; guest++) {
		const struct presence_state *heard;

		told.assistant = true;
		told.guest = guest;
		told.role = ROLE_OBSERVER;
		assert_int_equal(show(&here, "bot", &told, "12", all), PRESENCE_PEOPLE);
		heard = &vec_get(&here.people, struct presence_person, 0).state;
		assert_true(heard->assistant);
		assert_int_equal(heard->guest, guest);
		assert_int_equal(heard->role, ROLE_OBSERVER);
		assert_true(presence_same(heard, &told));
	}
	presence_release(&here);
}

static void what_a_stranger_shows_is_nothing(void **state)
{
	static const char *const texts[] = {"", "log", "evstorm3", "evstorm3 ", "evstorm3 logs",
		"evstorm2 here 1 1 1 0 0 1 1 0 x", "evstorm4 here 1 1 1 0 0 1 1 0 1 1 9 9 x", "evstorm3 here",
		"evstorm3 here 1 1 1 0 0 1 1 0 1 1 9 9 ", "evstorm3 here 0 1 1 0 0 1 1 0 1 1 9 9 x",
		"evstorm3 here 1 1000000000 1 0 0 1 1 0 1 1 9 9 x", "evstorm3 here a b c d",
		"evstorm3 here 1 1 3 0 0 1 1 0 1 1 9 9 x", "evstorm3 here 1 1 -1 0 0 1 1 0 1 1 9 9 x",
		"evstorm3 here 1 1 1 4 0 1 1 0 1 1 9 9 x", "evstorm3 here 1 1 1 0 -1 1 1 0 1 1 9 9 x",
		"evstorm3 here 1 1 1 0 0 0 1 0 1 1 9 9 x", "evstorm3 here 4294967297 1 1 0 0 1 1 0 1 1 9 9 x",
		"evstorm3 here 1 1 4294967297 0 0 1 1 0 1 1 9 9 x", "evstorm3 here 1 1 1 4294967296 0 1 1 0 1 1 9 9 x",
		"evstorm3 here 1 1 1 0 18446744073709551617 1 1 0 1 1 9 9 x", "evstorm3 here - 1 1 0 0 1 1 0 1 1 9 9 x",
		"evstorm3 here 1 1 1 0 0 1 1 0 1 1 9 9", "evstorm3 here 1,1 1 0 0 1 1 0 1 1 9 9 x",
		"evstorm3 here 1 1 1 0 0 1 1 0 1 1 9 9 \xff",
		"evstorm3 here 99999999999999999999 1 1 0 0 1 1 0 1 1 9 9 x", "evstorm3 say hello"};
	struct presence here;

	(void)state;
	presence_init(&here);
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (see(&here, texts[i], "1") != PRESENCE_NOTHING || hear(&here, texts[i], "1", 0) & PRESENCE_CALL)
			fail_msg("“%s” is taken for something", texts[i]);
	assert_int_equal(see(&here, "evstorm3 here 1 1 1 0 0 1 1 0 1 1 9 9 x", ""), PRESENCE_NOTHING);
	assert_int_equal(see(&here, "evstorm3 here 1 1 1 0 0 1 1 0 0 -7 9 9 x\033[31my", "1"), PRESENCE_PEOPLE);
	assert_null(strchr(vec_get(&here.people, struct presence_person, 0).name, '\033'));
	assert_true(place_rect_empty(vec_get(&here.people, struct presence_person, 0).state.sight));
	for (int i = 0; i < 2000; i++) {
		char from[20];

		snprintf(from, sizeof(from), "%d", i);
		see(&here, "evstorm3 here 1 1 1 0 0 1 1 0 1 1 9 9 x", from);
	}
	assert_true(here.people.count <= 500);
	presence_release(&here);
}

static void what_a_stranger_sends_is_no_message(void **state)
{
	static const char *const texts[] = {"", "say", "evstorm3", "evstorm3 ", "evstorm2 say hello",
		"evstorm4 say hello", "evstorm3 here 1 1 1 0 0 1 1 0 1 1 9 9 x", "evstorm3 gone"};
	struct doorbell_sender from = sender("1");
	struct presence here;
	char large[DOORBELL_BYTES + 10];

	(void)state;
	presence_init(&here);
	assert_int_equal(hear(&here, "evstorm3 say hello", "1", 0), PRESENCE_UNKNOWN);
	show(&here, "ana", &at_start, "1", all);
	for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
		if (hear(&here, texts[i], "1", 0) != PRESENCE_NOTHING)
			fail_msg("“%s” is taken for a message", texts[i]);
	memset(large, 'x', sizeof(large));
	memcpy(large, "evstorm3 say ", 13);
	assert_int_equal(presence_hear(&here, large, sizeof(large), &from, 0), PRESENCE_NOTHING);
	from.user = 1234; /* the number of the process alone does not make it them */
	assert_int_equal(presence_hear(&here, "evstorm3 say x", 14, &from, 0), PRESENCE_UNKNOWN);
	presence_release(&here);
}

/* Whatever they say of themselves. */
static void who_may_not_write_the_board_is_an_observer(void **state)
{
	static const char leads[] = "evstorm3 here 1 1 2 0 0 1 1 0 1 1 9 9 x";
	struct doorbell_sender reader = {.name = "7", .user = 1234};
	const struct presence_person *person;
	struct presence here;

	(void)state;
	presence_init(&here);
	assert_int_equal(presence_see(&here, leads, &reader, all), PRESENCE_PEOPLE);
	person = vec_at(&here.people, 0);
	assert_int_equal(person->state.role, ROLE_OBSERVER);
	assert_int_equal(person->user, 1234);
	assert_int_equal(presence_hear(&here, "evstorm3 summon 1 1", 19, &reader, 0), PRESENCE_NOTHING);
	assert_int_equal(presence_hear(&here, "evstorm3 say hello", 18, &reader, 0), PRESENCE_NOTHING);
	reader.writes = true;
	assert_int_equal(presence_see(&here, leads, &reader, all), PRESENCE_PEOPLE);
	assert_int_equal(presence_hear(&here, "evstorm3 summon 1 1", 19, &reader, 0), PRESENCE_CALL);
	presence_release(&here);
}

static void a_long_name_is_cut_between_characters(void **state)
{
	struct strbuf name = STRBUF_INIT, text = STRBUF_INIT;
	const int32_t most = PLACE_MOST;
	const struct presence_state wide = {{most, most}, ROLE_FACILITATOR, PRESENCE_EDITING, ITEM_ID_MOST,
		{most, most}, INT64_C(999999999999999999), true, true, {{most, most}, {most, most}}};
	struct presence here;

	(void)state;
	presence_init(&here);
	for (int i = 0; i < 200; i++)
		strbuf_addstr(&name, i % 2 ? "👨‍👩‍👧" : "가");
	presence_say_here(name.text, &wide, &text);
	assert_true(text.len < ROSTER_TEXT_BYTES);
	assert_int_equal(see(&here, text.text, "1"), PRESENCE_PEOPLE);
	strbuf_release(&name);
	strbuf_release(&text);
	presence_release(&here);
}

static void come_in(struct presence *here, const char *from, enum role role)
{
	struct presence_state state = at_start;

	state.role = role;
	show(here, from, &state, from, all);
}

static void calls_come_from_those_who_may(void **state)
{
	static const struct {
		const char *text;
		unsigned heard[ROLE_COUNT]; /* of an observer, a participant, a facilitator */
	} cases[] = {
		{"evstorm3 say hello", {0, PRESENCE_CALL, PRESENCE_CALL}},
		{"evstorm3 summon 3 4", {0, 0, PRESENCE_CALL}},
		{"evstorm3 spotlight 12", {0, 0, PRESENCE_CALL}},
		{"evstorm3 say ", {0, 0, 0}},
		{"evstorm3 say \t\r\n", {0, 0, 0}},
		{"evstorm3 say \xff", {0, 0, 0}},
		{"evstorm3 summon 3", {0, 0, 0}},
		{"evstorm3 summon 0 4", {0, 0, 0}},
		{"evstorm3 summon 3 4 5", {0, 0, 0}},
		{"evstorm3 spotlight 0", {0, 0, 0}},
		{"evstorm3 spotlight 99999999999999", {0, 0, 0}},
		{"evstorm3 spotlight x", {0, 0, 0}},
		{"evstorm3 shout hello", {0, 0, 0}},
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
		heard += hear(&here, "evstorm3 say x", "1", 0) == PRESENCE_CALL;
	assert_int_equal(heard, PRESENCE_CALLS_AT_ONCE);
	assert_int_equal(hear(&here, "evstorm3 say x", "2", 0), PRESENCE_CALL);
	come_in(&here, "1", ROLE_PARTICIPANT);
	assert_int_equal(hear(&here, "evstorm3 say x", "1", 0), PRESENCE_NOTHING);
	assert_int_equal(hear(&here, "evstorm3 say x", "1", PRESENCE_CALLS_PAUSE_MS), PRESENCE_CALL);
	assert_int_equal(hear(&here, "evstorm3 say x", "1", PRESENCE_CALLS_PAUSE_MS), PRESENCE_NOTHING);
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
		hear(&here, "evstorm3 summon 1 1", from, 0);
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
		cmocka_unit_test(what_is_out_of_sight_is_no_news),
		cmocka_unit_test(what_a_stranger_shows_is_nothing),
		cmocka_unit_test(what_a_stranger_sends_is_no_message),
		cmocka_unit_test(who_may_not_write_the_board_is_an_observer),
		cmocka_unit_test(a_long_name_is_cut_between_characters),
		cmocka_unit_test(calls_come_from_those_who_may),
		cmocka_unit_test(a_call_is_clean_and_names_who_calls),
		cmocka_unit_test(who_calls_too_often_is_not_heard),
		cmocka_unit_test(a_flood_of_calls_takes_little_room),
	};

	return cmocka_run_group_tests_name("live/presence", tests, NULL, NULL);
}
