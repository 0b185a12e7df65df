#include "import/drawn_place.h"

#include <math.h>
#include <stdlib.h>

#include "base/map.h"
#include "import/drawn_item.h"

/* Drawing programs round. */
#define DRAWN_PLACE_NEAR 1.5

static double drawn_place_x(const struct sketch_shape *shape)
{
	return shape->x + shape->width / 2;
}

/* The side that is at the same height for all of a row: in what evstorm draws the upper one. */
static double drawn_place_y(const struct drawn_place *places, const struct sketch_shape *shape)
{
	return places->own ? shape->y : shape->y + shape->height / 2;
}

/* The slot in the tags of SHAPE; column 0 if there is none. */
static struct place drawn_place_written(const struct sketch_shape *shape)
{
	const char *text = drawn_item_is(&shape->part, ENTITY_STICKY) ? sketch_tagged(&shape->part, "place") : NULL;
	struct sticky sticky = {0};

	if (text)
		field_parse(field_find(ENTITY_STICKY, "place"), &sticky, text, NULL);
	return sticky.place;
}

static uint64_t drawn_place_key(double x, double y)
{
	return (uint64_t)(uint32_t)(int32_t)llround(x) << 32 | (uint32_t)(int32_t)llround(y);
}

/* Finds how far most of NOTES have been moved: a drawing that was moved as a whole is as it was. */
static void drawn_place_find_shift(struct drawn_place *places, const struct vec *notes)
{
	struct map counts = MAP_INIT;
	uintptr_t most = 0;

	for (size_t i = 0; i < notes->count; i++) {
		const struct sketch_shape *shape = vec_get(notes, const struct sketch_shape *, i);
		double x, y;
		uint64_t key;
		uintptr_t count;

		if (!drawn_place_written(shape).column || !drawn_item_pin(shape, &x, &y))
			continue;
		key = drawn_place_key(shape->x - x, shape->y - y);
		count = (uintptr_t)map_get(&counts, key) + 1;
		map_set(&counts, key, (void *)count);
		places->own = true;
		if (count > most) {
			most = count;
			places->shift_x = shape->x - x;
			places->shift_y = shape->y - y;
		}
	}
	map_release(&counts);
}

static int drawn_place_compare(const void *a, const void *b)
{
	const double *first = a, *second = b;

	return (*first > *second) - (*first < *second);
}

/* The middle one of the widths of NOTES, or of their heights. */
static double drawn_place_usual(const struct vec *notes, bool height)
{
	struct vec sizes = VEC_INIT(double);
	double usual = 1;

	for (size_t i = 0; i < notes->count; i++) {
		const struct sketch_shape *shape = vec_get(notes, const struct sketch_shape *, i);
		double size = height ? shape->height : shape->width;

		if (size > 0)
			vec_add(&sizes, double) = size;
	}
	if (sizes.count) {
		qsort(sizes.items, sizes.count, sizes.size, drawn_place_compare);
		usual = vec_get(&sizes, double, sizes.count / 2);
	}
	vec_release(&sizes);
	return usual;
}

bool drawn_place_is_moved(const struct drawn_place *places, const struct sketch_shape *shape)
{
	double x, y;

	return !places->own || !drawn_item_pin(shape, &x, &y) ||
	       fabs(shape->x - x - places->shift_x) > DRAWN_PLACE_NEAR ||
	       fabs(shape->y - y - places->shift_y) > DRAWN_PLACE_NEAR;
}

void drawn_place_init(struct drawn_place *places, const struct vec *notes, int32_t first)
{
	*places = (struct drawn_place){.first = first};
	drawn_axis_init(&places->columns);
	drawn_axis_init(&places->rows);
	drawn_place_find_shift(places, notes);
	for (size_t i = 0; i < notes->count; i++) {
		const struct sketch_shape *shape = vec_get(notes, const struct sketch_shape *, i);
		struct place written = drawn_place_written(shape);

		if (places->own && (!written.column || drawn_place_is_moved(places, shape)))
			continue;
		drawn_axis_add(&places->columns, drawn_place_x(shape), written.column);
		drawn_axis_add(&places->rows, drawn_place_y(places, shape), written.row);
	}
	if (places->own) {
		drawn_axis_settle(&places->columns, SKETCH_ACROSS);
		drawn_axis_settle(&places->rows, SKETCH_DOWN);
	} else {
		drawn_axis_cluster(&places->columns, drawn_place_usual(notes, false));
		drawn_axis_cluster(&places->rows, drawn_place_usual(notes, true));
	}
}

void drawn_place_release(struct drawn_place *places)
{
	drawn_axis_release(&places->columns);
	drawn_axis_release(&places->rows);
}

struct place drawn_place_of(const struct drawn_place *places, const struct sketch_shape *shape, struct place written)
{
	int64_t first = places->own ? 0 : places->first - 1, column;

	if (written.column && !drawn_place_is_moved(places, shape))
		return written;
	column = first + drawn_axis_slot(&places->columns, drawn_place_x(shape));
	return (struct place){column > PLACE_MOST ? PLACE_MOST : (int32_t)column,
		drawn_axis_slot(&places->rows, drawn_place_y(places, shape))};
}
