#include "command/mapkeep.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/mem.h"
#include "layout/boardmap.h"

/* All contexts, by id, and their places. */
struct mapkeep {
	struct vec ids; /* of int64_t */
	struct mapplace *places;
};

/* Reads the current places; or, if COLUMNS is not 0, those of a new layout with at most that many columns. */
static void mapkeep_read(const struct board *board, int columns, struct mapkeep *keep)
{
	struct vec contexts = VEC_INIT(const struct context *);

	vec_init(&keep->ids, sizeof(int64_t));
	board_list(board, ENTITY_CONTEXT, &contexts);
	for (size_t i = 0; i < contexts.count; i++)
		vec_add(&keep->ids, int64_t) = vec_get(&contexts, const struct context *, i)->id;
	keep->places = mem_zalloc((contexts.count + 1) * sizeof(*keep->places));
	boardmap_places(board, columns ? columns : boardmap_columns(contexts.count), columns != 0, keep->places);
	vec_release(&contexts);
}

static void mapkeep_release(struct mapkeep *keep)
{
	vec_release(&keep->ids);
	free(keep->places);
}

static int mapkeep_set(struct run *run, int64_t id, const char *field, int value, struct error *err)
{
	char text[24];

	snprintf(text, sizeof(text), "%d", value < CONTEXT_MAP_MOST ? value : CONTEXT_MAP_MOST);
	return edit_set(&run->edit, ENTITY_CONTEXT, id, field, text, err);
}

/* Stores the place of context AT on the board, unless it is there already. */
static int mapkeep_put(struct run *run, const struct mapkeep *keep, size_t at, struct error *err)
{
	int64_t id = vec_get(&keep->ids, int64_t, at);
	const struct context *context = board_context(run->edit.board, id);
	const struct mapplace *place = &keep->places[at];
	int failed = 0;

	if (context->map_column != place->column)
		failed = mapkeep_set(run, id, "map_column", place->column, err);
	if (!failed && context->map_row != place->row)
		failed = mapkeep_set(run, id, "map_row", place->row, err);
	return failed;
}

static int mapkeep_put_all(struct run *run, const struct mapkeep *keep, struct error *err)
{
	int failed = 0;

	for (size_t i = 0; i < keep->ids.count && !failed; i++)
		failed = mapkeep_put(run, keep, i, err);
	return failed;
}

int mapkeep_hold(struct run *run, struct error *err)
{
	struct mapkeep keep;
	int failed;

	if (!run->watched && !boardmap_is_kept(run->edit.board))
		return 0;
	mapkeep_read(run->edit.board, 0, &keep);
	failed = mapkeep_put_all(run, &keep, err);
	mapkeep_release(&keep);
	return failed;
}

int mapkeep_hold_for_one(struct run *run, struct error *err)
{
	const struct board *board = run->edit.board;
	size_t count = board_count(board, ENTITY_CONTEXT);
	bool stirs = board_count(board, ENTITY_RELATION) || boardmap_columns(count) != boardmap_columns(count + 1);

	return stirs || boardmap_is_kept(board) ? mapkeep_hold(run, err) : 0;
}

int mapkeep_take_in(struct run *run, struct error *err)
{
	return boardmap_is_kept(run->edit.board) ? mapkeep_hold(run, err) : 0;
}

/* Moves context AT to a place in KEEP, swapping it with the context there. */
static void mapkeep_trade(struct mapkeep *keep, size_t at, int column, int row)
{
	for (size_t i = 0; i < keep->ids.count; i++)
		if (keep->places[i].column == column && keep->places[i].row == row)
			keep->places[i] = keep->places[at];
	keep->places[at].column = column;
	keep->places[at].row = row;
}

/* The context that moves comes first in the action, because the action is about it. */
int mapkeep_move(struct run *run, int64_t id, int column, int row, struct error *err)
{
	bool holds = run->watched || boardmap_is_kept(run->edit.board);
	struct mapkeep keep;
	size_t at = 0;
	int failed;

	mapkeep_read(run->edit.board, 0, &keep);
	while (vec_get(&keep.ids, int64_t, at) != id)
		at++;
	mapkeep_trade(&keep, at, column, row);
	failed = mapkeep_put(run, &keep, at, err);
	if (!failed && holds)
		failed = mapkeep_put_all(run, &keep, err);
	mapkeep_release(&keep);
	return failed;
}

int mapkeep_arrange(struct run *run, int columns, struct error *err)
{
	struct mapkeep keep;
	int failed;

	if (!columns)
		columns = boardmap_columns(board_count(run->edit.board, ENTITY_CONTEXT));
	mapkeep_read(run->edit.board, columns, &keep);
	failed = mapkeep_put_all(run, &keep, err);
	mapkeep_release(&keep);
	return failed;
}
