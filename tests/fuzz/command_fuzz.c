/*
 * Fuzz target: each line is a command, run by three people in turn. Whatever it is, it is done or
 * refused, the board stays whole, and its log takes it back to nothing.
 */
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "command/command.h"
#include "command/complete.h"
#include "fuzz/target.h"
#include "lib/ledger.h"
#include "lib/picture.h"
#include "model/board_apply.h"

#define COMMAND_FUZZ_LINES_MOST 200

static void command_fuzz_line(struct ledger *ledger, const char *line, int number)
{
	static const char *const people[] = {"Ann", "Bob", "Cho"};
	struct command_past past = {ledger_target, ledger_moves, ledger};
	struct strbuf output = STRBUF_INIT, note = STRBUF_INIT;
	struct run run = {.role = ROLE_FACILITATOR, .past = &past, .output = &output, .note = &note};
	const int64_t one = 1;
	const struct focus focus = {{2, 1}, &one, board_sticky(ledger->board, 1) ? 1 : 0};
	struct error err = ERROR_INIT;
	struct words words;
	int failed;

	words_from_line(&words, line);
	ledger_begin(ledger, people[number % 3], &run.edit);
	run.person = run.edit.action->person;
	failed = command_run(&run, &words, number & 1 ? &focus : NULL, &err);
	ledger_end(ledger, !failed);
	if (failed == ERROR_SYSTEM)
		BUG("“%s” is not done or refused: %s", line, err.text);
	if (failed && !*err.text)
		BUG("“%s” is refused without a word", line);
	if (picture_fault(ledger->board))
		BUG("after “%s” %s", line, picture_fault(ledger->board));
	strbuf_release(&output);
	strbuf_release(&note);
}

static void command_fuzz_complete(const struct ledger *ledger, const char *line)
{
	const struct complete complete = {.board = ledger->board};
	struct vec list = VEC_INIT(char *);
	size_t start;

	complete_line(&complete, line, &list, &start);
	if (start > strlen(line))
		BUG("the word to complete begins behind the line");
	for (size_t i = 0; i < list.count; i++)
		free(vec_get(&list, char *, i));
	vec_release(&list);
}

/* Takes the whole log back, change by change. */
static void command_fuzz_rewind(struct ledger *ledger)
{
	struct strbuf picture = STRBUF_INIT;
	struct error err = ERROR_INIT;

	for (size_t id = ledger->entries.count; id-- > 0;) {
		const struct ledger_entry *entry = vec_get(&ledger->entries, struct ledger_entry *, id);

		for (size_t i = entry->action.changes.count; i-- > 0;)
			if (board_revert(ledger->board, action_change(&entry->action, i), &err))
				BUG("action %zu does not go back: %s", id + 1, err.text);
	}
	picture_whole(ledger->board, &picture);
	if (picture.len)
		BUG("something is left at the beginning: %s", picture.text);
	strbuf_release(&picture);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	char *text = mem_strndup((const char *)data, size);
	char *at = text;
	struct ledger ledger;

	ledger_init(&ledger);
	for (int number = 0; at < text + size && number < COMMAND_FUZZ_LINES_MOST; number++) {
		char *line = at;

		at += strcspn(at, "\n");
		*at++ = '\0';
		command_fuzz_complete(&ledger, line);
		command_fuzz_line(&ledger, line, number);
	}
	command_fuzz_rewind(&ledger);
	ledger_release(&ledger);
	free(text);
	return 0;
}
