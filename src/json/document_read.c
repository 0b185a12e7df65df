#include "json/document_read.h"

#include <inttypes.h>
#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/map.h"
#include "base/mem.h"
#include "json/document.h"
#include "json/document_field.h"
#include "json/document_parse.h"
#include "json/parse.h"
#include "text/clean.h"

/* People and contexts come before what refers to them, stickies before their links. */
static const enum entity document_read_order[] = {ENTITY_PERSON, ENTITY_CONTEXT, ENTITY_STICKY, ENTITY_LINK,
	ENTITY_VOTE, ENTITY_PHASE, ENTITY_LANE, ENTITY_RELATION, ENTITY_MESSAGE};

_Static_assert(ARRAY_SIZE(document_read_order) == ENTITY_COUNT - 1, "all entities but the board");

struct document_reader {
	struct edit *edit;
	struct document_report *report;
	struct map ids[ENTITY_COUNT]; /* id in the document -> id on the board */
	bool empty;                   /* the board was, at first */
};

/* Replaces the references of ITEM, ids in the document, by those on the board. */
static int document_read_refer(
	const struct document_reader *reader, const struct entity_type *type, void *item, struct error *err)
{
	for (size_t i = 0; i < type->count; i++) {
		const struct field *field = &type->fields[i];
		int64_t *id = (int64_t *)((char *)item + field->offset);
		void *found;

		if (field->type != FIELD_REF || !*id)
			continue;
		found = map_get(&reader->ids[field->refers], (uint64_t)*id);
		if (!found)
			return error_set(err, ERROR_REFUSED, _("%s: the document has no %s %" PRId64), field->name,
				entity_type(field->refers)->name, *id);
		*id = (int64_t)(intptr_t)found;
	}
	return 0;
}

/* Sets ITEM, of ENTITY, from the members of OBJECT. */
static int document_read_members(enum entity entity, const json_t *object, void *item, struct error *err)
{
	const char *key;
	json_t *value;

	if (!json_is_object(object))
		return error_set(err, ERROR_REFUSED, _("expected an object"));
	json_object_foreach((json_t *)object, key, value)
	{
		const struct field *field = field_find(entity, key);
		struct strbuf shown = STRBUF_INIT;
		int failed = 0;

		clean_for_display(&shown, key, strlen(key));
		if (!strcmp(key, "id") && entity != ENTITY_BOARD) {
			*(int64_t *)item = json_integer_value(value);
			if (*(int64_t *)item < 1 || *(int64_t *)item > ITEM_ID_MOST)
				failed = error_set(
					err, ERROR_REFUSED, _("expected a number from 1 to %" PRId64), ITEM_ID_MOST);
		} else if (!field || field_is_shift(field)) {
			failed = error_set(err, ERROR_REFUSED, _("unknown member"));
		} else {
			failed = document_field_read(field, value, item, err);
		}
		if (failed)
			error_prefix(err, failed, "%.60s", shown.text);
		strbuf_release(&shown);
		if (failed)
			return failed;
	}
	return 0;
}

/* The relation on the board that is the same as WANTED, or 0. */
static int64_t document_read_same_relation(const struct board *board, const struct relation *wanted)
{
	const struct relation *known;

	for (size_t at = 0; (known = board_next(board, ENTITY_RELATION, &at));)
		if (known->source == wanted->source && known->target == wanted->target &&
			known->style == wanted->style &&
			!strcmp(known->label ? known->label : "", wanted->label ? wanted->label : ""))
			return known->id;
	return 0;
}

/* The id of the item on the board that stands for ITEM, or 0. Each is known by what there can only be one of. */
static int64_t document_read_known(const struct document_reader *reader, enum entity entity, const void *item)
{
	const struct board *board = reader->edit->board;
	const struct person *person = item;
	const struct context *context = item;
	const struct phase *phase = item;
	const struct lane *lane = item;
	const int64_t *found = NULL;

	if (entity == ENTITY_PERSON && person->name)
		found = (const int64_t *)board_person_named(board, person->name);
	else if (reader->empty)
		return 0;
	else if (entity == ENTITY_CONTEXT && context->name)
		found = (const int64_t *)board_context_named(board, context->name);
	else if (entity == ENTITY_PHASE)
		found = (const int64_t *)board_phase_at(board, (int32_t)phase->column);
	else if (entity == ENTITY_LANE)
		found = (const int64_t *)board_lane_at(board, (int32_t)lane->row);
	else if (entity == ENTITY_RELATION)
		return document_read_same_relation(board, item);
	return found ? *found : 0;
}

/* Finds room for a sticky on a board that has others. */
static void document_read_place(struct document_reader *reader, struct sticky *sticky)
{
	if (reader->empty || sticky->place.column < 1 || !board_at(reader->edit->board, sticky->place))
		return;
	sticky->place = board_free_place(reader->edit->board, sticky->place);
	reader->report->moved++;
}

