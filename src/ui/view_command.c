#include "ui/view_command.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "ui/desk.h"
#include "ui/view_list.h"

static const char *const view_goals[] = {"first-column", "last-column", "start", "end", NULL};
static const char *const view_zooms[] = {"in", "out", "all", NULL};

#define WAY {{"WAY", ARGUMENT_WAY, 0, 0}}

static const struct view_command view_commands[] = {
	{"go", N_("move the cursor"), WAY, NULL, view_go, ROLE_OBSERVER},
	{"push", N_("carry the sticky or the selection along with the cursor"), WAY, NULL, view_push,
		ROLE_PARTICIPANT},
	{"go-to", N_("go to the first or last column, the start or end of the board"),
		{{"GOAL", ARGUMENT_WORD, 0, 0}}, view_goals, view_go_to, ROLE_OBSERVER},
	{"scroll", N_("go half a screen"), WAY, NULL, view_scroll, ROLE_OBSERVER},
	{"next-sticky", N_("go to the next sticky in time"), {{0}}, NULL, view_next_sticky,
		ROLE_OBSERVER},
	{"previous-sticky", N_("go to the previous sticky in time"), {{0}}, NULL, view_previous_sticky,
		ROLE_OBSERVER},
	{"zoom", N_("zoom in or out, or show the whole board"), {{"HOW", ARGUMENT_WORD, 0, 0}},
		view_zooms, view_zoom, ROLE_OBSERVER},
	{"minimap", N_("show the whole board in the corner, or no longer"), {{0}}, NULL, view_minimap,
		ROLE_OBSERVER},
	{"write", N_("type a new sticky, of the step's kind if none is given"),
		{{"KIND", ARGUMENT_KIND, ARGUMENT_OPTIONAL, 0}}, NULL, view_write, ROLE_PARTICIPANT},
	{"write-kind", N_("type a new sticky of a kind chosen by its letter"), {{0}}, NULL,
		view_write_kind, ROLE_PARTICIPANT},
	{"write-hotspot", N_("type a hotspot beside the sticky"), {{0}}, NULL, view_write_hotspot,
		ROLE_PARTICIPANT},
	{"rewrite", N_("edit the sticky; on an empty slot type a new one"), {{0}}, NULL, view_rewrite,
		ROLE_PARTICIPANT},
	{"change-kind", N_("change the kind to one chosen by its letter"), {{0}}, NULL,
		view_change_kind, ROLE_PARTICIPANT},
	{"select", N_("begin or end a rectangle"), {{0}}, NULL, view_select, ROLE_OBSERVER},
	{"boundary", N_("draw the boundary of a context round the sticky or the selection"), {{0}}, NULL,
		view_boundary, ROLE_PARTICIPANT},
	{"cut", N_("copy and delete"), {{0}}, NULL, view_cut, ROLE_PARTICIPANT},
	{"copy", N_("copy the sticky or the selection"), {{0}}, NULL, view_copy, ROLE_OBSERVER},
	{"paste", N_("paste at the cursor"), {{0}}, NULL, view_paste, ROLE_PARTICIPANT},
	{"connect", N_("draw a link from the sticky to another"), {{0}}, NULL, view_connect,
		ROLE_PARTICIPANT},
	{"details", N_("show all about the sticky"), {{0}}, NULL, view_details, ROLE_OBSERVER},
	{"search", N_("ask for a text and go to where it occurs"), {{0}}, NULL, view_search,
		ROLE_OBSERVER},
	{"search-next", N_("go to the next hit"), {{0}}, NULL, view_search_next, ROLE_OBSERVER},
	{"search-previous", N_("go to the previous hit"), {{0}}, NULL, view_search_previous,
		ROLE_OBSERVER},
	{"next-finding", N_("go to what the checks of this step find next"), {{0}}, NULL,
		view_next_finding, ROLE_OBSERVER},
	{"take-offer", N_("do what the check offers"), {{0}}, NULL, view_take_offer,
		ROLE_PARTICIPANT},
	{"dismiss-finding", N_("have the check be silent about this sticky"), {{0}}, NULL, view_dismiss,
		ROLE_PARTICIPANT},
	{"propose-contexts", N_("list the contexts that the board itself suggests"), {{0}}, NULL,
		view_propose_contexts, ROLE_OBSERVER},
	{"propose-relations", N_("list the relations that the board itself suggests"), {{0}}, NULL,
		view_propose_relations, ROLE_OBSERVER},
	{"filter", N_("choose which kinds are shown"), {{0}}, NULL, view_filter, ROLE_OBSERVER},
	{"outline", N_("show the board as indented text"), {{0}}, NULL, view_outline,
		ROLE_OBSERVER},
	{"map", N_("show the context map"), {{0}}, NULL, view_map, ROLE_OBSERVER},
	{"command", N_("ask for a command line"), {{0}}, NULL, view_command_line, ROLE_OBSERVER},
	{"help", N_("show the keys and commands"), {{0}}, NULL, view_help, ROLE_OBSERVER},
	{"quit", N_("leave; everything is saved already"), {{0}}, NULL, view_quit, ROLE_OBSERVER},
};

const struct view_command *view_command_list(size_t *count)
{
	*count = ARRAY_SIZE(view_commands);
	return view_commands;
}

const struct view_command *view_command_find(const char *name)
{
	for (size_t i = 0; i < ARRAY_SIZE(view_commands); i++)
		if (!strcmp(view_commands[i].name, name))
			return &view_commands[i];
	return NULL;
}

static int view_command_choice(const struct view_command *command,
	const struct argument_value *value, int *choice, struct error *err)
{
	*choice = value->given ? (int)value->number : -1;
	if (!command->choices || !value->given)
		return 0;
	for (*choice = 0; command->choices[*choice]; ++*choice)
		if (!strcmp(command->choices[*choice], value->text.text))
			return 0;
	return error_set(err, ERROR_USAGE, _("“%.40s” is nothing to %s"), value->text.text,
		command->name);
}

int view_command_run(const struct view_command *command, struct desk *desk, struct words *words,
	struct error *err)
{
	struct argument_value value;
	int choice = -1, failed;

	if (session_role(desk->session) < command->role)
		return error_set(err, ERROR_REFUSED, _("the board is open for reading only"));
	argument_values_init(&value, 1);
	failed = argument_read(command->arguments, words, desk_board(desk), NULL, &value, err);
	if (!failed && argument_count(command->arguments))
		failed = view_command_choice(command, &value, &choice, err);
	argument_values_release(&value, 1);
	if (failed)
		return error_prefix(err, failed, "%s", command->name);
	command->run(desk, choice);
	return 0;
}
