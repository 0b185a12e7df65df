/* move: moves a sticky to a place, or several by one slot. */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "command/command_rows.h"

/* The first free slot from PLACE down; that of sticky ID counts as free, because it moves away. */
static struct place move_free_place(const struct board *board, struct place place, int64_t id)
{
	const struct sticky *there;

	while ((there = board_at(board, place)) && there->id != id && place.row < PLACE_MOST)
		place.row++;
	return place;
}

static int move_run(struct run *run, struct error *err)
{
	int64_t id = run_value(run, 0)->number;
	const struct sticky *sticky = board_sticky(run->edit.board, id);
	struct place place = {(int32_t)run_value(run, 1)->number, (int32_t)run_value(run, 2)->number};

	if (place_equal(place, sticky->place))
		return 0;
	place = move_free_place(run->edit.board, place, id);
	if (place_equal(place, sticky->place))
		return 0;
	if (board_at(run->edit.board, place))
		return error_set(err, ERROR_REFUSED, _("the column is full"));
	return edit_move(&run->edit, id, place, err);
}

const struct command move_command = {
	.name = "move",
	.sentence = N_("move a sticky to another slot, or the next free one below"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"ID", ARGUMENT_STICKY, ARGUMENT_FOCUS, 0}, {"COL", ARGUMENT_COLUMN, 0, 0},
		{"ROW", ARGUMENT_ROW, 0, 0}},
	.run = move_run,
};

struct move_step {
	int columns, rows;
};

static const struct move_step move_steps[] = {
	[WAY_LEFT] = {-1, 0},
	[WAY_RIGHT] = {1, 0},
	[WAY_UP] = {0, -1},
	[WAY_DOWN] = {0, 1},
};

/* Where the sticky in the way of a carried one goes: they swap, so it goes to the slot FROM, or beyond it, behind all
 * stickies that are carried along. */
static struct place move_vacated(
	const struct board *board, const struct argument_value *carried, struct place from, const struct move_step *way)
{
	const struct sticky *behind;

	while ((behind = board_at(board, from)) && argument_holds(carried, behind->id)) {
		struct place next = {from.column - way->columns, from.row - way->rows};

		if (next.column < 1 || next.row < 1 || next.column > PLACE_MOST || next.row > PLACE_MOST ||
			!(behind = board_at(board, next)) || !argument_holds(carried, behind->id))
			return from;
		from = next;
	}
	return from;
}

static int move_carry_way(struct run *run, const struct move_step *way, struct error *err)
{
	const struct board *board = run->edit.board;
	const struct argument_value *carried = run_value(run, 1);
	const struct vec *ids = &carried->ids;
	struct place *to = mem_zalloc(ids->count * sizeof(*to));
	int failed = 0;

	for (size_t i = 0; i < ids->count && !failed; i++) {
		const struct sticky *sticky = board_sticky(board, vec_get(ids, int64_t, i));

		to[i] = (struct place){sticky->place.column + way->columns, sticky->place.row + way->rows};
		if (to[i].column < 1 || to[i].row < 1 || to[i].column > PLACE_MOST || to[i].row > PLACE_MOST)
			failed = error_set(err, ERROR_REFUSED, _("the board ends here"));
	}
	for (size_t i = 0; i < ids->count && !failed; i++) {
		const struct sticky *there = board_at(board, to[i]);
		const struct sticky *sticky = board_sticky(board, vec_get(ids, int64_t, i));

		if (there && !argument_holds(carried, there->id))
			failed =
				edit_move(&run->edit, there->id, move_vacated(board, carried, sticky->place, way), err);
	}
	for (size_t i = 0; i < ids->count && !failed; i++)
		failed = edit_move(&run->edit, vec_get(ids, int64_t, i), to[i], err);
	free(to);
	return failed;
}

static int move_carry_run(struct run *run, struct error *err)
{
	return move_carry_way(run, &move_steps[run_value(run, 0)->number], err);
}

const struct command move_carry = {
	.name = "carry",
	.sentence = N_("move stickies one slot, swapping with what is there"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"WAY", ARGUMENT_WAY, 0, 0}, {"ID", ARGUMENT_STICKIES, ARGUMENT_FOCUS, 0}},
	.run = move_carry_run,
};
