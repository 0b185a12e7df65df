#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "lib/format_desk.h"

/* A drawing of draw.io, cell by cell. */
struct wall {
	struct strbuf text;
	int count;
};

static void wall_open(struct wall *wall)
{
	*wall = (struct wall){STRBUF_INIT, 0};
	strbuf_addstr(&wall->text, "<mxGraphModel><root><mxCell id=\"0\"/><mxCell id=\"1\" parent=\"0\"/>");
}

static void wall_box(struct wall *wall, const char *text, const char *style, int x, int y, int width, int height)
{
	strbuf_addf(&wall->text,
		"<mxCell id=\"b%d\" value=\"%s\" style=\"%s\" vertex=\"1\" parent=\"1\"><mxGeometry x=\"%d\" y=\"%d\" "
		"width=\"%d\" height=\"%d\" as=\"geometry\"/></mxCell>",
		wall->count++, text, style, x, y, width, height);
}

static void wall_note(struct wall *wall, const char *text, const char *colour, int x, int y)
{
	char style[64];

	snprintf(style, sizeof(style), "fillColor=%s;", colour);
	wall_box(wall, text, style, x, y, 100, 100);
}

static void wall_arrow(struct wall *wall, const char *source, const char *target)
{
	strbuf_addf(&wall->text,
		"<mxCell id=\"e%d\" edge=\"1\" parent=\"1\" source=\"%s\" target=\"%s\"><mxGeometry as=\"geometry\"/>"
		"</mxCell>",
		wall->count++, source, target);
}

/* Imports the wall, and frees it. */
static void wall_import(struct wall *wall, struct format_desk *desk)
{
	strbuf_addstr(&wall->text, "</root></mxGraphModel>");
	format_desk_put(desk, "wall.drawio", wall->text.text);
	if (format_desk_import(desk, "wall.drawio"))
		fail_msg("%s", desk->err.text);
	strbuf_release(&wall->text);
}

/* The one sticky that says TEXT. */
static const struct sticky *said(const struct format_desk *desk, const char *text)
{
	const struct sticky *sticky, *found = NULL;

	for (size_t at = 0; (sticky = board_next(desk->edit.board, ENTITY_STICKY, &at));) {
		if (!sticky->text || strcmp(sticky->text, text) != 0)
			continue;
		assert_null(found);
		found = sticky;
	}
	if (!found)
		fail_msg("no sticky says “%s”", text);
	return found;
}

static void says_place(const struct format_desk *desk, const char *text, int column, int row)
{
	struct place place = said(desk, text)->place;

	if (place.column != column || place.row != row)
		fail_msg("“%s” is at %d,%d", text, (int)place.column, (int)place.row);
}

static void a_colour_tells_the_kind(void **state)
{
	static const struct {
		const char *colour;
		enum kind kind;
	} rows[] = {
		{"#FF9D48", KIND_EVENT},
		{"#ffe6cc", KIND_EVENT},
		{"#ffd8a8", KIND_EVENT},
		{"orange", KIND_EVENT},
		{"#dae8fc", KIND_COMMAND},
		{"#a5d8ff", KIND_COMMAND},
		{"#a6ccf5", KIND_COMMAND},
		{"#d5e8d4", KIND_READ_MODEL},
		{"#b2f2bb", KIND_READ_MODEL},
		{"#93d275", KIND_READ_MODEL},
		{"#e1d5e7", KIND_POLICY},
		{"#be88c7", KIND_POLICY},
		{"#d0bfff", KIND_POLICY},
		{"#fff2cc", KIND_AGGREGATE},
		{"#f5d128", KIND_AGGREGATE},
		{"#ffec99", KIND_AGGREGATE},
		{"#f8cecc", KIND_HOTSPOT},
		{"#f16c7f", KIND_HOTSPOT},
		{"#ffc9c9", KIND_HOTSPOT},
		{"#ea94bb", KIND_EXTERNAL_SYSTEM},
		{"#fcc2d7", KIND_EXTERNAL_SYSTEM},
		{"#fff9b1", KIND_ACTOR},
		{"#f5f5f5", KIND_UI},
		{"#d5f692", KIND_OPPORTUNITY},
		{"#99e9f2", KIND_VALUE},
		{"none", KIND_EVENT},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct format_desk desk;
		struct wall wall;

		format_desk_open(&desk);
		wall_open(&wall);
		wall_note(&wall, "x", rows[i].colour, 0, 0);
		wall_import(&wall, &desk);
		if (said(&desk, "x")->kind != (int)rows[i].kind)
			fail_msg("%s is %s", rows[i].colour, kind_token((enum kind)said(&desk, "x")->kind));
		assert_int_equal(desk.report.unknown_kinds, 0);
		format_desk_close(&desk);
	}
}

