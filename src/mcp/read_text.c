/* read_text: the board as people read it: its outline, and the context map. */
#include <stdio.h>
#include <stdlib.h>

#include "base/i18n.h"
#include "draw/outline.h"
#include "draw/show.h"
#include "mcp/reading.h"

/* How many lines of the outline a call gives if it does not say. */
#define READ_TEXT_LINES 200

/* The width of the map, in characters. */
#define READ_TEXT_COLUMNS 100

static int read_text_outline_run(struct assistant *assistant, const struct argument_value *values, bool limited,
	struct strbuf *out, struct error *err)
{
	size_t first = (size_t)reading_number(values, 0, 1) - 1;
	size_t most = limited ? (size_t)reading_number(values, 1, READ_TEXT_LINES) : SIZE_MAX, end;
	const struct board *board = assistant_board(assistant);
	struct veil veil = VEIL_NONE; /* the board has nothing hidden any more */
	struct outline outline;

	(void)err;
	outline_init(&outline);
	outline_build(&outline, board, &veil);
	end = first < outline.lines.count && most < outline.lines.count - first ? first + most : outline.lines.count;
	if (!first && board_title(board)[0])
		strbuf_addf(out, "%s\n", board_title(board));
	for (size_t i = first; i < end; i++) {
		const struct outline_line *line = vec_at(&outline.lines, i);

		strbuf_addf(out, "%*s%s\n", 2 * line->indent, "", line->text);
	}
	if (end < outline.lines.count)
		strbuf_addf(out, _("… read on from line %zu of %zu\n"), end + 1, outline.lines.count);
	outline_release(&outline);
	return 0;
}

const struct reading read_outline = {
	.name = "read-outline",
	.sentence = N_("the board as indented text in reading order, with the ids of the stickies"),
	.mime = "text/plain",
	.arguments = {{"LINE", ARGUMENT_COUNT, 0, 'l'}, {"COUNT", ARGUMENT_COUNT, 0, 'n'}},
	.run = read_text_outline_run,
};

static int read_text_map_run(struct assistant *assistant, const struct argument_value *values, bool limited,
	struct strbuf *out, struct error *err)
{
	const struct show_options options = {.columns = READ_TEXT_COLUMNS};
	char *text = NULL;
	size_t len;
	FILE *file = open_memstream(&text, &len);

	(void)values;
	(void)limited;
	(void)err;
	if (!file)
		return 0;
	show_map(assistant_board(assistant), &options, file);
	fclose(file);
	strbuf_add(out, text, len);
	free(text);
	return 0;
}

const struct reading read_map = {
	.name = "read-map",
	.sentence = N_("the context map as text: a picture, and each relation as a sentence"),
	.mime = "text/plain",
	.run = read_text_map_run,
};
