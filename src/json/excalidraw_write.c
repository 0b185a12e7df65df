#include "json/excalidraw_write.h"

#include <jansson.h>
#include <math.h>
#include <string.h>

#include "json/sketch_json.h"
#include "text/width.h"

/* The font of texts ("Excalifont", which has Hangul by hand), their size, and the height of a line of it. */
#define EXCALIDRAW_FONT 5
#define EXCALIDRAW_SIZE 12
#define EXCALIDRAW_LINE 1.25

/* The width of a cell of text in that size. */
#define EXCALIDRAW_CELL 7

struct excalidraw_write {
	const struct sketch *sketch;
	FILE *out;
	struct names shapes; /* id -> index + 1 */
	struct vec bound;    /* of json_t *, of each shape: the array of what is bound to it */
	bool any;            /* an element has been written */
};

/* Prints ELEMENT on a line of its own, and frees it. */
static void excalidraw_put(struct excalidraw_write *work, json_t *element)
{
	fputs(work->any ? ",\n" : "\n", work->out);
	json_dumpf(element, work->out, JSON_COMPACT);
	json_decref(element);
	work->any = true;
}

static void excalidraw_set_colour(json_t *element, const char *name, unsigned rgb)
{
	char code[16];

	snprintf(code, sizeof(code), "#%06x", rgb);
	json_object_set_new(element, name, json_string(code));
}

static void excalidraw_set_box(json_t *element, double x, double y, double width, double height)
{
	json_object_set_new(element, "x", json_real(x));
	json_object_set_new(element, "y", json_real(y));
	json_object_set_new(element, "width", json_real(width));
	json_object_set_new(element, "height", json_real(height));
}

/* Sets what is ours. */
static void excalidraw_set_own(json_t *element, const struct sketch_part *part)
{
	json_t *own = sketch_json_own(part);

	if (own)
		json_object_set_new(element, "customData", json_pack("{s:o}", "evstorm", own));
}

/* An element of TYPE, called ID, with what all have. */
static json_t *excalidraw_element(const char *type, const char *id, const char *frame)
{
	json_t *element = json_pack("{s:s, s:s, s:i, s:i, s:i, s:i}", "type", type, "id", id, "roughness", 0, "opacity",
		100, "seed", 1, "version", 1);

	if (frame)
		json_object_set_new(element, "frameId", json_string(frame));
	return element;
}

/* The size of TEXT in pixels. */
static void excalidraw_measure(const char *text, double *width, double *height)
{
	int most = 1, lines = 0;

	for (size_t len; text; text = text[len] ? text + len + 1 : NULL) {
		int cells = width_of(text, len = strcspn(text, "\n"));

		most = cells > most ? cells : most;
		lines++;
	}
	*width = most * EXCALIDRAW_CELL;
	*height = lines * EXCALIDRAW_SIZE * EXCALIDRAW_LINE;
}

/* Writes PART's text, with its middle at X, Y; bound to PART unless ID is its own. */
static void excalidraw_text(struct excalidraw_write *work, const struct sketch_part *part, const char *id,
	const char *frame, struct sketch_point middle, unsigned ink)
{
	json_t *element = excalidraw_element("text", id, frame);
	const char *text = part->text ? part->text : "";
	bool bound = strcmp(id, part->id) != 0;
	double width, height;

	excalidraw_measure(text, &width, &height);
	excalidraw_set_box(element, middle.x - width / 2, middle.y - height / 2, width, height);
	excalidraw_set_colour(element, "strokeColor", ink);
	json_object_set_new(element, "backgroundColor", json_string("transparent"));
	json_object_set_new(element, "text", json_string(text));
	json_object_set_new(element, "originalText", json_string(text));
	json_object_set_new(element, "fontSize", json_integer(EXCALIDRAW_SIZE));
	json_object_set_new(element, "fontFamily", json_integer(EXCALIDRAW_FONT));
	json_object_set_new(element, "lineHeight", json_real(EXCALIDRAW_LINE));
	json_object_set_new(element, "textAlign", json_string(bound ? "center" : "left"));
	json_object_set_new(element, "verticalAlign", json_string("middle"));
	if (bound)
		json_object_set_new(element, "containerId", json_string(part->id));
	else
		excalidraw_set_own(element, part);
	excalidraw_put(work, element);
}

