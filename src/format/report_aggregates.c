/* report_aggregates: the aggregates, each with what an aggregate design canvas asks for. */
#include "format/report_parts.h"

#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "check/trigger.h"
#include "format/storyline.h"

/* An aggregate, on however many stickies, and what belongs to it: texts separated by commas. */
struct report_aggregate {
	const struct sticky *sticky;
	struct strbuf definition, invariants;
	struct strbuf commands, events, policies, questions;
};

/* The aggregates of a board. */
struct report_aggregates {
	const struct report *report;
	struct vec list;  /* of struct report_aggregate *, in reading order */
	struct map found; /* namesakes_key() -> the same */
};

static void report_aggregates_find(struct report_aggregates *work)
{
	const struct report *report = work->report;

	for (size_t i = 0; i < report->stickies.count; i++) {
		const struct sticky *sticky = report_sticky(report, i);
		uint64_t key = sticky->kind == KIND_AGGREGATE ? namesakes_key(&report->namesakes, sticky) : 0;
		struct report_aggregate *aggregate = key ? map_get(&work->found, key) : NULL;

		if (sticky->kind != KIND_AGGREGATE)
			continue;
		if (!aggregate) {
			aggregate = mem_alloc(sizeof(*aggregate));
			*aggregate = (struct report_aggregate){
				sticky, STRBUF_INIT, STRBUF_INIT, STRBUF_INIT, STRBUF_INIT, STRBUF_INIT, STRBUF_INIT};
			vec_add(&work->list, struct report_aggregate *) = aggregate;
			map_set(&work->found, key, aggregate);
		}
		report_join(&aggregate->definition, "; ", sticky->definition);
		report_join(&aggregate->invariants, "; ", sticky->invariants);
	}
}

/* The aggregate on which STICKY, a command or an event, acts; or NULL. */
static struct report_aggregate *report_aggregates_of(const struct report_aggregates *work, const struct sticky *sticky)
{
	const struct sticky *on = trigger_find(work->report->board, sticky, KIND_BIT(KIND_AGGREGATE),
		sticky->kind == KIND_COMMAND ? TRIGGER_AFTER : TRIGGER_BEFORE);

	return on ? map_get(&work->found, namesakes_key(&work->report->namesakes, on)) : NULL;
}

/* The aggregate that a policy looks after: the one that it acts on, or whose event it follows. */
static struct report_aggregate *report_aggregates_of_policy(
	const struct report_aggregates *work, const struct sticky *policy)
{
	const struct board *board = work->report->board;
	const struct sticky *on = trigger_linked(board, policy, KIND_BIT(KIND_AGGREGATE), TRIGGER_AFTER);
	const struct sticky *event = trigger_find(board, policy, KIND_BIT(KIND_EVENT), TRIGGER_BEFORE);

	if (on)
		return map_get(&work->found, namesakes_key(&work->report->namesakes, on));
	return event ? report_aggregates_of(work, event) : NULL;
}

/* The aggregate that an open hotspot is about; or NULL. */
static struct report_aggregate *report_aggregates_of_remark(
	const struct report_aggregates *work, const struct sticky *remark)
{
	const struct sticky *on = trigger_find(work->report->board, remark, KIND_BIT(KIND_AGGREGATE), TRIGGER_AROUND);
	const struct sticky *event = storyline_owner(work->report->board, remark);

	if (on)
		return map_get(&work->found, namesakes_key(&work->report->namesakes, on));
	return event ? report_aggregates_of(work, event) : NULL;
}

/* Gives each command, event, policy and open hotspot to its aggregate. */
static void report_aggregates_fill(struct report_aggregates *work)
{
	const struct report *report = work->report;

	for (size_t i = 0; i < report->stickies.count; i++) {
		const struct sticky *sticky = report_sticky(report, i);
		struct report_aggregate *aggregate;

		if (sticky->kind == KIND_COMMAND && (aggregate = report_aggregates_of(work, sticky)))
			report_join(&aggregate->commands, ", ", sticky->text);
		else if (sticky->kind == KIND_EVENT && (aggregate = report_aggregates_of(work, sticky)))
			report_join(&aggregate->events, " → ", sticky->text);
		else if (sticky->kind == KIND_POLICY && (aggregate = report_aggregates_of_policy(work, sticky)))
			report_join(&aggregate->policies, ", ", sticky->text);
		else if (sticky->kind == KIND_HOTSPOT && !sticky->resolved &&
			 (aggregate = report_aggregates_of_remark(work, sticky)))
			report_join(&aggregate->questions, "; ", sticky->text);
	}
}

static void report_aggregate_write(const struct report *report, const struct report_aggregate *aggregate)
{
	const struct context *context = board_context(report->board, aggregate->sticky->context);
	struct paper *paper = report->paper;

	paper_begin_item(paper, 0);
	paper_strong(paper, aggregate->sticky->text);
	if (context)
		paper_textf(paper, " (%s)", context->name);
	if (aggregate->definition.len)
		paper_textf(paper, " — %s", aggregate->definition.text);
	paper_end_item(paper);
	paper_item(paper, 1, _("commands"), aggregate->commands.text);
	paper_item(paper, 1, _("events, in their order"), aggregate->events.text);
	paper_item(paper, 1, _("invariants"), aggregate->invariants.text);
	paper_item(paper, 1, _("policies"), aggregate->policies.text);
	paper_item(paper, 1, _("open questions"), aggregate->questions.text);
}

void report_aggregates_write(const struct report *report)
{
	struct report_aggregates work = {report, VEC_INIT(struct report_aggregate *), MAP_INIT};

	report_aggregates_find(&work);
	report_aggregates_fill(&work);
	for (size_t i = 0; i < work.list.count; i++) {
		struct report_aggregate *aggregate = vec_get(&work.list, struct report_aggregate *, i);
		struct strbuf *texts[] = {&aggregate->definition, &aggregate->invariants, &aggregate->commands,
			&aggregate->events, &aggregate->policies, &aggregate->questions};

		report_aggregate_write(report, aggregate);
		for (size_t k = 0; k < ARRAY_SIZE(texts); k++)
			strbuf_release(texts[k]);
		free(aggregate);
	}
	vec_release(&work.list);
	map_release(&work.found);
}
