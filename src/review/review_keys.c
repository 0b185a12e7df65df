/* review_keys: what keys and the mouse do on the board and on the map of a review. */
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "review/review_list.h"
#include "draw/stepbar.h"

static const int review_speeds[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};

static const struct hint review_board_hints[] = {
	{"Space", N_("play")},
	{", .", N_("action")},
	{"< >", N_("step")},
	{"{ }", N_("speed")},
	{"?", N_("help")},
	{"q", N_("leave")},
	{"/", N_("search")},
	{"f", N_("filter")},
	{"d", N_("compare")},
	{"b", N_("bookmark")},
	{"m", N_("map")},
	{NULL, NULL},
};

static void review_run_play(struct review *review, int argument)
{
	(void)argument;
	review_play(review);
}

static void review_run_step(struct review *review, int by)
{
	size_t at = replay_at(review->replay);

	review->head.runs = false;
	if (by > 0 ? playback_next(&review->clock, at, &at) : playback_previous(&review->clock, at, &at))
		review_seek(review, at);
	else if (by < 0 && at)
		review_seek(review, 0);
	else
		review_say(review, "%s", by > 0 ? _("this is the end") : _("this is the beginning"));
}

static void review_run_stretch(struct review *review, int by)
{
	size_t at = replay_at(review->replay);

	if (by > 0 && !review_chart_next_step(review, at, &at))
		at = replay_count(review->replay);
	else if (by < 0)
		review_chart_previous_step(review, at, &at);
	review_seek(review, at);
}

static void review_run_to_step(struct review *review, int step)
{
	size_t at;

	if (review_chart_step(review, step, replay_at(review->replay), &at))
		review_seek(review, at);
	else
		review_say(review, _("the workshop has not been in step %d"), step);
}

static void review_run_to_end(struct review *review, int end)
{
	review_seek(review, end ? replay_count(review->replay) : 0);
}

static void review_run_speed(struct review *review, int by)
{
	size_t at = 0;

	while (at + 1 < ARRAY_SIZE(review_speeds) && review_speeds[at] < review->head.speed)
		at++;
	if (by > 0 && at + 1 < ARRAY_SIZE(review_speeds))
		at++;
	else if (by < 0 && at)
		at--;
	review->head.speed = review_speeds[at];
}

static void review_run_go(struct review *review, int way)
{
	struct contextmap map;

	review_stay(review);
	if (!review->shows_map) {
		boardview_step(&review->canvas, (enum way)way, 1);
		return;
	}
	contextmap_init(&map, review_board(review));
	mapview_make(&review->map, &map, review->columns, review_board_rows(review));
	mapview_go(&review->map, &map, (enum way)way);
	contextmap_release(&map);
}

static void review_run_scroll(struct review *review, int way)
{
	review_stay(review);
	boardview_scroll(&review->canvas, (enum way)way);
}

static void review_run_follow(struct review *review, int argument)
{
	(void)argument;
	review_follow(review);
}

static void review_run_search(struct review *review, int forward)
{
	review_search(review, forward);
}

static void review_run_compare(struct review *review, int argument)
{
	(void)argument;
	if (review->comparison.base) {
		comparison_end(&review->comparison);
	} else {
		comparison_begin(&review->comparison, review->replay);
		review_say(review, "%s", _("what is different from here is shown from now on; d ends it"));
	}
	review_mark(review);
}

static void review_run_map(struct review *review, int argument)
{
	(void)argument;
	review->shows_map = !review->shows_map;
}

static void review_run_minimap(struct review *review, int argument)
{
	(void)argument;
	review->shows_minimap = !review->shows_minimap;
}

/* On the map, how much is written. */
static void review_run_zoom(struct review *review, int by)
{
	int size = review->map.form.size + by;

	if (!review->shows_map) {
		boardview_zoom(&review->canvas, by);
	} else if (size >= 0 && size < CONTEXTMAP_SIZES) {
		review->map.form.size = size;
		review->map.sized = true;
	}
}

static void review_run_zoom_all(struct review *review, int argument)
{
	(void)argument;
	boardview_zoom_all(&review->canvas, review_board(review));
}

static void review_run_quit(struct review *review, int argument)
{
	(void)argument;
	review->quit = true;
}

