/*
 * dialogue_mode: the questions about a relation (dialogue.h) over the context map, one after the other, each with a
 * menu. Enter answers and goes on, Esc goes back; an answer is on the board as soon as it is given.
 */
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/wrap.h"
#include "ui/map_mode.h"
#include "ui/panel.h"
#include "ui/status.h"
#include "ui/view_list.h"

#define DIALOGUE_CELLS 84      /* of the panel, with its frame */
#define DIALOGUE_WRAP_MOST 4   /* lines of a question, and of a reason */
#define DIALOGUE_GIVEN_MOST 8  /* answers that are shown above */
#define DIALOGUE_ROWS_LEAST 12 /* of the panel, before it lets the map be seen */

static const struct hint dialogue_hints[] = {
	{"j k", N_("choose")},
	{"Enter", N_("answer")},
	{"Esc", N_("back")},
	{"q", N_("to the map")},
	{"h l", N_("back, on")},
	{"u", N_("undo")},
	{NULL, NULL},
};

static const struct hint dialogue_message_hints[] = {
	{"Space", N_("crosses or not")},
	{"Enter", N_("go on")},
	{"p", N_("public or private")},
	{"j k", N_("choose")},
	{"Esc", N_("back")},
	{"u", N_("undo")},
	{NULL, NULL},
};

static const struct hint dialogue_summary_hints[] = {
	{"j k", N_("choose")},
	{"Enter", N_("answer it anew")},
	{"Esc", N_("back")},
	{"q", N_("to the map")},
	{NULL, NULL},
};

static const struct hint dialogue_line_hints[] = {{NULL, NULL}};

static const struct mode dialogue_mode, dialogue_message_mode, dialogue_summary_mode, dialogue_line_mode;

/* The relation that is spoken about; NULL, back on the map, when somebody has taken it away. */
static const struct relation *dialogue_relation(struct desk *desk)
{
	const struct relation *relation =
		board_item(desk_board(desk), ENTITY_RELATION, desk->dialogue.relation);

	if (relation)
		return relation;
	view_map(desk, -1);
	desk_say(desk, "%s", _("the relation is gone"));
	return NULL;
}

/* Takes the mode of the page at hand. */
static void dialogue_settle(struct desk *desk)
{
	static const struct mode *const modes[] = {
		[DIALOGUE_MESSAGES] = &dialogue_message_mode,
		[DIALOGUE_QUESTION] = &dialogue_mode,
		[DIALOGUE_EVENT] = &dialogue_mode,
		[DIALOGUE_SUMMARY] = &dialogue_summary_mode,
	};

	desk_settle(desk, desk->dialogue.typing ? &dialogue_line_mode : modes[desk->dialogue.page.type]);
}

/* Goes on by BY pages; before the first, back to the map. */
static void dialogue_step(struct desk *desk, const struct relation *relation, int by)
{
	if (!dialogue_turn(&desk->dialogue, desk_board(desk), relation, by) && by < 0)
		view_map(desk, -1);
	else
		dialogue_settle(desk);
}

/* Runs "integrate -l LABEL FROM TO QUESTION ANSWER". */
static int dialogue_integrate(struct desk *desk, const struct relation *relation,
	enum integration_question question, const char *answer)
{
	const struct board *board = desk_board(desk);

	return desk_do(desk, NULL, "integrate -l %s -- %s %s %s %s", relation->label,
		board_context(board, relation->source)->name, board_context(board, relation->target)->name,
		integration_token(question), answer);
}

/* Has the relation carry STICKY, as TYPE unless that is NULL. */
static int dialogue_carry(struct desk *desk, const struct relation *relation, int64_t sticky, const char *type)
{
	const struct board *board = desk_board(desk);
	const char *source = board_context(board, relation->source)->name;
	const char *target = board_context(board, relation->target)->name;

	return type ? desk_do(desk, NULL, "message -l %s -t %s -- %s %s %" PRId64, relation->label, type, source,
			      target, sticky)
		    : desk_do(desk, NULL, "message -l %s -- %s %s %" PRId64, relation->label, source, target,
			      sticky);
}

/* The sticky in focus on the page of messages, or NULL. */
static const struct sticky *dialogue_candidate(const struct desk *desk)
{
	const struct dialogue *dialogue = &desk->dialogue;

	if ((size_t)dialogue->choice >= dialogue->candidates.count)
		return NULL;
	return board_sticky(desk_board(desk),
		*(int64_t *)vec_at(&dialogue->candidates, (size_t)dialogue->choice));
}

static void dialogue_toggle(struct desk *desk, const struct relation *relation)
{
	const struct board *board = desk_board(desk);
	const struct sticky *sticky = dialogue_candidate(desk);

	if (!sticky)
		return;
	if (board_message(board, relation->id, sticky->id))
		desk_do(desk, NULL, "unmessage -l %s -- %s %s %" PRId64, relation->label,
			board_context(board, relation->source)->name,
			board_context(board, relation->target)->name, sticky->id);
	else
		dialogue_carry(desk, relation, sticky->id, NULL);
}

