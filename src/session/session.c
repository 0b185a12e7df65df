#include "session/session.h"

#include <inttypes.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "live/presence.h"
#include "model/board_apply.h"
#include "session/recent.h"
#include "session/rescue.h"
#include "session/taken.h"
#include "text/clean.h"

/* A last action with more changes, such as an import, is not read, so that opening does not take longer. */
#define SESSION_LAST_CHANGES_MOST 1000

/* A file that was written from memory. */
struct session_written {
	int64_t end; /* the number of its last action; 0: no such file */
	dev_t device;
	ino_t inode;
};

struct session {
	struct board *board;
	struct store *store;
	char *path;               /* of the board file, as given */
	struct whereabouts where; /* where it was at the last look */
	int64_t looked_ms;        /* when that was, by clock_span_ms() */
	struct session_written written;
	struct recent recent; /* the actions since the board was loaded */
	uint64_t heard;       /* how many of them others have done */
	struct doorbell *bell;
	struct strbuf name; /* of the person */
	enum role role;     /* of the person */
	bool read_only;
	bool invited;       /* the role is that of an invitation */
	struct vec actions; /* of struct action *: those of the current transaction */
	struct command_past past;
	struct taken taken;
	store_waiting *waiting; /* or NULL */
	void *waiting_context;
	struct ringing ringing;
};

static int session_hear(void *context, const struct action *action, struct error *err);

static int session_target(void *context, int64_t person, enum action_kind kind, int64_t change, struct action *done,
	struct vec *shifts, int64_t *target, struct error *err)
{
	struct session *session = context;
	int found = change ? store_undo_chosen(session->store, person, change, done, target, err)
			   : store_undo_target(session->store, person, kind, done, target, err);

	if (found > 0 && store_shifts_since(session->store, done->id, shifts, err))
		return ERROR_SYSTEM;
	taken_begin(&session->taken, session->board, done);
	return found;
}

static int session_moves(void *context, change_visit *visit, void *visitor, struct error *err)
{
	return store_walk_moves(((struct session *)context)->store, visit, visitor, err);
}

static int session_set_name(struct session *session, const char *name, struct error *err)
{
	int failed = clean_text(&session->name, name, strlen(name), CLEAN_ONE_LINE, err);

	if (failed)
		return error_prefix(err, failed, "%s", _("your name"));
	if (!session->name.len)
		return error_set(err, ERROR_USAGE, _("a name is required; give one with --as NAME"));
	return 0;
}

/* Adds the last action of the log to the recent ones. If the board file is overwritten, store_resume() recognises by it
 * the files that people rescue, even of those who have changed nothing. */
static int session_remember(void *context, const struct action *action, struct error *err)
{
	struct recent *recent = context;

	(void)err;
	recent->before = action->id - 1;
	recent->since_ms = action->time_ms;
	recent_note(recent, action);
	return 0;
}

static int session_start(const char *path, enum store_mode mode, enum role role, const char *name,
	struct session **session, struct error *err)
{
	struct session *new = mem_zalloc(sizeof(*new));
	int failed;

	strbuf_init(&new->name);
	taken_init(&new->taken);
	vec_init(&new->actions, sizeof(struct action *));
	new->past = (struct command_past){session_target, session_moves, new};
	new->read_only = mode == STORE_READ;
	new->role = role;
	new->board = board_new();
	new->path = mem_strdup(path);
	new->where = (struct whereabouts)WHEREABOUTS_INIT;
	failed = session_set_name(new, name, err);
	if (!failed)
		failed = store_open(path, mode, &new->store, err);
	if (!failed)
		failed = store_load(new->store, new->board, err);
	if (!failed)
		new->bell = doorbell_new(store_path(new->store));
	recent_init(&new->recent, failed ? 0 : store_seen(new->store));
	if (!failed)
		failed = store_last(new->store, SESSION_LAST_CHANGES_MOST, session_remember, &new->recent, err);
	if (failed) {
		session_close(new);
		return failed;
	}
	store_listen(new->store, session_hear, new);
	*session = new;
	return 0;
}

int session_open(const char *path, enum store_mode mode, const char *name, struct session **session, struct error *err)
{
	return session_start(path, mode, mode == STORE_READ ? ROLE_OBSERVER : ROLE_FACILITATOR, name, session, err);
}

int session_open_as(const char *path, enum role role, const char *name, struct session **session, struct error *err)
{
	int failed = session_start(path, role == ROLE_OBSERVER ? STORE_READ : STORE_WRITE, role, name, session, err);

	if (!failed)
		(*session)->invited = true;
	return failed;
}

