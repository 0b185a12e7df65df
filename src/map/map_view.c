/* map_view: what all modes of the context map share: its state and its view, drawing it, moving a box. */
#include <string.h>

#include "base/i18n.h"
#include "draw/paint_cells.h"
#include "draw/panel.h"
#include "text/width.h"
#include "text/wrap.h"
#include "map/map_mode.h"

struct map_state *map_mode_state(const struct shell *shell)
{
	return shell_state(shell, shell_mode(shell, "map"));
}

struct mapview *map_mode_view(const struct shell *shell)
{
	return &map_mode_state(shell)->view;
}

int map_mode_height(const struct shell *shell)
{
	return shell->screen.rows - SHELL_ROWS_ABOVE - SHELL_ROWS_BELOW;
}

const struct contextmap *map_mode_map(const struct shell *shell)
{
	return mapview_map(map_mode_view(shell), shell_board(shell), shell->screen.columns, map_mode_height(shell));
}

const struct relation *map_mode_relation(const struct shell *shell)
{
	const struct map_state *state = map_mode_state(shell);
	const struct relation *relation = board_item(shell_board(shell), ENTITY_RELATION, state->relation);
	int64_t box = state->view.cursor;

	return relation && (relation->source == box || relation->target == box) ? relation : NULL;
}

void map_mode_focus(struct shell *shell, int64_t id)
{
	map_mode_state(shell)->relation = id;
}

void map_mode_back(struct shell *shell, int argument)
{
	(void)argument;
	shell_open(shell, shell_mode(shell, "map"));
}

int map_mode_put(struct shell *shell, const struct contextmap *map, size_t at, struct place place)
{
	return shell_do(
		shell, NULL, "place-context -- %s %d %d", contextmap_context(map, at)->name, place.column, place.row);
}

void map_mode_go(struct shell *shell, int way)
{
	map_mode_focus(shell, 0);
	mapview_go(map_mode_view(shell), map_mode_map(shell), (enum way)way);
}

/* Appends to LINES (of char *, which the caller frees) the key to the numbers at the box in focus. */
static void map_mode_list_key(const struct shell *shell, const struct contextmap *map, struct vec *lines)
{
	for (size_t i = 0; i < map->relations.count && contextmap_is_numbered(map); i++) {
		const struct relation *relation = contextmap_relation(map, i);
		struct strbuf line = STRBUF_INIT;

		if (relation->source != map_mode_view(shell)->cursor &&
			relation->target != map_mode_view(shell)->cursor)
			continue;
		contextmap_number(map, i, &line);
		strbuf_addstr(&line, "  ");
		contextmap_sentence(map->board, relation, &line);
		vec_add(lines, char *) = strbuf_detach(&line);
	}
}

void map_mode_wrap(const struct shell *shell, const char *sign, const char *text, size_t most, struct vec *lines)
{
	int width = shell->screen.columns - 2 < PANEL_LIST_CELLS ? shell->screen.columns - 2 : PANEL_LIST_CELLS;
	int indent = width_of(sign, strlen(sign));
	struct wrap_line parts[MAP_MODE_LINES_MOST];
	size_t count = wrap_text(text, strlen(text), width - 4 - indent, parts, most, NULL);

	for (size_t i = 0; i < count; i++) {
		struct strbuf line = STRBUF_INIT;

		strbuf_addf(&line, "%*s", i ? indent : 0, "");
		strbuf_addstr(&line, i ? "" : sign);
		strbuf_add(&line, text + parts[i].start, parts[i].len);
		vec_add(lines, char *) = strbuf_detach(&line);
	}
}

/* Appends to LINES the sentence about RELATION, wrapped. */
static void map_mode_tell(const struct shell *shell, const struct relation *relation, struct vec *lines)
{
	struct strbuf text = STRBUF_INIT;

	contextmap_sentence(shell_board(shell), relation, &text);
	map_mode_wrap(shell, "", text.text, MAP_MODE_LINES_MOST, lines);
	strbuf_release(&text);
}

/* The rows of the map that the key, LINES, covers. */
static int map_mode_key_rows(const struct shell *shell, const struct vec *lines)
{
	int most = map_mode_height(shell) / 4, count = (int)lines->count;

	return count ? (count < most ? count : most) + 2 : 0;
}

static void map_mode_draw_empty(const struct shell *shell, struct cellbuf *buf)
{
	struct strbuf line = STRBUF_INIT, key = STRBUF_INIT;

	shell_key_of(shell, shell_lowest(shell), "boundary", &key);
	strbuf_addf(&line, _("No contexts yet. On the board, %s draws one."), key.text);
	cellbuf_cut(buf, 2, SHELL_ROWS_ABOVE + 1, shell->screen.columns - 4, line.text, STYLE_HINT);
	strbuf_release(&line);
	strbuf_release(&key);
}

void map_mode_paint(struct shell *shell, struct cellbuf *buf, struct map_look look)
{
	const struct contextmap *map = map_mode_map(shell);
	struct mapview *view = map_mode_view(shell);
	struct scene_map_view what = {.width = shell->screen.columns,
		.height = map_mode_height(shell),
		.cursor = view->cursor,
		.source = look.source,
		.relation = look.relation,
		.verdicts = look.verdicts,
		.ghosts = look.ghosts,
		.ghost_count = look.ghost_count};
	struct vec key = VEC_INIT(char *);
	struct scene scene;

	if (look.relation && look.relation != -1 && shell_top(shell) == shell_mode(shell, "map"))
		map_mode_tell(shell, map_mode_relation(shell), &key);
	else if (!look.relation)
		map_mode_list_key(shell, map, &key);
	mapview_follow(view, map, what.width, what.height - map_mode_key_rows(shell, &key));
	what.left = view->left;
	what.top = view->top;
	scene_init(&scene);
	scene_map(&scene, map, &what);
	paint_cells(&scene, buf, 0, SHELL_ROWS_ABOVE);
	scene_release(&scene);
	if (!map->contexts.count)
		map_mode_draw_empty(shell, buf);
	if (key.count)
		panel_list(buf, buf->rows - SHELL_ROWS_BELOW, map_mode_key_rows(shell, &key), "", &key, -1);
	vec_release_strings(&key);
}
