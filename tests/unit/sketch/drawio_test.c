#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "sketch/drawio_read.h"
#include "sketch/drawio_write.h"
#include "sketch/unpack.h"

#include <zlib.h>

#define PAGE(cells)                                                                                                 \
	"<mxfile><diagram name=\"One\"><mxGraphModel><root><mxCell id=\"0\"/><mxCell id=\"1\" parent=\"0\"/>" cells \
	"</root></mxGraphModel></diagram></mxfile>"
#define BOX(id, value, style, parent, x, y)                                                           \
	"<mxCell id=\"" id "\" value=\"" value "\" style=\"" style "\" vertex=\"1\" parent=\"" parent \
	"\"><mxGeometry x=\"" x "\" y=\"" y "\" width=\"100\" height=\"60\" as=\"geometry\"/></mxCell>"

static int drawio_of(struct sketch *sketch, const char *text, size_t len, const char *page, struct error *err)
{
	FILE *in = fmemopen((void *)text, len, "r");
	int failed;

	assert_non_null(in);
	sketch_init(sketch);
	failed = drawio_read(in, page, sketch, err);
	fclose(in);
	return failed;
}

static void drawio_must(struct sketch *sketch, const char *text, const char *page)
{
	struct error err = ERROR_INIT;

	if (drawio_of(sketch, text, strlen(text), page, &err))
		fail_msg("%s\n%s", err.text, text);
}

static const struct sketch_shape *shape_at(const struct sketch *sketch, size_t at)
{
	return vec_at(&sketch->shapes, at);
}

static void shapes_have_places_texts_and_colours(void **state)
{
	struct sketch sketch;

	(void)state;
	drawio_must(&sketch,
		PAGE(BOX("a", "one&#10;two &lt;b&gt;", "whiteSpace=wrap;fillColor=#FFA94D;", "1", "10", "-20.5")
				BOX("b", "&lt;div&gt;one&lt;/div&gt;two", "html=1;fillColor=none;", "1", "0", "0") BOX(
					"c", "", "shape=umlActor;", "1", "0", "0")
					BOX("d", "words", "text;html=1;strokeColor=none;fillColor=none;", "1", "0", "0")
						BOX("e", "x", "fillColor=light-dark(#ffe6cc,#000);", "1", "0", "0")),
		NULL);
	assert_int_equal(sketch.shapes.count, 5);
	assert_string_equal(shape_at(&sketch, 0)->part.text, "one\ntwo <b>");
	assert_string_equal(shape_at(&sketch, 0)->fill, "#FFA94D");
	assert_float_equal(shape_at(&sketch, 0)->x, 10, 0.01);
	assert_float_equal(shape_at(&sketch, 0)->y, -20.5, 0.01);
	assert_string_equal(shape_at(&sketch, 1)->part.text, "one\ntwo");
	assert_null(shape_at(&sketch, 1)->fill);
	assert_int_equal(shape_at(&sketch, 2)->form, SKETCH_PERSON);
	assert_int_equal(shape_at(&sketch, 3)->form, SKETCH_WORDS);
	assert_string_equal(shape_at(&sketch, 4)->fill, "#ffe6cc");
	sketch_release(&sketch);
}

static void frames_and_groups_move_what_is_in_them(void **state)
{
	struct sketch sketch;

	(void)state;
	drawio_must(&sketch,
		PAGE(BOX("in", "x", "", "g", "5", "6") BOX("f", "Frame", "swimlane;", "1", "100", "200")
				BOX("g", "", "group", "f", "10", "20") BOX("h", "Holder", "", "1", "0", "0")
					BOX("i", "y", "", "h", "1", "2")),
		NULL);
	assert_int_equal(sketch.shapes.count, 4);
	assert_float_equal(shape_at(&sketch, 0)->x, 115, 0.01);
	assert_float_equal(shape_at(&sketch, 0)->y, 226, 0.01);
	assert_string_equal(shape_at(&sketch, 0)->frame, "f");
	assert_int_equal(shape_at(&sketch, 1)->form, SKETCH_FRAME);
	assert_int_equal(shape_at(&sketch, 2)->form, SKETCH_FRAME);
	assert_string_equal(shape_at(&sketch, 3)->frame, "h");
	sketch_release(&sketch);
}

