/* review_question: the questions of a review in the lowest line. */
#include <string.h>

#include "base/i18n.h"
#include "text/clean.h"
#include "review/review_list.h"
#include "shell/prompt.h"

static int review_answer_search(struct shell *shell, const char *text)
{
	struct review *review = review_of(shell);
	struct strbuf clean = STRBUF_INIT;
	struct error err = ERROR_INIT;
	int failed = clean_text(&clean, text, strlen(text), CLEAN_ONE_LINE, &err);

	search_end(&review->canvas.search);
	if (failed) {
		shell_say_error(&review->shell, &err);
	} else if (clean.len) {
		search_set(&review->canvas.search, clean.text, false);
		review_search(review, true);
	}
	strbuf_release(&clean);
	return failed;
}

/* The last change made at this moment. */
static int64_t review_change(const struct review *review)
{
	size_t at = replay_at(review->replay);

	return at ? replay_action(review->replay, at - 1)->last : 0;
}

static int review_answer_note(struct shell *shell, const char *text)
{
	struct review *review = review_of(shell);
	struct error err = ERROR_INIT;
	int failed = bookmarks_add(&review->bookmarks, review_change(review), text, &err);

	if (failed)
		shell_say_error(&review->shell, &err);
	else
		shell_say_key(shell, _("bookmarked; %s lists the bookmarks"), shell_lowest(shell), "bookmarks");
	review_marks_changed(review);
	return failed;
}

static int review_answer_name(struct shell *shell, const char *text)
{
	struct review *review = review_of(shell);
	struct strbuf path = STRBUF_INIT;
	struct error err = ERROR_INIT;
	int failed;

	if (!text[0])
		return 0;
	failed = review->write(review->write_context, review->replay, replay_at(review->replay), text, &path, &err);
	if (failed)
		shell_say_error(&review->shell, &err);
	else
		shell_say(&review->shell, _("saved %s"), path.text);
	strbuf_release(&path);
	return failed;
}

static const struct question review_question_search = {
	.text = N_("Search in time:"), .answer = review_answer_search, .insists = true, .remembers = true};
static const struct question review_question_note = {
	.text = N_("Note:"), .answer = review_answer_note, .insists = true};
static const struct question review_question_name = {
	.text = N_("Save this moment to a new board called:"), .answer = review_answer_name, .insists = true};

static void review_ask(struct shell *shell, const struct question *question)
{
	review_of(shell)->head.runs = false;
	prompt_ask(shell, question, "");
}

void review_ask_search(struct shell *shell, int argument)
{
	(void)argument;
	review_ask(shell, &review_question_search);
}

/* Refuses if the file of bookmarks could not be read, so as not to overwrite it. */
void review_ask_note(struct shell *shell, int argument)
{
	struct review *review = review_of(shell);
	struct error err = ERROR_INIT;

	(void)argument;
	if (review->marks_failed)
		review->marks_failed = bookmarks_load(&review->bookmarks, review->path, &err);
	if (review->marks_failed)
		shell_say_error(shell, &err);
	else
		review_ask(shell, &review_question_note);
}

void review_ask_name(struct shell *shell, int argument)
{
	(void)argument;
	if (review_of(shell)->write)
		review_ask(shell, &review_question_name);
}
