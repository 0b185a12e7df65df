/* check_contexts: checks of bounded contexts and what lies in them. */
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "check/phrase.h"
#include "check/check_rows.h"
#include "check/finding.h"
#include "check/trigger.h"
#include "check/wording.h"
#include "text/clean.h"

#define CHECK_CONTEXTS_DRAWN_ROUND (KIND_BIT(KIND_EVENT) | KIND_BIT(KIND_COMMAND) | KIND_BIT(KIND_AGGREGATE))

/* With fewer stickies a share means nothing. */
#define CHECK_CONTEXTS_STICKIES_LEAST 10
#define CHECK_CONTEXTS_SHARE_MOST_PERCENT 70
#define CHECK_CONTEXTS_CONTEXTS_MOST 8
#define CHECK_CONTEXTS_COMPARED_MOST 100 /* names, compared pairwise */

/* If there are no contexts at all, that is reported once. */
static bool check_contexts_none_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	(void)other;
	return !sticky->context && board_count(input->board, ENTITY_CONTEXT);
}

static bool check_contexts_missing_run(const struct check_input *input, int64_t *sticky)
{
	size_t inside = board_count_kind(input->board, KIND_EVENT) + board_count_kind(input->board, KIND_COMMAND) +
			board_count_kind(input->board, KIND_AGGREGATE);

	(void)sticky;
	return inside && !board_count(input->board, ENTITY_CONTEXT);
}

static size_t check_contexts_count(const struct check_input *input, const struct context *context)
{
	return counts_of(&input->counts.contexts, (uint64_t)context->id);
}

static bool check_contexts_empty_run(const struct check_input *input, const struct context *context)
{
	return !check_contexts_count(input, context);
}

static bool check_contexts_one_run(const struct check_input *input, int64_t *sticky)
{
	(void)sticky;
	return board_count(input->board, ENTITY_CONTEXT) == 1 && namesakes_count(&input->namesakes) > 1;
}

static bool check_contexts_most_run(const struct check_input *input, const struct context *context)
{
	size_t all = board_count(input->board, ENTITY_STICKY);

	return all >= CHECK_CONTEXTS_STICKIES_LEAST && board_count(input->board, ENTITY_CONTEXT) > 1 &&
	       check_contexts_count(input, context) * 100 > all * CHECK_CONTEXTS_SHARE_MOST_PERCENT;
}

static void check_contexts_most_say(const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	strbuf_addf(out, _(": %zu of %zu"), check_contexts_count(input, board_context(input->board, finding->item)),
		board_count(input->board, ENTITY_STICKY));
}

static bool check_contexts_many_run(const struct check_input *input, int64_t *sticky)
{
	size_t contexts = board_count(input->board, ENTITY_CONTEXT);

	(void)sticky;
	return contexts > CHECK_CONTEXTS_CONTEXTS_MOST ||
	       (contexts > 1 && contexts > namesakes_count(&input->namesakes));
}

static void check_contexts_many_say(const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	(void)finding;
	strbuf_addf(out, _(": %zu contexts, %zu aggregates"), board_count(input->board, ENTITY_CONTEXT),
		namesakes_count(&input->namesakes));
}

/* "Customer self service" is something people do; "Order service" is software they run. */
static bool check_contexts_is_a_service(const struct tokens *tokens)
{
	static const char *const served[] = {"customer", "field", "food", "guest", "patient", "public", "room", "self"};
	const struct token *word = tokens_last(tokens);

	if (tokens->count < 2 || strncmp(word->text, "service", strlen("service")))
		return false;
	for (size_t i = 0; i < ARRAY_SIZE(served); i++)
		if (!strcmp(word[-1].text, served[i]))
			return true;
	return false;
}

/* Management and administration are things people do, so names that end in these are left alone. */
static bool check_contexts_name_run(const struct check_input *input, const struct context *context)
{
	struct tokens tokens;
	bool found;

	(void)input;
	tokens_init(&tokens);
	tokens_read(&tokens, context->name);
	found = wording_is_empty_name(&tokens) && !check_contexts_is_a_service(&tokens);
	tokens_release(&tokens);
	return found;
}

static uint64_t check_contexts_key(const struct context *context)
{
	struct tokens tokens;
	uint64_t key;

	tokens_init(&tokens);
	tokens_read(&tokens, context->name);
	key = tokens.count ? duplicates_name_key(&tokens) : 0;
	tokens_release(&tokens);
	return key;
}

