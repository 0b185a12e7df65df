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
	{"mark", N_("mark the sticky, one of several, or no longer"),
		{{0}}, NULL, view_mark, ROLE_OBSERVER},
	{"next-context", N_("go to the next bounded context"), {{0}}, NULL, view_next_context,
		ROLE_OBSERVER},
	{"previous-context", N_("go to the previous bounded context"), {{0}}, NULL,
		view_previous_context, ROLE_OBSERVER},
	{"dim", N_("dim all but the context at the cursor, or no longer"), {{0}}, NULL, view_dim,
		ROLE_OBSERVER},
	{"contexts", N_("list the contexts, to go to, rename, recolour, or take away"), {{0}}, NULL,
		view_contexts, ROLE_OBSERVER},
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
	{"dismiss-finding", N_("have the check be silent about this"), {{0}}, NULL, view_dismiss,
		ROLE_PARTICIPANT},
	{"dismiss-because", N_("the same, and say why"), {{0}}, NULL, view_dismiss_because,
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
	{"people", N_("show who is here and what they do"), {{0}}, NULL, view_people, ROLE_OBSERVER},
	{"follow", N_("have the view go along with somebody until one moves oneself"),
		{{"NAME", ARGUMENT_LINE, 0, 0}}, NULL, view_follow, ROLE_OBSERVER},
	{"unfollow", N_("follow nobody any more"), {{0}}, NULL, view_unfollow, ROLE_OBSERVER},
	{"say", N_("say a line to everybody who is here"), {{"TEXT", ARGUMENT_LINE, 0, 0}}, NULL, view_say,
		ROLE_PARTICIPANT},
	{"summon", N_("call everybody to the cursor"), {{0}}, NULL, view_summon, ROLE_FACILITATOR},
	{"spotlight", N_("show a sticky to everybody for a moment"),
		{{"ID", ARGUMENT_STICKY, ARGUMENT_OPTIONAL, 0}}, NULL, view_spotlight,
		ROLE_FACILITATOR},
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
		return command->role == ROLE_FACILITATOR
			       ? error_set(err, ERROR_REFUSED, _("%s is for the role %s"), command->name,
					 role_token(command->role))
			       : error_set(err, ERROR_REFUSED, _("the board is open for reading only"));
	if (command->role == ROLE_PARTICIPANT && command->run != view_say && desk_is_locked(desk))
		return error_set(err, ERROR_REFUSED, "%s",
			_("the board is locked; a facilitator can unlock it"));
	argument_values_init(&value, 1);
	failed = argument_read(command->arguments, words, desk_board(desk), NULL, &value, err);
	if (!failed && argument_count(command->arguments))
		failed = view_command_choice(command, &value, &choice, err);
	desk->given = &value;
	if (!failed)
		command->run(desk, choice);
	desk->given = NULL;
	argument_values_release(&value, 1);
	return failed ? error_prefix(err, failed, "%s", command->name) : 0;
}
