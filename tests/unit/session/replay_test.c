#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mem.h"
#include "model/shift.h"
#include "session/session.h"
#include "session/when.h"

static char replay_folder[] = "/tmp/evstorm-replay-XXXXXX";
static char replay_path[64];

static int replay_with_folder(void **state)
{
	(void)state;
	return mkdtemp(replay_folder) ? 0 : -1;
}

static int replay_without_folder(void **state)
{
	(void)state;
	return rmdir(replay_folder);
}

/* A new board file, open for writing. */
static int replay_with_board(void **state)
{
	struct session *session;

	snprintf(replay_path, sizeof(replay_path), "%s/b.evs", replay_folder);
	if (session_open(replay_path, STORE_NEW, "ana", &session, NULL))
		return -1;
	*state = session;
	return 0;
}

static int replay_without_board(void **state)
{
	session_close(*state);
	return unlink(replay_path);
}

static void replay_run(struct session *session, const char *line)
{
	struct session_report report = SESSION_REPORT_INIT;
	struct error err = ERROR_INIT;
	struct words words;

	words_from_line(&words, line);
	if (session_run(session, &words, 1, NULL, &report, &err))
		fail_msg("“%s” must be possible: %s", line, err.text);
	session_report_release(&report);
}

/* Appends an action with one change to the log, whether it fits or not. */
static void replay_forge(struct session *session, const char *time, enum entity entity, int64_t item, const char *field,
	const char *before, const char *after)
{
	struct store *store = session_store(session);
	struct action action;

	action_init(&action);
	action.step = 1;
	assert_true(clock_parse(time, &action.time_ms));
	action_add(&action, entity, item, field ? field_find(entity, field) : NULL, before, after);
	assert_int_equal(store_begin(store, NULL), 0);
	assert_int_equal(store_append(store, &action, session_board(session), NULL), 0);
	assert_int_equal(store_commit(store, NULL), 0);
	action_release(&action);
}

static struct replay *replay_must_open(void)
{
	struct replay *replay = NULL;
	struct error err = ERROR_INIT;

	if (replay_open(replay_path, &replay, &err))
		fail_msg("the log must open: %s", err.text);
	return replay;
}

static void replay_must_go(struct replay *replay, size_t at)
{
	struct error err = ERROR_INIT;

	if (replay_seek(replay, at, &err))
		fail_msg("going to %zu must work: %s", at, err.text);
	assert_int_equal(replay_at(replay), at);
}

static const char *replay_text(const struct replay *replay, int64_t id)
{
	const struct sticky *sticky = board_sticky(replay_board(replay), id);

	return sticky ? sticky->text : "(none)";
}

static void an_empty_log_has_one_moment(void **state)
{
	struct replay *replay = replay_must_open();
	size_t at = 7;

	(void)state;
	assert_int_equal(replay_count(replay), 0);
	replay_must_go(replay, 0);
	assert_int_equal(when_find(replay, "end", &at, NULL), 0);
	assert_int_equal(at, 0);
	assert_int_equal(when_find(replay, "step:1", &at, NULL), 0);
	assert_int_equal(when_find(replay, "#0", &at, NULL), 0);
	assert_int_equal(when_find(replay, "#1", &at, NULL), ERROR_REFUSED);
	replay_close(replay);
}

static void a_board_is_seen_as_it_was(void **state)
{
	struct session *session = *state;
	struct replay *replay;
	struct action action;

	replay_run(session, "add event Order placed"); /* person 1, sticky 1: changes 1 and 2 */
	replay_run(session, "edit 1 Order arrived");
	replay_run(session, "delete 1");
	replay = replay_must_open();
	assert_int_equal(replay_count(replay), 3);
	assert_string_equal(replay_text(replay, 1), "(none)");
	replay_must_go(replay, 2);
	assert_string_equal(replay_text(replay, 1), "Order arrived");
	replay_must_go(replay, 1);
	assert_string_equal(replay_text(replay, 1), "Order placed");
	replay_must_go(replay, 0);
	assert_int_equal(board_count(replay_board(replay), ENTITY_PERSON), 0);
	replay_run(session, "add event Later"); /* is not seen */
	replay_must_go(replay, replay_count(replay));
	assert_int_equal(board_count(replay_board(replay), ENTITY_STICKY), 0);
	action_init(&action);
	assert_int_equal(replay_read(replay, 1, &action, NULL), 0);
	assert_string_equal(action_change(&action, 0)->after, "Order arrived");
	action_release(&action);
	replay_close(replay);
}

