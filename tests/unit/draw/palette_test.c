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
	for (enum scheme scheme = SCHEME_256; scheme < SCHEME_COUNT; scheme++)
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

/* On a terminal known to be white, bars and panels are light, and nothing is written in a light colour on them or on
 * the terminal's own background. */
static void on_white_8_colours_are_light(void **state)
{
	enum { BLACK, RED, GREEN, YELLOW, BLUE, MAGENTA, CYAN, WHITE };

	(void)state;
	for (int style = 0; style < STYLE_COUNT; style++) {
		struct look look = theme_look((enum style)style, SCHEME_LIGHT_8);
		bool ground = look.background == LOOK_DEFAULT || look.background == WHITE;

		if (look.background == BLACK && style < STYLE_KIND && style != STYLE_TIME_NOW)
			fail_msg("style %d is dark", style);
		if (ground && look.foreground != LOOK_DEFAULT && look.foreground != BLACK && look.foreground != RED &&
			look.foreground != BLUE && look.foreground != MAGENTA)
			fail_msg("style %d has the colour %d", style, look.foreground);
		if (look.foreground == BLACK && look.attributes & LOOK_BOLD)
			fail_msg("style %d is bold black", style);
		if (style >= STYLE_KIND && ground)
			fail_msg("sticky style %d does not show", style);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_palette_is_that_of_terminals),
		cmocka_unit_test(no_two_kinds_look_the_same),
		cmocka_unit_test(what_is_written_can_be_read_on_black_and_on_white),
		cmocka_unit_test(on_white_8_colours_are_light),
	};

	return cmocka_run_group_tests_name("draw/palette", tests, NULL, NULL);
}
