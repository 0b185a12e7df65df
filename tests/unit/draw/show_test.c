#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "draw/show.h"
#include "model/edit.h"

/* A board being made. */
struct desk {
	struct action action;
	struct edit edit;
};

static void desk_open(struct desk *desk)
{
	action_init(&desk->action);
	desk->edit = (struct edit){board_new(), &desk->action};
}

static void desk_close(struct desk *desk)
{
	board_free(desk->edit.board);
	action_release(&desk->action);
}

static int64_t put(struct desk *desk, enum kind kind, int column, int row, const char *text)
{
	struct sticky sticky = {.kind = (int)kind, .text = (char *)text, .place = {column, row}};
	int64_t id = edit_create(&desk->edit, ENTITY_STICKY, &sticky, NULL);

	assert_true(id > 0);
	return id;
}

static char *shown(const struct desk *desk, struct show_options options)
{
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);

	show_board(desk->edit.board, &options, out);
	fclose(out);
	return text;
}

static void a_board_is_printed_as_it_looks(void **state)
{
	struct desk desk;
	struct phase phase = {.column = 2, .name = (char *)"결제"};
	struct link link;
	char *text;

	(void)state;
	desk_open(&desk);
	link.source = put(&desk, KIND_COMMAND, 1, 1, "상품을 주문하다");
	link.target = put(&desk, KIND_EVENT, 2, 1, "Order placed");
	edit_create(&desk.edit, ENTITY_PHASE, &phase, NULL);
	edit_create(&desk.edit, ENTITY_LINK, &link, NULL);
	text = shown(&desk, (struct show_options){.zoom = ZOOM_READING, .columns = 80});
	assert_string_equal(text, " ┊                 ┊ 결제\n"
				  "╭────────────────╮╭────────────────╮\n"
				  "│               C││               E│\n"
				  "│ 상품을         ││ Order placed   │\n"
				  "│ 주문하다       ─▶                │\n"
				  "│                ││                │\n"
				  "╰────────────────╯╰────────────────╯\n");
	free(text);
	desk_close(&desk);
}

static void far_apart_stickies_cost_no_more_than_near_ones(void **state)
{
	struct desk desk;
	char *text;

	(void)state;
	desk_open(&desk);
	put(&desk, KIND_EVENT, 1, 1, "here");
	put(&desk, KIND_EVENT, PLACE_MOST, PLACE_MOST, "there");
	text = shown(&desk, (struct show_options){.zoom = ZOOM_READING, .columns = 80, .colour = true});
	assert_non_null(strstr(text, "here"));
	assert_non_null(strstr(text, "there"));
	assert_non_null(strstr(text, "\n…\n"));
	assert_true(strlen(text) < 20000);
	free(text);
	desk_close(&desk);
}

static void every_zoom_and_width_is_drawn(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	for (int i = 0; i < 30; i++)
		put(&desk, (enum kind)(i % KIND_COUNT), 1 + i % 10, 1 + i / 10,
			"아주 긴 글 a very long text that no sticky holds in full, whatever its size");
	for (int zoom = 0; zoom < ZOOM_COUNT; zoom++)
		for (int columns = 1; columns < 200; columns += 33) {
			char *text = shown(&desk, (struct show_options){.zoom = (enum zoom)zoom, .columns = columns});

			assert_true(strlen(text) > 30);
			free(text);
		}
	desk_close(&desk);
}

static int with_utf8(void **state)
{
	(void)state;
	return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_board_is_printed_as_it_looks),
		cmocka_unit_test(far_apart_stickies_cost_no_more_than_near_ones),
		cmocka_unit_test(every_zoom_and_width_is_drawn),
	};

	return cmocka_run_group_tests_name("draw/show", tests, with_utf8, NULL);
}
