/* propose_relations: relations that follow from the flows of a board (propose.h). */
#include <stdlib.h>

#include "base/i18n.h"
#include "base/map.h"
#include "check/duplicates.h"
#include "check/flow.h"
#include "check/propose.h"
#include "check/propose_private.h"
#include "check/relation_index.h"

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
	bool dash = *from == '-' || *to == '-'; /* then options come first */
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

	propose_line(&source, board_sticky(board, flow->source)->text);
	propose_line(&target, board_sticky(board, flow->target)->text);
	propose_line(&message, board_sticky(board, flow->message)->text);
	if (flow->style == RELATION_ASYNC)
		strbuf_addf(out, _("the event “%s” in %s leads to “%s” in %s"), message.text, from, target.text, to);
	else
		strbuf_addf(out, _("“%s” in %s uses “%s” in %s, with no event between"), source.text, from, target.text,
			to);
	strbuf_release(&source);
	strbuf_release(&target);
	strbuf_release(&message);
}

/* Proposes a relation for FLOW unless that is in KNOWN (by its command) already. */
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

void propose_relations(const struct board *board, struct vec *proposals)
{
	struct vec stickies = VEC_INIT(const void *), flows = VEC_INIT(struct flow);
	struct map known = MAP_INIT;
	struct relation_index relations;

	relation_index_init(&relations);
	relation_index_read(&relations, board);
	propose_along(board, &stickies);
	for (size_t i = 0; i < stickies.count; i++)
		flow_find(board, vec_get(&stickies, const struct sticky *, i), &flows);
	for (size_t i = 0; i < flows.count; i++) {
		const struct flow *flow = vec_at(&flows, i);

		if (!relation_index_covers(&relations, flow->from, flow->to))
			propose_relations_add(board, flow, &known, proposals);
	}
	map_release(&known);
	vec_release(&flows);
	vec_release(&stickies);
	relation_index_release(&relations);
}
