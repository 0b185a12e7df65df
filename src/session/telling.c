#include "session/telling.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/step.h"
#include "text/clean.h"

/* Appends what a row has to say about a change. */
typedef void telling_say(const struct board *board, const struct change *change, const char *format,
	struct strbuf *out);

/* A row of what can be told. */
struct telling_row {
	enum entity entity;
	const char *field;  /* its name, or one of those below */
	int weight;         /* of an action's changes the heaviest is told */
	telling_say *say;
	const char *format; /* to be translated */
};

#define TELLING_MADE "+"
#define TELLING_REMOVED "-"
#define TELLING_OTHER "*" /* any other field */

/* Appends a text from the log or the board, on one line. */
static void telling_text(const char *text, struct strbuf *out)
{
	struct strbuf line = STRBUF_INIT;

	clean_for_display(&line, text ? text : "", text ? strlen(text) : 0);
	strbuf_addstr(out, line.text);
	strbuf_release(&line);
}

/* Appends FORMAT, in which %1 and %2 stand for texts: translations put them in their own order. */
static void telling_fill(const char *format, const char *first, const char *second,
	struct strbuf *out)
{
	for (const char *at = _(format); *at; at++) {
		if (*at != '%' || (at[1] != '1' && at[1] != '2'))
			strbuf_addch(out, *at);
		else
			telling_text(*++at == '1' ? first : second, out);
	}
}

/* Appends "event “Order placed”", or the kind alone. */
static void telling_sticky(const struct board *board, int64_t id, struct strbuf *out)
{
	const struct sticky *sticky = board_sticky(board, id);

	if (!sticky)
		strbuf_addf(out, "#%" PRId64, id);
	else
		strbuf_addf(out, "%s “%s”", kind_name((enum kind)sticky->kind),
			sticky->text ? sticky->text : "");
}

/* A format with the sticky and its new value. */
static void telling_say_sticky(const struct board *board, const struct change *change,
	const char *format, struct strbuf *out)
{
	struct strbuf subject = STRBUF_INIT;

	telling_sticky(board, change->item, &subject);
	telling_fill(format, subject.text, change->after, out);
	strbuf_release(&subject);
}

/* Of one that is gone the log has kept what it was. */
static void telling_say_removed(const struct board *board, const struct change *change,
	const char *format, struct strbuf *out)
{
	struct strbuf subject = STRBUF_INIT;
	struct sticky sticky = {0};

	(void)board;
	if (!record_parse(ENTITY_STICKY, &sticky, change->before, NULL))
		strbuf_addf(&subject, "%s “%s”", kind_name((enum kind)sticky.kind),
			sticky.text ? sticky.text : "");
	telling_fill(format, subject.text, "", out);
	item_clear(ENTITY_STICKY, &sticky);
	strbuf_release(&subject);
}

/* A format with the old and the new text. */
static void telling_say_values(const struct board *board, const struct change *change,
	const char *format, struct strbuf *out)
{
	(void)board;
	telling_fill(format, change->before, change->after, out);
}

static void telling_say_kind(const struct board *board, const struct change *change,
	const char *format, struct strbuf *out)
{
	const struct sticky *sticky = board_sticky(board, change->item);

	telling_fill(format, sticky ? sticky->text : "",
		sticky ? kind_name((enum kind)sticky->kind) : "", out);
}

/* A flag that is set or cleared; FORMAT has both sentences, with a bar between. */
static void telling_say_flag(const struct board *board, const struct change *change,
	const char *format, struct strbuf *out)
{
	char *sentences = mem_strdup(_(format)), *bar = strchr(sentences, '|');

	if (bar)
		*bar = '\0';
	telling_say_sticky(board, change,
		bar && !(change->after && change->after[0]) ? bar + 1 : sentences, out);
	free(sentences);
}

static void telling_say_context_of(const struct board *board, const struct change *change,
	const char *format, struct strbuf *out)
{
	const struct sticky *sticky = board_sticky(board, change->item);
	const struct context *context = sticky ? board_context(board, sticky->context) : NULL;
	struct strbuf subject = STRBUF_INIT;

	telling_sticky(board, change->item, &subject);
	telling_fill(context ? format : N_("takes %1 out of its context"), subject.text,
		context ? context->name : "", out);
	strbuf_release(&subject);
}

static void telling_say_link(const struct board *board, const struct change *change,
	const char *format, struct strbuf *out)
{
	struct strbuf source = STRBUF_INIT, target = STRBUF_INIT;
	struct link link = {0};
	const char *record = change->after ? change->after : change->before;

	if (!record_parse(ENTITY_LINK, &link, record, NULL)) {
		telling_sticky(board, link.source, &source);
		telling_sticky(board, link.target, &target);
	}
	telling_fill(format, source.text, target.text, out);
	strbuf_release(&source);
	strbuf_release(&target);
}

