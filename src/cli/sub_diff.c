/* sub_diff: prints the differences between two moments of a board, or between two boards. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "cli/boardfile.h"
#include "cli/output.h"
#include "cli/subcommand.h"
#include "csv/csv_writer.h"
#include "model/compare.h"
#include "model/shift.h"
#include "session/when.h"
#include "text/rewording.h"

/* A comparison being printed. */
struct sub_diff {
	const struct board *before, *after;
	struct vec differences; /* of struct difference */
};

/* Appends a context's name, or a dash for none. */
static void sub_diff_context(const struct board *board, int64_t id, struct strbuf *out)
{
	const struct context *context = id ? board_context(board, id) : NULL;

	strbuf_addstr(out, context ? context->name : "-");
}

static void sub_diff_relation(const struct board *board, const struct relation *relation, struct strbuf *out)
{
	sub_diff_context(board, relation->source, out);
	strbuf_addf(out, " %s ", relation_style_token((enum relation_style)relation->style));
	sub_diff_context(board, relation->target, out);
	if (relation->label)
		strbuf_addf(out, " “%s”", relation->label);
	if (relation->source_pattern || relation->target_pattern)
		strbuf_addf(out, " %s/%s", relation->source_pattern ? relation->source_pattern : "",
			relation->target_pattern ? relation->target_pattern : "");
}

/* "Ordering async Delivery: #3 “Order placed” state-snapshot, uses id total". */
static void sub_diff_message(const struct board *board, const struct message *message, struct strbuf *out)
{
	const struct sticky *sticky = board_sticky(board, message->sticky);

	sub_diff_relation(board, board_item(board, ENTITY_RELATION, message->relation), out);
	strbuf_addf(out, ": #%" PRId64 " “%s”", sticky->id, sticky->text ? sticky->text : "");
	if (message->type)
		strbuf_addf(out, " %s", message_type_token((enum message_type)message->type));
	if (message->uses)
		strbuf_addf(out, ", %s %s", _("uses"), message->uses);
}

static void sub_diff_link(const struct board *board, const struct link *link, struct strbuf *out)
{
	const struct sticky *source = board_sticky(board, link->source);
	const struct sticky *target = board_sticky(board, link->target);

	strbuf_addf(out, "#%" PRId64 " “%s” -> #%" PRId64 " “%s”", source->id, source->text ? source->text : "",
		target->id, target->text ? target->text : "");
}

/* Appends the name of an item, or the ends that it joins. */
static void sub_diff_name(const struct board *board, enum entity entity, const void *item, struct strbuf *out)
{
	const char *name = NULL;

	switch (entity) {
	case ENTITY_STICKY: name = ((const struct sticky *)item)->text; break;
	case ENTITY_CONTEXT: name = ((const struct context *)item)->name; break;
	case ENTITY_PHASE: name = ((const struct phase *)item)->name; break;
	case ENTITY_LANE: name = ((const struct lane *)item)->name; break;
	case ENTITY_BOARD: name = ((const struct board_facts *)item)->title; break;
	case ENTITY_LINK: sub_diff_link(board, item, out); break;
	case ENTITY_RELATION: sub_diff_relation(board, item, out); break;
	case ENTITY_MESSAGE: sub_diff_message(board, item, out); break;
	default: BUG("entity %d has no name", (int)entity);
	}
	strbuf_addstr(out, name ? name : "");
}

static void sub_diff_name_of(
	const struct board *board, const struct difference *difference, const void *item, struct strbuf *out)
{
	sub_diff_name(board, difference->entity, item, out);
}

