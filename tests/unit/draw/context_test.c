#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "draw/paint_cells.h"
#include "draw/paint_text.h"
#include "draw/scene_context.h"
#include "model/edit.h"

/* What is drawn of a board whose slots belong to the contexts 1 (A), 2 (B), or none: a row of MAP is a row of
 * slots. */
static char *drawn_in_focus(const char *const *map, const char *first, const char *second,
	const struct scene_context_focus *focus, const struct link *link)
{
	struct viewport viewport = {.zoom = ZOOM_OVERVIEW, .first = {1, 1}, .width = 30, .height = 10};
	struct action action;
	struct edit edit = {board_new(), &action};
	struct context contexts[] = {{.name = (char *)first, .colour = 1}, {.name = (char *)second, .colour = 2}};
	struct cellbuf buf = CELLBUF_INIT;
	struct scene scene;
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	action_init(&action);
	for (size_t i = 0; i < 2; i++)
		assert_true(edit_create(&edit, ENTITY_CONTEXT, &contexts[i], NULL) > 0);
	for (int row = 0; map[row]; row++)
		for (int column = 0; map[row][column]; column++) {
			struct sticky sticky = {.text = (char *)"x",
				.place = {column + 1, row + 1},
				.context = map[row][column] == 'A'   ? 1
					   : map[row][column] == 'B' ? 2
								     : 0};

			if (map[row][column] != ' ')
				assert_true(edit_create(&edit, ENTITY_STICKY, &sticky, NULL) > 0);
		}
	if (link)
		assert_true(edit_create(&edit, ENTITY_LINK, link, NULL) > 0);
	scene_init(&scene);
	scene_reset(&scene, viewport.width, viewport.height);
	scene_contexts(&scene, edit.board, &viewport, focus, 0, 0);
	cellbuf_reset(&buf, viewport.width, viewport.height, STYLE_BOARD);
	paint_cells(&scene, &buf, 0, 0);
	paint_text(&buf, SCHEME_MONO, out);
	fclose(out);
	scene_release(&scene);
	cellbuf_release(&buf);
	board_free(edit.board);
	action_release(&action);
	return text;
}

static char *drawn(const char *const *map, const char *first, const char *second)
{
	return drawn_in_focus(map, first, second, &(struct scene_context_focus){0}, NULL);
}

static void a_proposed_boundary_is_dashed(void **state)
{
	static const char *const map[] = {"A..", NULL};
	struct scene_proposal proposal = {-1, "Pay", true};
	struct map proposed = MAP_INIT;
	char *text;

	(void)state;
	map_set(&proposed, 1, &proposal); /* lies in a context already */
	map_set(&proposed, 2, &proposal);
	text = drawn_in_focus(map, "Shop", "B", &(struct scene_context_focus){.proposed = &proposed}, NULL);
	assert_string_equal(text, "╭ Shop ──╮╭ Pay ╌╌╌╮\n│        │╎        ╎\n│        │╎        ╎\n"
				  "╰────────╯╰╌╌╌╌╌╌╌╌╯\n\n\n\n\n\n\n");
	free(text);
	map_release(&proposed);
}

static void a_name_gives_way_to_arrows(void **state)
{
	static const char *const map[] = {"..", "AA", NULL};
	static const struct link links[] = {{.source = 1, .target = 3}, {.source = 4, .target = 2}};
	static const char *const edges[] = {"╭───── Shop ───────╮", "╭ Shop ────────────╮"};

	(void)state;
	for (size_t i = 0; i < sizeof(links) / sizeof(links[0]); i++) {
		char *text = drawn_in_focus(map, "Shop", "B", &(struct scene_context_focus){0}, &links[i]);

		if (!strstr(text, edges[i]))
			fail_msg("the name must stand as in %s:\n%s", edges[i], text);
		free(text);
	}
}

static void outlines_follow_the_slots(void **state)
{
	static const struct {
		const char *map[4];
		const char *drawn;
	} rows[] = {
		{{"A", NULL}, "╭ Shop ──╮\n│        │\n│        │\n╰────────╯\n\n\n\n\n\n\n"},
		{{"AA", "A", NULL}, "╭ Shop ────────────╮\n│                  │\n│                  │\n"
				    "│        ╭─────────╯\n│        │\n│        │\n╰────────╯\n\n\n\n"},
		{{"AB", NULL}, "╭ Shop ──╮╭ 배송 ──╮\n│        ││        │\n│        ││        │\n"
			       "╰────────╯╰────────╯\n\n\n\n\n\n\n"},
		{{"A", "B", NULL},
			"╭ Shop ──╮\n│        │\n│        │\n├ 배송 ──┤\n│        │\n│        │\n╰────────╯\n\n\n\n"},
		{{"A.A", NULL}, "╭ Shop ──╮          ╭ Shop ──╮\n│        │          │        │\n"
				"│        │          │        │\n╰────────╯          ╰────────╯\n\n\n\n\n\n\n"},
		{{"A A", NULL}, "╭ Shop ──────────────────────╮\n│                            │\n"
				"│                            │\n╰────────────────────────────╯\n\n\n\n\n\n\n"},
		{{"A", " ", "A", NULL},
			"╭ Shop ──╮\n│        │\n│        │\n│        │\n│        │\n│        │\n│        │\n"
			"│        │\n│        │\n╰────────╯\n"},
		{{"AAA", "ABA", "AAA", NULL}, "╭ Shop ──────────────────────╮\n│                            │\n"
					      "│                            │\n│        ╭┬ 배송 ──┬╮        │\n"
					      "│        ││        ││        │\n│        ││        ││        │\n"
					      "│        ╰┴────────┴╯        │\n│                            │\n"
					      "│                            │\n╰────────────────────────────╯\n"},
		{{"AAA", "A.A", "AAA", NULL}, "╭ Shop ──────────────────────╮\n│                            │\n"
					      "│                            │\n│        ╭──────────╮        │\n"
					      "│        │          │        │\n│        │          │        │\n"
					      "│        ╰──────────╯        │\n│                            │\n"
					      "│                            │\n╰────────────────────────────╯\n"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		char *text = drawn(rows[i].map, "Shop", "배송");

		assert_string_equal(text, rows[i].drawn);
		free(text);
	}
}

static void a_long_name_is_cut_on_the_screen_only(void **state)
{
	static const char *const map[] = {"A", NULL};
	char *text = drawn(map, "Ordering and paying", "B");

	(void)state;
	assert_memory_equal(text, "╭ Orde…──╮", sizeof("╭ Orde…──╮") - 1);
	free(text);
}

static int with_utf8(void **state)
{
	(void)state;
	return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(outlines_follow_the_slots),
		cmocka_unit_test(a_name_gives_way_to_arrows),
		cmocka_unit_test(a_proposed_boundary_is_dashed),
		cmocka_unit_test(a_long_name_is_cut_on_the_screen_only),
	};

	return cmocka_run_group_tests_name("draw/context", tests, with_utf8, NULL);
}
