#include "cli/difflist.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "cli/output.h"
#include "csv/csv_writer.h"
#include "model/compare.h"
#include "text/rewording.h"

/* A comparison being printed. */
struct difflist {
	const struct board *before, *after;
	struct vec differences; /* of struct difference */
};

/* Appends a context's name, or a dash for none. */
static void difflist_context(const struct board *board, int64_t id, struct strbuf *out)
{
	const struct context *context = id ? board_context(board, id) : NULL;

	strbuf_addstr(out, context ? context->name : "-");
}

static void difflist_relation(const struct board *board, const struct relation *relation, struct strbuf *out)
{
	difflist_context(board, relation->source, out);
	strbuf_addf(out, " %s ", relation_style_token((enum relation_style)relation->style));
	difflist_context(board, relation->target, out);
	if (relation->label)
		strbuf_addf(out, " “%s”", relation->label);
	if (relation->source_pattern || relation->target_pattern)
		strbuf_addf(out, " %s/%s", relation->source_pattern ? relation->source_pattern : "",
			relation->target_pattern ? relation->target_pattern : "");
}

/* "Ordering async Delivery: #3 “Order placed” state-snapshot, uses id total". */
static void difflist_message(const struct board *board, const struct message *message, struct strbuf *out)
{
	const struct sticky *sticky = board_sticky(board, message->sticky);

	difflist_relation(board, board_item(board, ENTITY_RELATION, message->relation), out);
	strbuf_addf(out, ": #%" PRId64 " “%s”", sticky->id, sticky->text ? sticky->text : "");
	if (message->type)
		strbuf_addf(out, " %s", message_type_token((enum message_type)message->type));
	if (message->uses)
		strbuf_addf(out, ", %s %s", _("uses"), message->uses);
}

static void difflist_link(const struct board *board, const struct link *link, struct strbuf *out)
{
	const struct sticky *source = board_sticky(board, link->source);
	const struct sticky *target = board_sticky(board, link->target);

	strbuf_addf(out, "#%" PRId64 " “%s” -> #%" PRId64 " “%s”", source->id, source->text ? source->text : "",
		target->id, target->text ? target->text : "");
}

/* Appends the name of an item, or the ends that it joins. */
static void difflist_name(const struct board *board, enum entity entity, const void *item, struct strbuf *out)
{
	const char *name = NULL;

	switch (entity) {
	case ENTITY_STICKY: name = ((const struct sticky *)item)->text; break;
	case ENTITY_CONTEXT: name = ((const struct context *)item)->name; break;
	case ENTITY_PHASE: name = ((const struct phase *)item)->name; break;
	case ENTITY_LANE: name = ((const struct lane *)item)->name; break;
	case ENTITY_BOARD: name = ((const struct board_facts *)item)->title; break;
	case ENTITY_LINK: difflist_link(board, item, out); break;
	case ENTITY_RELATION: difflist_relation(board, item, out); break;
	case ENTITY_MESSAGE: difflist_message(board, item, out); break;
	default: BUG("entity %d has no name", (int)entity);
	}
	strbuf_addstr(out, name ? name : "");
}

static void difflist_name_of(
	const struct board *board, const struct difference *difference, const void *item, struct strbuf *out)
{
	difflist_name(board, difference->entity, item, out);
}

static void difflist_place(
	const struct board *board, const struct difference *difference, const void *item, struct strbuf *out)
{
	const struct sticky *sticky = item;

	(void)board;
	if (difference->entity == ENTITY_STICKY)
		strbuf_addf(out, "%d,%d", sticky->place.column, sticky->place.row);
	else if (difference->entity == ENTITY_PHASE)
		strbuf_addf(out, "%" PRId64, ((const struct phase *)item)->column);
	else
		strbuf_addf(out, "%" PRId64, ((const struct lane *)item)->row);
}

/* Appends a field: the note, the payload, ... of a sticky; an answer about a relation; a purpose. */
static void difflist_field(
	const struct board *board, const struct difference *difference, const void *item, struct strbuf *out)
{
	const struct field *field = difference->field;

	(void)board;
	field_format(field ? field : field_find(ENTITY_STICKY, compare_token(difference->what)), item, out);
}

static void difflist_kind(
	const struct board *board, const struct difference *difference, const void *item, struct strbuf *out)
{
	(void)board;
	(void)difference;
	strbuf_addstr(out, kind_token((enum kind)((const struct sticky *)item)->kind));
}

static void difflist_drawn(
	const struct board *board, const struct difference *difference, const void *item, struct strbuf *out)
{
	(void)difference;
	difflist_context(board, ((const struct sticky *)item)->context, out);
}

static void difflist_resolved(
	const struct board *board, const struct difference *difference, const void *item, struct strbuf *out)
{
	(void)board;
	(void)difference;
	strbuf_addch(out, ((const struct sticky *)item)->resolved ? '1' : '0');
}

