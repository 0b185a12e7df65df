/*
 * The workshop of a hospital, led by keys alone at 120x35: all kinds, more than 45 stickies, contexts, the map with its
 * dialogue. What a facilitator does all the time may take so many keys and no more, besides text and going about.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "lib/person.h"
#include "lib/stroke.h"

#define ROWS 35
#define COLUMNS 120

static struct sandbox box;

/* Somebody at a terminal, and how many keys they have pressed since the last count. */
struct leader {
	struct screen *screen;
	int pressed;
};

/* Keys that count, those that go about, and text. */
static void press(struct leader *leader, const char *keys)
{
	struct stroke stroke;

	person_keys(leader->screen, keys);
	while (*keys) {
		keys = stroke_parse(&stroke, keys);
		assert_non_null(keys);
		leader->pressed++;
	}
}

static void go(struct leader *leader, const char *keys)
{
	person_keys(leader->screen, keys);
}

static void text(struct leader *leader, const char *words)
{
	person_keys(leader->screen, words);
}

/* Text that KEYS ask for, and Enter keeps. */
static void write_in(struct leader *leader, const char *keys, const char *words)
{
	press(leader, keys);
	text(leader, words);
	press(leader, "<Enter>");
}

/* What was done since the last count may have taken MOST keys; the next count begins. */
static void count(struct leader *leader, const char *what, int most)
{
	printf("# %-32s %2d of %2d keys\n", what, leader->pressed, most);
	if (leader->pressed > most)
		fail_msg("“%s” took %d keys, and may take %d", what, leader->pressed, most);
	leader->pressed = 0;
}

/* Types stickies in a row; KEYS begin the first. */
static void row(struct leader *leader, const char *keys, const char *const *words)
{
	press(leader, keys);
	for (size_t i = 0; words[i]; i++) {
		text(leader, words[i]);
		press(leader, words[i + 1] ? "<Tab>" : "<Enter>");
	}
	person_sees(leader->screen, "saved");
}

/* WORDS of evstorm must be among what COMMAND writes. */
static void holds(const char *command, const char *words)
{
	char *argv[] = {(char *)"sh", (char *)"-c", (char *)command, NULL}, *output = NULL;

	assert_int_equal(sandbox_run(&box, argv, &output, PERSON_LIMIT_MS), 0);
	if (!strstr(output, words))
		fail_msg("“%s” must be in: %s", words, output);
	free(output);
}

static void events_come_first(struct leader *leader)
{
	static const char *const first[] = {"Patient registered", "Appointment requested", "Appointment confirmed",
		"Patient arrived", "Triage completed", "Blood sample taken", "Laboratory result received",
		"Diagnosis written", "Treatment planned", "Medicine prescribed", NULL};
	static const char *const more[] = {
		"Bed assigned", "Patient admitted", "Patient discharged", "Invoice sent", NULL};

	go(leader, "jj");
	row(leader, "i", first);
	count(leader, "ten events", 11);
	go(leader, "l");
	row(leader, "i", more);
	leader->pressed = 0;
	go(leader, "0llll");
	write_in(leader, ">i", "Patient called");
	count(leader, "an event between two", 3);
	person_sees(leader->screen, "Patient called");
}

static void commands_are_attached(struct leader *leader)
{
	static const char *const commands[] = {"Register patient", "Request appointment", "Confirm appointment",
		"Greet patient", "Call patient", "Complete triage", "Take blood sample", "Send result",
		"Write diagnosis", "Plan treatment", "Prescribe medicine", "Assign bed", "Admit patient",
		"Discharge patient", "Send invoice", NULL};

	go(leader, "0k");
	row(leader, "ac", commands);
	leader->pressed = 0;
	go(leader, "0");
	for (int i = 0; i < 5; i++) {
		press(leader, "c");
		go(leader, "j");
		press(leader, "<Enter>");
		person_sees(leader->screen, "edit");
		count(leader, "a command attached", 2);
		go(leader, "kl");
	}
}

static void all_other_kinds_come(struct leader *leader)
{
	static const char *const actors[] = {
		"Clerk", "Patient", "Clerk", "Nurse", "Nurse", "Nurse", "Nurse", "Doctor", NULL};
	static const char *const aggregates[] = {
		"Patient file", "Appointment", "Calendar", "Visit", "Queue", "Triage", "Sample", "Result", NULL};
	static const struct {
		const char *keys, *words;
	} others[] = {{"ap", "Whenever a result comes"}, {"ax", "Laboratory system"}, {"ar", "Free beds"},
		{"au", "Admission form"}, {"ao", "Fewer papers"}, {"av", "Trust"}};

	go(leader, "gg");
	row(leader, "aa", actors);
	go(leader, "0jjj");
	row(leader, "ag", aggregates);
	for (size_t i = 0; i < sizeof(others) / sizeof(*others); i++) {
		go(leader, "l");
		write_in(leader, others[i].keys, others[i].words);
	}
	leader->pressed = 0;
}

