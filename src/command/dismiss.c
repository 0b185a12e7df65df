/* dismiss: a check that is to be silent about a sticky. */
#include "base/i18n.h"
#include "check/check.h"
#include "command/list.h"

/* The check that argument 1 names, or NULL. */
static const struct check *dismiss_check(const struct run *run, struct error *err)
{
	const char *id = run_value(run, 1)->text.text;
	const struct check *check = check_find(id);

	if (!check)
		error_set(err, ERROR_USAGE, _("there is no check “%.40s”"), id);
	return check;
}

/* Writes the list of the sticky, which is LIST with or without CHECK. */
static int dismiss_set(struct run *run, const struct check *check, bool silent, struct error *err)
{
	int64_t id = run_value(run, 0)->number;
	struct strbuf list = STRBUF_INIT;
	int failed;

	check_without(check, board_sticky(run->edit.board, id)->dismissed, &list);
	if (silent && list.len)
		strbuf_addch(&list, ' ');
	if (silent)
		strbuf_addstr(&list, check->id);
	failed = edit_set(&run->edit, ENTITY_STICKY, id, "dismissed", list.text, err);
	strbuf_release(&list);
	return failed;
}

static int dismiss_run(struct run *run, bool silent, struct error *err)
{
	const struct check *check = dismiss_check(run, err);
	int64_t id = run_value(run, 0)->number;

	if (!check)
		return ERROR_USAGE;
	if (check_is_in(check, board_sticky(run->edit.board, id)->dismissed) == silent)
		return 0;
	return dismiss_set(run, check, silent, err);
}

static int dismiss_add_run(struct run *run, struct error *err)
{
	return dismiss_run(run, true, err);
}

static int dismiss_remove_run(struct run *run, struct error *err)
{
	return dismiss_run(run, false, err);
}

const struct command dismiss_add = {
	.name = "dismiss",
	.sentence = N_("a check is to be silent about a sticky"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"ID", ARGUMENT_STICKY, ARGUMENT_FOCUS, 0}, {"CHECK", ARGUMENT_WORD, 0, 0}},
	.run = dismiss_add_run,
};

const struct command dismiss_remove = {
	.name = "undismiss",
	.sentence = N_("the check may speak about the sticky again"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"ID", ARGUMENT_STICKY, ARGUMENT_FOCUS, 0}, {"CHECK", ARGUMENT_WORD, 0, 0}},
	.run = dismiss_remove_run,
};
