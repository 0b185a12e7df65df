/* What people do to the file of a board while two have it open: both are told at once, nothing is lost, and work goes
 * on. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "lib/child.h"
#include "lib/person.h"

#define LIMIT_MS PERSON_LIMIT_MS

/* So soon everybody has to be told. */
#define TOLD_MS 2000

static struct sandbox box;

/* Runs COMMAND in the folder of the boards. */
static char *shell_text(const char *command)
{
	char *argv[] = {(char *)"sh", (char *)"-c", NULL, NULL};
	char line[400], *output = NULL;

	snprintf(line, sizeof(line), "cd \"$EVSTORM_BOARDS\" && %s", command);
	argv[2] = line;
	if (sandbox_run(&box, argv, &output, LIMIT_MS))
		fail_msg("“%s” must be done: %s", command, output);
	return output;
}

static void shell(const char *command)
{
	free(shell_text(command));
}

static struct screen *come(const char *name, const char *option, int rows, int columns)
{
	return person_comes(&box, rows, columns, name, option, "Second");
}

static int with_board(void **state)
{
	(void)state;
	if (!sandbox_init(&box))
		return -1;
	shell("evstorm new b && evstorm do b add event First && cp b.evs older.evs && evstorm do b add event Second");
	return 0;
}

static int without_board(void **state)
{
	(void)state;
	sandbox_release(&box);
	return 0;
}

/* Does COMMAND to the file; everybody sees SAYS without a key, in time. */
static void tells(struct screen *const screens[], size_t count, const char *command, const char *says)
{
	long long since;

	shell(command);
	since = child_now_ms();
	for (size_t i = 0; i < count; i++)
		person_sees(screens[i], says);
	assert_true(child_now_ms() - since < TOLD_MS);
}

/* The stickies of the board NAME, by id. */
static void holds(const char *name, const char *texts)
{
	char command[200], *output;

	snprintf(command, sizeof(command),
		"evstorm verify %s >&2 && evstorm export %s -f csv | cut -d, -f3 | tr '\\n' ' '", name, name);
	output = shell_text(command);
	if (!strstr(output, texts))
		fail_msg("%s must hold “%s”, not “%s”", name, texts, output);
	free(output);
}

static void a_moved_file_is_gone_on_with(void **state)
{
	struct screen *two[] = {come("ana", NULL, 24, 80), come("eva", "-r", 16, 60)};

	(void)state;
	tells(two, 2, "mv b.evs new.evs", "moved to");
	assert_true(screen_contains(two[1], "new.evs"));
	assert_true(screen_contains(two[0], "First"));
	person_keys(two[0], "x");
	person_sees(two[0], "until the file is back in order");
	assert_true(screen_contains(two[0], "First"));
	tells(two, 2, "mv new.evs b.evs", "is back in its place");
	person_keys(two[0], "ggjiThird");
	person_sees(two[0], "Third");
	tells(two, 2, "mv b.evs new.evs", "moved to");
	person_keys(two[0], "<Enter>");
	person_sees(two[0], "until the file is back in order");
	person_keys(two[0], "<C-s>");
	person_sees(two[0], "Go on in");
	person_keys(two[0], "<Enter>");
	person_sees(two[0], "nothing is lost");
	person_keys(two[0], "!<Enter>");
	person_sees(two[0], "saved · 3");
	person_keys(two[1], "<C-s><Enter>");
	person_sees(two[1], "Third!");
	person_leaves(two[0], "q");
	person_leaves(two[1], "q");
	holds("./new.evs", "First Second Third!");
}

static void a_removed_file_is_written_anew(void **state)
{
	struct screen *two[] = {come("ana", NULL, 24, 80), come("ben", NULL, 16, 80)};
	char *list;

	(void)state;
	tells(two, 2, "rm b.evs", "the file was removed");
	person_keys(two[1], "q");
	person_sees(two[1], "Leave, and lose it?");
	person_keys(two[1], "<Esc>");
	assert_true(screen_wait_gone(two[1], "lose it", LIMIT_MS));
	person_keys(two[0], "q");
	person_sees(two[0], "Leave, and lose it?");
	person_keys(two[0], "w<C-u>third<Enter>");
	assert_true(screen_wait_gone(two[0], "lose it", LIMIT_MS));
	tells(two, 1, "rm third.evs", "the file was removed");
	free(shell_text("echo mine > note.evs"));
	person_keys(two[0], ":write note<Enter>");
	person_sees(two[0], "already exists; choose another name");
	person_keys(two[0], ":write other<Enter>");
	person_sees(two[0], "nothing is lost");
	person_sees(two[1], "ana: I am now working in ");
	person_keys(two[0], "llliThird<Enter>");
	person_sees(two[0], "saved · 3");
	person_keys(two[1], ":write other<Enter>");
	person_sees(two[1], "Third");
	person_keys(two[1], ":add event Fourth<Enter>");
	person_sees(two[0], "Fourth");
	person_leaves(two[0], "q");
	person_leaves(two[1], "q");
	holds("other", "First Second Third Fourth");
	list = shell_text("ls");
	assert_null(strstr(list, "rescued"));
	free(list);
}

