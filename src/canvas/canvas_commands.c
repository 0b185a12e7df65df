/* canvas_commands: the view commands of the canvas and of what opens over it. */
#include "base/i18n.h"
#include "shell/view_command.h"
#include "canvas/canvas.h"
#include "canvas/typing.h"
#include "canvas/view_list.h"

const struct mode *const canvas_modes[] = {&canvas_mode, &typing_mode, &kind_mode, &kind_filter_mode, &connect_mode,
	&connect_merge_mode, &details_mode, &outline_mode, &contexts_mode, &propose_mode, &people_mode, &history_mode,
	NULL};

static const char *const view_goals[] = {"first-column", "last-column", "start", "end", NULL};
static const char *const view_zooms[] = {"in", "out", "all", NULL};

#define WAY                                       \
	{                                         \
		{                                 \
			"WAY", ARGUMENT_WAY, 0, 0 \
		}                                 \
	}

const struct view_command canvas_commands[] = {
	{"go", N_("move the cursor"), WAY, NULL, view_go, ROLE_OBSERVER, VIEW_GOES},
	{"push", N_("move the sticky or the selection with the cursor"), WAY, NULL, view_push, ROLE_PARTICIPANT, 0},
	{"go-to", N_("go to the first or last column, or the start or end of the board"),
		{{"GOAL", ARGUMENT_WORD, 0, 0}}, view_goals, view_go_to, ROLE_OBSERVER, VIEW_GOES},
	{"scroll", N_("go half a screen"), WAY, NULL, view_scroll, ROLE_OBSERVER, VIEW_GOES},
	{"go-to-sticky", N_("go to a sticky on the canvas"), {{"ID", ARGUMENT_STICKY, 0, 0}}, NULL, view_go_to_sticky,
		ROLE_OBSERVER, 0},
	{"next-sticky", N_("go to the next sticky in time"), {{0}}, NULL, view_next_sticky, ROLE_OBSERVER, VIEW_GOES},
	{"previous-sticky", N_("go to the previous sticky in time"), {{0}}, NULL, view_previous_sticky, ROLE_OBSERVER,
		VIEW_GOES},
	{"zoom", N_("zoom in or out, or show the whole board"), {{"HOW", ARGUMENT_WORD, 0, 0}}, view_zooms, view_zoom,
		ROLE_OBSERVER, VIEW_GOES},
	{"minimap", N_("toggle the minimap"), {{0}}, NULL, view_minimap, ROLE_OBSERVER, VIEW_GOES},
	{"type", N_("type a new sticky, by default of the step's kind"),
		{{"KIND", ARGUMENT_KIND, ARGUMENT_OPTIONAL, 0}}, NULL, typing_new, ROLE_PARTICIPANT, VIEW_TYPES},
	{"type-kind", N_("type a new sticky of a kind chosen by its letter"), {{0}}, NULL, kind_menu_type,
		ROLE_PARTICIPANT, VIEW_TYPES},
	{"type-hotspot", N_("type a hotspot next to the sticky"), {{0}}, NULL, typing_hotspot, ROLE_PARTICIPANT,
		VIEW_TYPES},
	{"resolve-this", N_("ask how the hotspot was resolved, and resolve it"), {{0}}, NULL, view_resolve,
		ROLE_PARTICIPANT, VIEW_TYPES},
	{"type-beside", N_("type a new sticky next to this one"), {{"KIND", ARGUMENT_KIND, 0, 0}}, NULL, typing_beside,
		ROLE_PARTICIPANT, VIEW_TYPES},
	{"rewrite", N_("edit the sticky; on an empty slot type a new one"), {{0}}, NULL, typing_rewrite,
		ROLE_PARTICIPANT, VIEW_TYPES},
	{"change-kind", N_("change the kind to one chosen by its letter"), {{0}}, NULL, kind_menu_to, ROLE_PARTICIPANT,
		VIEW_TYPES},
	{"select", N_("start or end a rectangle"), {{0}}, NULL, view_select, ROLE_OBSERVER, 0},
	{"boundary", N_("draw a context's boundary around the sticky or the selection"), {{0}}, NULL, view_boundary,
		ROLE_PARTICIPANT, VIEW_TYPES},
	{"mark", N_("mark or unmark the sticky"), {{0}}, NULL, view_mark, ROLE_OBSERVER, 0},
	{"next-context", N_("go to the next bounded context"), {{0}}, NULL, view_next_context, ROLE_OBSERVER, 0},
	{"previous-context", N_("go to the previous bounded context"), {{0}}, NULL, view_previous_context,
		ROLE_OBSERVER, 0},
	{"dim", N_("dim everything but the context at the cursor, or undim"), {{0}}, NULL, view_dim, ROLE_OBSERVER, 0},
	{"contexts", N_("list the contexts, to go to, rename, recolour or delete"), {{0}}, NULL, contexts_open,
		ROLE_OBSERVER, 0},
	{"cut", N_("copy and delete"), {{0}}, NULL, view_cut, ROLE_PARTICIPANT, 0},
	{"copy", N_("copy the sticky or the selection"), {{0}}, NULL, view_copy, ROLE_OBSERVER, 0},
	{"paste", N_("paste at the cursor"), {{0}}, NULL, view_paste, ROLE_PARTICIPANT, 0},
	{"paste-down", N_("lay out downwards what was just pasted from outside"), {{0}}, NULL, view_paste_down,
		ROLE_PARTICIPANT, 0},
	{"connect", N_("link the sticky to another"), {{0}}, NULL, connect_open, ROLE_PARTICIPANT, VIEW_TYPES},
	{"merge-with", N_("merge the sticky into another, or those selected into one"), {{0}}, NULL, connect_merge,
		ROLE_PARTICIPANT, VIEW_TYPES},
	{"put-aside", N_("put the sticky or the selection into the parking lot, or bring it back"), {{0}}, NULL,
		view_park, ROLE_PARTICIPANT, 0},
	{"details", N_("show everything about the sticky"), {{0}}, NULL, details_open, ROLE_OBSERVER, 0},
	{"search", N_("search for text"), {{0}}, NULL, view_search, ROLE_OBSERVER, 0},
	{"search-notes", N_("search for text, in the notes as well"), {{0}}, NULL, view_search_notes, ROLE_OBSERVER, 0},
	{"search-next", N_("go to the next match"), {{0}}, NULL, view_search_next, ROLE_OBSERVER, 0},
	{"search-previous", N_("go to the previous match"), {{0}}, NULL, view_search_previous, ROLE_OBSERVER, 0},
	{"next-finding", N_("go to the next finding of this step"), {{0}}, NULL, view_next_finding, ROLE_OBSERVER, 0},
	{"take-offer", N_("do what the finding offers"), {{0}}, NULL, view_take_offer, ROLE_PARTICIPANT, VIEW_TYPES},
	{"dismiss-finding", N_("dismiss this finding"), {{0}}, NULL, view_dismiss, ROLE_PARTICIPANT, 0},
	{"dismiss-because", N_("dismiss this finding, with a reason"), {{0}}, NULL, view_dismiss_because,
		ROLE_PARTICIPANT, VIEW_TYPES},
	{"propose-contexts", N_("list the contexts that the board suggests"), {{0}}, NULL, propose_mode_contexts,
		ROLE_OBSERVER, 0},
	{"propose-relations", N_("list the relations that the board suggests"), {{0}}, NULL, propose_mode_relations,
		ROLE_OBSERVER, 0},
	{"filter", N_("choose which kinds are shown"), {{0}}, NULL, kind_menu_filter, ROLE_OBSERVER, 0},
	{"outline", N_("show the board as indented text"), {{0}}, NULL, outline_open, ROLE_OBSERVER, 0},
	{"history", N_("list what you have done, and undo any of it"), {{0}}, NULL, history_open, ROLE_PARTICIPANT, 0},
	{"people", N_("show who is here and what they do"), {{0}}, NULL, people_open, ROLE_OBSERVER, 0},
	{"follow", N_("follow somebody until you move"), {{"NAME", ARGUMENT_LINE, 0, 0}}, NULL, view_follow,
		ROLE_OBSERVER, 0},
	{"unfollow", N_("stop following"), {{0}}, NULL, view_unfollow, ROLE_OBSERVER, 0},
	{"say", N_("say a line to everybody here"), {{"TEXT", ARGUMENT_LINE, 0, 0}}, NULL, view_say, ROLE_PARTICIPANT,
		VIEW_ALOUD},
	{"summon", N_("call everybody to the cursor"), {{0}}, NULL, view_summon, ROLE_FACILITATOR, 0},
	{"spotlight", N_("show a sticky to everybody for a moment"), {{"ID", ARGUMENT_STICKY, ARGUMENT_OPTIONAL, 0}},
		NULL, view_spotlight, ROLE_FACILITATOR, 0},
	{0},
};