static void sub_diff_place(
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
static void sub_diff_field(
	const struct board *board, const struct difference *difference, const void *item, struct strbuf *out)
{
	const struct field *field = difference->field;

	(void)board;
	field_format(field ? field : field_find(ENTITY_STICKY, compare_token(difference->what)), item, out);
}

static void sub_diff_kind(
	const struct board *board, const struct difference *difference, const void *item, struct strbuf *out)
{
	(void)board;
	(void)difference;
	strbuf_addstr(out, kind_token((enum kind)((const struct sticky *)item)->kind));
}

static void sub_diff_drawn(
	const struct board *board, const struct difference *difference, const void *item, struct strbuf *out)
{
	(void)difference;
	sub_diff_context(board, ((const struct sticky *)item)->context, out);
}

static void sub_diff_resolved(
	const struct board *board, const struct difference *difference, const void *item, struct strbuf *out)
{
	(void)board;
	(void)difference;
	strbuf_addch(out, ((const struct sticky *)item)->resolved ? '1' : '0');
}

static void sub_diff_pivotal(
	const struct board *board, const struct difference *difference, const void *item, struct strbuf *out)
{
	(void)board;
	(void)difference;
	strbuf_addch(out, ((const struct sticky *)item)->pivotal ? '1' : '0');
}

static void sub_diff_public(
	const struct board *board, const struct difference *difference, const void *item, struct strbuf *out)
{
	(void)board;
	(void)difference;
	strbuf_addch(out, ((const struct sticky *)item)->public ? '1' : '0');
}

/* How differences are printed. */
static const struct sub_diff_row {
	const char *title; /* heading for the differences of this kind; translated when printed */
	/* Appends the value that differs. */
	void (*value)(
		const struct board *board, const struct difference *difference, const void *item, struct strbuf *out);
	bool worded;          /* the value is text: show the words that changed */
	const char *yes, *no; /* of a flag: what it became; translated when printed */
} sub_diff_rows[DIFFERENCE_COUNT] = {
	[DIFFERENCE_ADDED] = {N_("added"), sub_diff_name_of, false, NULL, NULL},
	[DIFFERENCE_REMOVED] = {N_("removed"), sub_diff_name_of, false, NULL, NULL},
	[DIFFERENCE_MOVED] = {N_("moved"), sub_diff_place, false, NULL, NULL},
	[DIFFERENCE_REWORDED] = {N_("reworded"), sub_diff_name_of, true, NULL, NULL},
	[DIFFERENCE_NOTED] = {N_("note"), sub_diff_field, true, NULL, NULL},
	[DIFFERENCE_REKINDED] = {N_("kind changed"), sub_diff_kind, false, NULL, NULL},
	[DIFFERENCE_DRAWN] = {N_("context changed"), sub_diff_drawn, false, NULL, NULL},
	[DIFFERENCE_RESOLVED] = {N_("resolved or reopened"), sub_diff_resolved, false, N_("resolved"), N_("reopened")},
	[DIFFERENCE_PIVOTAL] = {N_("pivotal or no longer"), sub_diff_pivotal, false, N_("pivotal"), N_("not pivotal")},
	[DIFFERENCE_PUBLIC] = {N_("public or private"), sub_diff_public, false, N_("public"), N_("private")},
	[DIFFERENCE_PAYLOAD] = {N_("payload"), sub_diff_field, true, NULL, NULL},
	[DIFFERENCE_METADATA] = {N_("metadata"), sub_diff_field, true, NULL, NULL},
	[DIFFERENCE_REJECTION] = {N_("rejection"), sub_diff_field, true, NULL, NULL},
	[DIFFERENCE_ALTERED] = {N_("changed"), sub_diff_name_of, false, NULL, NULL},
	[DIFFERENCE_ANSWERED] = {N_("answered"), sub_diff_field, false, NULL, NULL},
	[DIFFERENCE_DESCRIBED] = {N_("described"), sub_diff_field, false, NULL, NULL},
};

static const char *sub_diff_entity(enum entity entity)
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
static void sub_diff_values(
	const struct sub_diff *diff, const struct difference *difference, struct strbuf *before, struct strbuf *after)
{
	const struct sub_diff_row *row = &sub_diff_rows[difference->what];

	strbuf_reset(before);
	strbuf_reset(after);
	if (difference->before)
		row->value(diff->before, difference, difference->before, before);
	if (difference->after)
		row->value(diff->after, difference, difference->after, after);
}

/* Appends the item: "#12 event “Order placed”". */
static void sub_diff_subject(const struct sub_diff *diff, const struct difference *difference, struct strbuf *out)
{
	const struct board *board = difference->after ? diff->after : diff->before;
	const void *item = difference->after ? difference->after : difference->before;
	const struct sticky *sticky = item;
	bool quoted = difference->entity != ENTITY_LINK && difference->entity != ENTITY_RELATION &&
		      difference->entity != ENTITY_MESSAGE;

	if (difference->entity == ENTITY_STICKY)
		strbuf_addf(out, "#%" PRId64 " %s ", sticky->id, kind_token((enum kind)sticky->kind));
	strbuf_addstr(out, quoted ? "“" : "");
	sub_diff_name(board, difference->entity, item, out);
	strbuf_addstr(out, quoted ? "”" : "");
}

/* Puts VALUE on one line. */
static void sub_diff_flatten(const struct difference *difference, struct strbuf *value)
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

static void sub_diff_line(const struct sub_diff *diff, const struct difference *difference)
{
	const struct sub_diff_row *row = &sub_diff_rows[difference->what];
	struct strbuf before = STRBUF_INIT, after = STRBUF_INIT, line = STRBUF_INIT;

	sub_diff_values(diff, difference, &before, &after);
	sub_diff_flatten(difference, &before);
	sub_diff_flatten(difference, &after);
	if (difference->what == DIFFERENCE_REWORDED && difference->entity == ENTITY_STICKY)
		strbuf_addf(&line, "#%" PRId64 ": ", ((const struct sticky *)difference->after)->id);
	else if (difference->what != DIFFERENCE_REWORDED && difference->what != DIFFERENCE_ALTERED)
		sub_diff_subject(diff, difference, &line);
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
static void sub_diff_print_text(const struct sub_diff *diff)
{
	const struct difference *last = NULL;

	for (size_t i = 0; i < diff->differences.count; i++) {
		const struct difference *difference = vec_at(&diff->differences, i);

		if (!last || last->entity != difference->entity || last->what != difference->what)
			printf("%s%s: %s\n", last ? "\n" : "", sub_diff_entity(difference->entity),
				_(sub_diff_rows[difference->what].title));
		sub_diff_line(diff, difference);
		last = difference;
	}
}

static void sub_diff_print_csv(const struct sub_diff *diff)
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

		sub_diff_values(diff, difference, &before, &after);
		strbuf_reset(&name);
		sub_diff_name(difference->after ? diff->after : diff->before, difference->entity, item, &name);
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

/* Prints all of them. */
typedef void sub_diff_format(const struct sub_diff *diff);

/* In the order of the option's words. */
static sub_diff_format *const sub_diff_formats[] = {sub_diff_print_text, sub_diff_print_csv};

/* Compares BEFORE with AFTER and prints it. */
static void sub_diff_print(
	sub_diff_format *format, const struct board *before, const struct board *after, const struct vec *shifts)
{
	struct sub_diff diff = {before, after, VEC_INIT(struct difference)};

	compare_boards(before, after, shifts, &diff.differences);
	format(&diff);
	vec_release(&diff.differences);
}

static int sub_diff_boards(sub_diff_format *format, const char *one, const char *two, struct error *err)
{
	struct boardfile before = BOARDFILE_INIT, after = BOARDFILE_INIT;
	int failed = boardfile_open(&before, one, err);

	if (!failed)
		failed = boardfile_open(&after, two, err);
	if (!failed)
		sub_diff_print(format, before.board, after.board, NULL);
	boardfile_release(&before);
	boardfile_release(&after);
	return failed;
}

static int sub_diff_moments(
	sub_diff_format *format, const char *word, const char *from, const char *to, struct error *err)
{
	struct boardfile before = BOARDFILE_INIT, after = BOARDFILE_INIT;
	struct vec shifts = VEC_INIT(struct shift);
	int failed = boardfile_open_at(&before, word, from, err);

	if (!failed)
		failed = boardfile_open_at(&after, word, to ? to : "end", err);
	if (!failed)
		failed = replay_shifts(after.replay, replay_at(before.replay), replay_at(after.replay), &shifts, err);
	if (!failed)
		sub_diff_print(format, before.board, after.board, &shifts);
	vec_release(&shifts);
	boardfile_release(&before);
	boardfile_release(&after);
	return failed;
}

static int sub_diff_run(const struct request *request, struct error *err)
{
	const char *first = request_operand(request, 0), *second = request_operand(request, 1);
	const char *third = request_operand(request, 2);
	size_t format;

	if (request_choice(request, "format", &format, err))
		return ERROR_USAGE;
	if (third || when_is(second))
		return sub_diff_moments(sub_diff_formats[format], first, second, third, err);
	return sub_diff_boards(sub_diff_formats[format], first, second, err);
}

static void sub_diff_more(FILE *out)
{
	fprintf(out, "\n%s\n",
		_("WHEN is \"#120\" for a change, a time such as \"2026-11-20 14:05\", step:3 for the\n"
		  "end of a step, or end. Another board may take its place.\n"
		  "Removed words are in [- -], added ones in {+ +}."));
}

const struct subcommand sub_diff = {
	.name = "diff",
	.operands = "BOARD WHEN|BOARD [WHEN]",
	.sentence = N_("show what changed between two moments, or between two boards"),
	.least = 2,
	.most = 3,
	.options =
		{
			{'f', "format", "text|csv", N_("output format (default: text)")},
		},
	.more = sub_diff_more,
	.run = sub_diff_run,
};
