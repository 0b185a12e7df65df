/* What people do to the file of a board that somebody has open, and that nothing is lost by it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "lib/picture.h"
#include "session/session.h"

/* In a folder of its own, which is the current one. */
struct work {
	char folder[40];
	struct session *ana;
};

static void shell(const char *command)
{
	if (system(command))
		fail_msg("“%s” must be done", command);
}

static void run(struct session *session, const char *line)
{
	struct session_report report = SESSION_REPORT_INIT;
	struct error err = ERROR_INIT;
	struct words words;

	words_from_line(&words, line);
	if (session_run(session, &words, 1, NULL, &report, &err))
		fail_msg("“%s” must be done: %s", line, err.text);
	session_report_release(&report);
}

static int begin(void **state)
{
	struct work *work = calloc(1, sizeof(*work));

	strcpy(work->folder, "/tmp/evstorm-rescue-XXXXXX");
	if (!mkdtemp(work->folder) || chdir(work->folder) || session_open("b.evs", STORE_NEW, "ana", &work->ana, NULL))
		return -1;
	setenv("XDG_STATE_HOME", work->folder, 1);
	run(work->ana, "title Old");
	run(work->ana, "add event First");
	run(work->ana, "add event Gone");
	run(work->ana, "delete 2");
	run(work->ana, "context Sales 1");
	session_close(work->ana);
	shell("cp b.evs older.evs");
	if (session_open("b.evs", STORE_WRITE, "ana", &work->ana, NULL))
		return -1;
	run(work->ana, "add command Second");
	run(work->ana, "undo");
	run(work->ana, "redo");
	run(work->ana, "insert-column 1");
	run(work->ana, "link 1 3");
	*state = work;
	return 0;
}

static int end(void **state)
{
	struct work *work = *state;
	char command[80];

	session_close(work->ana);
	snprintf(command, sizeof(command), "rm -r %s", work->folder);
	free(work);
	return chdir("/") || system(command) ? -1 : 0;
}

static int count_actions(void *context, const struct action *action, struct error *err)
{
	(void)action;
	(void)err;
	++*(int *)context;
	return 0;
}

/* FILE is sound, and the board that SESSION has; how many actions its log has. */
static int expect_same(const struct session *session, const char *file)
{
	struct strbuf ours = STRBUF_INIT, theirs = STRBUF_INIT;
	struct session *other;
	struct error err = ERROR_INIT;
	int actions = 0;

	if (session_open(file, STORE_READ, "eva", &other, &err) || store_verify(session_store(other), &err))
		fail_msg("%s must be sound: %s", file, err.text);
	picture_whole(session_board(session), &ours);
	picture_whole(session_board(other), &theirs);
	assert_string_equal(theirs.text, ours.text);
	for (int entity = 0; entity < ENTITY_COUNT; entity++)
		assert_true(board_next_id(session_board(other), (enum entity)entity) ==
			    board_next_id(session_board(session), (enum entity)entity));
	assert_int_equal(store_walk(session_store(other), 1, count_actions, &actions, NULL), 0);
	session_close(other);
	strbuf_release(&ours);
	strbuf_release(&theirs);
	return actions;
}

/* The file has come to FATE, is written to new.evs, and work goes on there. How many actions were saved. */
static int expect_rescue(struct session *session, enum whereabouts_fate fate, bool whole)
{
	struct strbuf note = STRBUF_INIT;
	struct error err = ERROR_INIT;
	int actions;

	assert_true(session_look(session));
	assert_int_equal(session_whereabouts(session)->fate, fate);
	if (session_write(session, "new.evs", &note, &err))
		fail_msg("it must be written: %s", err.text);
	assert_int_equal(!note.len, whole);
	actions = expect_same(session, "new.evs");
	assert_int_equal(session_write(session, "new.evs", &note, &err), ERROR_SYSTEM);
	assert_non_null(strstr(err.text, "already"));
	if (session_move(session, "new.evs", &err))
		fail_msg("work must go on there: %s", err.text);
	assert_int_equal(session_whereabouts(session)->fate, WHEREABOUTS_HERE);
	assert_string_equal(session_path(session), "new.evs");
	run(session, "undo");
	run(session, "add event Third");
	assert_int_equal(expect_same(session, "new.evs"), actions + 2);
	strbuf_release(&note);
	return actions;
}

#define ACTIONS 10

