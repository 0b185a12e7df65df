/*
 * Context maps of 12 contexts and 25 relations, most of them between neighbours as people have them, can be read
 * on a terminal of 120x40 without scrolling. The seeds are always the same ones, so the share is too.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "draw/contextmap.h"
#include "lib/mapgen.h"

#define MAPS 100
#define WIDTH 120
#define HEIGHT 40

/* The maps that fit at least, and those of them that show names in full and not only numbers for labels. */
#define FIT_LEAST 100
#define NAMED_LEAST 97

/* The least size of a form that cuts no usual name. */
#define NAMED 1

static void twelve_contexts_fit_a_screen(void **state)
{
	int fit = 0, named = 0;

	(void)state;
	for (uint64_t seed = 1; seed <= MAPS; seed++) {
		struct action action;
		struct edit edit = {board_new(), &action};
		struct contextmap map;

		action_init(&action);
		mapgen_fill(&edit, seed, true);
		contextmap_init(&map, edit.board);
		if (contextmap_fit(&map, WIDTH, HEIGHT)) {
			fit++;
			named += map.form.size >= NAMED;
			assert_in_range(map.route.width, 1, WIDTH);
			assert_in_range(map.route.height, 1, HEIGHT);
		}
		contextmap_release(&map);
		board_free(edit.board);
		action_release(&action);
	}
	if (fit < FIT_LEAST || named < NAMED_LEAST)
		fail_msg("of %d maps %d fit, at least %d must; %d with names in full, at least %d must", MAPS, fit,
			FIT_LEAST, named, NAMED_LEAST);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(twelve_contexts_fit_a_screen),
	};

	return cmocka_run_group_tests_name("property/mapfit", tests, NULL, NULL);
}
