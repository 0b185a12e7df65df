#include "review/casting.h"

#include <inttypes.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "draw/ansi.h"
#include "format/quoted.h"
#include "model/step.h"

/* The shortest time a frame is shown; how long the last but one is shown. */
#define CASTING_FRAME_MS 33
#define CASTING_END_MS 3000

/* A marker. */
struct casting_mark {
	size_t moment;
	size_t order; /* among those of one moment */
	char *label;
};

/* A recording being written. */
struct casting_work {
	const struct casting *casting;
	struct review *review;
	struct ansi ansi;
	struct cellbuf frame;
	int64_t time_ms;    /* of the next frame */
	int64_t written_ms; /* of the last line */
	struct vec marks;   /* of struct casting_mark, by moment; those before next_mark are written */
	size_t next_mark;
	FILE *out;
};

/* Writes a line: bytes for the terminal ("o") or a marker ("m"). */
static void casting_event(struct casting_work *work, const char *code, const char *bytes)
{
	int64_t time_ms = work->time_ms - (work->casting->version == 3 ? work->written_ms : 0);
	struct strbuf text = STRBUF_INIT;

	quoted_text(&text, bytes);
	fprintf(work->out, "[%" PRId64 ".%03d, \"%s\", %s]\n", time_ms / 1000, (int)(time_ms % 1000), code, text.text);
	work->written_ms = work->time_ms;
	strbuf_release(&text);
}

static void casting_head(struct casting_work *work)
{
	const struct casting *casting = work->casting;
	const struct replay *replay = work->review->replay;
	int64_t begin_ms = replay_count(replay) ? replay_action(replay, 0)->time_ms : 0;
	const char *title = board_title(review_board(work->review));
	struct strbuf text = STRBUF_INIT;

	quoted_text(&text, *title ? title : work->review->file.text);
	if (casting->version == 3)
		fprintf(work->out,
			"{\"version\": 3, \"term\": {\"cols\": %d, \"rows\": %d, \"type\": \"xterm-256color\"}, "
			"\"timestamp\": %" PRId64 ", \"title\": %s}\n",
			casting->columns, casting->rows, begin_ms / 1000, text.text);
	else
		fprintf(work->out,
			"{\"version\": 2, \"width\": %d, \"height\": %d, \"timestamp\": %" PRId64
			", \"title\": %s, \"env\": {\"TERM\": \"xterm-256color\"}}\n",
			casting->columns, casting->rows, begin_ms / 1000, text.text);
	strbuf_release(&text);
	casting_event(work, "o", "\033[?25l\033[0m\033[2J");
}

/* Adds a marker if MOMENT is recorded; takes LABEL. */
static void casting_add_mark(struct casting_work *work, size_t moment, char *label)
{
	if (moment < work->casting->from || moment > work->casting->to)
		free(label);
	else
		vec_add(&work->marks, struct casting_mark) = (struct casting_mark){moment, work->marks.count, label};
}

static int casting_compare_marks(const void *left, const void *right)
{
	const struct casting_mark *a = left, *b = right;

	if (a->moment != b->moment)
		return a->moment > b->moment ? 1 : -1;
	return (a->order > b->order) - (a->order < b->order);
}

/* Finds the moments at which the step changes, and the bookmarks. */
static void casting_find_marks(struct casting_work *work)
{
	const struct replay *replay = work->review->replay;
	int step = 0;

	for (size_t i = 0; i < replay_count(replay); i++) {
		const struct replay_action *action = replay_action(replay, i);
		struct strbuf label = STRBUF_INIT;

		if (action->step_after == step)
			continue;
		step = action->step_after;
		strbuf_addf(&label, _("Step %d: %s"), step, step_name(step));
		casting_add_mark(work, i + 1, strbuf_detach(&label));
	}
	for (size_t i = 0; i < work->review->bookmarks.list.count; i++) {
		const struct bookmark *bookmark = bookmarks_get(&work->review->bookmarks, i);
		struct strbuf label = STRBUF_INIT;

		if (*bookmark->note)
			strbuf_addstr(&label, bookmark->note);
		else
			strbuf_addf(&label, "#%" PRId64, bookmark->change);
		casting_add_mark(work, replay_at_change(replay, bookmark->change), strbuf_detach(&label));
	}
	if (work->marks.count)
		qsort(work->marks.items, work->marks.count, sizeof(struct casting_mark), casting_compare_marks);
}

/* Writes the markers up to the current moment. */
static void casting_write_marks(struct casting_work *work)
{
	for (; work->next_mark < work->marks.count; work->next_mark++) {
		const struct casting_mark *mark = vec_at(&work->marks, work->next_mark);

		if (mark->moment > replay_at(work->review->replay))
			return;
		casting_event(work, "m", mark->label);
	}
}

/* Writes the bytes that make the screen show the frame. */
static void casting_frame(struct casting_work *work)
{
	struct strbuf bytes = STRBUF_INIT;

	ansi_frame(&work->ansi, &work->frame, &bytes);
	if (bytes.len)
		casting_event(work, "o", bytes.text);
	strbuf_release(&bytes);
}

static void casting_play(struct casting_work *work)
{
	const struct casting *casting = work->casting;
	struct review *review = work->review;

	review_seek(review, casting->from);
	review->head.speed = casting->speed;
	shell_draw(&review->shell, &work->frame);
	casting_write_marks(work);
	casting_frame(work);
	if (casting->from >= casting->to)
		return;
	for (review_play(review); review->head.runs;) {
		int64_t due_ms = review_due_ms(review);

		due_ms = due_ms < CASTING_FRAME_MS ? CASTING_FRAME_MS : due_ms;
		work->time_ms += due_ms;
		review_pass(review, due_ms);
		if (replay_at(review->replay) >= casting->to) {
			review->head.runs = false;
			review_seek(review, casting->to);
		}
		shell_draw(&review->shell, &work->frame);
		casting_write_marks(work);
		casting_frame(work);
	}
}

/* Adds the last frame: the board as somebody who opens it sees it. */
static int casting_end(struct casting_work *work, struct error *err)
{
	int failed = work->casting->last(work->casting, work->review, &work->frame, err);

	if (failed)
		return failed;
	work->time_ms += CASTING_END_MS;
	casting_frame(work);
	casting_event(work, "o", "\033[0m\033[?25h");
	return 0;
}

int casting_write(const struct casting *casting, struct review *review, FILE *out, struct error *err)
{
	struct casting_work work = {.casting = casting,
		.review = review,
		.frame = CELLBUF_INIT,
		.marks = VEC_INIT(struct casting_mark),
		.out = out};
	int failed = 0;

	review->shell.screen.columns = casting->columns;
	review->shell.screen.rows = casting->rows;
	ansi_init(&work.ansi, casting->light);
	casting_find_marks(&work);
	casting_head(&work);
	casting_play(&work);
	if (casting->to == replay_count(review->replay))
		failed = casting_end(&work, err);
	for (size_t i = 0; i < work.marks.count; i++)
		free(vec_get(&work.marks, struct casting_mark, i).label);
	vec_release(&work.marks);
	ansi_release(&work.ansi);
	cellbuf_release(&work.frame);
	return failed;
}