static void hotspots_are_raised_and_settled(struct leader *leader)
{
	go(leader, "gg$jj");
	write_in(leader, "!", "Who pays for foreigners?");
	count(leader, "a hotspot", 2);
	person_sees(leader->screen, "foreigners?");
	write_in(leader, "R", "The state does");
	count(leader, "a hotspot settled with a note", 2);
	go(leader, "ggjj");
	write_in(leader, "e<C-u>", "Patient signed in");
	count(leader, "an event renamed", 3);
	person_sees(leader->screen, "Patient signed");
}

static void contexts_are_drawn_and_split(struct leader *leader)
{
	static const struct {
		const char *begin, *end, *name, *what;
	} contexts[] = {{"ggjj", "lllj", "Reception", "a context drawn"}, {"kl", "llj", "Care", "a context drawn"},
		{"kl", "lj", "Laboratory", "a context drawn"}, {"kl", "lllllj", "Ward", "a context drawn"},
		{"ggjjll", "lj", "Admission", "a context split"}};

	for (size_t i = 0; i < sizeof(contexts) / sizeof(*contexts); i++) {
		go(leader, contexts[i].begin);
		press(leader, "v");
		go(leader, contexts[i].end);
		write_in(leader, "b", contexts[i].name);
		count(leader, contexts[i].what, 3);
		person_sees(leader->screen, contexts[i].name);
	}
}

static void the_map_is_drawn_and_talked_about(struct leader *leader)
{
	press(leader, "m");
	person_sees(leader->screen, "▸");
	go(leader, "gghhhkkk");
	press(leader, "c");
	go(leader, "l");
	write_in(leader, "<Enter>a", "Patient arrived");
	person_sees(leader->screen, "async Patient arrived");
	press(leader, "c");
	go(leader, "j");
	write_in(leader, "<Enter>s", "Ask for a bed");
	person_sees(leader->screen, "sync Ask for a bed");
	go(leader, "kkhh<Tab>");
	person_sees(leader->screen, "sends to");
	press(leader, "i");
	person_sees(leader->screen, "Which events of Reception does Care hear about?");
	press(leader, "<Space><Enter>");
	person_sees(leader->screen, "Does Care need the latest state");
	press(leader, "<Enter>");
	person_sees(leader->screen, "Is any of it sensitive");
	press(leader, "q");
	person_sees(leader->screen, "Reception sends to Care (async)");
	leader->pressed = 0;
	holds("evstorm show b --map", "Reception sends to Care (async): Patient arrived");
	press(leader, "R");
	count(leader, "a relation reversed", 1);
	person_sees(leader->screen, "Care sends to Reception (async)");
	holds("evstorm show b --map", "Care sends to Reception (async): Patient arrived");
	go(leader, "m");
}

static void all_is_found_and_taken_back_alone(struct leader *leader)
{
	static const char *const later[] = {"L1", "L2", "L3", "L4", "L5", "L6", "L7", "L8", "L9", "L10", NULL};

	write_in(leader, "/", "free beds");
	count(leader, "a sticky found", 3);
	person_sees(leader->screen, "1 of 1 found");
	go(leader, "Gj0jj");
	row(leader, "i", later);
	person_sees(leader->screen, "L10");
	leader->pressed = 0;
	press(leader, "U");
	person_sees(leader->screen, "What you did");
	go(leader, "jjjjjjjjjj");
	press(leader, "<Enter>");
	count(leader, "one older than ten taken back", 2);
	holds("evstorm show b --map", "Reception sends to Care (async): Patient arrived");
	holds("evstorm export b -f csv", "L10");
	holds("evstorm export b -f csv", "L1,");
}

static void what_is_done_all_the_time_takes_few_keys(void **state)
{
	char *argv[] = {(char *)"evstorm", (char *)"b", (char *)"--as", (char *)"fay", NULL};
	struct leader leader = {screen_start(ROWS, COLUMNS, argv, box.env.items), 0};

	(void)state;
	assert_non_null(leader.screen);
	person_sees(leader.screen, "The board is empty");
	events_come_first(&leader);
	commands_are_attached(&leader);
	all_other_kinds_come(&leader);
	hotspots_are_raised_and_settled(&leader);
	contexts_are_drawn_and_split(&leader);
	the_map_is_drawn_and_talked_about(&leader);
	all_is_found_and_taken_back_alone(&leader);
	holds("evstorm export b -f csv", "The state does");
	holds("evstorm export b -f csv", "Patient signed in");
	person_leaves(leader.screen, "q");
}

static int with_board(void **state)
{
	(void)state;
	return person_box(&box, "evstorm new b");
}

static int without_board(void **state)
{
	(void)state;
	sandbox_release(&box);
	return 0;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(what_is_done_all_the_time_takes_few_keys, with_board, without_board),
	};

	return cmocka_run_group_tests_name("live/hospital", tests, NULL, NULL);
}
