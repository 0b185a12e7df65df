#include "canvas/app.h"

#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "shell/away.h"
#include "shell/loop.h"
#include "terminal/input.h"
#include "terminal/signals.h"
#include "text/clean.h"
#include "canvas/canvas.h"
#include "canvas/peers.h"
#include "canvas/typing.h"
#include "canvas/waiting.h"

/* What comes from the others is drawn so many ms after what came before, and a millisecond later for every so many
 * people. */
#define APP_PAUSE_MS 15
#define APP_PEOPLE_A_MS 2

/* Where the processor is short a look and its frame take long; then as many times as long nothing is looked at, but not
 * longer than so many ms. */
#define APP_BUSY_PAUSES 2
#define APP_PAUSE_MOST_MS 250

/* A look that meets a lock is repeated like any other. When looks have met it for so many ms others stand in front
 * again and again, and a look waits in line, for so many ms. After a second it is one lock that lasts: then there is a
 * look now and then. */
#define APP_REFUSED_LONG_MS 200
#define APP_LINE_MS 150
#define APP_LOCKED_MS 1000
#define APP_LOCKED_PAUSE_MS 100

/* While one waits for the board, which asks every few ms, there is a frame at once when a key has come, and otherwise
 * every so many ms: many who wait and draw would keep the processor from the one they wait for. */
#define APP_WAIT_FRAME_MS 100

/* While a look is due the bell is not heard for so many ms: what comes meanwhile is taken in at once. It is no longer,
 * as not many messages wait there. */
#define APP_DEAF_MS 70

/* The checks of a large board wait until no key has come for so many ms. */
#define APP_CALM_MS 200

/* Where no bell can be hung there is a look at the log every so many ms. */
#define APP_LOOK_MS 1000

/* What the loop works with. */
struct app {
	const char *path;    /* of the board: the session's */
	struct strbuf file;  /* its name, clean */
	struct visit *visit; /* of somebody who came in over SSH, or NULL */
	struct loop loop;
	struct shell shell;
	struct canvas canvas;
	struct peers peers;
	struct waiting waiting; /* for others who keep the board locked */
	struct strbuf holder;   /* who that is */
	bool refused;           /* the last look has met their lock */
	unsigned flags;         /* signals that came while a key waited */
	bool behind;            /* something has come from the others since the last look */
	bool stale;             /* it is something to draw */
	bool apart;             /* it was said that somebody may not be seen here */
	int64_t looked_ms;      /* when that look was, by clock_span_ms() */
	int64_t busy_ms;        /* how long that took, with its frame; -1: it is not over */
	int64_t waited_ms;      /* when the last frame was drawn while a key waits */
	int64_t minutes;        /* what a running timer showed when it was drawn last */
};

/* The minutes that a running timer still has, -1 when there is none. */
static int64_t app_minutes(const struct app *app)
{
	int64_t left = board_timer(shell_board(&app->shell)) - clock_now_ms();

	return left > 0 ? left / 60000 : -1;
}

static void app_draw(struct loop *loop)
{
	struct app *app = loop->context;

	app->minutes = app_minutes(app);
	vec_reset(&app->canvas.people);
	peers_list(&app->peers, &app->canvas.people);
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
	struct presence_state state = {.place = view->cursor,
		.role = session_role(shell->session),
		.corner = view->cursor,
		.idle_s = (clock_span_ms() - app->loop.touched_ms) / 1000};

	state.guest = app->visit && app->visit->guest;
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
	typing_look(&app->shell);
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
			shell_say(&app->shell, "%s", _("the board is no longer locked"));
		return was_told;
	}
	if (!waiting->since_ms)
		waiting->since_ms = now;
	if (now - waiting->since_ms < WAITING_TELL_MS ||
		(app->shell.message.text.len && strcmp(app->shell.message.text.text, waiting->said.text)))
		return false;
	shell_say(&app->shell, _("%s locks the board; what others do is hidden"), app->holder.text);
	strbuf_reset(&waiting->said);
	strbuf_addstr(&waiting->said, app->shell.message.text.text);
	return true;
}

/* Has a look met a lock, and the next is soon? Then what else is to be drawn is drawn with what that brings. */
static bool app_draws_later(const struct app *app)
{
	return app->refused && clock_span_ms() - app->waiting.since_ms < APP_REFUSED_LONG_MS;
}

