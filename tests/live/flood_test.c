/* What somebody does to the sockets and files beside a board, and one who does not read theirs, disturb nobody's work.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include "lib/child.h"
#include "lib/person.h"
#include "live/roster.h"
#include "live/wakeup.h"

#define LIMIT_MS PERSON_LIMIT_MS
#define FLOOD_MS 2000
#define FLOOD_A_SECOND 10000
#define FLOOD_SOCKETS 50
#define LIVE "../boards/b.evs.live"

static struct sandbox box;

static struct screen *come(const char *name)
{
	return person_comes(&box, 30, 100, name, NULL, "empty");
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

static struct sockaddr_un address(const char *name)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};

	snprintf(address.sun_path, sizeof(address.sun_path), LIVE "/%s", name);
	return address;
}

/* ---- the stranger ---- */

/* Message NUMBER of the flood; its length. */
static size_t stranger_says(int number, char *out, size_t size)
{
	static const char *const texts[] = {"", "x", "say", "evstorm1 log", "evstorm2 log", "evstorm3 say ",
		"evstorm3 here", "evstorm3 here 1 1 2 0 0 1 1 0 1 1 9 9 mal", "evstorm3 summon 0 0", "evstorm9 say x"};

	if (number % 4 == 0)
		return (size_t)snprintf(out, size, "evstorm3 spotlight %d", 1000 + number); /* no sticky */
	if (number % 4 == 1) {
		for (size_t i = 0; i < size; i++)
			out[i] = (char)((unsigned)number * 2654435761u >> (i % 24));
		return (size_t)number % size;
	}
	return (size_t)snprintf(out, size, "%s", texts[(size_t)number % (sizeof(texts) / sizeof(texts[0]))]);
}

/* Shows somebody else each time and wakes everybody; now and then writes half an entry, and over those of others. */
static void stranger_shows(struct roster *roster, int folder, int wakeup, int number)
{
	char text[ROSTER_TEXT_BYTES];

	snprintf(text, sizeof(text), "evstorm%d here %d %d 2 0 0 1 1 0 1 1 9 9 mal\033]0;x\007%d", number % 10 ? 3 : 2,
		1 + number % 7, 1 + number % 5, number % 1000);
	roster_show(roster, folder, text);
	if (number % 3 == 0) {
		char name[40];
		int fd;

		snprintf(name, sizeof(name), ROSTER_PREFIX "%lu", (unsigned long)geteuid());
		fd = openat(folder, name, O_WRONLY);
		for (int at = roster->own + 1; fd >= 0 && at < 40; at++)
			if (pwrite(fd, text, 100, at * 512 + 300) < 0)
				break;
		close(fd);
		roster->own = -1; /* closing it has unlocked the entry */
	}
	wakeup_send(wakeup);
}

/* Sends to the process TO for a while, from many sockets, as fast as is wanted. */
static _Noreturn void stranger_floods(pid_t to)
{
	long long begin = child_now_ms();
	int sockets[FLOOD_SOCKETS], sent = 0, shown = 0;
	int folder = open(LIVE, O_RDONLY | O_DIRECTORY | O_CLOEXEC), wakeup = wakeup_open(folder, false);
	struct sockaddr_un there;
	char name[32], text[3000];
	struct roster roster;

	roster_init(&roster, epoll_create1(EPOLL_CLOEXEC));
	snprintf(name, sizeof(name), "%ld.calls", (long)to);
	there = address(name);
	for (int i = 0; i < FLOOD_SOCKETS; i++) {
		struct sockaddr_un here;

		snprintf(name, sizeof(name), "stranger%d", i);
		here = address(name);
		sockets[i] = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
		if (i % 2 && bind(sockets[i], (struct sockaddr *)&here, sizeof(here)))
			_exit(1);
	}
	for (long long now = begin; now < begin + FLOOD_MS; now = child_now_ms()) {
		for (; sent < (now - begin) * FLOOD_A_SECOND / 1000; sent++) {
			size_t len = stranger_says(sent, text, sizeof(text));

			sendto(sockets[sent % FLOOD_SOCKETS], text, len, MSG_DONTWAIT, (struct sockaddr *)&there,
				sizeof(there));
		}
		stranger_shows(&roster, folder, wakeup, shown++);
		poll(NULL, 0, 1); /* that is how fast it sends, and nothing waits for it */
	}
	roster_release(&roster);
	wakeup_send(wakeup);
	_exit(0);
}

