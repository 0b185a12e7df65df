/* describe: what a board, its contexts and its words mean: the fields that papers of the method need. */
#include "base/i18n.h"
#include "command/command_rows.h"
#include "command/ends.h"

static int describe_purpose_run(struct run *run, struct error *err)
{
	return edit_set(&run->edit, ENTITY_BOARD, BOARD_ITEM, "purpose", run_value(run, 0)->text.text, err);
}

/* Sets FIELD of the context of argument 0 to TEXT. */
static int describe_context(struct run *run, const char *field, const char *text, struct error *err)
{
	const struct context *context = ends_context(run, 0, err);

	return context ? edit_set(&run->edit, ENTITY_CONTEXT, context->id, field, text, err) : ERROR_REFUSED;
}

static int describe_context_purpose_run(struct run *run, struct error *err)
{
	return describe_context(run, "purpose", run_value(run, 1)->text.text, err);
}

static int describe_subdomain_run(struct run *run, struct error *err)
{
	enum subdomain subdomain = (enum subdomain)run_value(run, 1)->number;

	return describe_context(run, "subdomain", subdomain ? subdomain_token(subdomain) : "", err);
}

static int describe_roles_run(struct run *run, struct error *err)
{
	return describe_context(run, "roles", run_value(run, 1)->text.text, err);
}

static int describe_assumptions_run(struct run *run, struct error *err)
{
	return describe_context(run, "assumptions", run_value(run, 1)->text.text, err);
}

static int describe_sticky(struct run *run, const char *field, struct error *err)
{
	return edit_set(&run->edit, ENTITY_STICKY, run_value(run, 0)->number, field, run_value(run, 1)->text.text, err);
}

static int describe_definition_run(struct run *run, struct error *err)
{
	return describe_sticky(run, "definition", err);
}

static int describe_invariants_run(struct run *run, struct error *err)
{
	return describe_sticky(run, "invariants", err);
}

#define DESCRIBE_TEXT                                       \
	{                                                   \
		"TEXT", ARGUMENT_LINE, ARGUMENT_OPTIONAL, 0 \
	}
#define DESCRIBE_CONTEXT                       \
	{                                      \
		"NAME", ARGUMENT_CONTEXT, 0, 0 \
	}
#define DESCRIBE_ONE                                     \
	{                                                \
		"ID", ARGUMENT_STICKY, ARGUMENT_FOCUS, 0 \
	}

const struct command describe_purpose = {
	.name = "purpose",
	.sentence = N_("what the workshop is for; without text, remove it"),
	.role = ROLE_FACILITATOR,
	.arguments = {DESCRIBE_TEXT},
	.run = describe_purpose_run,
};

const struct command describe_context_purpose = {
	.name = "context-purpose",
	.sentence = N_("what a context is for; without text, remove it"),
	.role = ROLE_PARTICIPANT,
	.arguments = {DESCRIBE_CONTEXT, DESCRIBE_TEXT},
	.run = describe_context_purpose_run,
};

const struct command describe_subdomain = {
	.name = "subdomain",
	.sentence = N_("what a context is worth to the business: core, supporting or generic"),
	.role = ROLE_PARTICIPANT,
	.arguments = {DESCRIBE_CONTEXT, {"core|supporting|generic|unknown", ARGUMENT_SUBDOMAIN, 0, 0}},
	.run = describe_subdomain_run,
};

const struct command describe_roles = {
	.name = "context-roles",
	.sentence = N_("the parts that a context plays, such as gateway or execution; without text, remove them"),
	.role = ROLE_PARTICIPANT,
	.arguments = {DESCRIBE_CONTEXT, DESCRIBE_TEXT},
	.run = describe_roles_run,
};

const struct command describe_assumptions = {
	.name = "assumptions",
	.sentence = N_(
		"assumptions that the model of a context rests on, separated by semicolons; without text, remove them"),
	.role = ROLE_PARTICIPANT,
	.arguments = {DESCRIBE_CONTEXT, DESCRIBE_TEXT},
	.run = describe_assumptions_run,
};

const struct command describe_definition = {
	.name = "define",
	.sentence = N_("what the words of a sticky mean in its context; without text, remove it"),
	.role = ROLE_PARTICIPANT,
	.arguments = {DESCRIBE_ONE, DESCRIBE_TEXT},
	.run = describe_definition_run,
};

const struct command describe_invariants = {
	.name = "invariants",
	.sentence = N_("what is always true of an aggregate, separated by semicolons; without text, remove it"),
	.role = ROLE_PARTICIPANT,
	.kinds = KIND_BIT(KIND_AGGREGATE),
	.why = N_("only an aggregate has invariants"),
	.arguments = {DESCRIBE_ONE, DESCRIBE_TEXT},
	.run = describe_invariants_run,
};
