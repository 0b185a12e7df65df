#include "import/update.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "csv/columns.h"
#include "import/match.h"
#include "import/settle.h"
#include "model/rekind.h"

struct update {
	struct intake *intake;
	struct table *table;
	struct vec known; /* of struct draft, owned: those that stand for a sticky on the board */
};

static struct draft *update_at(const struct update *update, size_t at)
{
	return vec_at(&update->known, at);
}

static const struct sticky *update_sticky(const struct update *update, const struct draft *draft)
{
	return board_sticky(update->intake->edit->board, draft->match);
}

/* Moves the drafts of known stickies out of the intake, drops those of deleted ones, and leaves the new ones there. */
static void update_split(struct update *update)
{
	struct intake *intake = update->intake;
	struct vec fresh = VEC_INIT(struct draft);

	for (size_t i = 0; i < intake->drafts.count; i++) {
		struct draft *draft = drafts_at(intake, i);

		if (draft->match && draft->file_id)
			names_set(&intake->stickies, draft->file_id, draft->match);
		if (draft->match == INTAKE_GONE) {
			intake->report->gone++;
			drafts_clear(draft);
		} else if (draft->match) {
			vec_add(&update->known, struct draft) = *draft;
		} else {
			vec_add(&fresh, struct draft) = *draft;
		}
	}
	vec_release(&intake->drafts);
	intake->drafts = fresh;
}

/* Deletes the stickies without a row, or counts them. */
static int update_remove(struct update *update, struct error *err)
{
	struct intake *intake = update->intake;
	struct map rows = MAP_INIT;
	struct vec list = VEC_INIT(const void *);
	int failed = 0;

	for (size_t i = 0; i < update->known.count; i++)
		map_set(&rows, (uint64_t)update_at(update, i)->match, update_at(update, i));
	board_list(intake->edit->board, ENTITY_STICKY, &list);
	for (size_t i = 0; i < list.count && !failed; i++) {
		int64_t id = vec_get(&list, const struct sticky *, i)->id;

		if (map_get(&rows, (uint64_t)id))
			continue;
		if (intake->options->remove)
			failed = edit_delete(intake->edit, ENTITY_STICKY, id, err);
		*(intake->options->remove ? &intake->report->deleted : &intake->report->missing) += 1;
	}
	map_release(&rows);
	vec_release(&list);
	return failed;
}

/* Places */

/* The place that the row gives; a cell that is empty or missing keeps its part of the place. */
static struct place update_place(const struct update *update, const struct draft *draft)
{
	struct place place = update_sticky(update, draft)->place;

	if (drafts_gives(draft, STICKY_COLUMN))
		place.column = draft->sticky.place.column;
	if (drafts_gives(draft, STICKY_ROW))
		place.row = draft->sticky.place.row;
	return place;
}

/* Gives MOVERS (of struct draft *) slots; those where they are now are free. */
static int update_choose(struct update *update, const struct vec *movers, struct error *err)
{
	struct slots slots;
	int failed;

	slots_init(&slots, update->intake->edit->board);
	for (size_t i = 0; i < movers->count; i++)
		slots_leave(&slots, update_sticky(update, vec_get(movers, struct draft *, i)));
	failed = settle_in_slots(update->intake, update->table, &slots, movers, err);
	slots_release(&slots);
	return failed;
}

static int update_move(struct update *update, struct error *err)
{
	struct vec movers = VEC_INIT(struct draft *);
	int failed;

	for (size_t i = 0; i < update->known.count; i++) {
		struct draft *draft = update_at(update, i);
		struct place wanted = update_place(update, draft);

		draft->altered = !place_equal(wanted, update_sticky(update, draft)->place);
		draft->sticky.place = wanted;
		if (draft->altered)
			vec_add(&movers, struct draft *) = draft;
	}
	failed = update_choose(update, &movers, err);
	for (size_t i = 0; i < movers.count && !failed; i++) {
		const struct draft *draft = vec_get(&movers, struct draft *, i);

		failed = edit_move(update->intake->edit, draft->match, draft->sticky.place, err);
	}
	vec_release(&movers);
	return failed;
}

