#include "session/action_text.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/step.h"
#include "text/clean.h"

/* Appends the text of a row for a change. */
typedef void action_text_say(
	const struct board *board, const struct change *change, const char *format, struct strbuf *out);

/* How to describe one sort of change. */
struct action_text_row {
	enum entity entity;
	const char *field; /* its name, or one of those below */
	int weight;        /* the heaviest change of an action is described */
	action_text_say *say;
	const char *format; /* to be translated */
};

#define ACTION_TEXT_MADE "+"
#define ACTION_TEXT_REMOVED "-"
#define ACTION_TEXT_OTHER "*" /* any other field */

/* Appends a text from the log or the board, on one line. */
static void action_text_text(const char *text, struct strbuf *out)
{
	struct strbuf line = STRBUF_INIT;

	clean_for_display(&line, text ? text : "", text ? strlen(text) : 0);
	strbuf_addstr(out, line.text);
	strbuf_release(&line);
}

/* Appends FORMAT, where %1 and %2 stand for FIRST and SECOND, which translations may reorder. */
static void action_text_fill(const char *format, const char *first, const char *second, struct strbuf *out)
{
	for (const char *at = _(format); *at; at++) {
		if (*at != '%' || (at[1] != '1' && at[1] != '2'))
			strbuf_addch(out, *at);
		else
			action_text_text(*++at == '1' ? first : second, out);
	}
}

/* Appends "event “Order placed”", or the kind alone. */
static void action_text_sticky(const struct board *board, int64_t id, struct strbuf *out)
{
	const struct sticky *sticky = board_sticky(board, id);

	if (!sticky)
		strbuf_addf(out, "#%" PRId64, id);
	else
		strbuf_addf(out, "%s “%s”", kind_name((enum kind)sticky->kind), sticky->text ? sticky->text : "");
}

/* FORMAT takes the sticky and the new value. */
static void action_text_say_sticky(
	const struct board *board, const struct change *change, const char *format, struct strbuf *out)
{
	struct strbuf subject = STRBUF_INIT;

	action_text_sticky(board, change->item, &subject);
	action_text_fill(format, subject.text, change->after, out);
	strbuf_release(&subject);
}

/* FORMAT takes the removed sticky, as the log has it. */
static void action_text_say_removed(
	const struct board *board, const struct change *change, const char *format, struct strbuf *out)
{
	struct strbuf subject = STRBUF_INIT;
	struct sticky sticky = {0};

	(void)board;
	if (!record_parse(ENTITY_STICKY, &sticky, change->before, NULL))
		strbuf_addf(&subject, "%s “%s”", kind_name((enum kind)sticky.kind), sticky.text ? sticky.text : "");
	action_text_fill(format, subject.text, "", out);
	item_clear(ENTITY_STICKY, &sticky);
	strbuf_release(&subject);
}

/* FORMAT takes the old and the new text. */
static void action_text_say_values(
	const struct board *board, const struct change *change, const char *format, struct strbuf *out)
{
	(void)board;
	action_text_fill(format, change->before, change->after, out);
}

static void action_text_say_kind(
	const struct board *board, const struct change *change, const char *format, struct strbuf *out)
{
	const struct sticky *sticky = board_sticky(board, change->item);

	action_text_fill(format, sticky ? sticky->text : "", sticky ? kind_name((enum kind)sticky->kind) : "", out);
}

/* For a flag: FORMAT has a text for setting and one for clearing it, with a bar between. */
static void action_text_say_flag(
	const struct board *board, const struct change *change, const char *format, struct strbuf *out)
{
	char *sentences = mem_strdup(_(format)), *bar = strchr(sentences, '|');

	if (bar)
		*bar = '\0';
	action_text_say_sticky(board, change, bar && !(change->after && change->after[0]) ? bar + 1 : sentences, out);
	free(sentences);
}

static void action_text_say_context_of(
	const struct board *board, const struct change *change, const char *format, struct strbuf *out)
{
	const struct sticky *sticky = board_sticky(board, change->item);
	const struct context *context = sticky ? board_context(board, sticky->context) : NULL;
	struct strbuf subject = STRBUF_INIT;

	action_text_sticky(board, change->item, &subject);
	action_text_fill(
		context ? format : N_("takes %1 out of its context"), subject.text, context ? context->name : "", out);
	strbuf_release(&subject);
}

