#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "draw/palette.h"

/* The colours of stickies are known by both names. */
static void the_palette_is_that_of_terminals(void **state)
{
	static const struct {
		int index;
		unsigned rgb;
	} cases[] = {
		{1, 0xcd0000},
		{16, 0x000000},
		{214, 0xffaf00},
		{75, 0x5fafff},
		{218, 0xffafd7},
		{162, 0xd70087},
		{231, 0xffffff},
		{232, 0x080808},
		{255, 0xeeeeee},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		assert_int_equal(palette_rgb(cases[i].index), cases[i].rgb);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_palette_is_that_of_terminals),
	};

	return cmocka_run_group_tests_name("draw/palette", tests, NULL, NULL);
}
