#include "model/board.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/board_private.h"
#include "model/step.h"

/* The bounds of no stickies: any place makes them grow. */
static const struct place_rect board_no_bounds = {{PLACE_MOST, PLACE_MOST}, {0, 0}};

/* Gives BOARD, which has no items, its board item. */
static void board_begin(struct board *board)
{
	for (int i = 0; i < ENTITY_COUNT; i++)
		board->next_id[i] = 1;
	board->facts = mem_zalloc(sizeof(*board->facts));
	board->facts->id = BOARD_ITEM;
	map_set(&board->items[ENTITY_BOARD], BOARD_ITEM, board->facts);
	board->next_id[ENTITY_BOARD] = BOARD_ITEM + 1;
	board->generation++;
	board->bounds = board_no_bounds;
	board->bounds_stale = false;
	board->newest = 0;
}

struct board *board_new(void)
{
	struct board *board = mem_zalloc(sizeof(*board));

	board_begin(board);
	return board;
}

static void board_free_items(struct board *board, enum entity entity)
{
	struct map_entry *entry;
	size_t at = 0;

	while ((entry = map_next(&board->items[entity], &at))) {
		item_clear(entity, entry->value);
		free(entry->value);
	}
}

void board_reset(struct board *board)
{
	for (int i = 0; i < ENTITY_COUNT; i++) {
		board_free_items(board, (enum entity)i);
		map_reset(&board->items[i]);
	}
	map_reset(&board->slots);
	map_reset(&board->phases);
	map_reset(&board->lanes);
	memset(board->kinds, 0, sizeof(board->kinds));
	board_begin(board);
}

void board_free(struct board *board)
{
	if (!board)
		return;
	for (int i = 0; i < ENTITY_COUNT; i++) {
		board_free_items(board, (enum entity)i);
		map_release(&board->items[i]);
	}
	map_release(&board->slots);
	map_release(&board->phases);
	map_release(&board->lanes);
	free(board);
}

uint64_t board_generation(const struct board *board)
{
	return board->generation;
}

const char *board_title(const struct board *board)
{
	return board->facts->title ? board->facts->title : "";
}

int board_step(const struct board *board)
{
	return board->facts->step ? (int)board->facts->step : STEP_FIRST;
}

int64_t board_since(const struct board *board)
{
	return board->facts->since;
}

int64_t board_timer(const struct board *board)
{
	return board->facts->timer;
}

const struct board_facts *board_facts(const struct board *board)
{
	return board->facts;
}

const void *board_item(const struct board *board, enum entity entity, int64_t id)
{
	return map_get(&board->items[entity], (uint64_t)id);
}

const struct sticky *board_sticky(const struct board *board, int64_t id)
{
	return board_item(board, ENTITY_STICKY, id);
}

const struct context *board_context(const struct board *board, int64_t id)
{
	return board_item(board, ENTITY_CONTEXT, id);
}

const struct person *board_person(const struct board *board, int64_t id)
{
	return board_item(board, ENTITY_PERSON, id);
}

size_t board_count(const struct board *board, enum entity entity)
{
	return board->items[entity].count;
}

int64_t board_next_id(const struct board *board, enum entity entity)
{
	return board->next_id[entity];
}

const void *board_next(const struct board *board, enum entity entity, size_t *at)
{
	struct map_entry *entry = map_next(&board->items[entity], at);

	return entry ? entry->value : NULL;
}

static int board_compare_ids(const void *a, const void *b)
{
	const int64_t *left = *(const void *const *)a, *right = *(const void *const *)b;

	return (*left > *right) - (*left < *right); /* every item begins with its id */
}

/* Are so many ids in use that looking up each of them is quicker than sorting? On most boards they are. */
static bool board_is_dense(const struct board *board, enum entity entity)
{
	return (uint64_t)board->next_id[entity] / 4 <= board->items[entity].count;
}

void board_list(const struct board *board, enum entity entity, struct vec *list)
{
	size_t at = 0, first = list->count;
	const void *item;

	if (board_is_dense(board, entity)) {
		for (int64_t id = 1; id < board->next_id[entity]; id++)
			if ((item = board_item(board, entity, id)))
				vec_add(list, const void *) = item;
		return;
	}
	while ((item = board_next(board, entity, &at)))
		vec_add(list, const void *) = item;
	if (list->count > first)
		qsort((const void **)list->items + first, list->count - first, list->size, board_compare_ids);
}

static int board_compare_places(const void *a, const void *b)
{
	return place_compare((*(const struct sticky *const *)a)->place, (*(const struct sticky *const *)b)->place);
}

void board_list_in_time(const struct board *board, struct vec *list)
{
	size_t first = list->count;

	board_list(board, ENTITY_STICKY, list);
	if (list->count > first)
		qsort((const void **)list->items + first, list->count - first, list->size, board_compare_places);
}

static int board_compare_columns(const void *a, const void *b)
{
	int64_t left = (*(const struct phase *const *)a)->column, right = (*(const struct phase *const *)b)->column;

	return (left > right) - (left < right);
}

