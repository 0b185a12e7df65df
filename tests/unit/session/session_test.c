#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "session/history.h"
#include "session/session.h"
#include "session/taken.h"

static char folder[] = "/tmp/evstorm-session-XXXXXX";
static char path[64];

static int with_board(void **state)
{
	struct session *session;

	snprintf(path, sizeof(path), "%s/b.evs", folder);
	if (session_open(path, STORE_NEW, "ana", &session, NULL))
		return -1;
	*state = session;
	return 0;
}

static int without_board(void **state)
{
	session_close(*state);
	return unlink(path);
}

static int with_folder(void **state)
{
	(void)state;
	return mkdtemp(folder) ? 0 : -1;
}

static int without_folder(void **state)
{
	(void)state;
	return rmdir(folder);
}

/* Runs LINES (separated by ;) as one action. */
static int run(struct session *session, const char *lines, char *output, struct error *err)
{
	struct session_report report = SESSION_REPORT_INIT;
	char copy[400], *rest = copy, *line;
	struct words words[8];
	size_t count = 0;
	int failed;

	snprintf(copy, sizeof(copy), "%s", lines);
	while ((line = strsep(&rest, ";")))
		words_from_line(&words[count++], line);
	failed = session_run(session, words, count, NULL, &report, err);
	if (output)
		strcpy(output, report.output.text);
	session_report_release(&report);
	return failed;
}

static size_t stickies(const struct session *session)
{
	return board_count(session_board(session), ENTITY_STICKY);
}

static int count_actions(void *context, const struct action *action, struct error *err)
{
	(void)action;
	(void)err;
	++*(int *)context;
	return 0;
}

static int actions(struct session *session)
{
	int count = 0;

	assert_int_equal(store_walk(session_store(session), 1, count_actions, &count, NULL), 0);
	return count;
}

static void what_was_run_is_there_for_the_next_one(void **state)
{
	struct session *session = *state, *other;
	char output[40];

	assert_int_equal(run(session, "add event One", output, NULL), 0);
	assert_string_equal(output, "1\n");
	assert_int_equal(session_open(path, STORE_READ, "ben", &other, NULL), 0);
	assert_int_equal(stickies(other), 1);
	assert_string_equal(board_sticky(session_board(other), 1)->text, "One");
	session_close(other);
}

static void several_lines_are_one_action_or_none(void **state)
{
	struct session *session = *state;
	struct error err = ERROR_INIT;

	assert_int_equal(run(session, "add event One;add event Two", NULL, NULL), 0);
	assert_int_equal(actions(session), 1);
	assert_int_equal(run(session, "add event Three;delete 99", NULL, &err), ERROR_REFUSED);
	assert_int_equal(stickies(session), 2);
	assert_int_equal(actions(session), 1);
	assert_int_equal(store_verify(session_store(session), &err), 0);
	assert_int_equal(run(session, "undo", NULL, NULL), 0);
	assert_int_equal(stickies(session), 0);
}

static void a_command_sees_what_others_have_done(void **state)
{
	struct session *session = *state, *other;
	char output[40];

	assert_int_equal(session_open(path, STORE_WRITE, "ben", &other, NULL), 0);
	assert_int_equal(run(session, "add event One", NULL, NULL), 0);
	assert_int_equal(run(other, "add event -c 1 -r 1 Two", output, NULL), 0);
	assert_string_equal(output, "2\n");
	assert_int_equal(board_sticky(session_board(other), 2)->place.row, 2);
	assert_int_equal(run(session, "undo", NULL, NULL), 0);
	assert_int_equal(stickies(session), 1);
	assert_int_equal(run(session, "undo", NULL, NULL), ERROR_REFUSED);
	assert_int_equal(run(other, "undo", NULL, NULL), 0);
	assert_int_equal(stickies(other), 0);
	assert_int_equal(store_verify(session_store(other), NULL), 0);
	session_close(other);
}