/* The first context before CONTEXT with nearly the same name, or NULL. */
static const struct context *check_contexts_twin(const struct board *board, const struct context *context)
{
	const struct context *other, *twin = NULL;
	uint64_t key = check_contexts_key(context);
	size_t at = 0;

	if (!key || board_count(board, ENTITY_CONTEXT) > CHECK_CONTEXTS_COMPARED_MOST)
		return NULL;
	while ((other = board_next(board, ENTITY_CONTEXT, &at)))
		if (other->id < context->id && (!twin || other->id < twin->id) && check_contexts_key(other) == key)
			twin = other;
	return twin;
}

static bool check_contexts_alike_run(const struct check_input *input, const struct context *context)
{
	return check_contexts_twin(input->board, context);
}

static void check_contexts_alike_say(const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	const struct context *twin = check_contexts_twin(input->board, board_context(input->board, finding->item));

	strbuf_addstr(out, ": ");
	clean_flatten(out, twin ? twin->name : NULL);
}

/* Is it written down what the aggregate ID means, on one of its stickies? */
static bool check_contexts_is_defined(const struct check_input *input, int64_t id)
{
	const struct namesake *same = namesakes_of(&input->namesakes, id);

	for (size_t i = 0; same && i < same->ids.count; i++) {
		const struct sticky *sticky = board_sticky(input->board, vec_get(&same->ids, int64_t, i));

		if (sticky && sticky->definition)
			return true;
	}
	return false;
}

/* Only aggregates in contexts are compared (duplicates.h). Two that are defined are known to differ. */
static bool check_contexts_same_word_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	const struct duplicate *duplicate = duplicates_first(&input->duplicates, sticky->id);
	const struct sticky *first = duplicate ? board_sticky(input->board, duplicate->id) : NULL;

	if (!first || first->context == sticky->context || namesakes_first(&input->namesakes, sticky->id) != sticky->id)
		return false;
	if (check_contexts_is_defined(input, sticky->id) && check_contexts_is_defined(input, first->id))
		return false;
	*other = first->id;
	return true;
}

/* What lies in one direction from an event, as far as stickies lie side by side: only its own context, or something
 * else? */
enum check_contexts_side { CHECK_CONTEXTS_NOTHING, CHECK_CONTEXTS_OWN, CHECK_CONTEXTS_OTHER };

static enum check_contexts_side check_contexts_look(
	const struct board *board, const struct sticky *sticky, int32_t columns, int32_t rows)
{
	enum check_contexts_side side = CHECK_CONTEXTS_NOTHING;
	struct place place = sticky->place;

	for (int step = 0; step < TRIGGER_REACH; step++) {
		const struct sticky *other;

		place.column += columns;
		place.row += rows;
		other = board_at(board, place);
		if (!other)
			break;
		if (other->context && other->context != sticky->context)
			return CHECK_CONTEXTS_OTHER;
		if (other->context)
			side = CHECK_CONTEXTS_OWN;
	}
	return side;
}

static bool check_contexts_is_abroad(const struct board *board, int64_t other, const struct sticky *sticky)
{
	int64_t context = board_sticky(board, other)->context;

	return context && context != sticky->context;
}

/* Does a link of STICKY cross the boundary of its context? */
static bool check_contexts_is_crossed(const struct board *board, const struct sticky *sticky)
{
	for (const struct link *link = sticky->first_in; link; link = link->next_in)
		if (check_contexts_is_abroad(board, link->source, sticky))
			return true;
	for (const struct link *link = sticky->first_out; link; link = link->next_out)
		if (check_contexts_is_abroad(board, link->target, sticky))
			return true;
	return false;
}

static bool check_contexts_pivotal_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	const struct board *board = input->board;

	(void)other;
	return sticky->pivotal && sticky->context && check_contexts_look(board, sticky, -1, 0) == CHECK_CONTEXTS_OWN &&
	       check_contexts_look(board, sticky, 1, 0) == CHECK_CONTEXTS_OWN &&
	       check_contexts_look(board, sticky, 0, -1) != CHECK_CONTEXTS_OTHER &&
	       check_contexts_look(board, sticky, 0, 1) != CHECK_CONTEXTS_OTHER &&
	       !check_contexts_is_crossed(board, sticky);
}

const struct check check_contexts_none = {
	.id = "context-none",
	.step = 7,
	.sentence = N_("not in any context"),
	.reason = N_("What belongs to no context belongs to no team, so nobody looks after it."),
	.offer = N_("look at the proposed contexts"),
	.example = N_("“Invoice sent” is between “Billing” and “Shipping”: whose is it?"),
	.command = "propose-contexts",
	.scope = CHECK_STICKY,
	.kinds = CHECK_CONTEXTS_DRAWN_ROUND,
	.run = check_contexts_none_run,
};

