#include "model/board_apply.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/board_private.h"
#include "model/shift.h"

static int apply_error(struct error *err, enum entity entity, int64_t id, const char *why)
{
	return error_set(err, ERROR_SYSTEM, "%s %" PRId64 ": %s", entity_type(entity)->name, id, why);
}

/*
 * The data derived from an item: the index of slots, columns and rows, and the lists of a sticky.
 * `link` enters an item, `unlink` removes it; both leave the item's own fields alone.
 */
struct apply_index {
	int (*check)(const struct board *board, const void *item, struct error *err);
	void (*link)(struct board *board, void *item);
	void (*unlink)(struct board *board, void *item);
};

static int apply_check_sticky(const struct board *board, const void *item, struct error *err)
{
	const struct sticky *sticky = item;

	if (sticky->place.column < 1)
		return apply_error(err, ENTITY_STICKY, sticky->id, _("it has no place"));
	if (board_at(board, sticky->place))
		return apply_error(err, ENTITY_STICKY, sticky->id, _("its slot is taken"));
	return 0;
}

static void apply_link_sticky(struct board *board, void *item)
{
	struct sticky *sticky = item;

	sticky->under = map_get(&board->slots, place_key(sticky->place));
	map_set(&board->slots, place_key(sticky->place), sticky);
	board_grow_bounds(board, sticky->place);
	board->kinds[sticky->kind]++;
	if (board->newest && sticky->id > board->newest)
		board->newest = sticky->id;
}

static void apply_unlink_sticky(struct board *board, void *item)
{
	struct sticky *sticky = item;

	struct sticky *above = map_get(&board->slots, place_key(sticky->place));

	if (above != sticky) {
		while (above->under != sticky)
			above = above->under;
		above->under = sticky->under;
	} else if (sticky->under) {
		map_set(&board->slots, place_key(sticky->place), sticky->under);
	} else {
		map_remove(&board->slots, place_key(sticky->place));
	}
	sticky->under = NULL;
	board_shrink_bounds(board, sticky->place);
	board->kinds[sticky->kind]--;
	if (board->newest == sticky->id)
		board->newest = 0;
}

static int apply_check_link(const struct board *board, const void *item, struct error *err)
{
	const struct link *link = item;

	if (!link->source || !link->target)
		return apply_error(err, ENTITY_LINK, link->id, _("it lacks an end"));
	if (link->source == link->target)
		return apply_error(err, ENTITY_LINK, link->id, _("a sticky cannot point at itself"));
	if (board_link(board, link->source, link->target))
		return apply_error(err, ENTITY_LINK, link->id, _("it already exists"));
	return 0;
}

static void apply_link_link(struct board *board, void *item)
{
	struct link *link = item;
	struct sticky *source = map_get(&board->items[ENTITY_STICKY], (uint64_t)link->source);
	struct sticky *target = map_get(&board->items[ENTITY_STICKY], (uint64_t)link->target);

	link->next_out = source->first_out;
	source->first_out = link;
	link->next_in = target->first_in;
	target->first_in = link;
}

static void apply_unlink_link(struct board *board, void *item)
{
	struct link *link = item;
	struct sticky *source = map_get(&board->items[ENTITY_STICKY], (uint64_t)link->source);
	struct sticky *target = map_get(&board->items[ENTITY_STICKY], (uint64_t)link->target);
	struct link **at;

	for (at = &source->first_out; *at != link; at = &(*at)->next_out)
		;
	*at = link->next_out;
	for (at = &target->first_in; *at != link; at = &(*at)->next_in)
		;
	*at = link->next_in;
}

static int apply_check_vote(const struct board *board, const void *item, struct error *err)
{
	const struct vote *vote = item;
	const struct sticky *sticky = board_sticky(board, vote->sticky);

	if (!sticky || vote->dots < 1)
		return apply_error(err, ENTITY_VOTE, vote->id, _("it is empty"));
	if (board_vote(sticky, vote->person))
		return apply_error(err, ENTITY_VOTE, vote->id, _("it already exists"));
	return 0;
}

