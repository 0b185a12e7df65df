/* group: bounded contexts. */
#include <inttypes.h>
#include <stdio.h>

#include "base/i18n.h"
#include "command/command_rows.h"
#include "command/ends.h"
#include "command/mapkeep.h"

#define GROUP_COLOURS 8 /* how many the themes have */

static int64_t group_create(struct run *run, const char *name, struct error *err)
{
	int64_t next = board_next_id(run->edit.board, ENTITY_CONTEXT);
	struct context context = {.name = run_value(run, 0)->text.text, .colour = (next - 1) % GROUP_COLOURS + 1};
	int failed;
	int64_t id;

	if (!*name)
		return error_set(err, ERROR_REFUSED, _("a context needs a name"));
	failed = mapkeep_hold_for_one(run, err);
	id = failed ? failed : edit_create(&run->edit, ENTITY_CONTEXT, &context, err);
	failed = id < 0 ? (int)id : mapkeep_take_in(run, err);
	return failed ? failed : id;
}

/* Puts the stickies of argument AT into context ID; "" means none. */
static int group_set(struct run *run, size_t at, const char *id, struct error *err)
{
	const struct vec *ids = &run_value(run, at)->ids;
	int failed = 0;

	for (size_t i = 0; i < ids->count && !failed; i++)
		failed = edit_set(&run->edit, ENTITY_STICKY, vec_get(ids, int64_t, i), "context", id, err);
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
	run->made = id;
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

static int group_rename_run(struct run *run, struct error *err)
{
	const struct context *context = ends_context(run, 0, err);
	const char *name = run_value(run, 1)->text.text;
	const struct context *other = board_context_named(run->edit.board, name);

	if (!context)
		return ERROR_REFUSED;
	if (!*name)
		return error_set(err, ERROR_REFUSED, _("a context needs a name"));
	if (other && other != context)
		return error_set(err, ERROR_REFUSED, _("context “%.60s” already exists"), name);
	return edit_set(&run->edit, ENTITY_CONTEXT, context->id, "name", name, err);
}

static int group_delete_run(struct run *run, struct error *err)
{
	const struct context *context = ends_context(run, 0, err);
	int failed = context ? mapkeep_hold(run, err) : ERROR_REFUSED;

	return failed ? failed : edit_delete(&run->edit, ENTITY_CONTEXT, context->id, err);
}

/* Without a colour, takes the next one. */
static int group_recolour_run(struct run *run, struct error *err)
{
	const struct context *context = ends_context(run, 0, err);
	const struct argument_value *value = run_value(run, 1);
	char text[24];

	if (!context)
		return ERROR_REFUSED;
	if (value->given && value->number > GROUP_COLOURS)
		return error_set(err, ERROR_USAGE, _("colours are 1 to %d"), GROUP_COLOURS);
	snprintf(text, sizeof(text), "%" PRId64, value->given ? value->number : context->colour % GROUP_COLOURS + 1);
	return edit_set(&run->edit, ENTITY_CONTEXT, context->id, "colour", text, err);
}

static int group_unplace(struct run *run, int64_t id, struct error *err)
{
	int failed = edit_set(&run->edit, ENTITY_CONTEXT, id, "map_column", "", err);

	return failed ? failed : edit_set(&run->edit, ENTITY_CONTEXT, id, "map_row", "", err);
}

static int group_place_run(struct run *run, struct error *err)
{
	const struct context *context = ends_context(run, 0, err);
	int64_t column = run_value(run, 1)->number, row = run_value(run, 2)->number;

	if (!context)
		return ERROR_REFUSED;
	if (column > CONTEXT_MAP_MOST || row > CONTEXT_MAP_MOST)
		return error_set(err, ERROR_REFUSED, _("the map has at most %d columns and rows"), CONTEXT_MAP_MOST);
	if (!column != !row)
		return error_set(err, ERROR_USAGE, _("a place on the map is a column and a row"));
	return column ? mapkeep_move(run, context->id, (int)column, (int)row, err)
		      : group_unplace(run, context->id, err);
}

static int group_arrange_run(struct run *run, struct error *err)
{
	int64_t columns = run_value(run, 0)->number;

	if (columns > CONTEXT_MAP_MOST)
		return error_set(err, ERROR_REFUSED, _("the map has at most %d columns and rows"), CONTEXT_MAP_MOST);
	return mapkeep_arrange(run, (int)columns, err);
}

const struct command group_context = {
	.name = "context",
	.sentence = N_("draw or extend the boundary NAME around stickies and print its id"),
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
	.sentence = N_("rename a context"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"NAME", ARGUMENT_CONTEXT, 0, 0}, {"NEW", ARGUMENT_LINE, 0, 0}},
	.run = group_rename_run,
};

const struct command group_delete = {
	.name = "delete-context",
	.sentence = N_("delete a boundary; its stickies stay"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"NAME", ARGUMENT_CONTEXT, 0, 0}},
	.run = group_delete_run,
};

const struct command group_recolour = {
	.name = "recolour-context",
	.sentence = N_("give a context colour 1 to 8, or the next one"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"NAME", ARGUMENT_CONTEXT, 0, 0}, {"COLOUR", ARGUMENT_COUNT, ARGUMENT_OPTIONAL, 0}},
	.run = group_recolour_run,
};

const struct command group_place = {
	.name = "place-context",
	.sentence = N_("keep a context at a place on the map; without one, wherever it fits"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"NAME", ARGUMENT_CONTEXT, 0, 0}, {"COL", ARGUMENT_COLUMN, ARGUMENT_OPTIONAL, 0},
		{"ROW", ARGUMENT_ROW, ARGUMENT_OPTIONAL, 0}},
	.run = group_place_run,
};

const struct command group_arrange = {
	.name = "arrange-map",
	.sentence = N_("lay out the context map again, by its relations"),
	.role = ROLE_PARTICIPANT,
	.arguments = {{"COLUMNS", ARGUMENT_COUNT, ARGUMENT_OPTIONAL, 0}},
	.run = group_arrange_run,
};
