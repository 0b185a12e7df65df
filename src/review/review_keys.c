/* review_keys: what keys and the mouse do on the board and on the map of a review. */
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "review/review_list.h"
#include "shell/help.h"

static const int review_speeds[] = {1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};

static void review_run_play(struct shell *shell, int argument)
{
	struct review *review = review_of(shell);

	(void)argument;
	review_play(review);
}

static void review_run_step(struct shell *shell, int by)
{
	struct review *review = review_of(shell);
	size_t at = replay_at(review->replay);

	review->head.runs = false;
	if (by > 0 ? playback_next(&review->clock, at, &at) : playback_previous(&review->clock, at, &at))
		review_seek(review, at);
	else if (by < 0 && at)
		review_seek(review, 0);
	else
		shell_say(&review->shell, "%s", by > 0 ? _("this is the end") : _("this is the beginning"));
}

static void review_run_stretch(struct shell *shell, int by)
{
	struct review *review = review_of(shell);
	size_t at = replay_at(review->replay);

	if (by > 0 && !review_chart_next_step(review, at, &at))
		at = replay_count(review->replay);
	else if (by < 0)
		review_chart_previous_step(review, at, &at);
	review_seek(review, at);
}

static void review_run_to_step(struct shell *shell, int step)
{
	struct review *review = review_of(shell);
	size_t at;

	if (review_chart_step(review, step, replay_at(review->replay), &at))
		review_seek(review, at);
	else
		shell_say(&review->shell, _("the workshop was never in step %d"), step);
}

static void review_run_to_end(struct shell *shell, int end)
{
	struct review *review = review_of(shell);

	review_seek(review, end ? replay_count(review->replay) : 0);
}

static void review_run_speed(struct shell *shell, int by)
{
	struct review *review = review_of(shell);
	size_t at = 0;

	while (at + 1 < ARRAY_SIZE(review_speeds) && review_speeds[at] < review->head.speed)
		at++;
	if (by > 0 && at + 1 < ARRAY_SIZE(review_speeds))
		at++;
	else if (by < 0 && at)
		at--;
	review->head.speed = review_speeds[at];
}

static void review_run_go(struct shell *shell, int way)
{
	struct review *review = review_of(shell);
	struct contextmap map;

	review_stay(review);
	if (!review->shows_map) {
		boardview_step(&review->canvas, (enum way)way, 1);
		return;
	}
	contextmap_init(&map, review_board(review));
	mapview_make(&review->map, &map, review->shell.screen.columns, review_board_rows(review));
	mapview_go(&review->map, &map, (enum way)way);
	contextmap_release(&map);
}

static void review_run_scroll(struct shell *shell, int way)
{
	struct review *review = review_of(shell);

	review_stay(review);
	boardview_scroll(&review->canvas, (enum way)way);
}

static void review_run_follow(struct shell *shell, int argument)
{
	struct review *review = review_of(shell);

	(void)argument;
	review_follow(review);
}

static void review_run_search(struct shell *shell, int forward)
{
	struct review *review = review_of(shell);

	review_search(review, forward);
}

static void review_run_compare(struct shell *shell, int argument)
{
	struct review *review = review_of(shell);

	(void)argument;
	if (review->comparison.base) {
		comparison_end(&review->comparison);
	} else {
		comparison_begin(&review->comparison, review->replay);
		shell_say_key(shell, _("differences from here are shown from now on; %s stops that"), &review_mode,
			"compare");
	}
	review_marks_changed(review);
}

static void review_run_map(struct shell *shell, int argument)
{
	struct review *review = review_of(shell);

	(void)argument;
	review->shows_map = !review->shows_map;
}

static void review_run_minimap(struct shell *shell, int argument)
{
	struct review *review = review_of(shell);

	(void)argument;
	review->shows_minimap = !review->shows_minimap;
}

/* On the map: how much text is shown. */
static void review_run_zoom(struct shell *shell, int by)
{
	struct review *review = review_of(shell);
	int size = review->map.form.size + by;

	if (!review->shows_map) {
		boardview_zoom(&review->canvas, by);
	} else if (size >= 0 && size < CONTEXTMAP_SIZES) {
		review->map.form.size = size;
		review->map.sized = true;
	}
}

static void review_run_zoom_all(struct shell *shell, int argument)
{
	struct review *review = review_of(shell);

	(void)argument;
	boardview_zoom_all(&review->canvas, review_board(review));
}

static void review_run_esc(struct shell *shell, int argument)
{
	(void)argument;
	search_end(&review_of(shell)->canvas.search);
}

#define LOOK ROLE_OBSERVER, NULL

