/* view_search: searching the board for a text. */
#include <string.h>

#include "base/i18n.h"
#include "shell/prompt.h"
#include "text/clean.h"
#include "canvas/canvas.h"
#include "canvas/view_list.h"

/* Says that nothing was found, and possible reasons: notes are not searched, or kinds are hidden. */
static void view_say_not_found(struct shell *shell)
{
	const struct boardview *view = &canvas_of(shell)->view;
	struct strbuf key = STRBUF_INIT;
	const char *typed = view->search.typed.text;

	shell_key_of(shell, shell_lowest(shell), view->hidden ? "filter" : "search-notes", &key);
	if (view->hidden)
		shell_say(shell, _("“%.60s” not found among the kinds shown; %s shows more"), typed, key.text);
	else if (view->search.notes)
		shell_say(shell, _("“%.60s” not found"), typed);
	else
		shell_say(shell, _("“%.60s” not found; %s searches in the notes as well"), typed, key.text);
	strbuf_release(&key);
}

static void view_say_hit(struct shell *shell, const struct search_hit *hit, bool forward)
{
	if (!hit->wrapped)
		shell_say(shell, _("%zu of %zu found"), hit->number, hit->count);
	else if (forward)
		shell_say(shell, _("%zu of %zu found, from the start again"), hit->number, hit->count);
	else
		shell_say(shell, _("%zu of %zu found, from the end again"), hit->number, hit->count);
}

/* Goes to the next match; with HERE it may be under the cursor. */
static void view_go_to_hit(struct shell *shell, bool forward, bool here)
{
	struct boardview *view = &canvas_of(shell)->view;
	struct search_hit hit;

	if (!view->search.needle.len) {
		shell_say_key(shell, _("no search yet; %s starts one"), shell_lowest(shell), "search");
		return;
	}
	view->veil = shell_veil(shell);
	hit = boardview_search(view, shell_board(shell), forward, here);
	if (!hit.sticky) {
		view_say_not_found(shell);
		return;
	}
	boardview_go(view, hit.sticky->place);
	view_say_hit(shell, &hit, forward);
}

void view_search_next(struct shell *shell, int choice)
{
	(void)choice;
	view_go_to_hit(shell, true, false);
}

void view_search_previous(struct shell *shell, int choice)
{
	(void)choice;
	view_go_to_hit(shell, false, false);
}

static int view_find(struct shell *shell, const char *text, bool notes)
{
	struct strbuf clean = STRBUF_INIT;
	struct error err = ERROR_INIT;
	int failed = clean_text(&clean, text, strlen(text), CLEAN_ONE_LINE, &err);

	search_end(&canvas_of(shell)->view.search);
	if (failed) {
		shell_say_error(shell, &err);
	} else if (clean.len) {
		search_set(&canvas_of(shell)->view.search, clean.text, notes);
		view_go_to_hit(shell, true, true);
	}
	strbuf_release(&clean);
	return failed;
}

static int view_answer_search(struct shell *shell, const char *text)
{
	return view_find(shell, text, false);
}

static int view_answer_search_notes(struct shell *shell, const char *text)
{
	return view_find(shell, text, true);
}

void view_search(struct shell *shell, int choice)
{
	static const struct question search = {
		.text = "/", .answer = view_answer_search, .insists = true, .remembers = true};

	(void)choice;
	prompt_ask(shell, &search, "");
}

void view_search_notes(struct shell *shell, int choice)
{
	static const struct question search = {.text = N_("Search, in notes as well:"),
		.answer = view_answer_search_notes,
		.insists = true,
		.remembers = true};

	(void)choice;
	prompt_ask(shell, &search, "");
}