static void arrows_have_ends_and_labels(void **state)
{
	const struct sketch_arrow *arrow;
	struct sketch sketch;

	(void)state;
	drawio_must(&sketch,
		PAGE("<mxCell id=\"e\" value=\"async\" style=\"dashed=1;\" edge=\"1\" parent=\"1\" source=\"a\" "
		     "target=\"b\"><mxGeometry relative=\"1\" as=\"geometry\"/></mxCell>"
		     "<mxCell id=\"l\" value=\"more\" style=\"edgeLabel;\" vertex=\"1\" parent=\"e\"><mxGeometry "
		     "x=\"0.2\" relative=\"1\" as=\"geometry\"/></mxCell>"
		     "<mxCell id=\"back\" style=\"startArrow=classic;endArrow=none;\" edge=\"1\" parent=\"1\" "
		     "source=\"a\" target=\"b\"><mxGeometry as=\"geometry\"/></mxCell>"
		     "<mxCell id=\"loose\" edge=\"1\" parent=\"1\" source=\"a\"><mxGeometry as=\"geometry\"><mxPoint "
		     "x=\"7\" y=\"8\" as=\"targetPoint\"/></mxGeometry></mxCell>" BOX("a", "A", "", "1", "0", "0")
				BOX("b", "B", "", "1", "0", "0")),
		NULL);
	assert_int_equal(sketch.shapes.count, 2);
	assert_int_equal(sketch.arrows.count, 3);
	arrow = vec_at(&sketch.arrows, 0);
	assert_string_equal(arrow->part.text, "async\nmore");
	assert_int_equal(arrow->line, SKETCH_DASHED);
	assert_string_equal(arrow->source, "a");
	arrow = vec_at(&sketch.arrows, 1);
	assert_string_equal(arrow->source, "b");
	assert_string_equal(arrow->target, "a");
	arrow = vec_at(&sketch.arrows, 2);
	assert_true(arrow->loose[1] && !arrow->loose[0] && !arrow->target);
	assert_float_equal(arrow->ends[1].x, 7, 0.01);
	sketch_release(&sketch);
}

static void what_is_hidden_or_an_image_is_left_out(void **state)
{
	struct sketch sketch;

	(void)state;
	drawio_must(&sketch,
		PAGE("<mxCell id=\"layer\" parent=\"0\" visible=\"0\"/>" BOX("a", "secret", "", "layer", "0", "0")
				BOX("b", "", "shape=image;image=data:x", "1", "0", "0")),
		NULL);
	assert_int_equal(sketch.shapes.count, 0);
	assert_int_equal(sketch.left_out.count, 2);
	assert_string_equal(vec_get(&sketch.left_out, char *, 0), "“secret”");
	sketch_release(&sketch);
}

/* As draw.io compresses it. */
#define PACKED                                                                                                         \
	"jVBLDsIgED3N2yMYo8tCPysPQdKxkFBpKGp7exNAGxdN3M37Td4MhBqXLujJXH1PDqKBUMH7mKdxUeQcOLM9RA3OGTgHb3fUQ1LZpAPd4z8B" \
	"nQNP7R6UGTQKlYBUaCQqBXnOljmurlhu1jnlnQ8JiratLscaQpZdFCItu30SVcp05EeKYQVnL9tHUxwsd2aG7GBK7FQ4PWc8fKPbdeBtOfAD" \
	"t0c"                                                                                                          \
	"m7efPbw=="