static void an_older_copy_is_not_written_to(void **state)
{
	struct screen *two[] = {come("ana", NULL, 24, 80), come("ben", NULL, 24, 80)};

	(void)state;
	shell("cp older.evs kept.evs");
	tells(two, 2, "mv older.evs b.evs", "replaced");
	person_keys(two[0], ":add event Third<Enter>");
	person_sees(two[0], "until the file is back in order");
	shell("cmp kept.evs b.evs");
	person_keys(two[0], "<C-s>");
	person_sees(two[0], "b-2.evs");
	person_keys(two[0], "<Enter>");
	person_sees(two[0], "nothing is lost");
	person_keys(two[0], ":add event Third<Enter>");
	person_sees(two[0], "saved · 3");
	person_keys(two[1], "<C-s>");
	person_sees(two[1], "Go on in");
	person_sees(two[1], "b-2.evs");
	person_keys(two[1], "<Enter>");
	person_sees(two[1], "Third");
	person_keys(two[1], ":add event Fourth<Enter>");
	person_sees(two[0], "Fourth");
	person_leaves(two[1], "q");
	person_leaves(two[0], "q");
	shell("cmp kept.evs b.evs");
	holds("b-2", "First Second Third Fourth");
}

static void an_overwritten_file_is_told_from_its_log(void **state)
{
	struct screen *two[] = {come("ana", NULL, 24, 80), come("eva", "-r", 24, 80)};
	int status;

	(void)state;
	person_keys(two[0], ":add event Third<Enter>");
	person_sees(two[1], "Third");
	tells(two, 2, "cat older.evs >b.evs", "overwritten");
	person_keys(two[1], ":write other<Enter>");
	person_sees(two[1], "its history begins at");
	person_leaves(two[1], "q");
	holds("other", "First Second Third");
	holds("b", "First ");
	shell("cp other.evs b.evs");
	person_keys(two[0], "qy");
	assert_true(screen_wait_exit(two[0], &status, LIMIT_MS));
	screen_close(two[0]);
}

static void a_copy_that_is_put_back_is_worked_on(void **state)
{
	struct screen *two[] = {come("ana", NULL, 24, 80), come("eva", "-r", 24, 80)};

	(void)state;
	shell("cp b.evs copy.evs");
	tells(two, 2, "rm b.evs", "removed");
	tells(two, 2, "mv copy.evs b.evs", "is back in its place");
	person_keys(two[0], ":add event Third<Enter>");
	person_sees(two[1], "Third");
	shell("cp b.evs copy.evs");
	tells(two, 2, "mv copy.evs b.evs", "was put back and is the same board");
	person_keys(two[0], ":add event Fourth<Enter>");
	person_sees(two[1], "Fourth");
	person_leaves(two[0], "q");
	person_leaves(two[1], "q");
	holds("b", "First Second Third Fourth");
}

/* Nobody is there to be asked: a file is left behind, with it what was being typed, once for all. */
static void who_is_cut_off_leaves_a_file(void **state)
{
	struct screen *two[] = {come("ana", NULL, 24, 80), come("ben", NULL, 24, 80)};
	struct screen *again;
	char *name, *end;
	char *argv[] = {(char *)"evstorm", NULL, (char *)"--as", (char *)"ana", NULL};
	int status;

	(void)state;
	person_keys(two[0], "llliHalf a thou");
	person_sees(two[0], "Half a thou");
	tells(two, 2, "rm b.evs", "removed");
	screen_hangup(two[0]);
	assert_true(screen_wait_exit(two[0], &status, LIMIT_MS));
	screen_close(two[0]);
	assert_int_equal(screen_signal(two[1], SIGTERM), 0);
	assert_true(screen_wait_exit(two[1], &status, LIMIT_MS));
	screen_close(two[1]);
	name = shell_text("! evstorm show b 2>&1");
	if (!strstr(name, "kept when its file was lost: evstorm ") || !strstr(name, "/b-rescued-"))
		fail_msg("“%s” must tell the rescued file", name);
	free(name);
	name = shell_text("echo \"$PWD\"/b-rescued-*.evs");
	end = strchr(name, '\n');
	assert_true(end && !strchr(name, ' ') && !strchr(name, '*'));
	*end = '\0';
	argv[1] = name;
	again = screen_start(24, 80, argv, box.env.items);
	person_sees(again, "Half a thou");
	person_keys(again, "ght<Enter>");
	person_sees(again, "saved · 3");
	person_leaves(again, "q");
	holds(name, "First Second Half a thought");
	free(name);
}