static void who_came_by_a_link_is_heard_at_once(void **state)
{
	struct session *session = *state, *other;
	char link[64];

	snprintf(link, sizeof(link), "%s/link.evs", folder);
	assert_int_equal(symlink("b.evs", link), 0);
	assert_int_equal(session_open(link, STORE_WRITE, "ben", &other, NULL), 0);
	assert_true(doorbell_listen(session_doorbell(session)) >= 0);
	assert_false(doorbell_woken(session_doorbell(session)));
	assert_int_equal(run(other, "add event One", NULL, NULL), 0);
	assert_true(doorbell_woken(session_doorbell(session)));
	session_close(other);
	assert_int_equal(unlink(link), 0);
}

static void an_action_that_changes_nothing_is_not_kept(void **state)
{
	struct session *session = *state;

	assert_int_equal(run(session, "add event One", NULL, NULL), 0);
	assert_int_equal(run(session, "edit 1 One", NULL, NULL), 0);
	assert_int_equal(actions(session), 1);
}

static void undo_and_redo_may_be_counted(void **state)
{
	struct session *session = *state;

	for (int i = 0; i < 5; i++)
		assert_int_equal(run(session, "add event One", NULL, NULL), 0);
	assert_int_equal(run(session, "undo 3", NULL, NULL), 0);
	assert_int_equal(stickies(session), 2);
	assert_int_equal(run(session, "redo 2", NULL, NULL), 0);
	assert_int_equal(stickies(session), 4);
	assert_int_equal(run(session, "undo 99", NULL, NULL), 0);
	assert_int_equal(stickies(session), 0);
	assert_int_equal(run(session, "redo 99", NULL, NULL), 0);
	assert_int_equal(stickies(session), 5);
	assert_int_equal(store_verify(session_store(session), NULL), 0);
}

static void an_undo_that_finds_nothing_left_is_passed_by_the_next(void **state)
{
	struct session *session = *state, *other;

	assert_int_equal(session_open(path, STORE_WRITE, "ben", &other, NULL), 0);
	assert_int_equal(run(session, "add event One", NULL, NULL), 0);
	assert_int_equal(run(other, "add event Two", NULL, NULL), 0);
	assert_int_equal(run(session, "edit 2 Mine", NULL, NULL), 0);
	assert_int_equal(run(other, "edit 2 Theirs", NULL, NULL), 0);
	assert_int_equal(run(session, "undo", NULL, NULL), 0);
	assert_string_equal(board_sticky(session_board(session), 2)->text, "Theirs");
	assert_int_equal(run(session, "undo", NULL, NULL), 0);
	assert_null(board_sticky(session_board(session), 1));
	assert_int_equal(store_verify(session_store(session), NULL), 0);
	session_close(other);
}

static void who_only_looks_changes_nothing(void **state)
{
	struct session *session = *state, *other;
	struct error err = ERROR_INIT;

	assert_int_equal(run(session, "add event One", NULL, NULL), 0);
	assert_int_equal(session_open(path, STORE_READ, "ben", &other, NULL), 0);
	assert_int_equal(run(other, "delete 1", NULL, &err), ERROR_REFUSED);
	assert_non_null(strstr(err.text, "read-only"));
	assert_int_equal(stickies(other), 1);
	session_close(other);
}

static void a_board_that_was_taken_away_is_not_written_to(void **state)
{
	struct session *session = *state;
	struct error err = ERROR_INIT;
	char moved[80];

	snprintf(moved, sizeof(moved), "%s.moved", path);
	assert_int_equal(run(session, "add event One", NULL, NULL), 0);
	assert_int_equal(rename(path, moved), 0);
	assert_int_equal(run(session, "add event Two", NULL, &err), ERROR_SYSTEM);
	assert_non_null(strstr(err.text, "moved to"));
	assert_int_equal(stickies(session), 1);
	assert_int_equal(rename(moved, path), 0);
	assert_int_equal(run(session, "add event Two", NULL, NULL), 0);
	assert_int_equal(stickies(session), 2);
}

