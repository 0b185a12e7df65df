/* connect: arrows between stickies, relations between contexts. */
#include <inttypes.h>
#include <string.h>

#include "base/i18n.h"
#include "command/ends.h"
#include "command/mapkeep.h"
#include "command/command_rows.h"

static int connect_link_run(struct run *run, struct error *err)
{
	struct link link = {.source = run_value(run, 0)->number, .target = run_value(run, 1)->number};
	int64_t id;

	if (link.source == link.target)
		return error_set(err, ERROR_REFUSED, _("a sticky cannot point at itself"));
	if (board_link(run->edit.board, link.source, link.target))
		return 0;
	id = edit_create(&run->edit, ENTITY_LINK, &link, err);
	return id < 0 ? (int)id : 0;
}

static int connect_unlink_run(struct run *run, struct error *err)
{
	int64_t source = run_value(run, 0)->number, target = run_value(run, 1)->number;
	const struct link *link = board_link(run->edit.board, source, target);

	if (!link)
		return error_set(err, ERROR_REFUSED, _("no link from %" PRId64 " to %" PRId64), source, target);
	return edit_delete(&run->edit, ENTITY_LINK, link->id, err);
}

#define CONNECT_ENDS                                \
	{"ID", ARGUMENT_STICKY, ARGUMENT_FOCUS, 0}, \
	{                                           \
		"ID", ARGUMENT_STICKY, 0, 0         \
	}

const struct command connect_link = {
	.name = "link",
	.sentence = N_("draw an arrow from one sticky to another"),
	.role = ROLE_PARTICIPANT,
	.arguments = {CONNECT_ENDS},
	.run = connect_link_run,
};

const struct command connect_unlink = {
	.name = "unlink",
	.sentence = N_("remove an arrow"),
	.role = ROLE_PARTICIPANT,
	.arguments = {CONNECT_ENDS},
	.run = connect_unlink_run,
};

enum { RELATE_FROM, RELATE_STYLE, RELATE_TO, RELATE_LABEL, RELATE_PATTERNS };

static int connect_set_relation(struct run *run, int64_t id, const struct relation *wanted, struct error *err)
{
	enum relation_style style = (enum relation_style)wanted->style;
	int failed = edit_set(&run->edit, ENTITY_RELATION, id, "style",
		style == RELATION_SYNC ? "" : relation_style_token(style), err);

	if (!failed && run_value(run, RELATE_PATTERNS)->given)
		failed = edit_set(&run->edit, ENTITY_RELATION, id, "source_pattern",
			wanted->source_pattern ? wanted->source_pattern : "", err);
	if (!failed && run_value(run, RELATE_PATTERNS)->given)
		failed = edit_set(&run->edit, ENTITY_RELATION, id, "target_pattern",
			wanted->target_pattern ? wanted->target_pattern : "", err);
	return failed;
}

/* The pattern WORD; NULL if it is "-" or "", for none. */
static char *connect_pattern(char *word)
{
	return *word && strcmp(word, "-") ? word : NULL;
}

static int connect_relate_run(struct run *run, struct error *err)
{
	const struct context *from = ends_context(run, RELATE_FROM, err);
	const struct context *to = from ? ends_context(run, RELATE_TO, err) : NULL;
	char *patterns = run_value(run, RELATE_PATTERNS)->text.text;
	char *slash = strchr(patterns, '/');
	struct relation relation = {
		.style = (int)run_value(run, RELATE_STYLE)->number, .label = run_value(run, RELATE_LABEL)->text.text};
	const struct relation *old;
	int64_t id;
	int failed;

	if (!to)
		return ERROR_REFUSED;
	if (slash) {
		*slash = '\0';
		relation.target_pattern = connect_pattern(slash + 1);
	}
	relation.source_pattern = connect_pattern(patterns);
	relation.source = from->id;
	relation.target = to->id;
	old = ends_relation(run->edit.board, from->id, to->id, relation.label);
	if (old)
		return connect_set_relation(run, old->id, &relation, err);
	if (!*relation.label)
		relation.label = NULL;
	failed = mapkeep_hold(run, err);
	if (failed)
		return failed;
	id = edit_create(&run->edit, ENTITY_RELATION, &relation, err);
	return id < 0 ? (int)id : 0;
}

