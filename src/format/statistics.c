#include "format/statistics.h"

#include "base/i18n.h"
#include "base/mem.h"

#define STATISTICS_MINUTE_MS INT64_C(60000)

void statistics_span(struct strbuf *out, int64_t span_ms)
{
	int64_t minutes = (span_ms + STATISTICS_MINUTE_MS / 2) / STATISTICS_MINUTE_MS;

	if (minutes >= 60)
		strbuf_addf(out, _("%d h %d min"), (int)(minutes / 60), (int)(minutes % 60));
	else
		strbuf_addf(out, _("%d min"), (int)minutes);
}

const char *statistics_name(const struct board *board, int64_t person)
{
	const struct person *found = person ? board_person(board, person) : NULL;

	return found && found->name ? found->name : _("somebody");
}

static void statistics_cell_span(struct markdown_table *table, int64_t span_ms)
{
	struct strbuf text = STRBUF_INIT;

	statistics_span(&text, span_ms);
	markdown_table_text(table, text.text);
	strbuf_release(&text);
}

void statistics_write_steps(const struct chronicle *chronicle, struct paper *paper)
{
	struct markdown_table table;

	markdown_table_init(&table, 4);
	markdown_table_text(&table, _("Step"));
	markdown_table_text(&table, _("Time"));
	markdown_table_text(&table, _("Actions"));
	markdown_table_text(&table, _("New stickies"));
	for (int step = STEP_FIRST; step <= STEP_LAST; step++) {
		const struct chronicle_step *taken = &chronicle->steps[step];
		struct strbuf name = STRBUF_INIT;

		if (!taken->actions)
			continue;
		strbuf_addf(&name, "%d %s", step, step_name(step));
		markdown_table_text(&table, name.text);
		statistics_cell_span(&table, taken->worked_ms);
		markdown_table_number(&table, taken->actions);
		markdown_table_number(&table, taken->made);
		strbuf_release(&name);
	}
	paper_table(paper, &table);
	markdown_table_release(&table);
}

/* Prints a table with a row for each kind and a column for each step. */
static void statistics_write_kinds(const struct board *board, struct paper *paper)
{
	int64_t counts[KIND_COUNT][STEP_LAST + 1] = {{0}};
	const struct sticky *sticky;
	struct markdown_table table;

	for (size_t at = 0; (sticky = board_next(board, ENTITY_STICKY, &at));)
		counts[sticky->kind][sticky->step]++;
	markdown_table_init(&table, STEP_LAST + 2);
	markdown_table_text(&table, _("Stickies made in step"));
	for (int step = STEP_FIRST; step <= STEP_LAST; step++)
		markdown_table_number(&table, step);
	markdown_table_text(&table, _("All"));
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		if (!board_count_kind(board, (enum kind)kind))
			continue;
		markdown_table_text(&table, kind_name((enum kind)kind));
		for (int step = STEP_FIRST; step <= STEP_LAST; step++)
			markdown_table_number(&table, counts[kind][step]);
		markdown_table_number(&table, (int64_t)board_count_kind(board, (enum kind)kind));
	}
	paper_table(paper, &table);
	markdown_table_release(&table);
}

static void statistics_write_people(const struct board *board, const struct chronicle *chronicle, struct paper *paper)
{
	static const char *const header[] = {N_("Person"), N_("First sticky after"), N_("Actions"), N_("New stickies"),
		N_("Reworded"), N_("Deleted")};
	struct markdown_table table;

	markdown_table_init(&table, ARRAY_SIZE(header));
	for (size_t i = 0; i < ARRAY_SIZE(header); i++)
		markdown_table_text(&table, _(header[i]));
	for (size_t i = 0; i < chronicle->people.count; i++) {
		const struct chronicle_person *person = vec_at(&chronicle->people, i);

		markdown_table_text(&table, statistics_name(board, person->id));
		if (person->first_ms < 0)
			markdown_table_text(&table, "-");
		else
			statistics_cell_span(&table, person->first_ms);
		markdown_table_number(&table, person->actions);
		markdown_table_number(&table, person->made);
		markdown_table_number(&table, person->reworded);
		markdown_table_number(&table, person->removed);
	}
	paper_table(paper, &table);
	markdown_table_release(&table);
}

void statistics_write(const struct board *board, const struct chronicle *chronicle, struct paper *paper)
{
	statistics_write_kinds(board, paper);
	statistics_write_people(board, chronicle, paper);
}
