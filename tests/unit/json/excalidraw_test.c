#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "json/excalidraw_read.h"
#include "json/excalidraw_write.h"
#include "json/jsoncanvas_read.h"
#include "json/jsoncanvas_write.h"
#include "json/parse.h"

static int drawing_of(const char *text, struct sketch *sketch, struct error *err)
{
	json_t *root = json_loads(text, 0, NULL);
	int failed;

	if (!root)
		fail_msg("not JSON: %s", text);
	sketch_init(sketch);
	assert_true(excalidraw_read_is(root) || jsoncanvas_read_is(root));
	failed = excalidraw_read_is(root) ? excalidraw_read(root, sketch, err) : jsoncanvas_read(root, sketch, err);
	json_decref(root);
	return failed;
}

static void drawing_must(const char *text, struct sketch *sketch)
{
	struct error err = ERROR_INIT;

	if (drawing_of(text, sketch, &err))
		fail_msg("%s\n%s", err.text, text);
}

static const struct sketch_shape *shape_at(const struct sketch *sketch, size_t at)
{
	return vec_at(&sketch->shapes, at);
}

#define EXCALIDRAW(elements) "{\"type\":\"excalidraw\",\"elements\":[" elements "]}"

static void a_drawing_of_excalidraw_is_read(void **state)
{
	const struct sketch_arrow *arrow;
	struct sketch sketch;

	(void)state;
	drawing_must(EXCALIDRAW("{\"type\":\"text\",\"id\":\"t\",\"containerId\":\"a\",\"text\":\"Order\\nplaced\","
				"\"originalText\":\"Order placed\"},"
				"{\"type\":\"rectangle\",\"id\":\"a\",\"x\":1.5,\"y\":-2,\"width\":100,\"height\":60,"
				"\"backgroundColor\":\"#ffd8a8\",\"frameId\":\"f\"},"
				"{\"type\":\"ellipse\",\"id\":\"b\",\"backgroundColor\":\"transparent\"},"
				"{\"type\":\"rectangle\",\"id\":\"gone\",\"isDeleted\":true},"
				"{\"type\":\"frame\",\"id\":\"f\",\"name\":\"Sales\",\"width\":300,\"height\":300},"
				"{\"type\":\"text\",\"id\":\"w\",\"text\":\"alone\"},"
				"{\"type\":\"image\"},{\"type\":\"freedraw\"},"
				"{\"type\":\"arrow\",\"id\":\"e\",\"x\":10,\"y\":20,\"points\":[[0,0],[5,6]],"
				"\"strokeStyle\":\"dashed\",\"startBinding\":{\"elementId\":\"a\"},\"endBinding\":null,"
				"\"endArrowhead\":\"arrow\"},"
				"{\"type\":\"arrow\",\"id\":\"r\",\"startArrowhead\":\"arrow\",\"endArrowhead\":null,"
				"\"startBinding\":{\"elementId\":\"a\"},\"endBinding\":{\"elementId\":\"b\"}}"),
		&sketch);
	assert_int_equal(sketch.shapes.count, 4);
	assert_string_equal(shape_at(&sketch, 0)->part.text, "Order placed");
	assert_string_equal(shape_at(&sketch, 0)->fill, "#ffd8a8");
	assert_string_equal(shape_at(&sketch, 0)->frame, "f");
	assert_float_equal(shape_at(&sketch, 0)->x, 1.5, 0.01);
	assert_null(shape_at(&sketch, 1)->fill);
	assert_int_equal(shape_at(&sketch, 2)->form, SKETCH_FRAME);
	assert_string_equal(shape_at(&sketch, 2)->part.text, "Sales");
	assert_int_equal(shape_at(&sketch, 3)->form, SKETCH_WORDS);
	assert_int_equal(sketch.left_out.count, 2);
	arrow = vec_at(&sketch.arrows, 0);
	assert_string_equal(arrow->source, "a");
	assert_true(arrow->loose[1]);
	assert_float_equal(arrow->ends[1].y, 26, 0.01);
	assert_int_equal(arrow->line, SKETCH_DASHED);
	arrow = vec_at(&sketch.arrows, 1);
	assert_string_equal(arrow->source, "b");
	assert_string_equal(arrow->target, "a");
	sketch_release(&sketch);
}

static void a_canvas_is_read(void **state)
{
	const struct sketch_arrow *arrow;
	struct sketch sketch;

	(void)state;
	drawing_must(
		"{\"nodes\":[{\"id\":\"g\",\"type\":\"group\",\"label\":\"Sales\",\"x\":0,\"y\":0,\"width\":9,"
		"\"height\":9},{\"id\":\"a\",\"type\":\"text\",\"text\":\"one \\\\* two\",\"color\":\"2\"},"
		"{\"id\":\"b\",\"type\":\"text\",\"text\":\"x\",\"color\":\"#a5d8ff\"},"
		"{\"id\":\"c\",\"type\":\"file\",\"file\":\"notes.md\"}],\"edges\":[{\"id\":\"e\",\"fromNode\":\"a\","
		"\"toNode\":\"b\",\"label\":\"then\"},{\"id\":\"r\",\"fromNode\":\"a\",\"toNode\":\"b\","
		"\"fromEnd\":\"arrow\",\"toEnd\":\"none\"}]}",
		&sketch);
	assert_int_equal(sketch.shapes.count, 3);
	assert_int_equal(shape_at(&sketch, 0)->form, SKETCH_FRAME);
	assert_string_equal(shape_at(&sketch, 1)->part.text, "one * two");
	assert_string_equal(shape_at(&sketch, 1)->fill, "orange");
	assert_string_equal(shape_at(&sketch, 2)->fill, "#a5d8ff");
	assert_string_equal(vec_get(&sketch.left_out, char *, 0), "“notes.md”");
	arrow = vec_at(&sketch.arrows, 0);
	assert_string_equal(arrow->part.text, "then");
	arrow = vec_at(&sketch.arrows, 1);
	assert_string_equal(arrow->source, "b");
	sketch_release(&sketch);
}

