#include "screens/verb_private.h"

#include "lib/must.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>

/* ---- settings ---- */

bool verb_size(struct scenario *sc, const char *rest)
{
	return verb_read_size(sc, rest, &sc->rows, &sc->cols);
}

bool verb_limit(struct scenario *sc, const char *rest)
{
	char more;

	if (sscanf(rest, "%7d%c", &sc->limit_ms, &more) != 1 || sc->limit_ms < 0)
		return scenario_fail(sc, "that is no number of milliseconds");
	return true;
}

bool verb_env(struct scenario *sc, const char *rest)
{
	struct arglist words = ARGLIST_INIT;
	bool ok = verb_words(sc, &words, rest);

	for (size_t i = 0; i < words.count && ok; i++) {
		if (strchr(words.items[i], '='))
			arglist_set(&sc->box.env, words.items[i]);
		else
			ok = scenario_fail(sc, "%s: no = in it", words.items[i]);
	}
	arglist_release(&words);
	return ok;
}

bool verb_unset(struct scenario *sc, const char *rest)
{
	struct arglist words = ARGLIST_INIT;
	bool ok = verb_words(sc, &words, rest);

	for (size_t i = 0; i < words.count && ok; i++)
		arglist_unset(&sc->box.env, words.items[i]);
	arglist_release(&words);
	return ok;
}

/* ---- commands without a terminal ---- */

/*
 * Runs the command; it must exit with 0, or not; 127, for a command that is not
 * there, is never right. `*output` is set in any case.
 */
static bool verb_command(struct scenario *sc, const char *rest, bool succeeds, char **output)
{
	struct arglist words = ARGLIST_INIT;
	bool ok = verb_words(sc, &words, rest);
	int status;

	*output = NULL;
	if (ok) {
		status = sandbox_run(&sc->box, words.items, output, sc->limit_ms);
		if (!WIFEXITED(status))
			ok = scenario_fail(sc, "signal %d ended the command", WTERMSIG(status));
		else if (WEXITSTATUS(status) == 127 || (WEXITSTATUS(status) == 0) != succeeds)
			ok = scenario_fail(sc, "the command exited with %d", WEXITSTATUS(status));
		if (!ok)
			scenario_print(*output);
	}
	arglist_release(&words);
	return ok;
}

bool verb_succeeds(struct scenario *sc, const char *rest)
{
	char *output;
	bool ok = verb_command(sc, rest, true, &output);

	free(output);
	return ok;
}

bool verb_fails(struct scenario *sc, const char *rest)
{
	char *output;
	bool ok = verb_command(sc, rest, false, &output);

	free(output);
	return ok;
}

/* Whether `output` is `text`, or with `within` has it in it. */
static bool verb_compare(const struct scenario *sc, char *output, const char *text, bool within)
{
	size_t len = strlen(output);

	if (len > 0 && output[len - 1] == '\n')
		output[len - 1] = '\0';
	if (within ? strstr(output, text) != NULL : !strcmp(output, text))
		return true;
	scenario_fail(sc, within ? "the output has no" : "the output is not");
	scenario_print(text);
	scenario_fail(sc, "but is");
	scenario_print(output);
	return false;
}

static bool verb_output(struct scenario *sc, const char *rest, bool succeeds)
{
	const char *is = strstr(rest, " => "), *has = strstr(rest, " =~ ");
	const char *mark = is && (!has || is < has) ? is : has;
	char *command, *text, *output = NULL;
	bool ok;

	if (!mark)
		return scenario_fail(sc, "neither => nor =~ stands behind the command");
	command = must(strndup(rest, (size_t)(mark - rest)));
	text = verb_text(sc, mark + 4);
	ok = text && verb_command(sc, command, succeeds, &output) && verb_compare(sc, output, text, mark == has);
	free(command);
	free(text);
	free(output);
	return ok;
}

bool verb_output_succeeds(struct scenario *sc, const char *rest)
{
	return verb_output(sc, rest, true);
}

bool verb_output_fails(struct scenario *sc, const char *rest)
{
	return verb_output(sc, rest, false);
}
