/* check_aggregates: checks of aggregates, the data that commands and events act on. */
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "check/lexicon.h"
#include "check/check_rows.h"
#include "check/finding.h"

#define CHECK_AGGREGATES_ONLY KIND_BIT(KIND_AGGREGATE)
#define CHECK_AGGREGATES_EVENTS_MOST 20

/* What is said of an aggregate is said once, on the first of its stickies. */
static const struct namesake *check_aggregates_first(const struct check_input *input, const struct sticky *sticky)
{
	const struct namesake *same = namesakes_of(&input->namesakes, sticky->id);

	return same && same->first == sticky->id ? same : NULL;
}

static bool check_aggregates_idle_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	const struct namesake *same = check_aggregates_first(input, sticky);

	(void)other;
	return same && !same->used;
}

static bool check_aggregates_too_big_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	const struct namesake *same = check_aggregates_first(input, sticky);

	(void)other;
	return same && same->events > CHECK_AGGREGATES_EVENTS_MOST;
}

static void check_aggregates_too_big_say(
	const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	const struct namesake *same = namesakes_of(&input->namesakes, finding->sticky);

	if (same)
		strbuf_addf(out, ": %zu", same->events);
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
