/* sub_report: prints the story of a workshop, in Markdown. */
#include "base/i18n.h"
#include "cli/boardfile.h"
#include "cli/output.h"
#include "cli/subcommand.h"
#include "format/report.h"

static int sub_report_run(const struct request *request, struct error *err)
{
	struct boardfile file;
	struct output output;
	int failed = boardfile_open(&file, request_operand(request, 0), err);

	if (!failed)
		failed = output_open(&output, request_option(request, "output"), err);
	if (!failed) {
		failed = report_write(file.board, file.store, output.file, err);
		failed = output_close(&output, failed, err);
	}
	boardfile_release(&file);
	return failed;
}

const struct subcommand sub_report = {
	.name = "report",
	.operands = "BOARD",
	.sentence = N_("print the story of the workshop as Markdown"),
	.least = 1,
	.most = 1,
	.options =
		{
			{'o', "output", "FILE", N_("output file (default: stdout)")},
		},
	.run = sub_report_run,
};
