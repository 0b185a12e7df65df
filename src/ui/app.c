#include "ui/app.h"

#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "shell/away.h"
#include "shell/config.h"
#include "shell/view_command.h"
#include "terminal/input.h"
#include "terminal/signals.h"
#include "terminal/terminal.h"
#include "text/clean.h"
#include "ui/canvas.h"
#include "ui/map_mode.h"
#include "ui/peers.h"
#include "ui/typing.h"
#include "ui/waiting.h"

/* What comes from the others is drawn so many ms after what came before, and a millisecond later for every so many
 * people. */
#define APP_PAUSE_MS 15
#define APP_PEOPLE_A_MS 2

/* Where a look has met a lock there is another after so many ms. */
#define APP_REFUSED_MS 100

/* The checks of a large board wait until no key has come for so many ms. */
#define APP_CALM_MS 200

/* Where no bell can be hung there is a look at the log every so many ms. */
#define APP_LOOK_MS 1000

/* Keys that come without a pause are handled for so many ms before there is a look at anything else. */
#define APP_KEYS_MS 100

static const struct view_command *const app_tables[] = {canvas_commands, map_commands, view_commands, NULL};

/* What the loop works with. */
struct app {
	const char *path;   /* of the board: the session's */
	struct strbuf file; /* its name, clean */
	struct visit *visit; /* of somebody who came in over SSH, or NULL */
	struct shell shell;
	struct canvas canvas;
	struct terminal *terminal;
	struct input *input;
	struct peers peers;
	struct waiting waiting; /* for others who keep the board locked */
	struct strbuf holder;   /* who that is */
	bool refused;           /* the last look has met their lock */
	unsigned flags;         /* signals that came while a key waited */
	struct cellbuf frame;
	bool behind;       /* something has come from the others since the last look */
	bool stale;        /* it is something to draw */
	bool apart;        /* it was said that somebody may not be seen here */
	int64_t looked_ms; /* when that look was, by clock_span_ms() */
	int64_t touched_ms; /* when the last key came */
	int64_t minutes;   /* what a running timer showed when it was drawn last */
};

/* The minutes that a running timer still has, -1 when there is none. */
static int64_t app_minutes(const struct app *app)
{
	int64_t left = board_timer(shell_board(&app->shell)) - clock_now_ms();

	return left > 0 ? left / 60000 : -1;
}

static void app_draw(struct app *app)
{
	struct shell *shell = &app->shell;
	struct terminal_facts facts = terminal_facts(app->terminal);

	shell->screen.columns = facts.columns;
	shell->screen.rows = facts.rows;
	app->minutes = app_minutes(app);
	vec_reset(&canvas_of(shell)->people);
	peers_list(&app->peers, &canvas_of(shell)->people);
	shell_draw(shell, &app->frame);
	terminal_paint(app->terminal, &app->frame, shell->screen.caret_x, shell->screen.caret_y, shell->screen.caret_x >= 0);
}

/* Takes down what the board's file is called. */
static void app_name(struct app *app)
{
	const char *slash = strrchr(app->path, '/'), *name = slash ? slash + 1 : app->path;

	strbuf_reset(&app->file);
	clean_for_display(&app->file, name, strlen(name));
	app->canvas.file = app->file.text;
}

/* What the others are told. */
static struct presence_state app_state(const struct app *app)
{
	const struct shell *shell = &app->shell;
	const struct boardview *view = &app->canvas.view;
	struct presence_state state = {.place = view->cursor, .role = session_role(shell->session),
		.corner = view->cursor, .idle_s = (clock_span_ms() - app->touched_ms) / 1000};

	if (typing_is_on(shell, &state.sticky)) {
		state.doing = state.sticky ? PRESENCE_EDITING : PRESENCE_TYPING;
	} else if (view->selecting) {
		state.doing = PRESENCE_SELECTING;
		state.corner = view->anchor;
	}
	return state;
}

/* Takes in what the others have called, and where they are now. */
static void app_attend(struct app *app)
{
	struct presence_call call;

	vec_reset(&app->canvas.people);
	peers_list(&app->peers, &app->canvas.people);
	while (presence_take_call(&app->peers.presence, &call))
		attention_hear(&app->shell, &call);
	attention_lead(&app->shell);
}

/* Says that looks meet a lock, when that begins to matter, and when it is over; returns whether there is anything to
 * draw. */