static void apply_link_vote(struct board *board, void *item)
{
	struct vote *vote = item;
	struct sticky *sticky = map_get(&board->items[ENTITY_STICKY], (uint64_t)vote->sticky);

	vote->next = sticky->first_vote;
	sticky->first_vote = vote;
}

static void apply_unlink_vote(struct board *board, void *item)
{
	struct vote *vote = item;
	struct sticky *sticky = map_get(&board->items[ENTITY_STICKY], (uint64_t)vote->sticky);
	struct vote **at = &sticky->first_vote;

	while (*at != vote)
		at = &(*at)->next;
	*at = vote->next;
}

static int apply_check_phase(const struct board *board, const void *item, struct error *err)
{
	const struct phase *phase = item;

	if (phase->column < 1 || !phase->name || board_phase_at(board, (int32_t)phase->column))
		return apply_error(err, ENTITY_PHASE, phase->id, _("its column is taken"));
	return 0;
}

static void apply_link_phase(struct board *board, void *item)
{
	struct phase *phase = item;

	map_set(&board->phases, (uint64_t)phase->column, phase);
}

static void apply_unlink_phase(struct board *board, void *item)
{
	struct phase *phase = item;

	if (map_get(&board->phases, (uint64_t)phase->column) == phase)
		map_remove(&board->phases, (uint64_t)phase->column);
}

static int apply_check_lane(const struct board *board, const void *item, struct error *err)
{
	const struct lane *lane = item;

	if (lane->row < 1 || !lane->name || board_lane_at(board, (int32_t)lane->row))
		return apply_error(err, ENTITY_LANE, lane->id, _("its row is taken"));
	return 0;
}

static void apply_link_lane(struct board *board, void *item)
{
	struct lane *lane = item;

	map_set(&board->lanes, (uint64_t)lane->row, lane);
}

static void apply_unlink_lane(struct board *board, void *item)
{
	struct lane *lane = item;

	if (map_get(&board->lanes, (uint64_t)lane->row) == lane)
		map_remove(&board->lanes, (uint64_t)lane->row);
}

static int apply_check_person(const struct board *board, const void *item, struct error *err)
{
	const struct person *person = item;

	if (!person->name)
		return apply_error(err, ENTITY_PERSON, person->id, _("its name is missing"));
	if (board_person_named(board, person->name))
		return apply_error(err, ENTITY_PERSON, person->id, _("its name is taken"));
	return 0;
}

static int apply_check_context(const struct board *board, const void *item, struct error *err)
{
	const struct context *context = item;

	if (!context->name)
		return apply_error(err, ENTITY_CONTEXT, context->id, _("its name is missing"));
	if (board_context_named(board, context->name))
		return apply_error(err, ENTITY_CONTEXT, context->id, _("its name is taken"));
	return 0;
}

static int apply_check_relation(const struct board *board, const void *item, struct error *err)
{
	const struct relation *relation = item;

	(void)board;
	if (!relation->source || !relation->target)
		return apply_error(err, ENTITY_RELATION, relation->id, _("it lacks an end"));
	return 0;
}

static int apply_check_message(const struct board *board, const void *item, struct error *err)
{
	const struct message *message = item;

	if (!message->relation || !message->sticky)
		return apply_error(err, ENTITY_MESSAGE, message->id, _("it lacks an end"));
	if (board_message(board, message->relation, message->sticky))
		return apply_error(err, ENTITY_MESSAGE, message->id, _("it already exists"));
	return 0;
}

static const struct apply_index apply_indexes[ENTITY_COUNT] = {
	[ENTITY_PERSON] = {.check = apply_check_person},
	[ENTITY_CONTEXT] = {.check = apply_check_context},
	[ENTITY_STICKY] = {apply_check_sticky, apply_link_sticky, apply_unlink_sticky},
	[ENTITY_LINK] = {apply_check_link, apply_link_link, apply_unlink_link},
	[ENTITY_VOTE] = {apply_check_vote, apply_link_vote, apply_unlink_vote},
	[ENTITY_PHASE] = {apply_check_phase, apply_link_phase, apply_unlink_phase},
	[ENTITY_LANE] = {apply_check_lane, apply_link_lane, apply_unlink_lane},
	[ENTITY_RELATION] = {.check = apply_check_relation},
	[ENTITY_MESSAGE] = {.check = apply_check_message},
};

