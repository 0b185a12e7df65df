/* away_mode: saving a board to a file, and the question on leaving a board that is in none. */
#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "draw/panel.h"
#include "shell/away.h"
#include "shell/prompt.h"
#include "text/clean.h"

/* Closes the question whether to leave once it has no reason. A line being typed over it stays. */
static void away_settle(struct shell *shell)
{
	if (!away_is_lost(shell))
		shell_withdraw(shell, &away_mode);
}

bool away_look(struct shell *shell)
{
	struct strbuf name = STRBUF_INIT;
	bool was = away_is(shell);

	if (!session_is_touched(shell->session) || !session_look(shell->session))
		return false;
	away_name(session_path(shell->session), &name);
	if (!away_is(shell))
		shell_say(shell,
			was ? _("%s is back in its place; you can go on")
			    : _("%s was put back and is the same board; you can go on"),
			name.text);
	strbuf_release(&name);
	away_settle(shell);
	return true;
}

/* Does PATH lead to the board's own file, wherever that is now? */
static bool away_is_own(const struct shell *shell, const char *path)
{
	const char *own = away_where(shell)->now.text;
	struct stat a, b;

	return *own && !stat(own, &a) && !stat(path, &b) && a.st_dev == b.st_dev && a.st_ino == b.st_ino;
}

/* Continues in the file PATH. NOTE is appended to the message, unless empty. */
static int away_go_on(struct shell *shell, const char *path, const char *note, struct error *err)
{
	struct strbuf name = STRBUF_INIT;
	int failed = session_move(shell->session, path, err);

	away_name(path, &name);
	if (!failed && *note)
		shell_say(shell, _("you now work on %s; %s"), name.text, note);
	else if (!failed)
		shell_say(shell, _("you now work on %s; nothing is lost"), name.text);
	strbuf_release(&name);
	return failed;
}

/* Writes the board to PATH. If somebody else has already done so, work continues there. */
static int away_save(struct shell *shell, const char *path, struct error *err)
{
	struct strbuf note = STRBUF_INIT, name = STRBUF_INIT;
	struct stat found;
	bool is_taken = away_is(shell) && !lstat(path, &found);
	int failed;

	away_name(path, &name);
	if (is_taken && away_go_on(shell, path, "", err))
		failed = away_is_own(shell, path) ? err->code
						  : error_set(err, ERROR_SYSTEM,
							    _("%s: already exists; choose another name"), name.text);
	else
		failed = is_taken ? 0 : session_write(shell->session, path, &note, err);
	if (!failed && !is_taken && away_is(shell))
		failed = away_go_on(shell, path, note.text, err);
	else if (!failed && !is_taken)
		shell_say(shell, _("the board was copied to %s; you keep working on the one that was open"), name.text);
	strbuf_release(&note);
	strbuf_release(&name);
	return failed;
}

static int away_answer(struct shell *shell, const char *text)
{
	struct strbuf path = STRBUF_INIT;
	struct error err = ERROR_INIT;
	int failed = shell->find ? shell->find(text, &path, &err) : 0;

	if (!failed)
		failed = away_save(shell, path.text, &err);
	if (failed)
		shell_say_error(shell, &err);
	else
		away_settle(shell);
	strbuf_release(&path);
	return failed;
}

/* Have others saved the board to PATH, and continue there? */
static bool away_goes_on(const struct shell *shell, const char *path)
{
	struct store *store;
	bool goes_on;

	if (store_open(path, STORE_READ, &store, NULL))
		return false;
	goes_on = store_resume(store, session_store(shell->session), NULL) > 0;
	store_close(store);
	return goes_on;
}

/* Appends the file where others have continued, and returns true; otherwise a free name next to the file that the
 * board had: "shop-2.evs". */
static bool away_suggest(const struct shell *shell, struct strbuf *path)
{
	const char *own = session_path(shell->session), *ending = strrchr(own, '.');
	size_t len = ending && !strchr(ending, '/') && ending > own ? (size_t)(ending - own) : strlen(own);
	struct stat found;

	for (int i = 2; i < 100; i++) {
		strbuf_reset(path);
		strbuf_add(path, own, len);
		strbuf_addf(path, "-%d%s", i, own + len);
		if (lstat(path->text, &found))
			return false;
		if (away_goes_on(shell, path->text))
			return true;
	}
	return false;
}

static const struct question away_question = {
	.text = N_("Save the board to"), .answer = away_answer, .insists = true, .remembers = true};
static const struct question away_moved_question = {
	.text = N_("Go on in"), .answer = away_answer, .insists = true, .remembers = true};

void away_write(struct shell *shell, int choice)
{
	const char *now = away_where(shell)->now.text;
	struct strbuf path = STRBUF_INIT;
	bool moved = *now;

	(void)choice;
	if (shell->given && shell->given->given) {
		away_answer(shell, shell->given->text.text);
		return;
	}
	if (*now)
		strbuf_addstr(&path, now);
	else if (away_is(shell))
		moved = away_suggest(shell, &path);
	if (!clean_is_clean(path.text, CLEAN_ONE_LINE)) /* it could not be typed */
		strbuf_reset(&path);
	prompt_ask(shell, moved ? &away_moved_question : &away_question, path.text);
	strbuf_release(&path);
}

void away_quit(struct shell *shell, int choice)
{
	(void)choice;
	if (shell->session)
		session_look(shell->session);
	if (away_is_lost(shell))
		shell_open(shell, &away_mode);
	else
		shell->quit = true;
}

static void away_leave(struct shell *shell, int argument)
{
	(void)argument;
	shell->quit = true;
}

static void away_draw_question(struct shell *shell, struct cellbuf *buf)
{
	struct vec lines = VEC_INIT(char *);

	vec_add(&lines, char *) = mem_strdup(_("This board has no file now."));
	vec_add(&lines, char *) = mem_strdup(
		away_may_write(shell) ? _("Leave, and lose it?") : _("Leave? A copy is kept on the host's machine."));
	panel_list(buf, buf->rows - SHELL_ROWS_BELOW, buf->rows, "", &lines, -1);
	vec_release_strings(&lines);
}

static const struct binding away_rows[] = {
	{"w", "write", N_("save it to a file"), NULL, away_write, 0, ROLE_OBSERVER, away_may_write},
	{"y", "leave", N_("leave"), NULL, away_leave, 0, ROLE_OBSERVER, NULL},
	{"Esc C-c n q", "stay", N_("stay"), NULL, shell_back, 0, ROLE_OBSERVER, NULL},
	{0},
};

const struct mode away_mode = {
	.name = "leaving",
	.title = N_("Keys when leaving a board without a file"),
	.rows = away_rows,
	.draw = away_draw_question,
};