static void a_name_is_needed_and_cleaned(void **state)
{
	struct session *other;
	struct error err = ERROR_INIT;

	(void)state;
	assert_int_equal(session_open(path, STORE_WRITE, "  ", &other, &err), ERROR_USAGE);
	assert_int_equal(session_open(path, STORE_WRITE, " a\033na ", &other, NULL), 0);
	assert_string_equal(session_name(other), "ana");
	session_close(other);
}

static void the_role_of_an_invitation_holds(void **state)
{
	static const struct {
		enum role role;
		int adds, steps; /* what comes of it */
	} rows[] = {
		{ROLE_OBSERVER, ERROR_REFUSED, ERROR_REFUSED},
		{ROLE_PARTICIPANT, 0, ERROR_REFUSED},
		{ROLE_FACILITATOR, 0, 0},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		struct session *guest;
		char name[8];
		const struct person *person;
		size_t before;

		snprintf(name, sizeof(name), "guest%zu", i);
		assert_int_equal(session_open_as(path, rows[i].role, name, &guest, NULL), 0);
		assert_int_equal(session_role(guest), rows[i].role);
		assert_non_null(session_doorbell(guest));
		before = stickies(guest);
		assert_int_equal(run(guest, "add event Came", NULL, NULL), rows[i].adds);
		assert_int_equal(stickies(guest), before + !rows[i].adds);
		assert_int_equal(run(guest, "step 2", NULL, NULL), rows[i].steps);
		person = board_person_named(session_board(guest), name);
		assert_int_equal(person ? person->role : ROLE_OBSERVER, rows[i].role);
		assert_int_equal(run(*state, "add event Theirs", NULL, NULL), 0);
		assert_int_equal(session_catch_up(guest, NULL, NULL), 0);
		assert_int_equal(stickies(guest), stickies(*state));
		session_close(guest);
	}
}

/* What the last undo or redo said. */
static void expect_taken(struct session *session, const char *text, int column)
{
	struct strbuf said = STRBUF_INIT;

	assert_non_null(session_taken(session));
	taken_format(session_taken(session), &said);
	assert_string_equal(said.text, text);
	assert_int_equal(session_taken(session)->place.column, column);
	strbuf_release(&said);
}

static void undo_tells_what_it_takes_back_and_where(void **state)
{
	struct session *session = *state;
	struct error err = ERROR_INIT;

	assert_int_equal(run(session, "add event -c 3 -r 1 Paid", NULL, &err), 0);
	assert_null(session_taken(session));
	assert_int_equal(run(session, "edit 1 Paid in full", NULL, &err), 0);
	assert_int_equal(run(session, "move 1 7 1", NULL, &err), 0);
	assert_int_equal(run(session, "step next", NULL, &err), 0);
	assert_int_equal(run(session, "undo", NULL, &err), 0);
	expect_taken(session, "undone, for everybody: goes to step 2, External systems", 0);
	assert_int_equal(run(session, "redo", NULL, &err), 0);
	expect_taken(session, "redone, for everybody: goes to step 2, External systems", 0);
	assert_int_equal(run(session, "note 1 n", NULL, &err), 0);
	assert_int_equal(run(session, "undo", NULL, &err), 0);
	expect_taken(session, "undone: writes a note behind domain event “Paid in full”", 7);
	assert_int_equal(run(session, "undo", NULL, &err), 0);
	expect_taken(session, "undone: moves domain event “Paid in full”", 3);
	assert_int_equal(board_step(session_board(session)), 2);
	assert_int_equal(run(session, "undo 2", NULL, &err), 0);
	expect_taken(session, "undone: rewords “Paid” to “Paid in full”, and 1 action more", 3);
	assert_int_equal(run(session, "redo", NULL, &err), 0);
	expect_taken(session, "redone: adds domain event “Paid”", 3);
	assert_int_equal(run(session, "undo -c 99", NULL, &err), ERROR_REFUSED);
	assert_null(session_taken(session));
}

