/*
 * relation_menu: changes a relation of the box in focus: removes it, makes it synchronous or asynchronous, reverses it,
 * sets its patterns. If there are several, the user chooses one from a list.
 */
#include <string.h>

#include "base/i18n.h"
#include "command/argument.h"
#include "draw/panel.h"
#include "model/field.h"
#include "map/map_mode.h"

struct relation_menu {
	const struct map_action *action; /* what to do with the relation */
	int choice;                      /* the line in focus */
};

static struct relation_menu *relation_menu_of(const struct shell *shell)
{
	return shell_state(shell, &relation_menu_mode);
}

/* The relation in line AT of the list; NULL for the last line if that is the box itself. Sets *COUNT (may be NULL) to
 * the number of lines. */
static const struct relation *relation_menu_at(const struct shell *shell, int at, int *count)
{
	int64_t box = map_mode_view(shell)->cursor;
	struct vec relations = VEC_INIT(const struct relation *);
	const struct relation *found = NULL;
	int line = 0;

	board_list(shell_board(shell), ENTITY_RELATION, &relations);
	for (size_t i = 0; i < relations.count; i++) {
		const struct relation *relation = vec_get(&relations, const struct relation *, i);

		if (relation->source != box && relation->target != box)
			continue;
		if (line++ == at)
			found = relation;
	}
	vec_release(&relations);
	if (count)
		*count = line + relation_menu_of(shell)->action->boundary;
	return found;
}

void relation_menu_open(struct shell *shell, const struct map_action *action)
{
	struct relation_menu *menu;
	int count;

	if (!board_context(shell_board(shell), map_mode_view(shell)->cursor))
		return;
	if (map_mode_relation(shell)) {
		action->run(shell, map_mode_relation(shell));
		return;
	}
	shell_open(shell, &relation_menu_mode);
	menu = relation_menu_of(shell);
	*menu = (struct relation_menu){action, 0};
	relation_menu_at(shell, 0, &count);
	if (count > 1 || (count && action->boundary))
		return;
	map_mode_back(shell, 0);
	if (count)
		action->run(shell, relation_menu_at(shell, 0, NULL));
	else
		shell_say_key(shell, _("this context has no relations yet; %s draws one"), shell_mode(shell, "map"),
			"relate");
}

/* Moves the focus; somebody may have removed all relations. */
static void relation_menu_go(struct shell *shell, int by)
{
	struct relation_menu *menu = relation_menu_of(shell);
	int count;

	relation_menu_at(shell, 0, &count);
	menu->choice = count ? (menu->choice + by + count) % count : 0;
}

static void relation_menu_take(struct shell *shell, int argument)
{
	const struct relation_menu *menu = relation_menu_of(shell);
	const struct relation *relation;
	int count;

	(void)argument;
	relation_menu_go(shell, 0);
	relation_menu_at(shell, 0, &count);
	relation = relation_menu_at(shell, menu->choice, NULL);
	map_mode_back(shell, 0);
	if (count)
		menu->action->run(shell, relation);
}

/* The last line, for the box itself; the caller frees it. */
static char *relation_menu_boundary(const struct shell *shell)
{
	const struct context *context = board_context(shell_board(shell), map_mode_view(shell)->cursor);
	struct strbuf line = STRBUF_INIT;

	strbuf_addf(&line, _("the boundary around “%s”; its stickies stay"), context ? context->name : "");
	return strbuf_detach(&line);
}

static void relation_menu_draw(struct shell *shell, struct cellbuf *buf)
{
	const struct relation_menu *menu = relation_menu_of(shell);
	const struct relation *chosen = NULL;
	struct vec lines = VEC_INIT(char *);
	int count;

	relation_menu_at(shell, 0, &count);
	for (int i = 0; i < count; i++) {
		const struct relation *relation = relation_menu_at(shell, i, NULL);
		struct strbuf line = STRBUF_INIT;

		if (relation)
			contextmap_sentence(shell_board(shell), relation, &line);
		if (i == menu->choice)
			chosen = relation;
		vec_add(&lines, char *) = relation ? strbuf_detach(&line) : relation_menu_boundary(shell);
	}
	map_mode_paint(shell, buf, (struct map_look){.relation = chosen ? chosen->id : -1});
	panel_list(buf, buf->rows - SHELL_ROWS_BELOW, map_mode_height(shell) / 2 + 2, _(menu->action->title), &lines,
		menu->choice);
	vec_release_strings(&lines);
}

static const struct binding relation_menu_rows[] = {
	{"j Down", "down", N_("choose"), NULL, relation_menu_go, 1, ROLE_OBSERVER, NULL},
	{"k Up", "up", NULL, NULL, relation_menu_go, -1, ROLE_OBSERVER, NULL},
	{"Enter", "take", N_("take it"), NULL, relation_menu_take, 0, ROLE_OBSERVER, NULL},
	{"Esc C-c q", "cancel", N_("cancel"), NULL, map_mode_back, 0, ROLE_OBSERVER, NULL},
	{0},
};

const struct mode relation_menu_mode = {
	.name = "relation",
	.title = N_("Keys where a relation is chosen"),
	.rows = relation_menu_rows,
	.covers = true,
	.size = sizeof(struct relation_menu),
	.draw = relation_menu_draw,
};

static void relation_remove_run(struct shell *shell, const struct relation *relation)
{
	const struct board *board = shell_board(shell);
	const struct context *context = board_context(board, map_mode_view(shell)->cursor);

	if (relation)
		shell_do(shell, NULL, "unrelate -- %s %s %s", board_context(board, relation->source)->name,
			board_context(board, relation->target)->name, relation->label);
	else if (context)
		shell_do(shell, NULL, "delete-context -- %s", context->name);
}