static void action_text_say_link(
	const struct board *board, const struct change *change, const char *format, struct strbuf *out)
{
	struct strbuf source = STRBUF_INIT, target = STRBUF_INIT;
	struct link link = {0};
	const char *record = change->after ? change->after : change->before;

	if (!record_parse(ENTITY_LINK, &link, record, NULL)) {
		action_text_sticky(board, link.source, &source);
		action_text_sticky(board, link.target, &target);
	}
	action_text_fill(format, source.text, target.text, out);
	strbuf_release(&source);
	strbuf_release(&target);
}

static void action_text_say_vote(
	const struct board *board, const struct change *change, const char *format, struct strbuf *out)
{
	const struct vote *held = board_item(board, ENTITY_VOTE, change->item);
	struct strbuf subject = STRBUF_INIT;
	struct vote vote = {0};

	if (held)
		vote.sticky = held->sticky;
	else if (change->before && !change->field)
		record_parse(ENTITY_VOTE, &vote, change->before, NULL);
	action_text_sticky(board, vote.sticky, &subject);
	action_text_fill(format, subject.text, "", out);
	strbuf_release(&subject);
}

static const char *action_text_context_name(const struct board *board, int64_t id)
{
	const struct context *context = board_context(board, id);

	return context && context->name ? context->name : "-";
}

static void action_text_say_relation(
	const struct board *board, const struct change *change, const char *format, struct strbuf *out)
{
	const struct relation *held = board_item(board, ENTITY_RELATION, change->item);
	struct relation relation = {0};

	if (held) {
		relation.source = held->source;
		relation.target = held->target;
	} else if (change->before && !change->field && record_parse(ENTITY_RELATION, &relation, change->before, NULL)) {
		relation.source = relation.target = 0;
	}
	action_text_fill(format, action_text_context_name(board, relation.source),
		action_text_context_name(board, relation.target), out);
	if (!held)
		item_clear(ENTITY_RELATION, &relation);
}

/* FORMAT takes the name of the item made, changed or removed; that of a removed item is from the log. */
static void action_text_say_named(
	const struct board *board, const struct change *change, const char *format, struct strbuf *out)
{
	const struct field *name = field_find(change->entity, "name");
	const void *held = board_item(board, change->entity, change->item);
	void *item = mem_zalloc(entity_type(change->entity)->size);
	struct strbuf text = STRBUF_INIT;

	if (held)
		field_format(name, held, &text);
	else if (change->before && !change->field && !record_parse(change->entity, item, change->before, NULL))
		field_format(name, item, &text);
	action_text_fill(format, text.text, "", out);
	item_clear(change->entity, item);
	free(item);
	strbuf_release(&text);
}

static void action_text_say_step(
	const struct board *board, const struct change *change, const char *format, struct strbuf *out)
{
	int step = board_step(board);
	char number[16];

	(void)change;
	number[0] = (char)('0' + step);
	number[1] = '\0';
	action_text_fill(format, number, step_name(step), out);
}

