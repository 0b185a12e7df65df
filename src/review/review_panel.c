/* review_panel: what is chosen from lists: the filter and the bookmarks. */
#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "draw/panel.h"
#include "model/step.h"
#include "review/review_list.h"

#define REVIEW_PANEL_CELLS 56

static const struct hint review_sieve_hints[] = {
	{"j k", N_("choose")},
	{"Enter", N_("only that, or not any more")},
	{"x", N_("everything")},
	{"Esc", N_("close")},
	{NULL, NULL},
};

static const struct hint review_bookmarks_hints[] = {
	{"j k", N_("choose")},
	{"Enter", N_("go there")},
	{"x", N_("take away")},
	{"Esc", N_("close")},
	{NULL, NULL},
};

/* A list with a frame round it, in the upper right; as much of it as there is room for is seen. */
struct review_list_panel {
	struct cellbuf *buf;
	struct panel panel;
	size_t first; /* the first line that is seen */
	size_t line;
};

static void review_panel_begin(struct review_list_panel *list, const struct review *review,
	struct cellbuf *buf, const char *title, size_t count)
{
	int width = buf->columns - 2 < REVIEW_PANEL_CELLS ? buf->columns - 2 : REVIEW_PANEL_CELLS;
	int most = review_board_rows(review) - 2;
	size_t room;

	*list = (struct review_list_panel){.buf = buf};
	list->panel = (struct panel){buf->columns - width - 1, 2, width,
		(int)count + 2 < most ? (int)count + 2 : most};
	room = (size_t)list->panel.height - 2;
	list->first = review->choice >= room ? review->choice - room + 1 : 0;
	panel_draw(buf, list->panel, title);
}

static void review_panel_line(struct review_list_panel *list, const struct review *review,
	const char *text)
{
	size_t line = list->line++;

	if (line >= list->first)
		panel_line(list->buf, list->panel, (int)(line - list->first), 0, text,
			line == review->choice ? STYLE_PANEL_CHOICE : STYLE_PANEL);
}

/* Moves the choice among COUNT lines; false when KEY does something else. */
static bool review_panel_key(struct review *review, struct key key, size_t count)
{
	if ((key.code == 'j' && !key.ctrl) || key.code == KEY_CODE_DOWN)
		review->choice += review->choice + 1 < count;
	else if ((key.code == 'k' && !key.ctrl) || key.code == KEY_CODE_UP)
		review->choice -= review->choice > 0;
	else if (key.code == KEY_CODE_ESC || key.code == 'q' || (key.ctrl && key.code == 'c'))
		review->mode = &review_board_mode;
	else
		return false;
	return true;
}

/* The lines of the filter: people, then kinds, then steps. */
static size_t review_sieve_count(const struct review *review)
{
	return review->people.count + KIND_COUNT + STEP_LAST;
}

/* Is line AT what the filter lets through? With CHANGE it is so from now on, or not any more. */
static bool review_sieve_line(struct review *review, size_t at, bool change)
{
	struct filter *filter = &review->filter;
	size_t people = review->people.count;
	bool on;

	if (at < people) {
		int64_t id = ((const struct review_person *)vec_at(&review->people, at))->id;

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

static void review_sieve_name(const struct review *review, size_t at, struct strbuf *out)
{
	size_t people = review->people.count;

	if (at < people)
		strbuf_addstr(out, ((const struct review_person *)vec_at(&review->people, at))->name);
	else if (at < people + KIND_COUNT)
		strbuf_addf(out, "%c %s", kind_letter((enum kind)(at - people)),
			review->kinds[at - people]);
	else
		strbuf_addf(out, "%zu %s", at - people - KIND_COUNT + STEP_FIRST,
			step_name((int)(at - people - KIND_COUNT) + STEP_FIRST));
}

void review_say_sieve(const struct review *review, struct strbuf *out)
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
		strbuf_addf(out, "%s%s", first ? "" : " · ", review->kinds[kind]);
		first = false;
	}
	if (filter->step)
		strbuf_addf(out, "%s%d %s", first ? "" : " · ", filter->step, step_short(filter->step));
}

