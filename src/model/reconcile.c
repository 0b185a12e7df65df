#include "model/reconcile_private.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

const void *reconcile_ours(const struct reconcile *reconcile, enum entity entity, int64_t id)
{
	return id ? board_item(reconcile->edit->board, entity, id) : NULL;
}

/* A sticky of another board may have the id by chance. */
const void *reconcile_base(const struct reconcile *reconcile, enum entity entity, const void *theirs)
{
	const void *base = board_item(reconcile->sides->base, entity, *(const int64_t *)theirs);
	const struct sticky *one = base, *two = theirs;

	return base && entity == ENTITY_STICKY && one->created != two->created ? NULL : base;
}

int64_t reconcile_id(const struct reconcile *reconcile, enum entity entity, int64_t id)
{
	return (int64_t)(intptr_t)map_get(&reconcile->ids[entity], (uint64_t)id);
}

void reconcile_set_id(struct reconcile *reconcile, enum entity entity, int64_t theirs, int64_t ours)
{
	map_set(&reconcile->ids[entity], (uint64_t)theirs, (void *)(intptr_t)ours);
}

/* Is FIELD merged as any other? Places are merged with regard to shifts; the rest is what the board itself notes, or
 * what a facilitator sets for a meeting. */
static bool reconcile_is_merged(const struct field *field)
{
	static const char *const noted[] = {"author", "step", "created", "updated", "role", "since", "timer", "locked",
		"silent", "votes", "votes_hidden", "column", "row"};

	for (size_t i = 0; i < ARRAY_SIZE(noted); i++)
		if (!strcmp(field->name, noted[i]))
			return false;
	return field->type != FIELD_PLACE && !field_is_shift(field);
}

bool reconcile_differs(enum entity entity, const void *one, const void *two)
{
	const struct entity_type *type = entity_type(entity);
	struct strbuf first = STRBUF_INIT, second = STRBUF_INIT;
	bool differs = false;

	for (size_t i = 0; i < type->count && !differs; i++) {
		if (!reconcile_is_merged(&type->fields[i]))
			continue;
		strbuf_reset(&first);
		strbuf_reset(&second);
		field_format(&type->fields[i], one, &first);
		field_format(&type->fields[i], two, &second);
		differs = strcmp(first.text, second.text) != 0;
	}
	strbuf_release(&first);
	strbuf_release(&second);
	return differs;
}

/* The id to which FIELD of ITEM refers; 0: it refers to nothing, or is no reference. */
static int64_t reconcile_reference(const struct field *field, const void *item)
{
	return field->type == FIELD_REF ? *(const int64_t *)(const void *)((const char *)item + field->offset) : 0;
}

/* Appends FIELD of THEIRS, with a reference as on ours; what is not there refers to nothing. */
static void reconcile_format(
	const struct reconcile *reconcile, const struct field *field, const void *theirs, struct strbuf *out)
{
	int64_t id;

	if (field->type != FIELD_REF) {
		field_format(field, theirs, out);
		return;
	}
	id = reconcile_id(reconcile, field->refers, reconcile_reference(field, theirs));
	if (id)
		strbuf_addf(out, "%lld", (long long)id);
}

/* Says what FIELD of our item ID is on theirs: of a context, its name. */
static int reconcile_conflict(struct reconcile *reconcile, enum entity entity, int64_t id, const struct field *field,
	const char *value, struct error *err)
{
	const struct context *context = field->type == FIELD_REF && field->refers == ENTITY_CONTEXT
						? reconcile_ours(reconcile, ENTITY_CONTEXT, strtoll(value, NULL, 10))
						: NULL;

	if (!strcmp(field->name, "dismissed") || field->type == FIELD_NUMBER)
		return 0; /* nothing that people have written */
	return reconcile_say_value(reconcile, entity, id, field, context ? context->name : value, err);
}

static int reconcile_field(struct reconcile *reconcile, enum entity entity, int64_t id, const struct field *field,
	const void *base, const void *theirs, struct error *err)
{
	struct strbuf was = STRBUF_INIT, ours = STRBUF_INIT, value = STRBUF_INIT;
	int failed = 0;

	field_format(field, base, &was);
	field_format(field, reconcile_ours(reconcile, entity, id), &ours);
	reconcile_format(reconcile, field, theirs, &value);
	if (!strcmp(value.text, was.text) || !strcmp(value.text, ours.text))
		failed = 0;
	else if (!strcmp(ours.text, was.text))
		failed = edit_set(reconcile->edit, entity, id, field->name, value.text, err);
	else
		failed = reconcile_conflict(reconcile, entity, id, field, value.text, err);
	strbuf_release(&was);
	strbuf_release(&ours);
	strbuf_release(&value);
	return failed;
}