static const struct binding review_rows[] = {
	{"Space", "play", N_("play"), N_("play and pause; at the end, from the beginning"), review_run_play, 0, LOOK},
	{",", "back", N_("action"), N_("one action back, forward"), review_run_step, -1, LOOK},
	{".", "on", NULL, NULL, review_run_step, 1, LOOK},
	{"<", "step-back", N_("step"), N_("previous, next step"), review_run_stretch, -1, LOOK},
	{">", "step-on", NULL, NULL, review_run_stretch, 1, LOOK},
	{"1", "step 1", NULL, N_("start of this step; again: its next start"), review_run_to_step, 1, LOOK},
	{"2", "step 2", NULL, NULL, review_run_to_step, 2, LOOK},
	{"3", "step 3", NULL, NULL, review_run_to_step, 3, LOOK},
	{"4", "step 4", NULL, NULL, review_run_to_step, 4, LOOK},
	{"5", "step 5", NULL, NULL, review_run_to_step, 5, LOOK},
	{"6", "step 6", NULL, NULL, review_run_to_step, 6, LOOK},
	{"7", "step 7", NULL, NULL, review_run_to_step, 7, LOOK},
	{"8", "step 8", NULL, NULL, review_run_to_step, 8, LOOK},
	{"0 Home", "start", NULL, N_("to the beginning, the end"), review_run_to_end, 0, LOOK},
	{"$ End", "end", NULL, NULL, review_run_to_end, 1, LOOK},
	{"{", "slower", N_("speed"), N_("play slower, faster: from 1x to 1000x"), review_run_speed, -1, LOOK},
	{"}", "faster", NULL, NULL, review_run_speed, 1, LOOK},
	{"/", "search", N_("search"), N_("search forward in time for a text"), review_ask_search, 0, LOOK},
	{"n", "search-next", NULL, N_("next, previous match"), review_run_search, 1, LOOK},
	{"N", "search-previous", NULL, NULL, review_run_search, 0, LOOK},
	{"f", "filter", N_("filter"), N_("only one person, some kinds or one step"), review_show_filter, 0, LOOK},
	{"b", "bookmark", N_("bookmark"), N_("bookmark this moment"), review_ask_note, 0, LOOK},
	{"B", "bookmarks", NULL, N_("list the bookmarks"), review_show_bookmarks, 0, LOOK},
	{"d", "compare", N_("compare"), N_("compare: show differences from this moment"), review_run_compare, 0, LOOK},
	{"w", "write", NULL, N_("save the board as of this moment to a new file"), review_ask_name, 0, LOOK},
	{"h Left", "left", N_("go"), N_("look around; the view stays there"), review_run_go, WAY_LEFT, LOOK},
	{"j Down", "down", NULL, NULL, review_run_go, WAY_DOWN, LOOK},
	{"k Up", "up", NULL, NULL, review_run_go, WAY_UP, LOOK},
	{"l Right", "right", NULL, NULL, review_run_go, WAY_RIGHT, LOOK},
	{"C-d PageDown", "scroll-down", NULL, N_("half a screen down, up"), review_run_scroll, WAY_DOWN, LOOK},
	{"C-u PageUp", "scroll-up", NULL, NULL, review_run_scroll, WAY_UP, LOOK},
	{"F", "follow", NULL, N_("follow the action again"), review_run_follow, 0, LOOK},
	{"Enter", "details", NULL, N_("details and note of the sticky"), review_show_details, 0, LOOK},
	{"m", "map", N_("map"), N_("context map and back"), review_run_map, 0, LOOK},
	{"+", "zoom-in", NULL, N_("zoom in, out, whole board"), review_run_zoom, 1, LOOK},
	{"-", "zoom-out", NULL, NULL, review_run_zoom, -1, LOOK},
	{"z", "zoom-all", NULL, NULL, review_run_zoom_all, 0, LOOK},
	{"M", "minimap", NULL, N_("minimap in the corner"), review_run_minimap, 0, LOOK},
	{"Esc C-c", "let-go", NULL, N_("end the search"), review_run_esc, 0, LOOK},
	{"? F1", "help", N_("help"), N_("this help"), NULL, 0, LOOK},
	{"q", "quit", N_("leave"), N_("leave; nothing was changed"), NULL, 0, LOOK},
	{0},
};

/* Offers the keys of the comparison first; offers nothing before the log has been read. */
static void review_offers(const struct shell *shell, struct vec *offers)
{
	static const char *const commands[] = {"play", "back", "step-back", "slower", "help", "quit", "search",
		"filter", "compare", "bookmark", "map", NULL};
	const struct review *review = review_of(shell);

	if (!review->replay)
		return;
	if (review->compared.len)
		vec_add(offers, struct offer) = (struct offer){NULL, review->compared.text, ""};
	for (const char *const *command = commands; *command; command++)
		vec_add(offers, struct offer) = (struct offer){*command, NULL, NULL};
}

static void review_help(struct help *help)
{
	help_row(help, _("mouse"), _("on the time bar: go there, also while dragging"));
	help_head(help, _("Signs below the time bar"));
	for (int what = 0; what < TIMEBAR_WHAT_COUNT; what++)
		help_row(help, timebar_sign((enum timebar_what)what), timebar_meaning((enum timebar_what)what));
}

/* A drag that starts on the time bar stays there until the button is released, wherever the mouse is. */
static bool review_mouse_on_bar(struct review *review, struct mouse mouse)
{
	int top = review_bar_top(review), width = review->shell.screen.columns - 2;
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
	mapview_make(&review->map, &map, review->shell.screen.columns, review_board_rows(review));
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
	} else if (mouse.action == MOUSE_PRESS && mouse.left && x >= 0 && y >= 0 && x < viewport->width &&
		   y < viewport->height) {
		review_stay(review);
		boardview_go(&review->canvas, viewport_place(viewport, x, y));
	}
}

static void review_mouse(struct shell *shell, struct mouse mouse)
{
	struct review *review = review_of(shell);

	if (review_mouse_on_bar(review, mouse))
		return;
	if (review->shows_map)
		review_mouse_on_map(review, mouse);
	else
		review_mouse_on_board(review, mouse);
}

const struct mode review_mode = {
	.name = "review",
	.title = N_("Keys of the review"),
	.rows = review_rows,
	.calm = MODE_FREE,
	.offers = review_offers,
	.help = review_help,
	.mouse = review_mouse,
	.draw = review_draw,
};

const struct mode *const review_modes[] = {
	&review_mode, &review_details_mode, &review_filter_mode, &review_bookmarks_mode, NULL};

static const struct view_command *const review_tables[] = {shell_view_commands, NULL};

void review_init(struct review *review, const char *path)
{
	review_prepare(review, path);
	shell_init(&review->shell, NULL, review_tables, &review_mode, review);
}
