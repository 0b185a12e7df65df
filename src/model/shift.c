#include "model/shift.h"

#include <stdlib.h>
#include <string.h>

/* Columns or rows that were closed while a place was in them or right after them. */
struct shift_closed {
	int32_t offset; /* of the place from the first of them */
	int32_t count;  /* their number */
};

struct shift shift_inverse(struct shift shift)
{
	return (struct shift){.axis = shift.axis, .at = shift.at + shift.by, .by = -shift.by};
}

void shift_format(struct shift shift, struct strbuf *out)
{
	strbuf_addf(out, "%d%+d", shift.at, shift.by);
}

bool shift_parse(const char *text, enum axis axis, struct shift *shift)
{
	char *end;
	long long at, by;

	if (strspn(text, "0123456789+-") != strlen(text) || strlen(text) > 20)
		return false;
	at = strtoll(text, &end, 10);
	if (*end != '+' && *end != '-')
		return false;
	by = strtoll(end, &end, 10);
	if (*end || !by || at < 1 || at > PLACE_MOST || at + by < 1 || at + by > PLACE_MOST)
		return false;
	*shift = (struct shift){.axis = axis, .at = (int32_t)at, .by = (int32_t)by};
	return true;
}

bool shift_of(const struct change *change, struct shift *shift)
{
	return change_shifts(change) && change->after &&
	       shift_parse(change->after, change->field->type == FIELD_ROWS ? AXIS_ROWS : AXIS_COLUMNS, shift);
}

void shift_list(const struct action *action, struct vec *shifts)
{
	for (size_t i = 0; i < action->changes.count; i++) {
		struct shift shift;

		if (shift_of(action_change(action, i), &shift))
			vec_add(shifts, struct shift) = shift;
	}
}

int32_t shift_index(struct shift shift, int32_t index)
{
	if (index >= shift.at)
		return index + shift.by;
	if (shift.by < 0 && index > shift.at + shift.by)
		return shift.at + shift.by;
	return index;
}

struct place shift_place(struct shift shift, struct place place)
{
	if (shift.axis == AXIS_COLUMNS)
		place.column = shift_index(shift, place.column);
	else
		place.row = shift_index(shift, place.row);
	return place;
}

struct place shift_place_by_all(const struct vec *shifts, struct place place)
{
	for (size_t i = 0; shifts && i < shifts->count; i++)
		place = shift_place(vec_get(shifts, struct shift, i), place);
	return place;
}

void shift_add(struct vec *shifts, struct shift shift)
{
	const struct shift *last = vec_last(shifts);
	struct shift back = last ? shift_inverse(*last) : shift;

	if (last && shift.at == back.at && shift.by == back.by)
		vec_remove(shifts, shifts->count - 1);
	else
		vec_add(shifts, struct shift) = shift;
}

int32_t shift_index_since(const struct vec *shifts, int32_t index)
{
	struct vec closed = VEC_INIT(struct shift_closed);

	for (size_t i = 0; i < shifts->count; i++) {
		const struct shift *shift = vec_at(shifts, i);
		const struct shift_closed *last = vec_last(&closed);

		if (last && shift->by == last->count && shift->at == index) {
			index += last->offset;
			vec_remove(&closed, closed.count - 1);
			continue;
		}
		if (shift->by < 0 && index <= shift->at && index >= shift->at + shift->by)
			vec_add(&closed, struct shift_closed) =
				(struct shift_closed){.offset = index - (shift->at + shift->by), .count = -shift->by};
		index = shift_index(*shift, index);
	}
	vec_release(&closed);
	return index;
}
