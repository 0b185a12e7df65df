#include "import/drafts.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "csv/columns.h"
#include "import/kindword.h"
#include "model/step.h"

/* A row being read. */
struct drafts_row {
	struct intake *intake;
	struct table *table;
	struct draft *draft;
};

/* Sets the kind for an unknown word. Fails if the column has our name for it, rather than that of a tracker or a
 * whiteboard, unless the options allow any kind. */
static int drafts_take_unknown(struct drafts_row *row, enum kind *kind, struct error *err)
{
	const struct import_options *options = row->intake->options;
	struct import_report *report = row->intake->report;

	if (!options->any_kind && !row->table->foreign[STICKY_KIND])
		return table_refuse(row->table, row->draft->row, STICKY_KIND, err,
			_("“%s” is not a kind of sticky; --unknown-kind event takes it for an event"),
			table_shown(row->table, STICKY_KIND));
	*kind = options->any_kind ? options->unknown_kind : options->kind;
	if (!options->any_kind) {
		report->unknown_kinds++;
		import_report_list(&report->unknown, table_shown(row->table, STICKY_KIND));
	}
	return 0;
}

/* kindword_parse(), which tables with many rows ask for few words. */
static bool drafts_parse_kind(struct intake *intake, const char *cell, enum kind *kind)
{
	int64_t known = names_get(&intake->kinds, cell);

	if (!known) {
		known = kindword_parse(cell, kind) ? (int64_t)*kind + 1 : KIND_COUNT + 1;
		names_set(&intake->kinds, cell, known);
	}
	if (known > KIND_COUNT)
		return false;
	*kind = (enum kind)(known - 1);
	return true;
}

static int drafts_read_kind(struct drafts_row *row, struct error *err)
{
	const char *cell = table_cell(row->table, STICKY_KIND);
	enum kind kind = row->intake->options->kind;

	for (int i = 0; i < KIND_COUNT; i++) /* first the token, as in our own files, which is quick */
		if (!strcmp(cell, kind_token((enum kind)i))) {
			row->draft->sticky.kind = i;
			return 0;
		}
	if (*cell && !drafts_parse_kind(row->intake, cell, &kind) && drafts_take_unknown(row, &kind, err))
		return ERROR_REFUSED;
	row->draft->sticky.kind = (int)kind;
	return 0;
}

static int drafts_read_string(
	struct drafts_row *row, size_t column, enum clean_lines lines, char **out, struct error *err)
{
	const char *text;

	if (!*table_cell(row->table, column))
		return 0;
	text = intake_text(row->intake, row->table, column, lines, err);
	if (!text)
		return ERROR_REFUSED;
	*out = *text ? mem_strdup(text) : NULL;
	return 0;
}

/* Is the step the phase? If no column is the phase, a step that is not a number is: people use the word for both. */
static bool drafts_step_is_phase(const struct drafts_row *row)
{
	const char *cell = table_cell(row->table, STICKY_STEP);

	return !table_has(row->table, STICKY_PHASE) && cell[strspn(cell, "0123456789")];
}

/* The cell of COLUMN cannot be read. What another program calls as we do may be something else: then the column is left
 * out, and no fault. */
static bool drafts_forgives(struct drafts_row *row, size_t column)
{
	if (!table_is_foreign(row->table))
		return false;
	table_leave_out(row->table, column);
	return true;
}

static int drafts_read_number(
	struct drafts_row *row, size_t column, int64_t least, int64_t most, int64_t *number, struct error *err)
{
	struct error why = ERROR_INIT;
	int failed = table_number(row->table, column, least, most, number, &why);

	if (!failed || drafts_forgives(row, column))
		return 0;
	if (err)
		*err = why;
	return failed;
}

static int drafts_read_flag(struct drafts_row *row, size_t column, bool *flag, struct error *err)
{
	static const char *const words[] = {"", "0", "false", "no", "n", "1", "true", "yes", "y", "x"};
	const char *cell = table_cell(row->table, column);

	for (size_t i = 0; i < ARRAY_SIZE(words); i++) {
		if (strcasecmp(cell, words[i]))
			continue;
		*flag = i >= 5;
		return 0;
	}
	if (drafts_forgives(row, column))
		return 0;
	return table_refuse(row->table, row->draft->row, column, err, _("“%s” is neither yes nor no"),
		table_shown(row->table, column));
}

static int drafts_read_time(struct drafts_row *row, size_t column, int64_t missing, int64_t *time_ms, struct error *err)
{
	const char *cell = table_cell(row->table, column);

	if (!table_has(row->table, column) || (!*cell && row->intake->options->update))
		*time_ms = missing;
	else if (*cell && !clock_parse(cell, time_ms)) {
		*time_ms = missing;
		if (row->intake->options->update || drafts_forgives(row, column))
			return 0;
		return table_refuse(row->table, row->draft->row, column, err,
			_("“%s” is not a time; write it like 2026-11-20T14:05:00Z"), table_shown(row->table, column));
	}
	return 0;
}

static int drafts_read_times(struct drafts_row *row, struct error *err)
{
	struct sticky *sticky = &row->draft->sticky;
	const char *created = table_cell(row->table, STICKY_CREATED);
	int64_t time_ms;

	row->draft->made_exactly = clock_parse(created, &time_ms) && strchr(created, 'Z');
	if (drafts_read_time(row, STICKY_CREATED, row->intake->edit->action->time_ms, &sticky->created, err))
		return ERROR_REFUSED;
	return drafts_read_time(row, STICKY_UPDATED, sticky->created, &sticky->updated, err);
}

