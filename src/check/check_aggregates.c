/* check_aggregates: checks of aggregates, the data that commands and events act on. */
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "check/lexicon.h"
#include "check/check_rows.h"
#include "check/finding.h"
#include "check/trigger.h"

#define CHECK_AGGREGATES_ONLY KIND_BIT(KIND_AGGREGATE)
#define CHECK_AGGREGATES_EVENTS_MOST 20

/* What is said of an aggregate is said once, on the first of its stickies. */
static const struct namesake *check_aggregates_first(const struct check_input *input, const struct sticky *sticky)
{
	const struct namesake *same = namesakes_of(&input->namesakes, sticky->id);

	return same && same->first == sticky->id ? same : NULL;
}

/* A policy may change it without a command of its own, when an arrow says so. */
static bool check_aggregates_sticky_is_used(const struct board *board, const struct sticky *sticky)
{
	unsigned users = KIND_BIT(KIND_COMMAND) | KIND_BIT(KIND_EVENT);

	return trigger_find(board, sticky, users, TRIGGER_AROUND) ||
	       trigger_linked(board, sticky, KIND_BIT(KIND_POLICY), TRIGGER_AROUND);
}

/* Events linked with STICKY, in either direction. Slots are not counted: there is no room for so many. */
static size_t check_aggregates_sticky_events(const struct board *board, const struct sticky *sticky)
{
	size_t count = 0;

	for (const struct link *link = sticky->first_in; link; link = link->next_in)
		count += board_sticky(board, link->source)->kind == KIND_EVENT;
	for (const struct link *link = sticky->first_out; link; link = link->next_out)
		count += board_sticky(board, link->target)->kind == KIND_EVENT;
	return count;
}

/* Is any sticky of the aggregate in use? */
static bool check_aggregates_is_used(const struct board *board, const struct namesake *same)
{
	for (size_t i = 0; i < same->ids.count; i++) {
		const struct sticky *sticky = board_sticky(board, vec_get(&same->ids, int64_t, i));

		if (sticky && check_aggregates_sticky_is_used(board, sticky))
			return true;
	}
	return false;
}

static size_t check_aggregates_events(const struct board *board, const struct namesake *same)
{
	size_t count = 0;

	for (size_t i = 0; i < same->ids.count; i++) {
		const struct sticky *sticky = board_sticky(board, vec_get(&same->ids, int64_t, i));

		count += sticky ? check_aggregates_sticky_events(board, sticky) : 0;
	}
	return count;
}

static bool check_aggregates_idle_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	const struct namesake *same = check_aggregates_first(input, sticky);

	(void)other;
	return same && !check_aggregates_is_used(input->board, same);
}

static bool check_aggregates_too_big_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	const struct namesake *same = check_aggregates_first(input, sticky);

	(void)other;
	return same && check_aggregates_events(input->board, same) > CHECK_AGGREGATES_EVENTS_MOST;
}

static void check_aggregates_too_big_say(
	const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	const struct namesake *same = namesakes_of(&input->namesakes, finding->sticky);

	if (same)
		strbuf_addf(out, ": %zu", check_aggregates_events(input->board, same));
}

/* A name that is only "Data" or "Record" is as technical as one that ends in it. In plain words, "Health record" and
 * "Restaurant table" are things of the business; "HealthRecord" may be either, so it is left alone too. */
static bool check_aggregates_is_a_thing(const struct tokens *tokens)
{
	static const char *const things[] = {"model", "record", "table"};

	for (size_t i = 0; i < ARRAY_SIZE(things) && tokens->count > 1; i++)
		if (!strcmp(tokens_last(tokens)->text, things[i]))
			return true;
	return tokens->count > 2 && !strcmp(tokens->words[tokens->count - 2].text, "self");
}

static bool check_aggregates_technical_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	const struct token *word = tokens_last(&input->tokens);

	(void)other;
	return check_aggregates_first(input, sticky) && word && !word->hangul &&
	       lexicon_has(LEXICON_TECHNICAL_NAME, word->text, word->len) &&
	       !check_aggregates_is_a_thing(&input->tokens);
}

const struct check check_aggregates_idle = {
	.id = "aggregate-idle",
	.step = 6,
	.sentence = N_("no command or event next to it"),
	.reason = N_("An aggregate that nothing changes is just information to look at (a read model), or not needed "
		     "at all."),
	.offer = N_("put it between its command and its event, or make it a read model"),
	.example = N_("A “Price list” that everybody reads and nobody changes is a read model."),
	.command = "kind ID read-model",
	.scope = CHECK_STICKY,
	.kinds = CHECK_AGGREGATES_ONLY,
	.run = check_aggregates_idle_run,
};

const struct check check_aggregates_too_big = {
	.id = "aggregate-too-big",
	.step = 6,
	.sentence = N_("many events are linked to it"),
	.reason = N_(
		"Keep what must change together small. A big aggregate makes people and programs wait for each other."),
	.offer = N_("ask which of its rules need the same data, then split it"),
	.example = N_("“Order” with 25 events may be “Basket”, “Order” and “Shipment”."),
	.command = "add aggregate TEXT",
	.scope = CHECK_STICKY,
	.kinds = CHECK_AGGREGATES_ONLY,
	.run = check_aggregates_too_big_run,
	.say = check_aggregates_too_big_say,
};

const struct check check_aggregates_technical = {
	.id = "aggregate-technical",
	.step = 6,
	.sentence = N_("its name comes from software, not from the business"),
	.reason = N_(
		"“Order manager” says how it might be built. The business knows an order and the rules it must obey."),
	.offer = N_("use the name that the business uses"),
	.example = N_("“OrderManager” becomes “Order”."),
	.command = "edit ID TEXT",
	.scope = CHECK_STICKY,
	.kinds = CHECK_AGGREGATES_ONLY,
	.run = check_aggregates_technical_run,
};
