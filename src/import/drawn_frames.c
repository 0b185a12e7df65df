#include "import/drawn_frames.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "import/drawn_item.h"

/* How many frames may be around each other. */
#define DRAWN_FRAMES_DEEP 64

void drawn_frames_init(struct drawn_frames *frames, struct intake *intake, struct sketch *sketch)
{
	*frames = (struct drawn_frames){intake, sketch, NAMES_INIT, NAMES_INIT};
	for (size_t i = 0; i < sketch->shapes.count; i++) {
		const struct sketch_shape *shape = vec_at(&sketch->shapes, i);

		if (shape->part.id)
			names_set(&frames->shapes, shape->part.id, (int64_t)i + 1);
	}
}

void drawn_frames_release(struct drawn_frames *frames)
{
	names_release(&frames->shapes);
	names_release(&frames->made);
}

const struct sketch_shape *drawn_frames_shape(const struct drawn_frames *frames, const char *id)
{
	int64_t number = id ? names_get(&frames->shapes, id) : 0;

	return number ? vec_at(&frames->sketch->shapes, (size_t)number - 1) : NULL;
}

bool drawn_frames_is_context(const struct sketch_shape *shape)
{
	return shape->form == SKETCH_FRAME || drawn_item_is(&shape->part, ENTITY_CONTEXT);
}

/* Gives the new context ID what is known of it from SHAPE besides its name. */
static int drawn_frames_fill(
	struct drawn_frames *frames, const struct sketch_shape *shape, int64_t id, struct error *err)
{
	const struct entity_type *type = entity_type(ENTITY_CONTEXT);
	struct context context = {.id = id};
	struct strbuf text = STRBUF_INIT;
	int failed = 0;

	drawn_item_fields(frames->sketch, &shape->part, ENTITY_CONTEXT, &context);
	for (size_t i = 0; i < type->count && !failed; i++) {
		const struct field *field = &type->fields[i];

		strbuf_reset(&text);
		field_format(field, &context, &text);
		if (field != field_find(ENTITY_CONTEXT, "name") && !field_is_default(field, &context))
			failed = edit_set_raw(frames->intake->edit, ENTITY_CONTEXT, id, field, text.text, err);
	}
	strbuf_release(&text);
	item_clear(ENTITY_CONTEXT, &context);
	return failed;
}

/* The context that SHAPE is; 0 if it has no name, negative on failure. */
static int64_t drawn_frames_make(struct drawn_frames *frames, const struct sketch_shape *shape, struct error *err)
{
	struct intake *intake = frames->intake;
	struct strbuf name = STRBUF_INIT;
	int64_t id = names_get(&frames->made, shape->part.id);

	if (id)
		return id;
	if (drawn_item_text(&shape->part, "name", CLEAN_ONE_LINE, &name, err))
		id = ERROR_REFUSED;
	else if (name.len && !(id = names_get(&intake->contexts, name.text))) {
		id = intake_make_context(intake, name.text, drawn_item_number(&shape->part), err);
		if (id > 0 && drawn_item_is(&shape->part, ENTITY_CONTEXT) && drawn_frames_fill(frames, shape, id, err))
			id = ERROR_REFUSED;
	}
	if (id > 0)
		names_set(&frames->made, shape->part.id, id);
	strbuf_release(&name);
	return id;
}

static int drawn_frames_compare(const void *a, const void *b)
{
	const struct sketch_shape *const *first = a, *const *second = b;
	int64_t one = drawn_item_number(&(*first)->part), other = drawn_item_number(&(*second)->part);

	return (one > other) - (one < other);
}

/* By number, as none can be given once a higher one is. */
int drawn_frames_make_own(struct drawn_frames *frames, struct error *err)
{
	struct vec own = VEC_INIT(const struct sketch_shape *);
	int failed = 0;

	for (size_t i = 0; i < frames->sketch->shapes.count; i++) {
		const struct sketch_shape *shape = vec_at(&frames->sketch->shapes, i);

		if (shape->part.id && drawn_item_is(&shape->part, ENTITY_CONTEXT))
			vec_add(&own, const struct sketch_shape *) = shape;
	}
	if (own.count)
		qsort(own.items, own.count, own.size, drawn_frames_compare);
	for (size_t i = 0; i < own.count && !failed; i++)
		failed = drawn_frames_make(frames, vec_get(&own, const struct sketch_shape *, i), err) < 0;
	vec_release(&own);
	return failed ? ERROR_REFUSED : 0;
}

int64_t drawn_frames_context(struct drawn_frames *frames, const char *id, struct error *err)
{
	const struct sketch_shape *shape = drawn_frames_shape(frames, id);

	for (int depth = 0; shape && depth < DRAWN_FRAMES_DEEP; depth++) {
		int64_t context = drawn_frames_is_context(shape) ? drawn_frames_make(frames, shape, err) : 0;

		if (context)
			return context;
		shape = drawn_frames_shape(frames, shape->frame);
	}
	return 0;
}

void drawn_frames_leave_out(struct drawn_frames *frames)
{
	for (size_t i = 0; i < frames->sketch->shapes.count; i++) {
		const struct sketch_shape *shape = vec_at(&frames->sketch->shapes, i);

		if (drawn_frames_is_context(shape) && !(shape->part.id && names_get(&frames->made, shape->part.id)))
			sketch_leave_out(frames->sketch, _("a frame"), shape->part.text);
	}
}