const struct check check_contexts_missing = {
	.id = "context-missing",
	.step = 7,
	.severity = CHECK_WARNING,
	.sentence = N_("no context is drawn yet"),
	.reason = N_("What belongs to no context belongs to no team, so nobody looks after it."),
	.offer = N_("look at the contexts that the board suggests"),
	.example = N_("“Order”, “Pay” and “Parcel sent” are words of three teams."),
	.command = "propose-contexts",
	.scope = CHECK_BOARD,
	.run_board = check_contexts_missing_run,
};

const struct check check_contexts_empty = {
	.id = "context-empty",
	.step = 7,
	.severity = CHECK_WARNING,
	.sentence = N_("this context is empty"),
	.reason = N_("A context is where words have one meaning. Without stickies there are no words."),
	.offer = N_("draw it around its stickies, or delete it"),
	.example = N_("“Marketing” was drawn, but nobody told its story."),
	.command = "delete-context NAME",
	.scope = CHECK_CONTEXT,
	.run_context = check_contexts_empty_run,
};

const struct check check_contexts_one = {
	.id = "context-one",
	.step = 7,
	.sentence = N_("there is only one context"),
	.reason = N_("One boundary around everything separates nothing: it claims that every word means the same to "
		     "everybody."),
	.offer = N_("look for a word that changes its meaning, or for the point where people stop caring"),
	.example = N_("The shop's “Order” is a basket with prices; the warehouse's “Order” is a picking list."),
	.command = "propose-contexts",
	.scope = CHECK_BOARD,
	.run_board = check_contexts_one_run,
};

const struct check check_contexts_most = {
	.id = "context-most",
	.step = 7,
	.sentence = N_("most stickies are in this context"),
	.reason = N_("A context that holds nearly everything is the old system under a new name. "
		     "One team cannot build it."),
	.offer = N_("ask where a word changes its meaning, and split the context there"),
	.example = N_("“Shop” holds 45 of 50 stickies."),
	.scope = CHECK_CONTEXT,
	.run_context = check_contexts_most_run,
	.say = check_contexts_most_say,
};

const struct check check_contexts_many = {
	.id = "context-many",
	.step = 7,
	.sentence = N_("there are many contexts"),
	.reason = N_("Every boundary costs messages, contracts and agreements. Data that changes together belongs "
		     "together."),
	.offer = N_("ask which of them the same people would build, and merge those"),
	.example = N_("“Basket”, “Checkout” and “Coupon” always change together: one context."),
	.scope = CHECK_BOARD,
	.run_board = check_contexts_many_run,
	.say = check_contexts_many_say,
};

const struct check check_contexts_name = {
	.id = "context-name",
	.step = 7,
	.sentence = N_("its name comes from software, not from the business"),
	.reason = N_("“Order service” could hold anything. A name that the business uses, as "
		     "Ordering or Delivery, says what belongs there."),
	.offer = N_("name it after what people do there"),
	.example = N_("“Order service” becomes “Ordering”."),
	.command = "rename-context NAME TEXT",
	.scope = CHECK_CONTEXT,
	.run_context = check_contexts_name_run,
};

const struct check check_contexts_alike = {
	.id = "context-alike",
	.step = 7,
	.sentence = N_("another context has nearly the same name"),
	.reason =
		N_("Two contexts that differ in a capital or a plural are one, and half of its stickies are missing in "
		   "each."),
	.offer = N_("ask whether they are one, and give it one name"),
	.example = N_("“Claim processing” and “CLAIMS PROCESSING”."),
	.command = "rename-context NAME TEXT",
	.scope = CHECK_CONTEXT,
	.run_context = check_contexts_alike_run,
	.say = check_contexts_alike_say,
};

const struct check check_contexts_same_word = {
	.id = "same-word",
	.step = 7,
	.sentence = N_("an aggregate in another context has the same name"),
	.reason = N_("One word in two contexts either means two different things, which is fine, or one thing is kept "
		     "in two places."),
	.offer = N_("ask with a hotspot: same word, same thing?"),
	.example = N_("In the catalogue “Product” has a picture; in the warehouse it has a weight."),
	.command = "add hotspot TEXT",
	.scope = CHECK_STICKY,
	.kinds = KIND_BIT(KIND_AGGREGATE),
	.run = check_contexts_same_word_run,
};

const struct check check_contexts_pivotal = {
	.id = "pivotal-inside",
	.step = 7,
	.sentence = N_("a pivotal event in the middle of a context"),
	.reason = N_("Where one part of the story ends and the next begins, a context usually ends as well."),
	.offer = N_("ask whether the context ends here, or whether the event is not pivotal"),
	.example = N_("“Order placed” is the last step for Ordering and the first for the warehouse."),
	.command = "unpivotal ID",
	.scope = CHECK_STICKY,
	.kinds = KIND_BIT(KIND_EVENT),
	.run = check_contexts_pivotal_run,
};
