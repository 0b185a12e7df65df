#include "import/drawn.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "import/drafts.h"
#include "import/drawn_arrows.h"
#include "import/drawn_frames.h"
#include "import/drawn_item.h"
#include "import/drawn_kind.h"
#include "import/drawn_look.h"
#include "import/drawn_place.h"
#include "import/settle.h"

/* A sticky that a shape becomes. */
struct drawn_note {
	const struct sketch_shape *shape;
	struct sticky sticky; /* with the texts; handed over to a draft */
	size_t order;         /* in the file */
};

struct drawn {
	struct intake *intake;
	struct sketch *sketch;
	struct drawn_frames frames;
	struct drawn_kinds kinds;
	struct drawn_place places;
	struct vec shapes;  /* of const struct sketch_shape *: those that become stickies */
	struct vec notes;   /* of struct drawn_note: in time */
	struct names taken; /* numbers of stickies so far */
};

/* Does SHAPE become a sticky? What has no text does not. */
static bool drawn_is_note(const struct sketch_shape *shape)
{
	bool boxed = shape->form == SKETCH_NOTE || shape->form == SKETCH_PERSON;

	if (shape->part.item)
		return drawn_item_is(&shape->part, ENTITY_STICKY);
	return boxed && shape->part.text && shape->part.text[strspn(shape->part.text, " \t\r\n")];
}

/* Finds what becomes a sticky, and leaves out what becomes nothing. */
static void drawn_find_notes(struct drawn *drawn)
{
	for (size_t i = 0; i < drawn->sketch->shapes.count; i++) {
		const struct sketch_shape *shape = vec_at(&drawn->sketch->shapes, i);

		if (drawn_is_note(shape))
			vec_add(&drawn->shapes, const struct sketch_shape *) = shape;
		else if (shape->form == SKETCH_WORDS && !shape->part.item && shape->part.text)
			sketch_leave_out(drawn->sketch, _("a text"), shape->part.text);
		else if ((shape->form == SKETCH_NOTE || shape->form == SKETCH_PERSON) && !shape->part.item)
			sketch_leave_out(drawn->sketch, _("a shape without a text"), NULL);
	}
}

/* Reads what SHAPE says into STICKY, which is cleared. */
static int drawn_read_note(
	struct drawn *drawn, const struct sketch_shape *shape, struct sticky *sticky, struct error *err)
{
	bool own = drawn_item_is(&shape->part, ENTITY_STICKY);
	struct strbuf text = STRBUF_INIT;
	int64_t context;
	int failed;

	if (own)
		drawn_item_fields(drawn->sketch, &shape->part, ENTITY_STICKY, sticky);
	failed = drawn_item_text(&shape->part, "text", CLEAN_MANY_LINES, &text, err);
	free(sticky->text);
	sticky->text = text.len ? mem_strdup(text.text) : NULL;
	strbuf_release(&text);
	sticky->kind = (int)drawn_kinds_of(&drawn->kinds, shape, (enum kind)sticky->kind);
	sticky->place = drawn_place_of(&drawn->places, shape, sticky->place);
	if (!own)
		sticky->step = board_step(drawn->intake->edit->board);
	context = failed ? failed : drawn_frames_context(&drawn->frames, shape->frame, err);
	sticky->context = context > 0 ? context : 0;
	return context < 0 ? (int)context : 0;
}

static int drawn_compare(const void *a, const void *b)
{
	const struct drawn_note *first = a, *second = b;
	int time = place_compare(first->sticky.place, second->sticky.place);

	return time ? time : (first->order > second->order) - (first->order < second->order);
}

static int drawn_read_notes(struct drawn *drawn, struct error *err)
{
	int failed = 0;

	for (size_t i = 0; i < drawn->shapes.count && !failed; i++) {
		struct drawn_note *note = vec_push(&drawn->notes);

		note->shape = vec_get(&drawn->shapes, const struct sketch_shape *, i);
		note->order = i;
		failed = drawn_read_note(drawn, note->shape, &note->sticky, err);
	}
	if (drawn->notes.count)
		qsort(drawn->notes.items, drawn->notes.count, drawn->notes.size, drawn_compare);
	return failed;
}