int reconcile_fields(struct reconcile *reconcile, enum entity entity, int64_t id, const void *base, const void *theirs,
	struct error *err)
{
	const struct entity_type *type = entity_type(entity);
	int failed = 0;

	for (size_t i = 0; i < type->count && !failed; i++)
		if (reconcile_is_merged(&type->fields[i]))
			failed = reconcile_field(reconcile, entity, id, &type->fields[i], base, theirs, err);
	return failed;
}

/* Does THEIRS, which is no sticky, refer to an item that is left out? */
static bool reconcile_is_loose(const struct reconcile *reconcile, enum entity entity, const void *theirs)
{
	const struct entity_type *type = entity_type(entity);

	for (size_t i = 0; i < type->count; i++) {
		const struct field *field = &type->fields[i];
		int64_t id = reconcile_reference(field, theirs);

		if (id && !reconcile_id(reconcile, field->refers, id))
			return true;
	}
	return false;
}

int reconcile_make(struct reconcile *reconcile, enum entity entity, const void *theirs, const struct place *place,
	struct error *err)
{
	const struct entity_type *type = entity_type(entity);
	int64_t own = *(const int64_t *)theirs, id = board_next_id(reconcile->edit->board, entity);
	void *item = mem_zalloc(type->size);
	struct strbuf value = STRBUF_INIT;
	int failed = 0;

	for (size_t i = 0; i < type->count && !failed; i++) {
		const struct field *field = &type->fields[i];

		strbuf_reset(&value);
		if (!field_is_shift(field))
			reconcile_format(reconcile, field, theirs, &value);
		if (value.len)
			failed = field_parse(field, item, value.text, err);
	}
	*(int64_t *)item = edit_may_use_id(reconcile->edit, entity, own) ? own : id;
	if (place)
		((struct sticky *)item)->place = *place;
	if (!failed)
		failed = edit_restore(reconcile->edit, entity, item, err);
	if (!failed)
		reconcile_set_id(reconcile, entity, own, *(int64_t *)item);
	strbuf_release(&value);
	item_clear(entity, item);
	free(item);
	return failed;
}

/* Items but stickies */

/* Our item that is the same as THEIRS, which the base does not have; each is known by what there can only be one of. */
static const void *reconcile_known(const struct reconcile *reconcile, enum entity entity, const void *theirs)
{
	const struct board *board = reconcile->edit->board;
	const struct relation *relation = theirs, *ours;
	const struct message *message = theirs;
	const struct phase *phase = theirs;
	const struct lane *lane = theirs;
	const struct link *link = theirs;
	const struct vote *vote = theirs;
	const struct sticky *sticky;

	switch (entity) {
	case ENTITY_PERSON: return board_person_named(board, ((const struct person *)theirs)->name);
	case ENTITY_CONTEXT: return board_context_named(board, ((const struct context *)theirs)->name);
	case ENTITY_LINK:
		return board_link(board, reconcile_id(reconcile, ENTITY_STICKY, link->source),
			reconcile_id(reconcile, ENTITY_STICKY, link->target));
	case ENTITY_VOTE:
		sticky = board_sticky(board, reconcile_id(reconcile, ENTITY_STICKY, vote->sticky));
		return sticky ? board_vote(sticky, reconcile_id(reconcile, ENTITY_PERSON, vote->person)) : NULL;
	case ENTITY_PHASE:
		return board_phase_at(
			board, reconcile_place_brought(reconcile, (struct place){(int32_t)phase->column, 1}).column);
	case ENTITY_LANE:
		return board_lane_at(
			board, reconcile_place_brought(reconcile, (struct place){1, (int32_t)lane->row}).row);
	case ENTITY_MESSAGE:
		return board_message(board, reconcile_id(reconcile, ENTITY_RELATION, message->relation),
			reconcile_id(reconcile, ENTITY_STICKY, message->sticky));
	case ENTITY_RELATION:
		for (size_t at = 0; (ours = board_next(board, ENTITY_RELATION, &at));)
			if (ours->source == reconcile_id(reconcile, ENTITY_CONTEXT, relation->source) &&
				ours->target == reconcile_id(reconcile, ENTITY_CONTEXT, relation->target) &&
				ours->style == relation->style &&
				!strcmp(ours->label ? ours->label : "", relation->label ? relation->label : ""))
				return ours;
		return NULL;
	default: return NULL;
	}
}

