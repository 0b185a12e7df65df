#include "model/copy.h"

#include <stdlib.h>

#include "base/mem.h"
#include "model/board_apply.h"
#include "model/parking.h"

/* Copies only the value of the field; derived members follow when the other items are inserted. */
static void copy_field(const struct field *field, const void *from, void *to)
{
	const char *source = (const char *)from + field->offset;
	char *target = (char *)to + field->offset;

	switch (field->type) {
	case FIELD_LINE:
	case FIELD_TEXT: *(char **)target = mem_strdup(*(char *const *)source); break;
	case FIELD_NUMBER:
	case FIELD_TIME:
	case FIELD_REF: *(int64_t *)target = *(const int64_t *)source; break;
	case FIELD_FLAG: *(bool *)target = *(const bool *)source; break;
	case FIELD_CHOICE: *(int *)target = *(const int *)source; break;
	case FIELD_PLACE: *(struct place *)target = *(const struct place *)source; break;
	case FIELD_COLUMNS:
	case FIELD_ROWS: break;
	}
}

void copy_facts(struct board *to, const struct board_facts *facts)
{
	const struct entity_type *type = entity_type(ENTITY_BOARD);

	for (size_t i = 0; i < type->count; i++) {
		struct change change = {.entity = ENTITY_BOARD, .item = BOARD_ITEM, .field = &type->fields[i]};
		struct strbuf after = STRBUF_INIT;

		if (field_is_shift(change.field))
			continue;
		field_format(change.field, facts, &after);
		change.after = after.text;
		if (board_apply(to, &change, NULL))
			BUG("a board does not fit itself");
		strbuf_release(&after);
	}
}

/* Is ITEM a sticky that is put aside, or does it refer to one? */
static bool copy_is_aside(const struct board *board, enum entity entity, const void *item)
{
	const struct entity_type *type = entity_type(entity);

	if (entity == ENTITY_STICKY)
		return parking_holds(board, item);
	for (size_t i = 0; i < type->count; i++) {
		const struct field *field = &type->fields[i];
		const struct sticky *sticky = NULL;

		if (field->type == FIELD_REF && field->refers == ENTITY_STICKY)
			sticky = board_sticky(board, *(const int64_t *)((const char *)item + field->offset));
		if (sticky && parking_holds(board, sticky))
			return true;
	}
	return false;
}

/* Is ITEM a vote or a message that VEIL hides? */
static bool copy_is_hidden(const struct copy *copy, enum entity entity, const void *item)
{
	const struct vote *vote = item;
	const struct message *message = item;

	if (entity == ENTITY_VOTE)
		return copy->veil->hides_dots && (!vote->person || vote->person != copy->veil->person);
	return entity == ENTITY_MESSAGE && veil_hides(copy->veil, board_sticky(copy->from, message->sticky));
}

/* Takes what VEIL hides out of ITEM, the copy of ONE. */
static void copy_cover(const struct copy *copy, const struct sticky *one, struct sticky *item)
{
	if (!veil_hides(copy->veil, one))
		return;
	item_clear(ENTITY_STICKY, item);
	item->kind = one->kind;
	item->place = one->place;
	item->author = one->author;
	item->text = mem_strdup(veil_text(copy->veil, one));
}

/* Copies ONE, of the current entity, unless it is left out. ITEM is memory for it, cleared before and after. */
static void copy_item(struct copy *copy, const void *one, void *item)
{
	enum entity entity = (enum entity)copy->entity;
	const struct entity_type *type = entity_type(entity);

	if ((copy->timeline && copy_is_aside(copy->from, entity, one)) ||
		(copy->veil && copy_is_hidden(copy, entity, one)))
		return;
	*(int64_t *)item = *(const int64_t *)one;
	for (size_t i = 0; i < type->count; i++)
		copy_field(&type->fields[i], one, item);
	if (copy->veil && entity == ENTITY_STICKY)
		copy_cover(copy, one, item);
	if (board_insert(copy->to, entity, item, NULL))
		BUG("a board does not fit itself");
	item_clear(entity, item);
}

/* Copies up to *LEFT items of the current entity, and counts *LEFT down; true once all are copied. */
static bool copy_items(struct copy *copy, size_t *left)
{
	enum entity entity = (enum entity)copy->entity;
	void *item = mem_zalloc(entity_type(entity)->size);
	const void *one = NULL;

	if (!copy->at)
		board_reserve(copy->to, entity, board_count(copy->from, entity));
	for (; *left && (one = board_next(copy->from, entity, &copy->at)); --*left)
		copy_item(copy, one, item);
	free(item);
	if (!*left)
		return false;
	board_reserve_ids(copy->to, entity, board_next_id(copy->from, entity));
	return true;
}

static void copy_begin(struct copy *copy, const struct board *board)
{
	*copy = (struct copy){.from = board, .to = board_new()};
	copy_facts(copy->to, board_facts(board));
}

void copy_begin_timeline(struct copy *copy, const struct board *board)
{
	copy_begin(copy, board);
	copy->timeline = true;
}

bool copy_go_on(struct copy *copy, size_t count)
{
	for (; copy->entity < ENTITY_COUNT; copy->entity++, copy->at = 0)
		if (copy->entity != ENTITY_BOARD && !copy_items(copy, &count))
			return false;
	return true;
}

struct board *copy_board(const struct board *board)
{
	struct copy copy;

	copy_begin(&copy, board);
	copy_go_on(&copy, SIZE_MAX);
	return copy.to;
}

struct board *copy_veiled(const struct board *board, const struct veil *veil)
{
	struct copy copy;

	if (!veil->silent && !veil->hides_dots)
		return NULL;
	copy_begin(&copy, board);
	copy.veil = veil;
	copy_go_on(&copy, SIZE_MAX);
	return copy.to;
}

struct board *copy_timeline(const struct board *board)
{
	struct copy copy;

	if (!parking_is_used(board))
		return NULL;
	copy_begin_timeline(&copy, board);
	copy_go_on(&copy, SIZE_MAX);
	return copy.to;
}