/* The number of the sticky that SHAPE was, as a text of the caller; NULL if it was none, or is a copy of it. */
static char *drawn_number(struct drawn *drawn, const struct sketch_shape *shape)
{
	int64_t number = drawn_item_is(&shape->part, ENTITY_STICKY) ? drawn_item_number(&shape->part) : 0;
	struct strbuf text = STRBUF_INIT;

	strbuf_addf(&text, "%" PRId64, number);
	if (!number || names_get(&drawn->taken, text.text)) {
		strbuf_release(&text);
		return NULL;
	}
	names_set(&drawn->taken, text.text, 1);
	return strbuf_detach(&text);
}

/* Makes a draft of NOTE, which loses its texts to it. */
static int drawn_add_draft(struct drawn *drawn, struct drawn_note *note, struct error *err)
{
	const char *author = sketch_tagged(&note->shape->part, "author");
	const char *dots = sketch_tagged(&note->shape->part, "dots");
	int64_t person = 0, votes = dots && strlen(dots) < 8 ? strtoll(dots, NULL, 10) : 0;
	struct draft *draft = vec_push(&drawn->intake->drafts);

	draft->row = note->order + 1;
	draft->sticky = note->sticky;
	note->sticky = (struct sticky){0};
	draft->file_id = drawn_number(drawn, note->shape);
	draft->votes = votes > 0 && votes <= BOARD_VOTES_MOST ? votes : 0;
	if (author && !clean_text(&drawn->intake->scratch, author, strlen(author), CLEAN_ONE_LINE, NULL) &&
		drawn->intake->scratch.len)
		person = intake_named_person(drawn->intake, drawn->intake->scratch.text, err);
	draft->sticky.author = person > 0 ? person : 0;
	return person < 0 ? (int)person : 0;
}

/* Puts the stickies on the board, and says in IDS by which id each shape is known. */
static int drawn_settle(struct drawn *drawn, struct names *ids, struct error *err)
{
	struct table table;
	int failed = 0;

	table_init(&table, _("the drawing"));
	drafts_init(drawn->intake);
	for (size_t i = 0; i < drawn->notes.count && !failed; i++)
		failed = drawn_add_draft(drawn, vec_at(&drawn->notes, i), err);
	if (!failed)
		failed = settle_drafts(drawn->intake, &table, err);
	for (size_t i = 0; i < drawn->notes.count && !failed; i++) {
		const struct drawn_note *note = vec_at(&drawn->notes, i);

		if (note->shape->part.id)
			names_set(ids, note->shape->part.id, drafts_at(drawn->intake, i)->sticky.id);
	}
	drafts_release(drawn->intake);
	table_release(&table);
	return failed;
}

/* Makes the phase, or the lane, that SHAPE is, unless there is one. */
static int drawn_make_name(struct drawn *drawn, const struct sketch_shape *shape, enum entity entity, struct error *err)
{
	bool is_phase = entity == ENTITY_PHASE, moved = drawn_place_is_moved(&drawn->places, shape);
	const struct board *board = drawn->intake->edit->board;
	struct strbuf name = STRBUF_INIT;
	struct phase phase = {0};
	struct lane lane = {0};
	int64_t id = 0;
	int failed = drawn_item_text(&shape->part, "name", CLEAN_ONE_LINE, &name, err);

	drawn_item_fields(drawn->sketch, &shape->part, entity, is_phase ? (void *)&phase : (void *)&lane);
	free(phase.name);
	free(lane.name);
	phase.name = lane.name = name.text;
	if (moved && is_phase)
		phase.column = drawn_axis_slot(&drawn->places.columns, shape->x + shape->width / 2);
	if (moved && !is_phase)
		lane.row = drawn_axis_slot(&drawn->places.rows, shape->y);
	if (!failed && name.len && is_phase && phase.column && !board_phase_at(board, (int32_t)phase.column))
		id = edit_create(drawn->intake->edit, entity, &phase, err);
	if (!failed && name.len && !is_phase && lane.row && !board_lane_at(board, (int32_t)lane.row))
		id = edit_create(drawn->intake->edit, entity, &lane, err);
	strbuf_release(&name);
	return failed ? failed : id < 0 ? (int)id : 0;
}

