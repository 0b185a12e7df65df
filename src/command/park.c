/* park: puts stickies aside, into the parking lot (model/parking.h), and brings them back. */
#include <inttypes.h>

#include "base/i18n.h"
#include "base/map.h"
#include "command/command_rows.h"
#include "model/parking.h"
#include "model/shift.h"

/* The second row below all stickies and lanes. */
static int64_t park_row_below(const struct board *board)
{
	const struct lane *lane;
	int64_t last = board_bounds(board).last.row;

	for (size_t at = 0; (lane = board_next(board, ENTITY_LANE, &at));)
		last = lane->row > last ? lane->row : last;
	return last + 2;
}

/* The row of the parking lot, which is made if there is none. */
static int64_t park_row(struct run *run, struct error *err)
{
	struct lane made = {.row = parking_row(run->edit.board), .name = (char *)_("Parking lot")};
	int64_t id;

	if (made.row)
		return made.row;
	made.row = park_row_below(run->edit.board);
	if (made.row > PLACE_MOST)
		return error_set(err, ERROR_REFUSED, "%s", _("no row left for a parking lot"));
	id = edit_create(&run->edit, ENTITY_LANE, &made, err);
	return id < 0 ? id : made.row;
}

/* The free slot in ROW nearest to COLUMN; its column is 0 if there is none. */
static struct place park_free(const struct board *board, int32_t column, int32_t row)
{
	for (int32_t by = 0; by < PLACE_MOST; by++) {
		struct place right = {column + by, row}, left = {column - by, row};

		if (right.column <= PLACE_MOST && !board_at(board, right))
			return right;
		if (left.column >= 1 && !board_at(board, left))
			return left;
	}
	return (struct place){0, row};
}

static int park_one(struct run *run, const struct sticky *sticky, int64_t row, struct error *err)
{
	struct place place;

	if (parking_holds(run->edit.board, sticky))
		return 0;
	place = park_free(run->edit.board, sticky->place.column, (int32_t)row);
	if (!place.column)
		return error_set(err, ERROR_REFUSED, "%s", _("the parking lot is full"));
	return edit_move(&run->edit, sticky->id, place, err);
}

static int park_run(struct run *run, struct error *err)
{
	const struct vec *ids = &run_value(run, 0)->ids;
	int64_t row = park_row(run, err);
	int failed = row < 0 ? (int)row : 0;

	for (size_t i = 0; i < ids->count && !failed; i++)
		failed = park_one(run, board_sticky(run->edit.board, vec_get(ids, int64_t, i)), row, err);
	if (!failed)
		strbuf_addf(run->note, _("put aside in row %" PRId64 ", out of the timeline"), row);
	return failed;
}

/* A sticky that comes back. */
struct park_return {
	int64_t id;
	struct place home; /* where it was before it was put aside, as far as known; column 0: unknown */
	bool beside;       /* it was not free */
};

/* Going back through the log. */
struct park_search {
	const struct board *board;
	struct map returns;   /* id -> struct park_return, of those whose home is unknown */
	struct vec shifts[2]; /* by axis: of struct shift, those made since, the latest first */
};

/* Where INDEX, from the current change of the log, is today. */
static int32_t park_today(const struct park_search *search, enum axis axis, int32_t index)
{
	const struct vec *back = &search->shifts[axis];
	struct vec shifts = VEC_INIT(struct shift);

	for (size_t i = back->count; i-- > 0;)
		vec_add(&shifts, struct shift) = vec_get(back, struct shift, i);
	index = shift_index_since(&shifts, index);
	vec_release(&shifts);
	return index;
}

/* Takes the place before CHANGE for the home of its sticky, unless that is in a parking lot, too. */
static int park_see_place(struct park_search *search, const struct change *change, struct error *err)
{
	struct park_return *found = map_get(&search->returns, (uint64_t)change->item);
	struct sticky before = {0};
	int failed = found ? field_parse(change->field, &before, change->before ? change->before : "", err) : 0;

	if (!found || failed)
		return failed;
	before.place.column = park_today(search, AXIS_COLUMNS, before.place.column);
	before.place.row = park_today(search, AXIS_ROWS, before.place.row);
	if (before.place.row > PLACE_MOST || before.place.column > PLACE_MOST || parking_holds(search->board, &before))
		return 0;
	found->home = before.place;
	map_remove(&search->returns, (uint64_t)change->item);
	return 0;
}

/* Ends the walk with 1 when every home is known. */
static int park_see(void *context, const struct change *change, struct error *err)
{
	struct park_search *search = context;
	struct shift shift;
	int failed = 0;

	if (change->entity == ENTITY_STICKY && change->field && change->field->type == FIELD_PLACE)
		failed = park_see_place(search, change, err);
	else if (shift_of(change, &shift))
		shift_add(&search->shifts[shift.axis], shift);
	return failed ? failed : !search->returns.count;
}

