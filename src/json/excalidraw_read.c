#include "json/excalidraw_read.h"

#include <string.h>
#include <strings.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "json/sketch_json.h"

/* What an element becomes; others are left out. */
static const struct {
	const char *type;
	enum sketch_form form;
} excalidraw_forms[] = {{"rectangle", SKETCH_NOTE}, {"diamond", SKETCH_NOTE}, {"ellipse", SKETCH_NOTE},
	{"frame", SKETCH_FRAME}, {"magicframe", SKETCH_FRAME}, {"text", SKETCH_WORDS}};

static bool excalidraw_is(const json_t *element, const char *type)
{
	const char *is = sketch_json_text(element, "type");

	return is && !strcmp(is, type);
}

bool excalidraw_read_is(const json_t *root)
{
	return excalidraw_is(root, "excalidraw");
}

/* The text of ELEMENT, as it was before it was broken into lines; or NULL. */
static const char *excalidraw_text(const json_t *element)
{
	const char *text = sketch_json_text(element, "originalText");

	return text && *text ? text : sketch_json_text(element, "text");
}

static const char *excalidraw_fill(const json_t *element)
{
	const char *fill = sketch_json_text(element, "backgroundColor");

	return fill && *fill && strcasecmp(fill, "transparent") != 0 ? fill : NULL;
}

/* The object in `customData` that is ours, or NULL. */
static const json_t *excalidraw_own(const json_t *element)
{
	return json_object_get(json_object_get(element, "customData"), "evstorm");
}

static int excalidraw_shape(const json_t *element, enum sketch_form form, struct sketch *sketch, struct error *err)
{
	struct sketch_shape *shape = sketch_add_shape(sketch, form);

	sketch_json_part(sketch_json_text(element, "id"), excalidraw_own(element), &shape->part);
	sketch_set(&shape->frame, sketch_json_text(element, "frameId"));
	sketch_set(&shape->fill, form == SKETCH_NOTE ? excalidraw_fill(element) : NULL);
	sketch_set(
		&shape->part.text, form == SKETCH_FRAME ? sketch_json_text(element, "name") : excalidraw_text(element));
	return sketch_json_box(element, shape, err);
}

/* Takes the end of an arrow at POINT of its points, and what it is bound to. */
static int excalidraw_end(const json_t *element, struct sketch_arrow *arrow, int end, struct error *err)
{
	const json_t *points = json_object_get(element, "points");
	const json_t *point = json_array_get(points, end ? json_array_size(points) - 1 : 0);
	const json_t *bound = json_object_get(element, end ? "endBinding" : "startBinding");
	double x = 0, y = 0;
	int failed = sketch_json_length(element, "x", &x, err);

	if (!failed)
		failed = sketch_json_length(element, "y", &y, err);
	sketch_set(end ? &arrow->target : &arrow->source, sketch_json_text(bound, "elementId"));
	arrow->ends[end].x = x + json_number_value(json_array_get(point, 0));
	arrow->ends[end].y = y + json_number_value(json_array_get(point, 1));
	arrow->loose[end] = point && sketch_is_length(arrow->ends[end].x) && sketch_is_length(arrow->ends[end].y);
	return failed;
}

/* Turns ARROW round. */
static void excalidraw_turn(struct sketch_arrow *arrow)
{
	char *source = arrow->source;
	struct sketch_point end = arrow->ends[0];
	bool loose = arrow->loose[0];

	arrow->source = arrow->target;
	arrow->target = source;
	arrow->ends[0] = arrow->ends[1];
	arrow->ends[1] = end;
	arrow->loose[0] = arrow->loose[1];
	arrow->loose[1] = loose;
}

static int excalidraw_arrow(const json_t *element, struct sketch *sketch, struct error *err)
{
	static const char *const lines[] = {"solid", "dashed", "dotted"};
	const char *line = sketch_json_text(element, "strokeStyle");
	struct sketch_arrow *arrow = sketch_add_arrow(sketch);
	int failed;

	sketch_json_part(sketch_json_text(element, "id"), excalidraw_own(element), &arrow->part);
	for (size_t i = 0; i < ARRAY_SIZE(lines); i++)
		if (line && !strcmp(line, lines[i]))
			arrow->line = (enum sketch_line)i;
	failed = excalidraw_end(element, arrow, 0, err);
	if (!failed)
		failed = excalidraw_end(element, arrow, 1, err);
	if (json_is_string(json_object_get(element, "startArrowhead")) &&
		!json_is_string(json_object_get(element, "endArrowhead")))
		excalidraw_turn(arrow);
	return failed;
}

static int excalidraw_element(const json_t *element, struct sketch *sketch, struct error *err)
{
	const char *type = sketch_json_text(element, "type");

	if (!json_is_object(element) || !type)
		return error_set(err, ERROR_REFUSED, _("its type is missing"));
	if (sketch_json_flag(element, "isDeleted") ||
		(excalidraw_is(element, "text") && sketch_json_text(element, "containerId")))
		return 0;
	if (excalidraw_is(element, "arrow"))
		return excalidraw_arrow(element, sketch, err);
	for (size_t i = 0; i < ARRAY_SIZE(excalidraw_forms); i++)
		if (excalidraw_is(element, excalidraw_forms[i].type))
			return excalidraw_shape(element, excalidraw_forms[i].form, sketch, err);
	sketch_leave_out(sketch, excalidraw_is(element, "image") ? _("an image") : _("a hand-drawn line"), NULL);
	return 0;
}

/* Gives the texts that are bound to shapes and arrows to these. */
static void excalidraw_bind(const json_t *elements, struct sketch *sketch)
{
	struct names shapes = NAMES_INIT, arrows = NAMES_INIT;

	for (size_t i = 0; i < sketch->shapes.count; i++) {
		const struct sketch_part *part = vec_at(&sketch->shapes, i);

		if (part->id)
			names_set(&shapes, part->id, (int64_t)i + 1);
	}
	for (size_t i = 0; i < sketch->arrows.count; i++) {
		const struct sketch_part *part = vec_at(&sketch->arrows, i);

		if (part->id)
			names_set(&arrows, part->id, (int64_t)i + 1);
	}
	for (size_t i = 0; i < json_array_size(elements); i++) {
		const json_t *element = json_array_get(elements, i);
		const char *holder = sketch_json_text(element, "containerId");
		int64_t shape = holder ? names_get(&shapes, holder) : 0,
			arrow = holder ? names_get(&arrows, holder) : 0;
		struct sketch_part *part = shape   ? vec_at(&sketch->shapes, (size_t)shape - 1)
					   : arrow ? vec_at(&sketch->arrows, (size_t)arrow - 1)
						   : NULL;

		if (part && excalidraw_is(element, "text") && !sketch_json_flag(element, "isDeleted"))
			sketch_set(&part->text, excalidraw_text(element));
	}
	names_release(&shapes);
	names_release(&arrows);
}

int excalidraw_read(const json_t *root, struct sketch *sketch, struct error *err)
{
	const json_t *elements = json_object_get(root, "elements");
	int failed = sketch_json_room(sketch, json_array_size(elements), err);

	if (!json_is_array(elements))
		return error_set(err, ERROR_REFUSED, _("%s: expected an array"), "elements");
	for (size_t i = 0; i < json_array_size(elements) && !failed; i++) {
		failed = excalidraw_element(json_array_get(elements, i), sketch, err);
		if (failed)
			error_prefix(err, failed, "elements[%zu]", i);
	}
	if (!failed)
		excalidraw_bind(elements, sketch);
	return failed;
}
