/*
 * dialogue_mode: asks the questions about a relation (dialogue.h) over the context map, each with a menu. Enter answers
 * and goes to the next question, Esc goes back. Each answer goes to the board at once.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "shell/prompt.h"
#include "text/words.h"
#include "text/wrap.h"
#include "map/dialogue.h"
#include "map/map_mode.h"
#include "draw/panel.h"

#define DIALOGUE_CELLS 84      /* width of the panel, frame included */
#define DIALOGUE_WRAP_MOST 4   /* lines of a question, and of a reason */
#define DIALOGUE_GIVEN_MOST 8  /* earlier answers to show above */
#define DIALOGUE_ROWS_LEAST 12 /* rows of the panel before it leaves room for the map */

static void dialogue_mode_init(struct shell *shell, void *state)
{
	(void)shell;
	dialogue_init(state);
}

static void dialogue_mode_release(void *state)
{
	dialogue_release(state);
}

static struct dialogue *dialogue_of(const struct shell *shell)
{
	return shell_state(shell, &dialogue_mode);
}

/* The relation of the dialogue. If somebody has removed it, returns to the map and NULL. */
static const struct relation *dialogue_relation(struct shell *shell)
{
	const struct relation *relation = board_item(shell_board(shell), ENTITY_RELATION, dialogue_of(shell)->relation);

	if (relation) {
		dialogue_look(dialogue_of(shell), shell_board(shell), relation);
		return relation;
	}
	map_mode_back(shell, 0);
	shell_say(shell, "%s", _("the relation is gone"));
	return NULL;
}

/* Goes BY pages forwards; back from the first page, closes the dialogue. */
static void dialogue_step(struct shell *shell, int by)
{
	const struct relation *relation = dialogue_relation(shell);

	if (relation && !dialogue_turn(dialogue_of(shell), shell_board(shell), relation, by) && by < 0)
		shell_close(shell);
}

/* Runs "integrate -l LABEL FROM TO QUESTION ANSWER". */
static int dialogue_integrate(
	struct shell *shell, const struct relation *relation, enum integration_question question, const char *answer)
{
	const struct board *board = shell_board(shell);

	return shell_do(shell, NULL, "integrate -l %s -- %s %s %s %s", relation->label,
		board_context(board, relation->source)->name, board_context(board, relation->target)->name,
		integration_token(question), answer);
}

/* Makes the relation carry STICKY, as TYPE unless that is NULL. */
static int dialogue_carry(struct shell *shell, const struct relation *relation, int64_t sticky, const char *type)
{
	const struct board *board = shell_board(shell);
	const char *source = board_context(board, relation->source)->name;
	const char *target = board_context(board, relation->target)->name;

	return type ? shell_do(shell, NULL, "message -l %s -t %s -- %s %s %" PRId64, relation->label, type, source,
			      target, sticky)
		    : shell_do(shell, NULL, "message -l %s -- %s %s %" PRId64, relation->label, source, target, sticky);
}

/* The sticky in focus on the page of messages, or NULL. */
static const struct sticky *dialogue_candidate(const struct shell *shell)
{
	const struct dialogue *dialogue = dialogue_of(shell);

	if ((size_t)dialogue->choice >= dialogue->candidates.count)
		return NULL;
	return board_sticky(shell_board(shell), vec_get(&dialogue->candidates, int64_t, (size_t)dialogue->choice));
}

static void dialogue_toggle(struct shell *shell, int argument)
{
	const struct relation *relation = dialogue_relation(shell);
	const struct sticky *sticky = relation ? dialogue_candidate(shell) : NULL;
	const struct board *board = shell_board(shell);

	(void)argument;
	if (!sticky)
		return;
	if (board_message(board, relation->id, sticky->id))
		shell_do(shell, NULL, "unmessage -l %s -- %s %s %" PRId64, relation->label,
			board_context(board, relation->source)->name, board_context(board, relation->target)->name,
			sticky->id);
	else
		dialogue_carry(shell, relation, sticky->id, NULL);
}

static void dialogue_publish(struct shell *shell, int argument)
{
	const struct sticky *sticky = dialogue_relation(shell) ? dialogue_candidate(shell) : NULL;

	(void)argument;
	if (sticky)
		shell_do(shell, NULL, "%s %" PRId64, sticky->public ? "unpublish" : "publish", sticky->id);
}