static void telling_say_vote(const struct board *board, const struct change *change,
	const char *format, struct strbuf *out)
{
	const struct vote *held = board_item(board, ENTITY_VOTE, change->item);
	struct strbuf subject = STRBUF_INIT;
	struct vote vote = {0};

	if (held)
		vote.sticky = held->sticky;
	else if (change->before && !change->field)
		record_parse(ENTITY_VOTE, &vote, change->before, NULL);
	telling_sticky(board, vote.sticky, &subject);
	telling_fill(format, subject.text, "", out);
	strbuf_release(&subject);
}

static const char *telling_context_name(const struct board *board, int64_t id)
{
	const struct context *context = board_context(board, id);

	return context && context->name ? context->name : "-";
}

static void telling_say_relation(const struct board *board, const struct change *change,
	const char *format, struct strbuf *out)
{
	const struct relation *held = board_item(board, ENTITY_RELATION, change->item);
	struct relation relation = {0};

	if (held) {
		relation.source = held->source;
		relation.target = held->target;
	} else if (change->before && !change->field &&
		   record_parse(ENTITY_RELATION, &relation, change->before, NULL)) {
		relation.source = relation.target = 0;
	}
	telling_fill(format, telling_context_name(board, relation.source),
		telling_context_name(board, relation.target), out);
	if (!held)
		item_clear(ENTITY_RELATION, &relation);
}

/* A format with the name of what was made, altered or, from what the log has kept, removed. */
static void telling_say_named(const struct board *board, const struct change *change,
	const char *format, struct strbuf *out)
{
	const struct field *name = field_find(change->entity, "name");
	const void *held = board_item(board, change->entity, change->item);
	void *item = mem_zalloc(entity_type(change->entity)->size);
	struct strbuf text = STRBUF_INIT;

	if (held)
		field_format(name, held, &text);
	else if (change->before && !change->field &&
		 !record_parse(change->entity, item, change->before, NULL))
		field_format(name, item, &text);
	telling_fill(format, text.text, "", out);
	item_clear(change->entity, item);
	free(item);
	strbuf_release(&text);
}

static void telling_say_step(const struct board *board, const struct change *change,
	const char *format, struct strbuf *out)
{
	int step = board_step(board);
	char number[16];

	(void)change;
	number[0] = (char)('0' + step);
	number[1] = '\0';
	telling_fill(format, number, step_name(step), out);
}