/* Catches up with what the others have done; true when there is something to draw. */
static bool app_look(struct app *app)
{
	struct error err = ERROR_INIT;
	bool news = false, held;

	app->looked_ms = clock_span_ms();
	app->busy_ms = -1;
	app->refused = false;
	if (!session_catch_up(app->shell.session, &news, &err)) {
		app->refused = false;
	} else if (!app->refused) {
		shell_say_error(&app->shell, &err);
		news = true;
	}
	app_attend(app);
	app->behind = app->refused;
	held = app_hold(app);
	if (app_draws_later(app))
		return held || news;
	news |= app->stale;
	app->stale = false;
	return held || news;
}

/* Says once that not everybody who works on the board is seen here: at once to whoever finds the place where people
 * meet closed, and to those who are in it when somebody outside has written. */
static void app_tell_apart(struct app *app, bool wrote)
{
	enum doorbell_reach reach = app->peers.reach;

	if (app->apart || !(reach == DOORBELL_APART || (reach == DOORBELL_SOME && wrote)))
		return;
	app->apart = true;
	shell_say(&app->shell, "%s",
		reach == DOORBELL_APART ? _("you cannot see who is here as another user of this machine; see SHARING A "
					    "FOLDER in the manual")
					: _("somebody works here as another user of this machine, and you cannot see "
					    "them; see SHARING A FOLDER in the manual"));
}

/* A look although nobody has rung. */
static void app_look_around(struct app *app)
{
	bool news = app_look(app);

	app_tell_apart(app, peers_must_look(&app->peers) && peers_look(&app->peers, news));
}

/* How long there is a pause between looks: news that come on each other's heels are looked at together, the more people
 * there are, as all of them do that at the same time, and the less the machine has left. */
static int64_t app_pause(const struct app *app)
{
	int64_t people = APP_PAUSE_MS + (int64_t)app->peers.presence.people.count / APP_PEOPLE_A_MS;
	int64_t busy = app->busy_ms * APP_BUSY_PAUSES;

	if (app->refused && clock_span_ms() - app->waiting.since_ms >= APP_LOCKED_MS)
		return APP_LOCKED_PAUSE_MS;
	if (busy > APP_PAUSE_MOST_MS)
		busy = APP_PAUSE_MOST_MS;
	return busy > people ? busy : people;
}

/* After how many ms the next look is due. */
static int app_pause_ms(const struct app *app)
{
	int64_t pause = app_pause(app), since = clock_span_ms() - app->looked_ms;

	return since >= pause ? 0 : (int)(pause - since);
}

/* A look and its frame are over. */
static void app_note_busy(struct app *app)
{
	int64_t now = clock_span_ms();

	if (app->busy_ms >= 0)
		return;
	app->busy_ms = now - app->looked_ms;
	app->looked_ms = now;
}

/* In how many ms the checks go on, -1: not at all. */
static int app_checks_ms(const struct app *app)
{
	int due = checklist_next_ms(app->shell.checklist);
	int64_t calm = app->loop.touched_ms + APP_CALM_MS - clock_span_ms();

	return due < 0 || due >= calm ? due : (int)calm;
}

static void app_before(struct loop *loop)
{
	app_look(loop->context);
}

static void app_handle(struct app *app, const struct event *event)
{
	loop_answer(&app->loop, event);
	canvas_acted(&app->shell);
}

/* May EVENT do at once what it does, while a key before it waits? It moves what is seen and nothing else, and nothing
 * that was typed before it is left behind. */
static bool app_passes(const struct app *app, const struct event *event)
{
	return event->type == EVENT_KEY && !app->waiting.events.count && shell_top(&app->shell) == &canvas_mode &&
	       shell_goes(&app->shell, event->key);
}

/* Takes in what is typed while a key waits; false when they give up. *CAME becomes true when there was anything. */
static bool app_put_by(struct app *app, bool *came)
{
	struct event event;

	while (input_next(app->loop.input, &event)) {
		if (event.type == EVENT_KEY && key_is_esc(event.key))
			return false;
		*came = true;
		if (app_passes(app, &event))
			app_handle(app, &event);
		else
			waiting_put(&app->waiting, &event);
	}
	return true;
}

