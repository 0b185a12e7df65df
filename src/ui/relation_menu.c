/*
 * relation_menu: what becomes of a relation of the box in focus: taken away, made synchronous or asynchronous, given
 * patterns. Of several one is chosen from a list.
 */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "ui/map_mode.h"
#include "ui/panel.h"
#include "ui/status.h"
#include "ui/view_list.h"

static const struct mode relation_menu_mode, relation_pattern_mode;

static const struct hint relation_menu_hints[] = {
	{"j k", N_("choose")},
	{"Enter", N_("take it")},
	{"Esc", N_("cancel")},
	{NULL, NULL},
};

/* The relation that is line AT of the list; NULL for the box itself, which is the last. *COUNT (may be NULL) is how
 * many lines there are. */
static const struct relation *relation_menu_at(const struct desk *desk, int at, int *count)
{
	struct vec relations = VEC_INIT(const struct relation *);
	const struct relation *found = NULL;
	int line = 0;

	board_list(desk_board(desk), ENTITY_RELATION, &relations);
	for (size_t i = 0; i < relations.count; i++) {
		const struct relation *relation = *(const struct relation **)vec_at(&relations, i);

		if (relation->source != desk->map.cursor && relation->target != desk->map.cursor)
			continue;
		if (line++ == at)
			found = relation;
	}
	vec_release(&relations);
	if (count)
		*count = line + desk->map.action->boundary;
	return found;
}

void relation_menu_open(struct desk *desk, const struct map_action *action)
{
	int count;

	if (!board_context(desk_board(desk), desk->map.cursor))
		return;
	desk->map.action = action;
	desk->map.choice = 0;
	relation_menu_at(desk, 0, &count);
	if (!count)
		desk_say(desk, "%s", _("this context has no relations yet; c draws one"));
	else if (count == 1 && !action->boundary)
		action->run(desk, relation_menu_at(desk, 0, NULL));
	else
		desk->mode = &relation_menu_mode;
}

static void relation_menu_key(struct desk *desk, struct key key)
{
	const struct relation *relation;
	enum way way;
	int count;

	relation_menu_at(desk, 0, &count);
	if (map_mode_way(key, "hjkl", &way))
		desk->map.choice += way == WAY_DOWN ? 1 : way == WAY_UP ? -1 : 0;
	if (!count || map_mode_is_esc(key)) {
		view_map(desk, -1);
		return;
	}
	desk->map.choice = (desk->map.choice + count) % count;
	if (key.code != KEY_CODE_ENTER)
		return;
	relation = relation_menu_at(desk, desk->map.choice, NULL);
	view_map(desk, -1);
	desk->map.action->run(desk, relation);
}

/* The box itself, as the last line. */
static char *relation_menu_boundary(const struct desk *desk)
{
	const struct context *context = board_context(desk_board(desk), desk->map.cursor);
	struct strbuf line = STRBUF_INIT;

	strbuf_addf(&line, _("the boundary round “%s”; its stickies stay"), context ? context->name : "");
	return strbuf_detach(&line);
}

static void relation_menu_draw(struct desk *desk, struct cellbuf *buf)
{
	const struct relation *chosen = NULL;
	struct vec lines = VEC_INIT(char *);
	int count;

	relation_menu_at(desk, 0, &count);
	for (int i = 0; i < count; i++) {
		const struct relation *relation = relation_menu_at(desk, i, NULL);
		struct strbuf line = STRBUF_INIT;

		if (relation)
			contextmap_sentence(desk_board(desk), relation, &line);
		if (i == desk->map.choice)
			chosen = relation;
		*(char **)vec_push(&lines) = relation ? strbuf_detach(&line) : relation_menu_boundary(desk);
	}
	map_mode_paint(desk, buf, map_mode_map(desk), chosen ? chosen->id : -1);
	panel_list(buf, buf->rows - STATUS_ROWS_BELOW, map_mode_height(desk) / 2 + 2,
		_(desk->map.action->title), &lines, desk->map.choice);
	vec_release_strings(&lines);
}

static const struct mode relation_menu_mode = {
	.hints = relation_menu_hints, .key = relation_menu_key, .draw = relation_menu_draw};

