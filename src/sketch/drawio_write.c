#include "sketch/drawio_write.h"

#include <string.h>

#include "base/mem.h"
#include "sketch/drawio_scene.h"
#include "text/xmltext.h"

/* The height of the title of a frame, in which letters of 11 pixels fit. */
#define DRAWIO_WRITE_TITLE 20

/* The cell that all are in: the first layer. */
#define DRAWIO_WRITE_LAYER "1"

struct drawio_write {
	const struct sketch *sketch;
	FILE *out;
	struct names shapes;   /* id -> index + 1 */
	struct strbuf escaped; /* scratch */
};

/* Prints ` NAME="TEXT"`. */
static void drawio_write_attribute(struct drawio_write *work, const char *prefix, const char *name, const char *text)
{
	strbuf_reset(&work->escaped);
	xmltext_attribute(&work->escaped, text);
	fprintf(work->out, " %s%s=\"%s\"", prefix, name, work->escaped.text);
}

/* Prints the object around a cell, which has what is ours. */
static void drawio_write_object(struct drawio_write *work, const struct sketch_part *part)
{
	fputs("<object", work->out);
	drawio_write_attribute(work, "", "label", part->text ? part->text : "");
	if (part->item)
		drawio_write_attribute(work, DRAWIO_SCENE_OWN, "item", part->item);
	for (size_t i = 0; i < part->tags.count; i++) {
		const struct sketch_tag *tag = vec_at(&part->tags, i);

		drawio_write_attribute(work, DRAWIO_SCENE_OWN, tag->name, tag->value);
	}
	drawio_write_attribute(work, "", "id", part->id);
	fputs(">\n  <mxCell style=\"", work->out);
}

static void drawio_write_style(const struct drawio_write *work, const struct sketch_shape *shape)
{
	FILE *out = work->out;

	if (shape->form == SKETCH_WORDS) {
		fprintf(out, "text;fontColor=#%06x;fontStyle=1;align=left;verticalAlign=middle;", shape->ink);
		return;
	}
	if (shape->form == SKETCH_FRAME)
		fprintf(out, "swimlane;startSize=%d;fontSize=11;collapsible=0;rounded=1;arcSize=4;fontColor=#%06x;",
			DRAWIO_WRITE_TITLE, shape->pen);
	else
		fprintf(out, "whiteSpace=wrap;fontSize=12;fontColor=#%06x;", shape->ink);
	fprintf(out, "fillColor=%s;strokeColor=#%06x;", shape->fill ? shape->fill : "none", shape->pen);
	if (shape->heavy)
		fputs("strokeWidth=3;", out);
}

/* The frame that SHAPE is in, or NULL. */
static const struct sketch_shape *drawio_write_frame(const struct drawio_write *work, const struct sketch_shape *shape)
{
	int64_t number = shape->frame ? names_get(&work->shapes, shape->frame) : 0;

	return number ? vec_at(&work->sketch->shapes, (size_t)number - 1) : NULL;
}

static void drawio_write_shape(struct drawio_write *work, const struct sketch_shape *shape)
{
	const struct sketch_shape *frame = drawio_write_frame(work, shape);

	drawio_write_object(work, &shape->part);
	drawio_write_style(work, shape);
	fputs("\" vertex=\"1\"", work->out);
	drawio_write_attribute(work, "", "parent", frame ? frame->part.id : DRAWIO_WRITE_LAYER);
	fprintf(work->out,
		">\n    <mxGeometry x=\"%.0f\" y=\"%.0f\" width=\"%.0f\" height=\"%.0f\" as=\"geometry\"/>\n"
		"  </mxCell>\n</object>\n",
		shape->x - (frame ? frame->x : 0), shape->y - (frame ? frame->y : 0), shape->width, shape->height);
}