static void a_removed_file_is_written_whole(void **state)
{
	struct work *work = *state;

	shell("rm b.evs");
	assert_int_equal(expect_rescue(work->ana, WHEREABOUTS_REMOVED, true), ACTIONS);
}

static void a_replaced_file_is_written_whole(void **state)
{
	struct work *work = *state;

	shell("mv older.evs b.evs");
	assert_int_equal(expect_rescue(work->ana, WHEREABOUTS_REPLACED, true), ACTIONS);
}

static void a_moved_file_is_copied_or_gone_on_with(void **state)
{
	struct work *work = *state;
	struct error err = ERROR_INIT;

	shell("mkdir d && mv b.evs d/moved.evs && cp older.evs b.evs");
	assert_int_equal(expect_rescue(work->ana, WHEREABOUTS_REPLACED, true), ACTIONS);
	shell("mv new.evs d/there.evs");
	assert_true(session_look(work->ana));
	assert_int_equal(session_move(work->ana, "d/moved.evs", &err), ERROR_REFUSED);
	assert_non_null(strstr(err.text, "older copy"));
	assert_int_equal(session_move(work->ana, "d/there.evs", &err), 0);
	run(work->ana, "add event Fourth");
	assert_int_equal(expect_same(work->ana, "d/there.evs"), ACTIONS + 3);
}

/* The board and what was done since it was opened are still in memory. */
static void an_overwritten_file_is_written_from_memory(void **state)
{
	struct work *work = *state;
	int actions;

	shell("cat older.evs >b.evs");
	actions = expect_rescue(work->ana, WHEREABOUTS_OVERWRITTEN, false);
	assert_int_equal(actions, 7); /* those five, the last one before, and one for all before that */
}

/* Who has only looked since then goes on in it as well, and so does whoever else has the board open. */
static void who_has_only_looked_goes_on_too(void **state)
{
	struct work *work = *state;
	struct session *ben;
	struct error err = ERROR_INIT;

	session_close(work->ana);
	assert_int_equal(session_open("b.evs", STORE_WRITE, "ana", &work->ana, &err), 0);
	assert_int_equal(session_open("b.evs", STORE_WRITE, "ben", &ben, &err), 0);
	shell("cat older.evs >b.evs");
	assert_int_equal(expect_rescue(work->ana, WHEREABOUTS_OVERWRITTEN, false), 2);
	assert_true(session_look(ben));
	if (session_move(ben, "new.evs", &err))
		fail_msg("ben must go on there: %s", err.text);
	run(ben, "add event Fourth");
	expect_same(ben, "new.evs");
	session_close(ben);
}

/* The last thing done was an import, of which nobody who came later remembers anything. */
static void an_overwritten_import_is_gone_on_with(void **state)
{
	static struct words lines[1100];
	struct work *work = *state;
	struct strbuf note = STRBUF_INIT;
	struct session_report report = SESSION_REPORT_INIT;

	for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++)
		words_from_line(&lines[i], "add event Many");
	assert_int_equal(session_run(work->ana, lines, sizeof(lines) / sizeof(lines[0]), NULL, &report, NULL), 0);
	session_report_release(&report);
	session_close(work->ana);
	assert_int_equal(session_open("b.evs", STORE_WRITE, "ana", &work->ana, NULL), 0);
	shell("cat older.evs >b.evs");
	assert_true(session_look(work->ana));
	assert_int_equal(session_write(work->ana, "new.evs", &note, NULL), 0);
	assert_int_equal(session_move(work->ana, "new.evs", NULL), 0);
	run(work->ana, "add event Third");
	expect_same(work->ana, "new.evs");
	strbuf_release(&note);
}

static void an_overwritten_file_without_history_is_written_whole(void **state)
{
	struct work *work = *state;

	session_close(work->ana);
	shell("rm b.evs");
	assert_int_equal(session_open("b.evs", STORE_NEW, "ana", &work->ana, NULL), 0);
	run(work->ana, "add event First");
	run(work->ana, "add event Second");
	shell("cat older.evs >b.evs");
	assert_int_equal(expect_rescue(work->ana, WHEREABOUTS_OVERWRITTEN, true), 2);
}