/* The phase of theirs is at another column, the lane in another row here. */
static int reconcile_make_label(struct reconcile *reconcile, enum entity entity, const void *theirs, struct error *err)
{
	struct phase phase = *(const struct phase *)theirs;
	struct lane lane = *(const struct lane *)theirs;
	void *item = entity == ENTITY_PHASE ? (void *)&phase : (void *)&lane;

	phase.column = reconcile_place_brought(reconcile, (struct place){(int32_t)phase.column, 1}).column;
	lane.row = reconcile_place_brought(reconcile, (struct place){1, (int32_t)lane.row}).row;
	return reconcile_make(reconcile, entity, item, NULL, err);
}

/* Is THEIRS new, or was deleted from ours but belongs to a sticky that is back? */
static bool reconcile_is_wanted(
	const struct reconcile *reconcile, enum entity entity, const void *base, const void *theirs)
{
	const struct link *link = theirs;

	if (!base || reconcile_differs(entity, base, theirs))
		return true;
	return entity == ENTITY_LINK && (map_get(&reconcile->restored, (uint64_t)link->source) ||
						map_get(&reconcile->restored, (uint64_t)link->target));
}

/* Moves phase or lane OURS as theirs has, unless ours was moved too or the place is taken. */
static int reconcile_move_label(struct reconcile *reconcile, enum entity entity, const void *base, const void *ours,
	const void *theirs, struct error *err)
{
	bool phase = entity == ENTITY_PHASE;
	struct place was = {phase ? (int32_t)((const struct phase *)base)->column : 1,
		phase ? 1 : (int32_t)((const struct lane *)base)->row};
	struct place now = {phase ? (int32_t)((const struct phase *)theirs)->column : 1,
		phase ? 1 : (int32_t)((const struct lane *)theirs)->row};
	struct place here = {phase ? (int32_t)((const struct phase *)ours)->column : 1,
		phase ? 1 : (int32_t)((const struct lane *)ours)->row};
	char value[24];

	if (place_equal(reconcile_place_theirs(reconcile, was), now) ||
		!place_equal(reconcile_place_ours(reconcile, was), here) || reconcile_known(reconcile, entity, theirs))
		return 0;
	now = reconcile_place_brought(reconcile, now);
	snprintf(value, sizeof(value), "%d", (int)(phase ? now.column : now.row));
	return edit_set(reconcile->edit, entity, *(const int64_t *)ours, phase ? "column" : "row", value, err);
}

/* Merges THEIRS into OURS, neither of which the base has: only what was named at the same place can differ. */
static int reconcile_meet(
	struct reconcile *reconcile, enum entity entity, const void *ours, const void *theirs, struct error *err)
{
	if ((entity != ENTITY_PHASE && entity != ENTITY_LANE) || !reconcile_differs(entity, ours, theirs))
		return 0;
	return reconcile_say_value(reconcile, entity, *(const int64_t *)ours, field_find(entity, "name"),
		entity == ENTITY_PHASE ? ((const struct phase *)theirs)->name : ((const struct lane *)theirs)->name,
		err);
}

static int reconcile_item(struct reconcile *reconcile, enum entity entity, const void *theirs, struct error *err)
{
	const void *base = reconcile_base(reconcile, entity, theirs);
	const void *ours = base ? reconcile_ours(reconcile, entity, *(const int64_t *)base) : NULL;
	int64_t id;
	int failed = 0;

	if (reconcile_is_loose(reconcile, entity, theirs))
		return 0;
	if (!ours && !reconcile_is_wanted(reconcile, entity, base, theirs))
		return 0;
	if (!ours) {
		base = NULL;
		ours = reconcile_known(reconcile, entity, theirs);
	}
	if (!ours)
		return entity == ENTITY_PHASE || entity == ENTITY_LANE
			       ? reconcile_make_label(reconcile, entity, theirs, err)
			       : reconcile_make(reconcile, entity, theirs, NULL, err);
	id = *(const int64_t *)ours;
	reconcile_set_id(reconcile, entity, *(const int64_t *)theirs, id);
	if (!base)
		return reconcile_meet(reconcile, entity, ours, theirs, err);
	if (entity == ENTITY_PHASE || entity == ENTITY_LANE)
		failed = reconcile_move_label(reconcile, entity, base, ours, theirs, err);
	return failed ? failed : reconcile_fields(reconcile, entity, id, base, theirs, err);
}

