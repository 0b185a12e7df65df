/* sub_import: adds the contents of a CSV file or folder to a board. */
#include "base/i18n.h"
#include "cli/boardpath.h"
#include "cli/fill.h"
#include "cli/subcommand.h"

static int sub_import_run(const struct request *request, struct error *err)
{
	struct fill fill = {.path = request_operand(request, 1)};
	struct strbuf path = STRBUF_INIT;
	struct session *session = NULL;
	bool rehearses = request_option(request, "dry-run");
	int failed = boardpath_existing(request_operand(request, 0), &path, err);

	if (!failed)
		failed = fill_options(&fill, request, err);
	if (!failed)
		failed = session_open(
			path.text, rehearses ? STORE_READ : STORE_WRITE, request_person(request), &session, err);
	if (!failed)
		failed = rehearses ? fill_rehearse(&fill, session_board(session), stdout, err)
				   : fill_run(&fill, session, err);
	if (!failed)
		fill_print(&fill, stdout);
	fill_release(&fill);
	session_close(session);
	strbuf_release(&path);
	return failed;
}

const struct subcommand sub_import = {
	.name = "import",
	.operands = "BOARD FILE|DIR",
	.sentence = N_("add the contents of a CSV or JSON file, or of a folder of CSV files"),
	.least = 2,
	.most = 2,
	.options =
		{
			{'n', "dry-run", NULL, N_("only show what would be added")},
			FILL_OPTIONS,
			SUBCOMMAND_AS,
		},
	.run = sub_import_run,
};
