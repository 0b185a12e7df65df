/* check_board: checks of a board as a whole, from the counts. */
#include "base/i18n.h"
#include "check/check_rows.h"
#include "check/finding.h"

/* Below these minimums a board is too young to judge. */
#define CHECK_BOARD_EVENTS_LEAST 5
#define CHECK_BOARD_VOICED_LEAST 8
#define CHECK_BOARD_COMMANDS_LEAST 5
#define CHECK_BOARD_MIRRORED_LEAST 3

#define CHECK_BOARD_ACTOR_MOST_PERCENT 60

static bool check_board_one_way_run(const struct check_input *input, int64_t *sticky)
{
	(void)sticky;
	return board_count_kind(input->board, KIND_EVENT) >= CHECK_BOARD_EVENTS_LEAST && !input->counts.failures;
}

/* How many people take part but have written no event. */
static size_t check_board_silent(const struct check_input *input)
{
	const struct person *person;
	size_t at = 0, silent = 0;

	while ((person = board_next(input->board, ENTITY_PERSON, &at)))
		silent += person->role == ROLE_PARTICIPANT && !counts_of(&input->counts.voices, (uint64_t)person->id);
	return silent;
}

static bool check_board_one_voice_run(const struct check_input *input, int64_t *sticky)
{
	size_t most;

	(void)sticky;
	if (input->counts.voiced < CHECK_BOARD_VOICED_LEAST || board_count(input->board, ENTITY_PERSON) < 2)
		return false;
	counts_most(&input->counts.voices, &most);
	return most * 2 > input->counts.voiced || check_board_silent(input);
}

static void check_board_one_voice_say(
	const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	size_t most;
	const struct person *person = board_person(input->board, (int64_t)counts_most(&input->counts.voices, &most));

	(void)finding;
	strbuf_addf(out, _(": %s wrote %zu of %zu; without any: %zu"), person && person->name ? person->name : "?",
		most, input->counts.voiced, check_board_silent(input));
}

static bool check_board_mirror_run(const struct check_input *input, int64_t *sticky)
{
	size_t commands = board_count_kind(input->board, KIND_COMMAND);

	(void)sticky;
	return commands >= CHECK_BOARD_MIRRORED_LEAST && input->counts.mirrored == commands &&
	       !board_count_kind(input->board, KIND_POLICY) && !input->counts.noted;
}

static bool check_board_actor_everything_run(const struct check_input *input, int64_t *sticky)
{
	size_t commands = board_count_kind(input->board, KIND_COMMAND), most;
	int64_t actor = (int64_t)counts_most(&input->counts.issuers, &most);

	if (commands < CHECK_BOARD_COMMANDS_LEAST || most * 100 <= commands * CHECK_BOARD_ACTOR_MOST_PERCENT)
		return false;
	*sticky = actor;
	return true;
}

static void check_board_actor_everything_say(
	const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	size_t most;

	(void)finding;
	counts_most(&input->counts.issuers, &most);
	strbuf_addf(out, _(": %zu of %zu"), most, board_count_kind(input->board, KIND_COMMAND));
}

const struct check check_board_one_way = {
	.id = "one-way",
	.step = 1,
	.sentence = N_("no event is about failure, rejection or cancellation"),
	.reason = N_("A story in which everything goes well is only half the story. What goes wrong costs the most, "
		     "and nobody brings it up unasked."),
	.offer = N_("ask: what if it is refused, late, or lost?"),
	.example = N_("Next to “Payment approved” there is “Payment declined”."),
	.command = "add event TEXT",
	.scope = CHECK_BOARD,
	.run_board = check_board_one_way_run,
};

const struct check check_board_one_voice = {
	.id = "one-voice",
	.step = 1,
	.role = ROLE_FACILITATOR,
	.sentence = N_("a few people wrote most of the events"),
	.reason = N_("Anyone who has not written yet may know something that is missing."),
	.offer = N_("start a silent round, or ask the quiet ones for the next event"),
	.example = N_("Ana wrote 40 of 50 events; Ben, who runs the warehouse, wrote none."),
	.scope = CHECK_BOARD,
	.run_board = check_board_one_voice_run,
	.say = check_board_one_voice_say,
};

const struct check check_board_mirror = {
	.id = "mirror",
	.step = 6,
	.sentence = N_("every command repeats its event, and there is no policy or rule"),
	.reason =
		N_("This may be plain data entry: a form and a table would do. Or nobody has asked for the rules yet."),
	.offer = N_("ask when each command is refused, and note it on the aggregate"),
	.example = N_("What must be true before “Ship parcel” becomes “Parcel shipped”?"),
	.scope = CHECK_BOARD,
	.run_board = check_board_mirror_run,
};

const struct check check_board_actor_everything = {
	.id = "actor-everything",
	.step = 5,
	.sentence = N_("issues most of the commands"),
	.reason = N_("Somebody who does everything usually stands for several roles with different goals."),
	.offer = N_("ask which of these the same person would really do, then split the role"),
	.example = N_("Is it always “Clerk”, or sometimes the cashier and sometimes the packer?"),
	.command = "edit ID TEXT",
	.scope = CHECK_BOARD,
	.run_board = check_board_actor_everything_run,
	.say = check_board_actor_everything_say,
};