void board_list_phases(const struct board *board, struct vec *list)
{
	size_t first = list->count;

	board_list(board, ENTITY_PHASE, list);
	if (list->count > first)
		qsort((const void **)list->items + first, list->count - first, list->size, board_compare_columns);
}

const struct sticky *board_at(const struct board *board, struct place place)
{
	return map_get(&board->slots, place_key(place));
}

struct place board_free_place(const struct board *board, struct place place)
{
	while (board_at(board, place) && place.row < PLACE_MOST)
		place.row++;
	return place;
}

static void board_grow_rect(struct place_rect *rect, struct place place)
{
	if (place.column < rect->first.column)
		rect->first.column = place.column;
	if (place.row < rect->first.row)
		rect->first.row = place.row;
	if (place.column > rect->last.column)
		rect->last.column = place.column;
	if (place.row > rect->last.row)
		rect->last.row = place.row;
}

void board_grow_bounds(struct board *board, struct place place)
{
	if (!board->bounds_stale)
		board_grow_rect(&board->bounds, place);
}

void board_shrink_bounds(struct board *board, struct place place)
{
	struct place_rect bounds = board->bounds;

	if (place.column == bounds.first.column || place.column == bounds.last.column ||
		place.row == bounds.first.row || place.row == bounds.last.row)
		board->bounds_stale = true;
}

struct place_rect board_bounds(const struct board *board)
{
	struct board *cache = (struct board *)board; /* the cached value is no part of the board's content */
	const struct sticky *sticky;
	size_t at = 0;

	if (!board->bounds_stale)
		return board->bounds;
	cache->bounds = board_no_bounds;
	while ((sticky = board_next(board, ENTITY_STICKY, &at)))
		board_grow_rect(&cache->bounds, sticky->place);
	cache->bounds_stale = false;
	return board->bounds;
}

size_t board_count_kind(const struct board *board, enum kind kind)
{
	return board->kinds[kind];
}

const struct sticky *board_newest(const struct board *board)
{
	struct board *cache = (struct board *)board; /* as above */
	const struct sticky *sticky = board->newest ? board_sticky(board, board->newest) : NULL;
	size_t at = 0;

	if (sticky || !board_count(board, ENTITY_STICKY))
		return sticky;
	cache->newest = 0;
	while ((sticky = board_next(board, ENTITY_STICKY, &at)))
		if (sticky->id > board->newest)
			cache->newest = sticky->id;
	return board_sticky(board, board->newest);
}

const struct phase *board_phase_at(const struct board *board, int32_t column)
{
	return map_get(&board->phases, (uint64_t)column);
}

const struct lane *board_lane_at(const struct board *board, int32_t row)
{
	return map_get(&board->lanes, (uint64_t)row);
}

const struct phase *board_phase_of(const struct board *board, int32_t column)
{
	const struct phase *phase, *best = NULL;
	size_t at = 0;

	while ((phase = board_next(board, ENTITY_PHASE, &at)))
		if (phase->column <= column && (!best || phase->column > best->column))
			best = phase;
	return best;
}

const struct link *board_link(const struct board *board, int64_t source, int64_t target)
{
	const struct sticky *from = board_sticky(board, source);

	for (const struct link *link = from ? from->first_out : NULL; link; link = link->next_out)
		if (link->target == target)
			return link;
	return NULL;
}

int64_t board_dots(const struct sticky *sticky)
{
	int64_t dots = 0;

	for (const struct vote *vote = sticky->first_vote; vote; vote = vote->next)
		dots += vote->dots;
	return dots;
}

const struct vote *board_vote(const struct sticky *sticky, int64_t person)
{
	const struct vote *vote = sticky->first_vote;

	while (vote && vote->person != person)
		vote = vote->next;
	return vote;
}

const struct message *board_message(const struct board *board, int64_t relation, int64_t sticky)
{
	const struct message *message;
	size_t at = 0;

	while ((message = board_next(board, ENTITY_MESSAGE, &at)))
		if (message->relation == relation && message->sticky == sticky)
			return message;
	return NULL;
}

bool board_is_carried(const struct board *board, int64_t sticky)
{
	const struct message *message;
	size_t at = 0;

	while ((message = board_next(board, ENTITY_MESSAGE, &at)))
		if (message->sticky == sticky)
			return true;
	return false;
}

const struct person *board_person_named(const struct board *board, const char *name)
{
	const struct person *person;
	size_t at = 0;

	while ((person = board_next(board, ENTITY_PERSON, &at)))
		if (person->name && !strcmp(person->name, name))
			return person;
	return NULL;
}

const struct context *board_context_named(const struct board *board, const char *name)
{
	const struct context *context;
	size_t at = 0;

	while ((context = board_next(board, ENTITY_CONTEXT, &at)))
		if (context->name && !strcmp(context->name, name))
			return context;
	return NULL;
}