static void a_moment_is_found_by_what_people_call_it(void **state)
{
	static const struct {
		const char *text;
		int code;
		size_t at;
	} rows[] = {
		{"end", 0, 5},
		{"#0", 0, 0},
		{"#1", 0, 1},
		{"2", 0, 1}, /* of the same action as #1 */
		{"#3", 0, 2},
		{"#7", 0, 5},
		{"#8", ERROR_REFUSED, 0},
		{"#", ERROR_USAGE, 0},
		{"#-1", ERROR_USAGE, 0},
		{"#1x", ERROR_USAGE, 0},
		{"#99999999999999999999", ERROR_USAGE, 0},
		{"", ERROR_USAGE, 0},
		{"step:1", 0, 4}, /* step 1 a second time, to its end */
		{"step:2", 0, 5},
		{"step:3", ERROR_REFUSED, 0},
		{"step:0", ERROR_USAGE, 0},
		{"step:9", ERROR_USAGE, 0},
		{"step:", ERROR_USAGE, 0},
		{"End", ERROR_USAGE, 0},
		{"2026-11-20 14:04", 0, 0},
		{"2026-11-20 14:05", 0, 5},
		{"2026-11-20T14:05:00Z", 0, 5},
		{"2026-11-20T15:04:59+01:00", 0, 0},
		{"2026-11-32 14:05", ERROR_USAGE, 0},
	};
	struct session *session = *state;
	struct replay *replay;

	replay_run(session, "add event A"); /* changes 1 and 2 */
	replay_run(session, "step 2");      /* 3 and 4 */
	replay_run(session, "step 1");      /* 5, as no time has passed */
	replay_run(session, "add event B"); /* 6 */
	replay_run(session, "step 2");      /* 7 */
	replay = replay_must_open();
	assert_int_equal(replay_count(replay), 5);
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct error err = ERROR_INIT;
		size_t at = 0;
		int code = when_find(replay, rows[i].text, &at, &err);

		if (code != rows[i].code || at != rows[i].at)
			fail_msg("“%s” must give %d and moment %zu, not %d and %zu: %s", rows[i].text, rows[i].code,
				rows[i].at, code, at, err.text);
		assert_int_equal(when_is(rows[i].text), code != ERROR_USAGE);
	}
	replay_close(replay);
}

static void a_clock_that_was_set_back_confuses_nobody(void **state)
{
	static const struct {
		const char *time;
		size_t at;
	} rows[] = {
		{"2026-01-01T09:59:00Z", 0},
		{"2026-01-01T10:00:00Z", 1},
		{"2026-01-01T10:04:00Z", 1},
		{"2026-01-01T10:05:00Z", 3}, /* what says 09:00 came behind 10:05 */
		{"2026-01-01T10:06:00Z", 4},
	};
	struct session *session = *state;
	struct replay *replay;

	replay_forge(session, "2026-01-01T10:00:00Z", ENTITY_STICKY, 1, NULL, NULL, "text=A place=1,1");
	replay_forge(session, "2026-01-01T10:05:00Z", ENTITY_STICKY, 1, "text", "A", "B");
	replay_forge(session, "2026-01-01T09:00:00Z", ENTITY_STICKY, 1, "text", "B", "C");
	replay_forge(session, "2026-01-01T10:06:00Z", ENTITY_STICKY, 1, "text", "C", "D");
	replay = replay_must_open();
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		int64_t time_ms = 0;

		assert_true(clock_parse(rows[i].time, &time_ms));
		assert_int_equal(replay_at_time(replay, time_ms), rows[i].at);
	}
	replay_close(replay);
}

static void a_log_that_contradicts_itself_is_refused_with_the_change(void **state)
{
	struct error err = ERROR_INIT;
	struct replay *replay = NULL;
	struct session *session = *state;

	replay_forge(session, "2026-01-01T10:00:00Z", ENTITY_STICKY, 1, NULL, NULL, "text=A place=1,1");
	replay_forge(session, "2026-01-01T10:00:00Z", ENTITY_STICKY, 77, "text", "A", "B");
	assert_int_equal(replay_open(replay_path, &replay, &err), ERROR_SYSTEM);
	assert_non_null(strstr(err.text, "change 2 of the log"));
	assert_non_null(strstr(err.text, "sticky 77: no such item"));
}

