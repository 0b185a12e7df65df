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
#include "canvas/appearance.h"
#include "canvas/canvas.h"
#include "session/peers.h"
#include "canvas/typing.h"
#include "canvas/waiting.h"

/* The pause before news from the others are drawn, in ms, and how many people add a millisecond to it. */
#define APP_PAUSE_MS 15
#define APP_PEOPLE_A_MS 2

/* On a busy machine, a look at the log and its frame take long. The next look then waits for a multiple of that time,
 * up to a maximum in ms. */
#define APP_BUSY_PAUSES 2
#define APP_PAUSE_MOST_MS 250

/* A look that finds the board locked has met a commit, and is repeated after this part of the usual pause. If looks
 * have found it locked for long, others keep coming first, so a look waits in line, at most APP_LINE_MS. After a second
 * it is one lasting lock, and looks become rare. */
#define APP_REFUSED_PART 5
#define APP_REFUSED_LONG_MS 200
#define APP_LINE_MS 150
#define APP_LOCKED_MS 1000
#define APP_LOCKED_PAUSE_MS 100

/* While a key waits for the board, a frame is drawn at once if another key comes, otherwise only this often, in ms:
 * many waiting and drawing programs would take the processor from the one they wait for. */
#define APP_WAIT_FRAME_MS 100

/* While a look is due, the bell is not read for at most this long, so that its messages are handled together. It is
 * short because the bell holds few messages. */
#define APP_DEAF_MS 70

/* The checks of a large board wait until no key has come for this long. */
#define APP_CALM_MS 200

/* How often the log is polled if there can be no bell. */
#define APP_LOOK_MS 1000

/* The state of the canvas's loop. */
struct app {
	const char *path;    /* of the board: the session's */
	struct strbuf file;  /* its name, clean */
	struct visit *visit; /* for somebody who came in over SSH, or NULL */
	struct loop loop;
	struct shell shell;
	struct canvas canvas;
	struct peers peers;
	struct waiting waiting; /* keys that wait because others keep the board locked */
	struct strbuf holder;   /* who keeps it locked */
	bool refused;           /* the last look found the board locked */
	unsigned flags;         /* signals that came while a key waited */
	bool behind;            /* the others have sent something since the last look */
	bool stale;             /* it needs a new frame */
	bool apart;             /* the user was told that not everybody is shown here */
	int64_t looked_ms;      /* when the last look was, by clock_span_ms() */
	int64_t busy_ms;        /* how long it took, with its frame; -1: still going on */
	int64_t waited_ms;      /* when the last frame was drawn while a key waited */
	int64_t minutes;        /* what the running timer last showed */
};

/* The minutes left on the running timer; -1 without one. */
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

/* Notes the name of the board's file. */
static void app_name(struct app *app)
{
	const char *slash = strrchr(app->path, '/'), *name = slash ? slash + 1 : app->path;

	strbuf_reset(&app->file);
	clean_for_display(&app->file, name, strlen(name));
	app->canvas.file = app->file.text;
}

static struct presence_state app_state(const struct app *app)
{
	return appearance(&app->shell, app->visit, app->loop.touched_ms);
}

/* Handles calls of the others, and notes where they are now. */
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

/* Tells the user when looks find the board locked for long, and when that is over; returns whether there is something
 * to draw. */
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

/* Did a look find the board locked, and is the next one due soon? Then drawing waits for that. */
static bool app_draws_later(const struct app *app)
{
	return app->refused && clock_span_ms() - app->waiting.since_ms < APP_REFUSED_LONG_MS;
}

/* Catches up with what the others have done; true if there is something to draw. */
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
	app->stale |= peers_see(&app->peers, appearance_sight(&app->shell));
	app_attend(app);
	app->behind = app->refused;
	held = app_hold(app);
	if (app_draws_later(app))
		return held || news;
	news |= app->stale;
	app->stale = false;
	return held || news;
}

/* Tells the user once that not everybody who works on the board is shown here: at once if this program cannot reach
 * the others, otherwise when somebody outside their circle has written. */
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

/* Looks at the log although nobody has rung. */
static void app_look_around(struct app *app)
{
	bool news = app_look(app);

	app_tell_apart(app, peers_must_look(&app->peers) && peers_look(&app->peers, news));
}

/* The pause after a look that found the board locked, in ms, if it is PAUSE_MS otherwise. */
static int64_t app_refused_pause(const struct app *app, int64_t pause_ms)
{
	int64_t since = clock_span_ms() - app->waiting.since_ms;

	if (since >= APP_LOCKED_MS)
		return APP_LOCKED_PAUSE_MS;
	return since < APP_REFUSED_LONG_MS ? pause_ms / APP_REFUSED_PART : pause_ms;
}

/* The pause between looks, in ms. News in quick succession are read together. The pause grows with the number of
 * people, who all look at the same time, and with the load of the machine. */
static int64_t app_pause(const struct app *app)
{
	int64_t people = APP_PAUSE_MS + (int64_t)app->peers.presence.people.count / APP_PEOPLE_A_MS;
	int64_t busy = app->busy_ms * APP_BUSY_PAUSES;

	if (app->refused)
		return app_refused_pause(app, people);
	if (busy > APP_PAUSE_MOST_MS)
		busy = APP_PAUSE_MOST_MS;
	return busy > people ? busy : people;
}

