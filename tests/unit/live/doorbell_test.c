#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "live/doorbell.h"

static char folder[] = "/tmp/evstorm-bell-XXXXXX";
static char path[64], live[80];

static int with_folder(void **state)
{
	(void)state;
	if (!mkdtemp(folder))
		return -1;
	snprintf(path, sizeof(path), "%s/b.evs", folder);
	snprintf(live, sizeof(live), "%s.live", path);
	return 0;
}

static int without_folder(void **state)
{
	(void)state;
	return rmdir(folder);
}

static pid_t rang; /* the last that did */

/* A process of its own that rings once and ends; how many it reached. */
static int ring_from_another(const char *text, int listens)
{
	int status = 0;
	pid_t pid = rang = fork();

	if (!pid) {
		struct doorbell *bell = doorbell_new(path);
		size_t heard;

		if (listens)
			doorbell_listen(bell);
		heard = doorbell_ring(bell, text, strlen(text));
		if (!listens)
			doorbell_free(bell);
		_exit((int)heard); /* one that listens leaves its socket behind, as a killed one does */
	}
	waitpid(pid, &status, 0);
	return WEXITSTATUS(status);
}

static void one_rings_and_the_other_hears(void **state)
{
	struct doorbell *bell = doorbell_new(path);
	struct doorbell_sender from;
	char bytes[DOORBELL_BYTES];
	size_t len;

	(void)state;
	assert_int_equal(ring_from_another("nobody", 0), 0);
	assert_true(doorbell_listen(bell) >= 0);
	assert_false(doorbell_read(bell, bytes, &len, &from));
	assert_int_equal(ring_from_another("hello", 0), 1);
	assert_true(doorbell_read(bell, bytes, &len, &from));
	assert_int_equal(len, 5);
	assert_memory_equal(bytes, "hello", 5);
	assert_int_equal(atol(from.name), rang);
	assert_false(doorbell_read(bell, bytes, &len, &from));
	doorbell_free(bell);
	assert_int_equal(access(live, F_OK), -1);
}

static void a_stale_socket_is_taken_away_and_delays_nobody(void **state)
{
	struct doorbell *bell = doorbell_new(path);
	struct doorbell_sender from;
	char bytes[DOORBELL_BYTES];
	size_t len;

	(void)state;
	assert_true(doorbell_listen(bell) >= 0);
	assert_int_equal(ring_from_another("from one that dies", 1), 1);
	assert_true(doorbell_read(bell, bytes, &len, &from));
	assert_int_equal(atol(from.name), rang);
	assert_int_equal(doorbell_ring(bell, "x", 1), 0);
	doorbell_free(bell);
	assert_int_equal(access(live, F_OK), -1);
}

static void a_flood_is_cut_and_never_waited_for(void **state)
{
	struct doorbell *bell = doorbell_new(path);
	struct doorbell_sender from;
	char bytes[DOORBELL_BYTES], large[5000] = "x";
	struct doorbell *other = doorbell_new(path);
	size_t len, got = 0;

	(void)state;
	assert_true(doorbell_listen(bell) >= 0);
	for (int i = 0; i < 10000; i++)
		doorbell_ring(other, large, sizeof(large));
	while (doorbell_read(bell, bytes, &len, &from)) {
		assert_true(len <= DOORBELL_BYTES);
		got++;
	}
	assert_true(got > 0 && got < 10000);
	doorbell_free(other);
	doorbell_free(bell);
}

/* Waits for its parent to write a byte to the pipe ORDER, and listens until then without reading. Tells TELL. */
static void listen_in_another(const int order[2], const int tell[2])
{
	struct doorbell *bell = doorbell_new(path);
	char byte = doorbell_listen(bell) >= 0;

	close(order[1]);
	if (write(tell[1], &byte, 1) == 1)
		byte = (char)read(order[0], &byte, 1);
	doorbell_free(bell);
	_exit(0);
}

