/*
 * Twenty processes work on one board at random, some of them through “evstorm do”, and some are killed and started
 * anew. When all is quiet every process has the same board, and so has whoever reads the tables, goes through the
 * log, or makes a new board from what was exported.
 *
 * EVSTORM_SEED sets what they do (not in which order they come), EVSTORM_ROUNDS how many actions each does.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "format/format.h"
#include "lib/gen.h"
#include "lib/picture.h"
#include "lib/sandbox.h"
#include "session/replay.h"
#include "session/session.h"

#define CONVERGE_SEATS 20
#define CONVERGE_FEEDERS 4 /* of them, those that go through “evstorm do” */
#define CONVERGE_FED 5     /* lines that each of these is given */
#define CONVERGE_KILLS 12
#define CONVERGE_BOARD "b.evs"
#define CONVERGE_LIMIT_MS 60000

/* One who works. */
struct converge_seat {
	pid_t pid;
	int done; /* actions, whether they came to something or were refused */
	uint64_t seed;
};

struct converge {
	struct sandbox box;
	struct converge_seat seats[CONVERGE_SEATS];
	struct gen gen;
	uint64_t seed;
	int quota;       /* actions of each */
	int progress[2]; /* a pipe: the number of a seat for each action */
	int end[2];      /* a pipe that is closed when all have done theirs */
};

/* ---- in the processes that work ---- */

static _Noreturn void converge_give_up(const char *what, const struct error *err)
{
	dprintf(STDERR_FILENO, "# process %ld: %s: %s\n", (long)getpid(), what, err ? err->text : strerror(errno));
	_exit(3);
}

static void converge_report(const struct converge *all, int seat)
{
	char byte = (char)seat;

	if (write(all->progress[1], &byte, 1) != 1)
		converge_give_up("the pipe", NULL);
}

/* Runs one to three lines as an action; whatever is refused is refused. */
static void converge_act(struct gen *gen, struct session *session)
{
	struct session_report report = SESSION_REPORT_INIT;
	struct strbuf text[3] = {STRBUF_INIT, STRBUF_INIT, STRBUF_INIT};
	struct error err = ERROR_INIT;
	struct words lines[3];
	size_t count = gen_once_in(gen, 4) ? 3 : 1;

	for (size_t i = 0; i < count; i++) {
		if (count == 1 && gen_once_in(gen, 4))
			strbuf_addstr(&text[i], gen_once_in(gen, 3) ? "redo" : "undo");
		else
			gen_line(gen, session_board(session), &text[i]);
		words_from_line(&lines[i], text[i].text);
	}
	if (session_run(session, lines, count, NULL, &report, &err) == ERROR_SYSTEM)
		converge_give_up(text[0].text, &err);
	for (size_t i = 0; i < 3; i++)
		strbuf_release(&text[i]);
	session_report_release(&report);
}

/* Writes what this process has for a board: all of it, and as CSV. */
static void converge_write(const struct board *board, int seat)
{
	const struct format_options options = {0};
	struct strbuf picture = STRBUF_INIT;
	struct error err = ERROR_INIT;
	char name[32];
	FILE *out;

	snprintf(name, sizeof(name), "picture.%d", seat);
	picture_whole(board, &picture);
	out = fopen(name, "w");
	if (!out || fwrite(picture.text, 1, picture.len, out) != picture.len || fclose(out))
		converge_give_up(name, NULL);
	snprintf(name, sizeof(name), "csv.%d", seat);
	out = fopen(name, "w");
	if (!out || format_find("csv")->write(board, &options, out, &err) || fclose(out))
		converge_give_up(name, &err);
	strbuf_release(&picture);
}

static _Noreturn void converge_work(struct converge *all, int seat)
{
	struct session *session = NULL;
	struct error err = ERROR_INIT;
	struct gen gen = {all->seats[seat].seed};
	char name[16], byte;

	snprintf(name, sizeof(name), "p%d", seat);
	if (session_open(CONVERGE_BOARD, STORE_WRITE, name, &session, &err))
		converge_give_up("opening", &err);
	if (seat % 2)
		doorbell_listen(session_doorbell(session));
	for (int i = all->seats[seat].done; i < all->quota; i++) {
		converge_act(&gen, session);
		if (gen_once_in(&gen, 3) && session_catch_up(session, NULL, &err))
			converge_give_up("catching up", &err);
		converge_report(all, seat);
	}
	while (read(all->end[0], &byte, 1) > 0)
		;
	if (session_catch_up(session, NULL, &err))
		converge_give_up("catching up at the end", &err);
	converge_write(session_board(session), seat);
	session_close(session);
	_exit(0);
}

