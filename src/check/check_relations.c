/* check_relations: checks of relations and the flows that they stand for. */
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "check/pattern.h"
#include "check/finding.h"

#define CHECK_RELATIONS_ENDS (KIND_BIT(KIND_COMMAND) | KIND_BIT(KIND_POLICY) | KIND_BIT(KIND_READ_MODEL))

static bool check_relations_missing_run(const struct check_input *input, const struct sticky *sticky, int64_t *other)
{
	struct vec flows = VEC_INIT(struct flow);

	flow_find(input->board, sticky, &flows);
	for (size_t i = 0; i < flows.count && !*other; i++) {
		const struct flow *flow = vec_at(&flows, i);

		if (!relation_index_covers(input->relations, flow->from, flow->to))
			*other = flow->source == sticky->id ? flow->target : flow->source;
	}
	vec_release(&flows);
	return *other;
}

static bool check_relations_unfounded_run(const struct check_input *input, const struct relation *relation)
{
	return !pattern_is_separate(relation) &&
	       !flow_counts_between(&input->flow_counts, relation->source, relation->target) &&
	       !flow_counts_between(&input->flow_counts, relation->target, relation->source);
}

static bool check_relations_reversed_run(const struct check_input *input, const struct relation *relation)
{
	return !pattern_is_separate(relation) &&
	       !flow_counts_between(&input->flow_counts, relation->source, relation->target) &&
	       flow_counts_between(&input->flow_counts, relation->target, relation->source);
}

/* What a pattern says about the two sides; bits. */
enum check_relations_trait {
	CHECK_RELATIONS_UPSTREAM = 1 << 0,   /* of the side that supplies */
	CHECK_RELATIONS_DOWNSTREAM = 1 << 1, /* of the side that takes */
	CHECK_RELATIONS_TOGETHER = 1 << 2,   /* both sides decide together */
	CHECK_RELATIONS_SERVED = 1 << 3,     /* the side that takes has a say */
	CHECK_RELATIONS_UNASKED = 1 << 4     /* it has none */
};

static const struct {
	const char *pattern;
	unsigned traits;
} check_relations_patterns[] = {
	{PATTERN_OPEN_HOST, CHECK_RELATIONS_UPSTREAM | CHECK_RELATIONS_UNASKED},
	{PATTERN_PUBLISHED_LANGUAGE, CHECK_RELATIONS_UPSTREAM},
	{PATTERN_ANTICORRUPTION_LAYER, CHECK_RELATIONS_DOWNSTREAM},
	{PATTERN_CONFORMIST, CHECK_RELATIONS_DOWNSTREAM | CHECK_RELATIONS_UNASKED},
	{PATTERN_CUSTOMER_SUPPLIER, CHECK_RELATIONS_SERVED},
	{PATTERN_SHARED_KERNEL, CHECK_RELATIONS_TOGETHER},
	{PATTERN_PARTNERSHIP, CHECK_RELATIONS_TOGETHER},
};

static unsigned check_relations_traits(const char *pattern)
{
	for (size_t i = 0; pattern && i < ARRAY_SIZE(check_relations_patterns); i++)
		if (!strcmp(pattern, check_relations_patterns[i].pattern))
			return check_relations_patterns[i].traits;
	return 0;
}

static bool check_relations_pattern_clash_run(const struct check_input *input, const struct relation *relation)
{
	unsigned source = check_relations_traits(relation->source_pattern);
	unsigned target = check_relations_traits(relation->target_pattern);
	unsigned both = source | target;
	bool calls = relation->style == RELATION_SYNC, known = relation->style != RELATION_UNKNOWN;

	(void)input;
	return (known && source & (calls ? CHECK_RELATIONS_UPSTREAM : CHECK_RELATIONS_DOWNSTREAM)) ||
	       (known && target & (calls ? CHECK_RELATIONS_DOWNSTREAM : CHECK_RELATIONS_UPSTREAM)) ||
	       (both & CHECK_RELATIONS_TOGETHER && both & (CHECK_RELATIONS_UPSTREAM | CHECK_RELATIONS_DOWNSTREAM)) ||
	       (both & CHECK_RELATIONS_SERVED && both & CHECK_RELATIONS_UNASKED);
}

static void check_relations_pattern_clash_say(
	const struct check_input *input, const struct finding *finding, struct strbuf *out)
{
	const struct relation *relation = board_item(input->board, ENTITY_RELATION, finding->item);

	strbuf_addf(out, ": %s / %s", relation->source_pattern ? relation->source_pattern : "",
		relation->target_pattern ? relation->target_pattern : "");
}

