#include "sketch/drawio_scene.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "sketch/drawio_style.h"
#include "sketch/markup.h"

/* How deep groups may be in groups. */
#define DRAWIO_SCENE_DEEP 64

void drawio_scene_init(struct drawio_scene *scene)
{
	*scene = (struct drawio_scene){VEC_INIT(struct drawio_cell), NAMES_INIT};
}

void drawio_cell_release(struct drawio_cell *cell)
{
	struct sketch_part rest = {.item = cell->item, .tags = cell->tags};

	sketch_part_release(&rest);
	free(cell->id);
	free(cell->parent);
	free(cell->value);
	free(cell->style);
	free(cell->source);
	free(cell->target);
}

void drawio_scene_release(struct drawio_scene *scene)
{
	for (size_t i = 0; i < scene->cells.count; i++)
		drawio_cell_release(vec_at(&scene->cells, i));
	vec_release(&scene->cells);
	names_release(&scene->index);
}

static struct drawio_cell *drawio_scene_cell(const struct drawio_scene *scene, size_t at)
{
	return vec_at(&scene->cells, at);
}

/* The cell called ID, or NULL. */
static struct drawio_cell *drawio_scene_find(const struct drawio_scene *scene, const char *id)
{
	int64_t number = id ? names_get(&scene->index, id) : 0;

	return number ? drawio_scene_cell(scene, (size_t)number - 1) : NULL;
}

/* The parent of CELL, or NULL. */
static struct drawio_cell *drawio_scene_above(const struct drawio_scene *scene, const struct drawio_cell *cell)
{
	return cell->above == SIZE_MAX ? NULL : drawio_scene_cell(scene, cell->above);
}

/* Finds the parents of all cells. */
static int drawio_scene_relate(struct drawio_scene *scene, struct error *err)
{
	for (size_t i = 0; i < scene->cells.count; i++) {
		struct drawio_cell *cell = drawio_scene_cell(scene, i), *above = drawio_scene_find(scene, cell->parent);

		cell->above = above && above != cell ? (size_t)(above - drawio_scene_cell(scene, 0)) : SIZE_MAX;
		if (above && cell->vertex && !cell->relative)
			above->parental = true;
	}
	for (size_t i = 0; i < scene->cells.count; i++) {
		const struct drawio_cell *cell = drawio_scene_cell(scene, i);
		int depth = 0;

		for (; cell; cell = drawio_scene_above(scene, cell))
			if (depth++ > DRAWIO_SCENE_DEEP)
				return error_set(err, ERROR_REFUSED, _("groups within groups without end"));
	}
	return 0;
}

/* Is CELL, or what it is in, not shown? */
static bool drawio_scene_hides(const struct drawio_scene *scene, const struct drawio_cell *cell)
{
	for (; cell; cell = drawio_scene_above(scene, cell))
		if (cell->hidden)
			return true;
	return false;
}

static bool drawio_scene_is_frame(const struct drawio_cell *cell)
{
	return cell->vertex && !drawio_style_has(cell->style, "group") &&
	       (cell->parental || drawio_style_has(cell->style, "swimlane") ||
		       drawio_style_is(cell->style, "container", "1"));
}

/* Appends the text of CELL. */
static void drawio_scene_say(const struct drawio_cell *cell, struct strbuf *out)
{
	if (!cell->value)
		return;
	if (drawio_style_is(cell->style, "html", "1"))
		markup_text(out, cell->value);
	else
		strbuf_addstr(out, cell->value);
}

static bool drawio_scene_is_person(const char *style)
{
	static const char *const shapes[] = {"umlActor", "actor", "mxgraph.basic.user", "mxgraph.c4.person2"};

	for (size_t i = 0; i < sizeof(shapes) / sizeof(*shapes); i++)
		if (drawio_style_is(style, "shape", shapes[i]))
			return true;
	return drawio_style_has(style, "actor") || drawio_style_has(style, "umlActor");
}

static enum sketch_form drawio_scene_form(const struct drawio_cell *cell)
{
	struct strbuf colour = STRBUF_INIT;
	bool filled = drawio_style_colour(cell->style, "fillColor", &colour);
	bool bare = drawio_style_has(cell->style, "text") || drawio_style_is(cell->style, "shape", "text") ||
		    (drawio_style_is(cell->style, "strokeColor", "none") &&
			    drawio_style_is(cell->style, "fillColor", "none"));

	strbuf_release(&colour);
	if (drawio_scene_is_frame(cell))
		return SKETCH_FRAME;
	if (drawio_scene_is_person(cell->style))
		return SKETCH_PERSON;
	return bare && !filled ? SKETCH_WORDS : SKETCH_NOTE;
}

/* Moves the tags and so on of CELL to PART, with a text that is its own. */
static void drawio_scene_hand_over(struct drawio_cell *cell, const struct strbuf *text, struct sketch_part *part)
{
	sketch_set(&part->id, cell->id);
	sketch_set(&part->text, text->len ? text->text : NULL);
	part->item = cell->item;
	cell->item = NULL;
	vec_release(&part->tags);
	part->tags = cell->tags;
	vec_init(&cell->tags, sizeof(struct sketch_tag));
}

/* The id of the innermost frame around CELL, or NULL. */
static const char *drawio_scene_frame(const struct drawio_scene *scene, const struct drawio_cell *cell)
{
	while ((cell = drawio_scene_above(scene, cell)))
		if (drawio_scene_is_frame(cell))
			return cell->id;
	return NULL;
}