static void what_one_has_done_is_listed_and_any_of_it_taken_back(void **state)
{
	struct vec entries = VEC_INIT(struct history_entry);
	struct session *session = *state;
	struct error err = ERROR_INIT;

	assert_int_equal(history_read(session, &entries, &err), 0);
	assert_int_equal(entries.count, 0);
	assert_int_equal(run(session, "add event -c 3 -r 1 Paid", NULL, &err), 0);
	assert_int_equal(run(session, "edit 1 Charged", NULL, &err), 0);
	assert_int_equal(run(session, "delete 1", NULL, &err), 0);
	assert_int_equal(run(session, "add event -c 4 -r 2 Sent", NULL, &err), 0);
	assert_int_equal(run(session, "undo", NULL, &err), 0);
	assert_int_equal(run(session, "add command -c 5 -r 2 Send", NULL, &err), 0);
	assert_int_equal(history_read(session, &entries, &err), 0);
	assert_int_equal(entries.count, 4); /* what is undone is not among them */
	assert_string_equal(vec_get(&entries, struct history_entry, 0).text, "adds command “Send”");
	assert_int_equal(vec_get(&entries, struct history_entry, 0).place.column, 5);
	assert_string_equal(vec_get(&entries, struct history_entry, 1).text, "removes domain event “Charged”");
	assert_string_equal(vec_get(&entries, struct history_entry, 2).text, "rewords “Paid” to “Charged”");
	assert_string_equal(vec_get(&entries, struct history_entry, 3).text, "adds domain event “Paid”");
	assert_int_equal(vec_get(&entries, struct history_entry, 3).place.column, 3);
	{
		char line[40];

		snprintf(line, sizeof(line), "undo -c %d", (int)vec_get(&entries, struct history_entry, 1).change);
		assert_int_equal(run(session, line, NULL, &err), 0);
	}
	expect_taken(session, "undone: removes domain event “Charged”", 3);
	assert_string_equal(board_sticky(session_board(session), 1)->text, "Charged");
	assert_int_equal(board_count(session_board(session), ENTITY_STICKY), 2);
	history_forget(&entries);
	vec_release(&entries);
}

#define BOARD_TEST(f) cmocka_unit_test_setup_teardown(f, with_board, without_board)

static enum role role_of(const struct session *session, const char *name)
{
	return (enum role)board_person_named(session_board(session), name)->role;
}

static void the_role_of_who_is_invited_follows_the_invitation(void **state)
{
	struct session *ana = *state, *ben;
	struct error err = ERROR_INIT;

	assert_int_equal(session_open_as(path, ROLE_PARTICIPANT, "ben", &ben, &err), 0);
	assert_int_equal(run(ben, "add event A", NULL, &err), 0);
	assert_int_equal(role_of(ben, "ben"), ROLE_PARTICIPANT);
	assert_int_not_equal(run(ben, "lock", NULL, &err), 0);
	session_close(ben);
	assert_int_equal(session_open_as(path, ROLE_FACILITATOR, "ben", &ben, &err), 0);
	assert_int_equal(role_of(ben, "ben"), ROLE_PARTICIPANT);
	assert_int_not_equal(run(ben, "edit 7 X", NULL, &err), 0);
	assert_int_equal(role_of(ben, "ben"), ROLE_PARTICIPANT);
	assert_int_equal(run(ben, "edit 1 B", NULL, &err), 0);
	assert_int_equal(role_of(ben, "ben"), ROLE_FACILITATOR);
	assert_int_equal(run(ben, "undo", NULL, &err), 0);
	assert_string_equal(board_sticky(session_board(ben), 1)->text, "A");
	assert_int_equal(role_of(ben, "ben"), ROLE_FACILITATOR);
	assert_int_equal(session_catch_up(ana, NULL, &err), 0);
	assert_int_equal(role_of(ana, "ben"), ROLE_FACILITATOR);
	session_close(ben);
}

