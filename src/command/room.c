/* room: inserts and deletes whole columns and rows. */
#include "base/i18n.h"
#include "command/command_rows.h"

#define ROOM_MOST 1000000 /* columns or rows at once */

/* Inserts columns or rows: everything from the given one on moves. */
static int room_insert(struct run *run, enum axis axis, struct error *err)
{
	const struct argument_value *count = run_value(run, 1);
	struct shift shift = {.axis = axis,
		.at = (int32_t)run_value(run, 0)->number,
		.by = count->given ? (int32_t)count->number : 1};

	if (shift.by > ROOM_MOST || (int64_t)shift.at + shift.by > PLACE_MOST)
		return error_set(err, ERROR_REFUSED, _("the board cannot hold that many"));
	return edit_shift(&run->edit, shift, err) ? error_set(err, ERROR_REFUSED, _("the board would exceed its grid"))
						  : 0;
}

static int32_t room_index(enum axis axis, struct place place)
{
	return axis == AXIS_COLUMNS ? place.column : place.row;
}

/* Empties columns or rows FIRST to END - 1; fails without FORCE if there are stickies. */
static int room_clear(struct run *run, enum axis axis, int32_t first, int32_t end, bool force, struct error *err)
{
	struct vec list = VEC_INIT(const void *);
	int failed = 0;

	board_list(run->edit.board, ENTITY_STICKY, &list);
	for (size_t i = 0; i < list.count && !failed; i++) {
		const struct sticky *sticky = vec_get(&list, const struct sticky *, i);
		int32_t index = room_index(axis, sticky->place);

		if (index < first || index >= end)
			continue;
		if (!force)
			failed = error_set(err, ERROR_REFUSED, _("there are stickies here; -f deletes them as well"));
		else
			failed = edit_delete(&run->edit, ENTITY_STICKY, sticky->id, err);
	}
	vec_release(&list);
	return failed;
}

/* Moves a phase that begins in a deleted column to the next column, unless another phase begins there. */
static int room_save_phases(struct run *run, int32_t first, int32_t end, struct error *err)
{
	bool taken = board_phase_at(run->edit.board, end);
	struct strbuf text = STRBUF_INIT;
	int failed = 0;

	for (int32_t column = end; column-- > first && !failed;) {
		const struct phase *phase = board_phase_at(run->edit.board, column);

		if (!phase)
			continue;
		strbuf_reset(&text);
		strbuf_addf(&text, "%d", end);
		failed = taken ? edit_delete(&run->edit, ENTITY_PHASE, phase->id, err)
			       : edit_set(&run->edit, ENTITY_PHASE, phase->id, "column", text.text, err);
		taken = true;
	}
	strbuf_release(&text);
	return failed;
}

static int room_drop_lanes(struct run *run, int32_t first, int32_t end, struct error *err)
{
	int failed = 0;

	for (int32_t row = first; row < end && !failed; row++) {
		const struct lane *lane = board_lane_at(run->edit.board, row);

		if (lane)
			failed = edit_delete(&run->edit, ENTITY_LANE, lane->id, err);
	}
	return failed;
}

static int room_delete(struct run *run, enum axis axis, struct error *err)
{
	const struct argument_value *count = run_value(run, 1);
	int32_t first = (int32_t)run_value(run, 0)->number;
	int64_t many = count->given ? count->number : 1;
	struct shift shift = {.axis = axis};
	int failed;

	if (many > ROOM_MOST || first + many > PLACE_MOST)
		return error_set(err, ERROR_REFUSED, _("the board cannot hold that many"));
	shift.by = (int32_t)-many;
	shift.at = first - shift.by;
	failed = room_clear(run, axis, first, shift.at, run_value(run, 2)->given, err);
	if (!failed && axis == AXIS_COLUMNS)
		failed = room_save_phases(run, first, shift.at, err);
	if (!failed && axis == AXIS_ROWS)
		failed = room_drop_lanes(run, first, shift.at, err);
	return failed ? failed : edit_shift(&run->edit, shift, err);
}

static int room_insert_column_run(struct run *run, struct error *err)
{
	return room_insert(run, AXIS_COLUMNS, err);
}

static int room_insert_row_run(struct run *run, struct error *err)
{
	return room_insert(run, AXIS_ROWS, err);
}

static int room_delete_column_run(struct run *run, struct error *err)
{
	return room_delete(run, AXIS_COLUMNS, err);
}

static int room_delete_row_run(struct run *run, struct error *err)
{
	return room_delete(run, AXIS_ROWS, err);
}

#define ROOM_MANY                                         \
	{                                                 \
		"N", ARGUMENT_COUNT, ARGUMENT_OPTIONAL, 0 \
	}
#define ROOM_FORCE                             \
	{                                      \
		"force", ARGUMENT_FLAG, 0, 'f' \
	}

const struct command room_insert_column = {
	.name = "insert-column",
	.sentence = N_("insert columns: from COL on, columns move right"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"COL", ARGUMENT_COLUMN, ARGUMENT_FOCUS, 0}, ROOM_MANY},
	.run = room_insert_column_run,
};

const struct command room_delete_column = {
	.name = "delete-column",
	.sentence = N_("delete empty columns; -f deletes their stickies as well"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"COL", ARGUMENT_COLUMN, ARGUMENT_FOCUS, 0}, ROOM_MANY, ROOM_FORCE},
	.run = room_delete_column_run,
};

const struct command room_insert_row = {
	.name = "insert-row",
	.sentence = N_("insert rows: from ROW on, rows move down"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"ROW", ARGUMENT_ROW, ARGUMENT_FOCUS, 0}, ROOM_MANY},
	.run = room_insert_row_run,
};

const struct command room_delete_row = {
	.name = "delete-row",
	.sentence = N_("delete empty rows; -f deletes their stickies as well"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"ROW", ARGUMENT_ROW, ARGUMENT_FOCUS, 0}, ROOM_MANY, ROOM_FORCE},
	.run = room_delete_row_run,
};
