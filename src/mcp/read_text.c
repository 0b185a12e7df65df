/* read_text: the board as people read it: its outline, and the context map. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "draw/outline.h"
#include "draw/show.h"
#include "mcp/reading.h"

/* How many lines of the outline a call gives if it does not say. */
#define READ_TEXT_LINES 200

/* The width of the map, in characters. */
#define READ_TEXT_COLUMNS 100

static void read_text_make_outline(struct assistant *assistant, struct strbuf *text)
{
	const struct board *board = assistant_board(assistant);
	struct veil veil = VEIL_NONE; /* the board has nothing hidden any more */
	struct outline outline;

	outline_init(&outline);
	outline_build(&outline, board, &veil);
	strbuf_addf(text, "%s\n", board_title(board));
	for (size_t i = 0; i < outline.lines.count; i++) {
		const struct outline_line *line = vec_at(&outline.lines, i);

		strbuf_addf(text, "%*s%s\n", 2 * line->indent, "", line->text);
	}
	outline_release(&outline);
}

/* Appends MOST lines of TEXT from line FIRST on, counted from 0, and where to read on. */
static void read_text_lines(const struct strbuf *text, size_t first, size_t most, struct strbuf *out)
{
	const char *at = text->text, *end = at + text->len;
	size_t line = 0;

	for (; at < end; line++) {
		size_t len = (size_t)((const char *)memchr(at, '\n', (size_t)(end - at)) + 1 - at);

		if (line >= first && line - first < most)
			strbuf_add(out, at, len);
		at += len;
	}
	if (line > first && line - first > most)
		strbuf_addf(out, _("… read on from line %zu of %zu\n"), first + most + 1, line);
}

static int read_text_outline_run(struct assistant *assistant, const struct argument_value *values, bool limited,
	struct strbuf *out, struct error *err)
{
	const struct strbuf *text = assistant_text(assistant, read_text_make_outline);

	(void)err;
	if (limited)
		read_text_lines(text, (size_t)reading_number(values, 0, 1) - 1,
			(size_t)reading_number(values, 1, READ_TEXT_LINES), out);
	else
		strbuf_add(out, text->text, text->len);
	return 0;
}

const struct reading read_outline = {
	.name = "read-outline",
	.sentence = N_("the board as indented text in reading order, with the ids of the stickies"),
	.mime = "text/plain",
	.arguments = {{"LINE", ARGUMENT_COUNT, 0, 'l'}, {"COUNT", ARGUMENT_COUNT, 0, 'n'}},
	.run = read_text_outline_run,
};

static void read_text_make_map(struct assistant *assistant, struct strbuf *text)
{
	const struct show_options options = {.columns = READ_TEXT_COLUMNS};
	char *shown = NULL;
	size_t len;
	FILE *file = open_memstream(&shown, &len);

	if (!file)
		return;
	show_map(assistant_board(assistant), &options, file);
	fclose(file);
	strbuf_add(text, shown, len);
	free(shown);
}

static int read_text_map_run(struct assistant *assistant, const struct argument_value *values, bool limited,
	struct strbuf *out, struct error *err)
{
	const struct strbuf *text = assistant_text(assistant, read_text_make_map);

	(void)values;
	(void)limited;
	(void)err;
	strbuf_add(out, text->text, text->len);
	return 0;
}

const struct reading read_map = {
	.name = "read-map",
	.sentence = N_("the context map as text: a picture, and each relation as a sentence"),
	.mime = "text/plain",
	.run = read_text_map_run,
};