/* Who comes back in another role begins by taking back what they did in the one before. */
static void an_undo_takes_the_note_of_a_new_role_along(void **state)
{
	static const char *const lines[] = {"undo", "redo", "undo 2", "redo 2"};
	static const size_t left[] = {1, 2, 0, 2};
	struct session *ben;
	struct error err = ERROR_INIT;

	(void)state;
	assert_int_equal(session_open_as(path, ROLE_PARTICIPANT, "ben", &ben, &err), 0);
	assert_int_equal(run(ben, "add event A", NULL, &err), 0);
	assert_int_equal(run(ben, "add event B", NULL, &err), 0);
	for (size_t i = 0; i < sizeof(left) / sizeof(*left); i++) {
		enum role role = i % 2 ? ROLE_PARTICIPANT : ROLE_FACILITATOR;

		session_close(ben);
		assert_int_equal(session_open_as(path, role, "ben", &ben, &err), 0);
		if (run(ben, lines[i], NULL, &err))
			fail_msg("`%s` in another role must work: %s", lines[i], err.text);
		assert_int_equal(stickies(ben), left[i]);
		assert_int_equal(role_of(ben, "ben"), role);
	}
	assert_int_equal(run(ben, "add event C; undo", NULL, &err), ERROR_REFUSED);
	assert_non_null(strstr(err.text, "cannot be combined"));
	assert_int_equal(store_verify(session_store(ben), &err), 0);
	session_close(ben);
}

static void a_locked_board_is_closed_to_participants(void **state)
{
	struct session *ana = *state, *ben;
	struct error err = ERROR_INIT;

	assert_int_equal(session_open_as(path, ROLE_PARTICIPANT, "ben", &ben, &err), 0);
	assert_int_equal(run(ben, "add event A", NULL, &err), 0);
	assert_int_equal(run(ana, "lock", NULL, &err), 0);
	assert_int_equal(run(ben, "edit 1 B", NULL, &err), ERROR_REFUSED);
	assert_non_null(strstr(err.text, "locked"));
	assert_int_equal(run(ben, "undo", NULL, &err), ERROR_REFUSED);
	assert_int_equal(run(ana, "undo", NULL, &err), 0);
	assert_int_equal(run(ben, "undo", NULL, &err), 0);
	session_close(ben);
}

static void the_report_names_what_was_made(void **state)
{
	struct session_report report = SESSION_REPORT_INIT;
	struct words words;

	words_from_line(&words, "add event Paid");
	assert_int_equal(session_run(*state, &words, 1, NULL, &report, NULL), 0);
	assert_non_null(board_sticky(session_board(*state), report.made));
	words_from_line(&words, "title Shop");
	assert_int_equal(session_run(*state, &words, 1, NULL, &report, NULL), 0);
	assert_int_equal(report.made, 0);
	words_from_line(&words, "context Sales");
	assert_int_equal(session_run(*state, &words, 1, NULL, &report, NULL), 0);
	assert_non_null(board_context(session_board(*state), report.made));
	session_report_release(&report);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			the_role_of_who_is_invited_follows_the_invitation, with_board, without_board),
		cmocka_unit_test_setup_teardown(a_locked_board_is_closed_to_participants, with_board, without_board),
		BOARD_TEST(undo_tells_what_it_takes_back_and_where),
		BOARD_TEST(what_one_has_done_is_listed_and_any_of_it_taken_back),
		BOARD_TEST(an_undo_takes_the_note_of_a_new_role_along),
		BOARD_TEST(the_role_of_an_invitation_holds),
		BOARD_TEST(what_was_run_is_there_for_the_next_one),
		BOARD_TEST(several_lines_are_one_action_or_none),
		BOARD_TEST(a_command_sees_what_others_have_done),
		BOARD_TEST(who_came_by_a_link_is_heard_at_once),
		BOARD_TEST(an_action_that_changes_nothing_is_not_kept),
		BOARD_TEST(undo_and_redo_may_be_counted),
		BOARD_TEST(an_undo_that_finds_nothing_left_is_passed_by_the_next),
		BOARD_TEST(who_only_looks_changes_nothing),
		BOARD_TEST(a_board_that_was_taken_away_is_not_written_to),
		BOARD_TEST(a_name_is_needed_and_cleaned),
		BOARD_TEST(the_report_names_what_was_made),
	};

	return cmocka_run_group_tests_name("session/session", tests, with_folder, without_folder);
}
