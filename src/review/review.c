#include "review/review.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "review/review_list.h"
#include "session/filter.h"
#include "text/clean.h"

/* The speed at first: a workshop of two hours takes about two minutes. */
#define REVIEW_SPEED 50

/* A log of more changes takes a moment to read. */
#define REVIEW_LONG 20000

const struct board *review_board(const struct review *review)
{
	return review->replay ? replay_board(review->replay) : review->glance;
}

const struct sticky *review_sticky(const struct review *review)
{
	return board_at(review_board(review), review->canvas.cursor);
}

struct review *review_of(const struct shell *shell)
{
	return shell_home_state(shell);
}

void review_prepare(struct review *review, const char *path)
{
	const char *slash = strrchr(path, '/');

	*review = (struct review){.path = path,
		.follows = true,
		.head = {.speed = REVIEW_SPEED},
		.people = VEC_INIT(struct review_person)};
	path = slash ? slash + 1 : path;
	review->where = (struct whereabouts)WHEREABOUTS_INIT;
	strbuf_init(&review->file);
	clean_for_display(&review->file, path, strlen(path));
	strbuf_init(&review->compared);
	action_init(&review->action);
	touched_init(&review->touched);
	playback_init(&review->axis);
	playback_init(&review->clock);
	timebar_init(&review->bar);
	bookmarks_init(&review->bookmarks);
	comparison_init(&review->comparison);
	boardview_init(&review->canvas);
	mapview_init(&review->map);
}

static void review_list_people(struct review *review)
{
	struct vec people = VEC_INIT(const void *);

	board_list(review_board(review), ENTITY_PERSON, &people);
	for (size_t i = 0; i < people.count; i++) {
		const struct person *person = vec_get(&people, const struct person *, i);
		struct review_person *entry = vec_push(&review->people);

		*entry = (struct review_person){person->id, mem_strdup(person->name ? person->name : "")};
	}
	vec_release(&people);
}

/* Moves the view to the last action. */
static void review_look(struct review *review)
{
	size_t at = replay_at(review->replay);
	struct error err = ERROR_INIT;

	action_release(&review->action);
	action_init(&review->action);
	if (at && replay_read(review->replay, at - 1, &review->action, &err))
		shell_say_error(&review->shell, &err);
	touched_read(&review->touched, review_board(review), &review->action);
	if (comparison_update(&review->comparison, review->replay, &err))
		shell_say_error(&review->shell, &err);
	if (review->follows)
		review_follow(review);
}

int review_glance(struct review *review, struct error *err)
{
	struct store *store;
	int64_t length = 0;
	int failed = store_open(review->path, STORE_READ, &store, err);

	if (failed)
		return failed;
	failed = store_log_length(store, &length, err);
	if (!failed && length > REVIEW_LONG) {
		review->glance = board_new();
		failed = store_load(store, review->glance, err);
	}
	store_close(store);
	return failed;
}

int review_open(struct review *review, struct error *err)
{
	struct error marks = ERROR_INIT;
	int failed = replay_open(review->path, &review->replay, err);

	if (failed)
		return failed;
	board_free(review->glance);
	review->glance = NULL;
	review->marks_failed = bookmarks_load(&review->bookmarks, review->path, &marks);
	if (review->marks_failed)
		shell_say_error(&review->shell, &marks);
	review_list_people(review);
	review_chart_axis(review);
	review_chart(review);
	playback_put(&review->head, &review->clock, replay_at(review->replay));
	review->bar.now = review->bar.length;
	review_look(review);
	return 0;
}

void review_check_file(struct review *review)
{
	store_look(replay_store(review->replay), &review->where);
}

void review_release(struct review *review)
{
	whereabouts_release(&review->where);
	for (size_t i = 0; i < review->people.count; i++)
		free(vec_get(&review->people, struct review_person, i).name);
	vec_release(&review->people);
	replay_close(review->replay);
	board_free(review->glance);
	strbuf_release(&review->file);
	strbuf_release(&review->compared);
	action_release(&review->action);
	touched_release(&review->touched);
	playback_release(&review->axis);
	playback_release(&review->clock);
	timebar_release(&review->bar);
	bookmarks_release(&review->bookmarks);
	comparison_release(&review->comparison);
	boardview_release(&review->canvas);
	mapview_release(&review->map);
	minimap_release(&review->minimap);
	shell_release(&review->shell);
}

/* Shows moment AT, with the time bar at NOW_MS. */
static void review_show(struct review *review, size_t at, int64_t now_ms)
{
	struct error err = ERROR_INIT;

	if (replay_seek(review->replay, at, &err)) {
		review->head.runs = false;
		shell_say_error(&review->shell, &err);
		now_ms = playback_at(&review->axis, replay_at(review->replay));
	}
	review->bar.now = now_ms;
	review_look(review);
}

void review_seek(struct review *review, size_t at)
{
	playback_put(&review->head, &review->clock, at);
	review_show(review, at, playback_at(&review->axis, at));
}

void review_seek_axis(struct review *review, int64_t at_ms)
{
	size_t at = playback_moment(&review->axis, at_ms);

	playback_put(&review->head, &review->clock, at);
	if (filter_is_open(&review->filter))
		review->head.at_us = at_ms * 1000;
	review_show(review, at, at_ms);
}

void review_play(struct review *review)
{
	size_t next;

	if (!review->head.runs && !playback_next(&review->clock, replay_at(review->replay), &next))
		review_seek(review, 0);
	review->head.runs = !review->head.runs && review->clock.beats.count;
}

void review_pass(struct review *review, int64_t wall_ms)
{
	size_t at;

	if (!review->head.runs)
		return;
	at = playback_pass(&review->head, &review->clock, wall_ms);
	if (at > replay_at(review->replay))
		review_show(review, at, playback_at(&review->axis, at));
	if (filter_is_open(&review->filter))
		review->bar.now = review->head.at_us / 1000;
}

int64_t review_due_ms(const struct review *review)
{
	return playback_due_ms(&review->head, &review->clock);
}

void review_filter_changed(struct review *review)
{
	review_marks_changed(review);
	playback_put(&review->head, &review->clock, replay_at(review->replay));
}

void review_marks_changed(struct review *review)
{
	int64_t now_ms = review->bar.now;

	review_chart(review);
	review->bar.now = now_ms;
}

void review_search(struct review *review, bool forward)
{
	struct error err = ERROR_INIT;
	size_t at = replay_at(review->replay);
	int found;

	if (!review->canvas.search.needle.len) {
		shell_say_key(
			&review->shell, _("no search yet; %s starts one"), shell_lowest(&review->shell), "search");
		return;
	}
	found = filter_find_text(
		review->replay, &review->filter, review->canvas.search.needle.text, at, forward, &at, &err);
	if (found > 0)
		review_seek(review, at);
	else if (found < 0)
		shell_say_error(&review->shell, &err);
	else
		shell_say(&review->shell, "%s",
			forward ? _("not found after this moment") : _("not found before this moment"));
}

void review_follow(struct review *review)
{
	const struct touched *touched = &review->touched;

	review->follows = true;
	if (touched->place.column)
		boardview_show(&review->canvas, touched->place);
	if (touched->context)
		review->map.cursor = touched->context;
}

void review_stay(struct review *review)
{
	review->follows = false;
}
