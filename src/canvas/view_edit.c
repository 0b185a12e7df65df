/* view_edit: what keys do with the stickies in focus, beyond the plain board commands. */
#include <inttypes.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/parking.h"
#include "shell/prompt.h"
#include "canvas/canvas.h"
#include "canvas/view_list.h"

void view_push(struct shell *shell, int choice)
{
	static const char *const lines[] = {[WAY_LEFT] = "carry left .",
		[WAY_RIGHT] = "carry right .",
		[WAY_UP] = "carry up .",
		[WAY_DOWN] = "carry down ."};
	struct place anchor = canvas_of(shell)->view.anchor;
	int columns = (choice == WAY_RIGHT) - (choice == WAY_LEFT);
	int rows = (choice == WAY_DOWN) - (choice == WAY_UP);

	if (shell_run(shell, lines[choice]))
		return;
	boardview_step(&canvas_of(shell)->view, (enum way)choice, 1);
	canvas_of(shell)->view.anchor = (struct place){anchor.column + columns, anchor.row + rows};
}

void view_select(struct shell *shell, int choice)
{
	(void)choice;
	canvas_of(shell)->view.selecting = !canvas_of(shell)->view.selecting;
	canvas_of(shell)->view.anchor = canvas_of(shell)->view.cursor;
}

void view_mark(struct shell *shell, int choice)
{
	const struct sticky *sticky = canvas_sticky(shell);

	(void)choice;
	if (sticky)
		boardview_mark(&canvas_of(shell)->view, sticky->id);
	else
		shell_say(shell, "%s", _("no sticky here"));
}

/* The place that copies are relative to: the corner of the rectangle, or of what is marked. */
static struct place view_origin(const struct shell *shell, const struct vec *ids)
{
	struct place origin = boardview_rect(&canvas_of(shell)->view).first;

	for (size_t i = 0; i < ids->count && !canvas_of(shell)->view.selecting; i++) {
		struct place place = board_sticky(shell_board(shell), vec_get(ids, int64_t, i))->place;

		origin.column = i && origin.column < place.column ? origin.column : place.column;
		origin.row = i && origin.row < place.row ? origin.row : place.row;
	}
	return origin;
}

/* Copies what is in focus; returns how many stickies that is. */
static size_t view_take(struct shell *shell)
{
	struct vec ids = VEC_INIT(int64_t);
	struct place origin;
	size_t count;

	boardview_stickies(&canvas_of(shell)->view, shell_board(shell), &ids);
	origin = view_origin(shell, &ids);
	count = ids.count;
	for (size_t i = 0; i < count; i++)
		if (shell_is_veiled(shell, board_sticky(shell_board(shell), vec_get(&ids, int64_t, i)))) {
			vec_release(&ids);
			return 0;
		}
	if (count)
		canvas_clear_clipboard(&canvas_of(shell)->clipboard);
	for (size_t i = 0; i < count; i++) {
		const struct sticky *sticky = board_sticky(shell_board(shell), vec_get(&ids, int64_t, i));
		struct copied *copy = vec_push(&canvas_of(shell)->clipboard);

		copy->offset.column = sticky->place.column - origin.column;
		copy->offset.row = sticky->place.row - origin.row;
		copy->kind = sticky->kind;
		copy->text = mem_strdup(sticky->text ? sticky->text : "");
	}
	vec_release(&ids);
	if (!count)
		shell_say(shell, "%s", _("no sticky here"));
	return count;
}

/* Puts their texts, one per line, on the terminal's clipboard if the user wants that. */
static void view_clip(struct shell *shell)
{
	const struct vec *copies = &canvas_of(shell)->clipboard;

	strbuf_reset(&shell->clip);
	for (size_t i = 0; shell->clips && i < copies->count; i++)
		strbuf_addf(&shell->clip, "%s%s", i ? "\n" : "", vec_get(copies, struct copied, i).text);
}

void view_copy(struct shell *shell, int choice)
{
	size_t count = view_take(shell);

	(void)choice;
	if (!count)
		return;
	shell_say(shell, ngettext("%zu sticky copied", "%zu stickies copied", count), count);
	view_clip(shell);
	if (canvas_of(shell)->view.selecting)
		boardview_go(&canvas_of(shell)->view, boardview_rect(&canvas_of(shell)->view).first);
	boardview_clear_selection(&canvas_of(shell)->view);
}