void session_close(struct session *session)
{
	if (!session)
		return;
	if (session->store)
		store_close(session->store);
	doorbell_free(session->bell);
	board_free(session->board);
	free(session->path);
	whereabouts_release(&session->where);
	recent_release(&session->recent);
	strbuf_release(&session->name);
	taken_release(&session->taken);
	vec_release(&session->actions);
	free(session);
}

const struct board *session_board(const struct session *session)
{
	return session->board;
}

struct store *session_store(const struct session *session)
{
	return session->store;
}

struct doorbell *session_doorbell(const struct session *session)
{
	return session->bell;
}

/* Adds an action of somebody else to the recent ones. */
static int session_hear(void *context, const struct action *action, struct error *err)
{
	struct session *session = context;

	(void)err;
	session->heard++;
	recent_note(&session->recent, action);
	return 0;
}

uint64_t session_heard(const struct session *session)
{
	return session->heard;
}

void session_on_wait(struct session *session, store_waiting *waiting, void *context)
{
	session->waiting = waiting;
	session->waiting_context = context;
	store_on_wait(session->store, waiting, context);
}

void session_on_ring(struct session *session, ringing_later *later, void *context)
{
	session->ringing = (struct ringing){later, context};
}

const char *session_path(const struct session *session)
{
	return session->path;
}

const struct whereabouts *session_whereabouts(const struct session *session)
{
	return &session->where;
}

int session_watch(struct session *session, int *most_ms)
{
	int pause_ms, watch = store_watch(session->store, &pause_ms);
	int64_t left = session->looked_ms + pause_ms - clock_span_ms();

	*most_ms = pause_ms < 0 ? -1 : left > 0 ? (int)left : 0;
	return watch;
}

bool session_is_touched(struct session *session)
{
	int most_ms;
	struct pollfd wait = {.fd = session_watch(session, &most_ms), .events = POLLIN};

	return !most_ms || poll(&wait, 1, 0) > 0;
}

/* Is STORE the file PATH as this session has just written it from memory? store_resume() may not recognise that, as
 * its log is new. */
static bool session_is_written(const struct session *session, const char *path, struct store *store)
{
	struct stat found;

	return session->written.end && !stat(path, &found) && found.st_dev == session->written.device &&
	       found.st_ino == session->written.inode && !store_remember(store, NULL) &&
	       store_seen(store) == session->written.end;
}

/* Opens PATH. 1: it continues the board in memory, 0: it does not, and is closed again. */
static int session_reopen(
	const struct session *session, const char *path, enum store_mode mode, struct store **store, struct error *err)
{
	int same = store_open(path, mode, store, err);

	if (same)
		return same;
	same = store_resume(*store, session->store, err);
	if (!same && session_is_written(session, path, *store))
		same = 1;
	if (same <= 0)
		store_close(*store);
	return same;
}

/* Continues on the file PATH if that continues the board in memory: 1; otherwise 0. Opens it for writing only once that
 * is certain. */
static int session_take(struct session *session, const char *path, struct error *err)
{
	struct store *store;
	int same = session_reopen(session, path, STORE_READ, &store, err);

	if (same > 0 && !session->read_only) {
		store_close(store);
		same = session_reopen(session, path, STORE_WRITE, &store, err);
	}
	if (same <= 0)
		return same;
	recent_renumber(&session->recent, store_seen(store) - store_seen(session->store));
	store_close(session->store);
	session->store = store;
	store_listen(store, session_hear, session);
	store_on_wait(store, session->waiting, session->waiting_context);
	return 1;
}

bool session_look(struct session *session)
{
	struct whereabouts now = WHEREABOUTS_INIT;
	bool news;

	session->looked_ms = clock_span_ms();
	store_look(session->store, &now);
	news = !whereabouts_same(&now, &session->where);
	if (now.fate == WHEREABOUTS_REPLACED && session_take(session, session->path, NULL) > 0) {
		store_look(session->store, &now);
		news = true;
	}
	whereabouts_copy(&session->where, &now);
	whereabouts_release(&now);
	return news;
}

static struct rescue session_rescued(const struct session *session)
{
	return (struct rescue){session->store, &session->where, session->path, session->board, &session->recent};
}

int session_write(struct session *session, const char *file, struct strbuf *note, struct error *err)
{
	struct rescue rescue = session_rescued(session);
	struct stat found;
	int failed;

	session_look(session);
	failed = rescue_write(&rescue, file, note, &session->written.end, err);
	if (!failed && !stat(file, &found)) {
		session->written.device = found.st_dev;
		session->written.inode = found.st_ino;
	}
	return failed;
}