static void who_does_not_read_keeps_nobody_from_hearing(void **state)
{
	enum { DEAF = 40 };
	struct doorbell *bell = doorbell_new(path), *loud = doorbell_new(path);
	struct doorbell_sender from;
	char bytes[DOORBELL_BYTES] = "x", byte;
	int order[2], tell[2], status;
	size_t len;

	(void)state;
	assert_int_equal(pipe(order), 0);
	assert_int_equal(pipe(tell), 0);
	for (int i = 0; i < DEAF; i++) {
		if (!fork())
			listen_in_another(order, tell);
		assert_int_equal(read(tell[0], &byte, 1), 1);
		assert_int_equal(byte, 1);
	}
	assert_true(doorbell_listen(bell) >= 0);
	for (int i = 0; i < 600; i++) {
		assert_int_equal(doorbell_ring(loud, bytes, sizeof(bytes)), DEAF + 1);
		if (!doorbell_read(bell, bytes, &len, &from))
			fail_msg("ring %d must be heard, whoever else does not read", i);
	}
	close(order[1]);
	for (int i = 0; i < DEAF; i++)
		assert_true(wait(&status) > 0);
	close(order[0]);
	close(tell[0]);
	close(tell[1]);
	doorbell_free(loud);
	doorbell_free(bell);
	assert_int_equal(access(live, F_OK), -1);
}

/* Another process that does WORK and ends, killed when KILLED; whether that went well. */
static bool in_another(bool (*work)(struct doorbell *bell), bool killed)
{
	int status = 0;
	pid_t pid = fork();

	if (!pid) {
		struct doorbell *bell = doorbell_new(path);
		bool good = work(bell);

		if (killed && good)
			kill(getpid(), SIGKILL);
		doorbell_free(bell);
		_exit(!good);
	}
	return waitpid(pid, &status, 0) == pid && (killed ? WIFSIGNALED(status) : status == 0);
}

static bool wake(struct doorbell *bell)
{
	doorbell_wake(bell);
	return true;
}

static bool show(struct doorbell *bell)
{
	return doorbell_listen(bell) >= 0 && doorbell_show(bell, "here I am");
}

static bool readable(int fd)
{
	struct pollfd wait = {fd, POLLIN, 0};

	return poll(&wait, 1, 0) == 1;
}

static void one_write_wakes(void **state)
{
	struct doorbell *bell = doorbell_new(path);
	int fd;

	(void)state;
	assert_true(in_another(wake, false)); /* nobody is there, and nothing is left */
	assert_int_equal(access(live, F_OK), -1);
	fd = doorbell_listen(bell);
	assert_false(doorbell_woken(bell));
	assert_false(readable(fd));
	for (int i = 0; i < 3; i++) {
		assert_true(in_another(wake, false));
		assert_true(readable(fd));
		assert_true(doorbell_woken(bell));
		assert_false(readable(fd));
		assert_false(doorbell_woken(bell));
	}
	for (int i = 0; i < 200000; i++) /* more than it holds */
		doorbell_wake(bell);
	doorbell_woken(bell);
	doorbell_wake(bell);
	assert_false(readable(fd)); /* nobody wakes themselves */
	assert_false(doorbell_woken(bell));
	assert_true(in_another(wake, false));
	doorbell_wake(bell);
	assert_true(readable(fd)); /* unless somebody else did so meanwhile */
	assert_true(doorbell_woken(bell));
	assert_false(doorbell_woken(bell));
	doorbell_free(bell);
	assert_int_equal(access(live, F_OK), -1);
}

/* What was seen: how many showed something, and how many are gone. */
struct shown {
	int came, went;
	char text[DOORBELL_NAME_BYTES + 32];
	uid_t user;
};

static void note_shown(void *context, const struct doorbell_sender *from, const char *text)
{
	struct shown *shown = context;

	shown->came += text != NULL;
	shown->went += !text;
	shown->user = from->user;
	if (text)
		snprintf(shown->text, sizeof(shown->text), "%s %d %.20s", from->name, from->writes, text);
}

static struct shown look(struct doorbell *bell)
{
	struct shown shown = {0};

	doorbell_see(bell, note_shown, &shown);
	return shown;
}

