#include "cli/subcommand.h"

#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

static const struct subcommand *const subcommand_rows[] = {
	&sub_new,
	&sub_do,
	&sub_show,
	&sub_log,
	&sub_check,
	&sub_propose,
	&sub_review,
	&sub_diff,
	&sub_report,
	&sub_export,
	&sub_import,
	&sub_merge,
	&sub_mcp,
	&sub_list,
	&sub_grep,
	&sub_glossary,
	&sub_backup,
	&sub_verify,
	&sub_recover,
	&sub_host,
	&sub_invite,
	&sub_attend,
	&sub_welcome,
	&sub_complete,
	&sub_doctor,
};

static const struct option subcommand_help_option = {'h', "help", NULL, N_("print this help")};

const struct subcommand *const *subcommand_list(size_t *count)
{
	*count = ARRAY_SIZE(subcommand_rows);
	return subcommand_rows;
}

const struct subcommand *subcommand_find(const char *name)
{
	for (size_t i = 0; i < ARRAY_SIZE(subcommand_rows); i++)
		if (!strcmp(subcommand_rows[i]->name, name))
			return subcommand_rows[i];
	return NULL;
}

/* Appends "evstorm new BOARD [-t TITLE] [-i FILE]". */
static void subcommand_synopsis(const struct subcommand *subcommand, struct strbuf *out)
{
	strbuf_addstr(out, "evstorm");
	if (subcommand->name)
		strbuf_addf(out, " %s", subcommand->name);
	if (subcommand->operands)
		strbuf_addf(out, " %s", subcommand->operands);
	if (subcommand->options[0].name)
		strbuf_addch(out, ' ');
	request_synopsis(subcommand->options, out);
	if (subcommand->rest)
		strbuf_addf(out, " %s", subcommand->rest);
}

/* Prints OPTION and its sentence, which starts at column WIDTH. */
static void subcommand_print_option(const struct option *option, size_t width, FILE *out)
{
	struct strbuf usage = STRBUF_INIT;

	request_usage(option, &usage);
	fprintf(out, "  %-*s  %s\n", (int)width, usage.text, _(option->sentence));
	strbuf_release(&usage);
}

static void subcommand_print_options(const struct option *options, FILE *out)
{
	struct strbuf usage = STRBUF_INIT;
	size_t width;

	request_usage(&subcommand_help_option, &usage);
	width = usage.len;
	for (const struct option *option = options; option->name; option++) {
		strbuf_reset(&usage);
		request_usage(option, &usage);
		if (usage.len > width)
			width = usage.len;
	}
	fprintf(out, "\n%s\n", _("Options:"));
	for (const struct option *option = options; option->name; option++)
		subcommand_print_option(option, width, out);
	subcommand_print_option(&subcommand_help_option, width, out);
	strbuf_release(&usage);
}

static void subcommand_help(const struct subcommand *subcommand, FILE *out)
{
	struct strbuf synopsis = STRBUF_INIT;

	subcommand_synopsis(subcommand, &synopsis);
	fprintf(out, _("Usage: %s\n"), synopsis.text);
	fprintf(out, "  %s\n", _(subcommand->sentence));
	subcommand_print_options(subcommand->options, out);
	if (subcommand->more)
		subcommand->more(out);
	strbuf_release(&synopsis);
}

static void subcommand_print_row(const struct subcommand *subcommand, FILE *out)
{
	struct strbuf synopsis = STRBUF_INIT;

	subcommand_synopsis(subcommand, &synopsis);
	fprintf(out, "  %s\n      %s\n", synopsis.text, _(subcommand->sentence));
	strbuf_release(&synopsis);
}

void subcommand_overview(const struct option *options, FILE *out)
{
	fprintf(out, "%s\n\n", _("evstorm: event storming workshops in the terminal"));
	subcommand_print_row(&sub_open, out);
	for (size_t i = 0; i < ARRAY_SIZE(subcommand_rows); i++)
		subcommand_print_row(subcommand_rows[i], out);
	subcommand_print_options(options, out);
	fprintf(out, "\n%s\n",
		_("A BOARD without a slash and without .evs is looked up in the board folder: $EVSTORM_BOARDS, or "
		  "evstorm in $XDG_DATA_HOME.\n"
		  "See `evstorm COMMAND --help` for what a command takes."));
}

static int subcommand_check(const struct subcommand *subcommand, const struct request *request, struct error *err)
{
	struct strbuf synopsis = STRBUF_INIT;
	size_t count = request_count(request);
	int failed = 0;

	if (count < subcommand->least || count > subcommand->most) {
		subcommand_synopsis(subcommand, &synopsis);
		failed = count < subcommand->least
				 ? error_set(err, ERROR_USAGE, _("something is missing; usage: %s"), synopsis.text)
				 : error_set(err, ERROR_USAGE, _("unexpected argument “%.40s”; usage: %s"),
					   request_operand(request, subcommand->most), synopsis.text);
		strbuf_release(&synopsis);
	}
	return failed;
}

int subcommand_run(const struct subcommand *subcommand, const char *const *argv, const char *person, struct error *err)
{
	struct request request = {.person = person};
	int status = request_read(&request, subcommand->options, subcommand->raw, argv, err);

	if (!status && request.help) {
		subcommand_help(subcommand, stdout);
	} else {
		if (!status)
			status = subcommand_check(subcommand, &request, err);
		if (!status)
			status = subcommand->run(&request, err);
		else if (subcommand->name)
			error_prefix(err, status, "%s", subcommand->name);
	}
	request_release(&request);
	return status;
}