/* Fields */

/* The columns that are fields of a sticky, and whether an empty cell clears the field or leaves it alone. The kind
 * comes before what only some kinds have. */
static const struct update_field {
	size_t column;
	const char *field;
	bool clears;
} update_fields[] = {
	{STICKY_TEXT, "text", false},
	{STICKY_KIND, "kind", false},
	{STICKY_CONTEXT, "context", true},
	{STICKY_NOTE, "note", true},
	{STICKY_RESOLVED, "resolved", true},
	{STICKY_PIVOTAL, "pivotal", true},
};

/* The fields that only documents have. */
static const char *const update_further[] = {
	"public", "payload", "metadata", "rejection", "dismissed", "definition", "invariants"};

static int update_set_further(struct update *update, const struct draft *draft, struct error *err)
{
	int failed = 0;

	for (size_t i = 0; draft->whole && i < ARRAY_SIZE(update_further) && !failed; i++) {
		struct strbuf value = STRBUF_INIT;

		field_format(field_find(ENTITY_STICKY, update_further[i]), &draft->sticky, &value);
		if (rekind_keeps((enum kind)update_sticky(update, draft)->kind, update_further[i]))
			failed = edit_set(
				update->intake->edit, ENTITY_STICKY, draft->match, update_further[i], value.text, err);
		strbuf_release(&value);
	}
	return failed;
}

static int update_set(
	struct update *update, const struct draft *draft, const struct update_field *field, struct error *err)
{
	struct edit *edit = update->intake->edit;
	struct strbuf value = STRBUF_INIT;
	int failed;

	if (!drafts_gives(draft, field->column) && (!field->clears || !table_has(update->table, field->column)))
		return 0;
	if (!rekind_keeps((enum kind)update_sticky(update, draft)->kind, field->field))
		return 0;
	field_format(field_find(ENTITY_STICKY, field->field), &draft->sticky, &value);
	failed = field->column == STICKY_KIND
			 ? rekind_sticky(edit, draft->match, (enum kind)draft->sticky.kind, err)
			 : edit_set(edit, ENTITY_STICKY, draft->match, field->field, value.text, err);
	if (failed)
		table_blame(update->table, draft->row, field->column, err);
	strbuf_release(&value);
	return failed;
}

/* Reports what the row says otherwise than the board, which stays. */
static void update_note_kept(struct update *update, const struct draft *draft)
{
	const struct sticky *sticky = update_sticky(update, draft);
	const bool differs[STICKY_COLUMNS] = {
		[STICKY_VOTES] = draft->votes != board_dots(sticky),
		[STICKY_AUTHOR] = drafts_gives(draft, STICKY_AUTHOR) && draft->sticky.author != sticky->author,
		[STICKY_STEP] = drafts_gives(draft, STICKY_STEP) && draft->sticky.step != sticky->step,
	};

	for (size_t column = 0; column < STICKY_COLUMNS; column++)
		if (differs[column] && table_has(update->table, column))
			import_report_list(&update->intake->report->kept,
				vec_get(&update->table->titles, char *, update->table->at[column] - 1));
	update->intake->report->wordless += sticky->text && !drafts_gives(draft, STICKY_TEXT);
}

static int update_alter(struct update *update, struct draft *draft, struct error *err)
{
	size_t count = update->intake->edit->action->changes.count;
	int failed = 0;

	update_note_kept(update, draft);
	for (size_t i = 0; i < ARRAY_SIZE(update_fields) && !failed; i++)
		failed = update_set(update, draft, &update_fields[i], err);
	if (!failed)
		failed = update_set_further(update, draft, err);
	draft->altered = draft->altered || update->intake->edit->action->changes.count > count;
	return failed;
}

/* Arrows */

/* The arrows that a row wants. */
struct update_links {
	struct update *update;
	struct draft *draft;
	struct map targets; /* ids of stickies */
};

