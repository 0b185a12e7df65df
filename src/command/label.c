/* label: names of phases and lanes. */
#include "base/i18n.h"
#include "command/command_rows.h"

/* Sets the name of item ID; if ID is 0, makes the item MADE. An empty name removes the item. */
static int label_set(
	struct run *run, enum entity entity, int64_t id, const void *made, const char *name, struct error *err)
{
	if (!id && !*name)
		return 0;
	if (!id) {
		id = edit_create(&run->edit, entity, made, err);
		return id < 0 ? (int)id : 0;
	}
	return *name ? edit_set(&run->edit, entity, id, "name", name, err) : edit_delete(&run->edit, entity, id, err);
}

static int label_phase_run(struct run *run, struct error *err)
{
	struct phase made = {.column = run_value(run, 0)->number, .name = run_value(run, 1)->text.text};
	const struct phase *phase = board_phase_at(run->edit.board, (int32_t)made.column);

	return label_set(run, ENTITY_PHASE, phase ? phase->id : 0, &made, made.name, err);
}

static int label_lane_run(struct run *run, struct error *err)
{
	struct lane made = {.row = run_value(run, 0)->number, .name = run_value(run, 1)->text.text};
	const struct lane *lane = board_lane_at(run->edit.board, (int32_t)made.row);

	return label_set(run, ENTITY_LANE, lane ? lane->id : 0, &made, made.name, err);
}

const struct command label_phase = {
	.name = "phase",
	.sentence = N_("name the timeline phase that begins at COL; without a name, remove it"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"COL", ARGUMENT_COLUMN, ARGUMENT_FOCUS, 0}, {"NAME", ARGUMENT_LINE, ARGUMENT_OPTIONAL, 0}},
	.run = label_phase_run,
};

const struct command label_lane = {
	.name = "lane",
	.sentence = N_("name the lane at ROW; without a name, remove it"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"ROW", ARGUMENT_ROW, ARGUMENT_FOCUS, 0}, {"NAME", ARGUMENT_LINE, ARGUMENT_OPTIONAL, 0}},
	.run = label_lane_run,
};
