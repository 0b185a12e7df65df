/* routes: what there is to say about relations, and the flows that they stand for. */
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "check/pattern.h"
#include "check/rows.h"
#include "check/trigger.h"

#define ROUTES_ENDS \
	(TRIGGER_KIND(KIND_COMMAND) | TRIGGER_KIND(KIND_POLICY) | TRIGGER_KIND(KIND_READ_MODEL))

static bool routes_missing_run(const struct check_input *input, const struct sticky *sticky,
	int64_t *other)
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

static bool routes_unfounded_run(const struct check_input *input, const struct relation *relation)
{
	return !pattern_is_separate(relation) &&
	       !flow_counts_between(&input->flow_counts, relation->source, relation->target) &&
	       !flow_counts_between(&input->flow_counts, relation->target, relation->source);
}

static bool routes_reversed_run(const struct check_input *input, const struct relation *relation)
{
	return !pattern_is_separate(relation) &&
	       !flow_counts_between(&input->flow_counts, relation->source, relation->target) &&
	       flow_counts_between(&input->flow_counts, relation->target, relation->source);
}

/* What a pattern is for; bits. */
enum routes_trait {
	ROUTES_UPSTREAM = 1 << 0,   /* of the side that supplies */
	ROUTES_DOWNSTREAM = 1 << 1, /* of the side that takes */
	ROUTES_TOGETHER = 1 << 2,   /* both sides decide together */
	ROUTES_SERVED = 1 << 3,     /* the side that takes has a say */
	ROUTES_UNASKED = 1 << 4     /* it has none */
};

static const struct {
	const char *pattern;
	unsigned traits;
} routes_patterns[] = {
	{PATTERN_OPEN_HOST, ROUTES_UPSTREAM | ROUTES_UNASKED},
	{PATTERN_PUBLISHED_LANGUAGE, ROUTES_UPSTREAM},
	{PATTERN_ANTICORRUPTION_LAYER, ROUTES_DOWNSTREAM},
	{PATTERN_CONFORMIST, ROUTES_DOWNSTREAM | ROUTES_UNASKED},
	{PATTERN_CUSTOMER_SUPPLIER, ROUTES_SERVED},
	{PATTERN_SHARED_KERNEL, ROUTES_TOGETHER},
	{PATTERN_PARTNERSHIP, ROUTES_TOGETHER},
};

static unsigned routes_traits(const char *pattern)
{
	for (size_t i = 0; pattern && i < ARRAY_SIZE(routes_patterns); i++)
		if (!strcmp(pattern, routes_patterns[i].pattern))
			return routes_patterns[i].traits;
	return 0;
}

static bool routes_pattern_clash_run(const struct check_input *input, const struct relation *relation)
{
	unsigned source = routes_traits(relation->source_pattern);
	unsigned target = routes_traits(relation->target_pattern);
	unsigned both = source | target;
	bool calls = relation->style == RELATION_SYNC;

	(void)input;
	return (source & (calls ? ROUTES_UPSTREAM : ROUTES_DOWNSTREAM)) ||
	       (target & (calls ? ROUTES_DOWNSTREAM : ROUTES_UPSTREAM)) ||
	       (both & ROUTES_TOGETHER && both & (ROUTES_UPSTREAM | ROUTES_DOWNSTREAM)) ||
	       (both & ROUTES_SERVED && both & ROUTES_UNASKED);
}

static void routes_pattern_clash_say(const struct check_input *input, const struct finding *finding,
	int64_t now_ms, struct strbuf *out)
{
	const struct relation *relation =
		board_item(input->board, ENTITY_RELATION, finding->item);

	(void)now_ms;
	strbuf_addf(out, ": %s / %s", relation->source_pattern ? relation->source_pattern : "",
		relation->target_pattern ? relation->target_pattern : "");
}

static bool routes_alone_run(const struct check_input *input, const struct context *context)
{
	return board_count(input->board, ENTITY_CONTEXT) > 1 &&
	       !relation_index_is_related(input->relations, context->id);
}

const struct check routes_missing = {
	.id = "map-missing",
	.step = 8,
	.severity = CHECK_WARNING,
	.sentence = N_("something crosses a boundary here, and no relation says how"),
	.reason = N_("Whoever builds it will choose between a call and a message, and find out "
		     "later who has to wait for whom."),
	.offer = N_("look at the relations that the board proposes"),
	.example = N_("“Order placed” leads to “Pick goods” in the warehouse: by a message, or by "
		       "a call?"),
	.command = "propose-relations",
	.scope = CHECK_STICKY,
	.kinds = ROUTES_ENDS,
	.run = routes_missing_run,
};

const struct check routes_unfounded = {
	.id = "map-unfounded",
	.step = 8,
	.sentence = N_("nothing on the board leads from one to the other"),
	.reason = N_("Either a part of the story is missing on the board, or the relation is a "
		     "guess about how it will be built."),
	.offer = N_("tell what passes there, or take the relation away"),
	.example = N_("“Billing calls Delivery”: which sticky would say so?"),
	.command = "unrelate FROM TO LABEL",
	.scope = CHECK_RELATION,
	.run_relation = routes_unfounded_run,
};

const struct check routes_reversed = {
	.id = "map-reversed",
	.step = 8,
	.severity = CHECK_WARNING,
	.sentence = N_("on the board everything leads the other way"),
	.reason = N_("A call goes from the caller to the called, a message from the sender to the "
		     "receiver. Who depends on whom follows from it."),
	.offer = N_("turn it round"),
	.example = N_("“Order placed” is sent by Ordering to Delivery, not the other way."),
	.command = "unrelate FROM TO LABEL ; relate TO STYLE FROM -l LABEL",
	.scope = CHECK_RELATION,
	.run_relation = routes_reversed_run,
};

const struct check routes_pattern_clash = {
	.id = "pattern-clash",
	.step = 8,
	.severity = CHECK_WARNING,
	.sentence = N_("these patterns do not go together, or are on the wrong side"),
	.reason = N_("Open host and published language are of the side that supplies: the called, "
		     "the sender. Anticorruption layer and conformist are of the other. Neither "
		     "goes with partnership or shared kernel, and who has a supplier that "
		     "listens does not conform."),
	.offer = N_("choose patterns that say who gives in when the model changes"),
	.example = N_("The called, not the caller, is the open host."),
	.command = "relate FROM STYLE TO -l LABEL -p TEXT",
	.scope = CHECK_RELATION,
	.run_relation = routes_pattern_clash_run,
	.say = routes_pattern_clash_say,
};

const struct check routes_alone = {
	.id = "context-alone",
	.step = 8,
	.sentence = N_("it has no relation to any other context"),
	.reason = N_("Nothing comes in and nothing goes out: either it goes separate ways, or "
		     "what passes is not on the map yet."),
	.offer = N_("relate it, or say that it goes separate ways"),
	.example = N_("“Payroll” shares nothing with the shop: separate ways."),
	.command = "relate NAME TEXT",
	.scope = CHECK_CONTEXT,
	.run_context = routes_alone_run,
};
