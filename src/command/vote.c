/* vote: a person's dots on stickies. */
#include <inttypes.h>

#include "base/i18n.h"
#include "command/command_rows.h"

/* How many dots PERSON has on the whole board. */
static int64_t vote_spent(const struct board *board, int64_t person)
{
	const struct vote *vote;
	int64_t dots = 0;

	for (size_t at = 0; (vote = board_next(board, ENTITY_VOTE, &at));)
		dots += vote->person == person ? vote->dots : 0;
	return dots;
}

/* Notes how many dots are left, if they are limited. */
static void vote_say_left(struct run *run)
{
	int64_t budget = board_facts(run->edit.board)->votes;
	int64_t left = budget - vote_spent(run->edit.board, run->person);

	if (budget)
		strbuf_addf(run->note, _("%" PRId64 " of %" PRId64 " votes left"), left > 0 ? left : 0, budget);
}

static int vote_add_run(struct run *run, struct error *err)
{
	int64_t budget = board_facts(run->edit.board)->votes;
	struct vote vote = {.sticky = run_value(run, 0)->number, .person = run->person, .dots = 1};
	int64_t id;

	if (board_vote(board_sticky(run->edit.board, vote.sticky), run->person))
		return error_set(err, ERROR_REFUSED, _("you have already voted for sticky %" PRId64), vote.sticky);
	if (budget && vote_spent(run->edit.board, run->person) >= budget)
		return error_set(
			err, ERROR_REFUSED, _("you have used all %" PRId64 " votes; unvote frees one"), budget);
	id = edit_create(&run->edit, ENTITY_VOTE, &vote, err);
	if (id < 0)
		return (int)id;
	vote_say_left(run);
	return 0;
}

static int vote_remove_run(struct run *run, struct error *err)
{
	int64_t sticky = run_value(run, 0)->number;
	const struct vote *vote = board_vote(board_sticky(run->edit.board, sticky), run->person);
	int failed;

	if (!vote)
		return error_set(err, ERROR_REFUSED, _("you have not voted for sticky %" PRId64), sticky);
	failed = edit_delete(&run->edit, ENTITY_VOTE, vote->id, err);
	if (!failed)
		vote_say_left(run);
	return failed;
}

const struct command vote_add = {
	.name = "vote",
	.ballot = true,
	.sentence = N_("vote for a sticky"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"ID", ARGUMENT_STICKY, ARGUMENT_FOCUS, 0}},
	.run = vote_add_run,
};

const struct command vote_remove = {
	.name = "unvote",
	.ballot = true,
	.sentence = N_("take back your vote for a sticky"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"ID", ARGUMENT_STICKY, ARGUMENT_FOCUS, 0}},
	.run = vote_remove_run,
};