static int drawn_make_title(struct drawn *drawn, const struct sketch_shape *shape, struct error *err)
{
	struct edit *edit = drawn->intake->edit;
	struct strbuf title = STRBUF_INIT;
	int failed = 0;

	if (!board_title(edit->board)[0])
		failed = drawn_item_text(&shape->part, "title", CLEAN_ONE_LINE, &title, err);
	if (!failed && title.len)
		failed = edit_set(edit, ENTITY_BOARD, BOARD_ITEM, "title", title.text, err);
	strbuf_release(&title);
	return failed;
}

/* Makes what stands beside the stickies: phases, lanes, the title. */
static int drawn_make_names(struct drawn *drawn, struct error *err)
{
	int failed = 0;

	for (size_t i = 0; i < drawn->sketch->shapes.count && !failed; i++) {
		const struct sketch_shape *shape = vec_at(&drawn->sketch->shapes, i);

		if (drawn_item_is(&shape->part, ENTITY_PHASE))
			failed = drawn_make_name(drawn, shape, ENTITY_PHASE, err);
		else if (drawn_item_is(&shape->part, ENTITY_LANE))
			failed = drawn_make_name(drawn, shape, ENTITY_LANE, err);
		else if (drawn_item_is(&shape->part, ENTITY_BOARD))
			failed = drawn_make_title(drawn, shape, err);
	}
	return failed;
}

/* The first column right of everything on the board. */
static int32_t drawn_first_column(const struct board *board)
{
	struct place_rect bounds = board_bounds(board);

	return board_count(board, ENTITY_STICKY) && bounds.last.column < PLACE_MOST ? bounds.last.column + 1 : 1;
}

/* Says in the report what was left out, and which page was read. */
static void drawn_report(const struct drawn *drawn)
{
	struct import_report *report = drawn->intake->report;
	const struct sketch *sketch = drawn->sketch;

	report->shapes = sketch->left_out.count;
	for (size_t i = 0; i < sketch->left_out.count; i++)
		import_report_list(&report->shape_names, vec_get(&sketch->left_out, char *, i));
	report->pages = sketch->pages.count;
	if (sketch->pages.count)
		strbuf_addstr(&report->page, vec_get(&sketch->pages, char *, sketch->page));
}

static void drawn_release(struct drawn *drawn)
{
	for (size_t i = 0; i < drawn->notes.count; i++)
		item_clear(ENTITY_STICKY, &((struct drawn_note *)vec_at(&drawn->notes, i))->sticky);
	vec_release(&drawn->notes);
	vec_release(&drawn->shapes);
	names_release(&drawn->taken);
	drawn_frames_release(&drawn->frames);
	drawn_place_release(&drawn->places);
}

static int drawn_make(struct drawn *drawn, struct error *err)
{
	struct names ids = NAMES_INIT;
	int failed = drawn_frames_make_own(&drawn->frames, err);

	if (!failed)
		failed = drawn_read_notes(drawn, err);
	if (!failed)
		failed = drawn_settle(drawn, &ids, err);
	if (!failed)
		failed = drawn_arrows(&drawn->frames, &ids, err);
	if (!failed)
		failed = drawn_make_names(drawn, err);
	if (!failed)
		drawn_frames_leave_out(&drawn->frames);
	names_release(&ids);
	return failed;
}

int drawn_import(struct intake *intake, struct sketch *sketch, const char *name, struct error *err)
{
	struct drawn drawn = {.intake = intake,
		.sketch = sketch,
		.shapes = VEC_INIT(const struct sketch_shape *),
		.notes = VEC_INIT(struct drawn_note)};
	int failed = drawn_look(sketch, err);

	drawn_frames_init(&drawn.frames, intake, sketch);
	drawn_find_notes(&drawn);
	drawn_kinds_init(&drawn.kinds, &drawn.shapes, intake);
	drawn_place_init(&drawn.places, &drawn.shapes, drawn_first_column(intake->edit->board));
	if (!failed)
		failed = drawn_make(&drawn, err);
	if (!failed)
		drawn_report(&drawn);
	drawn_release(&drawn);
	return failed ? error_prefix(err, failed, "%s", name) : 0;
}
