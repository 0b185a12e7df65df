/*
 * review_draw: what a review looks like.
 *
 *	title, steps, date            as on the canvas
 *	the board or the context map as it was
 *	when, who, what               the current moment, how it is played
 *	the time bar
 *	keys, or a message
 */
#include <stdio.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "draw/paint_cells.h"
#include "draw/scene_map.h"
#include "draw/scene_people.h"
#include "draw/spotlight.h"
#include "session/action_text.h"
#include "shell/away.h"
#include "text/width.h"
#include "draw/panel.h"
#include "review/review_list.h"
#include "draw/stepbar.h"

/* On a screen of this many rows the time bar has one row more. */
#define REVIEW_ROWS_TALL 24

#define REVIEW_MINIMAP_COLUMNS 30
#define REVIEW_MINIMAP_ROWS 8

int review_bar_rows(const struct review *review)
{
	return review->shell.screen.rows < REVIEW_ROWS_TALL ? 3 : 4;
}

int review_bar_top(const struct review *review)
{
	return review->shell.screen.rows - 1 - review_bar_rows(review);
}

int review_board_rows(const struct review *review)
{
	return review_bar_top(review) - 1 - SHELL_ROWS_ABOVE;
}

/* The person of the last action. */
static const char *review_actor(const struct review *review)
{
	const struct person *person = board_person(review_board(review), review->action.person);

	return person && person->name ? person->name : "";
}

/* Draws the board with the spotlights of the comparison or, without one, of the last action. */
static void review_draw_board(struct review *review, struct cellbuf *buf)
{
	const struct board *board = review_board(review);
	int left = scene_board_left(board);
	struct place_rect none = PLACE_RECT_EMPTY;
	struct scene_person actor = {.name = review_actor(review), .place = review->touched.place, .selection = none};
	struct scene scene;
	struct view view;

	boardview_resize(
		&review->canvas, review->shell.screen.columns - left, review_board_rows(review) - SCENE_BOARD_TOP);
	boardview_use_room(&review->canvas, board, review->shell.screen.columns, review->shell.screen.rows);
	if (review->follows)
		boardview_fill(&review->canvas, board);
	view = (struct view){.viewport = review->canvas.viewport,
		.selection = none,
		.source = none,
		.search = &review->canvas.search};
	if (!review->follows)
		view.cursor = review->canvas.cursor;
	scene_init(&scene);
	scene_board(&scene, board, &view);
	if (review->comparison.base)
		spotlight_draw(&scene, &view.viewport, left, &review->comparison.lights);
	else
		spotlight_draw(&scene, &view.viewport, left, &review->touched.lights);
	if (actor.place.column && actor.name[0])
		scene_people(&scene, &view.viewport, left, &actor, 1);
	paint_cells(&scene, buf, 0, SHELL_ROWS_ABOVE);
	scene_release(&scene);
}

static void review_draw_map(struct review *review, struct cellbuf *buf)
{
	struct mapview *view = &review->map;
	struct scene_map_view what = {.width = review->shell.screen.columns, .height = review_board_rows(review)};
	struct contextmap map;
	struct scene scene;

	contextmap_init(&map, review_board(review));
	mapview_make(view, &map, what.width, what.height);
	mapview_follow(view, &map, what.width, what.height);
	what.left = view->left;
	what.top = view->top;
	what.cursor = view->cursor;
	what.relation = review->touched.relation;
	scene_init(&scene);
	scene_map(&scene, &map, &what);
	paint_cells(&scene, buf, 0, SHELL_ROWS_ABOVE);
	scene_release(&scene);
	if (!map.contexts.count)
		cellbuf_cut(buf, 2, SHELL_ROWS_ABOVE + 1, review->shell.screen.columns - 4,
			_("There are no contexts yet at this moment."), STYLE_HINT);
	contextmap_release(&map);
}

/* Draws it in the lower right corner of the board. */
static void review_draw_minimap(struct review *review, struct cellbuf *buf)
{
	struct panel panel;

	minimap_update(&review->minimap, review_board(review), REVIEW_MINIMAP_COLUMNS, REVIEW_MINIMAP_ROWS);
	panel.width = review->minimap.width + 2;
	panel.height = review->minimap.height + 2;
	panel.x = buf->columns - panel.width;
	panel.y = review_bar_top(review) - 1 - panel.height;
	panel_draw(buf, panel, "");
	minimap_draw(&review->minimap, buf, panel.x + 1, panel.y + 1, &review->canvas.viewport, review->canvas.cursor);
}

