/* past: undo and redo. */
#include "base/i18n.h"
#include "command/command_rows.h"
#include "model/undo.h"

/* Fails if DONE contains something that only facilitators may do, and this person is no longer one. */
static int past_check_role(const struct run *run, const struct action *done, struct error *err)
{
	for (size_t i = 0; i < done->changes.count && run->role < ROLE_FACILITATOR; i++) {
		const struct change *change = action_change(done, i);

		if (change->entity == ENTITY_BOARD && !change_shifts(change))
			return error_set(err, ERROR_REFUSED, "%s", _("only a facilitator can undo or redo that"));
	}
	return 0;
}

/* Reverts one action: that of CHANGE or, if it is 0, the last. 1: done, 0: there was none. */
static int past_revert(struct run *run, enum action_kind kind, int64_t change, size_t *kept, struct error *err)
{
	struct vec shifts = VEC_INIT(struct shift);
	struct action done;
	int64_t target = 0;
	int found;

	action_init(&done);
	found = run->past->target(run->past->context, run->person, kind, change, &done, &shifts, &target, err);
	if (found > 0 && action_first(run->edit.action))
		found = error_set(
			err, ERROR_REFUSED, _("%s cannot be combined with other commands"), run->command->name);
	if (found > 0) {
		int failed = past_check_role(run, &done, err);

		if (!failed)
			failed = undo_action(&run->edit, &done, &shifts, kept, err);
		found = failed ? failed : 1;
	}
	if (found > 0) {
		run->edit.action->kind = kind;
		run->edit.action->target = target;
	}
	action_release(&done);
	vec_release(&shifts);
	return found;
}

static int past_run(struct run *run, enum action_kind kind, int64_t change, const char *nothing, struct error *err)
{
	size_t kept = 0;
	int found;

	if (!run->past)
		return error_set(err, ERROR_REFUSED, "%s", nothing);
	run->again = run_value(run, 0)->given ? run_value(run, 0)->number - 1 : 0;
	found = past_revert(run, kind, change, &kept, err);
	if (!found)
		return error_set(err, ERROR_REFUSED, "%s", nothing);
	if (found < 0)
		return found;
	if (kept)
		strbuf_addf(run->note,
			ngettext("%zu change stays: somebody has changed it since",
				"%zu changes stay: somebody has changed them since", (unsigned long)kept),
			kept);
	else if (!action_first(run->edit.action))
		strbuf_addstr(run->note, _("it is gone already: somebody has changed it since"));
	return 0;
}

static int past_undo_run(struct run *run, struct error *err)
{
	const struct argument_value *change = run_value(run, 1);

	if (!change->given)
		return past_run(run, ACTION_UNDO, 0, _("nothing of yours to undo"), err);
	if (run_value(run, 0)->given)
		return error_set(err, ERROR_USAGE, "%s", _("say how many or which change, not both"));
	return past_run(run, ACTION_UNDO, change->number, _("no action of yours that stands has that change"), err);
}

static int past_redo_run(struct run *run, struct error *err)
{
	return past_run(run, ACTION_REDO, 0, _("nothing of yours to redo"), err);
}

const struct command past_undo = {
	.name = "undo",
	.sentence = N_("undo your last action, except what others have changed since; -c: only the action with that "
		       "change of the log"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"N", ARGUMENT_COUNT, ARGUMENT_OPTIONAL, 0}, {"CHANGE", ARGUMENT_CHANGE, ARGUMENT_OPTIONAL, 'c'}},
	.run = past_undo_run,
};

const struct command past_redo = {
	.name = "redo",
	.sentence = N_("redo what you undid last"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"N", ARGUMENT_COUNT, ARGUMENT_OPTIONAL, 0}},
	.run = past_redo_run,
};