/* Puts ITEM on the board, with its id in the document if edit_may_use_id(). */
static int document_read_put(struct document_reader *reader, enum entity entity, void *item, struct error *err)
{
	int64_t own = *(int64_t *)item, known = document_read_known(reader, entity, item);
	int64_t next = board_next_id(reader->edit->board, entity);

	if (map_get(&reader->ids[entity], (uint64_t)own))
		return error_set(err, ERROR_REFUSED, _("the document has two of the id %" PRId64), own);
	if (entity == ENTITY_STICKY)
		document_read_place(reader, item);
	if (!known) {
		known = edit_may_use_id(reader->edit, entity, own) ? own : next;
		*(int64_t *)item = known;
		if (edit_restore(reader->edit, entity, item, err))
			return ERROR_REFUSED;
		reader->report->stickies += entity == ENTITY_STICKY;
		reader->report->relations += entity == ENTITY_RELATION;
		reader->report->renumbered += entity == ENTITY_STICKY && known != own;
	}
	map_set(&reader->ids[entity], (uint64_t)own, (void *)(intptr_t)known);
	return 0;
}

static int document_read_item(
	struct document_reader *reader, enum entity entity, const json_t *object, struct error *err)
{
	const struct entity_type *type = entity_type(entity);
	void *item = mem_zalloc(type->size);
	int failed = document_read_members(entity, object, item, err);

	if (!failed && !*(int64_t *)item)
		failed = error_set(err, ERROR_REFUSED, _("its id is missing"));
	if (!failed)
		failed = document_read_refer(reader, type, item, err);
	if (!failed)
		failed = document_read_put(reader, entity, item, err);
	item_clear(entity, item);
	free(item);
	return failed;
}

/* An item of an array, and where it is there. */
struct document_place {
	int64_t id;
	size_t at;
};

static int document_read_compare(const void *a, const void *b)
{
	const struct document_place *left = a, *right = b;
	int order = (left->id > right->id) - (left->id < right->id);

	return order ? order : (left->at > right->at) - (left->at < right->at);
}

/* Appends the places of LIST to ORDER, by ids: an id below one that is in use already could not be kept. */
static void document_read_sort(const json_t *list, struct vec *order)
{
	for (size_t i = 0; i < json_array_size(list); i++)
		vec_add(order, struct document_place) =
			(struct document_place){json_integer_value(json_object_get(json_array_get(list, i), "id")), i};
	if (order->count)
		qsort(order->items, order->count, order->size, document_read_compare);
}

static int document_read_items(
	struct document_reader *reader, const json_t *root, enum entity entity, struct error *err)
{
	const char *key = document_key(entity);
	const json_t *list = json_object_get(root, key);
	struct vec order = VEC_INIT(struct document_place);
	int failed = 0;

	if (!list)
		return 0;
	if (!json_is_array(list))
		return error_set(err, ERROR_REFUSED, _("%s: expected an array"), key);
	document_read_sort(list, &order);
	for (size_t i = 0; i < order.count && !failed; i++) {
		size_t at = vec_get(&order, struct document_place, i).at;

		failed = document_read_item(reader, entity, json_array_get(list, at), err);
		if (failed)
			error_prefix(err, failed, "%s[%zu]", key, at);
	}
	vec_release(&order);
	return failed;
}

/* Sets what is said of the whole board; after the stickies, as a silent round may hide them. */
static int document_read_facts(struct document_reader *reader, const json_t *object, struct error *err)
{
	const struct entity_type *type = entity_type(ENTITY_BOARD);
	struct board_facts facts = {.id = BOARD_ITEM};
	int failed = object ? document_read_members(ENTITY_BOARD, object, &facts, err) : 0;

	for (size_t i = 0; i < type->count && object && !failed && reader->empty; i++) {
		struct strbuf value = STRBUF_INIT;

		field_format(&type->fields[i], &facts, &value);
		if (!field_is_shift(&type->fields[i]) && value.len)
			failed =
				edit_set_raw(reader->edit, ENTITY_BOARD, BOARD_ITEM, &type->fields[i], value.text, err);
		strbuf_release(&value);
	}
	if (failed)
		error_prefix(err, failed, "%s", document_key(ENTITY_BOARD));
	item_clear(ENTITY_BOARD, &facts);
	return failed;
}

int document_read_value(
	const json_t *root, const char *name, struct edit *edit, struct document_report *report, struct error *err)
{
	struct document_reader reader = {.edit = edit,
		.report = report,
		.empty = !board_count(edit->board, ENTITY_STICKY) && !board_count(edit->board, ENTITY_CONTEXT)};
	int failed = document_parse_check(root, err);

	memset(report, 0, sizeof(*report));
	for (size_t i = 0; i < ARRAY_SIZE(document_read_order) && !failed; i++)
		failed = document_read_items(&reader, root, document_read_order[i], err);
	if (!failed)
		failed = document_read_facts(&reader, json_object_get(root, document_key(ENTITY_BOARD)), err);
	if (failed)
		error_prefix(err, failed, "%s", name);
	for (int i = 0; i < ENTITY_COUNT; i++)
		map_release(&reader.ids[i]);
	return failed;
}

int document_read(FILE *in, const char *name, struct edit *edit, struct document_report *report, struct error *err)
{
	json_t *root = parse_json(in, name, err);
	int failed = root ? document_read_value(root, name, edit, report, err) : ERROR_REFUSED;

	json_decref(root);
	return failed;
}
