/* view_finding: going from finding to finding of the step's checks, taking their offers, or dismissing them. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "check/checklist.h"
#include "ui/desk.h"
#include "ui/view_list.h"

bool desk_has_finding(const struct desk *desk)
{
	const struct sticky *sticky = desk_sticky(desk);

	if (!desk->finding.check || board_facts(desk_board(desk))->silent ||
		desk->finding.check->step != board_step(desk_board(desk)) ||
		!checklist_holds(desk->checklist, &desk->finding, NULL))
		return false;
	return !desk->finding.sticky || (sticky && sticky->id == desk->finding.sticky);
}

/* The first sticky of a context, along the timeline; NULL when it is empty. */
static const struct sticky *view_first_of(const struct board *board, int64_t context)
{
	const struct sticky *first = NULL, *sticky;
	size_t at = 0;

	while ((sticky = board_next(board, ENTITY_STICKY, &at)))
		if (sticky->context == context &&
			(!first || sticky->place.column < first->place.column ||
				(sticky->place.column == first->place.column &&
					sticky->place.row < first->place.row)))
			first = sticky;
	return first;
}

/* Goes to the sticky of a finding, or to the context. */
static void view_go_to_finding(struct desk *desk, const struct finding *finding)
{
	const struct board *board = desk_board(desk);
	const struct sticky *sticky = finding->check->scope == CHECK_CONTEXT
					      ? view_first_of(board, finding->item)
					      : board_sticky(board, finding->sticky);

	if (sticky)
		canvas_go(&desk->canvas, sticky->place);
}

/* Goes to the finding AT of STEP, or to the first when that is behind the last. */
static void view_focus_finding(struct desk *desk, int step, size_t at)
{
	size_t count = checklist_count(desk->checklist, step);

	if (!count) {
		desk->finding = (struct finding){0};
		desk_say(desk, "%s", _("the checks of this step find nothing to look at"));
		return;
	}
	desk->finding = *checklist_at(desk->checklist, step, at < count ? at : 0);
	view_go_to_finding(desk, &desk->finding);
}

void view_next_finding(struct desk *desk, int choice)
{
	int step = board_step(desk_board(desk));
	size_t at;

	(void)choice;
	if (!desk->checklist)
		return;
	desk_check(desk); /* keys may come faster than the screen is drawn */
	if (board_facts(desk_board(desk))->silent) {
		desk_say(desk, "%s", _("the checks wait until the silent round ends"));
	} else if (!checklist_is_ready(desk->checklist)) {
		desk_say(desk, "%s", _("the checks are still running"));
	} else if (desk_has_finding(desk)) {
		checklist_holds(desk->checklist, &desk->finding, &at);
		view_focus_finding(desk, step, at + 1);
	} else {
		view_focus_finding(desk, step,
			checklist_from(desk->checklist, step, desk->canvas.cursor));
	}
}

/* Appends TEXT as a word. */
static void view_fill_word(struct strbuf *line, const char *text)
{
	words_quote(line, text ? text : "");
}

/* Appends what WORD stands for in a command that a check offers about a relation; false when it is
 * none of those. */
static bool view_fill_relation(const struct board *board, const struct finding *finding,
	const char *word, struct strbuf *line)
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
		view_fill_word(line, context->name);
	else if (!strcmp(word, "LABEL"))
		view_fill_word(line, relation->label);
	else if (!strcmp(word, "STYLE"))
		strbuf_addstr(line, relation_style_token((enum relation_style)relation->style));
	else
		return false;
	return true;
}

/* Appends what WORD of an offered command stands for. */
static void view_fill_one(const struct board *board, const struct finding *finding,
	const char *word, struct strbuf *line)
{
	const struct context *context =
		finding->check->scope == CHECK_CONTEXT ? board_context(board, finding->item) : NULL;

	if (!strcmp(word, "ID"))
		strbuf_addf(line, "%" PRId64, finding->sticky);
	else if (!strcmp(word, "OTHER"))
		strbuf_addf(line, "%" PRId64, finding->other);
	else if (context && !strcmp(word, "NAME"))
		view_fill_word(line, context->name);
	else if (!view_fill_relation(board, finding, word, line))
		strbuf_addstr(line, word);
}

