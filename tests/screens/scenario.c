#include "screens/scenario.h"

#include "lib/must.h"
#include "screens/verb.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SCENARIO_ROWS 24
#define SCENARIO_COLS 80
#define SCENARIO_LIMIT_MS 10000

/* ---- saying what is wrong ---- */

void scenario_print(const char *text)
{
	while (*text) {
		int len = (int)strcspn(text, "\n");

		printf("#   %.*s\n", len, text);
		text += len + (text[len] == '\n');
	}
}

bool scenario_fail(const struct scenario *sc, const char *format, ...)
{
	va_list args;

	printf("# %s/script:%d: ", sc->dir, sc->line);
	va_start(args, format);
	vprintf(format, args);
	va_end(args);
	printf("\n");
	return false;
}

static void scenario_print_screen(const struct screen *s)
{
	int row, col;
	bool visible;

	for (int i = 0; i < screen_rows(s); i++) {
		char *text = screen_row_text(s, i);

		printf("# %3d |%s\n", i, text);
		free(text);
	}
	screen_cursor(s, &row, &col, &visible);
	printf("# cursor %d,%d %s\n", row, col, visible ? "visible" : "hidden");
}

/* ---- steps ---- */

/* Cuts the blanks at both ends off and returns the start. */
static char *scenario_trim(char *line)
{
	size_t len;

	line += strspn(line, " \t");
	len = strlen(line);
	while (len > 0 && strchr(" \t\r\n", line[len - 1]))
		len--;
	line[len] = '\0';
	return line;
}

static bool scenario_step(struct scenario *sc, char *line)
{
	const struct verb *verb;
	char *step = scenario_trim(line), *rest;
	size_t len = strcspn(step, " \t");

	if (!*step || *step == '#')
		return true;
	verb = verb_find(step, len);
	if (!verb)
		return scenario_fail(sc, "%s: there is no such verb", step);
	if (verb->needs_screen && !sc->screen)
		return scenario_fail(sc, "%s: nothing was run yet", step);
	rest = step + len + strspn(step + len, " \t");
	if (verb->run(sc, rest))
		return true;
	scenario_fail(sc, "failed: %s", step);
	if (sc->screen)
		scenario_print_screen(sc->screen);
	return false;
}

static bool scenario_steps(struct scenario *sc, FILE *script)
{
	char *line = NULL;
	size_t size = 0;
	bool ok = true;

	while (ok && getline(&line, &size, script) >= 0) {
		sc->line++;
		ok = scenario_step(sc, line);
	}
	free(line);
	if (ok && sc->running)
		ok = scenario_fail(sc, "the script ends before the program: add a step `exit`");
	return ok;
}

bool scenario_run(const char *dir)
{
	struct scenario sc = {.dir = dir, .rows = SCENARIO_ROWS, .cols = SCENARIO_COLS, .limit_ms = SCENARIO_LIMIT_MS};
	FILE *script;
	char *path;
	bool ok;

	if (asprintf(&path, "%s/script", dir) < 0)
		must(NULL);
	script = fopen(path, "r");
	free(path);
	if (!script)
		return scenario_fail(&sc, "%s", strerror(errno));
	if (!sandbox_init(&sc.box)) {
		ok = scenario_fail(&sc, "no sandbox: %s", strerror(errno));
	} else {
		ok = scenario_steps(&sc, script);
		screen_close(sc.screen);
		sandbox_release(&sc.box);
	}
	fclose(script);
	return ok;
}