static bool check_relations_unknown_run(const struct check_input *input, const struct relation *relation)
{
	(void)input;
	return relation->style == RELATION_UNKNOWN;
}

static bool check_relations_alone_run(const struct check_input *input, const struct context *context)
{
	return board_count(input->board, ENTITY_CONTEXT) > 1 &&
	       !relation_index_is_related(input->relations, context->id);
}

static bool check_relations_without_any(const struct check_input *input)
{
	return !board_count(input->board, ENTITY_RELATION);
}

const struct check check_relations_missing = {
	.id = "map-missing",
	.step = 8,
	.severity = CHECK_WARNING,
	.sentence = N_("something crosses a boundary here, but no relation says how"),
	.reason = N_("Whoever builds it will pick a call or a message, and find out later who has to wait for whom."),
	.offer = N_("look at the proposed relations"),
	.example = N_("“Order placed” leads to “Pick goods” in the warehouse: by message, or by call?"),
	.command = "propose-relations",
	.scope = CHECK_STICKY,
	.kinds = CHECK_RELATIONS_ENDS,
	.run = check_relations_missing_run,
};

const struct check check_relations_unfounded = {
	.id = "map-unfounded",
	.step = 8,
	.sentence = N_("nothing on the board leads from one to the other"),
	.reason = N_("Either part of the story is missing on the board, or the relation is a guess about how it will "
		     "be built."),
	.offer = N_("say what passes there, or delete the relation"),
	.example = N_("“Billing calls Delivery”: which sticky says so?"),
	.command = "unrelate FROM TO LABEL",
	.scope = CHECK_RELATION,
	.run_relation = check_relations_unfounded_run,
};

const struct check check_relations_reversed = {
	.id = "map-reversed",
	.step = 8,
	.severity = CHECK_WARNING,
	.sentence = N_("on the board everything flows the other way"),
	.reason = N_("A call goes from the caller to the called, a message from the sender to the receiver. That "
		     "decides who depends on whom."),
	.offer = N_("reverse it"),
	.example = N_("Ordering sends “Order placed” to Delivery, not the other way round."),
	.command = "unrelate FROM TO LABEL ; relate TO STYLE FROM -l LABEL",
	.scope = CHECK_RELATION,
	.run_relation = check_relations_reversed_run,
};

const struct check check_relations_pattern_clash = {
	.id = "pattern-clash",
	.step = 8,
	.severity = CHECK_WARNING,
	.sentence = N_("these patterns do not go together, or are on the wrong side"),
	.reason = N_("Open host and published language belong to the side that supplies: the called, or the sender. "
		     "Anticorruption layer and conformist belong to the other side. Neither goes with partnership or "
		     "shared kernel, and a customer whose supplier listens does not have to conform."),
	.offer = N_("choose patterns that say who adapts when the model changes"),
	.example = N_("The open host is the called side, not the caller."),
	.command = "relate FROM STYLE TO -l LABEL -p TEXT",
	.scope = CHECK_RELATION,
	.run_relation = check_relations_pattern_clash_run,
	.say = check_relations_pattern_clash_say,
};

const struct check check_relations_unknown = {
	.id = "relation-unknown",
	.step = 8,
	.sentence = N_("nobody has said whether this is a call or a message"),
	.reason = N_("A call fails while the other side is down, and a message does not: whoever builds it will decide "
		     "that, and with it who has to wait for whom."),
	.offer = N_("ask whether the answer is needed before the work goes on"),
	.example = N_("Does Ordering wait until Payment has answered, or does it carry on?"),
	.command = "relate FROM async TO -l LABEL",
	.scope = CHECK_RELATION,
	.run_relation = check_relations_unknown_run,
};

const struct check check_relations_alone = {
	.id = "context-alone",
	.step = 8,
	.sentence = N_("not related to any other context"),
	.reason = N_("Nothing comes in and nothing goes out: either it goes separate ways, or "
		     "what passes is not on the map yet."),
	.offer = N_("relate it, or mark it as separate ways"),
	.example = N_("“Payroll” shares nothing with the shop: separate ways."),
	.command = "relate NAME TEXT",
	.scope = CHECK_CONTEXT,
	.run_context = check_relations_alone_run,
	.run_none = check_relations_without_any,
	.sentence_none = N_("no relation is drawn yet: the contexts stand alone"),
};
