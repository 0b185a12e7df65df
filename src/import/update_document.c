#include "import/update_document.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "csv/columns.h"
#include "import/drafts.h"
#include "import/parts.h"
#include "import/relations.h"
#include "import/update.h"
#include "json/document_read.h"

struct update_document {
	struct intake *intake;
	struct board *made;    /* the board in the document */
	struct table table;    /* as which its stickies are read */
	struct map contexts;   /* id in the document -> id on the board */
	struct map relations;  /* likewise */
	struct strbuf scratch; /* an id as text */
};

static const char *update_document_id(struct update_document *work, int64_t id)
{
	strbuf_reset(&work->scratch);
	strbuf_addf(&work->scratch, "%" PRId64, id);
	return work->scratch.text;
}

/* The id on the board for ID of the document in MAP, or 0. */
static int64_t update_document_mapped(const struct map *map, int64_t id)
{
	return (int64_t)(intptr_t)map_get(map, (uint64_t)id);
}

static void update_document_map(struct map *map, int64_t id, int64_t known)
{
	map_set(map, (uint64_t)id, (void *)(intptr_t)known);
}

/* Makes the table have all columns of stickies, but that of phases, under their names. */
static void update_document_head(struct table *table)
{
	table->type = &columns_stickies;
	for (size_t column = 0; column < STICKY_PHASE; column++) {
		const char *name = columns_stickies.columns[column];

		table->at[column] = column + 1;
		vec_add(&table->titles, char *) = mem_strndup(name, strcspn(name, "|?"));
	}
}

static int update_document_add_contexts(struct update_document *work, struct error *err)
{
	struct edit *edit = work->intake->edit;
	struct vec list = VEC_INIT(const struct context *);
	int64_t id = 0;

	board_list(work->made, ENTITY_CONTEXT, &list);
	for (size_t i = 0; i < list.count && id >= 0; i++) {
		const struct context *context = vec_get(&list, const struct context *, i);

		id = names_get(&work->intake->contexts, context->name);
		if (!id)
			id = edit_create(edit, ENTITY_CONTEXT, context, err);
		if (id < 0)
			continue;
		names_set(&work->intake->contexts, context->name, id);
		update_document_map(&work->contexts, context->id, id);
	}
	vec_release(&list);
	return id < 0 ? ERROR_REFUSED : 0;
}

/* The columns of a table that would not be empty for STICKY. */
static uint32_t update_document_given(const struct sticky *sticky)
{
	const bool given[STICKY_COLUMNS] = {
		[STICKY_ID] = true,
		[STICKY_KIND] = true,
		[STICKY_TEXT] = sticky->text,
		[STICKY_COLUMN] = true,
		[STICKY_ROW] = true,
		[STICKY_CONTEXT] = sticky->context,
		[STICKY_LINKS] = sticky->first_out,
		[STICKY_NOTE] = sticky->note,
		[STICKY_RESOLVED] = sticky->resolved,
		[STICKY_PIVOTAL] = sticky->pivotal,
		[STICKY_AUTHOR] = sticky->author,
		[STICKY_STEP] = sticky->step,
		[STICKY_CREATED] = sticky->created,
	};
	uint32_t bits = 0;

	for (size_t column = 0; column < STICKY_COLUMNS; column++)
		bits |= (uint32_t)given[column] << column;
	return bits;
}

/* Makes a draft of STICKY, which is in the document. */
static void update_document_draft(struct update_document *work, const struct sticky *sticky)
{
	const struct person *author = board_person(work->made, sticky->author);
	const struct entity_type *type = entity_type(ENTITY_STICKY);
	struct strbuf text = STRBUF_INIT, links = STRBUF_INIT;
	struct draft *draft = vec_push(&work->intake->drafts);

	for (size_t i = 0; i < type->count; i++) {
		strbuf_reset(&text);
		field_format(&type->fields[i], sticky, &text);
		if (!field_is_shift(&type->fields[i]) && field_parse(&type->fields[i], &draft->sticky, text.text, NULL))
			BUG("a field of a sticky that cannot be read again");
	}
	for (const struct link *link = sticky->first_out; link; link = link->next_out)
		strbuf_addf(&links, " %" PRId64, link->target);
	draft->row = work->intake->drafts.count;
	draft->sticky.context = update_document_mapped(&work->contexts, sticky->context);
	draft->sticky.author = author ? names_get(&work->intake->people, author->name) : 0;
	draft->file_id = mem_strdup(update_document_id(work, sticky->id));
	draft->links = strbuf_detach(&links);
	draft->votes = board_dots(sticky);
	draft->made_exactly = sticky->created;
	draft->given = update_document_given(sticky);
	draft->whole = true;
	strbuf_release(&text);
}