/* The time in ms until the next look is due. */
static int app_pause_ms(const struct app *app)
{
	int64_t pause = app_pause(app), since = clock_span_ms() - app->looked_ms;

	return since >= pause ? 0 : (int)(pause - since);
}

/* Notes that a look and its frame are done. */
static void app_note_busy(struct app *app)
{
	int64_t now = clock_span_ms();

	if (app->busy_ms >= 0)
		return;
	app->busy_ms = now - app->looked_ms;
	app->looked_ms = now;
}

/* The time in ms until the checks go on; -1: not at all. */
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

/* May EVENT be handled at once while an earlier key waits? It must only move the view, with no other kept event before
 * it. */
static bool app_passes(const struct app *app, const struct event *event)
{
	return event->type == EVENT_KEY && !app->waiting.events.count && shell_top(&app->shell) == &canvas_mode &&
	       shell_goes(&app->shell, event->key);
}

/* Keeps what is typed while a key waits; false if the user gives up. *CAME becomes true if there was anything. */
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

/* Notes who keeps the board locked. */
static void app_name_holder(struct app *app, const struct store_wait *wait)
{
	strbuf_reset(&app->holder);
	waiting_name(wait, wait->holder ? peers_of_process(&app->peers, wait->holder) : NULL, &app->holder);
}

/* A look, which no key asked for, has found the board locked: does it wait? */
static bool app_look_waits(struct app *app, const struct store_wait *wait)
{
	int64_t since = app->waiting.since_ms ? clock_span_ms() - app->waiting.since_ms : 0;

	app->refused = true;
	if (since >= WAITING_TELL_MS)
		app_name_holder(app, wait);
	return since >= APP_REFUSED_LONG_MS && since < APP_LOCKED_MS && wait->waited_ms < APP_LINE_MS;
}

/* Draws the screen while a key waits. */
static void app_draw_wait(struct app *app)
{
	struct presence_state state = app_state(app);

	app->waited_ms = clock_span_ms();
	peers_hear(&app->peers, &app->stale);
	app->stale |= peers_see(&app->peers, state.sight);
	peers_tell(&app->peers, &state);
	shell_say(&app->shell, _("waiting for %s to unlock the board; Esc gives up"), app->holder.text);
	strbuf_reset(&app->waiting.said);
	strbuf_addstr(&app->waiting.said, app->shell.message.text.text);
	loop_draw(&app->loop);
}

/* Called while the store waits for others (store_waiting). */
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

/* Ends the wait: the key is done or has failed. If it failed, drops the keys after it, which were meant for something
 * else. */
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

/* Reads the next event; kept ones come first. */
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

/* Handles everything that has come; true if it must be drawn now. News from the others alone may wait a moment. */
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
	if (!came && !waited && !checks) { /* only time has passed */
		app_look_around(app);
		return true;
	}
	return (app->behind && !app_pause_ms(app) && app_look(app)) || found;
}

/* The time in ms until there is something to do: the next minute of a running timer, a guest's warning, a message to
 * the others, news from them, checks to go on, a poll of the log if nobody can ring; -1: never. */
static int app_next_ms(const struct app *app)
{
	int64_t left = board_timer(shell_board(&app->shell)) - clock_now_ms();
	int minute = left > 0 ? (int)(left % 60000) + 1 : -1;
	int look = app->behind ? app_pause_ms(app) : peers_must_look(&app->peers) ? APP_LOOK_MS : -1;
	struct presence_state state = app_state(app);
	int peers = peers_next_ms(&app->peers, &state);
	int attention = attention_next_ms(&app->canvas.attention);
	int other = clock_earlier(clock_earlier(attention, app_checks_ms(app)), visit_next_ms(app->visit));

	if (app->waiting.events.count)
		return 0;
	return clock_earlier(clock_earlier(look, other), clock_earlier(minute, peers));
}

/* Follows the session, which has continued in another file. */
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
	app->behind |= peers_has_seen(&app->peers);
	return news;
}

/* Saves a board that is in no file, unless the user leaves it. Guests are not asked. *FILE is the file that then holds
 * the board. */
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

/* Keeps where the user is for the next time, and what they are typing if the terminal goes away. */
static void app_keep(struct app *app)
{
	struct strbuf file = STRBUF_INIT;
	struct draftfile draft;

	app_rescue(app, &file);
	typing_save(&app->shell, &draft);
	draftfile_keep(file.text, session_name(app->shell.session), &draft);
	strbuf_release(&draft.text);
	strbuf_release(&file);
}

static void app_take_draft(struct app *app)
{
	struct draftfile draft;

	if (draftfile_take(app->path, session_name(app->shell.session), &draft))
		typing_take_up(&app->shell, &draft);
	strbuf_release(&draft.text);
}

/* Makes a guest who has used more than their share of the machine rest, without handling their keys. Returns the
 * signals that came meanwhile. */
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

/* Waits until there is something to do; false if the session must end. */
static bool app_wait(struct loop *loop, unsigned *flags)
{
	struct app *app = loop->context;
	unsigned before = app_rest(app);
	int minutes, watch_ms, most, watch = session_watch(app->shell.session, &watch_ms);
	bool deaf, open;

	app_note_busy(app);
	deaf = app->behind && app_pause_ms(app);
	most = clock_earlier(clock_earlier(app_next_ms(app), watch_ms), deaf ? APP_DEAF_MS : -1);
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

/* Called when something was saved (ringing_later). */
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