static const struct review_key review_key_rows[] = {
	{"Space", review_run_play, 0, N_("play and stop; at the end, from the beginning")},
	{".", review_run_step, 1, N_("one action on, back")},
	{",", review_run_step, -1, NULL},
	{">", review_run_stretch, 1, N_("to the next, the previous step")},
	{"<", review_run_stretch, -1, NULL},
	{"1", review_run_to_step, 1, N_("to where this step began; again: to where it began again")},
	{"2", review_run_to_step, 2, NULL},
	{"3", review_run_to_step, 3, NULL},
	{"4", review_run_to_step, 4, NULL},
	{"5", review_run_to_step, 5, NULL},
	{"6", review_run_to_step, 6, NULL},
	{"7", review_run_to_step, 7, NULL},
	{"8", review_run_to_step, 8, NULL},
	{"0", review_run_to_end, 0, N_("to the beginning, the end")},
	{"$", review_run_to_end, 1, NULL},
	{"Home", review_run_to_end, 0, NULL},
	{"End", review_run_to_end, 1, NULL},
	{"}", review_run_speed, 1, N_("play faster, slower: from 1x to 1000x")},
	{"{", review_run_speed, -1, NULL},
	{"/", review_ask_search, 0, N_("search on in time for a text; next, previous time")},
	{"n", review_run_search, 1, NULL},
	{"N", review_run_search, 0, NULL},
	{"f", review_show_sieve, 0, N_("only what one person did, to one kind, in one step")},
	{"b", review_ask_note, 0, N_("bookmark this moment; list the bookmarks")},
	{"B", review_show_bookmarks, 0, NULL},
	{"d", review_run_compare, 0, N_("compare: show what is different from this moment")},
	{"w", review_ask_name, 0, N_("write the board as it is here to a new board file")},
	{"h", review_run_go, WAY_LEFT, N_("look elsewhere; the view then stays")},
	{"j", review_run_go, WAY_DOWN, NULL},
	{"k", review_run_go, WAY_UP, NULL},
	{"l", review_run_go, WAY_RIGHT, NULL},
	{"Left", review_run_go, WAY_LEFT, NULL},
	{"Down", review_run_go, WAY_DOWN, NULL},
	{"Up", review_run_go, WAY_UP, NULL},
	{"Right", review_run_go, WAY_RIGHT, NULL},
	{"C-d", review_run_scroll, WAY_DOWN, N_("half a screen down, up")},
	{"C-u", review_run_scroll, WAY_UP, NULL},
	{"PageDown", review_run_scroll, WAY_DOWN, NULL},
	{"PageUp", review_run_scroll, WAY_UP, NULL},
	{"F", review_run_follow, 0, N_("follow the action again")},
	{"Enter", review_show_details, 0, N_("details and note of the sticky")},
	{"m", review_run_map, 0, N_("context map and back")},
	{"+", review_run_zoom, 1, N_("zoom in, out, whole board")},
	{"-", review_run_zoom, -1, NULL},
	{"z", review_run_zoom_all, 0, NULL},
	{"M", review_run_minimap, 0, N_("minimap in the corner")},
	{"?", review_show_help, 0, N_("this help")},
	{"F1", review_show_help, 0, NULL},
	{"q", review_run_quit, 0, N_("leave; nothing was changed")},
};

const struct review_key *review_keys(size_t *count)
{
	*count = ARRAY_SIZE(review_key_rows);
	return review_key_rows;
}

static void review_board_key(struct review *review, struct key key)
{
	struct strbuf name = STRBUF_INIT;

	if (key.code == KEY_CODE_ESC || (key.ctrl && key.code == 'c')) {
		strbuf_reset(&review->canvas.search);
		return;
	}
	key_format(key, &name);
	for (size_t i = 0; i < ARRAY_SIZE(review_key_rows); i++)
		if (!strcmp(review_key_rows[i].key, name.text)) {
			review_key_rows[i].run(review, review_key_rows[i].argument);
			strbuf_release(&name);
			return;
		}
	review_say(review, _("%s does nothing here; ? shows the keys"), name.text);
	strbuf_release(&name);
}

const struct review_mode review_board_mode = {review_board_hints, review_board_key, NULL, NULL};

/* On the time bar the button is down until it is let go, wherever that is. */
static bool review_mouse_on_bar(struct review *review, struct mouse mouse)
{
	int top = review_bar_top(review), width = review->columns - 2;
	bool inside = mouse.y >= top && mouse.y < top + review_bar_rows(review);

	if (mouse.action == MOUSE_RELEASE)
		review->dragging = false;
	else if (mouse.action == MOUSE_PRESS && mouse.left && inside)
		review->dragging = true;
	if (!review->dragging)
		return inside;
	review_seek_axis(review, timebar_position(&review->bar, width, mouse.x - 1));
	return true;
}

static void review_mouse_on_map(struct review *review, struct mouse mouse)
{
	struct contextmap map;
	int64_t there;

	contextmap_init(&map, review_board(review));
	mapview_make(&review->map, &map, review->columns, review_board_rows(review));
	there = mapview_at(&review->map, &map, mouse.x, mouse.y - SHELL_ROWS_ABOVE);
	contextmap_release(&map);
	if (mouse.action == MOUSE_PRESS && mouse.left && there) {
		review_stay(review);
		review->map.cursor = there;
	}
}

static void review_mouse_on_board(struct review *review, struct mouse mouse)
{
	static const enum way ways[] = {WAY_UP, WAY_DOWN, WAY_LEFT, WAY_RIGHT};
	const struct viewport *viewport = &review->canvas.viewport;
	int x = mouse.x - scene_board_left(review_board(review));
	int y = mouse.y - SHELL_ROWS_ABOVE - SCENE_BOARD_TOP;

	if (mouse.action >= MOUSE_WHEEL_UP && mouse.ctrl) {
		boardview_zoom(&review->canvas, mouse.action == MOUSE_WHEEL_UP ? 1 : -1);
	} else if (mouse.action >= MOUSE_WHEEL_UP) {
		review_stay(review);
		boardview_step(&review->canvas, ways[mouse.action - MOUSE_WHEEL_UP], 1);
	} else if (mouse.action == MOUSE_PRESS && mouse.left && x >= 0 && y >= 0 &&
		   x < viewport->width && y < viewport->height) {
		review_stay(review);
		boardview_go(&review->canvas, viewport_place(viewport, x, y));
	}
}

void review_mouse(struct review *review, struct mouse mouse)
{
	if (review->mode != &review_board_mode && review->mode != &review_details_mode)
		return;
	strbuf_reset(&review->message);
	if (review_mouse_on_bar(review, mouse))
		return;
	if (review->shows_map)
		review_mouse_on_map(review, mouse);
	else
		review_mouse_on_board(review, mouse);
}