static int update_document_stickies(struct update_document *work, struct error *err)
{
	struct vec list = VEC_INIT(const struct sticky *);
	int failed;

	drafts_init(work->intake);
	board_list(work->made, ENTITY_STICKY, &list);
	for (size_t i = 0; i < list.count; i++)
		update_document_draft(work, vec_get(&list, const struct sticky *, i));
	failed = update_drafts(work->intake, &work->table, err);
	drafts_release(work->intake);
	vec_release(&list);
	return failed;
}

static int update_document_add_relations(struct update_document *work, struct error *err)
{
	struct vec list = VEC_INIT(const struct relation *);
	int64_t id = 0;

	board_list(work->made, ENTITY_RELATION, &list);
	for (size_t i = 0; i < list.count && id >= 0; i++) {
		struct relation relation = *vec_get(&list, const struct relation *, i);

		relation.source = update_document_mapped(&work->contexts, relation.source);
		relation.target = update_document_mapped(&work->contexts, relation.target);
		id = relations_find(work->intake, &relation);
		if (!id)
			id = relations_create(work->intake, &relation, err);
		update_document_map(&work->relations, relation.id, id);
	}
	vec_release(&list);
	return id < 0 ? ERROR_REFUSED : 0;
}

static int update_document_add_messages(struct update_document *work, struct error *err)
{
	struct edit *edit = work->intake->edit;
	struct vec list = VEC_INIT(const struct message *);
	int64_t id = 0;

	board_list(work->made, ENTITY_MESSAGE, &list);
	for (size_t i = 0; i < list.count && id >= 0; i++) {
		struct message message = *vec_get(&list, const struct message *, i);

		message.relation = update_document_mapped(&work->relations, message.relation);
		message.sticky = intake_sticky(work->intake, update_document_id(work, message.sticky));
		if (message.sticky && message.sticky != INTAKE_GONE &&
			!board_message(edit->board, message.relation, message.sticky))
			id = edit_create(edit, ENTITY_MESSAGE, &message, err);
	}
	vec_release(&list);
	return id < 0 ? ERROR_REFUSED : 0;
}

/* Adds the phases, or the lanes, that the board does not have. */
static int update_document_add_labels(struct update_document *work, enum entity entity, struct error *err)
{
	struct edit *edit = work->intake->edit;
	struct vec list = VEC_INIT(const void *);
	int64_t id = 0;

	board_list(work->made, entity, &list);
	for (size_t i = 0; i < list.count && id >= 0; i++) {
		const void *item = vec_get(&list, const void *, i);
		bool is_phase = entity == ENTITY_PHASE;
		const struct phase *phase = item;
		const struct lane *lane = item;
		bool taken = is_phase ? board_phase_at(edit->board, (int32_t)phase->column) != NULL
				      : board_lane_at(edit->board, (int32_t)lane->row) != NULL;

		if (!taken && !parts_has_label(edit->board, entity, is_phase ? phase->name : lane->name))
			id = edit_create(edit, entity, item, err);
	}
	vec_release(&list);
	return id < 0 ? ERROR_REFUSED : 0;
}

static int update_document_run(struct update_document *work, struct error *err)
{
	int failed = update_document_add_contexts(work, err);

	if (!failed)
		failed = update_document_stickies(work, err);
	if (!failed)
		failed = update_document_add_relations(work, err);
	if (!failed)
		failed = update_document_add_messages(work, err);
	if (!failed)
		failed = update_document_add_labels(work, ENTITY_PHASE, err);
	return failed ? failed : update_document_add_labels(work, ENTITY_LANE, err);
}

int update_document(struct intake *intake, const json_t *root, const char *name, struct error *err)
{
	struct update_document work = {.intake = intake, .made = board_new(), .scratch = STRBUF_INIT};
	struct document_report read;
	struct action action;
	struct edit edit = {work.made, &action};
	int failed;

	action_init(&action);
	table_init(&work.table, name);
	update_document_head(&work.table);
	failed = document_read_value(root, name, &edit, &read, err);
	if (!failed)
		failed = update_document_run(&work, err);
	table_release(&work.table);
	map_release(&work.contexts);
	map_release(&work.relations);
	strbuf_release(&work.scratch);
	action_release(&action);
	board_free(work.made);
	return failed;
}
