/* review_panel: the lists to choose from: the filter and the bookmarks. */
#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "draw/panel.h"
#include "model/step.h"
#include "review/review_list.h"

#define REVIEW_PANEL_CELLS 56

/* The state of either list. */
struct review_choice {
	size_t at; /* the chosen line */
};

/* Draws LINES (of char *) in the upper right, and frees them. */
static void review_panel_draw(
	struct shell *shell, const struct mode *mode, struct cellbuf *buf, const char *title, struct vec *lines)
{
	const struct review_choice *choice = shell_state(shell, mode);
	int width = buf->columns - 2 < REVIEW_PANEL_CELLS ? buf->columns - 2 : REVIEW_PANEL_CELLS;
	int most = review_board_rows(review_of(shell)) - 2, height = (int)lines->count + 2;
	struct panel panel = {buf->columns - width - 1, 2, width, height < most ? height : most};

	panel_lines(buf, panel, title, lines, (int)choice->at);
	vec_release_strings(lines);
}

/* Moves the choice in MODE among COUNT lines. */
static void review_panel_go(struct shell *shell, const struct mode *mode, int by, size_t count)
{
	struct review_choice *choice = shell_state(shell, mode);

	choice->at = panel_step(choice->at, by, count);
}

static void review_panel_open(struct shell *shell, const struct mode *mode)
{
	struct review_choice *choice;

	shell_open(shell, mode);
	choice = shell_state(shell, mode);
	choice->at = 0;
}

static size_t review_panel_choice(const struct shell *shell, const struct mode *mode)
{
	const struct review_choice *choice = shell_state(shell, mode);

	return choice->at;
}

/* The lines of the filter: people, then kinds, then steps. */
static size_t review_filter_count(const struct review *review)
{
	return review->people.count + KIND_COUNT + STEP_LAST;
}

/* Does the filter let line AT through? With CHANGE, toggles that. */
static bool review_filter_line(struct review *review, size_t at, bool change)
{
	struct filter *filter = &review->filter;
	size_t people = review->people.count;
	bool on;

	if (at < people) {
		int64_t id = vec_get(&review->people, struct review_person, at).id;

		on = filter->person == id;
		filter->person = !change ? filter->person : on ? 0 : id;
	} else if (at < people + KIND_COUNT) {
		unsigned bit = 1u << (at - people);

		on = filter->kinds & bit;
		filter->kinds ^= change ? bit : 0;
	} else {
		int step = (int)(at - people - KIND_COUNT) + STEP_FIRST;

		on = filter->step == step;
		filter->step = !change ? filter->step : on ? 0 : step;
	}
	return on;
}

static void review_filter_name(const struct review *review, size_t at, struct strbuf *out)
{
	size_t people = review->people.count;

	if (at < people)
		strbuf_addstr(out, vec_get(&review->people, struct review_person, at).name);
	else if (at < people + KIND_COUNT)
		strbuf_addf(
			out, "%c %s", kind_letter((enum kind)(at - people)), review->shell.looks.kinds[at - people]);
	else
		strbuf_addf(out, "%zu %s", at - people - KIND_COUNT + STEP_FIRST,
			step_name((int)(at - people - KIND_COUNT) + STEP_FIRST));
}

void review_say_filter(const struct review *review, struct strbuf *out)
{
	const struct filter *filter = &review->filter;
	bool first = true;

	for (size_t i = 0; i < review->people.count; i++) {
		const struct review_person *person = vec_at(&review->people, i);

		if (person->id != filter->person)
			continue;
		strbuf_addstr(out, person->name);
		first = false;
	}
	for (int kind = 0; kind < KIND_COUNT; kind++) {
		if (!(filter->kinds & KIND_BIT(kind)))
			continue;
		strbuf_addf(out, "%s%s", first ? "" : " · ", review->shell.looks.kinds[kind]);
		first = false;
	}
	if (filter->step)
		strbuf_addf(out, "%s%d %s", first ? "" : " · ", filter->step, step_short(filter->step));
}

static void review_filter_draw(struct shell *shell, struct cellbuf *buf)
{
	struct review *review = review_of(shell);
	struct vec lines = VEC_INIT(char *);

	for (size_t i = 0; i < review_filter_count(review); i++) {
		struct strbuf line = STRBUF_INIT;

		strbuf_addstr(&line, review_filter_line(review, i, false) ? "[x] " : "[ ] ");
		review_filter_name(review, i, &line);
		vec_add(&lines, char *) = strbuf_detach(&line);
	}
	review_panel_draw(shell, &review_filter_mode, buf, _("Only"), &lines);
}

static void review_filter_go(struct shell *shell, int by)
{
	review_panel_go(shell, &review_filter_mode, by, review_filter_count(review_of(shell)));
}