/* The origin of the children of CELL. */
static void drawio_scene_origin(const struct drawio_scene *scene, const struct drawio_cell *cell, double *x, double *y)
{
	*x = *y = 0;
	for (; cell; cell = drawio_scene_above(scene, cell))
		if (!cell->relative && cell->vertex) {
			*x += cell->x;
			*y += cell->y;
		}
}

static int drawio_scene_shape(
	const struct drawio_scene *scene, struct drawio_cell *cell, struct sketch *sketch, struct error *err)
{
	struct strbuf text = STRBUF_INIT, colour = STRBUF_INIT;
	struct sketch_shape *shape = sketch_add_shape(sketch, drawio_scene_form(cell));
	double x, y;

	drawio_scene_origin(scene, drawio_scene_above(scene, cell), &x, &y);
	shape->x = x + cell->x;
	shape->y = y + cell->y;
	shape->width = cell->width;
	shape->height = cell->height;
	sketch_set(&shape->frame, drawio_scene_frame(scene, cell));
	if (drawio_style_colour(cell->style, "fillColor", &colour))
		sketch_set(&shape->fill, colour.text);
	drawio_scene_say(cell, &text);
	drawio_scene_hand_over(cell, &text, &shape->part);
	strbuf_release(&text);
	strbuf_release(&colour);
	return sketch_is_length(shape->x) && sketch_is_length(shape->y)
		       ? 0
		       : error_set(err, ERROR_REFUSED, _("a shape is too far away"));
}

/* Does the arrow CELL lead from its target to its source? */
static bool drawio_scene_is_backward(const struct drawio_cell *cell)
{
	struct strbuf start = STRBUF_INIT;
	bool backward = drawio_style_get(cell->style, "startArrow", &start) && strcmp(start.text, "none") &&
			drawio_style_is(cell->style, "endArrow", "none");

	strbuf_release(&start);
	return backward;
}

static void drawio_scene_arrow(const struct drawio_scene *scene, struct drawio_cell *cell, struct sketch *sketch)
{
	struct sketch_arrow *arrow = sketch_add_arrow(sketch);
	const char *ids[2] = {cell->source, cell->target};
	int first = drawio_scene_is_backward(cell);
	struct strbuf text = STRBUF_INIT;
	double x, y;

	drawio_scene_origin(scene, drawio_scene_above(scene, cell), &x, &y);
	for (int end = 0; end < 2; end++) {
		int from = end ^ first;

		arrow->loose[end] = !ids[from] && cell->pointed[from];
		arrow->ends[end].x = x + cell->ends[from].x;
		arrow->ends[end].y = y + cell->ends[from].y;
	}
	sketch_set(&arrow->source, ids[first]);
	sketch_set(&arrow->target, ids[!first]);
	arrow->line = drawio_style_is(cell->style, "dashed", "1") ? SKETCH_DASHED : SKETCH_SOLID;
	drawio_scene_say(cell, &text);
	drawio_scene_hand_over(cell, &text, &arrow->part);
	strbuf_release(&text);
}

/* Adds the labels that are cells of their own to their arrows, which have their ids. */
static void drawio_scene_labels(struct drawio_scene *scene, struct sketch *sketch)
{
	struct names arrows = NAMES_INIT;

	for (size_t i = 0; i < sketch->arrows.count; i++) {
		const struct sketch_part *part = vec_at(&sketch->arrows, i);

		if (part->id)
			names_set(&arrows, part->id, (int64_t)i + 1);
	}
	for (size_t i = 0; i < scene->cells.count; i++) {
		const struct drawio_cell *cell = drawio_scene_cell(scene, i);
		const struct drawio_cell *above = drawio_scene_above(scene, cell);
		int64_t number = cell->vertex && above && above->edge && above->id ? names_get(&arrows, above->id) : 0;
		struct strbuf text = STRBUF_INIT;
		struct sketch_part *part;

		if (!number)
			continue;
		part = vec_at(&sketch->arrows, (size_t)number - 1);
		if (part->text)
			strbuf_addf(&text, "%s\n", part->text);
		drawio_scene_say(cell, &text);
		sketch_set(&part->text, text.len ? text.text : NULL);
		strbuf_release(&text);
	}
	names_release(&arrows);
}

int drawio_scene_sketch(struct drawio_scene *scene, struct sketch *sketch, struct error *err)
{
	int failed = drawio_scene_relate(scene, err);

	for (size_t i = 0; i < scene->cells.count && !failed; i++) {
		struct drawio_cell *cell = drawio_scene_cell(scene, i);
		const struct drawio_cell *above = drawio_scene_above(scene, cell);

		if (!cell->edge && (!cell->vertex || drawio_style_has(cell->style, "group")))
			continue;
		if (cell->vertex && above && above->edge)
			continue;
		if (drawio_scene_hides(scene, cell))
			sketch_leave_out(sketch, _("a hidden shape"), cell->value);
		else if (cell->edge)
			drawio_scene_arrow(scene, cell, sketch);
		else if (drawio_style_is(cell->style, "shape", "image"))
			sketch_leave_out(sketch, _("an image"), cell->value);
		else
			failed = drawio_scene_shape(scene, cell, sketch, err);
	}
	if (!failed)
		drawio_scene_labels(scene, sketch);
	return failed;
}