static void relation_remove_run(struct desk *desk, const struct relation *relation)
{
	const struct board *board = desk_board(desk);
	const struct context *context = board_context(board, desk->map.cursor);

	if (relation)
		desk_do(desk, NULL, "unrelate -- %s %s %s", board_context(board, relation->source)->name,
			board_context(board, relation->target)->name, relation->label);
	else if (context)
		desk_do(desk, NULL, "delete-context -- %s", context->name);
}

/* Runs relate with what RELATION is but for STYLE and, unless it is NULL, PATTERNS. */
static void relation_relate(struct desk *desk, const struct relation *relation, enum relation_style style,
	const char *patterns)
{
	const struct board *board = desk_board(desk);
	const char *source = board_context(board, relation->source)->name;
	const char *target = board_context(board, relation->target)->name;
	const char *word = relation_style_token(style);

	if (patterns)
		desk_do(desk, NULL, "relate -l %s -p %s -- %s %s %s", relation->label, patterns, source, word,
			target);
	else
		desk_do(desk, NULL, "relate -l %s -- %s %s %s", relation->label, source, word, target);
}

static void relation_restyle_run(struct desk *desk, const struct relation *relation)
{
	relation_relate(desk, relation,
		relation->style == RELATION_SYNC ? RELATION_ASYNC : RELATION_SYNC, NULL);
}

/* Which line of the menu PATTERN is: 0 for none. */
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

static void relation_patterns_run(struct desk *desk, const struct relation *relation)
{
	desk->map.relation = relation->id;
	desk->map.side = 0;
	desk->map.choice = relation_pattern_line(relation->source_pattern);
	desk->mode = &relation_pattern_mode;
}

/* First the source's pattern, then the target's. */
static void relation_pattern_take(struct desk *desk, const struct relation *relation)
{
	struct strbuf patterns = STRBUF_INIT;

	if (desk->map.side == 0) {
		desk->map.pattern = desk->map.choice;
		desk->map.side = 1;
		desk->map.choice = relation_pattern_line(relation->target_pattern);
		return;
	}
	strbuf_addf(&patterns, "%s/%s", relation_pattern_word(desk->map.pattern),
		relation_pattern_word(desk->map.choice));
	relation_relate(desk, relation, (enum relation_style)relation->style, patterns.text);
	strbuf_release(&patterns);
	view_map(desk, -1);
}

static void relation_pattern_key(struct desk *desk, struct key key)
{
	const struct relation *relation = board_item(desk_board(desk), ENTITY_RELATION, desk->map.relation);
	size_t count;
	enum way way;

	argument_pattern_list(&count);
	if (!relation || map_mode_is_esc(key)) {
		view_map(desk, -1);
		return;
	}
	if (map_mode_way(key, "hjkl", &way))
		desk->map.choice += way == WAY_DOWN ? 1 : way == WAY_UP ? -1 : 0;
	desk->map.choice = (desk->map.choice + (int)count + 1) % ((int)count + 1);
	if (key.code == KEY_CODE_ENTER)
		relation_pattern_take(desk, relation);
}

static void relation_pattern_draw(struct desk *desk, struct cellbuf *buf)
{
	const struct relation *relation = board_item(desk_board(desk), ENTITY_RELATION, desk->map.relation);
	const struct context *context = NULL;
	struct vec lines = VEC_INIT(char *);
	struct strbuf title = STRBUF_INIT;
	size_t count;
	const char *const *list = argument_pattern_list(&count);

	if (relation)
		context = board_context(
			desk_board(desk), desk->map.side ? relation->target : relation->source);
	map_mode_paint(desk, buf, map_mode_map(desk), desk->map.relation);
	*(const char **)vec_push(&lines) = _("none");
	for (size_t i = 0; i < count; i++)
		*(const char **)vec_push(&lines) = list[i];
	strbuf_addf(&title, _("Pattern of %s"), context ? context->name : "");
	panel_list(buf, buf->rows - STATUS_ROWS_BELOW, map_mode_height(desk), title.text, &lines,
		desk->map.choice);
	strbuf_release(&title);
	vec_release(&lines);
}

static const struct mode relation_pattern_mode = {
	.hints = relation_menu_hints, .key = relation_pattern_key, .draw = relation_pattern_draw};

const struct map_action relation_remove = {N_("Take away"), true, relation_remove_run};
const struct map_action relation_restyle = {N_("Sync or async"), false, relation_restyle_run};
const struct map_action relation_patterns = {N_("Patterns"), false, relation_patterns_run};
