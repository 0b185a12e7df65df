/* sub_log: prints the log of changes, for people and for other programs. */
#include <inttypes.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "cli/boardfile.h"
#include "cli/output.h"
#include "cli/subcommand.h"
#include "csv/changes.h"
#include "model/step.h"
#include "text/clean.h"
#include "text/words.h"

/* The part of the log to print, and where to. */
struct sub_log {
	const struct board *board;
	int64_t person; /* only what they did; 0 for all */
	int step;       /* only what was done in this step; 0 for all */
	FILE *out;
	struct changes_writer *changes; /* for CSV */
};

static bool sub_log_is_wanted(const struct sub_log *log, const struct action *action)
{
	return (!log->person || action->person == log->person) && (!log->step || action->step == log->step);
}

/* Appends the head of each change of ACTION: "2026-11-20 14:05 UTC Ana step 1 undo ". */
static void sub_log_head(const struct sub_log *log, const struct action *action, struct strbuf *out)
{
	static const char *const kinds[ACTION_KIND_COUNT] = {"", "undo  ", "redo  "};
	const struct person *person = board_person(log->board, action->person);
	char time[CLOCK_TEXT_BYTES], zone[CLOCK_TEXT_BYTES];

	clock_format_local(action->time_ms, time);
	clock_zone(action->time_ms, zone);
	strbuf_addf(out, "%.10s %.5s %s  %s  step %d  %s", time, time + strlen("2026-11-20T"), zone,
		person ? person->name : "-", action->step, kinds[action->kind]);
}

/* Appends a change: "sticky 3 text "two words" -> one". */
static void sub_log_change(const struct change *change, struct strbuf *out)
{
	strbuf_addf(out, "%s %" PRId64 " ", entity_type(change->entity)->name, change->item);
	if (change_makes(change)) {
		strbuf_addf(out, "made %s", change->after);
	} else if (change_removes(change)) {
		strbuf_addf(out, "removed %s", change->before);
	} else {
		strbuf_addf(out, "%s ", change->field ? change->field->name : "");
		words_quote(out, change->before ? change->before : "");
		strbuf_addstr(out, " -> ");
		words_quote(out, change->after ? change->after : "");
	}
}

/* Prints ACTION, one change per line. */
static int sub_log_text(void *context, const struct action *action, struct error *err)
{
	const struct sub_log *log = context;
	struct strbuf head = STRBUF_INIT, line = STRBUF_INIT;

	if (!sub_log_is_wanted(log, action))
		return 0;
	sub_log_head(log, action, &head);
	for (size_t i = 0; i < action->changes.count; i++) {
		const struct change *change = action_change(action, i);

		strbuf_reset(&line);
		strbuf_addf(&line, "#%-5" PRId64 "  %s", change->number, head.text);
		sub_log_change(change, &line);
		output_text(log->out, line.text, line.len);
		fputc('\n', log->out);
	}
	strbuf_release(&head);
	strbuf_release(&line);
	return ferror(log->out) ? output_check(err) : 0;
}

/* Is VALUE (may be NULL) safe to print as text? The log of a stranger's file has never been checked. */
static bool sub_log_is_safe(const char *value)
{
	struct strbuf clean = STRBUF_INIT;
	bool safe = true;

	for (size_t len; safe && value && *value; value += len + (value[len] == '\n')) {
		len = strcspn(value, "\n");
		strbuf_reset(&clean);
		clean_for_display(&clean, value, len);
		safe = clean.len == len && !memcmp(clean.text, value, len);
	}
	strbuf_release(&clean);
	return safe;
}

static int sub_log_csv(void *context, const struct action *action, struct error *err)
{
	const struct sub_log *log = context;

	if (!sub_log_is_wanted(log, action)) {
		changes_writer_skip(log->changes, action);
		return 0;
	}
	for (size_t i = 0; i < action->changes.count; i++) {
		const struct change *change = action_change(action, i);

		if (!sub_log_is_safe(change->before) || !sub_log_is_safe(change->after))
			return error_set(err, ERROR_SYSTEM,
				_("the log is damaged: change %" PRId64 " holds control characters"), change->number);
	}
	changes_writer_add(log->changes, action);
	return ferror(log->out) ? output_check(err) : 0;
}

static int sub_log_print_text(struct sub_log *log, struct store *store, struct error *err)
{
	return store_walk(store, 1, sub_log_text, log, err);
}

static int sub_log_print_csv(struct sub_log *log, struct store *store, struct error *err)
{
	struct changes_writer changes;
	struct csv_writer csv;
	int failed;

	csv_writer_init(&csv, log->out, false);
	changes_writer_init(&changes, &csv);
	log->changes = &changes;
	failed = store_walk(store, 1, sub_log_csv, log, err);
	changes_writer_release(&changes);
	csv_writer_release(&csv);
	return failed;
}

/* How the log is printed, in the order of the option's words. */
static int (*const sub_log_formats[])(struct sub_log *log, struct store *store, struct error *err) = {
	sub_log_print_text, sub_log_print_csv};

/* The id of the person NAME. */
static int sub_log_person(const struct board *board, const char *name, int64_t *id, struct error *err)
{
	struct strbuf clean = STRBUF_INIT;
	const struct person *person;
	int failed = clean_text(&clean, name, strlen(name), CLEAN_ONE_LINE, err);

	person = failed ? NULL : board_person_named(board, clean.text);
	if (person)
		*id = person->id;
	else if (!failed)
		failed = error_set(err, ERROR_REFUSED, _("nobody on this board is called “%.40s”"), clean.text);
	strbuf_release(&clean);
	return failed;
}

static int sub_log_run(const struct request *request, struct error *err)
{
	const char *by = request_option(request, "by");
	struct sub_log log = {.out = stdout};
	struct boardfile file;
	size_t format;
	int failed;

	if (request_choice(request, "format", &format, err) ||
		request_number(request, "step", STEP_FIRST, STEP_LAST, &log.step, err))
		return ERROR_USAGE;
	failed = boardfile_open(&file, request_operand(request, 0), err);
	log.board = file.board;
	if (!failed && by)
		failed = sub_log_person(file.board, by, &log.person, err);
	if (!failed)
		failed = sub_log_formats[format](&log, file.store, err);
	boardfile_release(&file);
	return failed;
}

const struct subcommand sub_log = {
	.name = "log",
	.operands = "BOARD",
	.sentence = N_("print the log of all changes"),
	.least = 1,
	.most = 1,
	.options =
		{
			{'f', "format", "text|csv", N_("output format (default: text)")},
			{0, "by", "NAME", N_("only this person's changes")},
			{0, "step", "N", N_("only changes made in this step")},
		},
	.run = sub_log_run,
};