static int64_t apply_ref(const struct field *field, const void *item)
{
	return *(const int64_t *)((const char *)item + field->offset);
}

static int apply_check_refs(const struct board *board, enum entity entity, const void *item, struct error *err)
{
	const struct entity_type *type = entity_type(entity);

	for (size_t i = 0; i < type->count; i++) {
		const struct field *field = &type->fields[i];

		if (field->type != FIELD_REF || field_is_default(field, item))
			continue;
		if (!board_item(board, field->refers, apply_ref(field, item)))
			return apply_error(
				err, entity, *(const int64_t *)item, _("it refers to something that does not exist"));
	}
	return 0;
}

static int apply_check(const struct board *board, enum entity entity, const void *item, struct error *err)
{
	int64_t id = *(const int64_t *)item;

	if (entity == ENTITY_BOARD)
		return apply_error(err, entity, id, _("it already exists"));
	if (id < 1 || id > ITEM_ID_MOST)
		return apply_error(err, entity, id, _("the id is out of range"));
	if (board_item(board, entity, id))
		return apply_error(err, entity, id, _("the id is taken"));
	if (apply_check_refs(board, entity, item, err))
		return err ? err->code : ERROR_SYSTEM;
	return apply_indexes[entity].check(board, item, err);
}

static void apply_link(struct board *board, enum entity entity, void *item)
{
	if (apply_indexes[entity].link)
		apply_indexes[entity].link(board, item);
}

static void apply_unlink(struct board *board, enum entity entity, void *item)
{
	if (apply_indexes[entity].unlink)
		apply_indexes[entity].unlink(board, item);
}

int board_insert(struct board *board, enum entity entity, void *item, struct error *err)
{
	size_t size = entity_type(entity)->size;
	int64_t id = *(int64_t *)item;
	int failed = apply_check(board, entity, item, err);
	void *own;

	if (failed) {
		item_clear(entity, item);
		return failed;
	}
	own = mem_alloc(size);
	memcpy(own, item, size);
	memset(item, 0, size);
	map_set(&board->items[entity], (uint64_t)id, own);
	apply_link(board, entity, own);
	if (id >= board->next_id[entity])
		board->next_id[entity] = id + 1;
	board->generation++;
	return 0;
}

void board_reserve(struct board *board, enum entity entity, size_t count)
{
	map_reserve(&board->items[entity], count);
	if (entity == ENTITY_STICKY)
		map_reserve(&board->slots, count);
}

void board_reserve_ids(struct board *board, enum entity entity, int64_t next)
{
	if (next > board->next_id[entity])
		board->next_id[entity] = next;
}

bool board_is_referred(const struct board *board, enum entity entity, int64_t id)
{
	const struct sticky *sticky = entity == ENTITY_STICKY ? board_sticky(board, id) : NULL;

	if (sticky)
		return sticky->first_in || sticky->first_out || sticky->first_vote || board_is_carried(board, id);
	for (int i = 0; i < ENTITY_COUNT; i++) {
		const struct entity_type *type = entity_type((enum entity)i);

		for (size_t f = 0; f < type->count; f++) {
			const void *item;
			size_t at = 0;

			if (type->fields[f].type != FIELD_REF || type->fields[f].refers != entity)
				continue;
			while ((item = board_next(board, (enum entity)i, &at)))
				if (apply_ref(&type->fields[f], item) == id)
					return true;
		}
	}
	return false;
}

static int apply_make(struct board *board, const struct change *change, const char *record, struct error *err)
{
	union {
		int64_t id;
		struct sticky sticky;
		struct link link;
		struct vote vote;
		struct phase phase;
		struct lane lane;
		struct context context;
		struct relation relation;
		struct message message;
		struct person person;
		struct board_facts facts;
	} item;

	memset(&item, 0, sizeof(item));
	item.id = change->item;
	if (record_parse(change->entity, &item, record, err))
		return ERROR_SYSTEM;
	return board_insert(board, change->entity, &item, err);
}

