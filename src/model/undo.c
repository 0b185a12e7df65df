#include "model/undo.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/board_apply.h"
#include "model/parking.h"

/*
 * Finds where a place in the action is on today's board. The shifts made since move it. Each shift of the
 * action that has already been undone adds a frame: a place from before that shift goes through the shift,
 * through everything since, and through the shift that undid it. A place in columns that the action closed
 * did not exist meanwhile: it is where they have been opened again.
 */
struct undo_frame {
	struct shift done;  /* a shift of the action */
	struct shift taken; /* the shift that undid it; `by` is 0 if that was not possible */
};

struct undo {
	struct edit *edit;
	const struct action *done; /* the action to undo */
	size_t at;                 /* its current change */
	struct vec shifts[2];      /* by axis: of struct shift, those made since, added by shift_add() */
	struct vec frames;         /* of struct undo_frame, the latest shift of the action first */
	size_t kept;
};

static int32_t undo_index(const struct undo *undo, enum axis axis, int32_t index, size_t depth)
{
	const struct undo_frame *frame = NULL;

	while (depth > 0 && !frame) {
		frame = vec_at(&undo->frames, --depth);
		if (frame->done.axis != axis)
			frame = NULL;
	}
	if (!frame)
		return shift_index_since(&undo->shifts[axis], index);
	if (frame->taken.by > 0 && index < frame->done.at && index >= frame->done.at + frame->done.by)
		return frame->taken.at + index - (frame->done.at + frame->done.by);
	index = undo_index(undo, axis, shift_index(frame->done, index), depth);
	return shift_index(frame->taken, index);
}

/* Where INDEX, from the current change, is today; at the end of the grid if it would be outside. */
static int32_t undo_today(const struct undo *undo, enum axis axis, int32_t index)
{
	index = undo_index(undo, axis, index, undo->frames.count);
	return index > PLACE_MOST ? PLACE_MOST : index;
}

/* If FIELD is a place, column or row, moves its value from the time of the action to where that is today. */
static void undo_translate(const struct undo *undo, const struct field *field, enum entity entity, void *item)
{
	if (field->type == FIELD_PLACE && !field_is_default(field, item)) {
		struct place *place = (struct place *)((char *)item + field->offset);

		place->column = undo_today(undo, AXIS_COLUMNS, place->column);
		place->row = undo_today(undo, AXIS_ROWS, place->row);
	} else if (field->type == FIELD_NUMBER && (entity == ENTITY_PHASE || entity == ENTITY_LANE)) {
		int64_t *index = (int64_t *)((char *)item + field->offset);
		enum axis axis = entity == ENTITY_PHASE ? AXIS_COLUMNS : AXIS_ROWS;

		*index = *index ? undo_today(undo, axis, (int32_t)*index) : 0;
	}
}

/* An item of ENTITY with only FIELD set, from TEXT in the log, moved to where that is today. Free with undo_free(). */
static void *undo_read(
	const struct undo *undo, enum entity entity, const struct field *field, const char *text, struct error *err)
{
	void *item = mem_zalloc(entity_type(entity)->size);

	if (field_parse(field, item, text ? text : "", err)) {
		free(item);
		return NULL;
	}
	undo_translate(undo, field, entity, item);
	return item;
}

static void undo_free(enum entity entity, void *item)
{
	if (item)
		item_clear(entity, item);
	free(item);
}

static bool undo_same(const struct field *field, const void *a, const void *b)
{
	struct strbuf left = STRBUF_INIT, right = STRBUF_INIT;
	bool same;

	field_format(field, a, &left);
	field_format(field, b, &right);
	same = !strcmp(left.text, right.text);
	strbuf_release(&left);
	strbuf_release(&right);
	return same;
}

/* Will STICKY leave its place when an earlier change of the action is undone? */
static bool undo_will_leave(const struct undo *undo, const struct sticky *sticky)
{
	for (size_t i = undo->at; i-- > 0;) {
		const struct change *change = action_change(undo->done, i);
		struct sticky *after;
		bool leaves;

		if (change->entity != ENTITY_STICKY || change->item != sticky->id || !change->field ||
			change->field->type != FIELD_PLACE)
			continue;
		after = undo_read(undo, ENTITY_STICKY, change->field, change->after, NULL);
		leaves = after && undo_same(change->field, sticky, after);
		undo_free(ENTITY_STICKY, after);
		return leaves;
	}
	return false;
}

/* Moves *PLACE down to the nearest slot that is free, will be free, or has sticky ID in it; false if there is
 * none. */