int session_rescue(struct session *session, struct strbuf *file, struct error *err)
{
	struct rescue rescue = session_rescued(session);

	session_look(session);
	return rescue_keep(&rescue, file, err);
}

/* Tells the people on the old file where this session continues, and leaves them. */
static void session_leave_word(struct session *session, const char *file)
{
	struct presence_call call = {.type = PRESENCE_SAY};
	char *path = realpath(file, NULL);
	struct strbuf shown = STRBUF_INIT, text = STRBUF_INIT;

	clean_for_display(&shown, path ? path : file, strlen(path ? path : file));
	snprintf(call.text, sizeof(call.text), _("I am now working in %.300s"), shown.text);
	presence_say_call(&call, &text);
	doorbell_ring(session->bell, text.text, text.len);
	strbuf_release(&text);
	strbuf_release(&shown);
	free(path);
}

int session_move(struct session *session, const char *file, struct error *err)
{
	int taken = session_take(session, file, err);

	if (taken <= 0)
		return taken ? taken
			     : error_set(err, ERROR_REFUSED,
				       _("%s: this is another board, or an older copy of this one"), file);
	free(session->path);
	session->path = mem_strdup(file);
	session_leave_word(session, file);
	doorbell_move(session->bell, store_path(session->store));
	session_look(session);
	return session_catch_up(session, NULL, err);
}

const char *session_name(const struct session *session)
{
	return session->name.text;
}

int64_t session_person(const struct session *session)
{
	const struct person *person = board_person_named(session->board, session->name.text);

	return person ? person->id : 0;
}

bool session_is_invited(const struct session *session)
{
	return session->invited;
}

bool session_is_read_only(const struct session *session)
{
	return session->read_only;
}

enum role session_role(const struct session *session)
{
	return session->role;
}

int session_catch_up(struct session *session, bool *news, struct error *err)
{
	return store_catch_up(session->store, session->board, news, err);
}

static int session_begin(struct session *session, struct error *err)
{
	int failed;

	if (session->read_only)
		return error_set(err, ERROR_REFUSED, _("the board is read-only"));
	failed = store_begin(session->store, err);
	if (failed)
		return failed;
	failed = session_catch_up(session, NULL, err);
	if (failed)
		store_rollback(session->store);
	return failed;
}

static void session_forget_actions(struct session *session)
{
	for (size_t i = 0; i < session->actions.count; i++) {
		struct action *action = vec_get(&session->actions, struct action *, i);

		action_release(action);
		free(action);
	}
	vec_reset(&session->actions);
}

/* Ends the transaction; rolls it back if FAILED, or if the commit fails. */
static int session_end(struct session *session, int failed, struct error *err)
{
	if (!failed && session->actions.count)
		failed = store_commit(session->store, err);
	if (failed || !session->actions.count) {
		for (size_t i = session->actions.count; i-- > 0;) {
			struct edit edit = {session->board, vec_get(&session->actions, struct action *, i)};

			edit_rollback(&edit, 0);
		}
		store_rollback(session->store);
	}
	if (!failed && session->actions.count)
		ringing_do(&session->ringing, session->bell);
	for (size_t i = 0; i < session->actions.count && !failed; i++)
		recent_note(&session->recent, vec_get(&session->actions, struct action *, i));
	session_forget_actions(session);
	return failed;
}

/* Begins a new action of this person, and adds them to the board if necessary. The role of an invited person is that of
 * the invitation. */
static int session_add_action(struct session *session, struct edit *edit, struct error *err)
{
	struct action *action = mem_alloc(sizeof(*action));
	bool first = !board_count(session->board, ENTITY_PERSON);

	action_init(action);
	action->time_ms = clock_now_ms();
	action->step = board_step(session->board);
	vec_add(&session->actions, struct action *) = action;
	*edit = (struct edit){session->board, action};
	action->person = session_person(session);
	if (!action->person) {
		struct person person = {.name = session->name.text,
			.role = session->invited ? session->role
				: first          ? ROLE_FACILITATOR
						 : ROLE_PARTICIPANT};

		action->person = edit_create(edit, ENTITY_PERSON, &person, err);
		return action->person < 0 ? (int)action->person : 0;
	}
	if (!session->invited || board_person(session->board, action->person)->role == (int)session->role)
		return 0;
	return edit_set(edit, ENTITY_PERSON, action->person, "role", role_token(session->role), err);
}

