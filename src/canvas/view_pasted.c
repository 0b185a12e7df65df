/* view_pasted: turns text pasted by the terminal into stickies, along the timeline or, with a key, downwards. */
#include <string.h>

#include "base/i18n.h"
#include "model/step.h"
#include "text/clean.h"
#include "canvas/canvas.h"
#include "canvas/pasted.h"
#include "canvas/view_list.h"

/* How many rows are searched for one with room. */
#define VIEW_PASTED_ROWS 100

/* Tells what could not be pasted, and the key that changes the layout. */
static void view_say_pasted(struct shell *shell, const struct pasted *pasted, bool turned)
{
	size_t count = pasted->cells.count;
	struct strbuf key = STRBUF_INIT;

	shell_key_of(shell, shell_lowest(shell), "paste-down", &key);
	if (pasted->cut)
		shell_say(shell, _("the first %d stickies were pasted; more come in with evstorm import"), PASTED_MOST);
	else if (pasted->cut_texts)
		shell_say(shell,
			ngettext("%zu sticky pasted; texts of more than %d characters were cut",
				"%zu stickies pasted; texts of more than %d characters were cut", count),
			count, CLEAN_MOST_CHARACTERS);
	else if (count > 1 && !turned)
		shell_say(shell,
			ngettext("%zu sticky pasted; %s lays it out downwards",
				"%zu stickies pasted; %s lays them out downwards", count),
			count, key.text);
	else
		shell_say(shell, ngettext("%zu sticky pasted", "%zu stickies pasted", count), count);
	strbuf_release(&key);
}

/* Are all slots free that PASTED needs at PLACE? */
static bool view_has_room(const struct board *board, const struct pasted *pasted, struct place place)
{
	for (size_t i = 0; i < pasted->cells.count; i++) {
		struct place offset = vec_get(&pasted->cells, struct pasted_cell, i).offset;

		if (board_at(board, (struct place){place.column + offset.column, place.row + offset.row}))
			return false;
	}
	return true;
}

/* The first place from PLACE down where all of it stays together, if there is one near; otherwise each sticky takes
 * the next free slot below its own. */
static struct place view_paste_place(const struct board *board, const struct pasted *pasted, struct place place)
{
	struct place down = place;

	for (int i = 0; i < VIEW_PASTED_ROWS && down.row <= PLACE_MOST; i++, down.row++)
		if (view_has_room(board, pasted, down))
			return down;
	return place;
}

/* Adds the stickies of TEXT at PLACE, as one action, and goes there, as something may be in the way at the cursor; true
 * if that worked. */
static bool view_add_pasted(struct shell *shell, const char *text, size_t len, struct place place, bool turned)
{
	struct strbuf lines = STRBUF_INIT;
	struct pasted pasted;
	size_t kinds;
	bool done;

	pasted_init(&pasted);
	pasted_read(&pasted, text, len, step_kinds(board_step(shell_board(shell)), &kinds)[0]);
	if (turned)
		pasted_turn(&pasted);
	place = view_paste_place(shell_board(shell), &pasted, place);
	for (size_t i = 0; i < pasted.cells.count; i++) {
		const struct pasted_cell *cell = vec_at(&pasted.cells, i);

		words_format(&lines, "add %s -c %d -r %d -- %s", kind_token(cell->kind),
			place.column + cell->offset.column, place.row + cell->offset.row, cell->text);
	}
	done = pasted.cells.count && !shell_run_lines(shell, lines.text, NULL);
	if (done) {
		boardview_go(&canvas_of(shell)->view, place);
		view_say_pasted(shell, &pasted, turned);
	}
	pasted_release(&pasted);
	strbuf_release(&lines);
	return done;
}

void view_paste_lines(struct shell *shell, const char *text, size_t len)
{
	struct outside *outside = &canvas_of(shell)->outside;
	struct place place = canvas_of(shell)->view.cursor;

	strbuf_reset(&outside->text);
	if (!view_add_pasted(shell, text, len, place, false))
		return;
	strbuf_add(&outside->text, text, len);
	outside->place = place;
	outside->generation = board_generation(shell_board(shell));
}

/* Pastes again downwards after undoing the first; if that fails, restores the first. */
static void view_paste_again(struct shell *shell)
{
	struct outside *outside = &canvas_of(shell)->outside;
	struct said why;

	if (view_add_pasted(shell, outside->text.text, outside->text.len, outside->place, true))
		return;
	why = (struct said){.text = STRBUF_INIT, .failed = shell->message.failed};
	strbuf_addstr(&why.text, shell->message.text.text);
	if (!shell_run(shell, "redo"))
		shell_say(shell, "%s", why.text.text);
	shell->message.failed = why.failed;
	strbuf_release(&why.text);
}

void view_paste_down(struct shell *shell, int choice)
{
	struct outside *outside = &canvas_of(shell)->outside;

	(void)choice;
	if (!outside->text.len || outside->generation != board_generation(shell_board(shell)))
		shell_say(shell, "%s", _("nothing was pasted just now"));
	else if (!shell_run(shell, "undo"))
		view_paste_again(shell);
	strbuf_reset(&outside->text);
}
