/* sub_new: creates a board, empty or from a file. */
#include <string.h>
#include <unistd.h>

#include "base/i18n.h"
#include "cli/boardpath.h"
#include "cli/fill_ask.h"
#include "cli/newboard.h"
#include "cli/subcommand.h"
#include "cli/workshop.h"
#include "text/clean.h"

/* Puts the requested title, or else the board's name, clean, into the strbufs and FILL. */
static int sub_new_titles(const struct request *request, const char *path, struct strbuf *title, struct strbuf *name,
	struct fill *fill, struct error *err)
{
	const char *asked = request_option(request, "title");
	int failed;

	boardpath_name(path, name);
	fill->default_title = name->text;
	if (!asked)
		return 0;
	failed = clean_text(title, asked, strlen(asked), CLEAN_ONE_LINE, err);
	if (failed)
		return error_prefix(err, failed, "%s", "--title");
	fill->title = title->text;
	return 0;
}

static int sub_new_run(const struct request *request, struct error *err)
{
	struct strbuf path = STRBUF_INIT, title = STRBUF_INIT, name = STRBUF_INIT;
	struct fill fill = {.path = request_option(request, "import"), .map = STRBUF_INIT};
	struct session *session = NULL;
	const char *person = request_person(request);
	int failed = boardpath_find(request_operand(request, 0), &path, err);

	if (!failed)
		failed = fill_options(&fill, request, err);
	if (!failed)
		failed = fill_ask(&fill, err);
	if (!failed)
		failed = sub_new_titles(request, path.text, &title, &name, &fill, err);
	if (!failed)
		failed = newboard_make(&path, &fill, person, err);
	if (!failed && fill.path)
		fill_print(&fill, stdout);
	if (!failed && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)) {
		fflush(stdout);
		failed = session_open(path.text, STORE_WRITE, person, &session, err);
		if (!failed)
			failed = workshop_run(session, boardpath_find, NULL, err);
		session_close(session);
	}
	fill_release(&fill);
	strbuf_release(&path);
	strbuf_release(&title);
	strbuf_release(&name);
	return failed;
}

const struct subcommand sub_new = {
	.name = "new",
	.operands = "BOARD",
	.sentence = N_("create a board, from FILE if given, and open it on a terminal"),
	.least = 1,
	.most = 1,
	.options =
		{
			{'t', "title", "TITLE", N_("title of the board (default: its name)")},
			{'i', "import", "FILE", N_("a CSV or JSON file, a drawing, or a folder of CSV files")},
			FILL_OPTIONS,
			SUBCOMMAND_AS,
		},
	.run = sub_new_run,
};
