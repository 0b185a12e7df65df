/* connect: arrows between stickies, relations between contexts. */
#include <inttypes.h>
#include <string.h>

#include "base/i18n.h"
#include "command/ends.h"
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

/* The pattern that WORD says, NULL for none. */
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
	id = edit_create(&run->edit, ENTITY_RELATION, &relation, err);
	return id < 0 ? (int)id : 0;
}

static int connect_unrelate_run(struct run *run, struct error *err)
{
	const struct context *from = ends_context(run, 0, err);
	const struct context *to = from ? ends_context(run, 1, err) : NULL;
	const struct relation *relation;

	if (!to)
		return ERROR_REFUSED;
	relation = ends_relation(run->edit.board, from->id, to->id, run_value(run, 2)->text.text);
	if (!relation)
		return error_set(err, ERROR_REFUSED, _("no such relation"));
	return edit_delete(&run->edit, ENTITY_RELATION, relation->id, err);
}

const struct command connect_relate = {
	.name = "relate",
	.sentence = N_("a relation between contexts: FROM calls (sync), or sends to (async), TO"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"FROM", ARGUMENT_CONTEXT, 0, 0}, {"sync|async", ARGUMENT_STYLE, 0, 0},
		{"TO", ARGUMENT_CONTEXT, 0, 0}, {"LABEL", ARGUMENT_WORD, 0, 'l'},
		{"PATTERN[/PATTERN]", ARGUMENT_PATTERNS, 0, 'p'}},
	.run = connect_relate_run,
};

const struct command connect_unrelate = {
	.name = "unrelate",
	.sentence = N_("take a relation between contexts away"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"FROM", ARGUMENT_CONTEXT, 0, 0}, {"TO", ARGUMENT_CONTEXT, 0, 0},
		{"LABEL", ARGUMENT_LINE, ARGUMENT_OPTIONAL, 0}},
	.run = connect_unrelate_run,
};