static void a_page_is_chosen_by_name_or_number(void **state)
{
	static const char text[] = "<mxfile><diagram name=\"First\"><mxGraphModel><root><mxCell id=\"0\"/></root>"
				   "</mxGraphModel></diagram><diagram name=\"둘째\">" PACKED "</diagram></mxfile>";
	static const struct {
		const char *page;
		size_t shapes, number;
	} rows[] = {{NULL, 0, 0}, {"1", 0, 0}, {"First", 0, 0}, {"2", 1, 1}, {"둘째", 1, 1}};
	struct error err = ERROR_INIT;
	struct sketch sketch;

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		drawio_must(&sketch, text, rows[i].page);
		assert_int_equal(sketch.shapes.count, rows[i].shapes);
		assert_int_equal(sketch.page, rows[i].number);
		assert_int_equal(sketch.pages.count, 2);
		sketch_release(&sketch);
	}
	assert_int_not_equal(drawio_of(&sketch, text, strlen(text), "3", &err), 0);
	assert_string_equal(err.text, "no page “3”; it has: First, 둘째");
	sketch_release(&sketch);
}

static void a_compressed_page_is_read(void **state)
{
	struct sketch sketch;

	(void)state;
	drawio_must(&sketch, "<mxfile><diagram>\n " PACKED "\n</diagram></mxfile>", NULL);
	assert_int_equal(sketch.shapes.count, 1);
	assert_string_equal(shape_at(&sketch, 0)->part.text, "주문");
	assert_string_equal(shape_at(&sketch, 0)->fill, "#FFA94D");
	sketch_release(&sketch);
}

