#include "screens/verb_private.h"

#include "lib/golden.h"
#include "lib/must.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Silence that means that the program has written all it had to. */
#define VERB_QUIET_MS 100
/* The same before a screen is written to a file, where nothing says what it should be. */
#define VERB_GENERATE_QUIET_MS 400

typedef bool verb_look(struct screen *s, const char *text, int limit_ms);

/* Looks for TEXT, at most for the limit. */
static bool verb_search(struct scenario *sc, const char *rest, verb_look *look, int limit_ms)
{
	char *text = verb_text(sc, rest);
	bool ok = text != NULL;

	if (ok && !look(sc->screen, text, limit_ms))
		ok = scenario_fail(sc, "not within %d ms, or before the program ended", limit_ms);
	free(text);
	return ok;
}

bool verb_wait(struct scenario *sc, const char *rest)
{
	return verb_search(sc, rest, screen_wait_text, sc->limit_ms);
}

bool verb_gone(struct scenario *sc, const char *rest)
{
	return verb_search(sc, rest, screen_wait_gone, sc->limit_ms);
}

bool verb_expect(struct scenario *sc, const char *rest)
{
	return verb_search(sc, rest, screen_wait_text, 0);
}

bool verb_absent(struct scenario *sc, const char *rest)
{
	screen_settle(sc->screen, 0, sc->limit_ms);
	return verb_search(sc, rest, screen_wait_gone, 0);
}

bool verb_cursor(struct scenario *sc, const char *rest)
{
	int row, col;
	char more;

	if (sscanf(rest, "%4d %4d %c", &row, &col, &more) != 2)
		return scenario_fail(sc, "write ROW COL");
	return screen_wait_cursor(sc->screen, row, col, sc->limit_ms) || scenario_fail(sc, "it is elsewhere");
}

bool verb_shot(struct scenario *sc, const char *rest)
{
	char *path;
	bool ok;

	if (!*rest || rest[strspn(rest, "abcdefghijklmnopqrstuvwxyz0123456789-")])
		return scenario_fail(sc, "a name is of a-z, 0-9 and -");
	if (asprintf(&path, "%s/%s.screen", sc->dir, rest) < 0)
		must(NULL);
	if (golden_generates())
		screen_settle(sc->screen, VERB_GENERATE_QUIET_MS, sc->limit_ms);
	else if (access(path, F_OK) == 0)
		screen_wait(sc->screen, golden_matches, path, sc->limit_ms);
	ok = golden_compare(sc->screen, path);
	free(path);
	return ok;
}

/* ---- bytes ---- */

/* Whether the program has written `arg`, a string; a screen_predicate. */
static bool verb_written(struct screen *s, void *arg)
{
	size_t len;
	const char *raw = screen_raw(s, &len);

	return memmem(raw, len, arg, strlen(arg)) != NULL;
}

bool verb_raw_has(struct scenario *sc, const char *rest)
{
	char *text = verb_text(sc, rest);
	bool ok = text && (screen_wait(sc->screen, verb_written, text, sc->limit_ms) ||
				  scenario_fail(sc, "the program wrote no such bytes"));

	free(text);
	return ok;
}

bool verb_raw_absent(struct scenario *sc, const char *rest)
{
	char *text = verb_text(sc, rest);
	bool ok = text != NULL;

	screen_settle(sc->screen, VERB_QUIET_MS, sc->limit_ms);
	if (ok && verb_written(sc->screen, text))
		ok = scenario_fail(sc, "the program wrote these bytes");
	free(text);
	return ok;
}

bool verb_bytes_below(struct scenario *sc, const char *rest)
{
	size_t limit, bytes;
	char more;

	if (sscanf(rest, "%zu%c", &limit, &more) != 1)
		return scenario_fail(sc, "that is no number of bytes");
	if (!screen_settle(sc->screen, VERB_QUIET_MS, sc->limit_ms))
		return scenario_fail(sc, "the program does not stop writing");
	bytes = screen_bytes(sc->screen) - sc->mark;
	return bytes < limit || scenario_fail(sc, "the program wrote %zu bytes", bytes);
}
