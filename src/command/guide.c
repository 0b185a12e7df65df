/* guide: what the facilitator sets for the whole workshop. */
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "command/command_rows.h"
#include "model/step.h"

/* A longer step was not a single session: the board was put away meanwhile. */
#define GUIDE_MINUTES_MOST 1440

static int guide_set_time(struct run *run, const char *field, int64_t time_ms, struct error *err)
{
	char text[CLOCK_TEXT_BYTES] = "";

	if (time_ms)
		clock_format(time_ms, text);
	return edit_set(&run->edit, ENTITY_BOARD, BOARD_ITEM, field, text, err);
}

/* Notes what was added in the step that ends, and what is still open. */
static void guide_sum_up(struct run *run, int step)
{
	const struct board *board = run->edit.board;
	const struct sticky *sticky;
	int64_t minutes = (run->edit.action->time_ms - board_since(board)) / 60000;
	size_t added = 0, open = 0;

	for (size_t at = 0; (sticky = board_next(board, ENTITY_STICKY, &at));) {
		added += sticky->step == step;
		open += sticky->kind == KIND_HOTSPOT && !sticky->resolved;
	}
	strbuf_addf(run->note, _("%s: %zu added"), step_name(step), added);
	if (board_since(board) && minutes >= 0 && minutes < GUIDE_MINUTES_MOST)
		strbuf_addf(run->note, _(" in %d min"), (int)minutes);
	if (open)
		strbuf_addf(run->note, ngettext("; %zu hotspot open", "; %zu hotspots open", open), open);
}

static int guide_step_run(struct run *run, struct error *err)
{
	int before = board_step(run->edit.board), after = (int)run_value(run, 0)->number;
	char text[2] = {(char)('0' + after), '\0'};
	int failed;

	if (before == after)
		return 0;
	guide_sum_up(run, before);
	failed = edit_set(&run->edit, ENTITY_BOARD, BOARD_ITEM, "step", text, err);
	if (!failed)
		failed = guide_set_time(run, "since", run->edit.action->time_ms, err);
	if (!failed && board_timer(run->edit.board))
		failed = guide_set_time(run, "timer", 0, err);
	return failed;
}

static int guide_timer_run(struct run *run, struct error *err)
{
	const char *text = run_value(run, 0)->text.text;
	char *end;
	long minutes = strtol(text, &end, 10);

	if (!strcmp(text, "stop"))
		return guide_set_time(run, "timer", 0, err);
	if (*end || end == text || minutes < 1 || minutes > GUIDE_MINUTES_MOST)
		return error_set(err, ERROR_USAGE, _("must be minutes from 1 to %d, or stop"), GUIDE_MINUTES_MOST);
	return guide_set_time(run, "timer", run->edit.action->time_ms + minutes * 60000, err);
}

static int guide_title_run(struct run *run, struct error *err)
{
	return edit_set(&run->edit, ENTITY_BOARD, BOARD_ITEM, "title", run_value(run, 0)->text.text, err);
}

const struct command guide_step = {
	.name = "step",
	.sentence = N_("go to a step of the workshop"),
	.role = ROLE_FACILITATOR,
	.arguments = {{"N|next|prev", ARGUMENT_STEP, 0, 0}},
	.run = guide_step_run,
};

const struct command guide_timer = {
	.name = "timer",
	.sentence = N_("start the timer for everybody, or stop it"),
	.role = ROLE_FACILITATOR,
	.arguments = {{"MINUTES|stop", ARGUMENT_WORD, 0, 0}},
	.run = guide_timer_run,
};

const struct command guide_title = {
	.name = "title",
	.sentence = N_("what the workshop is about; without text, remove it"),
	.role = ROLE_FACILITATOR,
	.arguments = {{"TEXT", ARGUMENT_LINE, ARGUMENT_OPTIONAL, 0}},
	.run = guide_title_run,
};