static int apply_remove(struct board *board, const struct change *change, struct error *err)
{
	void *item = map_get(&board->items[change->entity], (uint64_t)change->item);

	if (!item || change->entity == ENTITY_BOARD)
		return apply_error(err, change->entity, change->item, _("no such item"));
	if (board_is_referred(board, change->entity, change->item))
		return apply_error(err, change->entity, change->item, _("other items still refer to it"));
	apply_unlink(board, change->entity, item);
	map_remove(&board->items[change->entity], (uint64_t)change->item);
	item_clear(change->entity, item);
	free(item);
	board->generation++;
	return 0;
}

/* Is the gap empty that SHIFT closes? */
static bool apply_gap_is_empty(const struct board *board, struct shift shift)
{
	const struct sticky *sticky;
	const struct phase *phase;
	const struct lane *lane;
	int32_t first = shift.at + shift.by;
	size_t at = 0;

	while ((sticky = board_next(board, ENTITY_STICKY, &at))) {
		int32_t index = shift.axis == AXIS_COLUMNS ? sticky->place.column : sticky->place.row;

		if (index >= first && index < shift.at)
			return false;
	}
	for (at = 0; shift.axis == AXIS_COLUMNS && (phase = board_next(board, ENTITY_PHASE, &at));)
		if (phase->column >= first && phase->column < shift.at)
			return false;
	for (at = 0; shift.axis == AXIS_ROWS && (lane = board_next(board, ENTITY_LANE, &at));)
		if (lane->row >= first && lane->row < shift.at)
			return false;
	return true;
}

static bool apply_fits_grid(const struct board *board, struct shift shift)
{
	struct place_rect bounds = board_bounds(board);
	int32_t last = shift.axis == AXIS_COLUMNS ? bounds.last.column : bounds.last.row;
	const struct phase *phase;
	const struct lane *lane;
	size_t at = 0;

	while (shift.axis == AXIS_COLUMNS && (phase = board_next(board, ENTITY_PHASE, &at)))
		last = phase->column > last ? (int32_t)phase->column : last;
	while (shift.axis == AXIS_ROWS && (lane = board_next(board, ENTITY_LANE, &at)))
		last = lane->row > last ? (int32_t)lane->row : last;
	return (int64_t)last + shift.by <= PLACE_MOST;
}

/* Moves everything on the axis and rebuilds the indexes, as nearly all of it moves. */
static void apply_move_all(struct board *board, struct shift shift)
{
	enum entity named = shift.axis == AXIS_COLUMNS ? ENTITY_PHASE : ENTITY_LANE;
	struct map old = board->slots;
	struct map_entry *entry;
	size_t at = 0;

	board->slots = (struct map)MAP_INIT;
	board->bounds_stale = true;
	while ((entry = map_next(&old, &at))) {
		struct place place = shift_place(shift, ((struct sticky *)entry->value)->place);

		for (struct sticky *sticky = entry->value; sticky; sticky = sticky->under)
			sticky->place = place;
		map_set(&board->slots, place_key(place), entry->value);
	}
	map_release(&old);
	map_release(named == ENTITY_PHASE ? &board->phases : &board->lanes);
	for (at = 0; (entry = map_next(&board->items[named], &at));) {
		if (named == ENTITY_PHASE) {
			struct phase *phase = entry->value;

			phase->column = shift_index(shift, (int32_t)phase->column);
		} else {
			struct lane *lane = entry->value;

			lane->row = shift_index(shift, (int32_t)lane->row);
		}
		apply_link(board, named, entry->value);
	}
}

static int apply_shift(struct board *board, const struct change *change, bool back, struct error *err)
{
	struct shift shift;

	if (!shift_of(change, &shift))
		return apply_error(err, change->entity, change->item, _("not a shift"));
	if (back)
		shift = shift_inverse(shift);
	if (shift.by < 0 && !apply_gap_is_empty(board, shift))
		return apply_error(err, change->entity, change->item, _("a shift would overwrite something"));
	if (shift.by > 0 && !apply_fits_grid(board, shift))
		return apply_error(err, change->entity, change->item, _("a shift would leave the grid"));
	apply_move_all(board, shift);
	board->generation++;
	return 0;
}