static const struct action_text_row action_text_rows[] = {
	{ENTITY_STICKY, ACTION_TEXT_MADE, 90, action_text_say_sticky, N_("adds %1")},
	{ENTITY_STICKY, ACTION_TEXT_REMOVED, 88, action_text_say_removed, N_("removes %1")},
	{ENTITY_CONTEXT, ACTION_TEXT_MADE, 86, action_text_say_named, N_("draws the context “%1”")},
	{ENTITY_CONTEXT, ACTION_TEXT_REMOVED, 85, action_text_say_named, N_("removes the context “%1”")},
	{ENTITY_RELATION, ACTION_TEXT_MADE, 84, action_text_say_relation, N_("relates “%1” to “%2”")},
	{ENTITY_RELATION, ACTION_TEXT_REMOVED, 83, action_text_say_relation,
		N_("removes the relation of “%1” to “%2”")},
	{ENTITY_STICKY, "kind", 80, action_text_say_kind, N_("makes “%1” a sticky of the kind %2")},
	{ENTITY_STICKY, "text", 78, action_text_say_values, N_("rewords “%1” to “%2”")},
	{ENTITY_STICKY, "note", 76, action_text_say_sticky, N_("writes a note behind %1")},
	{ENTITY_STICKY, "resolved", 74, action_text_say_flag, N_("resolves %1|reopens %1")},
	{ENTITY_STICKY, "pivotal", 72, action_text_say_flag, N_("marks %1 as pivotal|unmarks %1 as pivotal")},
	{ENTITY_STICKY, "context", 70, action_text_say_context_of, N_("puts %1 into “%2”")},
	{ENTITY_STICKY, "place", 60, action_text_say_sticky, N_("moves %1")},
	{ENTITY_STICKY, "dismissed", 20, action_text_say_sticky, N_("dismisses a check about %1")},
	{ENTITY_STICKY, "public", 19, action_text_say_flag, N_("makes %1 public|makes %1 private")},
	{ENTITY_STICKY, "payload", 18, action_text_say_sticky, N_("sets what %1 carries")},
	{ENTITY_STICKY, "metadata", 17, action_text_say_sticky, N_("sets the metadata of %1")},
	{ENTITY_STICKY, "definition", 14, action_text_say_sticky, N_("defines %1")},
	{ENTITY_STICKY, "invariants", 13, action_text_say_sticky, N_("sets the invariants of %1")},
	{ENTITY_STICKY, "rejection", 16, action_text_say_sticky, N_("says how %1 is rejected")},
	{ENTITY_LINK, ACTION_TEXT_MADE, 68, action_text_say_link, N_("links %1 to %2")},
	{ENTITY_LINK, ACTION_TEXT_REMOVED, 66, action_text_say_link, N_("removes the link of %1 to %2")},
	{ENTITY_VOTE, ACTION_TEXT_MADE, 64, action_text_say_vote, N_("votes for %1")},
	{ENTITY_VOTE, "dots", 63, action_text_say_vote, N_("votes for %1")},
	{ENTITY_VOTE, ACTION_TEXT_REMOVED, 62, action_text_say_vote, N_("takes back a vote for %1")},
	{ENTITY_CONTEXT, "name", 58, action_text_say_values, N_("renames the context “%1” to “%2”")},
	{ENTITY_CONTEXT, "purpose", 22, action_text_say_named, N_("says what the context “%1” is for")},
	{ENTITY_CONTEXT, "subdomain", 22, action_text_say_named, N_("says what the context “%1” is worth")},
	{ENTITY_CONTEXT, "roles", 22, action_text_say_named, N_("says what parts the context “%1” plays")},
	{ENTITY_CONTEXT, "assumptions", 22, action_text_say_named, N_("notes assumptions of the context “%1”")},
	{ENTITY_CONTEXT, "map_column", 24, action_text_say_named, N_("moves “%1” on the map")},
	{ENTITY_CONTEXT, "map_row", 23, action_text_say_named, N_("moves “%1” on the map")},
	{ENTITY_PHASE, ACTION_TEXT_MADE, 56, action_text_say_named, N_("names the phase “%1”")},
	{ENTITY_PHASE, ACTION_TEXT_REMOVED, 55, action_text_say_named, N_("removes the phase “%1”")},
	{ENTITY_PHASE, "name", 54, action_text_say_values, N_("renames the phase “%1” to “%2”")},
	{ENTITY_LANE, ACTION_TEXT_MADE, 52, action_text_say_named, N_("names the lane “%1”")},
	{ENTITY_LANE, ACTION_TEXT_REMOVED, 51, action_text_say_named, N_("removes the lane “%1”")},
	{ENTITY_LANE, "name", 50, action_text_say_values, N_("renames the lane “%1” to “%2”")},
	{ENTITY_BOARD, "step", 100, action_text_say_step, N_("goes to step %1, %2")},
	{ENTITY_BOARD, "title", 48, action_text_say_values, N_("titles the board “%2”")},
	{ENTITY_BOARD, "purpose", 47, action_text_say_values, N_("says what the workshop is for")},
	{ENTITY_BOARD, "columns", 40, action_text_say_values, N_("makes or removes room")},
	{ENTITY_BOARD, "rows", 40, action_text_say_values, N_("makes or removes room")},
	{ENTITY_RELATION, ACTION_TEXT_OTHER, 28, action_text_say_relation, N_("changes the relation of “%1” to “%2”")},
	{ENTITY_MESSAGE, ACTION_TEXT_MADE, 27, action_text_say_values, N_("adds what a relation carries")},
	{ENTITY_MESSAGE, ACTION_TEXT_REMOVED, 26, action_text_say_values, N_("removes something a relation carries")},
	{ENTITY_MESSAGE, ACTION_TEXT_OTHER, 25, action_text_say_values, N_("changes what a relation carries")},
	{ENTITY_BOARD, "locked", 46, action_text_say_flag, N_("locks the board|unlocks the board")},
	{ENTITY_BOARD, "silent", 45, action_text_say_flag, N_("starts a silent round|ends the silent round")},
	{ENTITY_BOARD, "votes", 44, action_text_say_flag, N_("starts a vote|ends the vote")},
	{ENTITY_BOARD, "votes_hidden", 43, action_text_say_flag, N_("hides the votes|shows the votes")},
	{ENTITY_BOARD, "timer", 15, action_text_say_values, N_("sets or stops the timer")},
	{ENTITY_PERSON, ACTION_TEXT_MADE, 10, action_text_say_named, N_("“%1” joins")},
	{ENTITY_PERSON, "role", 9, action_text_say_named, N_("changes the role of “%1”")},
};

