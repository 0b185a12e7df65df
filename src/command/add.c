/* add: a new sticky. */
#include <inttypes.h>

#include "base/i18n.h"
#include "command/command_rows.h"

enum { ADD_KIND, ADD_COLUMN, ADD_ROW, ADD_TEXT };

/* Right of the newest sticky, in its row, where somebody who types a story continues. */
static struct place add_default_place(const struct board *board)
{
	const struct sticky *newest = board_newest(board);
	struct place place = {1, 1};

	if (newest) {
		place = newest->place;
		if (place.column < PLACE_MOST)
			place.column++;
	}
	return place;
}

static int add_run(struct run *run, struct error *err)
{
	const struct board *board = run->edit.board;
	const struct argument_value *text = run_value(run, ADD_TEXT);
	struct sticky sticky = {
		.kind = (int)run_value(run, ADD_KIND)->number,
		.text = text->text.text,
		.place = add_default_place(board),
		.author = run->person,
		.step = board_step(board),
		.created = run->edit.action->time_ms,
		.updated = run->edit.action->time_ms,
	};
	int64_t id;

	if (!text->text.len)
		return error_set(err, ERROR_REFUSED, _("a sticky needs text"));
	if (run_value(run, ADD_COLUMN)->given)
		sticky.place.column = (int32_t)run_value(run, ADD_COLUMN)->number;
	if (run_value(run, ADD_ROW)->given)
		sticky.place.row = (int32_t)run_value(run, ADD_ROW)->number;
	else if (run_value(run, ADD_COLUMN)->given && !board_newest(board))
		sticky.place.row = 1;
	sticky.place = board_free_place(board, sticky.place);
	if (board_at(board, sticky.place))
		return error_set(err, ERROR_REFUSED, _("the column is full"));
	id = edit_create(&run->edit, ENTITY_STICKY, &sticky, err);
	if (id < 0)
		return (int)id;
	run->made = id;
	strbuf_addf(run->output, "%" PRId64 "\n", id);
	return 0;
}

const struct command add_command = {
	.name = "add",
	.sentence = N_("add a sticky and print its id; without a place, to the right of the newest"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"KIND", ARGUMENT_KIND, 0, 0}, {"COL", ARGUMENT_COLUMN, ARGUMENT_FOCUS, 'c'},
		{"ROW", ARGUMENT_ROW, ARGUMENT_FOCUS, 'r'}, {"TEXT", ARGUMENT_TEXT, 0, 0}},
	.run = add_run,
};