static void review_filter_toggle(struct shell *shell, int argument)
{
	struct review *review = review_of(shell);

	(void)argument;
	review_filter_line(review, review_panel_choice(shell, &review_filter_mode), true);
	review_filter_changed(review);
}

static void review_filter_all(struct shell *shell, int argument)
{
	struct review *review = review_of(shell);

	(void)argument;
	review->filter = (struct filter){0};
	review_filter_changed(review);
}

static const struct binding review_filter_rows[] = {
	{"j Down", "down", N_("choose"), NULL, review_filter_go, 1, ROLE_OBSERVER, NULL},
	{"k Up", "up", NULL, NULL, review_filter_go, -1, ROLE_OBSERVER, NULL},
	{"Enter Space", "toggle", N_("only this, or everything again"), NULL, review_filter_toggle, 0, ROLE_OBSERVER,
		NULL},
	{"x", "all", N_("everything"), NULL, review_filter_all, 0, ROLE_OBSERVER, NULL},
	{"Esc q f C-c", "close", N_("close"), NULL, shell_back, 0, ROLE_OBSERVER, NULL},
	{0},
};

const struct mode review_filter_mode = {
	.name = "review-filter",
	.title = N_("Keys of the filter"),
	.rows = review_filter_rows,
	.size = sizeof(struct review_choice),
	.draw = review_filter_draw,
};

void review_show_filter(struct shell *shell, int argument)
{
	(void)argument;
	review_panel_open(shell, &review_filter_mode);
}

/* The moment of bookmark AT. */
static size_t review_bookmark_moment(const struct review *review, size_t at)
{
	return replay_at_change(review->replay, bookmarks_get(&review->bookmarks, at)->change);
}

static void review_bookmarks_draw(struct shell *shell, struct cellbuf *buf)
{
	struct review *review = review_of(shell);
	struct vec lines = VEC_INIT(char *);

	for (size_t i = 0; i < review->bookmarks.list.count; i++) {
		const struct bookmark *bookmark = bookmarks_get(&review->bookmarks, i);
		size_t at = review_bookmark_moment(review, i);
		struct strbuf line = STRBUF_INIT;
		char time[CLOCK_TEXT_BYTES];

		clock_format_local(at ? replay_action(review->replay, at - 1)->time_ms : 0, time);
		strbuf_addf(&line, "#%-5" PRId64 " %.5s  %s", bookmark->change, at ? time + strlen("2026-11-20T") : "",
			bookmark->note);
		vec_add(&lines, char *) = strbuf_detach(&line);
	}
	review_panel_draw(shell, &review_bookmarks_mode, buf, _("Bookmarks"), &lines);
}

static void review_bookmarks_go(struct shell *shell, int by)
{
	review_panel_go(shell, &review_bookmarks_mode, by, review_of(shell)->bookmarks.list.count);
}

static void review_bookmarks_take(struct shell *shell, int argument)
{
	struct review *review = review_of(shell);

	(void)argument;
	shell_close(shell);
	review_seek(review, review_bookmark_moment(review, review_panel_choice(shell, &review_bookmarks_mode)));
}

static void review_bookmarks_drop(struct shell *shell, int argument)
{
	struct review *review = review_of(shell);
	struct error err = ERROR_INIT;

	(void)argument;
	if (bookmarks_remove(&review->bookmarks, review_panel_choice(shell, &review_bookmarks_mode), &err))
		shell_say_error(shell, &err);
	if (review_panel_choice(shell, &review_bookmarks_mode) == review->bookmarks.list.count)
		review_bookmarks_go(shell, -1);
	if (!review->bookmarks.list.count)
		shell_close(shell);
	review_marks_changed(review);
}

static const struct binding review_bookmarks_rows[] = {
	{"j Down", "down", N_("choose"), NULL, review_bookmarks_go, 1, ROLE_OBSERVER, NULL},
	{"k Up", "up", NULL, NULL, review_bookmarks_go, -1, ROLE_OBSERVER, NULL},
	{"Enter", "go-there", N_("go there"), NULL, review_bookmarks_take, 0, ROLE_OBSERVER, NULL},
	{"x", "take-away", N_("remove"), NULL, review_bookmarks_drop, 0, ROLE_OBSERVER, NULL},
	{"Esc q B C-c", "close", N_("close"), NULL, shell_back, 0, ROLE_OBSERVER, NULL},
	{0},
};

const struct mode review_bookmarks_mode = {
	.name = "bookmarks",
	.title = N_("Keys of the bookmarks"),
	.rows = review_bookmarks_rows,
	.size = sizeof(struct review_choice),
	.draw = review_bookmarks_draw,
};

void review_show_bookmarks(struct shell *shell, int argument)
{
	(void)argument;
	if (review_of(shell)->bookmarks.list.count)
		review_panel_open(shell, &review_bookmarks_mode);
	else
		shell_say_key(shell, _("no bookmarks; %s sets one"), shell_lowest(shell), "bookmark");
}
