#include "check/checklist.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "check/checklist_private.h"
#include "check/trigger.h"

static struct checklist_entry *checklist_enter(struct checklist *list, int64_t id,
	struct place place)
{
	struct checklist_entry *entry = mem_zalloc(sizeof(*entry));

	entry->member.id = id;
	entry->place = place;
	entry->at = list->all.count;
	vec_init(&entry->flows, sizeof(struct flow));
	*(struct checklist_entry **)vec_push(&list->all) = entry;
	map_set(&list->entries, (uint64_t)id, entry);
	return entry;
}

static void checklist_init_rows(struct checklist *list, enum role role)
{
	size_t count;
	const struct check *const *rows = check_list(&count);

	list->role = role;
	for (size_t i = 0; i < count; i++) {
		uint64_t bit = UINT64_C(1) << list->check_count;

		if (rows[i]->scope == CHECK_CONTEXT || rows[i]->scope == CHECK_RELATION)
			continue;
		if (list->check_count == CHECKLIST_CHECKS_MOST)
			BUG("the check %s is one too many", rows[i]->id);
		list->checks[list->check_count++] = rows[i];
		list->steps[rows[i]->step] |= bit;
		if (rows[i]->role <= role)
			list->allowed |= bit;
	}
}

struct checklist *checklist_new(const struct board *board, enum role role)
{
	struct checklist *list = mem_zalloc(sizeof(*list));
	const struct sticky *sticky;
	struct vec stickies = VEC_INIT(const void *);

	list->survey = (struct survey){board, &list->speech, &list->entries, &list->names,
		&list->tally, &list->traffic, &list->atlas, &list->cargo};
	vec_init(&list->all, sizeof(struct checklist_entry *));
	vec_init(&list->touched, sizeof(struct checklist_touch));
	vec_init(&list->places, sizeof(struct place));
	vec_init(&list->edges, sizeof(struct checklist_edge));
	vec_init(&list->queue, sizeof(struct checklist_entry *));
	vec_init(&list->ids, sizeof(int64_t));
	vec_init(&list->items, sizeof(struct finding));
	atlas_init(&list->atlas);
	cargo_init(&list->cargo);
	list->rerouted = list->reloaded = true;
	speech_init(&list->speech);
	for (int step = 0; step <= STEP_LAST; step++)
		ranking_init(&list->rankings[step]);
	checklist_init_rows(list, role);
	board_list(board, ENTITY_STICKY, &stickies);
	for (size_t i = 0; i < stickies.count; i++) {
		sticky = *(const struct sticky **)vec_at(&stickies, i);
		checklist_enter(list, sticky->id, sticky->place);
		checklist_mark(list, sticky->id, CHECKLIST_MARK_OWN | CHECKLIST_MARK_NEAR);
	}
	vec_release(&stickies);
	checklist_ask(list);
	return list;
}

void checklist_free(struct checklist *list)
{
	if (!list)
		return;
	for (size_t i = 0; i < list->all.count; i++) {
		struct checklist_entry *entry = *(struct checklist_entry **)vec_at(&list->all, i);

		vec_release(&entry->flows);
		free(entry);
	}
	for (int step = 0; step <= STEP_LAST; step++)
		ranking_release(&list->rankings[step]);
	map_release(&list->entries);
	likeness_release(&list->texts);
	likeness_release(&list->names);
	tally_release(&list->tally);
	traffic_release(&list->traffic);
	atlas_release(&list->atlas);
	cargo_release(&list->cargo);
	speech_release(&list->speech);
	vec_release(&list->all);
	vec_release(&list->touched);
	vec_release(&list->places);
	vec_release(&list->edges);
	vec_release(&list->queue);
	vec_release(&list->ids);
	vec_release(&list->items);
	free(list);
}

static void checklist_touch(struct checklist *list, int64_t id, unsigned marks,
	enum checklist_reach reach)
{
	*(struct checklist_touch *)vec_push(&list->touched) =
		(struct checklist_touch){id, marks, reach};
}

static void checklist_touch_place(struct checklist *list, struct place place)
{
	*(struct place *)vec_push(&list->places) = place;
}

void checklist_unrank(struct checklist *list, struct checklist_entry *entry)
{
	for (int step = STEP_FIRST; step <= STEP_LAST; step++)
		if (entry->ranked & 1u << step)
			ranking_remove(&list->rankings[step], checklist_rank(entry));
	entry->ranked = 0;
}

