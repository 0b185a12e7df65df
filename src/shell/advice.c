#include "shell/advice.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "model/field.h"
#include "shell/prompt.h"
#include "shell/shell.h"

/* Appends what the placeholder WORD stands for in a command offered about a relation; false if it is not such a
 * placeholder. */
static bool advice_fill_relation(
	const struct board *board, const struct finding *finding, const char *word, struct strbuf *line)
{
	const struct relation *relation = board_item(board, ENTITY_RELATION, finding->item);
	const struct context *context = NULL;

	if (finding->check->scope != CHECK_RELATION || !relation)
		return false;
	if (!strcmp(word, "FROM"))
		context = board_context(board, relation->source);
	else if (!strcmp(word, "TO"))
		context = board_context(board, relation->target);
	if (context)
		words_quote(line, context->name);
	else if (!strcmp(word, "LABEL"))
		words_quote(line, relation->label ? relation->label : "");
	else if (!strcmp(word, "STYLE"))
		strbuf_addstr(line, relation_style_token((enum relation_style)relation->style));
	else
		return false;
	return true;
}

/* Appends WORD of an offered command, with placeholders filled in. */
static void advice_fill_one(
	const struct board *board, const struct finding *finding, const char *word, struct strbuf *line)
{
	const struct context *context =
		finding->check->scope == CHECK_CONTEXT ? board_context(board, finding->item) : NULL;

	if (!strcmp(word, "ID"))
		strbuf_addf(line, "%" PRId64, finding->sticky);
	else if (!strcmp(word, "OTHER"))
		strbuf_addf(line, "%" PRId64, finding->other);
	else if (context && !strcmp(word, "NAME"))
		words_quote(line, context->name);
	else if (!advice_fill_relation(board, finding, word, line))
		strbuf_addstr(line, word);
}

/* Appends the offered command, up to what the user must be asked for. A lone ; separates several commands. */
static void advice_fill_in(const struct board *board, const struct finding *finding, struct strbuf *line)
{
	struct strbuf word = STRBUF_INIT;
	struct words words;

	words_from_line(&words, finding->check->command);
	while (words_next(&words, &word, NULL) > 0 && strcmp(word.text, "TEXT")) {
		if (strcmp(word.text, ";"))
			advice_fill_one(board, finding, word.text, line);
		strbuf_addch(line, strcmp(word.text, ";") ? ' ' : '\n');
	}
	strbuf_release(&word);
}

/* Asks for what an offer needs from the user, a text or the other end of a link: on the canvas, at the sticky. */
static void advice_ask(struct shell *shell, const struct finding *finding, const char *line)
{
	bool edits = !strncmp(line, "edit ", 5), links = !strncmp(line, "link ", 5);
	char token[32];
	enum kind kind;
	bool adds = sscanf(line, "add %31s", token) == 1 && kind_parse(token, &kind);

	if (!edits && !links && !adds) {
		prompt_begin(shell, line);
		return;
	}
	if (finding->sticky)
		shell_do(shell, NULL, "go-to-sticky %" PRId64, finding->sticky);
	if (adds)
		shell_do(shell, NULL, "type-beside %s", kind_token(kind));
	else
		shell_run(shell, edits ? "rewrite" : "connect");
}

bool advice_take(struct shell *shell, const struct finding *finding)
{
	const char *command = finding->check->command;
	struct strbuf line = STRBUF_INIT;
	bool done = false;

	advice_fill_in(shell_board(shell), finding, &line);
	if (strstr(command, "TEXT") || (strstr(command, "OTHER") && !finding->other))
		advice_ask(shell, finding, line.text);
	else
		done = !(strchr(line.text, '\n') ? shell_run_lines(shell, line.text, NULL)
						 : shell_run(shell, line.text));
	strbuf_release(&line);
	return done;
}

bool advice_dismissal(const struct board *board, const struct finding *finding, struct strbuf *line)
{
	const struct check *check = finding->check;
	static const char *const lines[] = {
		[CHECK_CONTEXT] = "dismiss-context -- NAME",
		[CHECK_RELATION] = "dismiss-relation -l LABEL -- FROM TO",
	};
	struct strbuf word = STRBUF_INIT;
	struct words words;

	if (check->scope == CHECK_BOARD)
		return false;
	words_from_line(&words, finding->sticky ? "dismiss ID" : lines[check->scope]);
	while (words_next(&words, &word, NULL) > 0) {
		advice_fill_one(board, finding, word.text, line);
		strbuf_addch(line, ' ');
	}
	strbuf_addstr(line, check->id);
	strbuf_release(&word);
	return true;
}