static void an_unknown_colour_and_a_small_yellow_box(void **state)
{
	struct format_desk desk;
	struct wall wall;

	(void)state;
	format_desk_open(&desk);
	wall_open(&wall);
	wall_note(&wall, "black", "#000000", 0, 0);
	wall_note(&wall, "large", "#fff2cc", 200, 0);
	wall_box(&wall, "small", "fillColor=#fff2cc;", 400, 0, 60, 60);
	wall_box(&wall, "figure", "shape=umlActor;", 600, 0, 30, 60);
	wall_import(&wall, &desk);
	assert_int_equal(said(&desk, "black")->kind, KIND_EVENT);
	assert_int_equal(desk.report.unknown_kinds, 1);
	assert_string_equal(desk.report.unknown.text, "#000000");
	assert_int_equal(said(&desk, "large")->kind, KIND_AGGREGATE);
	assert_int_equal(said(&desk, "small")->kind, KIND_ACTOR);
	assert_int_equal(said(&desk, "figure")->kind, KIND_ACTOR);
	format_desk_close(&desk);
}

/* Nobody puts stickies on a grid; none is lost where two are in one slot. */
static void what_stands_about_in_line_is_a_column_or_a_row(void **state)
{
	struct format_desk desk;
	struct wall wall;

	(void)state;
	format_desk_open(&desk);
	wall_open(&wall);
	wall_note(&wall, "a1", "#ffe6cc", -500, 1000);
	wall_note(&wall, "b1", "#ffe6cc", -383, 1012);
	wall_note(&wall, "c1", "#ffe6cc", -260, 991);
	wall_note(&wall, "a2", "#dae8fc", -512, 1118);
	wall_note(&wall, "b2", "#dae8fc", -395, 1105);
	wall_note(&wall, "b2 too", "#dae8fc", -380, 1110);
	wall_note(&wall, "far", "#dae8fc", 200, 1000);
	wall_import(&wall, &desk);
	says_place(&desk, "a1", 1, 1);
	says_place(&desk, "b1", 2, 1);
	says_place(&desk, "c1", 3, 1);
	says_place(&desk, "a2", 1, 2);
	says_place(&desk, "b2", 2, 2);
	says_place(&desk, "b2 too", 2, 3);
	says_place(&desk, "far", 5, 1);
	assert_int_equal(desk.report.stickies, 7);
	assert_int_equal(desk.report.moved, 1);
	format_desk_close(&desk);
}

static void a_box_around_others_is_a_context(void **state)
{
	struct format_desk desk;
	struct wall wall;
	const struct relation *relation;
	size_t at = 0;

	(void)state;
	format_desk_open(&desk);
	wall_open(&wall);
	wall_box(&wall, "Sales", "fillColor=none;", -20, -20, 400, 300);
	wall_box(&wall, "Billing", "swimlane;", 480, -20, 200, 300);
	wall_box(&wall, "Legend", "swimlane;", 2000, -20, 200, 300);
	wall_note(&wall, "in sales", "#ffe6cc", 0, 0);
	wall_note(&wall, "too", "#ffe6cc", 120, 0);
	wall_note(&wall, "in billing", "#ffe6cc", 500, 0);
	wall_note(&wall, "outside", "#ffe6cc", 500, 400);
	wall_arrow(&wall, "b0", "b1");
	wall_arrow(&wall, "b3", "b5");
	wall_arrow(&wall, "b3", "b0");
	wall_import(&wall, &desk);
	assert_int_equal(board_count(desk.edit.board, ENTITY_CONTEXT), 2);
	assert_string_equal(board_context(desk.edit.board, said(&desk, "in sales")->context)->name, "Sales");
	assert_string_equal(board_context(desk.edit.board, said(&desk, "too")->context)->name, "Sales");
	assert_string_equal(board_context(desk.edit.board, said(&desk, "in billing")->context)->name, "Billing");
	assert_int_equal(said(&desk, "outside")->context, 0);
	relation = board_next(desk.edit.board, ENTITY_RELATION, &at);
	assert_non_null(relation);
	assert_int_equal(relation->style, RELATION_UNKNOWN);
	assert_non_null(board_link(desk.edit.board, said(&desk, "in sales")->id, said(&desk, "in billing")->id));
	assert_int_equal(desk.report.shapes, 2);
	assert_string_equal(desk.report.shape_names.text, "an arrow, “Legend”");
	format_desk_close(&desk);
}

static void words_on_a_box_are_its_text_and_loose_arrows_lead_to_boxes(void **state)
{
	struct format_desk desk;
	struct wall wall;

	(void)state;
	format_desk_open(&desk);
	wall_open(&wall);
	wall_note(&wall, "", "#ffe6cc", 0, 0);
	wall_box(&wall, "on it", "text;fillColor=none;strokeColor=none;", 10, 40, 80, 20);
	wall_note(&wall, "other", "#ffe6cc", 200, 0);
	wall_box(&wall, "Title, far off", "text;fillColor=none;strokeColor=none;", 0, -300, 80, 20);
	wall_note(&wall, "", "#ffe6cc", 400, 0);
	strbuf_addstr(&wall.text,
		"<mxCell id=\"e\" edge=\"1\" parent=\"1\"><mxGeometry as=\"geometry\"><mxPoint x=\"105\" "
		"y=\"50\" as=\"sourcePoint\"/><mxPoint x=\"195\" y=\"50\" as=\"targetPoint\"/></mxGeometry></mxCell>");
	wall_import(&wall, &desk);
	assert_int_equal(desk.report.stickies, 2);
	assert_non_null(board_link(desk.edit.board, said(&desk, "on it")->id, said(&desk, "other")->id));
	assert_string_equal(desk.report.shape_names.text, "“Title  far off”, a shape without a text");
	format_desk_close(&desk);
}

