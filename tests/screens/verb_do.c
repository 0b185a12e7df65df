#include "screens/verb_private.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

/* ---- the program's life ---- */

static const struct {
	const char *name;
	int number;
} verb_signals[] = {
	{"HUP", SIGHUP},
	{"INT", SIGINT},
	{"QUIT", SIGQUIT},
	{"TERM", SIGTERM},
	{"KILL", SIGKILL},
	{"SEGV", SIGSEGV},
	{"ABRT", SIGABRT},
	{"TSTP", SIGTSTP},
	{"CONT", SIGCONT},
	{"PIPE", SIGPIPE},
	{"WINCH", SIGWINCH},
};

/* The number of a signal, or -1. */
static int verb_signal_number(const char *name)
{
	for (size_t i = 0; i < VERB_COUNT(verb_signals); i++)
		if (!strcmp(verb_signals[i].name, name))
			return verb_signals[i].number;
	return -1;
}

bool verb_run(struct scenario *sc, const char *rest)
{
	struct arglist words = ARGLIST_INIT;
	bool ok = verb_words(sc, &words, rest);

	if (sc->running)
		ok = scenario_fail(sc, "a program is running; wait for its end with `exit`");
	if (ok) {
		screen_close(sc->screen);
		sc->screen = screen_start(sc->rows, sc->cols, words.items, sc->box.env.items);
		sc->mark = 0;
		sc->running = sc->screen != NULL;
		if (!sc->running)
			ok = scenario_fail(sc, "no terminal: %s", strerror(errno));
	}
	arglist_release(&words);
	return ok;
}

bool verb_exit(struct scenario *sc, const char *rest)
{
	int number = verb_signal_number(rest), code = 0, status;
	char more;

	if (number < 0 && *rest && sscanf(rest, "%3d%c", &code, &more) != 1)
		return scenario_fail(sc, "neither an exit status nor a signal");
	if (!screen_wait_exit(sc->screen, &status, sc->limit_ms))
		return scenario_fail(sc, "still running after %d ms", sc->limit_ms);
	sc->running = false;
	if (WIFSIGNALED(status))
		return WTERMSIG(status) == number || scenario_fail(sc, "signal %d ended it", WTERMSIG(status));
	return (number < 0 && WEXITSTATUS(status) == code) ||
	       scenario_fail(sc, "it exited with %d", WEXITSTATUS(status));
}

bool verb_signal(struct scenario *sc, const char *rest)
{
	int number = verb_signal_number(rest);

	if (number < 0)
		return scenario_fail(sc, "there is no such signal");
	/* A program that has ended has no process id that would still be its own. */
	if (!sc->running)
		return scenario_fail(sc, "the program has ended");
	return screen_signal(sc->screen, number) == 0 || scenario_fail(sc, "%s", strerror(errno));
}

bool verb_hangup(struct scenario *sc, const char *rest)
{
	(void)rest;
	screen_hangup(sc->screen);
	return true;
}

/* ---- what the user does ---- */

/* Whether the terminal took what was done; `done` is false when it did not. */
static bool verb_took(const struct scenario *sc, bool done)
{
	return done || scenario_fail(sc, "the terminal did not take it: is the notation right, "
					 "does the program run?");
}

/* To be called before something is done: what comes from here on answers it. */
static void verb_mark(struct scenario *sc)
{
	screen_settle(sc->screen, 0, sc->limit_ms);
	sc->mark = screen_bytes(sc->screen);
}

bool verb_keys(struct scenario *sc, const char *rest)
{
	verb_mark(sc);
	return verb_took(sc, screen_keys(sc->screen, rest));
}

/* Sends what TEXT stands for. */
static bool verb_send(struct scenario *sc, const char *rest, bool as_paste)
{
	char *text = verb_text(sc, rest);
	bool ok = text != NULL;

	if (ok) {
		verb_mark(sc);
		ok = verb_took(
			sc, as_paste ? screen_paste(sc->screen, text) : screen_send(sc->screen, text, strlen(text)));
	}
	free(text);
	return ok;
}

bool verb_type(struct scenario *sc, const char *rest)
{
	return verb_send(sc, rest, false);
}

bool verb_paste(struct scenario *sc, const char *rest)
{
	return verb_send(sc, rest, true);
}

bool verb_mouse(struct scenario *sc, const char *rest)
{
	static const struct {
		const char *name;
		enum screen_mouse action;
	} actions[] = {
		{"press", SCREEN_MOUSE_PRESS},
		{"release", SCREEN_MOUSE_RELEASE},
		{"drag", SCREEN_MOUSE_DRAG},
		{"wheel-up", SCREEN_MOUSE_WHEEL_UP},
		{"wheel-down", SCREEN_MOUSE_WHEEL_DOWN},
	};
	char name[16], more;
	int col, row, button = 1, count;
	size_t i = 0;

	count = sscanf(rest, "%15s %4d %4d %1d %c", name, &col, &row, &button, &more);
	if (count < 3 || count > 4 || button < 1 || button > 3)
		return scenario_fail(sc, "write ACTION COL ROW [BUTTON]");
	while (i < VERB_COUNT(actions) && strcmp(actions[i].name, name) != 0)
		i++;
	if (i == VERB_COUNT(actions))
		return scenario_fail(sc, "%s: the mouse does no such thing", name);
	verb_mark(sc);
	return verb_took(sc, screen_mouse(sc->screen, actions[i].action, col, row, button));
}

bool verb_resize(struct scenario *sc, const char *rest)
{
	int rows, cols;

	if (!verb_read_size(sc, rest, &rows, &cols))
		return false;
	verb_mark(sc);
	return verb_took(sc, screen_resize(sc->screen, rows, cols));
}