static const struct telling_row telling_rows[] = {
	{ENTITY_STICKY, TELLING_MADE, 90, telling_say_sticky, N_("adds %1")},
	{ENTITY_STICKY, TELLING_REMOVED, 88, telling_say_removed, N_("removes %1")},
	{ENTITY_CONTEXT, TELLING_MADE, 86, telling_say_named, N_("draws the context “%1”")},
	{ENTITY_CONTEXT, TELLING_REMOVED, 85, telling_say_named, N_("removes the context “%1”")},
	{ENTITY_RELATION, TELLING_MADE, 84, telling_say_relation, N_("relates “%1” to “%2”")},
	{ENTITY_RELATION, TELLING_REMOVED, 83, telling_say_relation,
		N_("removes the relation of “%1” to “%2”")},
	{ENTITY_STICKY, "kind", 80, telling_say_kind, N_("makes “%1” a sticky of the kind %2")},
	{ENTITY_STICKY, "text", 78, telling_say_values, N_("rewords “%1” to “%2”")},
	{ENTITY_STICKY, "note", 76, telling_say_sticky, N_("writes a note behind %1")},
	{ENTITY_STICKY, "resolved", 74, telling_say_flag, N_("settles %1|reopens %1")},
	{ENTITY_STICKY, "pivotal", 72, telling_say_flag,
		N_("marks %1 as pivotal|takes the pivotal mark from %1")},
	{ENTITY_STICKY, "context", 70, telling_say_context_of, N_("puts %1 into “%2”")},
	{ENTITY_STICKY, "place", 60, telling_say_sticky, N_("moves %1")},
	{ENTITY_STICKY, "dismissed", 20, telling_say_sticky, N_("silences a check about %1")},
	{ENTITY_STICKY, "public", 19, telling_say_flag, N_("makes %1 public|makes %1 private")},
	{ENTITY_STICKY, "payload", 18, telling_say_sticky, N_("writes down what %1 carries")},
	{ENTITY_STICKY, "metadata", 17, telling_say_sticky, N_("writes down the metadata of %1")},
	{ENTITY_STICKY, "rejection", 16, telling_say_sticky, N_("says how %1 is rejected")},
	{ENTITY_LINK, TELLING_MADE, 68, telling_say_link, N_("links %1 to %2")},
	{ENTITY_LINK, TELLING_REMOVED, 66, telling_say_link, N_("removes the link of %1 to %2")},
	{ENTITY_VOTE, TELLING_MADE, 64, telling_say_vote, N_("votes for %1")},
	{ENTITY_VOTE, "dots", 63, telling_say_vote, N_("votes for %1")},
	{ENTITY_VOTE, TELLING_REMOVED, 62, telling_say_vote, N_("takes back the vote for %1")},
	{ENTITY_CONTEXT, "name", 58, telling_say_values, N_("renames the context “%1” to “%2”")},
	{ENTITY_CONTEXT, "map_column", 30, telling_say_named, N_("moves “%1” on the map")},
	{ENTITY_CONTEXT, "map_row", 29, telling_say_named, N_("moves “%1” on the map")},
	{ENTITY_PHASE, TELLING_MADE, 56, telling_say_named, N_("names the phase “%1”")},
	{ENTITY_PHASE, TELLING_REMOVED, 55, telling_say_named, N_("removes the phase “%1”")},
	{ENTITY_PHASE, "name", 54, telling_say_values, N_("renames the phase “%1” to “%2”")},
	{ENTITY_LANE, TELLING_MADE, 52, telling_say_named, N_("names the lane “%1”")},
	{ENTITY_LANE, TELLING_REMOVED, 51, telling_say_named, N_("removes the lane “%1”")},
	{ENTITY_LANE, "name", 50, telling_say_values, N_("renames the lane “%1” to “%2”")},
	{ENTITY_BOARD, "step", 100, telling_say_step, N_("goes to step %1, %2")},
	{ENTITY_BOARD, "title", 48, telling_say_values, N_("calls the board “%2”")},
	{ENTITY_BOARD, "columns", 40, telling_say_values, N_("makes or takes away room")},
	{ENTITY_BOARD, "rows", 40, telling_say_values, N_("makes or takes away room")},
	{ENTITY_RELATION, TELLING_OTHER, 28, telling_say_relation,
		N_("alters the relation of “%1” to “%2”")},
	{ENTITY_MESSAGE, TELLING_MADE, 27, telling_say_values, N_("says what a relation carries")},
	{ENTITY_MESSAGE, TELLING_REMOVED, 26, telling_say_values,
		N_("takes something from what a relation carries")},
	{ENTITY_MESSAGE, TELLING_OTHER, 25, telling_say_values, N_("alters what a relation carries")},
	{ENTITY_BOARD, "locked", 46, telling_say_flag, N_("locks the board|unlocks the board")},
	{ENTITY_BOARD, "silent", 45, telling_say_flag,
		N_("begins a silent round|ends the silent round")},
	{ENTITY_BOARD, "votes", 44, telling_say_flag, N_("calls for votes|ends the vote")},
	{ENTITY_BOARD, "votes_hidden", 43, telling_say_flag, N_("hides the dots|shows the dots")},
	{ENTITY_BOARD, "timer", 15, telling_say_values, N_("sets or stops the timer")},
	{ENTITY_PERSON, TELLING_MADE, 10, telling_say_named, N_("“%1” comes in")},
	{ENTITY_PERSON, "role", 9, telling_say_named, N_("gives “%1” another role")},
};

static const struct telling_row *telling_find(const struct change *change)
{
	const char *field = change_makes(change) ? TELLING_MADE
			    : change_removes(change) ? TELLING_REMOVED
						     : change->field ? change->field->name : "";

	for (size_t i = 0; i < ARRAY_SIZE(telling_rows); i++)
		if (telling_rows[i].entity == change->entity &&
			(!strcmp(telling_rows[i].field, field) ||
				(change->field && !strcmp(telling_rows[i].field, TELLING_OTHER))))
			return &telling_rows[i];
	return NULL;
}

const struct change *telling_main(const struct action *action)
{
	const struct change *best = NULL;
	int weight = 0;

	for (size_t i = 0; i < action->changes.count; i++) {
		const struct change *change = action_change(action, i);
		const struct telling_row *row = telling_find(change);

		if (!row || row->weight <= weight)
			continue;
		weight = row->weight;
		best = change;
	}
	return best;
}

/* How many changes say the same of other items. */
static size_t telling_more(const struct action *action, const struct change *told)
{
	const struct telling_row *row = telling_find(told);
	size_t count = 0;

	for (size_t i = 0; i < action->changes.count; i++)
		count += telling_find(action_change(action, i)) == row;
	return count - 1;
}

void telling_format(const struct board *board, const struct action *action, struct strbuf *out)
{
	static const char *const kinds[ACTION_KIND_COUNT] = {
		[ACTION_UNDO] = N_("takes back"), [ACTION_REDO] = N_("does again")};
	const struct change *told = telling_main(action);
	const struct telling_row *row;
	size_t more;

	if (action->kind != ACTION_DO)
		strbuf_addf(out, "%s: ", _(kinds[action->kind]));
	if (!told) {
		strbuf_addstr(out, _("nothing that is seen"));
		return;
	}
	row = telling_find(told);
	row->say(board, told, row->format, out);
	more = telling_more(action, told);
	if (more)
		strbuf_addf(out, ngettext(" and %zu more", " and %zu more", more), more);
}
