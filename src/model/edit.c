#include "model/edit.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "model/board_apply.h"
#include "model/veil.h"

/* Half of all ids, so that there are enough after the highest id of a file. */
#define EDIT_FOREIGN_ID_MOST (ITEM_ID_MOST / 2)

/* Removes the last change, which is not applied, from the action. */
static void edit_forget_last(struct edit *edit)
{
	struct change *change = vec_last(&edit->action->changes);

	free(change->before);
	free(change->after);
	vec_remove(&edit->action->changes, edit->action->changes.count - 1);
}

/* Fails if ITEM, or a sticky that it refers to, is hidden from the person of the action. */
static int edit_guard(const struct edit *edit, enum entity entity, const void *item, struct error *err)
{
	struct veil veil = veil_for(edit->board, edit->action->person);
	const struct entity_type *type = entity_type(entity);
	int failed = 0;

	if (!veil.silent)
		return 0;
	if (entity == ENTITY_STICKY)
		return veil_guard(&veil, item, err);
	for (size_t i = 0; i < type->count && !failed; i++) {
		const struct field *field = &type->fields[i];
		const struct sticky *sticky = NULL;

		if (field->type == FIELD_REF && field->refers == ENTITY_STICKY)
			sticky = board_sticky(edit->board, *(const int64_t *)((const char *)item + field->offset));
		if (sticky)
			failed = veil_guard(&veil, sticky, err);
	}
	return failed;
}

/* Records a change and applies it. */
static int edit_change(struct edit *edit, enum entity entity, int64_t id, const struct field *field, const char *before,
	const char *after, struct error *err)
{
	struct change *change = action_add(edit->action, entity, id, field, before, after);
	int failed = board_apply(edit->board, change, err);

	if (failed)
		edit_forget_last(edit);
	return failed;
}

/* The same for an item that does not exist yet. */
static int edit_guard_new(const struct edit *edit, enum entity entity, int64_t id, const void *item, struct error *err)
{
	struct veil veil = veil_for(edit->board, edit->action->person);
	struct sticky made = {.id = id};

	if (entity != ENTITY_STICKY)
		return edit_guard(edit, entity, item, err);
	made.author = ((const struct sticky *)item)->author;
	return veil_hides(&veil, &made)
		       ? error_set(err, ERROR_REFUSED, "%s",
				 _("a silent round is running; bring in what others wrote when it ends"))
		       : 0;
}

static int edit_make(struct edit *edit, enum entity entity, int64_t id, const void *item, struct error *err)
{
	struct strbuf record = STRBUF_INIT;
	int failed = edit_guard_new(edit, entity, id, item, err);

	if (failed)
		return failed;
	record_format(entity, item, &record);
	failed = edit_change(edit, entity, id, NULL, NULL, record.text, err);
	strbuf_release(&record);
	return failed;
}

int64_t edit_create(struct edit *edit, enum entity entity, const void *template, struct error *err)
{
	int64_t id = board_next_id(edit->board, entity);
	int failed;

	if (id > ITEM_ID_MOST)
		return error_set(
			err, ERROR_REFUSED, _("no room left on the board for a %s"), entity_type(entity)->name);
	failed = edit_make(edit, entity, id, template, err);
	return failed ? failed : id;
}

bool edit_may_use_id(const struct edit *edit, enum entity entity, int64_t id)
{
	return id >= board_next_id(edit->board, entity) && id <= EDIT_FOREIGN_ID_MOST;
}

int edit_restore(struct edit *edit, enum entity entity, const void *item, struct error *err)
{
	return edit_make(edit, entity, *(const int64_t *)item, item, err);
}

int edit_set_raw(struct edit *edit, enum entity entity, int64_t id, const struct field *field, const char *text,
	struct error *err)
{
	const void *item = board_item(edit->board, entity, id);
	struct strbuf before = STRBUF_INIT;
	int failed;

	if (!item)
		return error_set(err, ERROR_REFUSED, _("no %s %" PRId64), entity_type(entity)->name, id);
	failed = edit_guard(edit, entity, item, err); /* before comparing, so that nobody can guess a hidden value */
	if (failed)
		return failed;
	field_format(field, item, &before);
	if (strcmp(before.text, text))
		failed = edit_change(edit, entity, id, field, before.text, text, err);
	strbuf_release(&before);
	return failed;
}

/* Sets `updated` of the sticky to the time of the action. */
static int edit_touch(struct edit *edit, int64_t id, struct error *err)
{
	char now[CLOCK_TEXT_BYTES];

	clock_format(edit->action->time_ms, now);
	return edit_set_raw(edit, ENTITY_STICKY, id, field_find(ENTITY_STICKY, "updated"), now, err);
}

int edit_set(struct edit *edit, enum entity entity, int64_t id, const char *name, const char *text, struct error *err)
{
	size_t count = edit->action->changes.count;
	const struct field *field = field_find(entity, name);
	int failed;

	if (!field)
		BUG("%s has no field %s", entity_type(entity)->name, name);
	failed = edit_set_raw(edit, entity, id, field, text, err);
	if (!failed && entity == ENTITY_STICKY && edit->action->changes.count > count)
		failed = edit_touch(edit, id, err);
	if (failed)
		edit_rollback(edit, count);
	return failed;
}

