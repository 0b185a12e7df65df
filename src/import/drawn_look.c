#include "import/drawn_look.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

/* How often shapes are compared at most: some seconds. */
#define DRAWN_LOOK_MOST INT64_C(300000000)

/* How near to a shape the end of an arrow is at it, in pixels. */
#define DRAWN_LOOK_NEAR 12

/* A box without a colour that holds one other is a frame; one with a colour may be a large sticky with a small one on
 * it, and must hold more. */
#define DRAWN_LOOK_HELD 2

struct drawn_look {
	struct sketch *sketch;
	struct vec order; /* of struct sketch_shape *: those that are looked for, by x */
	double widest;    /* of them */
	int64_t left;     /* how many more comparisons are allowed */
};

static int drawn_look_compare(const void *a, const void *b)
{
	const struct sketch_shape *const *first = a, *const *second = b;

	return ((*first)->x > (*second)->x) - ((*first)->x < (*second)->x);
}

static struct sketch_shape *drawn_look_shape(const struct vec *order, size_t at)
{
	return vec_get(order, struct sketch_shape *, at);
}

/* Fills the order with all shapes of the forms in FORMS, a bit for each. */
static void drawn_look_list(struct drawn_look *look, unsigned forms)
{
	vec_reset(&look->order);
	look->widest = 0;
	for (size_t i = 0; i < look->sketch->shapes.count; i++) {
		struct sketch_shape *shape = vec_at(&look->sketch->shapes, i);

		if (!(forms >> shape->form & 1))
			continue;
		vec_add(&look->order, struct sketch_shape *) = shape;
		look->widest = shape->width > look->widest ? shape->width : look->widest;
	}
	if (look->order.count)
		qsort(look->order.items, look->order.count, look->order.size, drawn_look_compare);
}

/* The index of the first shape in order that begins at X or right of it. */
static size_t drawn_look_from(const struct drawn_look *look, double x)
{
	size_t low = 0, high = look->order.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (drawn_look_shape(&look->order, middle)->x < x)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* The smallest shape in order, but SELF, with X, Y in it or at most NEAR away; or NULL. */
static struct sketch_shape *drawn_look_at(
	struct drawn_look *look, const struct sketch_shape *self, double x, double y, double near)
{
	struct sketch_shape *best = NULL;

	for (size_t i = drawn_look_from(look, x - look->widest - near); i < look->order.count && look->left > 0; i++) {
		struct sketch_shape *shape = drawn_look_shape(&look->order, i);

		if (shape->x - near > x)
			break;
		look->left--;
		if (shape == self || x > shape->x + shape->width + near || y < shape->y - near ||
			y > shape->y + shape->height + near)
			continue;
		if (!best || shape->width * shape->height < best->width * best->height)
			best = shape;
	}
	return best;
}

/* How many shapes in order lie within OUTER, up to DRAWN_LOOK_HELD. */
static int drawn_look_held(struct drawn_look *look, const struct sketch_shape *outer)
{
	int held = 0;

	for (size_t i = drawn_look_from(look, outer->x);
		i < look->order.count && look->left > 0 && held < DRAWN_LOOK_HELD; i++) {
		const struct sketch_shape *shape = drawn_look_shape(&look->order, i);

		if (shape->x > outer->x + outer->width)
			break;
		look->left--;
		held += shape != outer && shape->y >= outer->y && shape->x + shape->width <= outer->x + outer->width &&
			shape->y + shape->height <= outer->y + outer->height &&
			shape->width * shape->height < outer->width * outer->height;
	}
	return held;
}

/* Words on a box without a text become its text, and are gone. */
static void drawn_look_adopt(struct drawn_look *look)
{
	drawn_look_list(look, 1u << SKETCH_NOTE | 1u << SKETCH_PERSON);
	for (size_t i = 0; i < look->sketch->shapes.count; i++) {
		struct sketch_shape *words = vec_at(&look->sketch->shapes, i), *shape;

		if (words->form != SKETCH_WORDS || words->part.item || !words->part.text)
			continue;
		shape = drawn_look_at(look, NULL, words->x + words->width / 2, words->y + words->height / 2, 0);
		if (!shape || shape->part.item || (shape->part.text && *shape->part.text))
			continue;
		free(shape->part.text);
		shape->part.text = words->part.text;
		words->part.text = NULL;
	}
}

static void drawn_look_frames(struct drawn_look *look)
{
	drawn_look_list(look, 1u << SKETCH_NOTE | 1u << SKETCH_PERSON);
	for (size_t i = 0; i < look->order.count; i++) {
		struct sketch_shape *shape = drawn_look_shape(&look->order, i);
		int held = shape->form == SKETCH_NOTE && !shape->part.item ? drawn_look_held(look, shape) : 0;

		if (held >= DRAWN_LOOK_HELD || (held && !shape->fill))
			shape->form = SKETCH_FRAME;
	}
}

/* Finds the frame around each shape that does not know one. */
static void drawn_look_within(struct drawn_look *look)
{
	drawn_look_list(look, 1u << SKETCH_FRAME);
	for (size_t i = 0; i < look->sketch->shapes.count; i++) {
		struct sketch_shape *shape = vec_at(&look->sketch->shapes, i), *frame;

		if (shape->frame || shape->form == SKETCH_WORDS)
			continue;
		frame = drawn_look_at(look, shape, shape->x + shape->width / 2, shape->y + shape->height / 2, 0);
		if (frame &&
			(shape->form != SKETCH_FRAME || frame->width * frame->height > shape->width * shape->height))
			sketch_set(&shape->frame, frame->part.id);
	}
}

/* Binds the loose ends of arrows to the boxes at which they are. */
static void drawn_look_bind(struct drawn_look *look)
{
	drawn_look_list(look, 1u << SKETCH_NOTE | 1u << SKETCH_PERSON);
	for (size_t i = 0; i < look->sketch->arrows.count; i++) {
		struct sketch_arrow *arrow = vec_at(&look->sketch->arrows, i);
		char **const ends[2] = {&arrow->source, &arrow->target};

		for (int end = 0; end < 2; end++) {
			const struct sketch_shape *shape = arrow->loose[end] && !*ends[end]
								   ? drawn_look_at(look, NULL, arrow->ends[end].x,
									     arrow->ends[end].y, DRAWN_LOOK_NEAR)
								   : NULL;

			if (shape)
				sketch_set(ends[end], shape->part.id);
		}
	}
}

int drawn_look(struct sketch *sketch, struct error *err)
{
	struct drawn_look look = {sketch, VEC_INIT(struct sketch_shape *), 0, DRAWN_LOOK_MOST};

	drawn_look_adopt(&look);
	drawn_look_frames(&look);
	drawn_look_within(&look);
	drawn_look_bind(&look);
	vec_release(&look.order);
	return look.left > 0 ? 0 : error_set(err, ERROR_REFUSED, _("too many shapes lie on top of each other"));
}