/* Takes down who keeps the board locked. */
static void app_name_holder(struct app *app, const struct store_wait *wait)
{
	strbuf_reset(&app->holder);
	waiting_name(wait, wait->holder ? peers_of_process(&app->peers, wait->holder) : NULL, &app->holder);
}

/* A look, which nobody has asked for, has met a lock; does it wait? */
static bool app_look_waits(struct app *app, const struct store_wait *wait)
{
	int64_t since = app->waiting.since_ms ? clock_span_ms() - app->waiting.since_ms : 0;

	app->refused = true;
	if (since >= WAITING_TELL_MS)
		app_name_holder(app, wait);
	return since >= APP_REFUSED_LONG_MS && since < APP_LOCKED_MS && wait->waited_ms < APP_LINE_MS;
}

/* What is seen while one waits. */
static void app_draw_wait(struct app *app)
{
	struct presence_state state = app_state(app);

	app->waited_ms = clock_span_ms();
	peers_hear(&app->peers, &app->stale);
	peers_tell(&app->peers, &state);
	shell_say(&app->shell, _("waiting for %s to unlock the board; Esc gives up"), app->holder.text);
	strbuf_reset(&app->waiting.said);
	strbuf_addstr(&app->waiting.said, app->shell.message.text.text);
	loop_draw(&app->loop);
}

/* The store waits for others (store_waiting). */
static bool app_waits(void *context, const struct store_wait *wait)
{
	struct app *app = context;
	unsigned flags;
	bool open, first = !app->waiting.told, came = false;

	if (!app->waiting.may)
		return app_look_waits(app, wait);
	if (wait->waited_ms < WAITING_TELL_MS)
		return true;
	app_name_holder(app, wait);
	app->waiting.told = true;
	open = signals_wait(STDIN_FILENO, -1, -1, (int)wait->pause_ms, &flags);
	app->flags |= flags | (open ? 0 : SIGNALS_END);
	if (flags & SIGNALS_RESIZE)
		terminal_resized(app->loop.terminal);
	app->waiting.gave_up = app->flags & SIGNALS_END || visit_is_over(app->visit) || !app_put_by(app, &came);
	if (first || came || flags || app->waiting.gave_up || clock_span_ms() - app->waited_ms >= APP_WAIT_FRAME_MS)
		app_draw_wait(app);
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
		shell_say(&app->shell,
			ngettext("gave up; nothing was changed, and the key after it was ignored",
				"gave up; nothing was changed, and the %zu keys after it were ignored", dropped),
			dropped);
	else if (waiting->gave_up)
		shell_say(&app->shell, "%s", _("gave up; nothing was changed"));
}

/* What was put by comes first. */
static bool app_next(struct loop *loop, struct event *event)
{
	struct app *app = loop->context;

	return waiting_take(&app->waiting, event) || input_next(loop->input, event);
}

static void app_answer(struct loop *loop, const struct event *event)
{
	struct app *app = loop->context;

	app->waiting.may = true;
	app_handle(app, event);
	app->waiting.may = false;
	app_end_waiting(app);
}

/* Takes in all that has come; true when it is to be drawn now. What comes from the others alone may wait a moment. */
static bool app_news(struct app *app)
{
	bool waited = app->behind, checks = !app_checks_ms(app), found;
	bool came = peers_hear(&app->peers, &app->stale);

	app->stale |= away_look(&app->shell);
	app->behind |= came || app->stale;
	if (loop_keys(&app->loop)) {
		attention_lead(&app->shell);
		return true;
	}
	found = checks && checklist_work(app->shell.checklist, CHECKLIST_SLICE);
	if (!came && !waited && !checks) { /* but time has passed */
		app_look_around(app);
		return true;
	}
	return (app->behind && !app_pause_ms(app) && app_look(app)) || found;
}

/* How long nothing is to be done: until the next minute of a timer that runs, until guests are told of their time,
 * until the others want to hear of us, until what came from them is due, or until the checks go on; -1: for ever. Where
 * nobody can ring, the log is looked at now and then. */