/* Gives “evstorm do” a few lines, the first of which it always does. */
static void converge_feed(struct gen *gen, const char *name)
{
	static const char *const lines[] = {"add event fed", "add command -c 3 fed", "phase 2 early", "title Fed",
		"insert-column 2", "lane 1 upper", "undo", "redo", "step next", "insert-row 2", "add policy fed"};
	int ends[2], status;
	pid_t pid;
	FILE *out;

	if (pipe2(ends, O_CLOEXEC) || (pid = fork()) < 0)
		converge_give_up("a process", NULL);
	if (!pid) {
		int nothing = open("/dev/null", O_WRONLY);

		if (dup2(ends[0], 0) < 0 || dup2(nothing, 1) < 0 || dup2(nothing, 2) < 0)
			_exit(99);
		execlp("evstorm", "evstorm", "do", CONVERGE_BOARD, "--as", name, "-", (char *)NULL);
		_exit(99);
	}
	close(ends[0]);
	out = fdopen(ends[1], "w");
	for (int i = 0; out && i < CONVERGE_FED; i++)
		fprintf(out, "%s\n", lines[i ? (size_t)gen_below(gen, ARRAY_SIZE(lines)) : 0]);
	if (!out || fclose(out))
		converge_give_up("feeding", NULL);
	if (waitpid(pid, &status, 0) != pid || !WIFEXITED(status) || WEXITSTATUS(status) > 1)
		converge_give_up("evstorm do", NULL);
}

static _Noreturn void converge_feed_all(struct converge *all, int seat)
{
	struct gen gen = {all->seats[seat].seed};
	char name[16];

	snprintf(name, sizeof(name), "p%d", seat);
	signal(SIGPIPE, SIG_IGN); /* one that refuses a line does not read the rest */
	for (int i = all->seats[seat].done; i < all->quota; i++) {
		if (i % CONVERGE_FED == 0)
			converge_feed(&gen, name);
		converge_report(all, seat);
	}
	_exit(0);
}

/* ---- in the test ---- */

static void converge_start(struct converge *all, int seat)
{
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (!pid) {
		setpgid(0, 0);
		close(all->end[1]);
		if (seat < CONVERGE_FEEDERS)
			converge_feed_all(all, seat);
		converge_work(all, seat);
	}
	setpgid(pid, pid);
	all->seats[seat].pid = pid;
}

/* Kills somebody who is not done yet, with all they have started, and starts them anew. */
static void converge_kill(struct converge *all)
{
	int seat = gen_below(&all->gen, CONVERGE_SEATS), status;

	if (all->seats[seat].done >= all->quota)
		return;
	kill(-all->seats[seat].pid, SIGKILL);
	assert_int_equal(waitpid(all->seats[seat].pid, &status, 0), all->seats[seat].pid);
	all->seats[seat].seed += 1000003;
	converge_start(all, seat);
}

static void converge_watch(struct converge *all)
{
	int total = all->quota * CONVERGE_SEATS, every = total / CONVERGE_KILLS;
	struct pollfd wait = {.fd = all->progress[0], .events = POLLIN};

	for (int done = 0; done < total;) {
		char seat = 0;

		if (poll(&wait, 1, CONVERGE_LIMIT_MS) != 1 || read(wait.fd, &seat, 1) != 1)
			fail_msg("seed %" PRIu64 ": after %d of %d actions nothing happens any more", all->seed, done,
				total);
		done++;
		all->seats[(int)seat].done++;
		if (done % every == 0)
			converge_kill(all);
		/* what a killed one had reported and nobody had read yet counts as well */
		if (all->seats[(int)seat].done > all->quota)
			done--;
	}
	close(all->end[1]);
	for (int i = 0; i < CONVERGE_SEATS; i++) {
		int status;

		assert_int_equal(waitpid(all->seats[i].pid, &status, 0), all->seats[i].pid);
		if (status)
			fail_msg("seed %" PRIu64 ": process %d must end well, not with %d", all->seed, i, status);
	}
}

static void converge_read(const char *name, struct strbuf *out)
{
	FILE *in = fopen(name, "r");
	char part[4096];
	size_t len;

	if (!in)
		fail_msg("%s: %s", name, strerror(errno));
	while ((len = fread(part, 1, sizeof(part), in)) > 0)
		strbuf_add(out, part, len);
	fclose(in);
}

static void converge_must_be(const struct converge *all, const char *got, const char *should, const char *who)
{
	size_t at = 0;

	while (got[at] && got[at] == should[at])
		at++;
	if (got[at] || should[at])
		fail_msg("seed %" PRIu64 ": %s differs from byte %zu on:\n%.300s\nmust be\n%.300s", all->seed, who, at,
			got + at, should + at);
}