static int dialogue_take_words(struct shell *shell, const char *before, const char *text)
{
	const struct relation *relation = dialogue_relation(shell);
	struct strbuf answer = STRBUF_INIT;
	int failed = ERROR_REFUSED;

	strbuf_addf(&answer, "%s%s", before, text);
	if (relation)
		failed = dialogue_integrate(shell, relation, dialogue_of(shell)->page.question, answer.text);
	if (!failed)
		dialogue_step(shell, 1);
	strbuf_release(&answer);
	return failed;
}

static int dialogue_take_reason(struct shell *shell, const char *text)
{
	return dialogue_take_words(shell, "none-needed: ", text);
}

static int dialogue_take_own(struct shell *shell, const char *text)
{
	return dialogue_take_words(shell, "", text);
}

static void dialogue_keep_words(const struct shell *shell, const char *before, const char *text, struct strbuf *line)
{
	const struct relation *relation = board_item(shell_board(shell), ENTITY_RELATION, dialogue_of(shell)->relation);
	struct strbuf answer = STRBUF_INIT;

	strbuf_addf(&answer, "%s%s", before, text);
	if (relation)
		words_format(line, "integrate -l %s -- %s %s %s %s", relation->label,
			board_context(shell_board(shell), relation->source)->name,
			board_context(shell_board(shell), relation->target)->name,
			integration_token(dialogue_of(shell)->page.question), answer.text);
	strbuf_release(&answer);
}

static void dialogue_keep_reason(const struct shell *shell, const char *text, struct strbuf *line)
{
	dialogue_keep_words(shell, "none-needed: ", text, line);
}

static void dialogue_keep_own(const struct shell *shell, const char *text, struct strbuf *line)
{
	dialogue_keep_words(shell, "", text, line);
}

static void dialogue_answer_failure(struct shell *shell, const struct relation *relation)
{
	static const struct question reason = {.text = N_("Why is nothing needed?"),
		.answer = dialogue_take_reason,
		.insists = true,
		.keep = dialogue_keep_reason};
	static const struct question own = {.text = N_("What happens then?"),
		.answer = dialogue_take_own,
		.insists = true,
		.keep = dialogue_keep_own};
	enum integration_question question = dialogue_of(shell)->page.question;
	enum integration_answer answer = dialogue_answer(question, dialogue_of(shell)->choice);
	const char *given = integration_given(relation, question);
	const char *because = integration_reason(given);

	if (answer == INTEGRATION_NONE_NEEDED)
		prompt_ask(shell, &reason, because ? because : "");
	else if (answer == INTEGRATION_ANSWER_COUNT)
		prompt_ask(shell, &own, because ? "" : given);
	else if (!dialogue_integrate(shell, relation, question, integration_answer_token(answer)))
		dialogue_step(shell, 1);
}

static void dialogue_answer_event(struct shell *shell, const struct relation *relation)
{
	int type = (dialogue_of(shell)->choice + 1) % MESSAGE_TYPE_COUNT;

	if (!dialogue_carry(
		    shell, relation, dialogue_of(shell)->page.sticky, message_type_token((enum message_type)type)))
		dialogue_step(shell, 1);
}

/* Answers with the line in focus. */
static void dialogue_answer_page(struct shell *shell, int argument)
{
	const struct relation *relation = dialogue_relation(shell);
	const struct dialogue *dialogue = dialogue_of(shell);
	enum integration_question question = dialogue->page.question;

	(void)argument;
	if (!relation)
		return;
	if (dialogue->page.type == DIALOGUE_EVENT)
		dialogue_answer_event(shell, relation);
	else if (question >= INTEGRATION_FIRST_FAILURE)
		dialogue_answer_failure(shell, relation);
	else if (!dialogue_integrate(shell, relation, question, integration_choices(question)[dialogue->choice]))
		dialogue_step(shell, 1);
}

/* Goes to the page of the line in focus. */
static void dialogue_open_page(struct shell *shell, int argument)
{
	const struct relation *relation = dialogue_relation(shell);
	struct dialogue *dialogue = dialogue_of(shell);
	struct vec pages = VEC_INIT(struct dialogue_page);

	(void)argument;
	if (!relation)
		return;
	dialogue_pages(shell_board(shell), relation, &pages);
	dialogue_go(dialogue, shell_board(shell), relation, vec_at(&pages, (size_t)dialogue->choice));
	vec_release(&pages);
}

static void dialogue_choose(struct shell *shell, int by)
{
	const struct relation *relation = dialogue_relation(shell);
	struct dialogue *dialogue = dialogue_of(shell);
	int count = relation ? dialogue_count(dialogue, shell_board(shell), relation) : 0;

	if (count)
		dialogue->choice = (dialogue->choice + by + count) % count;
}

