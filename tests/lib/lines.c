#include "lib/lines.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "lib/picture.h"

void lines_said_release(struct lines_said *said)
{
	strbuf_release(&said->output);
	strbuf_release(&said->note);
}

static int lines_run_once(struct ledger *ledger, const char *name, enum role role, const char *line,
	const struct focus *focus, struct lines_said *said, int64_t *again)
{
	struct command_past past = {ledger_target, ledger_moves, ledger};
	struct run run = {.role = role, .past = &past, .output = &said->output, .note = &said->note};
	struct words words;
	int failed;

	words_from_line(&words, line);
	ledger_begin(ledger, name, &run.edit);
	run.person = run.edit.action->person;
	failed = command_run(&run, &words, focus, &said->err);
	ledger_end(ledger, !failed);
	*again = run.again;
	return failed;
}

int lines_run(struct ledger *ledger, const char *name, enum role role, const char *line, const struct focus *focus,
	struct lines_said *said)
{
	int64_t again, same;
	int failed;

	strbuf_reset(&said->output);
	strbuf_reset(&said->note);
	said->err.code = 0;
	said->err.text[0] = '\0';
	failed = lines_run_once(ledger, name, role, line, focus, said, &again);
	while (!failed && again-- > 0)
		if (lines_run_once(ledger, name, role, line, focus, said, &same))
			break;
	return failed;
}

void lines_play(struct ledger *ledger, const char *script)
{
	struct lines_said said = LINES_SAID_INIT;
	struct strbuf name = STRBUF_INIT, line = STRBUF_INIT;

	while (*script) {
		size_t len = strcspn(script, "\n"), colon = strcspn(script, ":");

		strbuf_reset(&name);
		strbuf_reset(&line);
		strbuf_add(&name, script, colon);
		strbuf_add(&line, script + colon + 2, len - colon - 2);
		if (lines_run(ledger, name.text, ROLE_FACILITATOR, line.text, NULL, &said))
			fail_msg("“%.*s” must run: %s", (int)len, script, said.err.text);
		script += len + (script[len] == '\n');
	}
	strbuf_release(&name);
	strbuf_release(&line);
	lines_said_release(&said);
}

static void lines_compare(const struct lines_case *check, const char *what, const char *is, const char *should)
{
	if (strcmp(is, should))
		fail_msg("%s, so `%s` must give the %s\n%s\nand gave\n%s", check->must, check->line, what, should, is);
}

static void lines_check_said(const struct lines_case *check, const struct lines_said *said, int failed)
{
	const char *sentence = failed ? said->err.text : said->note.text;

	if (failed != check->code)
		fail_msg("%s, so `%s` must return %d, not %d (%s)", check->must, check->line, check->code, failed,
			said->err.text);
	if (check->says && !strstr(sentence, check->says))
		fail_msg("%s, so `%s` must say “%s”, not “%s”", check->must, check->line, check->says, sentence);
	if (failed && (said->err.code != failed || !*said->err.text || strchr(said->err.text, '\n')))
		fail_msg("%s, so `%s` must fill the error with one line", check->must, check->line);
	if (check->output)
		lines_compare(check, "output", said->output.text, check->output);
}

static void lines_check_one(const struct lines_case *check, const struct focus *focus)
{
	struct strbuf before = STRBUF_INIT, after = STRBUF_INIT;
	struct lines_said said = LINES_SAID_INIT;
	struct ledger ledger;
	size_t actions;
	int failed;

	ledger_init(&ledger);
	if (!check->code && !check->says && !check->board && !check->output)
		fail_msg("%s: nothing is looked at", check->must);
	lines_play(&ledger, check->script);
	actions = ledger.entries.count;
	picture_brief(ledger.board, &before);
	failed = lines_run(&ledger, "Ann", ROLE_FACILITATOR, check->line, focus, &said);
	lines_check_said(check, &said, failed);
	picture_brief(ledger.board, &after);
	if (failed)
		lines_compare(check, "board", after.text, before.text);
	if (check->board)
		lines_compare(check, "board", after.text, check->board);
	if (picture_fault(ledger.board))
		fail_msg("%s: after `%s` %s", check->must, check->line, picture_fault(ledger.board));
	if (!failed && ledger.entries.count > actions && strncmp(check->line, "undo", 4) &&
		strncmp(check->line, "redo", 4)) {
		failed = lines_run(&ledger, "Ann", ROLE_FACILITATOR, "undo", NULL, &said);
		strbuf_reset(&after);
		picture_brief(ledger.board, &after);
		if (failed)
			fail_msg("%s: `%s` must be undone: %s", check->must, check->line, said.err.text);
		lines_compare(check, "board after its undo", after.text, before.text);
	}
	ledger_release(&ledger);
	lines_said_release(&said);
	strbuf_release(&before);
	strbuf_release(&after);
}

void lines_check(const struct lines_case *cases, size_t count, const struct focus *focus)
{
	for (size_t i = 0; i < count; i++)
		lines_check_one(&cases[i], focus);
}