static bool undo_find_free(const struct undo *undo, int64_t id, struct place *place)
{
	const struct sticky *there;

	while ((there = board_at(undo->edit->board, *place)) && there->id != id && !undo_will_leave(undo, there))
		if (place->row++ >= PLACE_MOST)
			return false;
	return true;
}

static int undo_set(struct undo *undo, const struct change *change, void *before, struct error *err)
{
	const struct field *field = change->field;
	struct strbuf text = STRBUF_INIT;
	int failed;

	if (field->type == FIELD_PLACE &&
		!undo_find_free(undo, change->item, (struct place *)((char *)before + field->offset)))
		BUG("undo_clashes() must have seen that no slot is free");
	if (field->type == FIELD_REF &&
		!board_item(undo->edit->board, field->refers, *(int64_t *)((char *)before + field->offset))) {
		item_clear(change->entity, before);
	}
	field_format(field, before, &text);
	failed = edit_set_raw(undo->edit, change->entity, change->item, field, text.text, err);
	strbuf_release(&text);
	return failed;
}

/* Would restoring the old value of the field clash with something made since? */
static bool undo_clashes(const struct undo *undo, const struct change *change, const void *before)
{
	const struct board *board = undo->edit->board;
	const struct sticky *sticky = before;
	const struct context *context = before;
	const struct phase *phase = before;
	const struct lane *lane = before;

	if (change->entity == ENTITY_STICKY && sticky->place.column) {
		struct place place = sticky->place;

		return !undo_find_free(undo, change->item, &place);
	}
	if (change->entity == ENTITY_CONTEXT && context->name)
		return board_context_named(board, context->name);
	if (change->entity == ENTITY_PHASE && phase->column)
		return board_phase_at(board, (int32_t)phase->column);
	if (change->entity == ENTITY_LANE && lane->row)
		return board_lane_at(board, (int32_t)lane->row);
	return false;
}

static int undo_field(struct undo *undo, const struct change *change, struct error *err)
{
	const void *item = board_item(undo->edit->board, change->entity, change->item);
	void *before = undo_read(undo, change->entity, change->field, change->before, err);
	void *after = undo_read(undo, change->entity, change->field, change->after, err);
	int failed = 0;

	if (!before || !after)
		failed = ERROR_SYSTEM;
	else if (item && undo_same(change->field, item, after) && !undo_clashes(undo, change, before))
		failed = undo_set(undo, change, before, err);
	else if (strcmp(change->field->name, "updated"))
		undo->kept++;
	undo_free(change->entity, before);
	undo_free(change->entity, after);
	return failed;
}

static void *undo_read_record(
	const struct undo *undo, const struct change *change, const char *record, struct error *err)
{
	const struct entity_type *type = entity_type(change->entity);
	void *item = mem_zalloc(type->size);

	*(int64_t *)item = change->item;
	if (record_parse(change->entity, item, record, err)) {
		free(item);
		return NULL;
	}
	for (size_t i = 0; i < type->count; i++)
		undo_translate(undo, &type->fields[i], change->entity, item);
	return item;
}

/* Is the item, apart from its times, still as the action made it? */
static bool undo_is_untouched(enum entity entity, const void *item, const void *made)
{
	const struct entity_type *type = entity_type(entity);

	for (size_t i = 0; i < type->count; i++)
		if (type->fields[i].type != FIELD_TIME && !undo_same(&type->fields[i], item, made))
			return false;
	return true;
}

/* Is ITEM a parking lot with something in it, or made by an action of which something stays? Without it, what is put
 * aside there, or comes back there, would be on the timeline. */
static bool undo_is_in_use(const struct undo *undo, enum entity entity, const void *item)
{
	const struct lane *lane = item;
	const struct sticky *sticky;

	if (entity != ENTITY_LANE || !parking_is_lot(lane))
		return false;
	for (size_t at = 0; (sticky = board_next(undo->edit->board, ENTITY_STICKY, &at));)
		if (sticky->place.row == lane->row)
			return true;
	return undo->kept;
}

static int undo_make(struct undo *undo, const struct change *change, struct error *err)
{
	const struct board *board = undo->edit->board;
	const void *item = board_item(board, change->entity, change->item);
	void *made;
	int failed = 0;

	if (!item || change->entity == ENTITY_PERSON)
		return 0; /* a person stays: the log needs the name */
	made = undo_read_record(undo, change, change->after, err);
	if (!made)
		return ERROR_SYSTEM;
	if (undo_is_untouched(change->entity, item, made) && !undo_is_in_use(undo, change->entity, item) &&
		!board_is_referred(board, change->entity, change->item))
		failed = edit_delete(undo->edit, change->entity, change->item, err);
	else
		undo->kept++;
	undo_free(change->entity, made);
	return failed;
}

