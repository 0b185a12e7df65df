#include "review/reviewing.h"

#include "base/clock.h"
#include "shell/help.h"
#include "shell/loop.h"

/* The shortest time a frame is shown. */
#define REVIEWING_FRAME_MS 33

/* The state of the review's loop. */
struct reviewing {
	struct loop loop;
	struct review review;
	int64_t seen_ms; /* the time up to which the review has played, by clock_span_ms() */
};

static bool reviewing_wait(struct loop *loop, unsigned *flags)
{
	const struct reviewing *reviewing = loop->context;
	int64_t due = review_due_ms(&reviewing->review);
	int most_ms, watch = store_watch(replay_store(reviewing->review.replay), &most_ms);

	if (due >= 0)
		most_ms = clock_earlier(most_ms, due < REVIEWING_FRAME_MS ? REVIEWING_FRAME_MS : (int)due);
	return loop_wait(loop, watch, -1, most_ms, flags);
}

/* The time that the program was stopped does not count. */
static bool reviewing_take(struct loop *loop)
{
	struct reviewing *reviewing = loop->context;
	int64_t now = clock_span_ms();

	review_pass(&reviewing->review, now - reviewing->seen_ms);
	reviewing->seen_ms = now;
	review_check_file(&reviewing->review);
	loop_keys(loop);
	return true;
}

/* Playing pauses while the help is open. */
static void reviewing_answer(struct loop *loop, const struct event *event)
{
	struct reviewing *reviewing = loop->context;

	loop_answer(loop, event);
	if (shell_has(loop->shell, &help_mode))
		reviewing->review.head.runs = false;
}

static void reviewing_resume(struct loop *loop)
{
	struct reviewing *reviewing = loop->context;

	reviewing->seen_ms = clock_span_ms();
}

static const struct loop_work reviewing_work = {
	.wait = reviewing_wait, .take = reviewing_take, .answer = reviewing_answer, .resume = reviewing_resume};

int reviewing_run(const char *path, review_write *write, void *context, struct error *err)
{
	struct reviewing reviewing = {0};
	struct review *review = &reviewing.review;
	int failed;

	review_init(review, path);
	review->write = write;
	review->write_context = context;
	failed = review_glance(review, err);
	if (!failed)
		failed = loop_open(&reviewing.loop, &review->shell, &reviewing_work, &reviewing, err);
	if (!failed) {
		if (review->glance)
			loop_draw(&reviewing.loop);
		failed = review_open(review, err);
		reviewing.seen_ms = clock_span_ms();
		if (!failed) {
			loop_draw(&reviewing.loop);
			loop_run(&reviewing.loop);
		}
		loop_close(&reviewing.loop);
	}
	review_release(review);
	return failed;
}