/* Puts line AT into focus and does what Enter does or, for a message, Space. */
static void dialogue_pick(struct shell *shell, int at)
{
	const struct relation *relation = dialogue_relation(shell);
	struct dialogue *dialogue = dialogue_of(shell);

	if (!relation || at >= dialogue_count(dialogue, shell_board(shell), relation))
		return;
	dialogue->choice = at;
	if (dialogue->page.type == DIALOGUE_SUMMARY)
		dialogue_open_page(shell, 0);
	else if (dialogue->page.type == DIALOGUE_MESSAGES)
		dialogue_toggle(shell, 0);
	else
		dialogue_answer_page(shell, 0);
}

static bool dialogue_has_messages(const struct shell *shell)
{
	return dialogue_of(shell)->page.type == DIALOGUE_MESSAGES;
}

static bool dialogue_has_summary(const struct shell *shell)
{
	return dialogue_of(shell)->page.type == DIALOGUE_SUMMARY;
}

static bool dialogue_has_question(const struct shell *shell)
{
	return !dialogue_has_messages(shell) && !dialogue_has_summary(shell);
}

/* Does the line that ROW answers with ask for the user's own words? */
static bool dialogue_types(const struct shell *shell, const struct binding *row)
{
	const struct dialogue *dialogue = dialogue_of(shell);
	enum integration_question question = dialogue->page.question;
	enum integration_answer answer;

	if ((row->run != dialogue_answer_page && row->run != dialogue_pick) ||
		dialogue->page.type != DIALOGUE_QUESTION || question < INTEGRATION_FIRST_FAILURE)
		return false;
	answer = dialogue_answer(question, row->run == dialogue_pick ? row->argument : dialogue->choice);
	return answer == INTEGRATION_NONE_NEEDED || answer == INTEGRATION_ANSWER_COUNT;
}

/* The panel, and where to write its next line. */
struct dialogue_sheet {
	struct cellbuf *buf;
	struct panel panel;
	int line;
};

/* Returns how many lines TEXT takes in WIDTH cells; if SHEET is not NULL, also writes them. */
static int dialogue_wrap(struct dialogue_sheet *sheet, const char *text, int width, enum style style)
{
	struct wrap_line lines[DIALOGUE_WRAP_MOST];
	size_t count = *text ? wrap_text(text, strlen(text), width, lines, DIALOGUE_WRAP_MOST, NULL) : 0;

	for (size_t i = 0; sheet && i < count; i++) {
		char *line = mem_strndup(text + lines[i].start, lines[i].len);

		panel_line(sheet->buf, sheet->panel, sheet->line++, 0, line, style);
		free(line);
	}
	return (int)count;
}

static void dialogue_foot_private(const struct shell *shell, struct strbuf *out)
{
	struct strbuf key = STRBUF_INIT;

	shell_key_of(shell, &dialogue_mode, "publish-this", &key);
	strbuf_addf(out, _("It is private, so others should not rely on it. %s makes it public."), key.text);
	strbuf_release(&key);
}

/* Appends the sentence below the menu. */
static void dialogue_foot(const struct shell *shell, const struct relation *relation, struct strbuf *out)
{
	const struct board *board = shell_board(shell);
	const struct dialogue_page *page = &dialogue_of(shell)->page;
	const struct sticky *sticky;

	if (page->type == DIALOGUE_EVENT)
		integration_explain(board, relation, board_sticky(board, page->sticky), out);
	if (page->type != DIALOGUE_MESSAGES)
		return;
	sticky = dialogue_candidate(shell);
	if (!sticky)
		strbuf_addstr(out, _("Nothing could cross here yet."));
	else if (sticky->kind == KIND_EVENT && !sticky->public && board_message(board, relation->id, sticky->id))
		dialogue_foot_private(shell, out);
}

/* Draws the last ROOM answers before the current page. */
static void dialogue_draw_given(struct dialogue_sheet *sheet, const struct board *board,
	const struct relation *relation, const struct vec *pages, size_t at, int room)
{
	for (size_t i = at - (size_t)room; i < at; i++) {
		const struct dialogue_page *page = vec_at(pages, i);
		struct strbuf line = STRBUF_INIT;

		dialogue_head(board, page, &line);
		strbuf_addstr(&line, ": ");
		if (dialogue_is_answered(board, relation, page))
			dialogue_given(board, relation, page, &line);
		else
			strbuf_addstr(&line, "?");
		panel_line(sheet->buf, sheet->panel, sheet->line++, 0, line.text, STYLE_PANEL_FRAME);
		strbuf_release(&line);
	}
}

