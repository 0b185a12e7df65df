#include "lib/picture.h"

#include <inttypes.h>
#include <string.h>

#include "base/vec.h"

static bool picture_is_brief(enum entity entity, const struct field *field)
{
	if (field->type == FIELD_TIME)
		return false;
	return entity != ENTITY_STICKY || (strcmp(field->name, "author") && strcmp(field->name, "step"));
}

static void picture_item(enum entity entity, const void *item, bool brief, struct strbuf *out)
{
	const struct entity_type *type = entity_type(entity);
	size_t start = out->len;

	strbuf_addf(out, "%s %" PRId64 ":", type->name, *(const int64_t *)item);
	for (size_t i = 0; i < type->count; i++) {
		const struct field *field = &type->fields[i];

		if (field_is_default(field, item) || (brief && !picture_is_brief(entity, field)))
			continue;
		strbuf_addf(out, " %s=", field->name);
		field_format(field, item, out);
	}
	if (entity == ENTITY_BOARD && out->text[out->len - 1] == ':')
		strbuf_truncate(out, start); /* nothing to be said of it */
	else
		strbuf_addch(out, '\n');
}

static void picture_board(const struct board *board, bool brief, struct strbuf *out)
{
	struct vec list = VEC_INIT(const void *);

	for (int entity = 0; entity < ENTITY_COUNT; entity++) {
		if (brief && entity == ENTITY_PERSON)
			continue;
		vec_reset(&list);
		board_list(board, (enum entity)entity, &list);
		for (size_t i = 0; i < list.count; i++)
			picture_item((enum entity)entity, vec_get(&list, const void *, i), brief, out);
	}
	vec_release(&list);
}

void picture_whole(const struct board *board, struct strbuf *out)
{
	picture_board(board, false, out);
}

void picture_brief(const struct board *board, struct strbuf *out)
{
	picture_board(board, true, out);
}

static const char *picture_ref_fault(const struct board *board)
{
	for (int entity = 0; entity < ENTITY_COUNT; entity++) {
		const struct entity_type *type = entity_type((enum entity)entity);
		const char *item;
		size_t at = 0;

		while ((item = board_next(board, (enum entity)entity, &at)))
			for (size_t i = 0; i < type->count; i++) {
				const struct field *field = &type->fields[i];

				if (field->type == FIELD_REF && !field_is_default(field, item) &&
					!board_item(board, field->refers, *(const int64_t *)(item + field->offset)))
					return "a reference leads nowhere";
			}
	}
	return NULL;
}

static const char *picture_sticky_fault(const struct board *board)
{
	struct place_rect bounds = board_bounds(board);
	const struct sticky *sticky;
	size_t at = 0, links = 0, votes = 0, back = 0;
	int64_t newest = 0;

	while ((sticky = board_next(board, ENTITY_STICKY, &at))) {
		struct place place = sticky->place;

		if (board_at(board, place) != sticky)
			return "a sticky is not what lies in its slot";
		if (place.column < bounds.first.column || place.column > bounds.last.column ||
			place.row < bounds.first.row || place.row > bounds.last.row)
			return "a sticky lies outside of the bounds";
		if (place.column > PLACE_MOST || place.row > PLACE_MOST || place.row < 1)
			return "a sticky lies outside of the grid";
		for (const struct link *link = sticky->first_out; link; link = link->next_out, links++)
			if (link->source != sticky->id)
				return "a link hangs on the wrong source";
		for (const struct link *link = sticky->first_in; link; link = link->next_in, back++)
			if (link->target != sticky->id)
				return "a link hangs on the wrong target";
		for (const struct vote *vote = sticky->first_vote; vote; vote = vote->next, votes++)
			if (vote->sticky != sticky->id || vote->dots < 1)
				return "a vote hangs on the wrong sticky or is empty";
		newest = sticky->id > newest ? sticky->id : newest;
	}
	if (links != board_count(board, ENTITY_LINK) || back != links)
		return "links are missing from the lists";
	if (votes != board_count(board, ENTITY_VOTE))
		return "votes are missing from the lists";
	sticky = board_newest(board);
	return newest == (sticky ? sticky->id : 0) ? NULL : "the newest sticky is another";
}

static const char *picture_label_fault(const struct board *board)
{
	const struct phase *phase;
	const struct lane *lane;
	size_t at = 0;

	while ((phase = board_next(board, ENTITY_PHASE, &at)))
		if (!phase->name || board_phase_at(board, (int32_t)phase->column) != phase)
			return "a phase is not what begins at its column";
	for (at = 0; (lane = board_next(board, ENTITY_LANE, &at));)
		if (!lane->name || board_lane_at(board, (int32_t)lane->row) != lane)
			return "a lane is not what its row has";
	return NULL;
}

static const char *picture_name_fault(const struct board *board)
{
	const struct person *person;
	const struct context *context;
	size_t at = 0;

	while ((person = board_next(board, ENTITY_PERSON, &at)))
		if (!person->name || board_person_named(board, person->name) != person)
			return "two people have one name, or one has none";
	for (at = 0; (context = board_next(board, ENTITY_CONTEXT, &at));)
		if (!context->name || board_context_named(board, context->name) != context)
			return "two contexts have one name, or one has none";
	return NULL;
}

const char *picture_fault(const struct board *board)
{
	const char *fault = picture_ref_fault(board);

	if (!fault)
		fault = picture_sticky_fault(board);
	if (!fault)
		fault = picture_label_fault(board);
	if (!fault)
		fault = picture_name_fault(board);
	return !fault && board_count(board, ENTITY_BOARD) != 1 ? "there is not one board item" : fault;
}