/* Adapts ITEM to today's board; false if that has no room for it any more. */
static bool undo_fit(struct undo *undo, enum entity entity, void *item)
{
	const struct board *board = undo->edit->board;
	const struct entity_type *type = entity_type(entity);
	struct change probe = {.entity = entity};

	for (size_t i = 0; i < type->count; i++) {
		const struct field *field = &type->fields[i];
		int64_t *id = (int64_t *)((char *)item + field->offset);

		if (field->type != FIELD_REF || !*id || board_item(board, field->refers, *id))
			continue;
		if (entity != ENTITY_STICKY)
			return false;
		*id = 0;
	}
	if (entity == ENTITY_STICKY) {
		struct sticky *sticky = item;

		sticky->place = board_free_place(board, sticky->place);
		return !board_at(board, sticky->place);
	}
	if (entity == ENTITY_LINK) {
		struct link *link = item;

		return !board_link(board, link->source, link->target);
	}
	if (entity == ENTITY_VOTE) {
		struct vote *vote = item;

		return !board_vote(board_sticky(board, vote->sticky), vote->person);
	}
	if (entity == ENTITY_MESSAGE) {
		struct message *message = item;

		return !board_message(board, message->relation, message->sticky);
	}
	return !undo_clashes(undo, &probe, item);
}

static int undo_remove(struct undo *undo, const struct change *change, struct error *err)
{
	void *item;
	int failed = 0;

	if (board_item(undo->edit->board, change->entity, change->item)) {
		undo->kept++;
		return 0;
	}
	item = undo_read_record(undo, change, change->before, err);
	if (!item)
		return ERROR_SYSTEM;
	if (undo_fit(undo, change->entity, item))
		failed = edit_restore(undo->edit, change->entity, item, err);
	else
		undo->kept++;
	undo_free(change->entity, item);
	return failed;
}

static int undo_shift(struct undo *undo, const struct change *change, struct error *err)
{
	struct undo_frame *frame;
	struct shift done, back;
	size_t depth = undo->frames.count;
	int32_t end;

	if (!shift_of(change, &done))
		return error_set(err, ERROR_SYSTEM, _("“%.60s” is not a shift"), change->after ? change->after : "");
	back = shift_inverse(done);
	end = undo_index(undo, done.axis, back.at, depth);
	if (back.by < 0 && end - undo_index(undo, done.axis, back.at + back.by, depth) != -back.by)
		back.by = 0; /* somebody has inserted columns between them */
	back.at = end;
	if (back.by && edit_shift(undo->edit, back, NULL))
		back.by = 0; /* somebody works there now */
	if (!back.by)
		undo->kept++;
	frame = vec_push(&undo->frames);
	*frame = (struct undo_frame){.done = done, .taken = back};
	return 0;
}

static int undo_change(struct undo *undo, const struct change *change, struct error *err)
{
	if (!change->field)
		return change->before ? undo_remove(undo, change, err) : undo_make(undo, change, err);
	if (change->entity == ENTITY_PERSON)
		return 0; /* undo leaves roles alone */
	if (change_shifts(change))
		return undo_shift(undo, change, err);
	return undo_field(undo, change, err);
}

int undo_action(struct edit *edit, const struct action *done, const struct vec *shifts, size_t *kept, struct error *err)
{
	struct undo undo = {.edit = edit,
		.done = done,
		.frames = VEC_INIT(struct undo_frame),
		.shifts = {VEC_INIT(struct shift), VEC_INIT(struct shift)}};
	size_t start = edit->action->changes.count;
	int failed = 0;

	for (size_t i = 0; i < shifts->count; i++)
		shift_add(&undo.shifts[vec_get(shifts, struct shift, i).axis], vec_get(shifts, struct shift, i));
	for (undo.at = done->changes.count; undo.at > 0 && !failed;)
		failed = undo_change(&undo, action_change(done, --undo.at), err);
	if (failed)
		edit_rollback(edit, start);
	vec_release(&undo.frames);
	vec_release(&undo.shifts[AXIS_COLUMNS]);
	vec_release(&undo.shifts[AXIS_ROWS]);
	*kept = undo.kept;
	return failed;
}