/* Those who came in over SSH can do nothing to the files of the host, and lose nothing either. */
static void who_was_invited_names_no_file(void **state)
{
	char list[400], board[400], *folder, *names;
	char *argv[] = {(char *)"evstorm", (char *)"attend", (char *)"--", list, (char *)"ana", (char *)"participant",
		board, NULL};
	struct screen *ana;
	int status;

	(void)state;
	shell("printf 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIA%042d ana\\n' 0 >key.pub && evstorm invite b ana key.pub");
	folder = shell_text("pwd");
	folder[strcspn(folder, "\n")] = '\0';
	snprintf(list, sizeof(list), "%s.host/authorized_keys", folder);
	snprintf(board, sizeof(board), "%s/b.evs", folder);
	free(folder);
	ana = screen_start(16, 60, argv, box.env.items);
	person_sees(ana, "Second");
	person_keys(ana, ":write stolen<Enter>");
	person_sees(ana, "is for whoever opened the file");
	tells(&ana, 1, "mkdir d && mv b.evs d", "moved to");
	person_sees(ana, "Nothing is lost");
	person_keys(ana, ":write d/b.evs<Enter>");
	person_sees(ana, "is for whoever opened the file");
	tells(&ana, 1, "rm d/b.evs", "the file was removed");
	person_sees(ana, "Whoever opened the board can save it");
	person_keys(ana, "q");
	person_sees(ana, "A copy is kept");
	assert_false(screen_contains(ana, "save it to a file"));
	person_keys(ana, "y");
	assert_true(screen_wait_exit(ana, &status, LIMIT_MS));
	screen_close(ana);
	names = shell_text("ls");
	assert_null(strstr(names, "stolen"));
	free(names);
	holds("\"$PWD\"/b-rescued-*.evs", "First Second");
}

/* Who looks at a saved workshop again is told as well, and what was read can still be looked at. */
static void who_reviews_is_told(void **state)
{
	char *argv[] = {(char *)"evstorm", (char *)"review", (char *)"b", NULL};
	struct screen *eva = screen_start(20, 60, argv, box.env.items);

	(void)state;
	person_sees(eva, "Second");
	tells(&eva, 1, "mv b.evs new.evs", "moved to");
	person_keys(eva, ",");
	assert_true(screen_wait_gone(eva, "Second", LIMIT_MS));
	shell("mv new.evs b.evs");
	assert_true(screen_wait_gone(eva, "moved to", LIMIT_MS));
	tells(&eva, 1, "cat older.evs >b.evs", "overwritten");
	person_leaves(eva, "q");
}

static void scripts_stop_and_leave_a_file(void **state)
{
	char *output;

	(void)state;
	output = shell_text(
		"mkfifo line && (evstorm do b - <line; echo \"status $?\") >out 2>&1 & "
		"cd \"$EVSTORM_BOARDS\"; while [ ! -p line ]; do :; done; exec 3>line; echo add event Third >&3; "
		"while ! grep -q 3 out; do :; done; rm b.evs; "
		"echo add event Fourth >&3; exec 3>&-; wait; cat out");
	if (!strstr(output, "line 2") || !strstr(output, "status 3") || !strstr(output, "rescued"))
		fail_msg("“%s” must tell the line, the status 3 and the file", output);
	free(output);
	holds("./b-rescued-*.evs", "First Second Third ");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_moved_file_is_gone_on_with, with_board, without_board),
		cmocka_unit_test_setup_teardown(a_removed_file_is_written_anew, with_board, without_board),
		cmocka_unit_test_setup_teardown(an_older_copy_is_not_written_to, with_board, without_board),
		cmocka_unit_test_setup_teardown(an_overwritten_file_is_told_from_its_log, with_board, without_board),
		cmocka_unit_test_setup_teardown(a_copy_that_is_put_back_is_worked_on, with_board, without_board),
		cmocka_unit_test_setup_teardown(who_is_cut_off_leaves_a_file, with_board, without_board),
		cmocka_unit_test_setup_teardown(who_was_invited_names_no_file, with_board, without_board),
		cmocka_unit_test_setup_teardown(who_reviews_is_told, with_board, without_board),
		cmocka_unit_test_setup_teardown(scripts_stop_and_leave_a_file, with_board, without_board),
	};

	return cmocka_run_group_tests_name("live/file", tests, NULL, NULL);
}
