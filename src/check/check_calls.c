/* check_calls: checks of calls: who calls whom and waits for the answer. */
#include "base/i18n.h"
#include "check/check_rows.h"
#include "check/finding.h"

/* As many calls in a row are not a finding yet. */
#define CHECK_CALLS_CHAIN_MOST 2

static bool check_calls_ring_run(const struct check_input *input, const struct context *context)
{
	struct relation_index_path path;

	return relation_index_ring(input->relations, context->id, &path);
}

/* Appends " → Shop". */
static void check_calls_say_context(const struct board *board, int64_t id, struct strbuf *out)
{
	const struct context *context = board_context(board, id);

	strbuf_addf(out, " → %s", context && context->name ? context->name : "");
}

/* Appends ": A → B → C". */
static void check_calls_say_path(const struct board *board, const struct relation_index_path *path, struct strbuf *out)
{
	const struct context *first = board_context(board, path->contexts[0]);

	strbuf_addf(out, ": %s", first && first->name ? first->name : "");
	for (size_t i = 1; i < path->count; i++)
		check_calls_say_context(board, path->contexts[i], out);
}

static void check_calls_ring_say(const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	struct relation_index_path path;

	if (!relation_index_ring(input->relations, finding->item, &path))
		return;
	check_calls_say_path(input->board, &path, out);
	check_calls_say_context(input->board, finding->item, out);
}

static bool check_calls_chain_run(const struct check_input *input, const struct context *context)
{
	struct relation_index_path path;

	return relation_index_chain(input->relations, context->id, &path) && path.count > CHECK_CALLS_CHAIN_MOST + 1;
}

static void check_calls_chain_say(const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	struct relation_index_path path;

	if (relation_index_chain(input->relations, finding->item, &path))
		check_calls_say_path(input->board, &path, out);
}

/* The call sends something; nobody looks at an answer, and none comes back. An event between
 * the two that a message delivers is not told by the call. */
static bool check_calls_only_tells_run(const struct check_input *input, const struct relation *relation)
{
	const struct flow_count *count = flow_counts_between(&input->flow_counts, relation->source, relation->target);

	if (relation->style != RELATION_SYNC || !count || count->seen ||
		flow_counts_between(&input->flow_counts, relation->target, relation->source))
		return false;
	return count->asks ||
	       !relation_index_relation(input->relations, relation->source, relation->target, RELATION_ASYNC);
}

/* The finding is about the call with the lowest id between the two contexts. */
static bool check_calls_both_ways_run(const struct check_input *input, const struct relation *relation)
{
	int64_t there = relation_index_relation(input->relations, relation->source, relation->target, RELATION_SYNC);
	int64_t back = relation_index_relation(input->relations, relation->target, relation->source, RELATION_SYNC);

	return there == relation->id && back > there;
}

const struct check check_calls_ring = {
	.id = "sync-ring",
	.step = 8,
	.severity = CHECK_ERROR,
	.sentence = N_("its synchronous calls lead back to it"),
	.reason = N_("In a ring of calls everyone waits for all the others, and so for itself: when one is down or "
		     "slow, all are, and none can be started first."),
	.offer = N_("let one of them send an event instead"),
	.example = N_("Ordering calls Payment, Payment calls Risk, and Risk calls Ordering."),
	.scope = CHECK_CONTEXT,
	.run_context = check_calls_ring_run,
	.say = check_calls_ring_say,
};

const struct check check_calls_chain = {
	.id = "sync-chain",
	.step = 8,
	.severity = CHECK_WARNING,
	.sentence = N_("a long chain of synchronous calls begins here"),
	.reason = N_("Waiting times and outages add up along a chain: the first can only answer while all the others "
		     "are up."),
	.offer = N_("ask at every link: could the answer come later?"),
	.example = N_("The shop waits for Ordering, which waits for Payment, which waits for Risk."),
	.scope = CHECK_CONTEXT,
	.run_context = check_calls_chain_run,
	.say = check_calls_chain_say,
};

const struct check check_calls_only_tells = {
	.id = "sync-only-tells",
	.step = 8,
	.sentence = N_("nobody uses the answer to this call"),
	.reason = N_("A call whose answer is ignored only tells something, and waits for no reason. An event works "
		     "even while the other side is down."),
	.offer = N_("make it asynchronous"),
	.example = N_("Nobody uses the answer to “Send receipt”: “Order paid” can be an event."),
	.command = "relate FROM async TO -l LABEL",
	.scope = CHECK_RELATION,
	.run_relation = check_calls_only_tells_run,
};

const struct check check_calls_both_ways = {
	.id = "both-ways-sync",
	.step = 8,
	.severity = CHECK_WARNING,
	.sentence = N_("the two call each other"),
	.reason = N_("Two contexts that call each other can only be changed, started and tested together: they are one "
		     "context in two parts."),
	.offer = N_("make one direction asynchronous"),
	.example = N_("Ordering asks Stock, and Stock asks Ordering: let Stock send “Item sold "
		      "out”."),
	.command = "relate FROM async TO -l LABEL",
	.scope = CHECK_RELATION,
	.run_relation = check_calls_both_ways_run,
};
