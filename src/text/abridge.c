#include "text/abridge.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/strbuf.h"
#include "text/utf8.h"
#include "text/width.h"

/* A text cut in the middle gives this fraction of the room (one in so many cells) to its beginning. */
#define ABRIDGE_HEAD 3

/* The texts and their results so far. */
struct abridge {
	const char *const *texts;
	const int *cells;
	size_t count;
	char **out;
};

/* HEAD cells of the beginning, "…", and the text from byte AT on; cut to CELLS. */
static char *abridge_cut(const char *text, int head, size_t at, int cells)
{
	struct strbuf out = STRBUF_INIT;
	size_t len = strlen(text), fits = width_fit(text, len, head, &head);
	int room = cells - head - 1;

	strbuf_add(&out, text, fits);
	strbuf_addstr(&out, "…");
	if (at < len && width_of(text + at, len - at) <= room) {
		strbuf_addstr(&out, text + at);
	} else if (at < len && room > 1) {
		strbuf_add(&out, text + at, width_fit(text + at, len - at, room - 1, NULL));
		strbuf_addstr(&out, "…");
	}
	return strbuf_detach(&out);
}

/* Where the longest tail of at most CELLS begins. */
static size_t abridge_end(const char *text, int cells)
{
	size_t len = strlen(text), at = 0;

	while (at < len && width_of(text + at, len - at) > cells)
		at += utf8_cluster(text + at, len - at);
	return at;
}

/* The byte where A starts to differ from B. */
static size_t abridge_difference(const char *a, const char *b)
{
	size_t at = 0, len = strlen(a);

	while (at < len) {
		size_t cluster = utf8_cluster(a + at, len - at);

		if (strncmp(a + at, b + at, cluster) != 0)
			break;
		at += cluster;
	}
	return at;
}

/* A different text whose result looks the same as that of text AT; or NULL. */
static const char *abridge_double(const struct abridge *work, size_t at)
{
	for (size_t i = 0; i < work->count; i++)
		if (i != at && !strcmp(work->out[i], work->out[at]) && strcmp(work->texts[i], work->texts[at]) != 0)
			return work->texts[i];
	return NULL;
}

/* Cuts TEXT in the middle. */
static char *abridge_middle(const char *text, const char *other, int cells)
{
	int head = (cells - 1) / ABRIDGE_HEAD;

	(void)other;
	return abridge_cut(text, head, abridge_end(text, cells - 1 - head), cells);
}

/* Cuts TEXT before it starts to differ from OTHER. */
static char *abridge_before(const char *text, const char *other, int cells)
{
	return abridge_cut(text, cells > 4 ? 1 : 0, abridge_difference(text, other), cells);
}

/* Cuts anew, by CUT, all texts whose results look the same now. */
static void abridge_apart(struct abridge *work, char *(*cut)(const char *text, const char *other, int cells))
{
	char **fresh = mem_zalloc((work->count + 1) * sizeof(*fresh));

	for (size_t i = 0; i < work->count; i++) {
		const char *other = abridge_double(work, i);
		int whole = width_of(work->texts[i], strlen(work->texts[i]));

		if (other && work->cells[i] > 0 && whole > work->cells[i])
			fresh[i] = cut(work->texts[i], other, work->cells[i]);
	}
	for (size_t i = 0; i < work->count; i++)
		if (fresh[i]) {
			free(work->out[i]);
			work->out[i] = fresh[i];
		}
	free(fresh);
}

void abridge(const char *const *texts, const int *cells, size_t count, char **out)
{
	const char **given = mem_zalloc((count + 1) * sizeof(*given));
	struct abridge work = {given, cells, count, out};

	for (size_t i = 0; i < count; i++) {
		given[i] = texts[i] ? texts[i] : "";
		if (width_of(given[i], strlen(given[i])) <= cells[i])
			out[i] = mem_strdup(given[i]);
		else
			out[i] = cells[i] > 0 ? abridge_cut(given[i], cells[i] - 1, strlen(given[i]), cells[i])
					      : mem_strdup("");
	}
	abridge_apart(&work, abridge_middle);
	abridge_apart(&work, abridge_before);
	free(given);
}
