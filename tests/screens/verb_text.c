#include "screens/verb_private.h"

#include "lib/must.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Stores the byte that the escape at `p` (behind its backslash) stands for; returns what follows. */
static const char *verb_escape(const char *p, char *byte)
{
	static const char names[] = "nte\\", bytes[] = "\n\t\033\\";
	const char *name = *p ? strchr(names, *p) : NULL;
	unsigned int code;

	if (name) {
		*byte = bytes[name - names];
		return p + 1;
	}
	if (*p != 'x' || !isxdigit((unsigned char)p[1]) || !isxdigit((unsigned char)p[2]) ||
		sscanf(p + 1, "%2x", &code) != 1 || code == 0)
		return NULL;
	*byte = (char)code;
	return p + 3;
}

char *verb_text(const struct scenario *sc, const char *rest)
{
	char *text = must(malloc(strlen(rest) + 1)), *end = text;

	while (rest && *rest) {
		if (*rest == '\\')
			rest = verb_escape(rest + 1, end++);
		else
			*end++ = *rest++;
	}
	*end = '\0';
	if (rest && *text)
		return text;
	scenario_fail(sc, rest ? "TEXT is missing" : "an escape is none of \\n \\t \\e \\\\ \\xHH");
	free(text);
	return NULL;
}

bool verb_words(const struct scenario *sc, struct arglist *words, const char *rest)
{
	if (!arglist_split(words, rest, &sc->box.env))
		return scenario_fail(sc, "a quote is open or a variable unknown");
	if (words->count == 0)
		return scenario_fail(sc, "words are missing");
	return true;
}

bool verb_read_size(const struct scenario *sc, const char *rest, int *rows, int *cols)
{
	char more;

	if (sscanf(rest, "%4dx%4d%c", cols, rows, &more) != 2 || *rows < 1 || *cols < 1)
		return scenario_fail(sc, "that is no size; write 80x24");
	return true;
}
