/*
 * map_mode: the context map on the screen: going from box to box, and moving boxes. map_mouse.c does so with the mouse,
 * relate_mode.c draws relations, relation_menu.c changes them.
 */
#include "map/map_mode.h"

#include <inttypes.h>
#include <string.h>

#include "base/i18n.h"
#include "shell/view_command.h"
#include "text/words.h"

static void map_mode_init(struct shell *shell, void *state)
{
	struct map_state *map = state;

	(void)shell;
	mapview_init(&map->view);
}

static void map_mode_release(void *state)
{
	struct map_state *map = state;

	mapview_release(&map->view);
}

static void map_mode_carry(struct shell *shell, int way)
{
	static const struct place steps[WAY_COUNT] = {
		[WAY_LEFT] = {-1, 0}, [WAY_RIGHT] = {1, 0}, [WAY_UP] = {0, -1}, [WAY_DOWN] = {0, 1}};
	const struct contextmap *map = map_mode_map(shell);
	struct place place;
	size_t at;

	at = contextmap_index(map, map_mode_view(shell)->cursor);
	if (at != SIZE_MAX) {
		place.column = map->places[at].column + steps[way].column;
		place.row = map->places[at].row + steps[way].row;
		if (place.column < 1 || place.row < 1)
			shell_say(shell, "%s", _("the map ends here"));
		else
			map_mode_put(shell, map, at, place);
	}
}

/* Arranges all boxes anew to fit this screen best; everybody sees the result. */
static void map_mode_arrange(struct shell *shell, int argument)
{
	struct contextmap map;

	(void)argument;
	contextmap_init(&map, shell_board(shell));
	map.anew = true;
	if (!contextmap_fit(&map, shell->screen.columns, map_mode_height(shell)))
		map.form = contextmap_form(&map);
	if (map.contexts.count && !shell_do(shell, NULL, "arrange-map %d", map.form.columns))
		shell_say_key(shell, _("laid out again; %s undoes it"), shell_mode(shell, "map"), "undo");
	contextmap_release(&map);
}

/* Goes to the next relation of the box in focus, or the previous one; after the last, to the box itself. */
static void map_mode_next(struct shell *shell, int by)
{
	const struct contextmap *map = map_mode_map(shell);
	const struct relation *relation = map_mode_relation(shell);
	size_t count = map->relations.count + 1, at = 0;
	int64_t box = map_mode_view(shell)->cursor;

	while (relation && at < map->relations.count && contextmap_relation(map, at)->id != relation->id)
		at++;
	at = relation ? at + 1 : 0;
	do {
		at = (at + count + (size_t)by) % count;
		relation = at ? contextmap_relation(map, at - 1) : NULL;
	} while (relation && relation->source != box && relation->target != box);
	map_mode_focus(shell, relation ? relation->id : 0);
}

static void map_mode_enter(struct shell *shell, int argument)
{
	const struct sticky *first = contextmap_first(shell_board(shell), map_mode_view(shell)->cursor);

	(void)argument;
	if (first)
		shell_do(shell, NULL, "go-to-sticky %" PRId64, first->id);
	else
		shell_say(shell, "%s", _("this context has no stickies"));
}

static void map_mode_resize(struct shell *shell, int by)
{
	int size = map_mode_view(shell)->form.size + by;

	if (size < 0 || size >= CONTEXTMAP_SIZES)
		return;
	map_mode_view(shell)->form.size = size;
	map_mode_view(shell)->sized = true;
}

/* What the keys do with a relation of the box in focus. */
enum { MAP_DIALOGUE, MAP_RESTYLE, MAP_PATTERNS, MAP_REVERSE, MAP_REMOVE };

/* Opens the list of these relations, for an action. */
static void map_mode_choose(struct shell *shell, int action)
{
	static const struct map_action *const actions[] = {
		[MAP_DIALOGUE] = &dialogue_mode_open,
		[MAP_RESTYLE] = &relation_restyle,
		[MAP_PATTERNS] = &relation_patterns,
		[MAP_REVERSE] = &relation_reverse,
		[MAP_REMOVE] = &relation_remove,
	};

	relation_menu_open(shell, actions[action]);
}

static void map_mode_draw(struct shell *shell, struct cellbuf *buf)
{
	const struct relation *relation = map_mode_relation(shell);
	struct scene_map_ghost ghosts[MAP_MOUSE_GHOSTS_MOST];
	size_t count = map_mouse_ghosts(shell, ghosts);

	map_mode_paint(shell, buf,
		(struct map_look){.relation = relation ? relation->id : 0, .ghosts = ghosts, .ghost_count = count});
}

static bool map_mode_types(const struct shell *shell, const struct binding *row)
{
	(void)shell;
	return row->run == relate_begin;
}