/* Finds the homes of RETURNS (of struct park_return): what this action has changed so far comes before the log. */
static int park_find_homes(const struct run *run, const struct vec *returns, struct error *err)
{
	struct park_search search = {
		.board = run->edit.board, .shifts = {VEC_INIT(struct shift), VEC_INIT(struct shift)}};
	int ended = 0;

	for (size_t i = 0; i < returns->count; i++) {
		struct park_return *back = vec_at(returns, i);

		map_set(&search.returns, (uint64_t)back->id, back);
	}
	for (size_t i = run->edit.action->changes.count; i-- > 0 && !ended;)
		ended = park_see(&search, action_change(run->edit.action, i), err);
	if (!ended && run->past)
		ended = run->past->moves(run->past->context, park_see, &search, err);
	map_release(&search.returns);
	vec_release(&search.shifts[AXIS_COLUMNS]);
	vec_release(&search.shifts[AXIS_ROWS]);
	return ended < 0 ? ended : 0;
}

/* Moves *PLACE down to the next free slot outside of parking lots; false if there is none. */
static bool park_find_slot(const struct board *board, struct place *place)
{
	for (; place->row <= PLACE_MOST; place->row++) {
		struct sticky there = {.place = *place};

		if (!board_at(board, *place) && !parking_holds(board, &there))
			return true;
	}
	return false;
}

/* Moves a sticky home, or to the next free slot below; or to the first one of its column. */
static int park_bring_back(struct run *run, struct park_return *back, struct error *err)
{
	const struct board *board = run->edit.board;
	const struct sticky *sticky = board_sticky(board, back->id);
	struct place place = back->home.column ? back->home : (struct place){sticky->place.column, 1};
	bool free = park_find_slot(board, &place);

	if (!free) {
		place.row = 1;
		free = park_find_slot(board, &place);
	}
	if (!free)
		return error_set(err, ERROR_REFUSED, "%s", _("the column is full"));
	back->beside = back->home.column && !place_equal(place, back->home);
	return edit_move(&run->edit, back->id, place, err);
}

/* Says where they are now. */
static void park_tell_back(const struct run *run, const struct vec *returns)
{
	const struct park_return *first = vec_at(returns, 0);
	struct place place = board_sticky(run->edit.board, first->id)->place;
	size_t beside = 0;

	for (size_t i = 0; i < returns->count; i++)
		beside += vec_get(returns, struct park_return, i).beside;
	if (returns->count > 1 && beside)
		strbuf_addf(run->note,
			ngettext("%zu sticky is back, %zu of them further down, as its slot is taken",
				"%zu stickies are back, %zu of them further down, as their slots are taken",
				(unsigned long)returns->count),
			returns->count, beside);
	else if (returns->count > 1)
		strbuf_addf(run->note,
			ngettext("%zu sticky is back in the timeline", "%zu stickies are back in the timeline",
				(unsigned long)returns->count),
			returns->count);
	else if (beside)
		strbuf_addf(run->note, _("column %d, row %d is taken: it is back in column %d, row %d"),
			first->home.column, first->home.row, place.column, place.row);
	else
		strbuf_addf(run->note, _("back in column %d, row %d"), place.column, place.row);
}

static int park_unpark_run(struct run *run, struct error *err)
{
	const struct vec *ids = &run_value(run, 0)->ids;
	struct vec returns = VEC_INIT(struct park_return);
	int failed = 0;

	for (size_t i = 0; i < ids->count && !failed; i++) {
		int64_t id = vec_get(ids, int64_t, i);

		vec_add(&returns, struct park_return) = (struct park_return){.id = id};
		if (!parking_holds(run->edit.board, board_sticky(run->edit.board, id)))
			failed = error_set(err, ERROR_REFUSED, _("sticky %" PRId64 " is not in the parking lot"), id);
	}
	if (!failed)
		failed = park_find_homes(run, &returns, err);
	for (size_t i = 0; i < returns.count && !failed; i++)
		failed = park_bring_back(run, vec_at(&returns, i), err);
	if (!failed && returns.count)
		park_tell_back(run, &returns);
	vec_release(&returns);
	return failed;
}

const struct command park_command = {
	.name = "park",
	.sentence = N_("put stickies aside, into the lane “Parking lot”, which is no part of the timeline"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"ID", ARGUMENT_STICKIES, ARGUMENT_FOCUS, 0}},
	.run = park_run,
};

const struct command park_unpark = {
	.name = "unpark",
	.sentence = N_("bring stickies back from the parking lot to where they were in the timeline"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"ID", ARGUMENT_STICKIES, ARGUMENT_FOCUS, 0}},
	.run = park_unpark_run,
};
