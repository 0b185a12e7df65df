/* sub_export: writes a board in another format, to standard output, a file or a folder. */
#include <string.h>

#include "base/i18n.h"
#include "cli/boardfile.h"
#include "cli/output.h"
#include "cli/scenario.h"
#include "cli/subcommand.h"
#include "format/format.h"
#include "json/document_schema.h"
#include "shell/config.h"
#include "text/clean.h"

/* The format for standard output, and for folders. */
#define SUB_EXPORT_DEFAULT "csv"

/* What only some formats can do. */
enum sub_export_skill {
	SUB_EXPORT_ANY,
	SUB_EXPORT_PAGES,
	SUB_EXPORT_FOLDER,
	SUB_EXPORT_MAP,
	SUB_EXPORT_SCENARIO,
	SUB_EXPORT_HISTORY,
	SUB_EXPORT_CONTEXT
};

static bool sub_export_can(const struct format *format, enum sub_export_skill skill)
{
	const bool can[] = {[SUB_EXPORT_ANY] = true,
		[SUB_EXPORT_PAGES] = format->pages,
		[SUB_EXPORT_FOLDER] = format->write_folder,
		[SUB_EXPORT_MAP] = format->map,
		[SUB_EXPORT_SCENARIO] = format->scenario,
		[SUB_EXPORT_HISTORY] = format->history,
		[SUB_EXPORT_CONTEXT] = format->by_context};

	return can[skill];
}

/* The names of all formats that have SKILL. */
static void sub_export_names(enum sub_export_skill skill, struct strbuf *out)
{
	size_t count;
	const struct format *const *formats = format_list(&count);

	for (size_t i = 0; i < count; i++)
		if (sub_export_can(formats[i], skill))
			strbuf_addf(out, out->len ? ", %s" : "%s", formats[i]->name);
}

/* Finds the format by NAME, or by PATH; either may be NULL. */
static int sub_export_find(const char *name, const char *path, const struct format **format, struct error *err)
{
	struct strbuf names = STRBUF_INIT;
	int failed = 0;

	sub_export_names(SUB_EXPORT_ANY, &names);
	if (!name && (!path || output_is_folder(path)))
		name = SUB_EXPORT_DEFAULT;
	*format = name ? format_find(name) : format_of_path(path);
	if (!*format && name)
		failed = error_set(err, ERROR_USAGE, _("unknown format “%.40s”; use one of: %s"), name, names.text);
	else if (!*format)
		failed = error_set(err, ERROR_USAGE,
			_("%s: cannot tell the format from the file name; choose one with -f: %s"), path, names.text);
	strbuf_release(&names);
	return failed;
}

/* Fails with a message that FORMAT lacks SKILL, and which formats have it. */
static int sub_export_refuse(const struct format *format, enum sub_export_skill skill, struct error *err)
{
	struct strbuf names = STRBUF_INIT;

	sub_export_names(skill, &names);
	if (skill == SUB_EXPORT_PAGES)
		error_set(err, ERROR_USAGE, _("the format %s has no pages; these have: %s"), format->name, names.text);
	else if (skill == SUB_EXPORT_FOLDER)
		error_set(err, ERROR_USAGE, _("the format %s is a single file; these write a folder: %s"), format->name,
			names.text);
	else if (skill == SUB_EXPORT_MAP)
		error_set(err, ERROR_USAGE, _("the format %s has no context map; these have one: %s"), format->name,
			names.text);
	else if (skill == SUB_EXPORT_SCENARIO)
		error_set(err, ERROR_USAGE, _("the format %s has no flow of chosen events; these have one: %s"),
			format->name, names.text);
	else if (skill == SUB_EXPORT_HISTORY)
		error_set(err, ERROR_USAGE, _("the format %s cannot include the history; these can: %s"), format->name,
			names.text);
	else
		error_set(err, ERROR_USAGE, _("the format %s cannot be limited to a context; these can: %s"),
			format->name, names.text);
	strbuf_release(&names);
	return ERROR_USAGE;
}

/* Fails if FORMAT cannot do what was asked for. */
static int sub_export_check(const struct request *request, const struct format *format,
	const struct format_options *options, const char *path, struct error *err)
{
	const bool wanted[] = {[SUB_EXPORT_ANY] = false,
		[SUB_EXPORT_PAGES] = options->pages,
		[SUB_EXPORT_FOLDER] = output_is_folder(path),
		[SUB_EXPORT_MAP] = options->map,
		[SUB_EXPORT_SCENARIO] = request_option(request, "events"),
		[SUB_EXPORT_HISTORY] = request_option(request, "history"),
		[SUB_EXPORT_CONTEXT] = options->context};

	for (int skill = SUB_EXPORT_ANY; skill <= SUB_EXPORT_CONTEXT; skill++)
		if (wanted[skill] && !sub_export_can(format, (enum sub_export_skill)skill))
			return sub_export_refuse(format, (enum sub_export_skill)skill, err);
	if (options->pages && !path)
		return error_set(err, ERROR_USAGE, _("pages are several files; name a folder for them with -o DIR"));
	if (!format->write && !path)
		return error_set(err, ERROR_USAGE, _("the format %s is a folder; name it with -o DIR"), format->name);
	return 0;
}