static bool app_hold(struct app *app)
{
	struct waiting *waiting = &app->waiting;
	int64_t now = clock_span_ms();

	if (!app->refused) {
		bool was_told = waiting->since_ms && now - waiting->since_ms >= WAITING_TELL_MS;

		waiting->since_ms = 0;
		if (was_told)
			shell_say(&app->shell, "%s", _("the board is not locked any more"));
		return was_told;
	}
	if (!waiting->since_ms)
		waiting->since_ms = now;
	if (now - waiting->since_ms < WAITING_TELL_MS || app->shell.message.text.len)
		return false;
	shell_say(&app->shell, _("%s keeps the board locked; what others do is not seen"), app->holder.text);
	return true;
}

/* Catches up with what the others have done; true when there is something to draw. */
static bool app_look(struct app *app)
{
	struct error err = ERROR_INIT;
	bool news = false, stale = app->stale;

	app->refused = false;
	if (session_catch_up(app->shell.session, &news, &err) && !app->refused) {
		shell_say_error(&app->shell, &err);
		news = true;
	}
	app_attend(app);
	app->behind = app->refused;
	app->stale = false;
	app->looked_ms = clock_span_ms();
	return app_hold(app) || stale || news;
}

/* Says once that not everybody who works on the board is seen here: at once to whoever finds the place where people
 * meet closed, and to those who are in it when somebody outside has written. */
static void app_tell_apart(struct app *app, bool wrote)
{
	enum doorbell_reach reach = app->peers.reach;

	if (app->apart || !(reach == DOORBELL_APART || (reach == DOORBELL_SOME && wrote)))
		return;
	app->apart = true;
	shell_say(&app->shell, "%s", reach == DOORBELL_APART
			? _("whoever is here as another user of this machine is not seen; see SHARING A FOLDER in the manual")
			: _("somebody works here as another user of this machine and is not seen; see SHARING A FOLDER in "
			    "the manual"));
}

/* A look although nobody has rung. */
static void app_look_around(struct app *app)
{
	bool news = app_look(app);

	app_tell_apart(app, peers_must_look(&app->peers) && peers_look(&app->peers, news));
}

/* After how many ms the next look is due: news that come on each other's heels are looked at together, the more
 * people there are, as all of them do that at the same time. */
static int app_pause_ms(const struct app *app)
{
	int64_t pause = app->refused ? APP_REFUSED_MS
				     : APP_PAUSE_MS + (int64_t)app->peers.presence.people.count / APP_PEOPLE_A_MS;
	int64_t since = clock_span_ms() - app->looked_ms;

	return since >= pause ? 0 : (int)(pause - since);
}

/* In how many ms the checks go on, -1: not at all. */
static int app_checks_ms(const struct app *app)
{
	int due = checklist_next_ms(app->shell.checklist);
	int64_t calm = app->touched_ms + APP_CALM_MS - clock_span_ms();

	return due < 0 || due >= calm ? due : (int)calm;
}

static void app_handle(struct app *app, const struct event *event)
{
	if (event->type == EVENT_PASTE)
		shell_paste(&app->shell, event->text, event->len);
	else if (event->type == EVENT_STALL)
		shell_say(&app->shell, "%s", _("a paste has begun and has not ended; Esc ends it"));
	else if (event->type == EVENT_MOUSE)
		shell_mouse(&app->shell, event->mouse);
	else
		shell_key(&app->shell, event->key);
	canvas_acted(&app->shell);
}

/* May EVENT do at once what it does, while a key before it waits? It moves what is seen and nothing else, and nothing
 * that was typed before it is left behind. */
static bool app_passes(const struct app *app, const struct event *event)
{
	return event->type == EVENT_KEY && !app->waiting.events.count && shell_top(&app->shell) == &canvas_mode &&
	       shell_goes(&app->shell, event->key);
}

/* Takes in what is typed while a key waits; false when they give up. */
static bool app_put_by(struct app *app)
{
	struct event event;

	while (input_next(app->input, &event)) {
		if (event.type == EVENT_KEY && event.key.code == KEY_CODE_ESC)
			return false;
		if (app_passes(app, &event))
			app_handle(app, &event);
		else
			waiting_put(&app->waiting, &event);
	}
	return true;
}

/* The store waits for others (store_waiting). */
static bool app_waits(void *context, const struct store_wait *wait)
{
	struct app *app = context;
	unsigned flags;
	bool open;

	strbuf_reset(&app->holder);
	waiting_name(wait, wait->holder ? peers_of_process(&app->peers, wait->holder) : NULL, &app->holder);
	app->refused = !app->waiting.may;
	if (app->refused || wait->waited_ms < WAITING_TELL_MS)
		return !app->refused;
	app->waiting.told = true;
	open = signals_wait(STDIN_FILENO, app->peers.fd, -1, (int)wait->pause_ms, &flags);
	app->flags |= flags | (open ? 0 : SIGNALS_END);
	if (flags & SIGNALS_RESIZE)
		terminal_resized(app->terminal);
	peers_hear(&app->peers, &app->stale);
	app->waiting.gave_up = app->flags & SIGNALS_END || visit_is_over(app->visit) || !app_put_by(app);
	shell_say(&app->shell, _("waiting for %s to unlock the board; Esc gives up"), app->holder.text);
	strbuf_reset(&app->waiting.said);
	strbuf_addstr(&app->waiting.said, app->shell.message.text.text);
	app_draw(app);
	return !app->waiting.gave_up;
}