static int update_read_link(void *context, const char *id, struct error *err)
{
	struct update_links *links = context;
	struct intake *intake = links->update->intake;
	int64_t target = intake_sticky(intake, id);

	if (target == INTAKE_GONE)
		return 0;
	if (target == links->draft->match)
		return table_refuse(links->update->table, links->draft->row, STICKY_LINKS, err,
			_("a sticky cannot point at itself"));
	if (!target) {
		table_show(&intake->scratch, id);
		return table_refuse(links->update->table, links->draft->row, STICKY_LINKS, err,
			_("neither the file nor the board has a sticky %s"), intake->scratch.text);
	}
	map_set(&links->targets, (uint64_t)target, links);
	return 0;
}

static int update_unlink(const struct update_links *links, struct error *err)
{
	const struct sticky *sticky = update_sticky(links->update, links->draft);
	struct vec ids = VEC_INIT(int64_t);
	int failed = 0;

	for (const struct link *link = sticky->first_out; link; link = link->next_out)
		if (!map_get(&links->targets, (uint64_t)link->target))
			vec_add(&ids, int64_t) = link->id;
	for (size_t i = 0; i < ids.count && !failed; i++)
		failed = edit_delete(links->update->intake->edit, ENTITY_LINK, vec_get(&ids, int64_t, i), err);
	vec_release(&ids);
	return failed;
}

static int update_compare_ids(const void *a, const void *b)
{
	const int64_t *left = a, *right = b;

	return (*left > *right) - (*left < *right);
}

/* Makes the arrows that are missing, by ascending target. */
static int update_link(const struct update_links *links, struct error *err)
{
	struct edit *edit = links->update->intake->edit;
	struct vec ids = VEC_INIT(int64_t);
	const struct map_entry *entry;
	int failed = 0;

	for (size_t at = 0; (entry = map_next(&links->targets, &at));)
		if (!board_link(edit->board, links->draft->match, (int64_t)entry->key))
			vec_add(&ids, int64_t) = (int64_t)entry->key;
	if (ids.count)
		qsort(ids.items, ids.count, ids.size, update_compare_ids);
	for (size_t i = 0; i < ids.count && !failed; i++) {
		struct link link = {.source = links->draft->match, .target = vec_get(&ids, int64_t, i)};

		failed = edit_create(edit, ENTITY_LINK, &link, err) < 0 ? ERROR_REFUSED : 0;
	}
	vec_release(&ids);
	return failed;
}

static int update_relink(struct update *update, struct draft *draft, struct error *err)
{
	struct update_links links = {update, draft, MAP_INIT};
	size_t count = update->intake->edit->action->changes.count;
	int failed = draft->links ? intake_each_id(draft->links, update_read_link, &links, err) : 0;

	if (!failed)
		failed = update_unlink(&links, err);
	if (!failed)
		failed = update_link(&links, err);
	draft->altered = draft->altered || update->intake->edit->action->changes.count > count;
	map_release(&links.targets);
	return failed;
}

static int update_run(struct update *update, struct error *err)
{
	struct import_report *report = update->intake->report;
	int failed = update_remove(update, err);

	if (!failed)
		failed = update_move(update, err);
	for (size_t i = 0; i < update->known.count && !failed; i++)
		failed = update_alter(update, update_at(update, i), err);
	if (!failed && update->intake->drafts.count)
		failed = settle_drafts(update->intake, update->table, err);
	for (size_t i = 0; i < update->known.count && !failed; i++) {
		if (table_has(update->table, STICKY_LINKS))
			failed = update_relink(update, update_at(update, i), err);
		*(update_at(update, i)->altered ? &report->altered : &report->unchanged) += 1;
	}
	return failed;
}

int update_drafts(struct intake *intake, struct table *table, struct error *err)
{
	struct update update = {intake, table, VEC_INIT(struct draft)};
	int failed;

	match_drafts(intake, table);
	update_split(&update);
	failed = update_run(&update, err);
	for (size_t i = 0; i < update.known.count; i++)
		drafts_clear(update_at(&update, i));
	vec_release(&update.known);
	return failed;
}