/* Replaces the first FROM in the text by TO, which may be of another length. */
static char *replaced(const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from);
	struct strbuf out = STRBUF_INIT;

	if (!at)
		fail_msg("no %s in %s", from, text);
	strbuf_add(&out, text, (size_t)(at - text));
	strbuf_addf(&out, "%s%s", to, at + strlen(from));
	return strbuf_detach(&out);
}

/* What somebody changes in draw.io comes back, and all else stays. */
static void what_was_edited_in_a_drawing_of_ours_comes_back(void **state)
{
	static const struct {
		const char *from, *to;
	} edits[] = {
		{"label=\"Place order\"", "label=\"Send order\""},
		{"fillColor=#ffaf00", "fillColor=#87d787"},
		{"<mxGeometry x=\"336\" y=\"16\"", "<mxGeometry x=\"500\" y=\"235\""},
		{"</root>", "<mxCell id=\"new\" value=\"new one\" style=\"fillColor=#dae8fc;\" vertex=\"1\" "
			    "parent=\"1\"><mxGeometry x=\"168\" y=\"130\" width=\"120\" height=\"60\" as=\"geometry\"/>"
			    "</mxCell></root>"},
	};
	struct format_desk desk, again;
	char *text;

	(void)state;
	format_desk_open(&desk);
	format_desk_do(&desk, "add command -c 1 -r 1 \"Place order\"");
	format_desk_do(&desk, "add event -c 2 -r 1 \"Order placed\"");
	format_desk_do(&desk, "add event -c 3 -r 1 Moved");
	format_desk_do(&desk, "note 1 why");
	format_desk_do(&desk, "link 1 2");
	text = format_desk_write(&desk, "drawio", NULL);
	for (size_t i = 0; i < ARRAY_SIZE(edits); i++) {
		char *edited = replaced(text, edits[i].from, edits[i].to);

		free(text);
		text = edited;
	}
	format_desk_open(&again);
	format_desk_put(&again, "a.drawio", text);
	if (format_desk_import(&again, "a.drawio"))
		fail_msg("%s", again.err.text);
	says_place(&again, "Send order", 1, 1);
	assert_int_equal(said(&again, "Send order")->id, 1);
	assert_string_equal(said(&again, "Send order")->note, "why");
	assert_int_equal(said(&again, "Send order")->kind, KIND_COMMAND);
	assert_int_equal(said(&again, "Order placed")->kind, KIND_READ_MODEL);
	says_place(&again, "Moved", 4, 3);
	says_place(&again, "new one", 2, 2);
	assert_non_null(board_link(again.edit.board, 1, 2));
	free(text);
	format_desk_close(&desk);
	format_desk_close(&again);
}

static void a_drawing_goes_right_of_what_the_board_has(void **state)
{
	struct format_desk desk;
	struct wall wall;

	(void)state;
	format_desk_open(&desk);
	format_desk_do(&desk, "add event -c 7 -r 1 There");
	wall_open(&wall);
	wall_note(&wall, "x", "#ffe6cc", 0, 0);
	wall_import(&wall, &desk);
	says_place(&desk, "x", 8, 1);
	format_desk_close(&desk);
}

/* Much on top of each other takes its time, but not for ever. */
static void too_much_on_top_of_each_other_is_refused(void **state)
{
	struct format_desk desk;
	struct wall wall;

	(void)state;
	format_desk_open(&desk);
	wall_open(&wall);
	for (int i = 0; i < 40000; i++)
		wall_box(&wall, "x", "", 0, i % 7, 100, 100);
	strbuf_addstr(&wall.text, "</root></mxGraphModel>");
	format_desk_put(&desk, "wall.drawio", wall.text.text);
	assert_int_not_equal(format_desk_import(&desk, "wall.drawio"), 0);
	assert_non_null(strstr(desk.err.text, "wall.drawio: too many shapes lie on top of each other"));
	assert_null(strchr(desk.err.text, '\n'));
	strbuf_release(&wall.text);
	format_desk_close(&desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_colour_tells_the_kind),
		cmocka_unit_test(an_unknown_colour_and_a_small_yellow_box),
		cmocka_unit_test(what_stands_about_in_line_is_a_column_or_a_row),
		cmocka_unit_test(a_box_around_others_is_a_context),
		cmocka_unit_test(words_on_a_box_are_its_text_and_loose_arrows_lead_to_boxes),
		cmocka_unit_test(what_was_edited_in_a_drawing_of_ours_comes_back),
		cmocka_unit_test(a_drawing_goes_right_of_what_the_board_has),
		cmocka_unit_test(too_much_on_top_of_each_other_is_refused),
	};

	return cmocka_run_group_tests_name("import/drawn", tests, NULL, NULL);
}