int edit_move(struct edit *edit, int64_t sticky, struct place place, struct error *err)
{
	char text[32];

	snprintf(text, sizeof(text), "%d,%d", place.column, place.row);
	return edit_set(edit, ENTITY_STICKY, sticky, "place", text, err);
}

/* Removes an item to which nothing refers. */
static int edit_remove(struct edit *edit, enum entity entity, int64_t id, struct error *err)
{
	const void *item = board_item(edit->board, entity, id);
	struct strbuf record = STRBUF_INIT;
	int failed = edit_guard(edit, entity, item, err);

	if (failed)
		return failed;
	record_format(entity, item, &record);
	failed = edit_change(edit, entity, id, NULL, record.text, NULL, err);
	strbuf_release(&record);
	return failed;
}

/* Removes the messages whose reference at OFFSET is ID. */
static int edit_strip_messages(struct edit *edit, size_t offset, int64_t id, struct error *err)
{
	struct vec list = VEC_INIT(const void *);
	int failed = 0;

	board_list(edit->board, ENTITY_MESSAGE, &list);
	for (size_t i = 0; i < list.count && !failed; i++) {
		const char *message = vec_get(&list, const char *, i);

		if (*(const int64_t *)(message + offset) == id)
			failed = edit_remove(edit, ENTITY_MESSAGE, *(const int64_t *)message, err);
	}
	vec_release(&list);
	return failed;
}

static int edit_strip_sticky(struct edit *edit, int64_t id, struct error *err)
{
	const struct sticky *sticky = board_sticky(edit->board, id);
	int failed = 0;

	while (!failed && sticky->first_out)
		failed = edit_remove(edit, ENTITY_LINK, sticky->first_out->id, err);
	while (!failed && sticky->first_in)
		failed = edit_remove(edit, ENTITY_LINK, sticky->first_in->id, err);
	while (!failed && sticky->first_vote)
		failed = edit_remove(edit, ENTITY_VOTE, sticky->first_vote->id, err);
	if (!failed && board_is_carried(edit->board, id))
		failed = edit_strip_messages(edit, offsetof(struct message, sticky), id, err);
	return failed;
}

static int edit_strip_context(struct edit *edit, int64_t id, struct error *err)
{
	struct vec list = VEC_INIT(const void *);
	int failed = 0;

	board_list(edit->board, ENTITY_STICKY, &list);
	for (size_t i = 0; i < list.count && !failed; i++) {
		const struct sticky *sticky = vec_get(&list, const struct sticky *, i);

		if (sticky->context == id)
			failed = edit_set(edit, ENTITY_STICKY, sticky->id, "context", "", err);
	}
	vec_reset(&list);
	board_list(edit->board, ENTITY_RELATION, &list);
	for (size_t i = 0; i < list.count && !failed; i++) {
		const struct relation *relation = vec_get(&list, const struct relation *, i);

		if (relation->source != id && relation->target != id)
			continue;
		failed = edit_strip_messages(edit, offsetof(struct message, relation), relation->id, err);
		if (!failed)
			failed = edit_remove(edit, ENTITY_RELATION, relation->id, err);
	}
	vec_release(&list);
	return failed;
}

int edit_delete(struct edit *edit, enum entity entity, int64_t id, struct error *err)
{
	size_t count = edit->action->changes.count;
	int failed = 0;

	if (!board_item(edit->board, entity, id))
		return error_set(err, ERROR_REFUSED, _("no %s %" PRId64), entity_type(entity)->name, id);
	if (entity == ENTITY_STICKY)
		failed = edit_strip_sticky(edit, id, err);
	if (entity == ENTITY_CONTEXT)
		failed = edit_strip_context(edit, id, err);
	if (entity == ENTITY_RELATION)
		failed = edit_strip_messages(edit, offsetof(struct message, relation), id, err);
	if (!failed)
		failed = edit_remove(edit, entity, id, err);
	if (failed)
		edit_rollback(edit, count);
	return failed;
}

int edit_shift(struct edit *edit, struct shift shift, struct error *err)
{
	const char *name = shift.axis == AXIS_COLUMNS ? "columns" : "rows";
	struct strbuf text = STRBUF_INIT;
	int failed;

	shift_format(shift, &text);
	failed = edit_change(edit, ENTITY_BOARD, BOARD_ITEM, field_find(ENTITY_BOARD, name), NULL, text.text, err);
	strbuf_release(&text);
	return failed;
}

void edit_rollback(struct edit *edit, size_t keep)
{
	struct error err = ERROR_INIT;

	while (edit->action->changes.count > keep) {
		if (board_revert(edit->board, vec_last(&edit->action->changes), &err))
			BUG("an action cannot be taken back: %s", err.text);
		edit_forget_last(edit);
	}
}
