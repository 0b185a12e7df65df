#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "draw/palette.h"
#include "draw/theme.h"
#include "model/kind.h"

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

/* In any scheme with colours each kind is known by them. */
static void no_two_kinds_look_the_same(void **state)
{
	(void)state;
	for (enum scheme scheme = SCHEME_256; scheme <= SCHEME_LIGHT; scheme++)
		for (int a = 0; a < KIND_COUNT; a++)
			for (int b = 0; b < a; b++) {
				struct look one = theme_look((enum style)(STYLE_KIND + a), scheme);
				struct look other = theme_look((enum style)(STYLE_KIND + b), scheme);

				if (scheme != SCHEME_MONO && one.background == other.background &&
					one.foreground == other.foreground)
					fail_msg("%s looks like %s with scheme %d", kind_token((enum kind)a),
						kind_token((enum kind)b), (int)scheme);
			}
}

/* With 8 colours the terminal may be black or white, and says neither. */
static void what_is_written_can_be_read_on_black_and_on_white(void **state)
{
	enum { RED = 1, GREEN = 2, MAGENTA = 5 };

	(void)state;
	for (int style = 0; style < STYLE_COUNT; style++) {
		struct look look = theme_look((enum style)style, SCHEME_8);

		if (look.background != LOOK_DEFAULT || look.foreground == LOOK_DEFAULT)
			continue;
		if (look.foreground != RED && look.foreground != GREEN && look.foreground != MAGENTA)
			fail_msg("style %d has the colour %d", style, look.foreground);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_palette_is_that_of_terminals),
		cmocka_unit_test(no_two_kinds_look_the_same),
		cmocka_unit_test(what_is_written_can_be_read_on_black_and_on_white),
	};

	return cmocka_run_group_tests_name("draw/palette", tests, NULL, NULL);
}