/* Appends the offered command as far as it goes without asking. A lone ; stands between several. */
static void view_fill_in(const struct board *board, const struct finding *finding,
	struct strbuf *line)
{
	struct strbuf word = STRBUF_INIT;
	struct words words;

	words_from_line(&words, finding->check->command);
	while (words_next(&words, &word, NULL) > 0 && strcmp(word.text, "TEXT")) {
		if (strcmp(word.text, ";"))
			view_fill_one(board, finding, word.text, line);
		strbuf_addch(line, strcmp(word.text, ";") ? ' ' : '\n');
	}
	strbuf_release(&word);
}

/* Does an offer that needs something from the user: a text, or the other end of a link. */
static void view_ask_offer(struct desk *desk, const char *line)
{
	enum kind kind;
	char token[32];

	if (!strncmp(line, "edit ", 5)) {
		view_rewrite(desk, -1);
	} else if (sscanf(line, "add %31s", token) == 1 && kind_parse(token, &kind)) {
		view_write_beside(desk, kind);
	} else if (!strncmp(line, "link ", 5)) {
		view_connect(desk, -1);
	} else {
		view_ask(desk, line);
	}
}

void view_offer(struct desk *desk, const struct finding *finding)
{
	const char *command = finding->check ? finding->check->command : NULL;
	struct strbuf line = STRBUF_INIT;

	if (!command) {
		desk_say(desk, "%s", _("nothing is offered here; Tab goes to the next finding"));
		return;
	}
	view_fill_in(desk_board(desk), finding, &line);
	if (strstr(command, "TEXT") || (strstr(command, "OTHER") && !finding->other))
		view_ask_offer(desk, line.text);
	else if (!(strchr(line.text, '\n') ? desk_run_lines(desk, line.text) : desk_run(desk, line.text)))
		desk->finding = (struct finding){0};
	strbuf_release(&line);
}

void view_take_offer(struct desk *desk, int choice)
{
	struct finding none = {0}, finding = desk_has_finding(desk) ? desk->finding : none;

	(void)choice;
	view_offer(desk, &finding);
}

bool view_dismissal(const struct board *board, const struct finding *finding, struct strbuf *line)
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
		view_fill_one(board, finding, word.text, line);
		strbuf_addch(line, ' ');
	}
	strbuf_addstr(line, check->id);
	strbuf_release(&word);
	return true;
}

/* Appends the command that dismisses the finding in focus; false after saying why there is none. */
static bool view_dismiss_line(struct desk *desk, struct strbuf *line)
{
	if (!desk_has_finding(desk)) {
		desk_say(desk, "%s", _("there is no finding here to dismiss; Tab goes to the next"));
		return false;
	}
	if (!view_dismissal(desk_board(desk), &desk->finding, line)) {
		desk_say(desk, "%s", _("what is found about the whole board cannot be dismissed"));
		return false;
	}
	return true;
}

void view_dismiss(struct desk *desk, int choice)
{
	struct strbuf line = STRBUF_INIT;
	struct finding before = desk->finding;
	size_t at = 0;

	(void)choice;
	if (view_dismiss_line(desk, &line) && !desk_run(desk, line.text)) {
		desk_check(desk);
		if (checklist_holds(desk->checklist, &before, &at)) /* on a large board, for a moment */
			at++;
		view_focus_finding(desk, before.check->step, at);
	}
	strbuf_release(&line);
}

void view_dismiss_because(struct desk *desk, int choice)
{
	struct strbuf line = STRBUF_INIT;

	(void)choice;
	if (view_dismiss_line(desk, &line)) {
		strbuf_addch(&line, ' ');
		view_ask(desk, line.text);
	}
	strbuf_release(&line);
}

void desk_watch(struct desk *desk)
{
	if (!desk->checklist)
		desk->checklist = checklist_new(desk_board(desk), ROLE_FACILITATOR);
}

void desk_check(struct desk *desk)
{
	checklist_hurry(desk->checklist);
	checklist_update(desk->checklist);
}
