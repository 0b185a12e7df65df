/* sub_export: a board in another format, to standard output, a file or a folder. */
#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "cli/boardfile.h"
#include "cli/output.h"
#include "cli/subcommand.h"
#include "format/folder.h"

/* The only format that knows folders, and the one for standard output. */
#define SUB_EXPORT_DEFAULT "csv"

static bool sub_export_is_folder(const char *path)
{
	size_t len = path ? strlen(path) : 0;
	struct stat there;

	return len && (path[len - 1] == '/' || (!stat(path, &there) && S_ISDIR(there.st_mode)));
}

/* The names of all formats. */
static void sub_export_names(struct strbuf *out)
{
	size_t count;
	const struct format *formats = format_list(&count);

	for (size_t i = 0; i < count; i++)
		strbuf_addf(out, i ? ", %s" : "%s", formats[i].name);
}

/* The format by NAME, or by PATH, either of which may be NULL. */
static int sub_export_find(const char *name, const char *path, const struct format **format,
	struct error *err)
{
	struct strbuf names = STRBUF_INIT;
	int failed = 0;

	sub_export_names(&names);
	if (!name && (!path || sub_export_is_folder(path)))
		name = SUB_EXPORT_DEFAULT;
	*format = name ? format_find(name) : format_of_path(path);
	if (!*format && name)
		failed = error_set(err, ERROR_USAGE, _("there is no format “%.40s”; there are: %s"),
			name, names.text);
	else if (!*format)
		failed = error_set(err, ERROR_USAGE,
			_("%s: its ending tells no format; choose one with -f: %s"), path, names.text);
	else if (sub_export_is_folder(path) && strcmp((*format)->name, SUB_EXPORT_DEFAULT))
		failed = error_set(err, ERROR_USAGE, _("%s: a folder takes the format %s only"), path,
			SUB_EXPORT_DEFAULT);
	strbuf_release(&names);
	return failed;
}

static int sub_export_write(const struct boardfile *file, const struct format *format,
	const struct format_options *options, const char *path, struct error *err)
{
	struct output output;
	int failed;

	if (sub_export_is_folder(path))
		return folder_export(file->board, file->store, options, path, err);
	failed = output_open(&output, path, err);
	if (failed)
		return failed;
	failed = format->write(file->board, options, output.file, err);
	return output_close(&output, failed, err);
}

static int sub_export_run(const struct request *request, struct error *err)
{
	const char *path = request_option(request, "output");
	struct format_options options = {.bom = request_option(request, "bom")};
	const struct format *format;
	struct boardfile file;
	int failed;

	if (path && !strcmp(path, "-"))
		path = NULL;
	failed = sub_export_find(request_option(request, "format"), path, &format, err);
	if (failed)
		return failed;
	failed = boardfile_open_at(&file, request_operand(request, 0), request_option(request, "at"),
		err);
	options.before = file.before;
	if (!failed)
		failed = sub_export_write(&file, format, &options, path, err);
	boardfile_release(&file);
	return failed;
}

/* Lists the formats. */
static void sub_export_more(FILE *out)
{
	size_t count;
	const struct format *formats = format_list(&count);

	fprintf(out, "\n%s\n", _("Formats:"));
	for (size_t i = 0; i < count; i++)
		fprintf(out, "  %-8s  %s\n", formats[i].name, _(formats[i].sentence));
}

const struct subcommand sub_export = {
	.name = "export",
	.operands = "BOARD",
	.sentence = N_("write the board in another format"),
	.least = 1,
	.most = 1,
	.options = {
		{'f', "format", "FORMAT", N_("which; otherwise the one that FILE ends in, or csv")},
		{'o', "output", "FILE|DIR",
			N_("where to, a DIR getting all with its history; otherwise standard output")},
		BOARDFILE_AT,
		{0, "bom", NULL, N_("begin with a byte order mark, for spreadsheets that need one")},
	},
	.more = sub_export_more,
	.run = sub_export_run,
};