static const struct binding map_rows[] = {
	{"h Left", "left", N_("go"), N_("next box in that direction"), map_mode_go, WAY_LEFT, ROLE_OBSERVER, NULL},
	{"j Down", "down", NULL, NULL, map_mode_go, WAY_DOWN, ROLE_OBSERVER, NULL},
	{"k Up", "up", NULL, NULL, map_mode_go, WAY_UP, ROLE_OBSERVER, NULL},
	{"l Right", "right", NULL, NULL, map_mode_go, WAY_RIGHT, ROLE_OBSERVER, NULL},
	{"c", "relate", N_("relate"), N_("relate: go to the other context, choose the style, say what it carries"),
		relate_begin, 0, ROLE_PARTICIPANT, NULL},
	{"i", "carries", N_("what it carries"), N_("what a relation carries, and what happens when it fails"),
		map_mode_choose, MAP_DIALOGUE, ROLE_OBSERVER, NULL},
	{"m q Esc C-c", "close", N_("back"), N_("back to the canvas"), shell_back, 0, ROLE_OBSERVER, NULL},
	{"Tab", "next-relation", N_("relation"), N_("next relation of the box, for the keys that alter one"),
		map_mode_next, 1, ROLE_OBSERVER, NULL},
	{"S-Tab", "previous-relation", NULL, N_("previous relation of the box"), map_mode_next, -1, ROLE_OBSERVER,
		NULL},
	{"r", "findings", N_("findings"), N_("findings about the relations"), findings_open, 0, ROLE_OBSERVER, NULL},
	{"s", "style", N_("sync or async"), N_("make a relation synchronous or asynchronous"), map_mode_choose,
		MAP_RESTYLE, ROLE_PARTICIPANT, NULL},
	{"p", "patterns", N_("patterns"), N_("patterns of the two sides of a relation"), map_mode_choose, MAP_PATTERNS,
		ROLE_PARTICIPANT, NULL},
	{"R", "reverse", N_("turn round"), N_("turn a relation round; label, patterns and messages stay"),
		map_mode_choose, MAP_REVERSE, ROLE_PARTICIPANT, NULL},
	{"x", "take-away", N_("remove"), N_("delete a relation, or the context"), map_mode_choose, MAP_REMOVE,
		ROLE_PARTICIPANT, NULL},
	{"H", "move-left", N_("move the box"), NULL, map_mode_carry, WAY_LEFT, ROLE_PARTICIPANT, NULL},
	{"J", "move-down", NULL, NULL, map_mode_carry, WAY_DOWN, ROLE_PARTICIPANT, NULL},
	{"K", "move-up", NULL, NULL, map_mode_carry, WAY_UP, ROLE_PARTICIPANT, NULL},
	{"L", "move-right", NULL, NULL, map_mode_carry, WAY_RIGHT, ROLE_PARTICIPANT, NULL},
	{"=", "arrange", N_("new layout"), N_("lay out all boxes again, for everybody"), map_mode_arrange, 0,
		ROLE_PARTICIPANT, NULL},
	{"Enter", "go-there", N_("to its stickies"), N_("to the context's stickies on the canvas"), map_mode_enter, 0,
		ROLE_OBSERVER, NULL},
	{"+", "bigger", N_("size"), N_("bigger, smaller boxes"), map_mode_resize, 1, ROLE_OBSERVER, NULL},
	{"-", "smaller", NULL, NULL, map_mode_resize, -1, ROLE_OBSERVER, NULL},
	{"u", "undo", N_("undo"), NULL, NULL, 0, ROLE_OBSERVER, NULL},
	{"C-r", "redo", NULL, N_("redo"), NULL, 0, ROLE_OBSERVER, NULL},
	{"[", "step prev", NULL, N_("previous, next step"), NULL, 0, ROLE_OBSERVER, NULL},
	{"]", "step next", NULL, NULL, NULL, 0, ROLE_OBSERVER, NULL},
	{":", "command", NULL, N_("command line"), NULL, 0, ROLE_OBSERVER, NULL},
	{"? F1", "help", N_("help"), N_("this help"), NULL, 0, ROLE_OBSERVER, NULL},
	{0},
};

const struct mode map_mode = {
	.name = "map",
	.title = N_("Keys on the context map"),
	.rows = map_rows,
	.calm = MODE_READING,
	.covers = true,
	.size = sizeof(struct map_state),
	.init = map_mode_init,
	.release = map_mode_release,
	.types = map_mode_types,
	.mouse = map_mouse,
	.look = map_mouse_look,
	.draw = map_mode_draw,
};

const struct mode *const map_modes[] = {&map_mode, &relate_mode, &relate_style_mode, &relation_menu_mode,
	&relation_pattern_mode, &findings_mode, &dialogue_mode, NULL};

static void map_mode_open(struct shell *shell, int choice)
{
	(void)choice;
	shell_clear_selection(shell);
	shell_open(shell, shell_lowest(shell));
	shell_open(shell, &map_mode);
	map_mode_state(shell)->drag = (struct map_drag){0};
}

const struct view_command map_commands[] = {
	{"map", N_("show the context map"), {{0}}, NULL, map_mode_open, ROLE_OBSERVER, 0},
	{0},
};
