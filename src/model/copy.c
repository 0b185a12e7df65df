#include "model/copy.h"

#include <stdlib.h>

#include "base/mem.h"
#include "model/board_apply.h"
#include "model/parking.h"

/* Copies the field's value alone; what is derived from other items follows when they are there. */
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

/* The board's own item is there from the start, so that its fields are set. */
static void copy_facts(struct board *to, const struct board *from)
{
	const struct entity_type *type = entity_type(ENTITY_BOARD);
	const void *item = board_item(from, ENTITY_BOARD, BOARD_ITEM);

	for (size_t i = 0; i < type->count; i++) {
		struct change change = {.entity = ENTITY_BOARD, .item = BOARD_ITEM, .field = &type->fields[i]};
		struct strbuf after = STRBUF_INIT;

		if (change.field->type == FIELD_COLUMNS || change.field->type == FIELD_ROWS)
			continue;
		field_format(change.field, item, &after);
		change.after = after.text;
		if (board_apply(to, &change, NULL))
			BUG("a board does not fit itself");
		strbuf_release(&after);
	}
}

/* Is ITEM a sticky that is put aside, or does it hang on one? */
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

/* All of ENTITY, or with TIMELINE what is not put aside. */
static void copy_items(struct board *to, const struct board *from, enum entity entity, bool timeline)
{
	const struct entity_type *type = entity_type(entity);
	void *item = mem_zalloc(type->size);
	const void *one;

	board_reserve(to, entity, board_count(from, entity));
	for (size_t at = 0; (one = board_next(from, entity, &at));) {
		if (timeline && copy_is_aside(from, entity, one))
			continue;
		*(int64_t *)item = *(const int64_t *)one;
		for (size_t i = 0; i < type->count; i++)
			copy_field(&type->fields[i], one, item);
		if (board_insert(to, entity, item, NULL))
			BUG("a board does not fit itself");
		item_clear(entity, item);
	}
	board_reserve_ids(to, entity, board_next_id(from, entity));
	free(item);
}

static struct board *copy_all(const struct board *board, bool timeline)
{
	struct board *copy = board_new();

	copy_facts(copy, board);
	for (int entity = 0; entity < ENTITY_COUNT; entity++)
		if (entity != ENTITY_BOARD)
			copy_items(copy, board, (enum entity)entity, timeline);
	return copy;
}

struct board *copy_board(const struct board *board)
{
	return copy_all(board, false);
}

struct board *copy_timeline(const struct board *board)
{
	return parking_is_used(board) ? copy_all(board, true) : NULL;
}
