#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "base/strbuf.h"
#include "layout/mapplace.h"

#define BOXES_MOST 8
#define TIES_MOST 12

struct map_case {
	const char *what;
	size_t boxes;
	const char *ties; /* "AB BC": from A to B, from B to C */
	int most;
	const char *kept; /* "B2,1" or "" */
	const char *places;
};

static void check(const struct map_case *test)
{
	struct mapplace places[BOXES_MOST] = {{0}};
	struct mapplace_tie ties[TIES_MOST];
	struct strbuf found = STRBUF_INIT;
	size_t count = 0;
	char letter;
	int column, row;

	for (const char *at = test->ties; *at; at += at[2] ? 3 : 2)
		ties[count++] = (struct mapplace_tie){(size_t)(at[0] - 'A'), (size_t)(at[1] - 'A')};
	if (sscanf(test->kept, "%c%d,%d", &letter, &column, &row) == 3)
		places[letter - 'A'] = (struct mapplace){column, row, true};
	mapplace_arrange(places, test->boxes, ties, count, test->most);
	for (size_t i = 0; i < test->boxes; i++)
		strbuf_addf(&found, "%s%c%d,%d", i ? " " : "", (char)('A' + i), places[i].column, places[i].row);
	if (strcmp(found.text, test->places))
		fail_msg("%s: %s, not %s", test->what, found.text, test->places);
	strbuf_release(&found);
}

static void boxes_find_their_places(void **state)
{
	static const struct map_case cases[] = {
		{"callers stand left of the called", 3, "AB BC", 4, "", "A1,1 B2,1 C3,1"},
		{"whatever the order in which they were made", 3, "CB BA", 4, "", "A3,1 B2,1 C1,1"},
		{"the relation that closes a ring goes back", 3, "AB BC CA", 4, "", "A1,1 B2,1 C3,1"},
		{"of both directions the first counts", 2, "BA AB", 4, "", "A2,1 B1,1"},
		{"a relation with itself says nothing", 2, "AA AB", 4, "", "A1,1 B2,1"},
		{"no more columns than asked for", 4, "AB BC CD", 2, "", "A1,1 B2,1 C1,2 D2,2"},
		{"a caller stands right before the first that it calls", 4, "AB BC DC", 4, "", "A1,1 B2,1 C3,1 D2,2"},
		{"lines do not cross where they need not", 4, "AD BC", 4, "", "A1,1 B1,2 C2,2 D2,1"},
		{"who has no relation stands where there is room", 3, "AB", 4, "", "A1,1 B2,1 C1,2"},
		{"a kept place is kept", 2, "AB", 4, "B1,2", "A1,1 B1,2"},
		{"the others make room for it", 2, "AB", 4, "B1,1", "A1,2 B1,1"},
		{"chains move aside so that a new relation leads on", 4, "AB BC DA", 4, "", "A2,1 B3,1 C4,1 D1,1"},
		{"a map of nothing", 0, "", 4, "", ""},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		check(&cases[i]);
}

static void one_more_thing_moves_nothing_else(void **state)
{
	static const struct map_case cases[] = {
		{"before", 5, "AB BC DC", 4, "", "A1,1 B2,1 C3,1 D2,2 E1,2"},
		{"a context more", 6, "AB BC DC", 4, "", "A1,1 B2,1 C3,1 D2,2 E1,2 F3,2"},
		{"a relation more that leads on", 5, "AB BC DC AB", 4, "", "A1,1 B2,1 C3,1 D2,2 E1,2"},
		{"a relation more that leads back", 5, "AB BC DC BA", 4, "", "A1,1 B2,1 C3,1 D2,2 E1,2"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		check(&cases[i]);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(boxes_find_their_places),
		cmocka_unit_test(one_more_thing_moves_nothing_else),
	};

	return cmocka_run_group_tests_name("layout/mapplace", tests, NULL, NULL);
}
