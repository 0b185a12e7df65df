/* vote: one dot of a person on a sticky. */
#include <inttypes.h>

#include "base/i18n.h"
#include "command/list.h"

static int vote_add_run(struct run *run, struct error *err)
{
	struct vote vote = {.sticky = run_value(run, 0)->number, .person = run->person, .dots = 1};
	int64_t id;

	if (board_vote(board_sticky(run->edit.board, vote.sticky), run->person))
		return error_set(err, ERROR_REFUSED, _("your dot is on sticky %" PRId64 " already"),
			vote.sticky);
	id = edit_create(&run->edit, ENTITY_VOTE, &vote, err);
	return id < 0 ? (int)id : 0;
}

static int vote_remove_run(struct run *run, struct error *err)
{
	int64_t sticky = run_value(run, 0)->number;
	const struct vote *vote = board_vote(board_sticky(run->edit.board, sticky), run->person);

	if (!vote)
		return error_set(err, ERROR_REFUSED, _("you have no dot on sticky %" PRId64),
			sticky);
	return edit_delete(&run->edit, ENTITY_VOTE, vote->id, err);
}

const struct command vote_add = {
	.name = "vote",
	.sentence = N_("put your dot on a sticky"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"ID", ARGUMENT_STICKY, ARGUMENT_FOCUS, 0}},
	.run = vote_add_run,
};

const struct command vote_remove = {
	.name = "unvote",
	.sentence = N_("take your dot off a sticky"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"ID", ARGUMENT_STICKY, ARGUMENT_FOCUS, 0}},
	.run = vote_remove_run,
};
