/* sub_check: prints what a board still lacks. */
#include <inttypes.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "check/checklist.h"
#include "check/dismissal.h"
#include "cli/boardfile.h"
#include "cli/output.h"
#include "cli/subcommand.h"
#include "command/command.h"
#include "format/quoted.h"
#include "model/step.h"

/* The parts of a finding to print. */
struct sub_check_line {
	const struct board *board;
	struct finding finding;
	const char *said;   /* what was found */
	const char *reason; /* why it is dismissed; NULL if it is not */
	bool first;         /* the first of all */
};

static const char *sub_check_text(const struct sub_check_line *line)
{
	const struct sticky *sticky = board_sticky(line->board, line->finding.sticky);

	return sticky && sticky->text ? sticky->text : "";
}

/* "1  event-past-tense  #12 “Send letter”: no word of it is in the past tense". */
static void sub_check_print_text(const struct sub_check_line *line)
{
	const char *text = sub_check_text(line);

	printf("%d  %-22s  ", line->finding.check->step, line->finding.check->id);
	if (line->finding.sticky) {
		printf("#%" PRId64 " “", line->finding.sticky);
		output_text(stdout, text, strlen(text));
		fputs("”: ", stdout);
	}
	output_text(stdout, line->said, strlen(line->said));
	if (line->reason && *line->reason) {
		fputs(" — ", stdout);
		output_text(stdout, line->reason, strlen(line->reason));
	}
	fputc('\n', stdout);
}

static void sub_check_print_member(const char *name, const char *text)
{
	struct strbuf string = STRBUF_INIT;

	printf("\"%s\": ", name);
	quoted_text(&string, text);
	fputs(string.text, stdout);
	strbuf_release(&string);
}

/* Prints one object per line; `sticky`, `text`, `other`, `context`, `relation` and `reason` are left out if there is
 * none. */
static void sub_check_print_json(const struct sub_check_line *line)
{
	const struct finding *finding = &line->finding;

	printf("%s  {\"step\": %d, ", line->first ? "[\n" : ",\n", finding->check->step);
	sub_check_print_member("check", finding->check->id);
	fputs(", ", stdout);
	sub_check_print_member("severity", check_severity_token(finding->check->severity));
	if (finding->sticky) {
		printf(", \"sticky\": %" PRId64 ", ", finding->sticky);
		sub_check_print_member("text", sub_check_text(line));
	}
	if (finding->other)
		printf(", \"other\": %" PRId64, finding->other);
	if (finding->item)
		printf(", \"%s\": %" PRId64, finding->check->scope == CHECK_CONTEXT ? "context" : "relation",
			finding->item);
	fputs(", ", stdout);
	sub_check_print_member("finding", line->said);
	fputs(", ", stdout);
	sub_check_print_member("offer", _(finding->check->offer));
	if (line->reason) {
		fputs(", ", stdout);
		sub_check_print_member("reason", line->reason);
	}
	fputc('}', stdout);
}

/* In the order of the option's words. */
static const struct sub_check_format {
	void (*print)(const struct sub_check_line *line);
	const char *none; /* printed if there are no findings, */
	const char *end;  /* and after the last finding */
	bool each;        /* it has each finding, also of those that are one for people */
} sub_check_formats[] = {
	{sub_check_print_text, "", "", false},
	{sub_check_print_json, "[]\n", "\n]\n", true},
};

/* Prints the findings of STEP, 0 for all: EACH, or several in one; returns how many it printed. */
static size_t sub_check_print(const struct board *board, int step, const struct sub_check_format *format, bool each)
{
	struct checklist *list = checklist_new(board, ROLE_FACILITATOR);
	struct sub_check_line line = {.board = board};
	struct strbuf said = STRBUF_INIT;
	size_t count = 0;

	checklist_open(list, NULL, each || format->each);
	checklist_run(list);
	for (int at = step ? step : STEP_FIRST; at <= (step ? step : STEP_LAST); at++) {
		for (size_t i = 0; i < checklist_count(list, at); i++) {
			line.finding = *checklist_at(list, at, i);
			strbuf_reset(&said);
			checklist_say(list, &line.finding, &said);
			line.said = said.text;
			line.first = !count++;
			format->print(&line);
		}
	}
	fputs(count ? format->end : format->none, stdout);
	strbuf_release(&said);
	checklist_free(list);
	return count;
}

/* Dismissed findings being printed. */
struct sub_check_dismissed {
	const struct checklist *list;
	const struct sub_check_format *format;
	struct sub_check_line line;
	int step;     /* 0 for all */
	size_t count; /* how many were printed */
};