/* What each process had in its memory is what SHOULD says. */
static void converge_compare_seats(const struct converge *all, const char *kind, const char *should)
{
	for (int i = CONVERGE_FEEDERS; i < CONVERGE_SEATS; i++) {
		struct strbuf text = STRBUF_INIT;
		char name[32];

		snprintf(name, sizeof(name), "%s.%d", kind, i);
		converge_read(name, &text);
		converge_must_be(all, text.text, should, name);
		strbuf_release(&text);
	}
}

/* The board that the tables of FILE hold; its log must give the same. */
static void converge_tables(const struct converge *all, const char *file, struct strbuf *picture)
{
	struct session *session = NULL;
	struct error err = ERROR_INIT;

	if (session_open(file, STORE_READ, "late", &session, &err) || store_verify(session_store(session), &err))
		fail_msg("seed %" PRIu64 ": %s must be sound: %s", all->seed, file, err.text);
	picture_whole(session_board(session), picture);
	if (picture_fault(session_board(session)))
		fail_msg("seed %" PRIu64 ": %s", all->seed, picture_fault(session_board(session)));
	session_close(session);
}

/* The log gone through to its end, back to its beginning, and to its end again, by way of everywhere. */
static void converge_replay(struct converge *all, const char *should)
{
	struct replay *replay = NULL;
	struct error err = ERROR_INIT;

	if (replay_open(CONVERGE_BOARD, &replay, &err))
		fail_msg("seed %" PRIu64 ": the log must be whole: %s", all->seed, err.text);
	for (int i = 0; i < 20; i++) {
		struct strbuf picture = STRBUF_INIT;
		size_t count = replay_count(replay);
		size_t at = i ? (size_t)gen_below(&all->gen, (int)count + 1) : 0;

		picture_whole(replay_board(replay), &picture);
		converge_must_be(all, picture.text, should, "the board at the end of its replay");
		strbuf_release(&picture);
		if (replay_seek(replay, at, &err) || replay_seek(replay, count, &err))
			fail_msg("seed %" PRIu64 ": the replay must go to %zu and back: %s", all->seed, at, err.text);
	}
	replay_close(replay);
}

static char *converge_run(struct converge *all, const char *command)
{
	char *argv[] = {(char *)"sh", (char *)"-c", (char *)command, NULL};
	char *output = NULL;
	int status = sandbox_run(&all->box, argv, &output, CONVERGE_LIMIT_MS);

	if (status)
		fail_msg(
			"seed %" PRIu64 ": “%s” must be done, not end with %d: %s", all->seed, command, status, output);
	return output;
}

static void converge_compare(struct converge *all)
{
	struct strbuf board = STRBUF_INIT, again = STRBUF_INIT;
	char *csv, *same;

	converge_tables(all, CONVERGE_BOARD, &board);
	converge_compare_seats(all, "picture", board.text);
	converge_replay(all, board.text);
	csv = converge_run(all, "evstorm export " CONVERGE_BOARD " -f csv");
	converge_compare_seats(all, "csv", csv);
	free(converge_run(
		all, "evstorm export " CONVERGE_BOARD " -f csv -o folder/ && evstorm new again.evs -i folder"));
	converge_tables(all, "again.evs", &again);
	converge_must_be(all, again.text, board.text, "the board made from what was exported");
	same = converge_run(all, "evstorm export again.evs -f csv");
	converge_must_be(all, same, csv, "its CSV");
	free(same);
	free(csv);
	strbuf_release(&board);
	strbuf_release(&again);
}

static void all_boards_are_one_when_all_is_quiet(void **state)
{
	struct converge all = {.seed = gen_seed(), .quota = gen_rounds(100)};

	(void)state;
	gen_start(&all.gen, all.seed);
	assert_true(sandbox_init(&all.box));
	arglist_unset(&all.box.env, "EVSTORM_BOARDS");
	setenv("PATH", arglist_get(&all.box.env, "PATH", 4), 1);
	unsetenv("EVSTORM_BOARDS");
	free(converge_run(&all, "evstorm new " CONVERGE_BOARD " && evstorm do " CONVERGE_BOARD " add event first"));
	assert_int_equal(pipe2(all.progress, O_CLOEXEC), 0);
	assert_int_equal(pipe2(all.end, O_CLOEXEC), 0);
	for (int i = 0; i < CONVERGE_SEATS; i++) {
		all.seats[i].seed = all.seed * 100 + (uint64_t)i;
		converge_start(&all, i);
	}
	converge_watch(&all);
	converge_compare(&all);
	sandbox_release(&all.box);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_boards_are_one_when_all_is_quiet),
	};

	return cmocka_run_group_tests_name("live/converge", tests, NULL, NULL);
}
