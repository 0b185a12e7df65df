/* group: bounded contexts round stickies. */
#include <inttypes.h>

#include "base/i18n.h"
#include "command/list.h"

#define GROUP_COLOURS 8 /* that the themes tell apart */

static int64_t group_create(struct run *run, const char *name, struct error *err)
{
	int64_t next = board_next_id(run->edit.board, ENTITY_CONTEXT);
	struct context context = {.name = run_value(run, 0)->text.text,
		.colour = (next - 1) % GROUP_COLOURS + 1};

	if (!*name)
		return error_set(err, ERROR_REFUSED, _("a context needs a name"));
	return edit_create(&run->edit, ENTITY_CONTEXT, &context, err);
}

/* Puts the stickies of argument AT into context ID, or, with "", into none. */
static int group_set(struct run *run, size_t at, const char *id, struct error *err)
{
	const struct vec *ids = &run_value(run, at)->ids;
	int failed = 0;

	for (size_t i = 0; i < ids->count && !failed; i++)
		failed = edit_set(&run->edit, ENTITY_STICKY, *(int64_t *)vec_at(ids, i), "context",
			id, err);
	return failed;
}

static int group_context_run(struct run *run, struct error *err)
{
	const char *name = run_value(run, 0)->text.text;
	const struct context *context = board_context_named(run->edit.board, name);
	int64_t id = context ? context->id : group_create(run, name, err);
	struct strbuf text = STRBUF_INIT;
	int failed;

	if (id < 0)
		return (int)id;
	strbuf_addf(&text, "%" PRId64, id);
	failed = group_set(run, 1, text.text, err);
	if (!failed)
		strbuf_addf(run->output, "%s\n", text.text);
	strbuf_release(&text);
	return failed;
}

static int group_uncontext_run(struct run *run, struct error *err)
{
	return group_set(run, 0, "", err);
}

static const struct context *group_named(const struct run *run, struct error *err)
{
	const char *name = run_value(run, 0)->text.text;
	const struct context *context = board_context_named(run->edit.board, name);

	if (!context)
		error_set(err, ERROR_REFUSED, _("there is no context “%.60s”"), name);
	return context;
}

static int group_rename_run(struct run *run, struct error *err)
{
	const struct context *context = group_named(run, err);
	const char *name = run_value(run, 1)->text.text;
	const struct context *other = board_context_named(run->edit.board, name);

	if (!context)
		return ERROR_REFUSED;
	if (!*name)
		return error_set(err, ERROR_REFUSED, _("a context needs a name"));
	if (other && other != context)
		return error_set(err, ERROR_REFUSED, _("there is a context “%.60s” already"), name);
	return edit_set(&run->edit, ENTITY_CONTEXT, context->id, "name", name, err);
}

static int group_delete_run(struct run *run, struct error *err)
{
	const struct context *context = group_named(run, err);

	return context ? edit_delete(&run->edit, ENTITY_CONTEXT, context->id, err) : ERROR_REFUSED;
}

const struct command group_context = {
	.name = "context",
	.sentence = N_("draw or extend the boundary NAME round stickies; prints its number"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"NAME", ARGUMENT_CONTEXT, 0, 0},
		{"ID", ARGUMENT_STICKIES, ARGUMENT_OPTIONAL | ARGUMENT_FOCUS, 0}},
	.run = group_context_run,
};

const struct command group_uncontext = {
	.name = "uncontext",
	.sentence = N_("take stickies out of their context"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"ID", ARGUMENT_STICKIES, ARGUMENT_FOCUS, 0}},
	.run = group_uncontext_run,
};

const struct command group_rename = {
	.name = "rename-context",
	.sentence = N_("give a context another name"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"NAME", ARGUMENT_CONTEXT, 0, 0}, {"NEW", ARGUMENT_LINE, 0, 0}},
	.run = group_rename_run,
};

const struct command group_delete = {
	.name = "delete-context",
	.sentence = N_("take a boundary away; its stickies stay"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"NAME", ARGUMENT_CONTEXT, 0, 0}},
	.run = group_delete_run,
};
