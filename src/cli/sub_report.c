/* sub_report: prints the story of a workshop. */
#include <string.h>

#include "base/i18n.h"
#include "cli/boardfile.h"
#include "cli/output.h"
#include "cli/scenario.h"
#include "cli/subcommand.h"
#include "format/report.h"

/* Checks that there is a part of that name. */
static int sub_report_check_part(const char *part, struct error *err)
{
	struct strbuf names = STRBUF_INIT;

	for (size_t i = 0; report_part_name(i); i++) {
		if (!part || !strcmp(report_part_name(i), part)) {
			strbuf_release(&names);
			return 0;
		}
		strbuf_addf(&names, "%s%s", names.len ? ", " : "", report_part_name(i));
	}
	error_set(err, ERROR_USAGE, _("unknown part “%.40s”; use one of: %s"), part, names.text);
	strbuf_release(&names);
	return ERROR_USAGE;
}

static int sub_report_print(const struct request *request, const struct boardfile *file, struct error *err)
{
	const char *chosen = request_option(request, "events");
	struct vec events = VEC_INIT(int64_t);
	const char *path = request_option(request, "output");
	struct report_options options = {.html = request_option(request, "html") || report_is_html(path),
		.part = request_option(request, "part"),
		.events = chosen ? &events : NULL};
	int failed = chosen ? scenario_read(file->board, chosen, &events, err) : 0;
	struct output output;

	if (chosen && !options.part)
		options.part = "flow";
	if (!failed)
		failed = output_open(&output, path, err);
	if (!failed) {
		failed = report_write(file->board, file->store, &options, output.file, err);
		failed = output_close(&output, failed, err);
	}
	vec_release(&events);
	return failed;
}

static int sub_report_run(const struct request *request, struct error *err)
{
	struct boardfile file;
	int failed = sub_report_check_part(request_option(request, "part"), err);

	if (failed)
		return failed;
	failed = boardfile_open(&file, request_operand(request, 0), err);
	if (!failed)
		failed = sub_report_print(request, &file, err);
	boardfile_release(&file);
	return failed;
}

/* Lists the parts. */
static void sub_report_more(FILE *out)
{
	fprintf(out, "\n%s", _("Parts:"));
	for (size_t i = 0; report_part_name(i); i++)
		fprintf(out, " %s", report_part_name(i));
	fputc('\n', out);
}

const struct subcommand sub_report = {
	.name = "report",
	.operands = "BOARD",
	.sentence = N_("print the story of the workshop, as Markdown or HTML"),
	.least = 1,
	.most = 1,
	.options =
		{
			{0, "html", NULL, N_("one HTML page with pictures, for browsers and printers")},
			{0, "part", "PART", N_("only this part, such as contexts or glossary")},
			{0, "events", "ID,...", N_("only the message flow of these events")},
			{'o', "output", "FILE", N_("output file (default: stdout)")},
		},
	.more = sub_report_more,
	.run = sub_report_run,
};
