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

/* A process of its own that rings once and ends; how many it reached. */
static int ring_from_another(const char *text, int listens)
{
	int status = 0;
	pid_t pid = fork();

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
	char bytes[DOORBELL_BYTES], from[DOORBELL_NAME_BYTES];
	size_t len;

	(void)state;
	assert_int_equal(ring_from_another("nobody", 0), 0);
	assert_true(doorbell_listen(bell) >= 0);
	assert_false(doorbell_read(bell, bytes, &len, from));
	assert_int_equal(ring_from_another("hello", 0), 1);
	assert_true(doorbell_read(bell, bytes, &len, from));
	assert_int_equal(len, 5);
	assert_memory_equal(bytes, "hello", 5);
	assert_string_equal(from, "");
	assert_false(doorbell_read(bell, bytes, &len, from));
	doorbell_free(bell);
	assert_int_equal(access(live, F_OK), -1);
}

static void a_stale_socket_is_taken_away_and_delays_nobody(void **state)
{
	struct doorbell *bell = doorbell_new(path);
	char bytes[DOORBELL_BYTES], from[DOORBELL_NAME_BYTES];
	size_t len;

	(void)state;
	assert_true(doorbell_listen(bell) >= 0);
	assert_int_equal(ring_from_another("from one that dies", 1), 1);
	assert_true(doorbell_read(bell, bytes, &len, from));
	assert_string_not_equal(from, "");
	assert_int_equal(doorbell_ring(bell, "x", 1), 0);
	doorbell_free(bell);
	assert_int_equal(access(live, F_OK), -1);
}

static void a_flood_is_cut_and_never_waited_for(void **state)
{
	struct doorbell *bell = doorbell_new(path);
	char bytes[DOORBELL_BYTES], from[DOORBELL_NAME_BYTES], large[5000] = "x";
	struct doorbell *other = doorbell_new(path);
	size_t len, got = 0;

	(void)state;
	assert_true(doorbell_listen(bell) >= 0);
	for (int i = 0; i < 10000; i++)
		doorbell_ring(other, large, sizeof(large));
	while (doorbell_read(bell, bytes, &len, from)) {
		assert_true(len <= DOORBELL_BYTES);
		got++;
	}
	assert_true(got > 0 && got < 10000);
	doorbell_free(other);
	doorbell_free(bell);
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
		cmocka_unit_test(a_folder_that_others_may_write_to_has_no_bell),
	};

	return cmocka_run_group_tests_name("live/doorbell", tests, with_folder, without_folder);
}