/* Does CHANGE set a field that never changes while the item exists? */
static bool apply_is_fixed(const struct change *change)
{
	return (change->field->type == FIELD_REF && change->entity != ENTITY_STICKY) || change->entity == ENTITY_VOTE;
}

/* Does CHANGE set a field that must not be empty because the item is found by it? */
static bool apply_is_needed(const struct change *change)
{
	bool named = change->entity == ENTITY_PERSON || change->entity == ENTITY_CONTEXT ||
		     change->entity == ENTITY_PHASE || change->entity == ENTITY_LANE;
	bool placed = change->entity == ENTITY_PHASE || change->entity == ENTITY_LANE;

	return change->field->type == FIELD_PLACE || (named && !strcmp(change->field->name, "name")) ||
	       (placed && change->field->type == FIELD_NUMBER);
}

/* Does another item have the name, column or row TEXT already? */
static bool apply_is_taken(const struct board *board, const struct change *change, const char *text)
{
	bool name = !strcmp(change->field->name, "name");
	bool number = change->field->type == FIELD_NUMBER;
	int32_t index = number ? (int32_t)strtol(text, NULL, 10) : 0;
	const int64_t *other = NULL; /* every item begins with its id */

	if (name && change->entity == ENTITY_PERSON)
		other = (const int64_t *)board_person_named(board, text);
	if (name && change->entity == ENTITY_CONTEXT)
		other = (const int64_t *)board_context_named(board, text);
	if (number && change->entity == ENTITY_PHASE)
		other = (const int64_t *)board_phase_at(board, index);
	if (number && change->entity == ENTITY_LANE)
		other = (const int64_t *)board_lane_at(board, index);
	return other && *other != change->item;
}

/* May this field be the key of an index? */
static bool apply_is_indexed(const struct field *field)
{
	return field->type == FIELD_PLACE || field->type == FIELD_NUMBER || field->type == FIELD_CHOICE;
}

static int apply_set(struct board *board, const struct change *change, const char *text, struct error *err)
{
	void *item = map_get(&board->items[change->entity], (uint64_t)change->item);
	int failed;

	if (!item)
		return apply_error(err, change->entity, change->item, _("no such item"));
	if (apply_is_fixed(change) || (apply_is_needed(change) && !*text))
		return apply_error(err, change->entity, change->item, _("this field cannot change"));
	if (change->field->type == FIELD_REF && *text &&
		!board_item(board, change->field->refers, strtoll(text, NULL, 10)))
		return apply_error(err, change->entity, change->item, _("it refers to something that does not exist"));
	if (apply_is_taken(board, change, text))
		return apply_error(err, change->entity, change->item, _("its name or place is taken"));
	if (apply_is_indexed(change->field)) {
		apply_unlink(board, change->entity, item);
		failed = field_parse(change->field, item, text, err);
		apply_link(board, change->entity, item);
	} else {
		failed = field_parse(change->field, item, text, err);
	}
	if (!failed)
		board->generation++;
	return failed;
}

int board_apply(struct board *board, const struct change *change, struct error *err)
{
	if (!change->field && change->after)
		return apply_make(board, change, change->after, err);
	if (!change->field)
		return apply_remove(board, change, err);
	if (change_shifts(change))
		return apply_shift(board, change, false, err);
	return apply_set(board, change, change->after ? change->after : "", err);
}

int board_revert(struct board *board, const struct change *change, struct error *err)
{
	int failed;

	if (!change->field && change->before)
		return apply_make(board, change, change->before, err);
	if (!change->field) {
		failed = apply_remove(board, change, err);
		if (!failed && board->next_id[change->entity] == change->item + 1)
			board->next_id[change->entity] = change->item;
		return failed;
	}
	if (change_shifts(change))
		return apply_shift(board, change, true, err);
	return apply_set(board, change, change->before ? change->before : "", err);
}

bool board_is_crowded(const struct board *board, const struct action *action)
{
	for (size_t i = 0; i < action->changes.count; i++) {
		const struct change *change = action_change(action, i);
		const struct sticky *sticky = NULL;

		if (change->entity == ENTITY_STICKY)
			sticky = board_sticky(board, change->item);
		if (sticky && (sticky->under || board_at(board, sticky->place) != sticky))
			return true;
	}
	return false;
}