static const struct action_text_row *action_text_find(const struct change *change)
{
	const char *field = change_makes(change)     ? ACTION_TEXT_MADE
			    : change_removes(change) ? ACTION_TEXT_REMOVED
			    : change->field          ? change->field->name
						     : "";

	for (size_t i = 0; i < ARRAY_SIZE(action_text_rows); i++)
		if (action_text_rows[i].entity == change->entity &&
			(!strcmp(action_text_rows[i].field, field) ||
				(change->field && !strcmp(action_text_rows[i].field, ACTION_TEXT_OTHER))))
			return &action_text_rows[i];
	return NULL;
}

const struct change *action_text_main(const struct action *action)
{
	const struct change *best = NULL;
	int weight = 0;

	for (size_t i = 0; i < action->changes.count; i++) {
		const struct change *change = action_change(action, i);
		const struct action_text_row *row = action_text_find(change);

		if (!row || row->weight <= weight)
			continue;
		weight = row->weight;
		best = change;
	}
	return best;
}

/* How many more changes of ACTION are of the same sort as TOLD. */
static size_t action_text_more(const struct action *action, const struct change *told)
{
	const struct action_text_row *row = action_text_find(told);
	size_t count = 0;

	for (size_t i = 0; i < action->changes.count; i++)
		count += action_text_find(action_change(action, i)) == row;
	return count - 1;
}

/* Appends the text for a merge; false if ACTION is not one. Only a merge begins by clearing the time of the last change
 * of a sticky, and ends by removing a sticky. */
static bool action_text_say_merge(const struct board *board, const struct action *action, struct strbuf *out)
{
	size_t count = action->changes.count;
	const struct change *first = action_first(action);
	const struct change *last = count ? action_change(action, count - 1) : NULL;
	struct strbuf into = STRBUF_INIT, gone = STRBUF_INIT;
	size_t merged = 0;

	if (!first || !first->field || strcmp(first->field->name, "updated") || *first->after ||
		last->entity != ENTITY_STICKY || !change_removes(last))
		return false;
	for (size_t i = 0; i < count; i++)
		merged += action_change(action, i)->entity == ENTITY_STICKY && change_removes(action_change(action, i));
	action_text_sticky(board, first->item, &into);
	action_text_say_removed(board, last, "%1", &gone);
	action_text_fill(N_("merges %1 into %2"), gone.text, into.text, out);
	if (merged > 1)
		strbuf_addf(out, ngettext(" and %zu more", " and %zu more", merged - 1), merged - 1);
	strbuf_release(&into);
	strbuf_release(&gone);
	return true;
}

void action_text_deed(const struct board *board, const struct action *action, struct strbuf *out)
{
	const struct change *told = action_text_main(action);
	const struct action_text_row *row;
	size_t more;

	if (!told) {
		strbuf_addstr(out, _("nothing visible"));
		return;
	}
	if (action_text_say_merge(board, action, out))
		return;
	row = action_text_find(told);
	row->say(board, told, row->format, out);
	more = action_text_more(action, told);
	if (more)
		strbuf_addf(out, ngettext(" and %zu more", " and %zu more", more), more);
}

void action_text_format(const struct board *board, const struct action *action, struct strbuf *out)
{
	static const char *const kinds[ACTION_KIND_COUNT] = {
		[ACTION_UNDO] = N_("undoes"), [ACTION_REDO] = N_("redoes")};

	if (action->kind != ACTION_DO)
		strbuf_addf(out, "%s: ", _(kinds[action->kind]));
	action_text_deed(board, action, out);
}