void checklist_forget_flows(struct checklist *list, struct checklist_entry *entry)
{
	for (size_t i = 0; i < entry->flows.count; i++)
		traffic_take(&list->traffic, vec_at(&entry->flows, i));
	vec_reset(&entry->flows);
}

/* Forgets a sticky that is gone. */
static void checklist_leave(struct checklist *list, struct checklist_entry *entry)
{
	struct checklist_entry *last = *(struct checklist_entry **)vec_last(&list->all);

	checklist_unrank(list, entry);
	for (int step = STEP_FIRST; step <= STEP_LAST; step++)
		list->counts[step] -=
			(size_t)__builtin_popcountll(entry->found & list->steps[step]);
	tally_take(&list->tally, &entry->share);
	checklist_forget_flows(list, entry);
	list->remapped = true;
	vec_reset(&list->ids);
	likeness_leave(entry->in_names ? &list->names : &list->texts, &entry->member, &list->ids);
	for (size_t i = 0; i < list->ids.count; i++)
		checklist_touch(list, *(int64_t *)vec_at(&list->ids, i), CHECKLIST_MARK_NEAR,
			CHECKLIST_REACH_ITSELF);
	checklist_touch_place(list, entry->place);
	*(struct checklist_entry **)vec_at(&list->all, entry->at) = last;
	last->at = entry->at;
	vec_remove(&list->all, list->all.count - 1);
	map_remove(&list->entries, (uint64_t)entry->member.id);
	vec_release(&entry->flows);
	free(entry);
}

/* Reads RECORD into ITEM, which is cleared; to be cleared again. */
static void checklist_read(enum entity entity, const char *record, void *item)
{
	struct error err = ERROR_INIT;

	if (record_parse(entity, item, record, &err))
		BUG("a change that was applied cannot be read: %s", err.text);
}

static void checklist_note_made(struct checklist *list, const struct change *change)
{
	struct sticky sticky = {.id = change->item};

	checklist_read(ENTITY_STICKY, change->after, &sticky);
	checklist_enter(list, change->item, sticky.place);
	list->remapped = true;
	checklist_touch_place(list, sticky.place);
	checklist_touch(list, change->item, CHECKLIST_MARK_OWN | CHECKLIST_MARK_NEAR,
		CHECKLIST_REACH_FAR);
	item_clear(ENTITY_STICKY, &sticky);
}

static void checklist_note_moved(struct checklist *list, struct checklist_entry *entry,
	const struct change *change)
{
	struct sticky sticky = {.id = change->item};
	struct error err = ERROR_INIT;

	if (field_parse(change->field, &sticky, change->after, &err))
		BUG("a change that was applied cannot be read: %s", err.text);
	checklist_unrank(list, entry);
	checklist_touch_place(list, entry->place);
	checklist_touch_place(list, sticky.place);
	entry->place = sticky.place;
	checklist_touch(list, change->item, CHECKLIST_MARK_NEAR, CHECKLIST_REACH_NEAR);
}

/* How far the change of a field reaches. What is not here touches nothing. */
static const struct {
	const char *field;
	enum checklist_reach reach;
} checklist_fields[] = {
	{"text", CHECKLIST_REACH_NEAR},
	{"kind", CHECKLIST_REACH_FAR},
	{"context", CHECKLIST_REACH_FAR},
	{"pivotal", CHECKLIST_REACH_ITSELF},
	{"note", CHECKLIST_REACH_ITSELF},
	{"resolved", CHECKLIST_REACH_ITSELF},
	{"author", CHECKLIST_REACH_ITSELF},
	{"dismissed", CHECKLIST_REACH_ITSELF},
	{"public", CHECKLIST_REACH_ITSELF},
	{"payload", CHECKLIST_REACH_FAR},
	{"rejection", CHECKLIST_REACH_ITSELF},
};

static void checklist_note_sticky(struct checklist *list, const struct change *change)
{
	struct checklist_entry *entry = checklist_entry(list, change->item);

	if (change_makes(change)) {
		checklist_note_made(list, change);
		return;
	}
	if (!entry)
		BUG("sticky %lld was never told of", (long long)change->item);
	if (change_removes(change)) {
		checklist_leave(list, entry);
	} else if (change->field->type == FIELD_PLACE) {
		checklist_note_moved(list, entry, change);
	} else {
		for (size_t i = 0; i < ARRAY_SIZE(checklist_fields); i++)
			if (!strcmp(change->field->name, checklist_fields[i].field))
				checklist_touch(list, change->item,
					CHECKLIST_MARK_OWN | CHECKLIST_MARK_NEAR,
					checklist_fields[i].reach);
	}
}

