#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/strbuf.h"
#include "base/vec.h"

static void memory_is_never_null(void **state)
{
	char *memory = mem_zalloc(16);

	(void)state;
	for (size_t i = 0; i < 16; i++)
		assert_int_equal(memory[i], 0);
	memory = mem_resize(memory, 0, 0);
	assert_non_null(memory);
	free(memory);
	free(mem_alloc(0));
}

static void copies_end_with_nul(void **state)
{
	char *whole = mem_strdup("order"), *part = mem_strndup("order", 2);

	(void)state;
	assert_string_equal(whole, "order");
	assert_string_equal(part, "or");
	assert_null(mem_strdup(NULL));
	assert_null(mem_strndup(NULL, 3));
	free(whole);
	free(part);
}

static void mem_test_overflow(void)
{
	mem_resize(NULL, SIZE_MAX / 2, 4);
}

static void mem_test_vec(void)
{
	struct vec vec = VEC_INIT(int);

	vec_at(&vec, 0);
}

static void mem_test_truncate(void)
{
	struct strbuf sb = STRBUF_INIT;

	strbuf_truncate(&sb, 1);
}

static void mem_test_remove(void)
{
	struct strbuf sb = STRBUF_INIT;

	strbuf_remove(&sb, 0, 1);
}

static void mem_test_insert(void)
{
	struct strbuf sb = STRBUF_INIT;

	strbuf_insert(&sb, 1, "x", 1);
}

static void mem_test_grow(void)
{
	struct strbuf sb = STRBUF_INIT;

	strbuf_addstr(&sb, "x");
	strbuf_grow(&sb, SIZE_MAX);
}

/* Runs MISUSE in a child; how that ended, and what it said. */
static int mem_test_child(void (*misuse)(void), char *said, size_t size)
{
	int pipes[2], status = 0;
	ssize_t len;
	pid_t child;

	assert_int_equal(pipe(pipes), 0);
	child = fork();
	if (!child) {
		signal(SIGABRT, SIG_DFL);
		dup2(pipes[1], STDERR_FILENO);
		misuse();
		_exit(0);
	}
	close(pipes[1]);
	len = read(pipes[0], said, size - 1);
	said[len > 0 ? len : 0] = '\0';
	close(pipes[0]);
	waitpid(child, &status, 0);
	return status;
}

static void the_impossible_ends_the_program_with_a_word(void **state)
{
	static const struct {
		void (*misuse)(void);
		const char *says;
	} rows[] = {
		{mem_test_overflow, "out of memory"},
		{mem_test_vec, "element 0 of 0"},
		{mem_test_truncate, "cannot be cut"},
		{mem_test_remove, "bytes 0 to 1 of 0"},
		{mem_test_insert, "byte 1 of 0"},
		{mem_test_grow, "cannot grow"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		char said[512];
		int status = mem_test_child(rows[i].misuse, said, sizeof(said));

		assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
		if (!strstr(said, rows[i].says) || !strstr(said, ".c:"))
			fail_msg("“%s” must be said, with file and line, not “%s”", rows[i].says, said);
	}
	assert_string_equal(mem_last_words(), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_is_never_null),
		cmocka_unit_test(copies_end_with_nul),
		cmocka_unit_test(the_impossible_ends_the_program_with_a_word),
	};

	return cmocka_run_group_tests_name("base/mem", tests, NULL, NULL);
}