/* Copies the messages of RELATION to the relation ID. */
static int connect_copy_messages(struct run *run, int64_t relation, int64_t id, struct error *err)
{
	struct vec messages = VEC_INIT(const struct message *);
	int failed = 0;

	board_list(run->edit.board, ENTITY_MESSAGE, &messages);
	for (size_t i = 0; i < messages.count && !failed; i++) {
		struct message message = *vec_get(&messages, const struct message *, i);
		int64_t made;

		if (message.relation != relation)
			continue;
		message.relation = id;
		made = edit_create(&run->edit, ENTITY_MESSAGE, &message, err);
		failed = made < 0 ? (int)made : 0;
	}
	vec_release(&messages);
	return failed;
}

/* Replaces OLD by a relation in the other direction. Each context keeps its pattern. */
static int connect_turn(struct run *run, const struct relation *old, struct error *err)
{
	struct relation relation = *old;
	int failed = mapkeep_hold(run, err);
	int64_t id;

	if (failed)
		return failed;
	relation.source = old->target;
	relation.target = old->source;
	relation.source_pattern = old->target_pattern;
	relation.target_pattern = old->source_pattern;
	id = edit_create(&run->edit, ENTITY_RELATION, &relation, err);
	if (id < 0)
		return (int)id;
	run->made = id;
	failed = connect_copy_messages(run, old->id, id, err);
	return failed ? failed : edit_delete(&run->edit, ENTITY_RELATION, old->id, err);
}

static int connect_reverse_run(struct run *run, struct error *err)
{
	const struct context *from = ends_context(run, 0, err);
	const struct context *to = from ? ends_context(run, 1, err) : NULL;
	const char *label = run_value(run, 2)->text.text;
	const struct relation *relation;

	if (!to)
		return ERROR_REFUSED;
	relation = ends_relation(run->edit.board, from->id, to->id, label);
	if (!relation)
		return error_set(err, ERROR_REFUSED, _("no such relation"));
	if (ends_relation(run->edit.board, to->id, from->id, label))
		return error_set(err, ERROR_REFUSED, _("there is such a relation the other way already"));
	return connect_turn(run, relation, err);
}

static int connect_unrelate_run(struct run *run, struct error *err)
{
	const struct context *from = ends_context(run, 0, err);
	const struct context *to = from ? ends_context(run, 1, err) : NULL;
	const struct relation *relation;
	int failed;

	if (!to)
		return ERROR_REFUSED;
	relation = ends_relation(run->edit.board, from->id, to->id, run_value(run, 2)->text.text);
	if (!relation)
		return error_set(err, ERROR_REFUSED, _("no such relation"));
	failed = mapkeep_hold(run, err);
	return failed ? failed : edit_delete(&run->edit, ENTITY_RELATION, relation->id, err);
}

const struct command connect_relate = {
	.name = "relate",
	.sentence = N_("relate two contexts: FROM calls (sync) or sends to (async) TO"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"FROM", ARGUMENT_CONTEXT, 0, 0}, {"sync|async|unknown", ARGUMENT_STYLE, 0, 0},
		{"TO", ARGUMENT_CONTEXT, 0, 0}, {"LABEL", ARGUMENT_WORD, 0, 'l'},
		{"PATTERN[/PATTERN]", ARGUMENT_PATTERNS, 0, 'p'}},
	.run = connect_relate_run,
};

const struct command connect_reverse = {
	.name = "reverse",
	.sentence = N_("turn a relation round; its label, patterns and what it carries stay"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"FROM", ARGUMENT_CONTEXT, 0, 0}, {"TO", ARGUMENT_CONTEXT, 0, 0},
		{"LABEL", ARGUMENT_LINE, ARGUMENT_OPTIONAL, 0}},
	.run = connect_reverse_run,
};

const struct command connect_unrelate = {
	.name = "unrelate",
	.sentence = N_("remove a relation between contexts"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"FROM", ARGUMENT_CONTEXT, 0, 0}, {"TO", ARGUMENT_CONTEXT, 0, 0},
		{"LABEL", ARGUMENT_LINE, ARGUMENT_OPTIONAL, 0}},
	.run = connect_unrelate_run,
};