void view_cut(struct shell *shell, int choice)
{
	(void)choice;
	if (view_take(shell) && !shell_run(shell, "delete ."))
		boardview_clear_selection(&canvas_of(shell)->view);
}

/* Do all of IDS lie in the parking lot? */
static bool view_are_aside(const struct shell *shell, const struct vec *ids)
{
	for (size_t i = 0; i < ids->count; i++)
		if (!parking_holds(shell_board(shell), board_sticky(shell_board(shell), vec_get(ids, int64_t, i))))
			return false;
	return ids->count > 0;
}

/* The cursor stays where something was put aside, and follows what comes back. */
void view_park(struct shell *shell, int choice)
{
	struct vec ids = VEC_INIT(int64_t);
	bool aside;

	(void)choice;
	boardview_stickies(&canvas_of(shell)->view, shell_board(shell), &ids);
	aside = view_are_aside(shell, &ids);
	if (!shell_run(shell, aside ? "unpark ." : "park .")) {
		if (aside)
			boardview_go(&canvas_of(shell)->view,
				board_sticky(shell_board(shell), vec_get(&ids, int64_t, 0))->place);
		boardview_clear_selection(&canvas_of(shell)->view);
	}
	vec_release(&ids);
}

static int view_answer_resolve(struct shell *shell, const char *text)
{
	int failed = text[strspn(text, " ")] ? shell_do(shell, NULL, "resolve -n %s .", text)
					     : shell_run(shell, "resolve .");

	if (!failed)
		boardview_clear_selection(&canvas_of(shell)->view);
	return failed;
}

static void view_keep_resolve(const struct shell *shell, const char *text, struct strbuf *line)
{
	struct vec ids = VEC_INIT(int64_t);

	boardview_stickies(&canvas_of(shell)->view, shell_board(shell), &ids);
	words_format(line, "resolve -n %s", text);
	strbuf_truncate(line, line->len - 1);
	for (size_t i = 0; i < ids.count; i++)
		strbuf_addf(line, " %" PRId64, vec_get(&ids, int64_t, i));
	vec_release(&ids);
}

void view_resolve(struct shell *shell, int choice)
{
	static const struct question resolve = {.text = N_("How was it resolved?"),
		.answer = view_answer_resolve,
		.insists = true,
		.keep = view_keep_resolve};
	const struct sticky *sticky = canvas_sticky(shell);
	bool selected = boardview_has_selection(&canvas_of(shell)->view);

	(void)choice;
	if (selected || (sticky && KIND_RESOLVABLE & KIND_BIT(sticky->kind))) {
		prompt_ask(shell, &resolve, "");
		return;
	}
	shell_say(shell, "%s", sticky ? _("only hotspots and opportunities can be resolved") : _("no sticky here"));
}

static void view_add_line(struct strbuf *lines, struct place place, enum kind kind, const char *text)
{
	words_format(lines, "add %s -c %d -r %d -- %s", kind_token(kind), place.column, place.row, text);
}

/* Adds COUNT stickies, one per line of LINES, as one action. */
static void view_add(struct shell *shell, const struct strbuf *lines, size_t count)
{
	if (count && !shell_run_lines(shell, lines->text, NULL))
		shell_say(shell, ngettext("%zu sticky pasted", "%zu stickies pasted", count), count);
}

void view_paste(struct shell *shell, int choice)
{
	struct strbuf lines = STRBUF_INIT;

	(void)choice;
	if (!canvas_of(shell)->clipboard.count)
		shell_say_key(shell, _("nothing copied yet; %s copies"), shell_lowest(shell), "copy");
	for (size_t i = 0; i < canvas_of(shell)->clipboard.count; i++) {
		const struct copied *copy = vec_at(&canvas_of(shell)->clipboard, i);
		struct place place = canvas_of(shell)->view.cursor;

		place.column += copy->offset.column;
		place.row += copy->offset.row;
		view_add_line(&lines, place, copy->kind, copy->text);
	}
	view_add(shell, &lines, canvas_of(shell)->clipboard.count);
	strbuf_release(&lines);
}