static int app_next_ms(const struct app *app)
{
	int64_t left = board_timer(shell_board(&app->shell)) - clock_now_ms();
	int minute = left > 0 ? (int)(left % 60000) + 1 : -1;
	int look = app->behind ? app_pause_ms(app) : peers_must_look(&app->peers) ? APP_LOOK_MS : -1;
	struct presence_state state = app_state(app);
	int peers = peers_next_ms(&app->peers, &state);
	int attention = attention_next_ms(&app->canvas.attention);
	int other = loop_earlier(loop_earlier(attention, app_checks_ms(app)), visit_next_ms(app->visit));

	if (app->waiting.events.count)
		return 0;
	return loop_earlier(loop_earlier(look, other), loop_earlier(minute, peers));
}

/* Work has gone on in another file. */
static void app_move(struct app *app)
{
	struct presence_state state = app_state(app);

	app->path = session_path(app->shell.session);
	app_name(app);
	peers_meet(&app->peers, &state);
}

static bool app_take(struct loop *loop)
{
	struct app *app = loop->context;
	bool news = app_news(app) || app_minutes(app) != app->minutes;
	struct presence_state state;

	if (app->path != session_path(app->shell.session))
		app_move(app);
	state = app_state(app);
	peers_tell(&app->peers, &state);
	return news;
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
static bool app_wait(struct loop *loop, unsigned *flags)
{
	struct app *app = loop->context;
	unsigned before = app_rest(app);
	int minutes, watch_ms, most, watch = session_watch(app->shell.session, &watch_ms);
	bool deaf, open;

	app_note_busy(app);
	deaf = app->behind && app_pause_ms(app);
	most = loop_earlier(loop_earlier(app_next_ms(app), watch_ms), deaf ? APP_DEAF_MS : -1);
	open = loop_wait(loop, deaf ? -1 : app->peers.fd, watch, before ? 0 : most, flags);
	*flags |= before | app->flags;
	app->flags = 0;
	if (visit_warns(app->visit, &minutes))
		shell_say(&app->shell,
			ngettext("guest access ends in %d minute; what you type is kept",
				"guest access ends in %d minutes; what you type is kept", minutes),
			minutes);
	return open && !(*flags & SIGNALS_END) && !visit_is_over(app->visit);
}

static const struct loop_work app_work = {.wait = app_wait,
	.take = app_take,
	.before = app_before,
	.next = app_next,
	.answer = app_answer,
	.draw = app_draw};

/* Something was kept (ringing_later). */
static void app_ring(void *context)
{
	struct app *app = context;

	peers_owe(&app->peers);
}

static void app_run_open(struct app *app)
{
	struct presence_state state;

	app_take_draft(app);
	state = app_state(app);
	peers_init(&app->peers, session_doorbell(app->shell.session), session_name(app->shell.session), &state);
	app->canvas.peers = &app->peers;
	app_tell_apart(app, false);
	session_on_wait(app->shell.session, app_waits, app);
	session_on_ring(app->shell.session, app_ring, app);
	loop_draw(&app->loop);
	shell_watch(&app->shell);
	loop_draw(&app->loop);
	loop_run(&app->loop);
	session_on_wait(app->shell.session, NULL, NULL);
	session_on_ring(app->shell.session, NULL, NULL);
	if (app->visit)
		app->visit->ended = !app->shell.quit;
	app_keep(app);
	peers_release(&app->peers);
}

int app_run(struct session *session, shell_find_file *find, struct visit *visit,
	const struct view_command *const *tables, struct error *err)
{
	struct app app = {.path = session_path(session), .visit = visit, .file = STRBUF_INIT, .holder = STRBUF_INIT};
	int failed;

	canvas_init(&app.canvas, "");
	app_name(&app);
	shell_init(&app.shell, session, tables, &canvas_mode, &app.canvas);
	app.shell.find = find;
	waiting_init(&app.waiting);
	failed = loop_open(&app.loop, &app.shell, &app_work, &app, err);
	if (!failed) {
		app_run_open(&app);
		loop_close(&app.loop);
	}
	shell_release(&app.shell);
	canvas_release(&app.canvas);
	waiting_release(&app.waiting);
	strbuf_release(&app.holder);
	strbuf_release(&app.file);
	return failed;
}
