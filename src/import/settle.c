#include "import/settle.h"

#include <string.h>

#include "base/i18n.h"
#include "csv/columns.h"
#include "import/arrange.h"

struct settle {
	struct intake *intake;
	struct table *table;
};

/* Gives ids: the one in the file if it was never used on the board; otherwise a new one after all of these. */
static int settle_ids(struct settle *settle, struct error *err)
{
	const struct vec *list = &settle->intake->drafts;
	int64_t next = board_next_id(settle->intake->edit->board, ENTITY_STICKY);

	for (size_t i = 0; i < list->count; i++) {
		struct draft *draft = drafts_at(settle->intake, i);
		int64_t id = draft->file_id ? intake_id_number(draft->file_id) : 0;

		if (!edit_may_use_id(settle->intake->edit, ENTITY_STICKY, id))
			continue;
		draft->sticky.id = id;
		next = id >= next ? id + 1 : next;
	}
	for (size_t i = 0; i < list->count; i++) {
		struct draft *draft = drafts_at(settle->intake, i);

		if (!draft->sticky.id) {
			draft->sticky.id = next++;
			settle->intake->report->renumbered += draft->file_id != NULL;
		}
		if (draft->sticky.id > ITEM_ID_MOST)
			return error_set(err, ERROR_REFUSED, _("no room left on the board for a sticky"));
		if (draft->file_id)
			names_set(&settle->intake->stickies, draft->file_id, draft->sticky.id);
	}
	return 0;
}

int settle_in_slots(
	struct intake *intake, struct table *table, struct slots *slots, const struct vec *drafts, struct error *err)
{
	struct vec places = VEC_INIT(struct place *);
	size_t full;

	for (size_t i = 0; i < drafts->count; i++)
		vec_add(&places, struct place *) = &vec_get(drafts, struct draft *, i)->sticky.place;
	full = slots_give(slots, &places, &intake->report->moved);
	vec_release(&places);
	return full == drafts->count ? 0
				     : table_refuse(table, vec_get(drafts, struct draft *, full)->row, STICKY_ROW, err,
					       _("the slot is taken, and so is everything below it"));
}

/* Gives slots to the drafts that have a place. */
static int settle_places(struct settle *settle, struct error *err)
{
	struct intake *intake = settle->intake;
	struct vec placed = VEC_INIT(struct draft *);
	struct slots slots;
	int failed;

	for (size_t i = 0; i < intake->drafts.count; i++)
		if (drafts_at(intake, i)->sticky.place.column)
			vec_add(&placed, struct draft *) = drafts_at(intake, i);
	slots_init(&slots, intake->edit->board);
	failed = settle_in_slots(intake, settle->table, &slots, &placed, err);
	slots_release(&slots);
	vec_release(&placed);
	return failed;
}

/* The first column right of everything that has a place. */
static int32_t settle_first_column(const struct settle *settle)
{
	const struct board *board = settle->intake->edit->board;
	int64_t last = board_bounds(board).last.column;
	const struct phase *phase;
	size_t at = 0;

	while ((phase = board_next(board, ENTITY_PHASE, &at)))
		last = phase->column > last ? phase->column : last;
	for (size_t i = 0; i < settle->intake->drafts.count; i++) {
		const struct draft *draft = drafts_at(settle->intake, i);

		if (draft->sticky.place.column > last)
			last = draft->sticky.place.column;
	}
	return (int32_t)last + 1;
}

static int settle_make_sticky(struct settle *settle, const struct draft *draft, struct error *err)
{
	struct vote vote = {.sticky = draft->sticky.id, .dots = draft->votes};
	int failed = edit_restore(settle->intake->edit, ENTITY_STICKY, &draft->sticky, err);

	if (failed)
		return csv_reader_blame(err, settle->table->name.text, draft->row, 0);
	settle->intake->report->stickies++;
	if (!draft->votes)
		return 0;
	return edit_create(settle->intake->edit, ENTITY_VOTE, &vote, err) < 0 ? ERROR_REFUSED : 0;
}

/* A sticky whose links are being read. */
struct settle_source {
	struct settle *settle;
	const struct draft *draft;
};

static int settle_make_link(void *context, const char *id, struct error *err)
{
	struct settle_source *source = context;
	struct intake *intake = source->settle->intake;
	struct link link = {.source = source->draft->sticky.id, .target = intake_sticky(intake, id)};

	if (link.target == INTAKE_GONE)
		return 0;
	if (!link.target) {
		table_show(&intake->scratch, id);
		return table_refuse(source->settle->table, source->draft->row, STICKY_LINKS, err,
			_("no sticky of the file has the id %s"), intake->scratch.text);
	}
	if (link.target == link.source)
		return table_refuse(source->settle->table, source->draft->row, STICKY_LINKS, err,
			_("a sticky cannot point at itself"));
	if (board_link(intake->edit->board, link.source, link.target))
		return 0;
	return edit_create(intake->edit, ENTITY_LINK, &link, err) < 0 ? ERROR_REFUSED : 0;
}

static int settle_make_phase(struct settle *settle, const struct draft *draft, struct error *err)
{
	struct phase phase = {.column = draft->sticky.place.column, .name = draft->phase};

	if (board_phase_at(settle->intake->edit->board, draft->sticky.place.column))
		return 0;
	return edit_create(settle->intake->edit, ENTITY_PHASE, &phase, err) < 0 ? ERROR_REFUSED : 0;
}

static int settle_make(struct settle *settle, struct error *err)
{
	const struct vec *list = &settle->intake->drafts;
	const char *phase = NULL;
	int failed = 0;

	for (size_t i = 0; i < list->count && !failed; i++)
		failed = settle_make_sticky(settle, drafts_at(settle->intake, i), err);
	for (size_t i = 0; i < list->count && !failed; i++) {
		const struct draft *draft = drafts_at(settle->intake, i);
		struct settle_source source = {settle, draft};

		if (draft->links)
			failed = intake_each_id(draft->links, settle_make_link, &source, err);
		if (!failed && draft->phase && (!phase || strcmp(phase, draft->phase)))
			failed = settle_make_phase(settle, draft, err);
		if (draft->phase)
			phase = draft->phase;
	}
	return failed;
}

int settle_drafts(struct intake *intake, struct table *table, struct error *err)
{
	struct settle settle = {intake, table};
	int failed = settle_ids(&settle, err);

	if (!failed)
		failed = settle_places(&settle, err);
	if (!failed)
		failed = arrange_drafts(intake, settle_first_column(&settle), err);
	if (!failed)
		failed = settle_make(&settle, err);
	return failed;
}