/* Prints where on the border of SHAPE an arrow ends: END is "exit" or "entry". */
static void drawio_write_end(
	const struct drawio_write *work, const char *end, const char *id, const struct sketch_point *point)
{
	int64_t number = names_get(&work->shapes, id);
	const struct sketch_shape *shape = number ? vec_at(&work->sketch->shapes, (size_t)number - 1) : NULL;

	if (shape && shape->width > 0 && shape->height > 0)
		fprintf(work->out, "%sX=%.3f;%sY=%.3f;", end, (point->x - shape->x) / shape->width, end,
			(point->y - shape->y) / shape->height);
}

/* Prints the ends of ARROW in its style. */
static void drawio_write_ends(const struct drawio_write *work, const struct sketch_arrow *arrow)
{
	if (!arrow->way.count)
		return;
	drawio_write_end(work, "exit", arrow->source, vec_at(&arrow->way, 0));
	drawio_write_end(work, "entry", arrow->target, vec_last(&arrow->way));
}

/* Prints the way of ARROW between its ends. */
static void drawio_write_way(const struct drawio_write *work, const struct sketch_arrow *arrow)
{
	fprintf(work->out, ">\n    <mxGeometry x=\"%.3f\" relative=\"1\" as=\"geometry\">\n",
		arrow->text_along * 2 - 1);
	if (arrow->way.count > 2)
		fputs("      <Array as=\"points\">", work->out);
	for (size_t i = 1; i + 1 < arrow->way.count; i++) {
		const struct sketch_point *point = vec_at(&arrow->way, i);

		fprintf(work->out, "<mxPoint x=\"%.0f\" y=\"%.0f\"/>", point->x, point->y);
	}
	fprintf(work->out, "%s    </mxGeometry>\n  </mxCell>\n</object>\n", arrow->way.count > 2 ? "</Array>\n" : "");
}

static void drawio_write_arrow(struct drawio_write *work, const struct sketch_arrow *arrow)
{
	static const char *const lines[] = {
		[SKETCH_SOLID] = "", [SKETCH_DASHED] = "dashed=1;", [SKETCH_DOTTED] = "dashed=1;dashPattern=1 3;"};

	drawio_write_object(work, &arrow->part);
	fprintf(work->out, "edgeStyle=orthogonalEdgeStyle;rounded=1;endArrow=block;endFill=1;fontSize=11;%s",
		lines[arrow->line]);
	drawio_write_ends(work, arrow);
	fputs("\" edge=\"1\"", work->out);
	drawio_write_attribute(work, "", "parent", DRAWIO_WRITE_LAYER);
	drawio_write_attribute(work, "", "source", arrow->source);
	drawio_write_attribute(work, "", "target", arrow->target);
	drawio_write_way(work, arrow);
}

/* Those of one page; frames first, so that they are behind what is in them. */
void drawio_write(const struct sketch *sketch, FILE *out)
{
	struct drawio_write work = {sketch, out, NAMES_INIT, STRBUF_INIT};

	for (size_t i = 0; i < sketch->shapes.count; i++)
		names_set(&work.shapes, ((const struct sketch_part *)vec_at(&sketch->shapes, i))->id, (int64_t)i + 1);
	fputs("<mxfile host=\"evstorm\">\n<diagram", out);
	drawio_write_attribute(&work, "", "name", sketch->title ? sketch->title : "");
	fputs(" id=\"board\">\n<mxGraphModel grid=\"1\" page=\"0\" math=\"0\">\n<root>\n"
	      "<mxCell id=\"0\"/>\n<mxCell id=\"" DRAWIO_WRITE_LAYER "\" parent=\"0\"/>\n",
		out);
	for (int frames = 1; frames >= 0; frames--)
		for (size_t i = 0; i < sketch->shapes.count; i++) {
			const struct sketch_shape *shape = vec_at(&sketch->shapes, i);

			if ((shape->form == SKETCH_FRAME) == (frames == 1))
				drawio_write_shape(&work, shape);
		}
	for (size_t i = 0; i < sketch->arrows.count; i++)
		drawio_write_arrow(&work, vec_at(&sketch->arrows, i));
	fputs("</root>\n</mxGraphModel>\n</diagram>\n</mxfile>\n", out);
	names_release(&work.shapes);
	strbuf_release(&work.escaped);
}
