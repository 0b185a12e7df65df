#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "layout/boundary.h"
#include "model/edit.h"

#define SIDE 6

/* A row of the map is a row of slots: A and B are members of two contexts, . is a sticky of none. Of what lies inside,
 * a and b are the empty slots. */
static void empty_slots_between_members_lie_inside(void **state)
{
	static const char *const maps[][3] = {
		{"AA    ", "      ", "      "},
		{"AaA   ", "      ", "      "},
		{"AaaaA ", "      ", "      "},
		{"A    A", "      ", "      "},
		{"A . A ", "      ", "      "},
		{"A B   ", "      ", "      "},
		{"A     ", "a     ", "A     "},
		{" A    ", "BbB   ", " A    "},
		{"AaA   ", "a a   ", "AaA   "},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(maps) / sizeof(maps[0]); i++) {
		struct action action;
		struct edit edit = {board_new(), &action};
		struct vec gaps = VEC_INIT(struct place);
		size_t inside = 0;

		action_init(&action);
		for (int k = 0; k < 2; k++)
			assert_true(edit_create(&edit, ENTITY_CONTEXT,
					    &(struct context){.name = k ? (char *)"B" : (char *)"A"}, NULL) > 0);
		for (int row = 0; row < 3; row++)
			for (int column = 0; column < SIDE; column++) {
				char letter = maps[i][row][column];
				struct sticky sticky = {.place = {column + 1, row + 1},
					.context = letter == 'A'   ? 1
						   : letter == 'B' ? 2
								   : 0};

				if (letter == 'A' || letter == 'B' || letter == '.')
					assert_true(edit_create(&edit, ENTITY_STICKY, &sticky, NULL) > 0);
			}
		for (int row = 0; row < 3; row++)
			for (int column = 0; column < SIDE; column++) {
				char letter = maps[i][row][column];
				int64_t wanted = letter == 'A' || letter == 'a'   ? 1
						 : letter == 'B' || letter == 'b' ? 2
										  : 0;

				inside += letter == 'a' || letter == 'b';
				if (boundary_context(edit.board, (struct place){column + 1, row + 1}) != wanted)
					fail_msg("map %zu: column %d of row %d must lie in context %d", i, column + 1,
						row + 1, (int)wanted);
			}
		for (int64_t id = 1; board_sticky(edit.board, id); id++)
			if (board_sticky(edit.board, id)->context)
				boundary_gaps(edit.board, board_sticky(edit.board, id), &gaps);
		assert_int_equal(gaps.count, inside);
		vec_release(&gaps);
		board_free(edit.board);
		action_release(&action);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(empty_slots_between_members_lie_inside),
	};

	return cmocka_run_group_tests_name("layout/boundary", tests, NULL, NULL);
}