static void dialogue_publish(struct desk *desk)
{
	const struct sticky *sticky = dialogue_candidate(desk);

	if (sticky)
		desk_do(desk, NULL, "%s %" PRId64, sticky->public ? "unpublish" : "publish", sticky->id);
}

/* Begins an answer in somebody's own words, after BEFORE; GIVEN is there already. */
static void dialogue_type_answer(struct desk *desk, const char *before, const char *given)
{
	desk->dialogue.typing = true;
	desk->dialogue.before = before;
	lineedit_set(&desk->dialogue.line, given);
	dialogue_settle(desk);
}

static void dialogue_answer_failure(struct desk *desk, const struct relation *relation)
{
	enum integration_question question = desk->dialogue.page.question;
	enum integration_answer answer = dialogue_answer(question, desk->dialogue.choice);
	const char *given = integration_given(relation, question);
	const char *reason = integration_reason(given);

	if (answer == INTEGRATION_NONE_NEEDED)
		dialogue_type_answer(desk, "none-needed: ", reason ? reason : "");
	else if (answer == INTEGRATION_ANSWER_COUNT)
		dialogue_type_answer(desk, "", reason ? "" : given);
	else if (!dialogue_integrate(desk, relation, question, integration_answer_token(answer)))
		dialogue_step(desk, relation, 1);
}

static void dialogue_answer_event(struct desk *desk, const struct relation *relation)
{
	int type = (desk->dialogue.choice + 1) % MESSAGE_TYPE_COUNT;

	if (!dialogue_carry(desk, relation, desk->dialogue.page.sticky,
		    message_type_token((enum message_type)type)))
		dialogue_step(desk, relation, 1);
}

static void dialogue_answer_page(struct desk *desk, const struct relation *relation)
{
	struct vec pages = VEC_INIT(struct dialogue_page);

	dialogue_pages(desk_board(desk), relation, &pages);
	dialogue_go(&desk->dialogue, desk_board(desk), relation,
		vec_at(&pages, (size_t)desk->dialogue.choice));
	vec_release(&pages);
	dialogue_settle(desk);
}

/* Takes the line in focus. */
static void dialogue_take(struct desk *desk, const struct relation *relation)
{
	const struct dialogue_page *page = &desk->dialogue.page;

	if (page->type == DIALOGUE_MESSAGES)
		dialogue_step(desk, relation, 1);
	else if (page->type == DIALOGUE_EVENT)
		dialogue_answer_event(desk, relation);
	else if (page->type == DIALOGUE_SUMMARY)
		dialogue_answer_page(desk, relation);
	else if (page->question >= INTEGRATION_FIRST_FAILURE)
		dialogue_answer_failure(desk, relation);
	else if (!dialogue_integrate(desk, relation, page->question,
			 integration_choices(page->question)[desk->dialogue.choice]))
		dialogue_step(desk, relation, 1);
}

/* Keys that choose a line; false for others. */
static bool dialogue_choose(struct desk *desk, const struct relation *relation, struct key key)
{
	struct dialogue *dialogue = &desk->dialogue;
	int count = dialogue_count(dialogue, desk_board(desk), relation);
	enum way way;

	if (!key.ctrl && key.code >= '1' && key.code <= '9' && key.code - '1' < count) {
		dialogue->choice = key.code - '1';
		if (dialogue->page.type == DIALOGUE_MESSAGES)
			dialogue_toggle(desk, relation);
		else
			dialogue_take(desk, relation);
		return true;
	}
	if (!map_mode_way(key, "hjkl", &way) || way == WAY_LEFT || way == WAY_RIGHT)
		return false;
	if (count)
		dialogue->choice = (dialogue->choice + (way == WAY_DOWN ? 1 : count - 1)) % count;
	return true;
}

/* Keys that mean the same on the map. */
static void dialogue_command(struct desk *desk, struct key key)
{
	static const struct {
		struct key key;
		const char *command;
	} commands[] = {
		{{.code = 'u'}, "undo"},
		{{.code = 'r', .ctrl = true}, "redo"},
		{{.code = ':'}, "command"},
		{{.code = '?'}, "help"},
	};

	for (size_t i = 0; i < ARRAY_SIZE(commands); i++)
		if (key_equal(key, commands[i].key))
			desk_run(desk, commands[i].command);
}

