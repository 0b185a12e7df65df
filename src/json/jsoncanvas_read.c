#include "json/jsoncanvas_read.h"

#include <ctype.h>
#include <string.h>

#include "base/i18n.h"
#include "json/sketch_json.h"

/* The colours "1" to "6" of a canvas: red, orange, yellow, green, cyan, purple. Those who storm on one take cyan for
 * the blue that is missing. */
static const char *const jsoncanvas_colours[] = {"red", "orange", "yellow", "green", "blue", "lilac"};

bool jsoncanvas_read_is(const json_t *root)
{
	return json_is_array(json_object_get(root, "nodes")) && !json_object_get(root, "evstorm");
}

static const char *jsoncanvas_colour(const json_t *node)
{
	const json_t *value = json_object_get(node, "color");
	const char *text = json_string_value(value);
	json_int_t number = json_integer_value(value);

	if (text && text[0] >= '1' && text[0] <= '6' && !text[1])
		number = text[0] - '0';
	if (number >= 1 && number <= 6)
		return jsoncanvas_colours[number - 1];
	return text && *text ? text : NULL;
}

/* Appends TEXT without the backslashes before signs of Markdown. */
static void jsoncanvas_unescape(struct strbuf *out, const char *text)
{
	for (; *text; text++) {
		text += *text == '\\' && ispunct((unsigned char)text[1]);
		strbuf_addch(out, *text);
	}
}

static int jsoncanvas_node(const json_t *node, struct sketch *sketch, struct error *err)
{
	const char *type = sketch_json_text(node, "type");
	bool group = type && !strcmp(type, "group");
	struct strbuf plain = STRBUF_INIT;
	struct sketch_shape *shape;
	const char *text;

	if (!json_is_object(node) || !type)
		return error_set(err, ERROR_REFUSED, _("its type is missing"));
	if (!group && strcmp(type, "text") != 0) {
		const char *file = sketch_json_text(node, "file");

		sketch_leave_out(sketch, _("a file or a link"), file ? file : sketch_json_text(node, "url"));
		return 0;
	}
	shape = sketch_add_shape(sketch, group ? SKETCH_FRAME : SKETCH_NOTE);
	sketch_json_part(sketch_json_text(node, "id"), json_object_get(node, "evstorm"), &shape->part);
	text = sketch_json_text(node, group ? "label" : "text");
	if (text && !group)
		jsoncanvas_unescape(&plain, text);
	sketch_set(&shape->part.text, group ? text : plain.text);
	strbuf_release(&plain);
	sketch_set(&shape->fill, jsoncanvas_colour(node));
	return sketch_json_box(node, shape, err);
}

static int jsoncanvas_edge(const json_t *edge, struct sketch *sketch, struct error *err)
{
	const char *from = sketch_json_text(edge, "fromNode"), *to = sketch_json_text(edge, "toNode");
	const char *from_end = sketch_json_text(edge, "fromEnd"), *to_end = sketch_json_text(edge, "toEnd");
	bool back = from_end && !strcmp(from_end, "arrow") && to_end && !strcmp(to_end, "none");
	struct sketch_arrow *arrow = sketch_add_arrow(sketch);

	if (!json_is_object(edge))
		return error_set(err, ERROR_REFUSED, _("expected an object"));
	sketch_json_part(sketch_json_text(edge, "id"), json_object_get(edge, "evstorm"), &arrow->part);
	sketch_set(&arrow->source, back ? to : from);
	sketch_set(&arrow->target, back ? from : to);
	sketch_set(&arrow->part.text, sketch_json_text(edge, "label"));
	return 0;
}

/* Calls VISIT for all items of the array KEY of ROOT. */
static int jsoncanvas_each(const json_t *root, const char *key,
	int (*visit)(const json_t *item, struct sketch *sketch, struct error *err), struct sketch *sketch,
	struct error *err)
{
	const json_t *list = json_object_get(root, key);
	int failed = sketch_json_room(sketch, json_array_size(list), err);

	if (list && !json_is_array(list))
		return error_set(err, ERROR_REFUSED, _("%s: expected an array"), key);
	for (size_t i = 0; i < json_array_size(list) && !failed; i++) {
		failed = visit(json_array_get(list, i), sketch, err);
		if (failed)
			error_prefix(err, failed, "%s[%zu]", key, i);
	}
	return failed;
}

int jsoncanvas_read(const json_t *root, struct sketch *sketch, struct error *err)
{
	int failed = jsoncanvas_each(root, "nodes", jsoncanvas_node, sketch, err);

	return failed ? failed : jsoncanvas_each(root, "edges", jsoncanvas_edge, sketch, err);
}
