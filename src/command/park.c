/* park: puts stickies aside, into the parking lot (model/parking.h), and brings them back. */
#include <inttypes.h>

#include "base/i18n.h"
#include "command/command_rows.h"
#include "model/parking.h"

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

/* Moves STICKY to the first free slot of its column outside of parking lots. */
static int park_bring_back(struct run *run, const struct sticky *sticky, struct error *err)
{
	struct place place = {sticky->place.column, 1};

	if (!parking_holds(run->edit.board, sticky))
		return error_set(err, ERROR_REFUSED, _("sticky %" PRId64 " is not in the parking lot"), sticky->id);
	while (place.row < PLACE_MOST) {
		struct sticky there = {.place = place};

		if (!board_at(run->edit.board, place) && !parking_holds(run->edit.board, &there))
			return edit_move(&run->edit, sticky->id, place, err);
		place.row++;
	}
	return error_set(err, ERROR_REFUSED, "%s", _("the column is full"));
}

static int park_unpark_run(struct run *run, struct error *err)
{
	const struct vec *ids = &run_value(run, 0)->ids;
	int failed = 0;

	for (size_t i = 0; i < ids->count && !failed; i++)
		failed = park_bring_back(run, board_sticky(run->edit.board, vec_get(ids, int64_t, i)), err);
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
	.sentence = N_("bring stickies back from the parking lot into the timeline"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"ID", ARGUMENT_STICKIES, ARGUMENT_FOCUS, 0}},
	.run = park_unpark_run,
};
