#include "review/reviewing.h"

#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "shell/config.h"
#include "terminal/signals.h"
#include "terminal/terminal.h"

/* No frame is shown for less. */
#define REVIEWING_FRAME_MS 33

/* What the loop works with. */
struct reviewing {
	struct review review;
	struct terminal *terminal;
	struct input *input;
	struct cellbuf frame;
	int64_t seen_ms; /* until when time has passed for the review, by clock_span_ms() */
};

static void reviewing_draw(struct reviewing *reviewing)
{
	struct review *review = &reviewing->review;
	struct terminal_facts facts = terminal_facts(reviewing->terminal);

	review->columns = facts.columns;
	review->rows = facts.rows;
	review_draw(review, &reviewing->frame);
	terminal_paint(reviewing->terminal, &reviewing->frame, review->caret_x, review->caret_y,
		review->caret_x >= 0);
}

static void reviewing_pass(struct reviewing *reviewing)
{
	int64_t now = clock_span_ms();

	review_pass(&reviewing->review, now - reviewing->seen_ms);
	reviewing->seen_ms = now;
}

static int reviewing_next_ms(const struct reviewing *reviewing)
{
	int64_t due = review_due_ms(&reviewing->review);

	return due < 0 ? -1 : due < REVIEWING_FRAME_MS ? REVIEWING_FRAME_MS : (int)due;
}

static void reviewing_read(struct reviewing *reviewing)
{
	struct review *review = &reviewing->review;
	struct event event;

	while (!review->quit && !review->suspend && input_next(reviewing->input, &event)) {
		if (event.type == EVENT_PASTE)
			review_paste(review, event.text, event.len);
		else if (event.type == EVENT_MOUSE)
			review_mouse(review, event.mouse);
		else
			review_key(review, event.key);
	}
}

static void reviewing_loop(struct reviewing *reviewing)
{
	struct review *review = &reviewing->review;
	unsigned flags;

	reviewing->seen_ms = clock_span_ms();
	for (reviewing_draw(reviewing); !review->quit; reviewing_draw(reviewing)) {
		if (!signals_wait(STDIN_FILENO, -1, -1, reviewing_next_ms(reviewing), &flags) ||
			flags & SIGNALS_END)
			return;
		if (flags & SIGNALS_RESIZE)
			terminal_resized(reviewing->terminal);
		reviewing_pass(reviewing);
		reviewing_read(reviewing);
		if (!review->suspend && !(flags & SIGNALS_STOP))
			continue;
		terminal_suspend(reviewing->terminal);
		review->suspend = false;
		reviewing->seen_ms = clock_span_ms();
	}
}

/* What the user has set; a mistake there is said and does not keep them from looking. */
static void reviewing_configure(struct review *review)
{
	struct config config;
	struct error err = ERROR_INIT;

	config_init(&config);
	if (config_load(&config, &err))
		review_say_error(review, &err);
	review->ascii = !strcmp(config.borders.text, "ascii");
	if (!strcmp(config.aggregate.text, "constraint"))
		review->kinds[KIND_AGGREGATE] = _("constraint");
	config_release(&config);
}

int reviewing_run(const char *path, review_write *write, void *context, struct error *err)
{
	struct reviewing reviewing = {.frame = CELLBUF_INIT};
	struct review *review = &reviewing.review;
	int failed;

	review_init(review, path);
	review->write = write;
	review->write_context = context;
	failed = review_glance(review, err);
	if (!failed)
		failed = terminal_open(&reviewing.terminal, err);
	if (!failed) {
		reviewing_configure(review);
		if (review->glance)
			reviewing_draw(&reviewing);
		failed = review_open(review, err);
		reviewing.input = input_new();
		if (!failed)
			reviewing_loop(&reviewing);
		input_free(reviewing.input);
		terminal_close(reviewing.terminal);
		cellbuf_release(&reviewing.frame);
	}
	review_release(review);
	return failed;
}
