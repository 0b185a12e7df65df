#include "import/drawn_kind.h"

#include <stdlib.h>
#include <string.h>

#include "import/drawn_item.h"
#include "import/kindword.h"
#include "text/clean.h"

/* The share of the usual area below which a yellow box is an actor: they have half a sticky. */
#define DRAWN_KIND_SMALL 0.7

static int drawn_kind_compare(const void *a, const void *b)
{
	const double *first = a, *second = b;

	return (*first > *second) - (*first < *second);
}

void drawn_kinds_init(struct drawn_kinds *kinds, const struct vec *shapes, struct intake *intake)
{
	struct vec areas = VEC_INIT(double);

	*kinds = (struct drawn_kinds){intake, 0};
	for (size_t i = 0; i < shapes->count; i++) {
		const struct sketch_shape *shape = vec_get(shapes, const struct sketch_shape *, i);

		vec_add(&areas, double) = shape->width * shape->height;
	}
	if (areas.count) {
		qsort(areas.items, areas.count, areas.size, drawn_kind_compare);
		kinds->usual = vec_get(&areas, double, areas.count / 2);
	}
	vec_release(&areas);
}

/* The kind for a colour that means none. */
static enum kind drawn_kind_unknown(struct drawn_kinds *kinds, const struct sketch_shape *shape)
{
	const struct import_options *options = kinds->intake->options;
	struct import_report *report = kinds->intake->report;
	struct strbuf colour = STRBUF_INIT;

	if (options->any_kind)
		return options->unknown_kind;
	clean_for_display(&colour, shape->fill, strnlen(shape->fill, 24));
	report->unknown_kinds++;
	import_report_list(&report->unknown, colour.text);
	strbuf_release(&colour);
	return options->kind;
}

enum kind drawn_kinds_of(struct drawn_kinds *kinds, const struct sketch_shape *shape, enum kind written)
{
	bool own = drawn_item_is(&shape->part, ENTITY_STICKY);
	enum kind kind = kinds->intake->options->kind;

	if (own && (!shape->fill || kindword_is_drawn(shape->fill, written)))
		return written;
	if (shape->form == SKETCH_PERSON)
		return KIND_ACTOR;
	if (!shape->fill)
		return kind;
	if (!kindword_parse(shape->fill, &kind))
		return own ? written : drawn_kind_unknown(kinds, shape);
	if (kind == KIND_AGGREGATE && shape->width * shape->height < kinds->usual * DRAWN_KIND_SMALL)
		return KIND_ACTOR;
	return kind;
}
