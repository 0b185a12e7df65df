#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
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
	doorbell_answer(bell, from.name, "x", 1);
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
	assert_int_equal(doorbell_missed(loud), DEAF);
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

static void one_alone_is_answered(void **state)
{
	struct doorbell *bell = doorbell_new(path), *other = doorbell_new(path);
	char bytes[DOORBELL_BYTES], self[DOORBELL_NAME_BYTES];
	struct doorbell_sender from;
	size_t len;

	(void)state;
	assert_true(doorbell_listen(bell) >= 0);
	snprintf(self, sizeof(self), "%ld", (long)getpid());
	doorbell_answer(other, "", "x", 1);
	doorbell_answer(other, "1", "x", 1);
	assert_false(doorbell_read(bell, bytes, &len, &from));
	doorbell_answer(other, self, "hello", 5);
	assert_true(doorbell_read(bell, bytes, &len, &from));
	assert_string_equal(from.name, self);
	doorbell_free(other);
	doorbell_free(bell);
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(one_rings_and_the_other_hears),
		cmocka_unit_test(a_stale_socket_is_taken_away_and_delays_nobody),
		cmocka_unit_test(a_flood_is_cut_and_never_waited_for),
		cmocka_unit_test(who_does_not_read_keeps_nobody_from_hearing),
		cmocka_unit_test(one_alone_is_answered),
		cmocka_unit_test(a_folder_that_others_may_read_is_closed_to_them),
		cmocka_unit_test(a_folder_that_others_may_write_to_has_no_bell),
	};

	return cmocka_run_group_tests_name("live/doorbell", tests, with_folder, without_folder);
}