/* Draws SHOWN lines of the menu, including the one in focus. */
static void dialogue_draw_menu(
	struct shell *shell, struct dialogue_sheet *sheet, const struct relation *relation, int shown)
{
	int choice = dialogue_of(shell)->choice, top = choice >= shown ? choice - shown + 1 : 0;

	for (int i = top; i < top + shown; i++) {
		struct strbuf line = STRBUF_INIT;
		enum style style = i == choice ? STYLE_PANEL_CHOICE : STYLE_PANEL;

		if (i < 9)
			strbuf_addf(&line, "%d  ", i + 1);
		else
			strbuf_addstr(&line, "   ");
		dialogue_say(dialogue_of(shell), shell_board(shell), relation, i, &line);
		if (i == choice) {
			shell->screen.caret_x = sheet->panel.x + 4;
			shell->screen.caret_y = sheet->panel.y + 1 + sheet->line;
		}
		panel_line(sheet->buf, sheet->panel, sheet->line++, 2, line.text, style);
		strbuf_release(&line);
	}
}

static void dialogue_title(
	const struct board *board, const struct relation *relation, size_t at, size_t count, struct strbuf *out)
{
	strbuf_addf(out, "%s → %s (%s)", board_context(board, relation->source)->name,
		board_context(board, relation->target)->name,
		relation_style_token((enum relation_style)relation->style));
	if (relation->label)
		strbuf_addf(out, " %s", relation->label);
	if (at + 1 < count)
		strbuf_addf(out, "  %zu/%zu", at + 1, count - 1);
}

/* Gives out the rows of the panel from below: the reason, the menu, the question, and earlier answers while there is
 * room. */
static void dialogue_draw_panel(
	struct shell *shell, struct cellbuf *buf, const struct relation *relation, const struct vec *pages, size_t at)
{
	const struct board *board = shell_board(shell);
	int width = buf->columns - 2 < DIALOGUE_CELLS ? buf->columns - 2 : DIALOGUE_CELLS;
	int height = map_mode_height(shell), room, asked, reasoned, shown, given;
	struct strbuf question = STRBUF_INIT, foot = STRBUF_INIT, title = STRBUF_INIT;
	struct dialogue_sheet sheet = {buf, {1, 0, width, 0}, 0};

	room = (height * 2 / 3 > DIALOGUE_ROWS_LEAST ? height * 2 / 3 : DIALOGUE_ROWS_LEAST) - 2;
	dialogue_title(board, relation, at, pages->count, &title);
	dialogue_ask(board, relation, &dialogue_of(shell)->page, &question);
	dialogue_foot(shell, relation, &foot);
	asked = dialogue_wrap(NULL, question.text, width - 4, STYLE_PANEL);
	reasoned = dialogue_wrap(NULL, foot.text, width - 4, STYLE_PANEL);
	shown = dialogue_count(dialogue_of(shell), board, relation);
	shown = shown < room - asked - reasoned ? shown : room - asked - reasoned;
	given = room - asked - reasoned - shown;
	given = given < DIALOGUE_GIVEN_MOST ? given : DIALOGUE_GIVEN_MOST;
	given = given < (int)at ? given : (int)at;
	given = dialogue_of(shell)->page.type == DIALOGUE_SUMMARY ? 0 : given;
	sheet.panel.height = given + asked + shown + reasoned + 2;
	sheet.panel.y = buf->rows - SHELL_ROWS_BELOW - sheet.panel.height;
	panel_draw(buf, sheet.panel, title.text);
	dialogue_draw_given(&sheet, board, relation, pages, at, given);
	dialogue_wrap(&sheet, question.text, width - 4, STYLE_PANEL_TITLE);
	dialogue_draw_menu(shell, &sheet, relation, shown);
	dialogue_wrap(&sheet, foot.text, width - 4, STYLE_PANEL);
	strbuf_release(&question);
	strbuf_release(&foot);
	strbuf_release(&title);
}

static void dialogue_draw(struct shell *shell, struct cellbuf *buf)
{
	const struct relation *relation = board_item(shell_board(shell), ENTITY_RELATION, dialogue_of(shell)->relation);
	struct vec pages = VEC_INIT(struct dialogue_page);
	size_t at;
	int count;

	map_mode_paint(shell, buf, (struct map_look){.relation = relation ? relation->id : 0});
	if (!relation)
		return;
	dialogue_look(dialogue_of(shell), shell_board(shell), relation);
	dialogue_pages(shell_board(shell), relation, &pages);
	at = dialogue_at(dialogue_of(shell), &pages);
	count = dialogue_count(dialogue_of(shell), shell_board(shell), relation);
	if (dialogue_of(shell)->choice >= count)
		dialogue_of(shell)->choice = count ? count - 1 : 0;
	dialogue_draw_panel(shell, buf, relation, &pages, at);
	vec_release(&pages);
}