static int reconcile_items(struct reconcile *reconcile, enum entity entity, struct error *err)
{
	struct vec list = VEC_INIT(const void *);
	int failed = 0;

	board_list(reconcile->sides->theirs, entity, &list);
	for (size_t i = 0; i < list.count && !failed; i++)
		failed = reconcile_item(reconcile, entity, vec_get(&list, const void *, i), err);
	vec_release(&list);
	return failed;
}

/* Does all that BASE refers to still stand on their board? Otherwise it is not theirs that has deleted BASE alone. */
static bool reconcile_was_tied(const struct reconcile *reconcile, enum entity entity, const void *base)
{
	const struct entity_type *type = entity_type(entity);

	for (size_t i = 0; i < type->count; i++) {
		const struct field *field = &type->fields[i];
		int64_t id = reconcile_reference(field, base);

		if (id && !board_item(reconcile->sides->theirs, field->refers, id))
			return false;
	}
	return true;
}

static bool reconcile_has_members(const struct board *board, int64_t context)
{
	const struct sticky *sticky;

	for (size_t at = 0; (sticky = board_next(board, ENTITY_STICKY, &at));)
		if (sticky->context == context)
			return true;
	return false;
}

/* Deletes the items of ENTITY that theirs has deleted and ours has not changed. */
static int reconcile_delete(struct reconcile *reconcile, enum entity entity, struct error *err)
{
	struct vec list = VEC_INIT(const void *);
	int failed = 0;

	board_list(reconcile->sides->base, entity, &list);
	for (size_t i = 0; i < list.count && !failed; i++) {
		const void *base = vec_get(&list, const void *, i);
		int64_t id = *(const int64_t *)base;
		const void *ours = reconcile_ours(reconcile, entity, id);

		if (!ours || board_item(reconcile->sides->theirs, entity, id) ||
			reconcile_differs(entity, base, ours) || !reconcile_was_tied(reconcile, entity, base) ||
			(entity == ENTITY_CONTEXT && reconcile_has_members(reconcile->edit->board, id)))
			continue;
		failed = edit_delete(reconcile->edit, entity, id, err);
	}
	vec_release(&list);
	return failed;
}

static int reconcile_facts(struct reconcile *reconcile, struct error *err)
{
	return reconcile_fields(reconcile, ENTITY_BOARD, BOARD_ITEM, board_facts(reconcile->sides->base),
		board_facts(reconcile->sides->theirs), err);
}

/* People and contexts come before what refers to them, stickies before what ties them. */
static int reconcile_all(struct reconcile *reconcile, struct error *err)
{
	static const enum entity ties[] = {
		ENTITY_LINK, ENTITY_VOTE, ENTITY_PHASE, ENTITY_LANE, ENTITY_RELATION, ENTITY_MESSAGE};
	static const enum entity deleted[] = {
		ENTITY_MESSAGE, ENTITY_RELATION, ENTITY_LANE, ENTITY_PHASE, ENTITY_VOTE, ENTITY_LINK, ENTITY_CONTEXT};
	int failed = reconcile_items(reconcile, ENTITY_PERSON, err);

	if (!failed)
		failed = reconcile_items(reconcile, ENTITY_CONTEXT, err);
	if (!failed)
		failed = reconcile_delete_stickies(reconcile, err);
	if (!failed)
		reconcile_shift(reconcile);
	if (!failed)
		failed = reconcile_stickies(reconcile, err);
	for (size_t i = 0; i < ARRAY_SIZE(ties) && !failed; i++)
		failed = reconcile_items(reconcile, ties[i], err);
	for (size_t i = 0; i < ARRAY_SIZE(deleted) && !failed; i++)
		failed = reconcile_delete(reconcile, deleted[i], err);
	return failed ? failed : reconcile_facts(reconcile, err);
}

int reconcile_boards(
	struct edit *edit, const struct reconcile_sides *sides, struct reconcile_report *report, struct error *err)
{
	struct reconcile reconcile = {.edit = edit,
		.sides = sides,
		.report = report,
		.theirs = VEC_INIT(struct shift),
		.ours = VEC_INIT(struct shift),
		.brought = VEC_INIT(struct shift)};
	int failed;

	*report = (struct reconcile_report){0};
	failed = reconcile_all(&reconcile, err);
	for (int entity = 0; entity < ENTITY_COUNT; entity++)
		map_release(&reconcile.ids[entity]);
	map_release(&reconcile.restored);
	map_release(&reconcile.shared);
	vec_release(&reconcile.theirs);
	vec_release(&reconcile.ours);
	vec_release(&reconcile.brought);
	names_release(&reconcile.said);
	return failed;
}
