#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

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
		assert_int_equal(
			((struct vec_test_item *)vec_at(&vec, i))->number, i + (i < 49 ? 1 : 2));
	assert_ptr_equal(vec_last(&vec), vec_at(&vec, 96));
	vec_release(&vec);
}

static void an_element_is_clear_though_the_memory_was_used(void **state)
{
	struct vec vec;

	(void)state;
	vec_init(&vec, sizeof(struct vec_test_item));
	for (int i = 0; i < 20; i++)
		((struct vec_test_item *)vec_push(&vec))->number = 7;
	vec_reset(&vec);
	assert_int_equal(vec.count, 0);
	assert_int_equal(((struct vec_test_item *)vec_push(&vec))->number, 0);
	vec_release(&vec);
	assert_int_equal(((struct vec_test_item *)vec_push(&vec))->number, 0);
	vec_release(&vec);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(elements_keep_their_order),
		cmocka_unit_test(an_element_is_clear_though_the_memory_was_used),
	};

	return cmocka_run_group_tests_name("base/vec", tests, NULL, NULL);
}