static void relation_reverse_run(struct shell *shell, const struct relation *relation)
{
	const struct board *board = shell_board(shell);
	bool focused = map_mode_relation(shell) == relation;
	int64_t id = 0;

	if (!shell_do(shell, &id, "reverse -- %s %s %s", board_context(board, relation->source)->name,
		    board_context(board, relation->target)->name, relation->label) &&
		focused)
		map_mode_focus(shell, id);
}

/* Runs the command `relate` for RELATION, with another STYLE and, unless it is NULL, other PATTERNS. */
static void relation_relate(
	struct shell *shell, const struct relation *relation, enum relation_style style, const char *patterns)
{
	const struct board *board = shell_board(shell);
	const char *source = board_context(board, relation->source)->name;
	const char *target = board_context(board, relation->target)->name;
	const char *word = relation_style_token(style);

	if (patterns)
		shell_do(
			shell, NULL, "relate -l %s -p %s -- %s %s %s", relation->label, patterns, source, word, target);
	else
		shell_do(shell, NULL, "relate -l %s -- %s %s %s", relation->label, source, word, target);
}

static void relation_restyle_run(struct shell *shell, const struct relation *relation)
{
	relation_relate(shell, relation, relation->style == RELATION_SYNC ? RELATION_ASYNC : RELATION_SYNC, NULL);
}

/* The line of PATTERN in the menu; 0 for none. */
static int relation_pattern_line(const char *pattern)
{
	size_t count;
	const char *const *list = argument_pattern_list(&count);

	for (size_t i = 0; pattern && i < count; i++)
		if (!strcmp(list[i], pattern))
			return (int)i + 1;
	return 0;
}

static const char *relation_pattern_word(int line)
{
	size_t count;

	return line ? argument_pattern_list(&count)[line - 1] : "-";
}

struct relation_pattern {
	int64_t relation;
	int side;    /* whose pattern to choose: 0 the source's, 1 the target's */
	int choice;  /* the line in focus: 0 for none, patterns from 1 */
	int pattern; /* the line chosen for the source */
};

static struct relation_pattern *relation_pattern_of(const struct shell *shell)
{
	return shell_state(shell, &relation_pattern_mode);
}

static void relation_patterns_run(struct shell *shell, const struct relation *relation)
{
	shell_open(shell, &relation_pattern_mode);
	*relation_pattern_of(shell) =
		(struct relation_pattern){relation->id, 0, relation_pattern_line(relation->source_pattern), 0};
}

static void relation_pattern_go(struct shell *shell, int by)
{
	struct relation_pattern *at = relation_pattern_of(shell);
	size_t count;

	argument_pattern_list(&count);
	at->choice = (at->choice + by + (int)count + 1) % ((int)count + 1);
}

/* Chooses the source's pattern, then the target's. */
static void relation_pattern_take(struct shell *shell, int argument)
{
	struct relation_pattern *at = relation_pattern_of(shell);
	const struct relation *relation = board_item(shell_board(shell), ENTITY_RELATION, at->relation);
	struct strbuf patterns = STRBUF_INIT;

	(void)argument;
	if (relation && at->side == 0) {
		at->pattern = at->choice;
		at->side = 1;
		at->choice = relation_pattern_line(relation->target_pattern);
		return;
	}
	map_mode_back(shell, 0);
	if (!relation)
		return;
	strbuf_addf(&patterns, "%s/%s", relation_pattern_word(at->pattern), relation_pattern_word(at->choice));
	relation_relate(shell, relation, (enum relation_style)relation->style, patterns.text);
	strbuf_release(&patterns);
}

static void relation_pattern_draw(struct shell *shell, struct cellbuf *buf)
{
	const struct relation_pattern *at = relation_pattern_of(shell);
	const struct relation *relation = board_item(shell_board(shell), ENTITY_RELATION, at->relation);
	const struct context *context = NULL;
	struct vec lines = VEC_INIT(char *);
	struct strbuf title = STRBUF_INIT;
	size_t count;
	const char *const *list = argument_pattern_list(&count);

	if (relation)
		context = board_context(shell_board(shell), at->side ? relation->target : relation->source);
	map_mode_paint(shell, buf, (struct map_look){.relation = at->relation});
	vec_add(&lines, const char *) = _("none");
	for (size_t i = 0; i < count; i++)
		vec_add(&lines, const char *) = list[i];
	strbuf_addf(&title, _("Pattern of %s"), context ? context->name : "");
	panel_list(buf, buf->rows - SHELL_ROWS_BELOW, map_mode_height(shell), title.text, &lines, at->choice);
	strbuf_release(&title);
	vec_release(&lines);
}

static const struct binding relation_pattern_rows[] = {
	{"j Down", "down", N_("choose"), NULL, relation_pattern_go, 1, ROLE_OBSERVER, NULL},
	{"k Up", "up", NULL, NULL, relation_pattern_go, -1, ROLE_OBSERVER, NULL},
	{"Enter", "take", N_("take it"), NULL, relation_pattern_take, 0, ROLE_PARTICIPANT, NULL},
	{"Esc C-c q", "cancel", N_("cancel"), NULL, map_mode_back, 0, ROLE_OBSERVER, NULL},
	{0},
};

const struct mode relation_pattern_mode = {
	.name = "pattern",
	.title = N_("Keys where a pattern is chosen"),
	.rows = relation_pattern_rows,
	.covers = true,
	.size = sizeof(struct relation_pattern),
	.draw = relation_pattern_draw,
};

const struct map_action relation_remove = {N_("Delete"), true, relation_remove_run};
const struct map_action relation_restyle = {N_("Sync or async"), false, relation_restyle_run};
const struct map_action relation_reverse = {N_("Turn round"), false, relation_reverse_run};
const struct map_action relation_patterns = {N_("Patterns"), false, relation_patterns_run};
