#include "json/jsoncanvas_write.h"

#include <jansson.h>
#include <math.h>
#include <string.h>

#include "json/sketch_json.h"

/* Sets what is ours. */
static void jsoncanvas_set_own(json_t *object, const struct sketch_part *part)
{
	json_t *own = sketch_json_own(part);

	if (own)
		json_object_set_new(object, "evstorm", own);
}

/* Appends TEXT as Markdown and HTML that show it as it is: signs escaped, lines kept. */
static void jsoncanvas_escape(struct strbuf *out, const char *text)
{
	for (; *text; text++) {
		if (*text == '\n')
			strbuf_addstr(out, "  ");
		else if (strchr("\\`*_{}[]<>()#+-.!|~&$=^:\"'%@", *text))
			strbuf_addch(out, '\\');
		strbuf_addch(out, *text);
	}
}

/* Prints OBJECT on a line of its own, and frees it. */
static void jsoncanvas_put(json_t *object, bool first, FILE *out)
{
	fputs(first ? "\n" : ",\n", out);
	json_dumpf(object, out, JSON_COMPACT);
	json_decref(object);
}

static json_t *jsoncanvas_node(const struct sketch_shape *shape)
{
	const char *text = shape->part.text ? shape->part.text : "";
	bool group = shape->form == SKETCH_FRAME;
	json_t *node = json_pack("{s:s, s:s, s:i, s:i, s:i, s:i}", "id", shape->part.id, "type",
		group ? "group" : "text", "x", (int)lround(shape->x), "y", (int)lround(shape->y), "width",
		(int)lround(shape->width), "height", (int)lround(shape->height));
	struct strbuf escaped = STRBUF_INIT;

	jsoncanvas_escape(&escaped, text);
	json_object_set_new(node, group ? "label" : "text", json_string(group ? text : escaped.text));
	if (shape->fill && !group)
		json_object_set_new(node, "color", json_string(shape->fill));
	jsoncanvas_set_own(node, &shape->part);
	strbuf_release(&escaped);
	return node;
}

static json_t *jsoncanvas_edge(const struct sketch_arrow *arrow)
{
	json_t *edge =
		json_pack("{s:s, s:s, s:s}", "id", arrow->part.id, "fromNode", arrow->source, "toNode", arrow->target);

	if (arrow->part.text)
		json_object_set_new(edge, "label", json_string(arrow->part.text));
	jsoncanvas_set_own(edge, &arrow->part);
	return edge;
}

/* Groups first, so that they are behind what is in them. */
void jsoncanvas_write(const struct sketch *sketch, FILE *out)
{
	bool any = false;

	fputs("{\"nodes\":[", out);
	for (int groups = 1; groups >= 0; groups--)
		for (size_t i = 0; i < sketch->shapes.count; i++) {
			const struct sketch_shape *shape = vec_at(&sketch->shapes, i);

			if ((shape->form == SKETCH_FRAME) != (groups == 1))
				continue;
			jsoncanvas_put(jsoncanvas_node(shape), !any, out);
			any = true;
		}
	fputs("\n],\"edges\":[", out);
	for (size_t i = 0; i < sketch->arrows.count; i++)
		jsoncanvas_put(jsoncanvas_edge(vec_at(&sketch->arrows, i)), !i, out);
	fputs("\n]}\n", out);
}
