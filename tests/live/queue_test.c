/*
 * Thirty who write to one board without a pause, and two who look at it: nobody is refused, all come in turn, and
 * none waits for long. EVSTORM_SECONDS says for how long; with `make queue`, which is for a machine that does
 * nothing else, two seconds are the longest that anybody may wait.
 */
#include <inttypes.h>
#include <poll.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/clock.h"
#include "base/mem.h"
#include "session/session.h"

#define QUEUE_WRITERS 30
#define QUEUE_READERS 2
#define QUEUE_PEOPLE (QUEUE_WRITERS + QUEUE_READERS)
#define QUEUE_SECONDS 3
#define QUEUE_WAIT_MS 2000

/* What became of one of them. */
struct queue_share {
	int64_t done;                 /* actions, or looks */
	int64_t most_ms;              /* that one of them took */
	char error[ERROR_TEXT_BYTES]; /* why it ended early, or "" */
};

static char queue_folder[] = "/tmp/evstorm-queue-XXXXXX";
static char queue_board[64];

static int queue_setup(void **state)
{
	struct session *session;

	(void)state;
	if (!mkdtemp(queue_folder))
		return -1;
	snprintf(queue_board, sizeof(queue_board), "%s/b.evs", queue_folder);
	if (session_open(queue_board, STORE_NEW, "host", &session, NULL))
		return -1;
	for (int i = 0; i < QUEUE_WRITERS; i++) {
		struct session_report report = SESSION_REPORT_INIT;
		struct words words;

		words_from_line(&words, "add event mine");
		if (session_run(session, &words, 1, NULL, &report, NULL))
			return -1;
		session_report_release(&report);
	}
	session_close(session);
	return 0;
}

static int queue_teardown(void **state)
{
	(void)state;
	unlink(queue_board);
	return rmdir(queue_folder);
}

/* One action: writer NUMBER notes how often they did. */
static int queue_write(struct session *session, int number, int64_t count, struct error *err)
{
	struct session_report report = SESSION_REPORT_INIT;
	struct words words;
	char line[64];
	int failed;

	snprintf(line, sizeof(line), "note %d %" PRId64, number + 1, count);
	words_from_line(&words, line);
	failed = session_run(session, &words, 1, NULL, &report, err);
	session_report_release(&report);
	return failed;
}

/* Waits for somebody's ring, as a canvas does. */
static void queue_hear(struct session *session)
{
	struct pollfd bell = {.fd = doorbell_listen(session_doorbell(session)), .events = POLLIN};

	poll(&bell, 1, 10);
	doorbell_woken(session_doorbell(session));
}

static void queue_work(struct session *session, int number, int64_t until_ms, struct queue_share *share)
{
	struct error err = ERROR_INIT;

	for (int64_t now = clock_span_ms(); now < until_ms;) {
		int failed = number < QUEUE_WRITERS ? queue_write(session, number, share->done, &err)
						    : session_catch_up(session, NULL, &err);
		int64_t took = clock_span_ms() - now;

		if (failed) {
			snprintf(share->error, sizeof(share->error), "%s", err.text);
			return;
		}
		share->done++;
		share->most_ms = took > share->most_ms ? took : share->most_ms;
		if (number >= QUEUE_WRITERS)
			queue_hear(session);
		now = clock_span_ms();
	}
}

/* The process of one of them: waits until START is closed, then works for SECONDS, and tells through OUT. */
static _Noreturn void queue_person(int number, int seconds, int start, int out)
{
	struct queue_share share = {0};
	struct error err = ERROR_INIT;
	struct session *session = NULL;
	char name[16], byte;

	snprintf(name, sizeof(name), "p%d", number);
	if (session_open(queue_board, number < QUEUE_WRITERS ? STORE_WRITE : STORE_READ, name, &session, &err))
		snprintf(share.error, sizeof(share.error), "%s", err.text);
	while (read(start, &byte, 1) > 0)
		;
	if (!*share.error)
		queue_work(session, number, clock_span_ms() + seconds * INT64_C(1000), &share);
	session_close(session);
	_exit(write(out, &share, sizeof(share)) != sizeof(share));
}

static int queue_compare(const void *a, const void *b)
{
	const struct queue_share *x = a, *y = b;

	return (x->done > y->done) - (x->done < y->done);
}

/* Lets all of them work; SHARES are theirs, the writers' sorted by how much they did. */
static void queue_run(int seconds, struct queue_share shares[QUEUE_PEOPLE])
{
	int start[2], outs[QUEUE_PEOPLE][2];
	pid_t people[QUEUE_PEOPLE];

	assert_int_equal(pipe(start), 0);
	for (int i = 0; i < QUEUE_PEOPLE; i++) {
		assert_int_equal(pipe(outs[i]), 0);
		people[i] = fork();
		assert_true(people[i] >= 0);
		if (!people[i]) {
			close(start[1]);
			queue_person(i, seconds, start[0], outs[i][1]);
		}
		close(outs[i][1]);
	}
	close(start[1]);
	for (int i = 0; i < QUEUE_PEOPLE; i++) {
		int status;

		assert_int_equal(read(outs[i][0], &shares[i], sizeof(shares[i])), sizeof(shares[i]));
		close(outs[i][0]);
		assert_int_equal(waitpid(people[i], &status, 0), people[i]);
	}
	close(start[0]);
	qsort(shares, QUEUE_WRITERS, sizeof(shares[0]), queue_compare);
}

static void all_come_in_turn(void **state)
{
	const char *given = getenv("EVSTORM_SECONDS");
	int seconds = given ? atoi(given) : QUEUE_SECONDS;
	struct queue_share shares[QUEUE_PEOPLE];
	int64_t all = 0, most = 0;

	(void)state;
	queue_run(seconds, shares);
	for (int i = 0; i < QUEUE_PEOPLE; i++) {
		if (*shares[i].error)
			fail_msg("somebody was refused: %s", shares[i].error);
		all += i < QUEUE_WRITERS ? shares[i].done : 0;
		most = shares[i].most_ms > most ? shares[i].most_ms : most;
	}
	print_message("# %" PRId64 " actions in %d s, from %" PRId64 " to %" PRId64 " each; the longest took %" PRId64
		      " ms\n",
		all, seconds, shares[0].done, shares[QUEUE_WRITERS - 1].done, most);
	assert_true(shares[0].done > 0);
	assert_true(shares[QUEUE_WRITERS - 1].done <= 3 * shares[0].done + 3);
	assert_true(shares[QUEUE_WRITERS].done > 0);
	if (given)
		assert_true(most <= QUEUE_WAIT_MS);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(all_come_in_turn, queue_setup, queue_teardown),
	};

	return cmocka_run_group_tests_name("live/queue", tests, NULL, NULL);
}