/* Prints LIST, the `dismissed` of the item ID. */
static void sub_check_print_list(struct sub_check_dismissed *work, enum entity entity, int64_t id, const char *list)
{
	struct strbuf said = STRBUF_INIT;
	struct dismissal dismissal;
	struct words words;

	dismissal_init(&dismissal);
	words_from_line(&words, list ? list : "");
	while (dismissal_next(&words, &dismissal)) {
		if (!dismissal.check || !dismissal_fits(dismissal.check, entity) ||
			(work->step && dismissal.check->step != work->step))
			continue;
		work->line.finding = (struct finding){.check = dismissal.check};
		if (entity == ENTITY_STICKY)
			work->line.finding.sticky = id;
		else
			work->line.finding.item = id;
		strbuf_reset(&said);
		checklist_say(work->list, &work->line.finding, &said);
		work->line.said = said.text;
		work->line.reason = dismissal.reason;
		work->line.first = !work->count++;
		work->format->print(&work->line);
	}
	dismissal_release(&dismissal);
	strbuf_release(&said);
}

/* Prints what is dismissed in STEP (0 for all), and why: on stickies, contexts and relations. */
static void sub_check_print_dismissed(const struct board *board, int step, const struct sub_check_format *format)
{
	struct checklist *list = checklist_new(board, ROLE_FACILITATOR);
	struct sub_check_dismissed work = {list, format, {.board = board}, step, 0};
	static const enum entity entities[] = {ENTITY_STICKY, ENTITY_CONTEXT, ENTITY_RELATION};
	struct vec items = VEC_INIT(const void *);

	checklist_run(list);
	for (size_t i = 0; i < ARRAY_SIZE(entities); i++) {
		const struct field *field = field_find(entities[i], "dismissed");

		vec_reset(&items);
		board_list(board, entities[i], &items);
		for (size_t k = 0; k < items.count; k++) {
			const char *item = vec_get(&items, const char *, k);

			sub_check_print_list(&work, entities[i], *(const int64_t *)(const void *)item,
				*(char *const *)(const void *)(item + field->offset));
		}
	}
	fputs(work.count ? format->end : format->none, stdout);
	vec_release(&items);
	checklist_free(list);
}

/* Is LINE a board command, rather than one of the canvas? */
static bool sub_check_is_board_command(const char *line)
{
	struct strbuf name = STRBUF_INIT;
	struct words words;
	bool found;

	words_from_line(&words, line);
	words_next(&words, &name, NULL);
	found = command_find(name.text);
	strbuf_release(&name);
	return found;
}

static int sub_check_explain(const char *id, struct error *err)
{
	const struct check *check = check_find(id);

	if (!check)
		return error_set(err, ERROR_USAGE, _("unknown check “%.40s”"), id);
	printf(_("%s (step %d, %s)\n"), check->id, check->step, step_name(check->step));
	printf(_("Finds: %s\n"), _(check->sentence));
	printf(_("Why: %s\n"), _(check->reason));
	printf(_("What to do: %s\n"), _(check->offer));
	printf(_("Example: %s\n"), _(check->example));
	if (check->command)
		printf(sub_check_is_board_command(check->command) ? _("Board command: %s\n") : _("On the canvas: %s\n"),
			check->command);
	return 0;
}

static int sub_check_run(const struct request *request, struct error *err)
{
	const char *explain = request_option(request, "explain");
	const struct sub_check_format *format;
	struct boardfile file;
	int failed, step = 0;
	size_t at;

	if (request_choice(request, "format", &at, err) ||
		request_number(request, "step", STEP_FIRST, STEP_LAST, &step, err))
		return ERROR_USAGE;
	format = &sub_check_formats[at];
	if (explain)
		return sub_check_explain(explain, err);
	if (!request_count(request))
		return error_set(
			err, ERROR_USAGE, _("which board? usage: %s"), "evstorm check BOARD [--step N] [--each]");
	failed = boardfile_open(&file, request_operand(request, 0), err);
	if (!failed && request_option(request, "dismissed"))
		sub_check_print_dismissed(file.board, step, format);
	else if (!failed && sub_check_print(file.board, step, format, request_option(request, "each")))
		failed = -ERROR_REFUSED;
	boardfile_release(&file);
	return failed;
}

/* Prints the ids of all checks, step by step. */
static void sub_check_more(FILE *out)
{
	size_t count;
	const struct check *const *checks = check_list(&count);

	fprintf(out, "\n%s\n", _("Checks:"));
	for (size_t i = 0; i < count; i++)
		fprintf(out, "  %d  %-22s  %s\n", checks[i]->step, checks[i]->id, _(checks[i]->sentence));
}

const struct subcommand sub_check = {
	.name = "check",
	.operands = "BOARD",
	.sentence = N_("print what the board still lacks; exit status 1 when there are findings"),
	.least = 0,
	.most = 1,
	.options =
		{
			{0, "step", "N", N_("only findings of this step")},
			{'e', "each", NULL, N_("list each finding, also of those that one sentence stands for")},
			{0, "dismissed", NULL, N_("list dismissed findings and their reasons instead")},
			{'f', "format", "text|json", N_("output format (default: text)")},
			{0, "explain", "ID", N_("explain why this check matters and what to do; needs no board")},
		},
	.more = sub_check_more,
	.run = sub_check_run,
};
