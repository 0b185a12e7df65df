/* guide: what the facilitator sets for the whole workshop. */
#include "base/i18n.h"
#include "command/list.h"

static int guide_step_run(struct run *run, struct error *err)
{
	char text[2] = {(char)('0' + run_value(run, 0)->number), '\0'};

	if (board_step(run->edit.board) == (int)run_value(run, 0)->number)
		return 0;
	return edit_set(&run->edit, ENTITY_BOARD, BOARD_ITEM, "step", text, err);
}

static int guide_title_run(struct run *run, struct error *err)
{
	return edit_set(&run->edit, ENTITY_BOARD, BOARD_ITEM, "title",
		run_value(run, 0)->text.text, err);
}

const struct command guide_step = {
	.name = "step",
	.sentence = N_("go to a step of the workshop"),
	.role = ROLE_FACILITATOR,
	.arguments = {{"N|next|prev", ARGUMENT_STEP, 0, 0}},
	.run = guide_step_run,
};

const struct command guide_title = {
	.name = "title",
	.sentence = N_("what the workshop is about; without a text it goes"),
	.role = ROLE_FACILITATOR,
	.arguments = {{"TEXT", ARGUMENT_LINE, ARGUMENT_OPTIONAL, 0}},
	.run = guide_title_run,
};