static void review_sieve_draw(struct review *review, struct cellbuf *buf)
{
	struct review_list_panel list;
	struct strbuf line = STRBUF_INIT;

	review_panel_begin(&list, review, buf, _("Only"), review_sieve_count(review));
	for (size_t i = 0; i < review_sieve_count(review); i++) {
		strbuf_reset(&line);
		strbuf_addstr(&line, review_sieve_line(review, i, false) ? "[x] " : "[ ] ");
		review_sieve_name(review, i, &line);
		review_panel_line(&list, review, line.text);
	}
	strbuf_release(&line);
}

static void review_sieve_key(struct review *review, struct key key)
{
	if (review_panel_key(review, key, review_sieve_count(review)))
		return;
	if (key.code == KEY_CODE_ENTER || key.code == KEY_CODE_SPACE)
		review_sieve_line(review, review->choice, true);
	else if (key.code == 'x')
		review->filter = (struct filter){0};
	else if (key.code == 'f')
		review->mode = &review_board_mode;
	review_sift(review);
}

const struct review_mode review_sieve_mode = {review_sieve_hints, review_sieve_key, NULL,
	review_sieve_draw};

void review_show_sieve(struct review *review, int argument)
{
	(void)argument;
	review->choice = 0;
	review->mode = &review_sieve_mode;
}

/* The moment of bookmark AT. */
static size_t review_bookmark_moment(const struct review *review, size_t at)
{
	return replay_at_change(review->replay, bookmarks_get(&review->bookmarks, at)->change);
}

static void review_bookmarks_draw(struct review *review, struct cellbuf *buf)
{
	struct review_list_panel list;
	struct strbuf line = STRBUF_INIT;

	review_panel_begin(&list, review, buf, _("Bookmarks"), review->bookmarks.list.count);
	for (size_t i = 0; i < review->bookmarks.list.count; i++) {
		const struct bookmark *bookmark = bookmarks_get(&review->bookmarks, i);
		size_t at = review_bookmark_moment(review, i);
		char time[CLOCK_TEXT_BYTES];

		clock_format(at ? replay_action(review->replay, at - 1)->time_ms : 0, time);
		strbuf_reset(&line);
		strbuf_addf(&line, "#%-5" PRId64 " %.5s  %s", bookmark->change,
			at ? time + strlen("2026-11-20T") : "", bookmark->note);
		review_panel_line(&list, review, line.text);
	}
	strbuf_release(&line);
}

static void review_take_bookmark(struct review *review)
{
	struct error err = ERROR_INIT;

	if (bookmarks_remove(&review->bookmarks, review->choice, &err))
		review_say_error(review, &err);
	review->choice -= review->choice && review->choice == review->bookmarks.list.count;
	if (!review->bookmarks.list.count)
		review->mode = &review_board_mode;
	review_mark(review);
}

static void review_bookmarks_key(struct review *review, struct key key)
{
	if (review_panel_key(review, key, review->bookmarks.list.count))
		return;
	if (key.code == KEY_CODE_ENTER) {
		review->mode = &review_board_mode;
		review_seek(review, review_bookmark_moment(review, review->choice));
	} else if (key.code == 'x') {
		review_take_bookmark(review);
	} else if (key.code == 'B') {
		review->mode = &review_board_mode;
	}
}

const struct review_mode review_bookmarks_mode = {review_bookmarks_hints, review_bookmarks_key,
	NULL, review_bookmarks_draw};

void review_show_bookmarks(struct review *review, int argument)
{
	(void)argument;
	if (!review->bookmarks.list.count) {
		review_say(review, "%s", _("there are no bookmarks; b sets one"));
		return;
	}
	review->choice = 0;
	review->mode = &review_bookmarks_mode;
}