/* Appends the keys, those that the page needs most first. */
static void dialogue_offers(const struct shell *shell, struct vec *offers)
{
	static const char *const questions[] = {"down", "answer", "back", "leave", "on", "undo", NULL};
	static const char *const messages[] = {"toggle", "done", "publish-this", "down", "back", "undo", NULL};
	static const char *const summary[] = {"down", "open", "back", "leave", NULL};
	const char *const *commands = dialogue_has_messages(shell)  ? messages
				      : dialogue_has_summary(shell) ? summary
								    : questions;

	for (; *commands; commands++)
		vec_add(offers, struct offer) = (struct offer){*commands, NULL, NULL};
}

static const struct binding dialogue_rows[] = {
	{"j Down", "down", N_("choose"), NULL, dialogue_choose, 1, ROLE_OBSERVER, NULL},
	{"k Up", "up", NULL, NULL, dialogue_choose, -1, ROLE_OBSERVER, NULL},
	{"Enter", "answer", N_("answer"), NULL, dialogue_answer_page, 0, ROLE_PARTICIPANT, dialogue_has_question},
	{"Enter", "done", N_("continue"), N_("go on when everything that crosses is marked"), dialogue_step, 1,
		ROLE_OBSERVER, dialogue_has_messages},
	{"Enter", "open", N_("answer again"), N_("in the list of answers: go to that question"), dialogue_open_page, 0,
		ROLE_OBSERVER, dialogue_has_summary},
	{"Space", "toggle", N_("crosses or not"), N_("of a message: crosses or not"), dialogue_toggle, 0,
		ROLE_PARTICIPANT, dialogue_has_messages},
	{"p", "publish-this", N_("public or private"), N_("of a message: public or private"), dialogue_publish, 0,
		ROLE_PARTICIPANT, dialogue_has_messages},
	{"1", "pick 1", NULL, N_("choose the line"), dialogue_pick, 0, ROLE_PARTICIPANT, NULL},
	{"2", "pick 2", NULL, NULL, dialogue_pick, 1, ROLE_PARTICIPANT, NULL},
	{"3", "pick 3", NULL, NULL, dialogue_pick, 2, ROLE_PARTICIPANT, NULL},
	{"4", "pick 4", NULL, NULL, dialogue_pick, 3, ROLE_PARTICIPANT, NULL},
	{"5", "pick 5", NULL, NULL, dialogue_pick, 4, ROLE_PARTICIPANT, NULL},
	{"6", "pick 6", NULL, NULL, dialogue_pick, 5, ROLE_PARTICIPANT, NULL},
	{"7", "pick 7", NULL, NULL, dialogue_pick, 6, ROLE_PARTICIPANT, NULL},
	{"8", "pick 8", NULL, NULL, dialogue_pick, 7, ROLE_PARTICIPANT, NULL},
	{"9", "pick 9", NULL, NULL, dialogue_pick, 8, ROLE_PARTICIPANT, NULL},
	{"Tab l Right", "on", N_("on"), N_("next question"), dialogue_step, 1, ROLE_OBSERVER, NULL},
	{"Esc BackTab h Left C-c", "back", N_("back"), N_("previous question"), dialogue_step, -1, ROLE_OBSERVER, NULL},
	{"q m", "leave", N_("to the map"), NULL, map_mode_back, 0, ROLE_OBSERVER, NULL},
	{"u", "undo", N_("undo"), NULL, NULL, 0, ROLE_OBSERVER, NULL},
	{"C-r", "redo", NULL, N_("redo"), NULL, 0, ROLE_OBSERVER, NULL},
	{":", "command", NULL, N_("command line"), NULL, 0, ROLE_OBSERVER, NULL},
	{0},
};

const struct mode dialogue_mode = {
	.name = "dialogue",
	.title = N_("Keys of the questions about a relation"),
	.rows = dialogue_rows,
	.covers = true,
	.waits = true,
	.size = sizeof(struct dialogue),
	.init = dialogue_mode_init,
	.release = dialogue_mode_release,
	.types = dialogue_types,
	.offers = dialogue_offers,
	.draw = dialogue_draw,
};

static void dialogue_begin(struct shell *shell, const struct relation *relation)
{
	if (shell_is_waiting(shell))
		return;
	shell_open(shell, &dialogue_mode);
	dialogue_open(dialogue_of(shell), shell_board(shell), relation);
}

const struct map_action dialogue_mode_open = {N_("What it carries"), false, dialogue_begin};
