/* sub_do: runs board commands without a screen, from the arguments or from standard input. */
#include <errno.h>
#include <string.h>

#include "base/i18n.h"
#include "cli/boardpath.h"
#include "cli/lastlook.h"
#include "cli/output.h"
#include "cli/subcommand.h"
#include "session/session.h"

/* The longest line: the ids of a large board fit in. */
#define SUB_DO_LINE_BYTES (1024 * 1024)

/* Runs COUNT commands as one action and then prints their output, so that a printed id is always on disk. */
static int sub_do_action(struct session *session, struct words *commands, size_t count, struct error *err)
{
	struct session_report report = SESSION_REPORT_INIT;
	int failed = session_run(session, commands, count, NULL, &report, err);

	if (!failed) {
		fwrite(report.output.text, 1, report.output.len, stdout);
		if (report.note.len) {
			output_text(stderr, report.note.text, report.note.len);
			fputc('\n', stderr);
		}
		failed = output_check(err);
	}
	session_report_release(&report);
	return failed;
}

/* Runs the words of ARGV, where a lone ";" separates commands. */
static int sub_do_arguments(struct session *session, const char *const *argv, struct error *err)
{
	struct vec words = VEC_INIT(const char *), commands = VEC_INIT(struct words);
	int failed;

	for (size_t i = 0; argv[i]; i++)
		vec_add(&words, const char *) = strcmp(argv[i], ";") ? argv[i] : NULL;
	vec_push(&words); /* the NULL at the end */
	for (size_t i = 0; i < words.count; i++) {
		const char *const *word = vec_at(&words, i);

		if (*word && (!i || !word[-1]))
			words_from_argv(vec_push(&commands), word);
	}
	failed = commands.count ? sub_do_action(session, commands.items, commands.count, err)
				: error_set(err, ERROR_USAGE, _("no command given"));
	vec_release(&words);
	vec_release(&commands);
	return failed;
}

/* Reads the next line of standard input, without its end. Returns 1, 0 at the end of input, or an error. */
static int sub_do_read(struct strbuf *line, struct error *err)
{
	int byte;

	strbuf_reset(line);
	while ((byte = getc(stdin)) != EOF && byte != '\n') {
		if (!byte)
			return error_set(err, ERROR_USAGE, _("it contains a NUL byte"));
		if (line->len == SUB_DO_LINE_BYTES)
			return error_set(err, ERROR_USAGE, _("it is longer than %d bytes"), SUB_DO_LINE_BYTES);
		strbuf_addch(line, (char)byte);
	}
	if (byte == EOF && ferror(stdin))
		return error_set(err, ERROR_SYSTEM, _("standard input: %s"), strerror(errno));
	if (byte == EOF && !line->len)
		return 0;
	if (line->len && line->text[line->len - 1] == '\r')
		strbuf_truncate(line, line->len - 1);
	return 1;
}

static int sub_do_line(struct session *session, const char *line, struct error *err)
{
	struct words words;
	const char *start = line + strspn(line, " \t");

	if (!*start || *start == '#')
		return 0;
	words_from_line(&words, start);
	return sub_do_action(session, &words, 1, err);
}

/* Runs standard input, one action per line; stops at the first that fails. */
static int sub_do_lines(struct session *session, struct error *err)
{
	struct strbuf line = STRBUF_INIT;
	int failed = 0, more = 1;

	for (unsigned long number = 1; more > 0 && !failed; number++) {
		more = sub_do_read(&line, err);
		failed = more > 0 ? sub_do_line(session, line.text, err) : more;
		if (failed)
			error_prefix(err, failed, _("line %lu"), number);
	}
	strbuf_release(&line);
	return failed;
}

static int sub_do_run(const struct request *request, struct error *err)
{
	struct strbuf path = STRBUF_INIT;
	struct session *session = NULL;
	bool lines = !strcmp(request_operand(request, 1), "-");
	int failed;

	if (lines && request_count(request) > 2)
		return error_set(err, ERROR_USAGE, _("nothing may follow “-”"));
	failed = boardpath_existing(request_operand(request, 0), &path, err);
	if (!failed)
		failed = session_open(path.text, STORE_WRITE, request_person(request), &session, err);
	if (!failed)
		failed = lines ? sub_do_lines(session, err)
			       : sub_do_arguments(session, request_operands(request, 1), err);
	if (session)
		failed = lastlook_end(session, failed, err);
	session_close(session);
	strbuf_release(&path);
	return failed;
}

/* Lists the board commands. */
static void sub_do_more(FILE *out)
{
	struct strbuf synopsis = STRBUF_INIT;
	size_t count;
	const struct command *const *commands = command_list(&count);

	fprintf(out, "\n%s\n",
		_("Commands; a lone ; separates several, which become one action. With - instead,\n"
		  "they are read from standard input, one action per line:"));
	for (size_t i = 0; i < count; i++) {
		strbuf_reset(&synopsis);
		command_synopsis(commands[i], &synopsis);
		fprintf(out, "  %s\n      %s\n", synopsis.text, _(commands[i]->sentence));
	}
	strbuf_release(&synopsis);
}

const struct subcommand sub_do = {
	.name = "do",
	.operands = "BOARD",
	.rest = "COMMAND [ARG...] [\\; COMMAND ...] | -",
	.sentence = N_("run board commands without a screen"),
	.least = 2,
	.most = SUBCOMMAND_MANY,
	.raw = 2,
	.options =
		{
			SUBCOMMAND_AS,
		},
	.more = sub_do_more,
	.run = sub_do_run,
};