/* A link that comes or goes; its ends never change. */
static void checklist_note_link(struct checklist *list, const struct change *change)
{
	struct link link = {.id = change->item};

	if (change->field)
		return;
	checklist_read(ENTITY_LINK, change->after ? change->after : change->before, &link);
	checklist_touch(list, link.source, CHECKLIST_MARK_NEAR, CHECKLIST_REACH_LINK);
	checklist_touch(list, link.target, CHECKLIST_MARK_NEAR, CHECKLIST_REACH_LINK);
	item_clear(ENTITY_LINK, &link);
}

/* What a relation carries: whoever stands beside the sticky may be compared with it. */
static void checklist_note_message(struct checklist *list, const struct change *change)
{
	struct message message = {.id = change->item};
	const struct message *now = board_item(list->survey.board, ENTITY_MESSAGE, change->item);

	list->reloaded = true;
	if (!change->field)
		checklist_read(ENTITY_MESSAGE, change->after ? change->after : change->before,
			&message);
	else if (now) /* otherwise its end is told of yet */
		message.sticky = now->sticky;
	checklist_touch(list, message.sticky, CHECKLIST_MARK_NEAR, CHECKLIST_REACH_FAR);
	item_clear(ENTITY_MESSAGE, &message);
}

/* Moves along all that was noted by place before. */
static void checklist_shift(struct checklist *list, struct shift shift)
{
	for (size_t i = 0; i < list->all.count; i++) {
		struct checklist_entry *entry = *(struct checklist_entry **)vec_at(&list->all, i);

		entry->place = shift_place(shift, entry->place);
	}
	for (int step = STEP_FIRST; step <= STEP_LAST; step++)
		ranking_shift(&list->rankings[step], shift);
	for (size_t i = 0; i < list->places.count; i++) {
		struct place *place = vec_at(&list->places, i);

		*place = shift_place(shift, *place);
	}
	for (size_t i = 0; i < list->edges.count; i++) {
		struct checklist_edge *edge = vec_at(&list->edges, i);

		if (edge->axis != shift.axis)
			continue;
		edge->before = shift_index(shift, edge->before);
		edge->behind = shift_index(shift, edge->behind);
	}
}

static void checklist_note_shift(struct checklist *list, const struct change *change)
{
	enum axis axis = change->field->type == FIELD_COLUMNS ? AXIS_COLUMNS : AXIS_ROWS;
	struct checklist_edge *edge;
	struct shift shift;

	if (!shift_parse(change->after, axis, &shift))
		BUG("“%s” is no shift", change->after);
	checklist_shift(list, shift);
	edge = vec_push(&list->edges);
	edge->axis = axis;
	edge->before = shift.by > 0 ? shift.at - 1 : shift.at + shift.by - 1;
	edge->behind = shift.at + shift.by;
}

void checklist_note(struct checklist *list, const struct change *change)
{
	if (change->entity == ENTITY_STICKY)
		checklist_note_sticky(list, change);
	else if (change->entity == ENTITY_LINK)
		checklist_note_link(list, change);
	else if (change->entity == ENTITY_CONTEXT)
		list->remapped = true;
	else if (change->entity == ENTITY_RELATION)
		list->rerouted = true;
	else if (change->entity == ENTITY_MESSAGE)
		checklist_note_message(list, change);
	else if (change->field && (change->field->type == FIELD_COLUMNS ||
					  change->field->type == FIELD_ROWS))
		checklist_note_shift(list, change);
}

void checklist_mark(struct checklist *list, int64_t id, unsigned marks)
{
	struct checklist_entry *entry = checklist_entry(list, id);

	if (!entry)
		return;
	if (!entry->marks)
		*(struct checklist_entry **)vec_push(&list->queue) = entry;
	entry->marks |= marks;
}

/* Marks all whose ids are in `ids`. */
static void checklist_mark_ids(struct checklist *list, size_t start)
{
	for (size_t i = start; i < list->ids.count; i++)
		checklist_mark(list, *(int64_t *)vec_at(&list->ids, i), CHECKLIST_MARK_NEAR);
}