static void difflist_pivotal(
	const struct board *board, const struct difference *difference, const void *item, struct strbuf *out)
{
	(void)board;
	(void)difference;
	strbuf_addch(out, ((const struct sticky *)item)->pivotal ? '1' : '0');
}

static void difflist_public(
	const struct board *board, const struct difference *difference, const void *item, struct strbuf *out)
{
	(void)board;
	(void)difference;
	strbuf_addch(out, ((const struct sticky *)item)->public ? '1' : '0');
}

/* How differences are printed. */
static const struct difflist_row {
	const char *title; /* heading for the differences of this kind; translated when printed */
	/* Appends the value that differs. */
	void (*value)(
		const struct board *board, const struct difference *difference, const void *item, struct strbuf *out);
	bool worded;          /* the value is text: show the words that changed */
	const char *yes, *no; /* of a flag: what it became; translated when printed */
} difflist_rows[DIFFERENCE_COUNT] = {
	[DIFFERENCE_ADDED] = {N_("added"), difflist_name_of, false, NULL, NULL},
	[DIFFERENCE_REMOVED] = {N_("removed"), difflist_name_of, false, NULL, NULL},
	[DIFFERENCE_MOVED] = {N_("moved"), difflist_place, false, NULL, NULL},
	[DIFFERENCE_REWORDED] = {N_("reworded"), difflist_name_of, true, NULL, NULL},
	[DIFFERENCE_NOTED] = {N_("note"), difflist_field, true, NULL, NULL},
	[DIFFERENCE_REKINDED] = {N_("kind changed"), difflist_kind, false, NULL, NULL},
	[DIFFERENCE_DRAWN] = {N_("context changed"), difflist_drawn, false, NULL, NULL},
	[DIFFERENCE_RESOLVED] = {N_("resolved or reopened"), difflist_resolved, false, N_("resolved"), N_("reopened")},
	[DIFFERENCE_PIVOTAL] = {N_("pivotal or no longer"), difflist_pivotal, false, N_("pivotal"), N_("not pivotal")},
	[DIFFERENCE_PUBLIC] = {N_("public or private"), difflist_public, false, N_("public"), N_("private")},
	[DIFFERENCE_PAYLOAD] = {N_("payload"), difflist_field, true, NULL, NULL},
	[DIFFERENCE_METADATA] = {N_("metadata"), difflist_field, true, NULL, NULL},
	[DIFFERENCE_REJECTION] = {N_("rejection"), difflist_field, true, NULL, NULL},
	[DIFFERENCE_ALTERED] = {N_("changed"), difflist_name_of, false, NULL, NULL},
	[DIFFERENCE_ANSWERED] = {N_("answered"), difflist_field, false, NULL, NULL},
	[DIFFERENCE_DESCRIBED] = {N_("described"), difflist_field, false, NULL, NULL},
};

static const char *difflist_entity(enum entity entity)
{
	static const char *const names[ENTITY_COUNT] = {
		[ENTITY_BOARD] = N_("Title"),
		[ENTITY_PERSON] = N_("People"),
		[ENTITY_CONTEXT] = N_("Contexts"),
		[ENTITY_STICKY] = N_("Stickies"),
		[ENTITY_LINK] = N_("Arrows"),
		[ENTITY_VOTE] = N_("Votes"),
		[ENTITY_PHASE] = N_("Phases"),
		[ENTITY_LANE] = N_("Lanes"),
		[ENTITY_RELATION] = N_("Relations"),
		[ENTITY_MESSAGE] = N_("Messages"),
	};

	return _(names[entity]);
}

/* Prints the values before and after, one of which may be empty. */
static void difflist_values(
	const struct difflist *diff, const struct difference *difference, struct strbuf *before, struct strbuf *after)
{
	const struct difflist_row *row = &difflist_rows[difference->what];

	strbuf_reset(before);
	strbuf_reset(after);
	if (difference->before)
		row->value(diff->before, difference, difference->before, before);
	if (difference->after)
		row->value(diff->after, difference, difference->after, after);
}

/* Appends the item: "#12 event “Order placed”". */
static void difflist_subject(const struct difflist *diff, const struct difference *difference, struct strbuf *out)
{
	const struct board *board = difference->after ? diff->after : diff->before;
	const void *item = difference->after ? difference->after : difference->before;
	const struct sticky *sticky = item;
	bool quoted = difference->entity != ENTITY_LINK && difference->entity != ENTITY_RELATION &&
		      difference->entity != ENTITY_MESSAGE;

	if (difference->entity == ENTITY_STICKY)
		strbuf_addf(out, "#%" PRId64 " %s ", sticky->id, kind_token((enum kind)sticky->kind));
	strbuf_addstr(out, quoted ? "“" : "");
	difflist_name(board, difference->entity, item, out);
	strbuf_addstr(out, quoted ? "”" : "");
}