/* Appends the id of the text of PART. */
static void excalidraw_text_id(const struct sketch_part *part, struct strbuf *id)
{
	strbuf_reset(id);
	strbuf_addf(id, "%s-text", part->id);
}

static void excalidraw_note(struct excalidraw_write *work, const struct sketch_shape *shape, json_t *bound)
{
	struct sketch_point middle = {shape->x + shape->width / 2, shape->y + shape->height / 2};
	json_t *element = excalidraw_element("rectangle", shape->part.id, shape->frame);
	struct strbuf id = STRBUF_INIT;

	excalidraw_text_id(&shape->part, &id);
	if (shape->part.text)
		json_array_append_new(bound, json_pack("{s:s, s:s}", "type", "text", "id", id.text));
	excalidraw_set_box(element, shape->x, shape->y, shape->width, shape->height);
	excalidraw_set_colour(element, "strokeColor", shape->pen);
	json_object_set_new(element, "backgroundColor", json_string(shape->fill ? shape->fill : "transparent"));
	json_object_set_new(element, "fillStyle", json_string("solid"));
	json_object_set_new(element, "strokeWidth", json_integer(shape->heavy ? 4 : 1));
	json_object_set(element, "boundElements", bound);
	excalidraw_set_own(element, &shape->part);
	excalidraw_put(work, element);
	if (shape->part.text)
		excalidraw_text(work, &shape->part, id.text, shape->frame, middle, shape->ink);
	strbuf_release(&id);
}

static void excalidraw_frame(struct excalidraw_write *work, const struct sketch_shape *shape, json_t *bound)
{
	json_t *element = excalidraw_element("frame", shape->part.id, NULL);

	excalidraw_set_box(element, shape->x, shape->y, shape->width, shape->height);
	json_object_set_new(element, "name", json_string(shape->part.text ? shape->part.text : ""));
	json_object_set(element, "boundElements", bound);
	excalidraw_set_own(element, &shape->part);
	excalidraw_put(work, element);
}

static void excalidraw_words(struct excalidraw_write *work, const struct sketch_shape *shape)
{
	struct sketch_point middle;
	double width, height;

	excalidraw_measure(shape->part.text ? shape->part.text : "", &width, &height);
	middle = (struct sketch_point){shape->x + width / 2, shape->y + height / 2};
	excalidraw_text(work, &shape->part, shape->part.id, NULL, middle, shape->ink);
}

/* The binding of an end of an arrow to the shape ID. */
static json_t *excalidraw_binding(const char *id)
{
	return json_pack("{s:s, s:i, s:i}", "elementId", id, "focus", 0, "gap", 1);
}

/* The way of ARROW as points relative to its first, which is *FIRST. */
static json_t *excalidraw_points(const struct excalidraw_write *work, const struct sketch_arrow *arrow,
	struct sketch_point *first, struct sketch_point *size)
{
	const char *const ends[2] = {arrow->source, arrow->target};
	json_t *points = json_array();
	struct sketch_point least = {0, 0}, most = {0, 0};
	struct vec way = VEC_INIT(struct sketch_point);

	for (size_t i = 0; i < arrow->way.count; i++)
		vec_add(&way, struct sketch_point) = vec_get(&arrow->way, struct sketch_point, i);
	for (int end = 0; end < 2 && !arrow->way.count; end++) {
		int64_t number = names_get(&work->shapes, ends[end]);
		const struct sketch_shape *shape = number ? vec_at(&work->sketch->shapes, (size_t)number - 1) : NULL;

		vec_add(&way, struct sketch_point) =
			shape ? (struct sketch_point){shape->x + shape->width / 2, shape->y + shape->height / 2}
			      : (struct sketch_point){0, 0};
	}
	*first = vec_get(&way, struct sketch_point, 0);
	for (size_t i = 0; i < way.count; i++) {
		struct sketch_point *point = vec_at(&way, i);
		double x = point->x - first->x, y = point->y - first->y;

		json_array_append_new(points, json_pack("[f, f]", x, y));
		least = (struct sketch_point){fmin(least.x, x), fmin(least.y, y)};
		most = (struct sketch_point){fmax(most.x, x), fmax(most.y, y)};
	}
	*size = (struct sketch_point){most.x - least.x, most.y - least.y};
	vec_release(&way);
	return points;
}