/* Marks all whose ids are in `ids`, and all that are near those among them through which others
 * look. */
static void checklist_mark_through(struct checklist *list)
{
	size_t count = list->ids.count;

	checklist_mark_ids(list, 0);
	for (size_t i = 0; i < count; i++) {
		const struct sticky *sticky =
			board_sticky(list->survey.board, *(int64_t *)vec_at(&list->ids, i));

		if (!sticky || !(TRIGGER_KIND(sticky->kind) & TRIGGER_LOOKED_THROUGH))
			continue;
		trigger_near(list->survey.board, sticky, &list->ids);
		checklist_mark_ids(list, count);
		list->ids.count = count;
	}
}

/* Has one who stands at INDEX the other side of EDGE in reach? */
static bool checklist_is_at(const struct checklist_edge *edge, int32_t index)
{
	return (index <= edge->before && index > edge->before - TRIGGER_REACH) ||
	       (index >= edge->behind && index < edge->behind + TRIGGER_REACH);
}

static struct place checklist_across(enum axis axis, struct place place, int32_t index)
{
	if (axis == AXIS_COLUMNS)
		place.column = index;
	else
		place.row = index;
	return place;
}

/* Who looks across EDGE: there must be stickies on both sides of it. */
static void checklist_mark_edge(struct checklist *list, const struct checklist_edge *edge)
{
	const struct board *board = list->survey.board;

	for (size_t i = 0; i < list->all.count; i++) {
		const struct checklist_entry *entry =
			*(struct checklist_entry **)vec_at(&list->all, i);
		struct place place = entry->place;
		int32_t index = edge->axis == AXIS_COLUMNS ? place.column : place.row;

		if (!checklist_is_at(edge, index) ||
			!board_at(board, checklist_across(edge->axis, place, edge->before)) ||
			!board_at(board, checklist_across(edge->axis, place, edge->behind)))
			continue;
		vec_reset(&list->ids);
		*(int64_t *)vec_push(&list->ids) = entry->member.id;
		checklist_mark_through(list);
	}
}

/* Who stands at the end of a flow: whether a relation covers it may have changed. */
static void checklist_mark_flows(struct checklist *list)
{
	for (size_t i = 0; i < list->all.count; i++) {
		const struct checklist_entry *entry =
			*(struct checklist_entry **)vec_at(&list->all, i);

		if (entry->flows.count)
			checklist_mark(list, entry->member.id, CHECKLIST_MARK_NEAR);
	}
}

/* What a relation carries: how it does so may have changed. */
static void checklist_mark_cargo(struct checklist *list)
{
	const struct message *message;
	size_t at = 0;

	while ((message = board_next(list->survey.board, ENTITY_MESSAGE, &at)))
		checklist_mark(list, message->sticky, CHECKLIST_MARK_NEAR);
}

static void checklist_mark_touched(struct checklist *list, const struct checklist_touch *touch)
{
	const struct sticky *sticky = board_sticky(list->survey.board, touch->id);

	checklist_mark(list, touch->id, touch->marks);
	vec_reset(&list->ids);
	if (!sticky || touch->reach == CHECKLIST_REACH_ITSELF)
		return;
	if (touch->reach == CHECKLIST_REACH_LINK)
		*(int64_t *)vec_push(&list->ids) = touch->id;
	else
		trigger_near(list->survey.board, sticky, &list->ids);
	if (touch->reach == CHECKLIST_REACH_NEAR)
		checklist_mark_ids(list, 0);
	else
		checklist_mark_through(list);
}

void checklist_update(struct checklist *list)
{
	for (size_t i = 0; i < list->touched.count; i++)
		checklist_mark_touched(list, vec_at(&list->touched, i));
	for (size_t i = 0; i < list->places.count; i++) {
		vec_reset(&list->ids);
		trigger_near_place(list->survey.board, *(struct place *)vec_at(&list->places, i),
			&list->ids);
		checklist_mark_through(list);
	}
	for (size_t i = 0; i < list->edges.count; i++)
		checklist_mark_edge(list, vec_at(&list->edges, i));
	if (list->rerouted) {
		checklist_mark_flows(list);
		checklist_mark_cargo(list);
	}
	vec_reset(&list->touched);
	vec_reset(&list->places);
	vec_reset(&list->edges);
	checklist_ask(list);
}
