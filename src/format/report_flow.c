/* report_flow: domain message flows: who sends what to whom, in which order, for each scenario. */
#include "format/report_parts.h"

#include <stdio.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "format/exchange.h"
#include "format/svg_flow.h"

/* The most messages of a picture, which must fit on a sheet of paper. */
#define REPORT_FLOW_MESSAGES 24

/* A scenario: some of the messages. */
struct report_flow {
	const struct report *report;
	struct vec exchanges; /* of struct exchange */
};

static void report_flow_table(const struct report_flow *flow)
{
	static const char *const header[] = {N_("No."), N_("From"), N_("To"), N_("Message"), N_("Kind")};
	struct markdown_table table;
	char number[24];

	markdown_table_init(&table, ARRAY_SIZE(header));
	table.texts = true;
	for (size_t i = 0; i < ARRAY_SIZE(header); i++)
		markdown_table_text(&table, _(header[i]));
	for (size_t i = 0; i < flow->exchanges.count; i++) {
		const struct exchange *exchange = vec_at(&flow->exchanges, i);

		snprintf(number, sizeof(number), "%zu", i + 1);
		markdown_table_text(&table, number);
		markdown_table_text(&table, exchange->from.name);
		markdown_table_text(&table, exchange->to.name);
		markdown_table_text(&table, exchange->text);
		markdown_table_text(&table, kind_name((enum kind)exchange->message->kind));
	}
	paper_table(flow->report->paper, &table);
	markdown_table_release(&table);
}

/* Writes the scenario called TITLE, unless nothing is sent in it. */
static void report_flow_scenario(const struct report_flow *flow, const char *title)
{
	struct paper *paper = flow->report->paper;

	if (!flow->exchanges.count)
		return;
	paper_heading(paper, 3, title);
	for (size_t at = 0; paper->html && at < flow->exchanges.count; at += REPORT_FLOW_MESSAGES) {
		size_t left = flow->exchanges.count - at;
		size_t count = left < REPORT_FLOW_MESSAGES ? left : REPORT_FLOW_MESSAGES;

		paper_begin_picture(paper);
		svg_flow_write(&flow->exchanges, at, count, title, paper->out);
		paper_end_picture(paper, NULL);
	}
	report_flow_table(flow);
}

void report_flow_write(const struct report *report)
{
	struct report_flow flow = {report, VEC_INIT(struct exchange)};
	const struct phase *phase = NULL;
	bool any = false;

	for (size_t i = 0; i < report->exchanges.count; i++) {
		const struct exchange *exchange = vec_at(&report->exchanges, i);
		const struct phase *next;

		if (!exchange->message ||
			(report->events && !exchange_is_about(report->board, exchange->message, report->events)))
			continue;
		next = report->events ? NULL : board_phase_of(report->board, exchange->message->place.column);
		if (any && next != phase) {
			report_flow_scenario(&flow, phase ? phase->name : _("Before the first phase"));
			vec_reset(&flow.exchanges);
		}
		phase = next;
		any = true;
		vec_add(&flow.exchanges, struct exchange) = *exchange;
	}
	report_flow_scenario(&flow, phase            ? phase->name
				    : report->events ? _("The chosen events")
						     : _("The whole board"));
	vec_release(&flow.exchanges);
}

bool report_flow_is_empty(const struct report *report)
{
	for (size_t i = 0; i < report->exchanges.count; i++)
		if (((const struct exchange *)vec_at(&report->exchanges, i))->message)
			return false;
	return true;
}
