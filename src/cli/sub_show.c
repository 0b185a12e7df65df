/* sub_show: prints a board as text. */
#include <stdlib.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "cli/boardfile.h"
#include "cli/subcommand.h"
#include "draw/outline.h"
#include "draw/show.h"
#include "shell/config.h"
#include "terminal/terminal.h"

#define SUB_SHOW_COLUMNS 100
#define SUB_SHOW_COLUMNS_LEAST 20
#define SUB_SHOW_COLUMNS_MOST 10000

/* The width of the terminal, or the one in the environment, or one that fits most. */
static int sub_show_columns(void)
{
	const char *said = getenv("COLUMNS");
	struct winsize size;
	int columns = 0;

	if (!ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) && size.ws_col)
		columns = size.ws_col;
	else if (said)
		columns = atoi(said);
	if (columns <= 0)
		return SUB_SHOW_COLUMNS;
	if (columns < SUB_SHOW_COLUMNS_LEAST)
		return SUB_SHOW_COLUMNS_LEAST;
	return columns < SUB_SHOW_COLUMNS_MOST ? columns : SUB_SHOW_COLUMNS_MOST;
}

/* Is standard output a terminal with 256 colours, and are they wanted? */
static bool sub_show_is_coloured(void)
{
	const char *no = getenv("NO_COLOR");
	struct terminal_facts facts;

	return !(no && no[0]) && terminal_look(&facts) && facts.colours >= 256;
}

/* Sets *COLOUR as --color, "auto|always|never", asks. */
static int sub_show_colour(const struct request *request, bool *colour, struct error *err)
{
	size_t when;

	if (request_choice(request, "color", &when, err))
		return ERROR_USAGE;
	*colour = when ? when == 1 : sub_show_is_coloured();
	return 0;
}

static void sub_show_outline(const struct board *board)
{
	struct outline outline;

	outline_init(&outline);
	outline_build(&outline, board, &(struct veil)VEIL_NONE);
	if (board_title(board)[0])
		printf("%s\n", board_title(board));
	for (size_t i = 0; i < outline.lines.count; i++) {
		const struct outline_line *line = vec_at(&outline.lines, i);

		printf("%*s%s\n", 2 * line->indent, "", line->text);
	}
	outline_release(&outline);
}

/* Sets the looks from the user's configuration. */
static void sub_show_configure(struct show_options *options)
{
	struct looks looks;

	config_load_looks(&looks);
	options->ascii = looks.ascii;
	options->light = looks.light;
}

/* Reading size. */
#define SUB_SHOW_ZOOM 4

static int sub_show_run(const struct request *request, struct error *err)
{
	struct show_options options = {.columns = sub_show_columns()};
	struct boardfile file;
	static const enum zoom sizes[] = {ZOOM_GLANCE, ZOOM_OVERVIEW, ZOOM_COMPACT, ZOOM_READING, ZOOM_LARGE};
	int zoom = SUB_SHOW_ZOOM;
	int failed = request_number(request, "zoom", 1, ARRAY_SIZE(sizes), &zoom, err);

	sub_show_configure(&options);
	if (!failed)
		failed = request_number(
			request, "columns", SUB_SHOW_COLUMNS_LEAST, SUB_SHOW_COLUMNS_MOST, &options.columns, err);
	if (!failed)
		failed = sub_show_colour(request, &options.colour, err);
	if (failed)
		return failed;
	options.zoom = sizes[zoom - 1];
	failed = boardfile_open_at(&file, request_operand(request, 0), request_option(request, "at"), err);
	if (!failed && request_option(request, "outline"))
		sub_show_outline(file.board);
	else if (!failed && request_option(request, "map"))
		show_map(file.board, &options, stdout);
	else if (!failed)
		show_board(file.board, &options, stdout);
	boardfile_release(&file);
	return failed;
}

const struct subcommand sub_show = {
	.name = "show",
	.operands = "BOARD",
	.sentence = N_("print the board as text"),
	.least = 1,
	.most = 1,
	.options =
		{
			{0, "outline", NULL, N_("as indented text, in reading order")},
			{0, "map", NULL, N_("the context map: who calls whom")},
			BOARDFILE_AT,
			{0, "zoom", "N", N_("size of the stickies, 1 to 5 (default: 4)")},
			{0, "columns", "N", N_("width of the output (default: the terminal's)")},
			{0, "color", "auto|always|never", N_("when to use colour")},
		},
	.run = sub_show_run,
};
