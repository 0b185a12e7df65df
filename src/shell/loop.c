#include "shell/loop.h"

#include <unistd.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "shell/config.h"
#include "terminal/capability.h"
#include "terminal/input.h"
#include "terminal/signals.h"

/* How long, in ms, to handle keys that come without a pause before doing anything else. */
#define LOOP_KEYS_MS 100

/* Applies the user's settings; returns whether borders follow the terminal. */
static bool loop_configure(struct shell *shell)
{
	bool free;

	struct config config;
	struct error err = ERROR_INIT;

	config_init(&config);
	if (config_load(&config, &err))
		shell_say_error(shell, &err);
	keymap_take(&shell->keymap, &config.keymap);
	config_look(&config, &shell->looks);
	shell->no_mouse = config_is_off(&config.mouse);
	shell->clips = config.clipboard.len && !config_is_off(&config.clipboard);
	shell->no_hangul = config_is_off(&config.hangul);
	free = !config.borders.len;
	config_release(&config);
	return free;
}

int loop_open(struct loop *loop, struct shell *shell, const struct loop_work *work, void *context, struct error *err)
{
	bool free;
	int failed;

	*loop = (struct loop){.shell = shell, .work = work, .context = context, .touched_ms = clock_span_ms()};
	failed = terminal_open(&loop->terminal, err);
	if (failed)
		return failed;
	loop->input = input_new(STDIN_FILENO, capability_bytes);
	free = loop_configure(shell);
	if (shell->looks.light)
		terminal_light(loop->terminal);
	if (free && terminal_ask_width(loop->terminal))
		input_expect_width(loop->input);
	if (!terminal_facts(loop->terminal).known)
		shell_say(shell, _("unknown terminal; drawing as for %s"), terminal_facts(loop->terminal).name);
	return 0;
}

void loop_close(struct loop *loop)
{
	input_free(loop->input);
	terminal_close(loop->terminal);
	cellbuf_release(&loop->frame);
}

/* Applies what is not part of the frame: mouse reports, the clipboard. */
static void loop_settle(struct loop *loop)
{
	struct shell *shell = loop->shell;

	terminal_mouse(loop->terminal, !shell->no_mouse);
	if (shell->repaint)
		terminal_repaint(loop->terminal);
	shell->repaint = false;
	if (shell->clip.len && !terminal_clipboard(loop->terminal, shell->clip.text, shell->clip.len))
		shell_say(shell, "%s", _("this is too much for the clipboard of the terminal"));
	strbuf_reset(&shell->clip);
}

void loop_draw(struct loop *loop)
{
	struct terminal_facts facts = terminal_facts(loop->terminal);
	struct screen *screen = &loop->shell->screen;

	screen->columns = facts.columns;
	screen->rows = facts.rows;
	if (loop->work->draw)
		loop->work->draw(loop);
	loop_settle(loop);
	shell_draw(loop->shell, &loop->frame);
	terminal_paint(loop->terminal, &loop->frame, screen->caret_x, screen->caret_y, screen->caret_x >= 0);
}

static void loop_paste(struct shell *shell, const struct event *event)
{
	shell_paste(shell, event->text, event->len);
	if (event->cut && !shell->message.failed)
		shell_say(shell, "%s", _("this was too much to paste; the rest of it was cut off"));
}

/* If line characters take two cells, switches to ASCII, since otherwise nothing would be in its place. */
static void loop_width(struct shell *shell, int cells)
{
	if (cells < 2)
		return;
	shell->looks.ascii = true;
	shell_say(shell, "%s", _("lines take two cells in this terminal; plain characters are drawn instead"));
}

void loop_answer(struct loop *loop, const struct event *event)
{
	struct shell *shell = loop->shell;

	switch (event->type) {
	case EVENT_PASTE: loop_paste(shell, event); break;
	case EVENT_STALL: shell_say(shell, "%s", _("a paste has started but not ended; Esc ends it")); break;
	case EVENT_UNENDED:
		shell_say(shell, "%s", _("the terminal began to say something and did not end it; Esc ends it"));
		break;
	case EVENT_UNKNOWN: shell_say(shell, _("this key is not known here: %s"), event->text); break;
	case EVENT_WIDTH: loop_width(shell, event->cells); break;
	case EVENT_MOUSE: shell_mouse(shell, event->mouse); break;
	case EVENT_KEY: shell_key(shell, event->key); break;
	}
}

static bool loop_next(struct loop *loop, struct event *event)
{
	return loop->work->next ? loop->work->next(loop, event) : input_next(loop->input, event);
}

bool loop_keys(struct loop *loop)
{
	const struct shell *shell = loop->shell;
	int64_t end = clock_span_ms() + LOOP_KEYS_MS;
	struct event event;
	bool any = false;

	while (!shell->quit && !shell->suspend && clock_span_ms() < end && loop_next(loop, &event)) {
		if (!any && loop->work->before)
			loop->work->before(loop);
		any = true;
		if (loop->work->answer)
			loop->work->answer(loop, &event);
		else
			loop_answer(loop, &event);
	}
	if (any)
		loop->touched_ms = clock_span_ms();
	return any;
}

bool loop_wait(struct loop *loop, int fd, int other, int most_ms, unsigned *flags)
{
	int wait = input_waits(loop->input) ? 0 : clock_earlier(most_ms, input_next_ms(loop->input));

	return signals_wait(STDIN_FILENO, fd, other, wait, flags) && !(*flags & SIGNALS_END);
}

static void loop_suspend(struct loop *loop)
{
	loop->shell->suspend = false;
	terminal_suspend(loop->terminal);
	if (loop->work->resume)
		loop->work->resume(loop);
}

bool loop_run(struct loop *loop)
{
	struct shell *shell = loop->shell;
	unsigned flags;
	bool draw = true;

	while (!shell->quit &&
		(loop->work->wait ? loop->work->wait(loop, &flags) : loop_wait(loop, -1, -1, -1, &flags))) {
		if (flags & SIGNALS_RESIZE)
			terminal_resized(loop->terminal);
		if (loop->work->take)
			draw = loop->work->take(loop) || flags;
		else
			loop_keys(loop);
		if (shell->suspend || flags & SIGNALS_STOP)
			loop_suspend(loop);
		if (draw)
			loop_draw(loop);
	}
	return shell->quit;
}