static void what_is_shown_can_be_seen_without_listening(void **state)
{
	struct doorbell *bell = doorbell_new(path);
	struct shown shown;
	int status = 0;
	pid_t pid;

	(void)state;
	assert_true(doorbell_listen(bell) >= 0);
	assert_true(doorbell_show(bell, "it is me"));
	assert_int_equal(look(bell).came, 0); /* not by oneself */
	pid = fork();
	if (!pid) {
		struct doorbell *other = doorbell_new(path);

		shown = look(other);
		_exit(shown.came != 1 || !strstr(shown.text, " 1 it is me") || look(other).came != 1);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_int_equal(status, 0);
	doorbell_free(bell);
	assert_int_equal(access(live, F_OK), -1);
}

static void a_folder_that_was_removed_is_made_again(void **state)
{
	struct doorbell *bell = doorbell_new(path);
	char command[200];
	int fd;

	(void)state;
	fd = doorbell_listen(bell);
	assert_true(doorbell_show(bell, "it is me"));
	snprintf(command, sizeof(command), "rm -r %s", live);
	assert_int_equal(system(command), 0);
	doorbell_wake(bell);
	assert_int_equal(access(live, F_OK), 0); /* with everything that belongs in it */
	doorbell_woken(bell);
	assert_true(in_another(wake, false));
	assert_true(readable(fd));
	assert_int_equal(ring_from_another("hello", 0), 1);
	snprintf(command, sizeof(command), "rm %s/.wake %s/.people.*", live, live);
	assert_int_equal(system(command), 0);
	look(bell);
	doorbell_woken(bell);
	assert_true(in_another(wake, false));
	assert_true(doorbell_woken(bell));
	doorbell_free(bell);
	assert_int_equal(access(live, F_OK), -1);
}

static void the_last_removes_what_the_killed_left(void **state)
{
	struct doorbell *bell = doorbell_new(path);

	(void)state;
	assert_true(in_another(show, true));
	assert_int_equal(access(live, F_OK), 0);
	assert_true(doorbell_listen(bell) >= 0);
	assert_int_equal(look(bell).came, 0);
	doorbell_free(bell);
	assert_int_equal(access(live, F_OK), -1);
}

/* What a process sees that does not listen itself; how many. */
static int seen_by_another(void)
{
	int status = 0;
	pid_t pid = fork();

	if (!pid)
		_exit(look(doorbell_new(path)).came);
	waitpid(pid, &status, 0);
	return WEXITSTATUS(status);
}

static void another_file_gives_way_to_the_fifo(void **state)
{
	struct doorbell *bell = doorbell_new(path);
	char fifo[100];
	struct stat status;

	(void)state;
	snprintf(fifo, sizeof(fifo), "%s/.wake", live);
	assert_int_equal(mkdir(live, 0700), 0);
	assert_int_equal(symlink("/dev/null", fifo), 0);
	doorbell_wake(bell); /* who does not listen leaves it alone */
	assert_int_equal(lstat(fifo, &status), 0);
	assert_true(S_ISLNK(status.st_mode));
	assert_true(doorbell_listen(bell) >= 0);
	assert_int_equal(lstat(fifo, &status), 0);
	assert_true(S_ISFIFO(status.st_mode));
	assert_int_equal(status.st_mode & 07777, 0666);
	assert_true(in_another(wake, false));
	assert_true(doorbell_woken(bell));
	doorbell_free(bell);
	assert_int_equal(access(live, F_OK), -1);
}

/* While the FIFO cannot be made there is no bell, and this is known; then everything is as before. */
static void without_a_fifo_there_is_polling(void **state)
{
	struct doorbell *bell = doorbell_new(path);
	char fifo[100];

	(void)state;
	snprintf(fifo, sizeof(fifo), "%s/.wake", live);
	assert_false(doorbell_must_poll(bell));
	assert_true(doorbell_listen(bell) >= 0);
	assert_true(doorbell_show(bell, "it is me"));
	assert_false(doorbell_must_poll(bell));
	assert_int_equal(seen_by_another(), 1);
	assert_int_equal(unlink(fifo), 0);
	assert_int_equal(mkdir(fifo, 0700), 0);
	doorbell_wake(bell);
	assert_true(doorbell_must_poll(bell));
	assert_int_equal(doorbell_listen(bell), -1);
	assert_int_equal(rmdir(fifo), 0);
	rmdir(live);
	assert_true(doorbell_listen(bell) >= 0);
	assert_false(doorbell_must_poll(bell));
	assert_int_equal(seen_by_another(), 1);
	doorbell_free(bell);
	assert_int_equal(access(live, F_OK), -1);
}

/* The socket of a program of before the roster. */
static int listen_as_before(void)
{
	struct sockaddr_un address = {.sun_family = AF_UNIX};
	int fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);

	snprintf(address.sun_path, sizeof(address.sun_path), "%s/12345", live);
	assert_int_equal(bind(fd, (struct sockaddr *)&address, sizeof(address)), 0);
	return fd;
}