static void what_is_wrong_is_refused_in_one_line(void **state)
{
	static const struct {
		const char *text, *why;
	} rows[] = {
		{" ", "not XML"},
		{"<mxfile>", "line 1, column 9: not XML"},
		{"<html/>", "not a drawing of draw.io"},
		{"<mxfile/>", "the drawing has no page"},
		{"<!DOCTYPE a [<!ENTITY b \"c\"><!ENTITY d \"&b;&b;\">]><mxfile>&d;</mxfile>", "<!DOCTYPE"},
		{"<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><mxfile/>", "<!DOCTYPE"},
		{"<mxfile>&bomb;</mxfile>", "not XML"},
		{"<mxfile a=\"1\" a=\"2\"/>", "not XML"},
		{"<mxfile>\xff</mxfile>", "not XML"},
		{"<?xml version=\"1.0\" encoding=\"x-none\"?><mxfile/>", "not XML"},
		{PAGE(BOX("a", "", "", "1", "nan", "0")), "x: “nan” is not a length"},
		{PAGE(BOX("a", "", "", "1", "0", "1e300")), "y: “1e300” is not a length"},
		{PAGE(BOX("a", "", "", "b", "1e9", "0") BOX("b", "", "", "1", "1e9", "0")), "a shape is too far away"},
		{PAGE(BOX("a", "", "", "b", "0", "0") BOX("b", "", "", "a", "0", "0")), "groups within groups"},
		{PAGE(BOX("a", "", "", "1", "0", "0") BOX("a", "", "", "1", "0", "0")), "two cells have the id “a”"},
		{PAGE(BOX("a&#10;\xc2\x9b", "", "", "1", "0", "0") BOX("a&#10;\xc2\x9b", "", "", "1", "0", "0")),
			"two cells have the id “a \xef\xbf\xbd”"},
		{"<mxfile><diagram>!!</diagram></mxfile>", "the compressed page is damaged"},
		{"<mxfile><diagram>AAAA</diagram></mxfile>", "the compressed page is damaged"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct error err = ERROR_INIT;
		struct sketch sketch;

		if (!drawio_of(&sketch, rows[i].text, strlen(rows[i].text), NULL, &err))
			fail_msg("taken: %s", rows[i].text);
		if (!strstr(err.text, rows[i].why) || strchr(err.text, '\n'))
			fail_msg("%s: %s", rows[i].text, err.text);
		sketch_release(&sketch);
	}
}

static void what_is_nested_without_end_is_refused(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct error err = ERROR_INIT;
	struct sketch sketch;

	(void)state;
	strbuf_addstr(&text, "<mxfile>");
	for (int i = 0; i < 100000; i++)
		strbuf_addstr(&text, "<a>");
	assert_int_not_equal(drawio_of(&sketch, text.text, text.len, NULL, &err), 0);
	assert_non_null(strstr(err.text, "nested more than 64 deep"));
	sketch_release(&sketch);
	strbuf_release(&text);
}

static void a_page_that_grows_without_end_is_refused(void **state)
{
	static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	size_t len = (size_t)(SKETCH_MIB_MOST + 1) << 20, room = len / 500;
	unsigned char *blank = calloc(1, len), *packed = calloc(1, room);
	z_stream stream = {.next_in = blank, .avail_in = (uInt)len, .next_out = packed, .avail_out = (uInt)room};
	struct strbuf text = STRBUF_INIT, out = STRBUF_INIT;
	struct error err = ERROR_INIT;

	(void)state;
	assert_int_equal(deflateInit2(&stream, 9, Z_DEFLATED, -15, 9, Z_DEFAULT_STRATEGY), Z_OK);
	assert_int_equal(deflate(&stream, Z_FINISH), Z_STREAM_END);
	for (size_t i = 0; i + 2 < stream.total_out; i += 3) {
		unsigned bits = (unsigned)packed[i] << 16 | (unsigned)packed[i + 1] << 8 | packed[i + 2];

		for (int shift = 18; shift >= 0; shift -= 6)
			strbuf_addch(&text, digits[bits >> shift & 63]);
	}
	assert_int_not_equal(unpack_text(&out, text.text, text.len, &err), 0);
	assert_string_equal(err.text, "larger than 64 MiB");
	deflateEnd(&stream);
	free(blank);
	free(packed);
	strbuf_release(&text);
	strbuf_release(&out);
}

static void what_is_written_is_read_as_it_was(void **state)
{
	static const char text[] = "</script> \"q\" 'r' & \t]]>\n&amp; 한글";
	struct sketch sketch, again;
	struct sketch_shape *shape;
	struct sketch_arrow *arrow;
	char *bytes = NULL;
	size_t len;
	FILE *out = open_memstream(&bytes, &len);

	(void)state;
	sketch_init(&sketch);
	shape = sketch_add_shape(&sketch, SKETCH_FRAME);
	sketch_set(&shape->part.id, "f");
	shape->x = 5;
	shape = sketch_add_shape(&sketch, SKETCH_NOTE);
	sketch_set(&shape->part.id, "a");
	sketch_set(&shape->part.text, text);
	sketch_set(&shape->part.item, "sticky");
	sketch_tag(&shape->part, "note", text);
	sketch_set(&shape->frame, "f");
	sketch_set(&shape->fill, "#ffaf00");
	shape->x = 12;
	shape->width = shape->height = 10;
	arrow = sketch_add_arrow(&sketch);
	sketch_set(&arrow->part.id, "e");
	sketch_set(&arrow->source, "a");
	sketch_set(&arrow->target, "f");
	drawio_write(&sketch, out);
	fclose(out);
	drawio_must(&again, bytes, NULL);
	shape = vec_at(&again.shapes, 1);
	assert_string_equal(shape->part.text, text);
	assert_string_equal(shape->part.item, "sticky");
	assert_string_equal(sketch_tagged(&shape->part, "note"), text);
	assert_string_equal(shape->frame, "f");
	assert_string_equal(shape->fill, "#ffaf00");
	assert_float_equal(shape->x, 12, 0.01);
	arrow = vec_at(&again.arrows, 0);
	assert_string_equal(arrow->target, "f");
	sketch_release(&sketch);
	sketch_release(&again);
	free(bytes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shapes_have_places_texts_and_colours),
		cmocka_unit_test(frames_and_groups_move_what_is_in_them),
		cmocka_unit_test(arrows_have_ends_and_labels),
		cmocka_unit_test(what_is_hidden_or_an_image_is_left_out),
		cmocka_unit_test(a_page_is_chosen_by_name_or_number),
		cmocka_unit_test(a_compressed_page_is_read),
		cmocka_unit_test(what_is_wrong_is_refused_in_one_line),
		cmocka_unit_test(what_is_nested_without_end_is_refused),
		cmocka_unit_test(a_page_that_grows_without_end_is_refused),
		cmocka_unit_test(what_is_written_is_read_as_it_was),
	};

	return cmocka_run_group_tests_name("sketch/drawio", tests, NULL, NULL);
}
