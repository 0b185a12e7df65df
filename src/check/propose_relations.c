/* propose_relations: relations that follow from the flows of a board (propose.h). */

#include "base/i18n.h"
#include "base/map.h"
#include "check/duplicates.h"
#include "check/flow.h"
#include "check/nameindex.h"
#include "check/propose.h"
#include "check/propose_private.h"
#include "check/relation_index.h"
#include "check/trigger.h"
#include "model/copy.h"
#include "text/clean.h"

static const char *propose_relations_name(const struct board *board, int64_t context)
{
	const char *name = board_context(board, context)->name;

	return name ? name : "";
}

/* Appends "relate A async B -l Event". */
static void propose_relations_command(const struct board *board, const struct flow *flow, struct strbuf *out)
{
	const char *from = propose_relations_name(board, flow->from);
	const char *to = propose_relations_name(board, flow->to);
	const char *text = board_sticky(board, flow->message)->text;
	bool dash = *from == '-' || *to == '-'; /* the options then come first */
	struct strbuf label = STRBUF_INIT;

	if (text) {
		strbuf_addstr(&label, " -l ");
		propose_word(&label, text);
	}
	strbuf_addf(out, "relate%s%s ", dash ? label.text : "", dash ? " --" : "");
	propose_word(out, from);
	strbuf_addf(out, " %s ", relation_style_token(flow->style));
	propose_word(out, to);
	strbuf_addstr(out, dash ? "" : label.text);
	strbuf_release(&label);
}

static void propose_relations_reason(const struct board *board, const struct flow *flow, struct strbuf *out)
{
	struct strbuf source = STRBUF_INIT, target = STRBUF_INIT, message = STRBUF_INIT;
	const char *from = propose_relations_name(board, flow->from);
	const char *to = propose_relations_name(board, flow->to);

	clean_flatten(&source, board_sticky(board, flow->source)->text);
	clean_flatten(&target, board_sticky(board, flow->target)->text);
	clean_flatten(&message, board_sticky(board, flow->message)->text);
	if (flow->style == RELATION_ASYNC && board_sticky(board, flow->message)->kind != KIND_EVENT)
		strbuf_addf(out, _("the policy “%s” in %s starts “%s” in %s"), source.text, from, target.text, to);
	else if (flow->style == RELATION_ASYNC)
		strbuf_addf(out, _("the event “%s” in %s leads to “%s” in %s"), message.text, from, target.text, to);
	else
		strbuf_addf(out, _("“%s” in %s uses “%s” in %s, with no event in between"), source.text, from,
			target.text, to);
	strbuf_release(&source);
	strbuf_release(&target);
	strbuf_release(&message);
}

/* Proposes a relation for FLOW, unless KNOWN already has its command. */
static void propose_relations_add(
	const struct board *board, const struct flow *flow, struct map *known, struct vec *proposals)
{
	struct strbuf command = STRBUF_INIT, reason = STRBUF_INIT;
	struct proposal *proposal;
	uint64_t key;

	propose_relations_command(board, flow, &command);
	key = duplicates_spelling(command.text);
	if (map_get(known, key)) {
		strbuf_release(&command);
		return;
	}
	map_set(known, key, known);
	propose_relations_reason(board, flow, &reason);
	proposal = vec_push(proposals);
	*proposal = (struct proposal){.stickies = VEC_INIT(int64_t)};
	proposal->command = strbuf_detach(&command);
	proposal->reason = strbuf_detach(&reason);
}

/* Fills EVENTS with those of STICKIES. */
static void propose_relations_read(const struct vec *stickies, struct nameindex *events)
{
	struct tokens tokens;

	tokens_init(&tokens);
	for (size_t i = 0; i < stickies->count; i++) {
		const struct sticky *sticky = vec_get(stickies, const struct sticky *, i);

		tokens_read(&tokens, sticky->text);
		if (sticky->kind == KIND_EVENT && sticky->context)
			nameindex_add(events, sticky, &tokens);
	}
	tokens_release(&tokens);
}

/* "Whenever an order is paid" reacts to “Order paid”, wherever that stands. Appends this flow, unless a link or a
 * neighbour says which event it is. */
static void propose_relations_hear(
	const struct board *board, const struct sticky *policy, const struct nameindex *events, struct vec *flows)
{
	struct vec found = VEC_INIT(const struct sticky *);
	struct tokens tokens;

	if (policy->kind != KIND_POLICY || !policy->context ||
		trigger_find(board, policy, KIND_BIT(KIND_EVENT), TRIGGER_BEFORE))
		return;
	tokens_init(&tokens);
	tokens_read_whole(&tokens, policy->text);
	nameindex_find(events, &tokens, &found);
	tokens_release(&tokens);
	for (size_t i = 0; i < found.count; i++) {
		const struct sticky *event = vec_get(&found, const struct sticky *, i);

		if (event->context != policy->context)
			vec_add(flows, struct flow) = (struct flow){
				.from = event->context,
				.to = policy->context,
				.style = RELATION_ASYNC,
				.source = event->id,
				.target = policy->id,
				.message = event->id,
			};
	}
	vec_release(&found);
}

/* The same for a board where nothing is put aside. */
static void propose_relations_of(const struct board *board, struct vec *proposals)
{
	struct vec stickies = VEC_INIT(const void *), flows = VEC_INIT(struct flow);
	struct map known = MAP_INIT;
	struct relation_index relations;
	struct nameindex events;

	relation_index_init(&relations);
	relation_index_read(&relations, board);
	board_list_in_time(board, &stickies);
	nameindex_init(&events);
	propose_relations_read(&stickies, &events);
	for (size_t i = 0; i < stickies.count; i++) {
		const struct sticky *sticky = vec_get(&stickies, const struct sticky *, i);

		flow_find(board, sticky, &flows);
		propose_relations_hear(board, sticky, &events, &flows);
	}
	for (size_t i = 0; i < flows.count; i++) {
		const struct flow *flow = vec_at(&flows, i);

		if (!relation_index_covers(&relations, flow->from, flow->to))
			propose_relations_add(board, flow, &known, proposals);
	}
	map_release(&known);
	nameindex_release(&events);
	vec_release(&flows);
	vec_release(&stickies);
	relation_index_release(&relations);
}

void propose_relations(const struct board *board, struct vec *proposals)
{
	struct board *timeline = copy_timeline(board);

	propose_relations_of(timeline ? timeline : board, proposals);
	board_free(timeline);
}