static void two_stickies_in_a_slot_are_refused(void **state)
{
	struct error err = ERROR_INIT;
	struct replay *replay = NULL;
	struct session *session = *state;

	replay_forge(session, "2026-01-01T10:00:00Z", ENTITY_STICKY, 1, NULL, NULL, "text=A place=1,1");
	replay_forge(session, "2026-01-01T10:00:00Z", ENTITY_STICKY, 2, NULL, NULL, "text=B place=2,1");
	replay_forge(session, "2026-01-01T10:00:00Z", ENTITY_STICKY, 2, "place", "2,1", "1,1");
	assert_int_equal(replay_open(replay_path, &replay, &err), ERROR_SYSTEM);
	assert_non_null(strstr(err.text, "action 3 puts two stickies into one slot"));
}

/* A log whose `before` are made up can be walked forwards only, and is. */
static void what_was_before_is_not_believed(void **state)
{
	static const char *const texts[] = {"(none)", "A", "B", "C"};
	static const size_t way[] = {3, 2, 1, 2, 0, 3, 1, 0, 2};
	struct session *session = *state;
	struct replay *replay;

	replay_forge(session, "2026-01-01T10:00:00Z", ENTITY_STICKY, 1, NULL, NULL, "text=A place=1,1");
	replay_forge(session, "2026-01-01T10:00:00Z", ENTITY_STICKY, 1, "text", "lie", "B");
	replay_forge(session, "2026-01-01T10:00:00Z", ENTITY_STICKY, 1, "text", "lie", "C");
	replay = replay_must_open();
	for (size_t i = 0; i < ARRAY_SIZE(way); i++) {
		replay_must_go(replay, way[i]);
		assert_string_equal(replay_text(replay, 1), texts[way[i]]);
	}
	replay_close(replay);
}

static void shifts_are_found_on_the_way_there_and_back(void **state)
{
	struct vec there = VEC_INIT(struct shift), back = VEC_INIT(struct shift);
	struct place place = {5, 5};
	struct session *session = *state;
	struct replay *replay;

	replay_run(session, "add event -c 9 -r 9 A");
	replay_run(session, "insert-column 2 3");
	replay_run(session, "insert-row 1");
	replay_run(session, "edit 1 B");
	replay_run(session, "delete-column 2");
	replay = replay_must_open();
	assert_int_equal(replay_shifts(replay, 1, 5, &there, NULL), 0);
	assert_int_equal(replay_shifts(replay, 5, 1, &back, NULL), 0);
	assert_int_equal(there.count, 3);
	assert_int_equal(back.count, 3);
	for (size_t i = 0; i < there.count; i++)
		place = shift_place(vec_get(&there, struct shift, i), place);
	assert_int_equal(place.column, 7);
	assert_int_equal(place.row, 6);
	for (size_t i = 0; i < back.count; i++)
		place = shift_place(vec_get(&back, struct shift, i), place);
	assert_int_equal(place.column, 5);
	assert_int_equal(place.row, 5);
	vec_release(&there);
	vec_release(&back);
	replay_close(replay);
}

#define REPLAY_TEST(test) cmocka_unit_test_setup_teardown(test, replay_with_board, replay_without_board)

int main(void)
{
	const struct CMUnitTest tests[] = {
		REPLAY_TEST(an_empty_log_has_one_moment),
		REPLAY_TEST(a_board_is_seen_as_it_was),
		REPLAY_TEST(a_moment_is_found_by_what_people_call_it),
		REPLAY_TEST(a_clock_that_was_set_back_confuses_nobody),
		REPLAY_TEST(a_log_that_contradicts_itself_is_refused_with_the_change),
		REPLAY_TEST(two_stickies_in_a_slot_are_refused),
		REPLAY_TEST(what_was_before_is_not_believed),
		REPLAY_TEST(shifts_are_found_on_the_way_there_and_back),
	};

	setenv("SOURCE_DATE_EPOCH", "1795183500", 1); /* 2026-11-20T14:05:00Z */
	setenv("TZ", "UTC", 1);
	return cmocka_run_group_tests_name("session/replay", tests, replay_with_folder, replay_without_folder);
}