static int drafts_read_place(struct drafts_row *row, struct error *err)
{
	struct place *place = &row->draft->sticky.place;
	int64_t column, line;

	if (drafts_read_number(row, STICKY_COLUMN, 1, PLACE_MOST, &column, err) ||
		drafts_read_number(row, STICKY_ROW, 1, PLACE_MOST, &line, err))
		return ERROR_REFUSED;
	place->column = (int32_t)column;
	place->row = column && !line ? 1 : (int32_t)line;
	return 0;
}

static int drafts_read_id(struct drafts_row *row, struct error *err)
{
	const char *id = intake_normal_id(table_cell(row->table, STICKY_ID));
	int64_t before;

	if (!*id)
		return 0;
	before = names_get(&row->intake->stickies, id);
	if (before)
		return table_refuse(row->table, row->draft->row, STICKY_ID, err,
			_("the id %s is already used in row %lld"), table_shown(row->table, STICKY_ID),
			(long long)before);
	row->draft->file_id = mem_strdup(id);
	names_set(&row->intake->stickies, id, (int64_t)row->draft->row);
	return 0;
}

static int drafts_read_numbers(struct drafts_row *row, struct error *err)
{
	struct sticky *sticky = &row->draft->sticky;

	if (drafts_read_number(row, STICKY_VOTES, 0, 1000000, &row->draft->votes, err) ||
		(!drafts_step_is_phase(row) && drafts_read_number(row, STICKY_STEP, 0, STEP_LAST, &sticky->step, err)))
		return ERROR_REFUSED;
	if (!table_has(row->table, STICKY_STEP) || drafts_step_is_phase(row) ||
		(!sticky->step && row->intake->options->update))
		sticky->step = board_step(row->intake->edit->board);
	return 0;
}

/* Is the id that of a sticky on the board, in an update? Its author stays, so nobody has to be made. */
static bool drafts_stands_for_one(const struct drafts_row *row)
{
	const struct intake *intake = row->intake;

	return intake->options->update && row->draft->file_id &&
	       board_sticky(intake->edit->board, intake_id_number(row->draft->file_id));
}

static int drafts_read_owners(struct drafts_row *row, struct error *err)
{
	struct sticky *sticky = &row->draft->sticky;

	if (*table_cell(row->table, STICKY_CONTEXT))
		sticky->context = intake_context(row->intake, row->table, STICKY_CONTEXT, err);
	if (drafts_stands_for_one(row))
		sticky->author = names_get(&row->intake->people, table_cell(row->table, STICKY_AUTHOR));
	else if (sticky->context >= 0 && *table_cell(row->table, STICKY_AUTHOR))
		sticky->author = intake_person(row->intake, row->table, STICKY_AUTHOR, err);
	return sticky->context < 0 || sticky->author < 0 ? ERROR_REFUSED : 0;
}

static int drafts_read_texts(struct drafts_row *row, struct error *err)
{
	struct draft *draft = row->draft;

	if (drafts_read_string(row, STICKY_TEXT, CLEAN_MANY_LINES, &draft->sticky.text, err) ||
		drafts_read_string(row, STICKY_NOTE, CLEAN_MANY_LINES, &draft->sticky.note, err) ||
		drafts_read_string(row, drafts_step_is_phase(row) ? STICKY_STEP : STICKY_PHASE, CLEAN_ONE_LINE,
			&draft->phase, err))
		return ERROR_REFUSED;
	if (*table_cell(row->table, STICKY_LINKS))
		draft->links = mem_strdup(table_cell(row->table, STICKY_LINKS));
	return 0;
}

/* Has the row no text, and is it not one of our own tables, with an id? There a sticky may have none. */
static bool drafts_is_empty(const struct table *table)
{
	return !*table_cell(table, STICKY_TEXT) && (table_is_foreign(table) || !*table_cell(table, STICKY_ID));
}

static int drafts_visit(void *context, struct table *table, struct error *err)
{
	struct intake *intake = context;
	struct drafts_row row = {intake, table, NULL};
	struct sticky *sticky;

	if (drafts_is_empty(table)) {
		intake->report->empty++;
		return 0;
	}
	row.draft = vec_push(&intake->drafts);
	sticky = &row.draft->sticky;

	row.draft->row = table->row->number;
	for (size_t column = 0; column < STICKY_COLUMNS; column++)
		row.draft->given |= (uint32_t)(*table_cell(table, column) != '\0') << column;
	if (drafts_read_id(&row, err) || drafts_read_kind(&row, err) || drafts_read_texts(&row, err) ||
		drafts_read_place(&row, err) || drafts_read_owners(&row, err) || drafts_read_numbers(&row, err) ||
		drafts_read_flag(&row, STICKY_RESOLVED, &sticky->resolved, err) ||
		drafts_read_flag(&row, STICKY_PIVOTAL, &sticky->pivotal, err) || drafts_read_times(&row, err))
		return ERROR_REFUSED;
	return 0;
}

const struct table_reader drafts_reader = {&columns_stickies, drafts_visit};

bool drafts_gives(const struct draft *draft, size_t column)
{
	return draft->given >> column & 1;
}

void drafts_clear(struct draft *draft)
{
	item_clear(ENTITY_STICKY, &draft->sticky);
	free(draft->file_id);
	free(draft->links);
	free(draft->phase);
}

void drafts_init(struct intake *intake)
{
	vec_init(&intake->drafts, sizeof(struct draft));
}

void drafts_release(struct intake *intake)
{
	for (size_t i = 0; i < intake->drafts.count; i++)
		drafts_clear(drafts_at(intake, i));
	vec_release(&intake->drafts);
}

struct draft *drafts_at(const struct intake *intake, size_t at)
{
	return vec_at(&intake->drafts, at);
}