static int sub_export_write(const struct boardfile *file, const struct format *format,
	const struct format_options *options, const char *path, struct error *err)
{
	struct output output;
	int failed;

	if (options->pages || !format->write || output_is_folder(path))
		return format_write_folder(format, file->board, file->store, options, path, err);
	failed = output_open(&output, path, err);
	if (failed)
		return failed;
	failed = format_write(format, file->board, options, output.file, err);
	return output_close(&output, failed, err);
}

/* Writes BOARD as FORMAT to PATH. */
static int sub_export_board(const struct request *request, const struct format *format, struct format_options *options,
	const char *path, struct error *err)
{
	const char *chosen = request_option(request, "events");
	struct vec events = VEC_INIT(int64_t);
	struct boardfile file;
	int failed = boardfile_open_at(&file, request_operand(request, 0), request_option(request, "at"), err);

	options->before = file.before;
	options->events = chosen ? &events : NULL;
	if (!failed && request_option(request, "history"))
		options->history = file.store;
	if (!failed && chosen)
		failed = scenario_read(file.board, chosen, &events, err);
	if (!failed)
		failed = sub_export_write(&file, format, options, path, err);
	boardfile_release(&file);
	vec_release(&events);
	return failed;
}

/* Prints the schema of the format json. */
static int sub_export_schema(const char *path, struct error *err)
{
	struct output output;
	int failed = output_open(&output, path, err);

	if (failed)
		return failed;
	document_schema_write(output.file);
	return output_close(&output, 0, err);
}

static int sub_export_run(const struct request *request, struct error *err)
{
	const char *path = request_option(request, "output");
	const char *context = request_option(request, "context");
	struct format_options options = {.bom = request_option(request, "bom"),
		.map = request_option(request, "map"),
		.pages = request_option(request, "pages")};
	struct strbuf name = STRBUF_INIT;
	const struct format *format;
	struct looks looks;
	int failed = 0;

	config_load_looks(&looks);
	options.light = request_option(request, "light") || (looks.light && !request_option(request, "dark"));
	if (path && !strcmp(path, "-"))
		path = NULL;
	if (request_option(request, "schema"))
		return sub_export_schema(path, err);
	if (!request_count(request))
		return error_set(err, ERROR_USAGE, _("which board? usage: %s"),
			"evstorm export BOARD [-f FORMAT] [-o FILE|DIR]");
	if (context)
		failed = clean_text(&name, context, strlen(context), CLEAN_ONE_LINE, err);
	options.context = context ? name.text : NULL;
	if (!failed)
		failed = sub_export_find(request_option(request, "format"), path, &format, err);
	if (!failed)
		failed = sub_export_check(request, format, &options, path, err);
	if (!failed)
		failed = sub_export_board(request, format, &options, path, err);
	strbuf_release(&name);
	return failed;
}

/* Lists the formats. */
static void sub_export_more(FILE *out)
{
	size_t count;
	const struct format *const *formats = format_list(&count);

	fprintf(out, "\n%s\n", _("Formats:"));
	for (size_t i = 0; i < count; i++)
		fprintf(out, "  %-12s  %s\n", formats[i]->name, _(formats[i]->sentence));
}

const struct subcommand sub_export = {
	.name = "export",
	.operands = "BOARD",
	.sentence = N_("export the board to another format"),
	.least = 0,
	.most = 1,
	.options =
		{
			{'f', "format", "FORMAT", N_("format (default: from FILE's ending, or csv)")},
			{'o', "output", "FILE|DIR", N_("output file, or a directory for everything (default: stdout)")},
			{0, "map", NULL, N_("the context map: who calls whom")},
			{0, "context", "NAME", N_("only this context")},
			{0, "events", "ID,...", N_("also the flow of these events, as a scenario")},
			{0, "history", NULL, N_("with the history of the board, in json")},
			{0, "pages", NULL, N_("a picture of each page of the board, for slides, into -o DIR")},
			{0, "light", NULL, N_("pictures on a light background")},
			{0, "dark", NULL, N_("pictures on a dark background")},
			BOARDFILE_AT,
			{0, "schema", NULL, N_("print the JSON Schema of the format json; needs no board")},
			{0, "bom", NULL, N_("start with a byte order mark, for spreadsheets that need one")},
		},
	.more = sub_export_more,
	.run = sub_export_run,
};