/* What was begun is done, or nothing came of it; then the keys behind it were meant for something else. */
static void app_end_waiting(struct app *app)
{
	struct waiting *waiting = &app->waiting;
	struct said *message = &app->shell.message;
	size_t dropped;

	if (!waiting->told)
		return;
	waiting->told = false;
	if (!strcmp(message->text.text, waiting->said.text))
		strbuf_reset(&message->text);
	if (!message->failed)
		return;
	dropped = waiting_drop(waiting);
	if (dropped && waiting->gave_up)
		shell_say(&app->shell, ngettext("given up; nothing was changed, and the key behind it did nothing",
			"given up; nothing was changed, and the %zu keys behind it did nothing", dropped), dropped);
	else if (waiting->gave_up)
		shell_say(&app->shell, "%s", _("given up; nothing was changed"));
}

/* The next event: what was put by comes first. */
static bool app_next(struct app *app, struct event *event)
{
	return waiting_take(&app->waiting, event) || input_next(app->input, event);
}

/* Handles the keys that have come; true when there were any. Those that came together are drawn together. */
static bool app_keys(struct app *app)
{
	int64_t end = clock_span_ms() + APP_KEYS_MS;
	struct event event;
	bool any = false;

	while (!app->shell.quit && !app->shell.suspend && clock_span_ms() < end && app_next(app, &event)) {
		if (!any)
			app_look(app);
		any = true;
		app->waiting.may = true;
		app_handle(app, &event);
		app->waiting.may = false;
		app_end_waiting(app);
	}
	if (any) {
		app->touched_ms = clock_span_ms();
		attention_lead(&app->shell);
	}
	return any;
}

/* Takes in all that has come; true when it is to be drawn now. What comes from the others alone may wait a moment. */
static bool app_take(struct app *app)
{
	bool waited = app->behind, checks = !app_checks_ms(app), found;
	bool came = peers_hear(&app->peers, &app->stale);

	app->stale |= away_look(&app->shell);
	app->behind |= came || app->stale;
	if (app_keys(app))
		return true;
	found = checks && checklist_work(app->shell.checklist, CHECKLIST_SLICE);
	if (!came && !waited && !checks) { /* but time has passed */
		app_look_around(app);
		return true;
	}
	return (app->behind && !app_pause_ms(app) && app_look(app)) || found;
}

/* The earlier of two times to wait; less than 0 is for ever. */
static int app_earlier(int a, int b)
{
	return a < 0 || (b >= 0 && b < a) ? b : a;
}

/* How long nothing is to be done: until the next minute of a timer that runs, until the others want to hear of us,
 * until what came from them is due, or until the checks go on; -1: for ever. Where nobody can ring, the log is looked
 * at now and then. */
static int app_next_ms(const struct app *app)
{
	int64_t left = board_timer(shell_board(&app->shell)) - clock_now_ms();
	int minute = left > 0 ? (int)(left % 60000) + 1 : -1;
	int look = app->behind ? app_pause_ms(app) : peers_must_look(&app->peers) ? APP_LOOK_MS : -1;
	struct presence_state state = app_state(app);
	int peers = peers_next_ms(&app->peers, &state);
	int attention = attention_next_ms(&app->canvas.attention);
	int other = app_earlier(app_earlier(attention, input_next_ms(app->input)), app_checks_ms(app));

	if (input_waits(app->input) || app->waiting.events.count)
		return 0;
	return app_earlier(app_earlier(look, other), app_earlier(minute, peers));
}

/* Work has gone on in another file. */
static void app_move(struct app *app)
{
	struct presence_state state = app_state(app);

	app->path = session_path(app->shell.session);
	app_name(app);
	peers_meet(&app->peers, &state);
}

/* A board that is in no file is put into one, unless its person would rather leave it. Whoever was invited is not asked
 * that. *FILE is what then holds the board. */
static void app_rescue(struct app *app, struct strbuf *file)
{
	struct session *session = app->shell.session;

	session_look(session);
	if (away_is_lost(&app->shell) && (!app->shell.quit || session_is_invited(session)) &&
		!session_rescue(session, file, NULL))
		return;
	strbuf_reset(file);
	strbuf_addstr(file, session_whereabouts(session)->now.len ? session_whereabouts(session)->now.text : app->path);
}

