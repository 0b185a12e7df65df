/* sub_import: adds the contents of a CSV file or folder to a board, or brings a table back that came from it. */
#include <unistd.h>

#include "base/i18n.h"
#include "cli/boardpath.h"
#include "cli/fill_ask.h"
#include "cli/fill_update.h"
#include "cli/subcommand.h"

static int sub_import_options(struct fill *fill, const struct request *request, struct error *err)
{
	int failed = fill_options(fill, request, err);

	fill->options.update = request_option(request, "update");
	fill->options.remove = request_option(request, "delete");
	if (!failed && fill->options.remove && !fill->options.update)
		failed = error_set(err, ERROR_USAGE, _("--delete goes with --update"));
	return failed;
}

static int sub_import_fill(struct fill *fill, struct session *session, bool rehearses, struct error *err)
{
	int going = 1, failed = 0;

	if (!rehearses && fill->options.update && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
		going = fill_update_ask(fill, session, err);
	if (going <= 0)
		return going;
	failed = rehearses ? fill_rehearse(fill, session, stdout, err) : fill_run(fill, session, err);
	if (!failed)
		fill_print(fill, stdout);
	return failed;
}

static int sub_import_run(const struct request *request, struct error *err)
{
	struct fill fill = {.path = request_operand(request, 1), .map = STRBUF_INIT};
	struct strbuf path = STRBUF_INIT;
	struct session *session = NULL;
	bool rehearses = request_option(request, "dry-run");
	int failed = boardpath_existing(request_operand(request, 0), &path, err);

	if (!failed)
		failed = sub_import_options(&fill, request, err);
	if (!failed)
		failed = fill_ask(&fill, err);
	if (!failed)
		failed = session_open(
			path.text, rehearses ? STORE_READ : STORE_WRITE, request_person(request), &session, err);
	if (!failed)
		failed = sub_import_fill(&fill, session, rehearses, err);
	fill_release(&fill);
	session_close(session);
	strbuf_release(&path);
	return failed;
}

const struct subcommand sub_import = {
	.name = "import",
	.operands = "BOARD FILE|DIR",
	.sentence = N_("add the contents of a CSV or JSON file, a drawing, or a folder of CSV files"),
	.least = 2,
	.most = 2,
	.options =
		{
			{'n', "dry-run", NULL, N_("only show what would be added, or changed")},
			{'u', "update", NULL, N_("the table came from this board: change what it changes")},
			{0, "delete", NULL, N_("with --update: delete stickies that are not in the table")},
			FILL_OPTIONS,
			SUBCOMMAND_AS,
		},
	.run = sub_import_run,
};
