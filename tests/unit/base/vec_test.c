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

#include "base/vec.h"

struct vec_test_item {
	int64_t number;
	char letter;
};

static void elements_keep_their_order(void **state)
{
	struct vec vec = VEC_INIT(struct vec_test_item);

	(void)state;
	assert_null(vec_last(&vec));
	for (int64_t i = 0; i < 100; i++) {
		struct vec_test_item *item = vec_push(&vec);

		assert_int_equal(item->number, 0);
		assert_int_equal(item->letter, 0);
		item->number = i;
		item->letter = 'x';
	}
	vec_remove(&vec, 99);
	vec_remove(&vec, 50);
	vec_remove(&vec, 0);
	assert_int_equal(vec.count, 97);
	for (size_t i = 0; i < 97; i++)
		assert_int_equal(vec_get(&vec, struct vec_test_item, i).number, i + (i < 49 ? 1 : 2));
	assert_ptr_equal(vec_last(&vec), vec_at(&vec, 96));
	vec_release(&vec);
}

static void an_element_is_clear_though_the_memory_was_used(void **state)
{
	struct vec vec;

	(void)state;
	vec_init(&vec, sizeof(struct vec_test_item));
	for (int i = 0; i < 20; i++)
		vec_add(&vec, struct vec_test_item).number = 7;
	vec_reset(&vec);
	assert_int_equal(vec.count, 0);
	assert_int_equal(vec_add(&vec, struct vec_test_item).number, 0);
	vec_release(&vec);
	assert_int_equal(vec_add(&vec, struct vec_test_item).number, 0);
	vec_release(&vec);
}

static void an_element_is_read_written_and_pointed_at(void **state)
{
	struct vec vec = VEC_INIT(struct vec_test_item);
	struct vec_test_item *first, copy;

	(void)state;
	vec_add(&vec, struct vec_test_item) = (struct vec_test_item){.number = 1, .letter = 'a'};
	vec_add(&vec, struct vec_test_item).number = 2;
	assert_int_equal(vec.count, 2);
	first = &vec_get(&vec, struct vec_test_item, 0);
	assert_ptr_equal(first, vec_at(&vec, 0));
	assert_int_equal(first->letter, 'a');
	vec_get(&vec, struct vec_test_item, 0).number = 3;
	assert_int_equal(first->number, 3);
	assert_ptr_equal(&vec_end(&vec, struct vec_test_item), vec_last(&vec));
	copy = vec_end(&vec, struct vec_test_item);
	assert_int_equal(copy.number, 2);
	assert_int_equal(copy.letter, 0);
	vec_release(&vec);
}

static void vec_test_get(struct vec *vec)
{
	(void)vec_get(vec, char, 0);
}

static void vec_test_end(struct vec *vec)
{
	(void)vec_end(vec, char);
}

static void vec_test_add(struct vec *vec)
{
	vec_add(vec, char) = 'x';
}

static void vec_test_get_past(struct vec *vec)
{
	(void)vec_get(vec, int64_t, vec->count);
}

static void vec_test_end_of_none(struct vec *vec)
{
	vec_reset(vec);
	(void)vec_end(vec, int64_t);
}

/* That WRONG, done to a vector of one number, is a BUG that says WORDS. */
static void vec_test_bug(void (*wrong)(struct vec *vec), const char *words)
{
	char message[256] = "";
	int status, ends[2];
	pid_t child;

	assert_int_equal(pipe(ends), 0);
	child = fork();
	if (child == 0) {
		struct vec vec = VEC_INIT(int64_t);

		signal(SIGABRT, SIG_DFL);
		dup2(ends[1], STDERR_FILENO);
		vec_add(&vec, int64_t) = 7;
		wrong(&vec);
		_exit(0);
	}
	close(ends[1]);
	assert_int_not_equal(read(ends[0], message, sizeof(message) - 1), -1);
	close(ends[0]);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT);
	assert_non_null(strstr(message, words));
}

static void an_element_is_found_by_its_value(void **state)
{
	struct vec vec = VEC_INIT(int64_t);

	(void)state;
	assert_false(vec_holds(&vec, int64_t, 0));
	vec_add(&vec, int64_t) = 7;
	vec_add(&vec, int64_t) = 1;
	assert_true(vec_holds(&vec, int64_t, 7));
	assert_true(vec_holds(&vec, int64_t, 1));
	assert_false(vec_holds(&vec, int64_t, 0));
	vec_release(&vec);
}

static void another_type_is_a_bug(void **state)
{
	(void)state;
	vec_test_bug(vec_test_get, "elements of 8 bytes taken for 1");
	vec_test_bug(vec_test_end, "elements of 8 bytes taken for 1");
	vec_test_bug(vec_test_add, "elements of 8 bytes taken for 1");
}

static void an_element_that_is_not_there_is_a_bug(void **state)
{
	(void)state;
	vec_test_bug(vec_test_get_past, "vec.c");
	vec_test_bug(vec_test_end_of_none, "the last of no elements");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(elements_keep_their_order),
		cmocka_unit_test(an_element_is_clear_though_the_memory_was_used),
		cmocka_unit_test(an_element_is_read_written_and_pointed_at),
		cmocka_unit_test(an_element_is_found_by_its_value),
		cmocka_unit_test(another_type_is_a_bug),
		cmocka_unit_test(an_element_that_is_not_there_is_a_bug),
	};

	return cmocka_run_group_tests_name("base/vec", tests, NULL, NULL);
}