static void dialogue_key(struct desk *desk, struct key key)
{
	const struct relation *relation = dialogue_relation(desk);
	bool messages = desk->dialogue.page.type == DIALOGUE_MESSAGES;
	enum way way;

	if (!relation)
		return;
	dialogue_look(&desk->dialogue, desk_board(desk), relation);
	if (dialogue_choose(desk, relation, key))
		return;
	if (key.code == KEY_CODE_ENTER)
		dialogue_take(desk, relation);
	else if (messages && key.code == KEY_CODE_SPACE)
		dialogue_toggle(desk, relation);
	else if (messages && key_equal(key, (struct key){.code = 'p'}))
		dialogue_publish(desk);
	else if (key.code == KEY_CODE_TAB || (map_mode_way(key, "hjkl", &way) && way == WAY_RIGHT))
		dialogue_step(desk, relation, 1);
	else if (key.code == KEY_CODE_BACK_TAB || map_mode_way(key, "hjkl", &way) || map_mode_is_esc(key))
		dialogue_step(desk, relation, -1);
	else if (key_equal(key, (struct key){.code = 'q'}) || key_equal(key, (struct key){.code = 'm'}))
		view_map(desk, -1);
	else
		dialogue_command(desk, key);
}

static void dialogue_line_key(struct desk *desk, struct key key)
{
	const struct relation *relation = dialogue_relation(desk);
	struct dialogue *dialogue = &desk->dialogue;
	struct strbuf answer = STRBUF_INIT;

	if (!relation)
		return;
	if (map_mode_is_esc(key)) {
		dialogue->typing = false;
		dialogue_settle(desk);
	} else if (key.code == KEY_CODE_ENTER) {
		strbuf_addf(&answer, "%s%s", dialogue->before, dialogue->line.text.text);
		if (!dialogue_integrate(desk, relation, dialogue->page.question, answer.text)) {
			dialogue->typing = false;
			dialogue_step(desk, relation, 1);
		}
	} else {
		lineedit_key(&dialogue->line, key);
	}
	strbuf_release(&answer);
}

static void dialogue_line_paste(struct desk *desk, const char *text, size_t len)
{
	size_t line = strcspn(text, "\n");

	lineedit_insert(&desk->dialogue.line, text, line < len ? line : len);
}

/* The panel and what is written into it, line by line. */
struct dialogue_sheet {
	struct cellbuf *buf;
	struct panel panel;
	int line;
};

/* How many lines TEXT takes in WIDTH cells; with SHEET writes them. */
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

/* The sentence below the menu. */
static void dialogue_foot(const struct desk *desk, const struct relation *relation, struct strbuf *out)
{
	const struct board *board = desk_board(desk);
	const struct dialogue_page *page = &desk->dialogue.page;
	const struct sticky *sticky;

	if (page->type == DIALOGUE_EVENT)
		integration_explain(board, relation, board_sticky(board, page->sticky), out);
	if (page->type != DIALOGUE_MESSAGES)
		return;
	sticky = dialogue_candidate(desk);
	if (!sticky)
		strbuf_addstr(out, _("There is nothing yet that could cross here."));
	else if (sticky->kind == KIND_EVENT && !sticky->public &&
		 board_message(board, relation->id, sticky->id))
		strbuf_addstr(out, _("It is private: others should not rely on it. p makes it public."));
}

/* The last ROOM answers before the page at hand. */
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

/* SHOWN lines of the menu, the one in focus among them. */
static void dialogue_draw_menu(struct desk *desk, struct dialogue_sheet *sheet,
	const struct relation *relation, int shown)
{
	int choice = desk->dialogue.choice, top = choice >= shown ? choice - shown + 1 : 0;

	for (int i = top; i < top + shown; i++) {
		struct strbuf line = STRBUF_INIT;
		enum style style = i == choice ? STYLE_PANEL_CHOICE : STYLE_PANEL;

		if (i < 9)
			strbuf_addf(&line, "%d  ", i + 1);
		else
			strbuf_addstr(&line, "   ");
		dialogue_say(&desk->dialogue, desk_board(desk), relation, i, &line);
		if (i == choice) {
			desk->caret_x = sheet->panel.x + 4;
			desk->caret_y = sheet->panel.y + 1 + sheet->line;
		}
		panel_line(sheet->buf, sheet->panel, sheet->line++, 2, line.text, style);
		strbuf_release(&line);
	}
}

static void dialogue_title(const struct board *board, const struct relation *relation, size_t at,
	size_t count, struct strbuf *out)
{
	strbuf_addf(out, "%s → %s (%s)", board_context(board, relation->source)->name,
		board_context(board, relation->target)->name,
		relation_style_token((enum relation_style)relation->style));
	if (relation->label)
		strbuf_addf(out, " %s", relation->label);
	if (at + 1 < count)
		strbuf_addf(out, "  %zu/%zu", at + 1, count - 1);
}

/* Lays the panel out from below: the reason, the menu, the question, the answers before it as far as there is
 * room. */