/* Puts VALUE on one line. */
static void difflist_flatten(const struct difference *difference, struct strbuf *value)
{
	bool fields = difference->what == DIFFERENCE_PAYLOAD || difference->what == DIFFERENCE_METADATA;

	for (size_t at = 0; at < value->len; at++) {
		if (value->text[at] != '\n')
			continue;
		value->text[at] = ' ';
		if (fields)
			strbuf_insert(value, at++, ";", 1);
	}
}

static void difflist_line(const struct difflist *diff, const struct difference *difference)
{
	const struct difflist_row *row = &difflist_rows[difference->what];
	struct strbuf before = STRBUF_INIT, after = STRBUF_INIT, line = STRBUF_INIT;

	difflist_values(diff, difference, &before, &after);
	difflist_flatten(difference, &before);
	difflist_flatten(difference, &after);
	if (difference->what == DIFFERENCE_REWORDED && difference->entity == ENTITY_STICKY)
		strbuf_addf(&line, "#%" PRId64 ": ", ((const struct sticky *)difference->after)->id);
	else if (difference->what != DIFFERENCE_REWORDED && difference->what != DIFFERENCE_ALTERED)
		difflist_subject(diff, difference, &line);
	if (row->worded) {
		strbuf_addstr(&line, difference->what == DIFFERENCE_REWORDED ? "" : ": ");
		rewording_format(before.text, after.text, &line);
	} else if (difference->what == DIFFERENCE_ALTERED) {
		strbuf_addf(&line, "%s  ->  %s", before.text, after.text);
	} else if (row->yes) {
		strbuf_addf(&line, ": %s", after.text[0] == '1' ? _(row->yes) : _(row->no));
	} else if (difference->field) {
		strbuf_addf(&line, ": %s: %s -> %s", difference->field->name, before.len ? before.text : "?",
			after.len ? after.text : "?");
	} else if (difference->before && difference->after) {
		strbuf_addf(&line, ": %s -> %s", before.text, after.text);
	}
	fputs("  ", stdout);
	output_text(stdout, line.text, line.len);
	fputc('\n', stdout);
	strbuf_release(&before);
	strbuf_release(&after);
	strbuf_release(&line);
}

/* Prints as text, with a heading for each sort of difference. */
static void difflist_print_text(const struct difflist *diff)
{
	const struct difference *last = NULL;

	for (size_t i = 0; i < diff->differences.count; i++) {
		const struct difference *difference = vec_at(&diff->differences, i);

		if (!last || last->entity != difference->entity || last->what != difference->what)
			printf("%s%s: %s\n", last ? "\n" : "", difflist_entity(difference->entity),
				_(difflist_rows[difference->what].title));
		difflist_line(diff, difference);
		last = difference;
	}
}

static void difflist_print_csv(const struct difflist *diff)
{
	static const char *const header[] = {"difference", "entity", "id", "kind", "text", "before", "after"};
	struct strbuf before = STRBUF_INIT, after = STRBUF_INIT, name = STRBUF_INIT;
	struct csv_writer writer;

	csv_writer_init(&writer, stdout, false);
	for (size_t i = 0; i < ARRAY_SIZE(header); i++)
		csv_writer_text(&writer, header[i]);
	csv_writer_end_row(&writer);
	for (size_t i = 0; i < diff->differences.count; i++) {
		const struct difference *difference = vec_at(&diff->differences, i);
		const void *item = difference->after ? difference->after : difference->before;
		const struct sticky *sticky = difference->entity == ENTITY_STICKY ? item : NULL;

		difflist_values(diff, difference, &before, &after);
		strbuf_reset(&name);
		difflist_name(difference->after ? diff->after : diff->before, difference->entity, item, &name);
		csv_writer_text(&writer, difference->field ? difference->field->name : compare_token(difference->what));
		csv_writer_text(&writer, entity_type(difference->entity)->name);
		csv_writer_number(&writer, *(const int64_t *)item);
		csv_writer_text(&writer, sticky ? kind_token((enum kind)sticky->kind) : NULL);
		csv_writer_text(&writer, name.text);
		csv_writer_text(&writer, before.text);
		csv_writer_text(&writer, after.text);
		csv_writer_end_row(&writer);
	}
	csv_writer_release(&writer);
	strbuf_release(&before);
	strbuf_release(&after);
	strbuf_release(&name);
}

void difflist_print(
	enum difflist_format format, const struct board *before, const struct board *after, const struct vec *shifts)
{
	struct difflist diff = {before, after, VEC_INIT(struct difference)};

	compare_boards(before, after, shifts, &diff.differences);
	if (format == DIFFLIST_CSV)
		difflist_print_csv(&diff);
	else
		difflist_print_text(&diff);
	vec_release(&diff.differences);
}