/* Somebody took a copy, and puts it back: work goes on, and what was not in it is not taken for it. */
static void a_file_that_comes_back_is_worked_on(void **state)
{
	struct work *work = *state;

	shell("cp b.evs copy.evs && rm b.evs");
	assert_true(session_look(work->ana));
	assert_int_equal(session_whereabouts(work->ana)->fate, WHEREABOUTS_REMOVED);
	assert_false(session_look(work->ana));
	shell("cp older.evs b.evs");
	assert_true(session_look(work->ana));
	assert_int_equal(session_whereabouts(work->ana)->fate, WHEREABOUTS_REPLACED);
	shell("mv copy.evs b.evs");
	assert_true(session_look(work->ana));
	assert_int_equal(session_whereabouts(work->ana)->fate, WHEREABOUTS_HERE);
	run(work->ana, "undo");
	run(work->ana, "add event Third");
	assert_int_equal(expect_same(work->ana, "b.evs"), ACTIONS + 2);
}

static void a_copy_that_goes_on_brings_what_it_has(void **state)
{
	struct work *work = *state;
	struct session *ben;

	shell("cp b.evs copy.evs");
	assert_int_equal(session_open("copy.evs", STORE_WRITE, "ben", &ben, NULL), 0);
	run(ben, "add event Theirs");
	session_close(ben);
	shell("mv copy.evs b.evs");
	assert_true(session_look(work->ana));
	assert_int_equal(session_whereabouts(work->ana)->fate, WHEREABOUTS_HERE);
	run(work->ana, "add event Third");
	assert_int_equal(expect_same(work->ana, "b.evs"), ACTIONS + 2);
	assert_int_equal(board_count(session_board(work->ana), ENTITY_STICKY), 4);
}

/* One who leaves without a word leaves a file; the next who has the same finds it. */
static void a_board_is_kept_once_beside_its_place(void **state)
{
	struct work *work = *state;
	struct strbuf first = STRBUF_INIT, second = STRBUF_INIT;
	struct session *ben;

	assert_int_equal(session_open("b.evs", STORE_READ, "ben", &ben, NULL), 0);
	shell("rm b.evs");
	assert_int_equal(session_rescue(work->ana, &first, NULL), 0);
	assert_int_equal(strncmp(first.text, "./b-rescued-", 12), 0);
	assert_int_equal(expect_same(work->ana, first.text), ACTIONS);
	assert_int_equal(session_rescue(ben, &second, NULL), 0);
	assert_string_equal(second.text, first.text);
	session_close(ben);
	strbuf_release(&first);
	strbuf_release(&second);
}

static void a_board_is_kept_elsewhere_when_its_folder_is_gone(void **state)
{
	struct work *work = *state;
	struct strbuf file = STRBUF_INIT;

	session_close(work->ana);
	shell("mkdir d && cp b.evs d");
	assert_int_equal(session_open("d/b.evs", STORE_WRITE, "ana", &work->ana, NULL), 0);
	shell("rm -r d");
	assert_int_equal(session_rescue(work->ana, &file, NULL), 0);
	assert_int_equal(strncmp(file.text, work->folder, strlen(work->folder)), 0);
	assert_int_equal(expect_same(work->ana, file.text), ACTIONS);
	strbuf_release(&file);
}

static void a_copy_of_a_board_in_its_place_is_made_too(void **state)
{
	struct work *work = *state;
	struct strbuf note = STRBUF_INIT;

	assert_int_equal(session_write(work->ana, "copy.evs", &note, NULL), 0);
	assert_int_equal(note.len, 0);
	assert_int_equal(expect_same(work->ana, "copy.evs"), ACTIONS);
	assert_string_equal(session_path(work->ana), "b.evs");
	strbuf_release(&note);
}

#define RESCUE_TEST(name) cmocka_unit_test_setup_teardown(name, begin, end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		RESCUE_TEST(a_removed_file_is_written_whole),
		RESCUE_TEST(a_replaced_file_is_written_whole),
		RESCUE_TEST(a_moved_file_is_copied_or_gone_on_with),
		RESCUE_TEST(an_overwritten_file_is_written_from_memory),
		RESCUE_TEST(who_has_only_looked_goes_on_too),
		RESCUE_TEST(an_overwritten_import_is_gone_on_with),
		RESCUE_TEST(an_overwritten_file_without_history_is_written_whole),
		RESCUE_TEST(a_file_that_comes_back_is_worked_on),
		RESCUE_TEST(a_copy_that_goes_on_brings_what_it_has),
		RESCUE_TEST(a_board_is_kept_once_beside_its_place),
		RESCUE_TEST(a_board_is_kept_elsewhere_when_its_folder_is_gone),
		RESCUE_TEST(a_copy_of_a_board_in_its_place_is_made_too),
	};

	return cmocka_run_group_tests_name("session/rescue", tests, NULL, NULL);
}
