#include "review/casting.h"

#include <inttypes.h>

#include "draw/ansi.h"
#include "format/quoted.h"

/* The shortest time a frame is shown; how long the last but one is shown. */
#define CASTING_FRAME_MS 33
#define CASTING_END_MS 3000

/* A recording being written. */
struct casting_work {
	struct review *review;
	struct ansi ansi;
	struct cellbuf frame;
	int64_t time_ms; /* of the next frame */
	FILE *out;
};

static void casting_event(const struct casting_work *work, const char *bytes)
{
	struct strbuf text = STRBUF_INIT;

	quoted_text(&text, bytes);
	fprintf(work->out, "[%" PRId64 ".%03d, \"o\", %s]\n", work->time_ms / 1000, (int)(work->time_ms % 1000),
		text.text);
	strbuf_release(&text);
}

static void casting_head(const struct casting_work *work, const struct casting *casting)
{
	const struct replay *replay = work->review->replay;
	int64_t begin_ms = replay_count(replay) ? replay_action(replay, 0)->time_ms : 0;
	const char *title = board_title(review_board(work->review));
	struct strbuf text = STRBUF_INIT;

	quoted_text(&text, *title ? title : work->review->file.text);
	fprintf(work->out,
		"{\"version\": 2, \"width\": %d, \"height\": %d, \"timestamp\": %" PRId64
		", \"title\": %s, \"env\": {\"TERM\": \"xterm-256color\"}}\n",
		casting->columns, casting->rows, begin_ms / 1000, text.text);
	strbuf_release(&text);
	casting_event(work, "\033[?25l\033[0m\033[2J");
}

/* Writes the bytes that make the screen show the frame. */
static void casting_frame(struct casting_work *work)
{
	struct strbuf bytes = STRBUF_INIT;

	ansi_frame(&work->ansi, &work->frame, &bytes);
	if (bytes.len)
		casting_event(work, bytes.text);
	strbuf_release(&bytes);
}

static void casting_play(struct casting_work *work, const struct casting *casting)
{
	struct review *review = work->review;

	review_seek(review, casting->from);
	review->head.speed = casting->speed;
	shell_draw(&review->shell, &work->frame);
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
		casting_frame(work);
	}
}

/* Adds the last frame: the board as somebody who opens it sees it. */
static int casting_end(struct casting_work *work, const struct casting *casting, struct error *err)
{
	int failed = casting->last(casting, work->review, &work->frame, err);

	if (failed)
		return failed;
	work->time_ms += CASTING_END_MS;
	casting_frame(work);
	casting_event(work, "\033[0m\033[?25h");
	return 0;
}

int casting_write(const struct casting *casting, struct review *review, FILE *out, struct error *err)
{
	struct casting_work work = {.review = review, .frame = CELLBUF_INIT, .out = out};
	int failed = 0;

	review->shell.screen.columns = casting->columns;
	review->shell.screen.rows = casting->rows;
	ansi_init(&work.ansi, casting->light);
	casting_head(&work, casting);
	casting_play(&work, casting);
	if (casting->to == replay_count(review->replay))
		failed = casting_end(&work, casting, err);
	ansi_release(&work.ansi);
	cellbuf_release(&work.frame);
	return failed;
}
