/* review_question: what a review asks for in the lowest line. */
#include <inttypes.h>
#include <string.h>

#include "base/i18n.h"
#include "text/clean.h"
#include "text/utf8.h"
#include "review/review_list.h"

struct review_question {
	const char *text; /* to be translated */
	void (*answer)(struct review *review, const char *text);
};

static const struct hint review_question_hints[] = {{NULL, NULL}};

static void review_answer_search(struct review *review, const char *text)
{
	struct strbuf clean = STRBUF_INIT;
	struct error err = ERROR_INIT;

	strbuf_reset(&review->canvas.search);
	if (clean_text(&clean, text, strlen(text), CLEAN_ONE_LINE, &err)) {
		review_say_error(review, &err);
	} else if (clean.len) {
		utf8_fold(&review->canvas.search, clean.text, clean.len);
		review_search(review, true);
	}
	strbuf_release(&clean);
}

/* The change that had been made last at this moment. */
static int64_t review_change(const struct review *review)
{
	size_t at = replay_at(review->replay);

	return at ? replay_action(review->replay, at - 1)->last : 0;
}

static void review_answer_note(struct review *review, const char *text)
{
	struct error err = ERROR_INIT;

	if (bookmarks_add(&review->bookmarks, review_change(review), text, &err))
		review_say_error(review, &err);
	else
		review_say(review, "%s", _("bookmarked; B lists the bookmarks"));
	review_mark(review);
}

static void review_answer_name(struct review *review, const char *text)
{
	struct strbuf path = STRBUF_INIT;
	struct error err = ERROR_INIT;

	if (!text[0])
		return;
	if (review->write(review->write_context, review->replay, replay_at(review->replay), text, &path,
		    &err))
		review_say_error(review, &err);
	else
		review_say(review, _("%s is written"), path.text);
	strbuf_release(&path);
}

static const struct review_question review_question_search = {
	N_("Search on in time:"), review_answer_search};
static const struct review_question review_question_note = {N_("Note:"), review_answer_note};
static const struct review_question review_question_name = {
	N_("Write this moment to a new board called:"), review_answer_name};

static void review_ask(struct review *review, const struct review_question *question)
{
	review->head.runs = false;
	review->question = question;
	lineedit_set(&review->line, "");
	review->mode = &review_question_mode;
}

void review_ask_search(struct review *review, int argument)
{
	(void)argument;
	review_ask(review, &review_question_search);
}

/* A file that was not understood is not written over. */
void review_ask_note(struct review *review, int argument)
{
	struct error err = ERROR_INIT;

	(void)argument;
	if (review->marks_failed)
		review->marks_failed = bookmarks_load(&review->bookmarks, review->path, &err);
	if (review->marks_failed)
		review_say_error(review, &err);
	else
		review_ask(review, &review_question_note);
}

void review_ask_name(struct review *review, int argument)
{
	(void)argument;
	if (review->write)
		review_ask(review, &review_question_name);
}

static void review_question_key(struct review *review, struct key key)
{
	struct strbuf text = STRBUF_INIT;

	if (key.code == KEY_CODE_ENTER) {
		review->mode = &review_board_mode;
		strbuf_addstr(&text, review->line.text.text);
		review->question->answer(review, text.text);
	} else if (key.code == KEY_CODE_ESC || (key.ctrl && key.code == 'c') ||
		   (!review->line.text.len && key.code == KEY_CODE_BACKSPACE)) {
		review->mode = &review_board_mode;
	} else {
		lineedit_key(&review->line, key);
	}
	strbuf_release(&text);
}

static void review_question_paste(struct review *review, const char *text, size_t len)
{
	size_t line = strcspn(text, "\n");

	lineedit_insert(&review->line, text, line < len ? line : len);
}

static void review_question_draw(struct review *review, struct cellbuf *buf)
{
	int y = buf->rows - 1, x;

	cellbuf_fill(buf, 0, y, buf->columns, 1, STYLE_STATUS);
	x = cellbuf_cut(buf, 1, y, buf->columns * 2 / 3, _(review->question->text), STYLE_STATUS) + 1;
	review->caret_x = lineedit_draw(&review->line, buf, x, y, buf->columns - x);
	review->caret_y = y;
}

const struct review_mode review_question_mode = {review_question_hints, review_question_key,
	review_question_paste, review_question_draw};