/* Has ACTION changed more than its person? An undo or redo counts even if it changed nothing, so that the next undo
 * goes further back. */
static bool session_is_worth(const struct action *action)
{
	return action_first(action) || action->kind != ACTION_DO;
}

/* Reverts the latest action and removes it. */
static void session_drop_action(struct session *session)
{
	struct edit edit = {session->board, vec_end(&session->actions, struct action *)};

	edit_rollback(&edit, 0);
	action_release(edit.action);
	free(edit.action);
	vec_remove(&session->actions, session->actions.count - 1);
}

/* Appends the latest action to the log, or removes it if it changed nothing. */
static int session_append(struct session *session, struct edit *edit, struct error *err)
{
	if (session_is_worth(edit->action))
		return store_append(session->store, edit->action, session->board, err);
	session_drop_action(session);
	return 0;
}

int session_edit(struct session *session, session_work *work, void *context, struct error *err)
{
	struct edit edit;
	int failed = session_begin(session, err);

	if (failed)
		return failed;
	failed = session_add_action(session, &edit, err);
	if (!failed)
		failed = work(context, &edit, err);
	if (!failed)
		failed = session_append(session, &edit, err);
	return session_end(session, failed, err);
}

/* Runs COUNT lines as one action; *AGAIN is as in struct run. */
static int session_run_once(struct session *session, struct words *lines, size_t count, const struct focus *focus,
	struct session_report *report, int64_t *again, struct error *err)
{
	struct run run = {
		.role = session->role, .past = &session->past, .output = &report->output, .note = &report->note};
	int failed = session_add_action(session, &run.edit, err);

	run.person = run.edit.action->person;
	for (size_t i = 0; i < count && !failed; i++) {
		struct words words = lines[i];

		run.made = 0;
		failed = command_run(&run, &words, focus, err);
	}
	if (!failed)
		taken_end(&session->taken, session->board, run.edit.action);
	if (!failed)
		failed = session_append(session, &run.edit, err);
	*again = run.again;
	report->made = run.made;
	if (!failed && session->actions.count)
		session_report_note(report, session->board, vec_end(&session->actions, struct action *));
	return failed;
}

int session_run(struct session *session, struct words *lines, size_t count, const struct focus *focus,
	struct session_report *report, struct error *err)
{
	int64_t again = 0, same;
	int failed = session_begin(session, err);

	taken_reset(&session->taken);
	if (failed)
		return failed;
	failed = session_run_once(session, lines, count, focus, report, &again, err);
	for (; !failed && again > 0; again--) {
		struct error end = ERROR_INIT;

		if (!session_run_once(session, lines, count, focus, report, &same, &end))
			continue;
		session_drop_action(session);
		if (end.code == ERROR_SYSTEM) /* otherwise nothing was left to undo */
			failed = error_set(err, end.code, "%s", end.text);
		break;
	}
	return session_end(session, failed, err);
}

static int session_restore_action(void *context, const struct action *read, struct error *err)
{
	struct session *session = context;
	struct action *action = mem_alloc(sizeof(*action));
	int failed = 0;

	action_init(action);
	action->time_ms = read->time_ms;
	action->person = read->person;
	action->step = read->step;
	action->kind = read->kind;
	action->target = read->target;
	vec_add(&session->actions, struct action *) = action;
	for (size_t i = 0; i < read->changes.count && !failed; i++) {
		const struct change *change = action_change(read, i);

		/* What does not fit the board is a fault of what was read. */
		failed = board_apply(session->board, change, err) ? ERROR_REFUSED : 0;
		if (!failed)
			action_add(action, change->entity, change->item, change->field, change->before, change->after);
	}
	if (!failed && board_is_crowded(session->board, action))
		failed = error_set(err, ERROR_REFUSED,
			_("action %" PRId64 " of the history puts two stickies into one slot"), read->id);
	return failed ? failed : store_append(session->store, action, session->board, err);
}

int session_restore(struct session *session, session_read *read, void *context, struct error *err)
{
	int64_t length = 0;
	int failed = session_begin(session, err);

	if (failed)
		return failed;
	failed = store_log_length(session->store, &length, err);
	if (!failed && length)
		failed = error_set(err, ERROR_REFUSED, _("the board is not empty"));
	if (!failed)
		failed = read(context, session_restore_action, session, err);
	return session_end(session, failed, err);
}

const struct taken *session_taken(const struct session *session)
{
	return session->taken.count ? &session->taken : NULL;
}