static bool is_told_as_before(int fd)
{
	char bytes[DOORBELL_BYTES];

	return recv(fd, bytes, sizeof(bytes), 0) == 12 && !memcmp(bytes, "evstorm2 log", 12);
}

static void programs_of_before_are_woken_too(void **state)
{
	struct doorbell *bell = doorbell_new(path);
	struct doorbell_sender from;
	char bytes[DOORBELL_BYTES];
	size_t len;
	int fd;

	(void)state;
	assert_true(doorbell_listen(bell) >= 0);
	doorbell_wake(bell);
	fd = listen_as_before();
	doorbell_wake(bell);
	assert_true(is_told_as_before(fd));
	doorbell_wake(bell);
	assert_true(is_told_as_before(fd));
	assert_false(is_told_as_before(fd));
	assert_true(in_another(wake, false));
	assert_true(is_told_as_before(fd));
	assert_false(doorbell_read(bell, bytes, &len, &from)); /* and nobody else */
	close(fd);
	doorbell_wake(bell);
	doorbell_free(bell);
	assert_int_equal(access(live, F_OK), -1);
}

static void a_folder_that_others_may_read_is_closed_to_them(void **state)
{
	struct doorbell *bell = doorbell_new(path);
	struct stat status;

	(void)state;
	assert_int_equal(mkdir(live, 0700), 0);
	assert_int_equal(chmod(live, 0755), 0);
	assert_true(doorbell_listen(bell) >= 0);
	assert_int_equal(stat(live, &status), 0);
	assert_int_equal(status.st_mode & 07777, 0700);
	doorbell_free(bell);
	assert_int_equal(access(live, F_OK), -1);
}

static void a_folder_that_others_may_write_to_has_no_bell(void **state)
{
	struct doorbell *bell = doorbell_new(path);

	(void)state;
	assert_int_equal(mkdir(live, 0700), 0);
	assert_int_equal(chmod(live, 0777), 0);
	assert_int_equal(doorbell_listen(bell), -1);
	assert_int_equal(doorbell_ring(bell, "x", 1), 0);
	doorbell_free(bell);
	assert_int_equal(rmdir(live), 0);
	assert_int_equal(symlink("/", live), 0);
	bell = doorbell_new(path);
	assert_int_equal(doorbell_listen(bell), -1);
	doorbell_free(bell);
	assert_int_equal(unlink(live), 0);
}

static void everybody_in_the_folder_may_ring(void **state)
{
	struct doorbell *bell = doorbell_new(path);
	mode_t mask = umask(077);
	struct stat status;
	char name[120];

	(void)state;
	assert_true(doorbell_listen(bell) >= 0);
	snprintf(name, sizeof(name), "%s/.wake", live);
	assert_int_equal(stat(name, &status), 0);
	assert_int_equal(status.st_mode & 07777, 0666);
	snprintf(name, sizeof(name), "%s/%ld.calls", live, (long)getpid());
	assert_int_equal(stat(name, &status), 0);
	assert_int_equal(status.st_mode & 07777, 0666);
	doorbell_free(bell);
	assert_int_equal(umask(mask), 077);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_rings_and_the_other_hears),
		cmocka_unit_test(a_stale_socket_is_taken_away_and_delays_nobody),
		cmocka_unit_test(a_flood_is_cut_and_never_waited_for),
		cmocka_unit_test(who_does_not_read_keeps_nobody_from_hearing),
		cmocka_unit_test(one_write_wakes),
		cmocka_unit_test(what_is_shown_can_be_seen_without_listening),
		cmocka_unit_test(a_folder_that_was_removed_is_made_again),
		cmocka_unit_test(the_last_removes_what_the_killed_left),
		cmocka_unit_test(another_file_gives_way_to_the_fifo),
		cmocka_unit_test(without_a_fifo_there_is_polling),
		cmocka_unit_test(programs_of_before_are_woken_too),
		cmocka_unit_test(everybody_in_the_folder_may_ring),
		cmocka_unit_test(a_folder_that_others_may_read_is_closed_to_them),
		cmocka_unit_test(a_folder_that_others_may_write_to_has_no_bell),
	};

	return cmocka_run_group_tests_name("live/doorbell", tests, with_folder, without_folder);
}