/* Processor time that the program has taken, in ms. */
static long processor_ms(const struct screen *screen)
{
	long user = 0, system = 0;
	char path[64];
	FILE *in;

	snprintf(path, sizeof(path), "/proc/%ld/stat", (long)screen_pid(screen));
	in = fopen(path, "r");
	assert_non_null(in);
	assert_int_equal(
		fscanf(in, "%*d (%*[^)]) %*c %*d %*d %*d %*d %*d %*u %*u %*u %*u %*u %ld %ld", &user, &system), 2);
	fclose(in);
	return (user + system) * 1000 / sysconf(_SC_CLK_TCK);
}

/* How often TEXT stands in the row. */
static int times_in_row(const struct screen *screen, int row, const char *text)
{
	char *line = screen_row_text(screen, row);
	int times = 0;

	for (const char *at = line; (at = strstr(at, text)); at += strlen(text))
		times++;
	free(line);
	return times;
}

static void a_flood_of_messages_is_borne(void **state)
{
	struct screen *ana = come("ana");
	long before = processor_ms(ana);
	long long begin = child_now_ms();
	int status, keys = 0;
	pid_t stranger = fork();

	(void)state;
	if (!stranger)
		stranger_floods(screen_pid(ana));
	assert_true(screen_wait_text(ana, "mal", LIMIT_MS)); /* one is believed to be there */
	while (child_now_ms() < begin + FLOOD_MS) {
		char text[16];

		snprintf(text, sizeof(text), "k%dk", keys++);
		assert_true(screen_keys(ana, "i"));
		assert_true(screen_send(ana, text, strlen(text)));
		if (!screen_wait_text(ana, text, 2000))
			fail_msg("the keys must be answered during the flood");
		assert_true(screen_keys(ana, "<C-c>"));
		if (times_in_row(ana, 0, "mal") > 1)
			fail_msg("one process must not make up two people");
		screen_settle(ana, FLOOD_MS, 30); /* reads on until the next key */
	}
	assert_int_equal(waitpid(stranger, &status, 0), stranger);
	assert_int_equal(status, 0);
	assert_true(keys > 2);
	printf("# %d keys answered, %ld ms of processor time\n", keys, processor_ms(ana) - before);
	if (processor_ms(ana) - before > FLOOD_MS * 3 / 4)
		fail_msg("%ld ms of processor time are too many for %d messages", processor_ms(ana) - before,
			FLOOD_MS * FLOOD_A_SECOND / 1000);
	assert_true(screen_wait_gone(ana, "mal", LIMIT_MS));
	assert_null(strstr(screen_raw(ana, NULL), "\033]0;x"));
	assert_true(screen_settle(ana, 500, LIMIT_MS));
	before = processor_ms(ana);
	assert_true(screen_settle(ana, 1000, LIMIT_MS));
	if (processor_ms(ana) - before > 20)
		fail_msg("after the flood there must be nothing to do, not for %ld ms", processor_ms(ana) - before);
	person_leaves(ana, "q");
}

/* ---- one who does not read ---- */

static void one_who_is_stopped_delays_nobody(void **state)
{
	struct screen *ana = come("ana"), *ben = come("ben"), *cho = come("cho");
	char *argv[] = {(char *)"sh", (char *)"-c",
		(char *)"for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25; do"
			" echo add event -c 3 one; echo undo; done | evstorm do b - && evstorm do b add event -c 2 "
			"Last",
		NULL};
	long long begin;

	(void)state;
	assert_true(screen_wait_text(ana, "cho", LIMIT_MS));
	assert_true(screen_wait_text(cho, "ben", LIMIT_MS));
	assert_int_equal(screen_signal(cho, SIGSTOP), 0);
	begin = child_now_ms();
	for (int i = 0; i < 15; i++) {
		assert_true(screen_keys(ben, "llhh"));
		assert_true(screen_settle(ben, 5, LIMIT_MS));
	}
	assert_int_equal(sandbox_run(&box, argv, NULL, LIMIT_MS), 0);
	assert_true(screen_wait_text(ana, "Last", LIMIT_MS));
	assert_true(screen_keys(ben, "GiMore<Enter>"));
	assert_true(screen_wait_text(ana, "More", LIMIT_MS));
	if (child_now_ms() - begin > LIMIT_MS)
		fail_msg("nobody must wait for one who is stopped");
	assert_int_equal(screen_signal(cho, SIGCONT), 0);
	assert_true(screen_wait_text(cho, "More", LIMIT_MS));
	assert_true(screen_wait_text(cho, "Last", LIMIT_MS));
	person_leaves(cho, "q");
	person_leaves(ben, "q");
	person_leaves(ana, "q");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_flood_of_messages_is_borne, with_board, without_board),
		cmocka_unit_test_setup_teardown(one_who_is_stopped_delays_nobody, with_board, without_board),
	};

	return cmocka_run_group_tests_name("live/flood", tests, NULL, NULL);
}