/* Keeps where one is for the next time, and what is being typed when the terminal goes away. */
static void app_keep(struct app *app)
{
	struct strbuf file = STRBUF_INIT;
	struct draftfile draft;

	app_rescue(app, &file);
	typing_save(&app->shell, &draft);
	draftfile_keep(file.text, session_name(app->shell.session), &draft);
	strbuf_release(&file);
}

static void app_take_draft(struct app *app)
{
	struct draftfile draft;

	if (draftfile_take(app->path, session_name(app->shell.session), &draft))
		typing_take_up(&app->shell, &draft);
	strbuf_release(&draft.text);
}

/* Whoever has used more than their part of the machine rests, and nothing of theirs is taken in. Returns the signals
 * that came meanwhile. */
static unsigned app_rest(const struct app *app)
{
	unsigned all = 0, flags;
	int rest;

	while (!(all & SIGNALS_END) && (rest = visit_rest_ms(app->visit)) > 0) {
		signals_wait(-1, -1, -1, rest, &flags);
		all |= flags;
	}
	return all;
}

/* Waits until there is something to do; false when the session is to end. */
static bool app_wait(struct app *app, unsigned *flags)
{
	unsigned before = app_rest(app);
	int minutes, watch_ms, watch = session_watch(app->shell.session, &watch_ms);
	bool open = signals_wait(STDIN_FILENO, app->peers.fd, watch,
		before ? 0 : app_earlier(app_next_ms(app), watch_ms), flags);

	*flags |= before | app->flags;
	app->flags = 0;
	if (visit_warns(app->visit, &minutes))
		shell_say(&app->shell, ngettext("the time of guests ends in %d minute; what you type is kept",
			"the time of guests ends in %d minutes; what you type is kept", minutes), minutes);
	return open && !(*flags & SIGNALS_END) && !visit_is_over(app->visit);
}

static void app_loop(struct app *app)
{
	struct presence_state state;
	unsigned flags;
	bool draw;

	app_draw(app);
	shell_watch(&app->shell);
	app_draw(app);
	while (!app->shell.quit && app_wait(app, &flags)) {
		if (flags & SIGNALS_RESIZE)
			terminal_resized(app->terminal);
		draw = app_take(app) || flags || app_minutes(app) != app->minutes;
		if (app->path != session_path(app->shell.session))
			app_move(app);
		state = app_state(app);
		peers_tell(&app->peers, &state);
		if (app->shell.suspend || flags & SIGNALS_STOP)
			terminal_suspend(app->terminal);
		app->shell.suspend = false;
		if (draw)
			app_draw(app);
	}
	if (app->visit)
		app->visit->ended = !app->shell.quit;
	app_keep(app);
}

/* What the user has set; a mistake there is said and does not keep them from working. */
static void app_configure(struct app *app)
{
	struct config config;
	struct error err = ERROR_INIT;

	config_init(&config);
	if (config_load(&config, &err) || config_bind(&config, &app->shell.keymap, &err))
		shell_say_error(&app->shell, &err);
	config_look(&config, &app->shell.looks);
	config_release(&config);
}

int app_run(struct session *session, shell_find_file *find, struct visit *visit, struct error *err)
{
	struct app app = {.path = session_path(session), .visit = visit, .file = STRBUF_INIT,
		.holder = STRBUF_INIT};
	struct presence_state state;
	int failed = terminal_open(&app.terminal, err);

	if (!failed) {
		canvas_init(&app.canvas, "");
		app_name(&app);
		shell_init(&app.shell, session, app_tables, &canvas_mode, &app.canvas);
		app.shell.find = find;
		waiting_init(&app.waiting);
		app.input = input_new();
		app_configure(&app);
		app_take_draft(&app);
		if (!terminal_facts(app.terminal).known)
			shell_say(&app.shell, _("the terminal is not known here; drawn as for %s"),
				terminal_facts(app.terminal).name);
		app.touched_ms = clock_span_ms();
		state = app_state(&app);
		peers_init(&app.peers, session_doorbell(session), session_name(session), &state);
		app.canvas.peers = &app.peers;
		app_tell_apart(&app, false);
		session_on_wait(session, app_waits, &app);
		app_loop(&app);
		session_on_wait(session, NULL, NULL);
		peers_release(&app.peers);
		input_free(app.input);
		terminal_close(app.terminal);
		shell_release(&app.shell);
		canvas_release(&app.canvas);
		cellbuf_release(&app.frame);
		waiting_release(&app.waiting);
		strbuf_release(&app.holder);
		strbuf_release(&app.file);
	}
	return failed;
}