static void what_is_wrong_is_refused_where_it_is(void **state)
{
	static const struct {
		const char *text, *why;
	} rows[] = {
		{"{\"type\":\"excalidraw\"}", "elements: expected an array"},
		{"{\"type\":\"excalidraw\",\"elements\":{}}", "elements: expected an array"},
		{EXCALIDRAW("1"), "elements[0]: its type is missing"},
		{EXCALIDRAW("{}"), "elements[0]: its type is missing"},
		{EXCALIDRAW("{\"type\":\"line\"},{\"type\":\"rectangle\",\"x\":\"1\"}"),
			"elements[1]: x: expected a length"},
		{EXCALIDRAW("{\"type\":\"rectangle\",\"height\":1e300}"), "elements[0]: height: expected a length"},
		{EXCALIDRAW("{\"type\":\"arrow\",\"y\":-1e10}"), "elements[0]: y: expected a length"},
		{"{\"nodes\":[1]}", "nodes[0]: its type is missing"},
		{"{\"nodes\":[{\"type\":\"text\",\"width\":true}]}", "nodes[0]: width: expected a length"},
		{"{\"nodes\":[],\"edges\":1}", "edges: expected an array"},
		{"{\"nodes\":[],\"edges\":[1]}", "edges[0]: expected an object"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct error err = ERROR_INIT;
		struct sketch sketch;

		if (!drawing_of(rows[i].text, &sketch, &err))
			fail_msg("taken: %s", rows[i].text);
		assert_string_equal(err.text, rows[i].why);
		sketch_release(&sketch);
	}
}

/* A sketch with a frame, a note in it, words, and an arrow. */
static void sketch_of_all(struct sketch *sketch, const char *text)
{
	struct sketch_shape *shape;
	struct sketch_arrow *arrow;

	sketch_init(sketch);
	shape = sketch_add_shape(sketch, SKETCH_FRAME);
	sketch_set(&shape->part.id, "f");
	sketch_set(&shape->part.text, "Frame");
	shape->width = shape->height = 100;
	shape = sketch_add_shape(sketch, SKETCH_NOTE);
	sketch_set(&shape->part.id, "a");
	sketch_set(&shape->part.text, text);
	sketch_set(&shape->part.item, "sticky");
	sketch_tag(&shape->part, "note", text);
	sketch_set(&shape->frame, "f");
	sketch_set(&shape->fill, "#ffaf00");
	shape->x = 12;
	shape->width = shape->height = 10;
	arrow = sketch_add_arrow(sketch);
	sketch_set(&arrow->part.id, "e");
	sketch_set(&arrow->part.text, "label");
	sketch_set(&arrow->source, "a");
	sketch_set(&arrow->target, "f");
	arrow->line = SKETCH_DOTTED;
}

static void what_is_written_is_read_as_it_was(void **state)
{
	static const char text[] = "</script> \"q\" 'r' & \\* # 한글";
	void (*const writes[])(const struct sketch *sketch, FILE *out) = {excalidraw_write, jsoncanvas_write};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(writes); i++) {
		struct sketch sketch, again;
		const struct sketch_shape *shape;
		const struct sketch_arrow *arrow;
		char *bytes = NULL;
		size_t len;
		FILE *out = open_memstream(&bytes, &len);

		sketch_of_all(&sketch, text);
		writes[i](&sketch, out);
		fclose(out);
		drawing_must(bytes, &again);
		assert_int_equal(again.shapes.count, 2);
		shape = shape_at(&again, 1);
		assert_string_equal(shape->part.id, "a");
		assert_string_equal(shape->part.text, text);
		assert_string_equal(shape->part.item, "sticky");
		assert_string_equal(sketch_tagged(&shape->part, "note"), text);
		assert_string_equal(shape->fill, "#ffaf00");
		assert_float_equal(shape->x, 12, 0.01);
		assert_string_equal(shape_at(&again, 0)->part.text, "Frame");
		arrow = vec_at(&again.arrows, 0);
		assert_string_equal(arrow->source, "a");
		assert_string_equal(arrow->target, "f");
		assert_string_equal(arrow->part.text, "label");
		sketch_release(&sketch);
		sketch_release(&again);
		free(bytes);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_drawing_of_excalidraw_is_read),
		cmocka_unit_test(a_canvas_is_read),
		cmocka_unit_test(what_is_wrong_is_refused_where_it_is),
		cmocka_unit_test(what_is_written_is_read_as_it_was),
	};

	return cmocka_run_group_tests_name("json/excalidraw", tests, NULL, NULL);
}