static void review_draw_title(const struct review *review, struct cellbuf *buf)
{
	const struct board *board = review_board(review);
	const char *title = board_title(board)[0] ? board_title(board) : review->file.text;
	int room = buf->columns - stepbar_cells(board) - 3, x, cells;
	char time[CLOCK_TEXT_BYTES], zone[CLOCK_TEXT_BYTES], date[80];

	cellbuf_fill(buf, 0, 0, buf->columns, 1, STYLE_BAR);
	room = room > buf->columns / 2 ? buf->columns / 2 : room;
	x = cellbuf_cut(buf, 1, 0, room, title, STYLE_BAR_TITLE);
	if (x + 4 < room && strcmp(title, review->file.text))
		x = cellbuf_cut(buf, x + 1, 0, room - x - 1, review->file.text, STYLE_BAR_FILE);
	x = stepbar_draw(board, buf, x + 1);
	clock_format_local(review->action.time_ms, time);
	clock_zone(review->action.time_ms, zone);
	snprintf(date, sizeof(date), _("review · %.10s %.20s"), time, zone);
	if (!review->action.id)
		snprintf(date, sizeof(date), "%s", _("review"));
	cells = width_of(date, strlen(date));
	if (x + 1 + cells < buf->columns)
		cellbuf_cut(buf, buf->columns - cells - 1, 0, cells, date, STYLE_BAR_FILE);
}

/* Draws the moment and how it is played, at the right; returns where that begins. */
static int review_draw_state(const struct review *review, struct cellbuf *buf, int y)
{
	struct strbuf text = STRBUF_INIT;
	int cells, x;

	if (!review->replay)
		return buf->columns;
	review_say_filter(review, &text);
	if (text.len)
		strbuf_addstr(&text, "  ");
	strbuf_addf(&text, "%zu/%zu  ", replay_at(review->replay), replay_count(review->replay));
	strbuf_addf(&text, review->head.runs ? _("playing %dx") : _("paused %dx"), review->head.speed);
	cells = width_of(text.text, text.len);
	x = buf->columns - cells - 1;
	if (x < buf->columns / 3)
		x = buf->columns / 3;
	cellbuf_cut(buf, x, y, buf->columns - x - 1, text.text,
		filter_is_open(&review->filter) ? STYLE_GUIDE : STYLE_GUIDE_STEP);
	strbuf_release(&text);
	return x;
}

static void review_draw_told(const struct review *review, struct cellbuf *buf)
{
	int y = review_bar_top(review) - 1, x = 1, right;
	const char *actor = review_actor(review);
	struct strbuf text = STRBUF_INIT;
	char time[CLOCK_TEXT_BYTES];

	cellbuf_fill(buf, 0, y, buf->columns, 1, STYLE_GUIDE);
	right = review_draw_state(review, buf, y) - 2;
	if (!review->action.id) {
		cellbuf_cut(buf, x, y, right - x,
			review->replay ? _("Nothing has happened yet.") : _("Reading the log …"), STYLE_GUIDE);
		strbuf_release(&text);
		return;
	}
	clock_format_local(review->action.time_ms, time);
	x = cellbuf_text(buf, x, y, right - x, time + strlen("2026-11-20T"), 8, STYLE_GUIDE) + 1;
	if (actor[0]) {
		strbuf_addf(&text, " %s ", actor);
		x = cellbuf_cut(buf, x, y, buf->columns / 4, text.text, scene_person_style(actor)) + 1;
		strbuf_reset(&text);
	}
	action_text_format(review_board(review), &review->action, &text);
	cellbuf_cut(buf, x, y, right - x, text.text, STYLE_GUIDE_STEP);
	strbuf_release(&text);
}

/* Appends the differences from the moment compared with. */
static void review_compare_line(const struct review *review, struct strbuf *text)
{
	const struct comparison *comparison = &review->comparison;
	char time[CLOCK_TEXT_BYTES];

	strbuf_reset(text);
	if (!comparison->base)
		return;
	if (comparison->base_at) {
		clock_format_local(replay_action(review->replay, comparison->base_at - 1)->time_ms, time);
		strbuf_addf(text, _("since %.8s: "), time + strlen("2026-11-20T"));
	} else {
		strbuf_addstr(text, _("since the beginning: "));
	}
	comparison_say(comparison, text);
}

void review_draw(struct shell *shell, struct cellbuf *buf)
{
	struct review *review = review_of(shell);

	shell->screen.below = buf->rows - review_bar_top(review) + 1;
	if (review->shows_map)
		review_draw_map(review, buf);
	else
		review_draw_board(review, buf);
	if (review->shows_minimap && !review->shows_map)
		review_draw_minimap(review, buf);
	review_draw_title(review, buf);
	review_draw_told(review, buf);
	timebar_draw(&review->bar, buf, 1, review_bar_top(review), shell->screen.columns - 2, review_bar_rows(review));
	review_compare_line(review, &review->compared);
	if (review->where.fate != WHEREABOUTS_HERE)
		away_show(buf, review_bar_top(review) - 2, review->path, &review->where);
}