static void dialogue_draw_panel(struct desk *desk, struct cellbuf *buf, const struct relation *relation,
	const struct vec *pages, size_t at)
{
	const struct board *board = desk_board(desk);
	int width = buf->columns - 2 < DIALOGUE_CELLS ? buf->columns - 2 : DIALOGUE_CELLS;
	int height = map_mode_height(desk), room, asked, reasoned, shown, given;
	struct strbuf question = STRBUF_INIT, foot = STRBUF_INIT, title = STRBUF_INIT;
	struct dialogue_sheet sheet = {buf, {1, 0, width, 0}, 0};

	room = (height * 2 / 3 > DIALOGUE_ROWS_LEAST ? height * 2 / 3 : DIALOGUE_ROWS_LEAST) - 2;
	dialogue_title(board, relation, at, pages->count, &title);
	dialogue_ask(board, relation, &desk->dialogue.page, &question);
	dialogue_foot(desk, relation, &foot);
	asked = dialogue_wrap(NULL, question.text, width - 4, STYLE_PANEL);
	reasoned = dialogue_wrap(NULL, foot.text, width - 4, STYLE_PANEL);
	shown = dialogue_count(&desk->dialogue, board, relation);
	shown = shown < room - asked - reasoned ? shown : room - asked - reasoned;
	given = room - asked - reasoned - shown;
	given = given < DIALOGUE_GIVEN_MOST ? given : DIALOGUE_GIVEN_MOST;
	given = given < (int)at ? given : (int)at;
	given = desk->dialogue.page.type == DIALOGUE_SUMMARY ? 0 : given;
	sheet.panel.height = given + asked + shown + reasoned + 2;
	sheet.panel.y = buf->rows - STATUS_ROWS_BELOW - sheet.panel.height;
	panel_draw(buf, sheet.panel, title.text);
	dialogue_draw_given(&sheet, board, relation, pages, at, given);
	dialogue_wrap(&sheet, question.text, width - 4, STYLE_PANEL_TITLE);
	dialogue_draw_menu(desk, &sheet, relation, shown);
	dialogue_wrap(&sheet, foot.text, width - 4, STYLE_PANEL);
	strbuf_release(&question);
	strbuf_release(&foot);
	strbuf_release(&title);
}

static void dialogue_draw(struct desk *desk, struct cellbuf *buf)
{
	const struct relation *relation =
		board_item(desk_board(desk), ENTITY_RELATION, desk->dialogue.relation);
	struct vec pages = VEC_INIT(struct dialogue_page);
	size_t at;
	int count;

	map_mode_paint(desk, buf, map_mode_map(desk), relation ? relation->id : 0);
	if (!relation)
		return;
	dialogue_look(&desk->dialogue, desk_board(desk), relation);
	dialogue_pages(desk_board(desk), relation, &pages);
	at = dialogue_at(&desk->dialogue, &pages);
	count = dialogue_count(&desk->dialogue, desk_board(desk), relation);
	if (desk->dialogue.choice >= count)
		desk->dialogue.choice = count ? count - 1 : 0;
	dialogue_draw_panel(desk, buf, relation, &pages, at);
	vec_release(&pages);
}

/* The answer being typed, in the lowest line. */
static void dialogue_line_draw(struct desk *desk, struct cellbuf *buf)
{
	int y = buf->rows - 1, x;

	dialogue_draw(desk, buf);
	cellbuf_fill(buf, 0, y, buf->columns, 1, STYLE_STATUS);
	x = cellbuf_cut(buf, 1, y, buf->columns / 2,
		    *desk->dialogue.before ? _("Why is nothing needed?") : _("What is done?"),
		    STYLE_STATUS) + 1;
	desk->caret_x = lineedit_draw(&desk->dialogue.line, buf, x, y, buf->columns - x);
	desk->caret_y = y;
}

static const struct mode dialogue_mode = {
	.hints = dialogue_hints, .key = dialogue_key, .draw = dialogue_draw, .waits = true};
static const struct mode dialogue_message_mode = {
	.hints = dialogue_message_hints, .key = dialogue_key, .draw = dialogue_draw, .waits = true};
static const struct mode dialogue_summary_mode = {
	.hints = dialogue_summary_hints, .key = dialogue_key, .draw = dialogue_draw, .waits = true};
static const struct mode dialogue_line_mode = {
	.hints = dialogue_line_hints, .key = dialogue_line_key,
	.paste = dialogue_line_paste, .draw = dialogue_line_draw, .waits = true};

static void dialogue_begin(struct desk *desk, const struct relation *relation)
{
	if (desk_is_waiting(desk))
		return;
	dialogue_open(&desk->dialogue, desk_board(desk), relation);
	dialogue_settle(desk);
}

const struct map_action relation_integrate = {N_("What it carries"), false, dialogue_begin};