static void excalidraw_arrow(struct excalidraw_write *work, const struct sketch_arrow *arrow)
{
	static const char *const lines[] = {
		[SKETCH_SOLID] = "solid", [SKETCH_DASHED] = "dashed", [SKETCH_DOTTED] = "dotted"};
	json_t *element = excalidraw_element("arrow", arrow->part.id, NULL);
	struct strbuf id = STRBUF_INIT;
	struct sketch_point first, size;

	json_object_set_new(element, "points", excalidraw_points(work, arrow, &first, &size));
	excalidraw_set_box(element, first.x, first.y, size.x, size.y);
	excalidraw_set_colour(element, "strokeColor", 0x606060);
	json_object_set_new(element, "strokeWidth", json_integer(1));
	json_object_set_new(element, "strokeStyle", json_string(lines[arrow->line]));
	json_object_set_new(element, "startArrowhead", json_null());
	json_object_set_new(element, "endArrowhead", json_string("triangle"));
	json_object_set_new(element, "startBinding", excalidraw_binding(arrow->source));
	json_object_set_new(element, "endBinding", excalidraw_binding(arrow->target));
	excalidraw_set_own(element, &arrow->part);
	excalidraw_text_id(&arrow->part, &id);
	if (arrow->part.text)
		json_object_set_new(element, "boundElements", json_pack("[{s:s, s:s}]", "type", "text", "id", id.text));
	excalidraw_put(work, element);
	if (arrow->part.text && arrow->way.count)
		excalidraw_text(work, &arrow->part, id.text, NULL, sketch_text_at(arrow), 0);
	else if (arrow->part.text)
		excalidraw_text(work, &arrow->part, id.text, NULL,
			(struct sketch_point){first.x + size.x / 2, first.y + size.y / 2}, 0);
	strbuf_release(&id);
}

/* Notes for each shape which arrows are bound to it. */
static void excalidraw_note_bound(struct excalidraw_write *work)
{
	for (size_t i = 0; i < work->sketch->shapes.count; i++) {
		names_set(&work->shapes, ((const struct sketch_part *)vec_at(&work->sketch->shapes, i))->id,
			(int64_t)i + 1);
		vec_add(&work->bound, json_t *) = json_array();
	}
	for (size_t i = 0; i < work->sketch->arrows.count; i++) {
		const struct sketch_arrow *arrow = vec_at(&work->sketch->arrows, i);
		const char *const ends[2] = {arrow->source, arrow->target};

		for (int end = 0; end < 2; end++) {
			int64_t number = names_get(&work->shapes, ends[end]);

			if (number)
				json_array_append_new(vec_get(&work->bound, json_t *, (size_t)number - 1),
					json_pack("{s:s, s:s}", "type", "arrow", "id", arrow->part.id));
		}
	}
}

void excalidraw_write(const struct sketch *sketch, FILE *out)
{
	struct excalidraw_write work = {sketch, out, NAMES_INIT, VEC_INIT(json_t *), false};

	excalidraw_note_bound(&work);
	fputs("{\"type\":\"excalidraw\",\"version\":2,\"source\":\"evstorm\",\"elements\":[", out);
	for (size_t i = 0; i < sketch->shapes.count; i++) {
		const struct sketch_shape *shape = vec_at(&sketch->shapes, i);
		json_t *bound = vec_get(&work.bound, json_t *, i);

		if (shape->form == SKETCH_FRAME)
			excalidraw_frame(&work, shape, bound);
		else if (shape->form == SKETCH_WORDS)
			excalidraw_words(&work, shape);
		else
			excalidraw_note(&work, shape, bound);
	}
	for (size_t i = 0; i < sketch->arrows.count; i++)
		excalidraw_arrow(&work, vec_at(&sketch->arrows, i));
	fputs("\n],\"appState\":{\"viewBackgroundColor\":\"#ffffff\"},\"files\":{}}\n", out);
	for (size_t i = 0; i < work.bound.count; i++)
		json_decref(vec_get(&work.bound, json_t *, i));
	vec_release(&work.bound);
	names_release(&work.shapes);
}
