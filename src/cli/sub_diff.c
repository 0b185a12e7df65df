/* sub_diff: prints the differences between two moments of a board, or between two boards. */
#include <stdio.h>

#include "base/i18n.h"
#include "cli/boardfile.h"
#include "cli/difflist.h"
#include "cli/subcommand.h"
#include "model/shift.h"
#include "session/when.h"

static int sub_diff_boards(enum difflist_format format, const char *one, const char *two, struct error *err)
{
	struct boardfile before = BOARDFILE_INIT, after = BOARDFILE_INIT;
	int failed = boardfile_open(&before, one, err);

	if (!failed)
		failed = boardfile_open(&after, two, err);
	if (!failed)
		difflist_print(format, before.board, after.board, NULL);
	boardfile_release(&before);
	boardfile_release(&after);
	return failed;
}

static int sub_diff_moments(
	enum difflist_format format, const char *word, const char *from, const char *to, struct error *err)
{
	struct boardfile before = BOARDFILE_INIT, after = BOARDFILE_INIT;
	struct vec shifts = VEC_INIT(struct shift);
	int failed = boardfile_open_at(&before, word, from, err);

	if (!failed)
		failed = boardfile_open_at(&after, word, to ? to : "end", err);
	if (!failed)
		failed = replay_shifts(after.replay, replay_at(before.replay), replay_at(after.replay), &shifts, err);
	if (!failed)
		difflist_print(format, before.board, after.board, &shifts);
	vec_release(&shifts);
	boardfile_release(&before);
	boardfile_release(&after);
	return failed;
}

static int sub_diff_run(const struct request *request, struct error *err)
{
	const char *first = request_operand(request, 0), *second = request_operand(request, 1);
	const char *third = request_operand(request, 2);
	size_t format;

	if (request_choice(request, "format", &format, err))
		return ERROR_USAGE;
	if (third || when_is(second))
		return sub_diff_moments((enum difflist_format)format, first, second, third, err);
	return sub_diff_boards((enum difflist_format)format, first, second, err);
}

static void sub_diff_more(FILE *out)
{
	fprintf(out, "\n%s\n",
		_("WHEN is \"#120\" for a change, a time such as \"2026-11-20 14:05\", step:3 for the\n"
		  "end of a step, or end. Another board may take its place.\n"
		  "Removed words are in [- -], added ones in {+ +}."));
}

const struct subcommand sub_diff = {
	.name = "diff",
	.operands = "BOARD WHEN|BOARD [WHEN]",
	.sentence = N_("show what changed between two moments, or between two boards"),
	.least = 2,
	.most = 3,
	.options =
		{
			{'f', "format", "text|csv", N_("output format (default: text)")},
		},
	.more = sub_diff_more,
	.run = sub_diff_run,
};
