/* view_edit: what keys do with the stickies in focus, beyond the plain board commands. */
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/step.h"
#include "ui/desk.h"
#include "ui/view_list.h"

void view_push(struct desk *desk, int choice)
{
	static const char *const lines[] = {
		[WAY_LEFT] = "carry left .", [WAY_RIGHT] = "carry right .",
		[WAY_UP] = "carry up .", [WAY_DOWN] = "carry down ."};
	struct place anchor = desk->canvas.anchor;
	int columns = (choice == WAY_RIGHT) - (choice == WAY_LEFT);
	int rows = (choice == WAY_DOWN) - (choice == WAY_UP);

	if (desk_run(desk, lines[choice]))
		return;
	canvas_step(&desk->canvas, (enum way)choice, 1);
	desk->canvas.anchor = (struct place){anchor.column + columns, anchor.row + rows};
}

void view_select(struct desk *desk, int choice)
{
	(void)choice;
	desk->canvas.selecting = !desk->canvas.selecting;
	desk->canvas.anchor = desk->canvas.cursor;
}

void view_mark(struct desk *desk, int choice)
{
	const struct sticky *sticky = desk_sticky(desk);

	(void)choice;
	if (sticky)
		canvas_mark(&desk->canvas, sticky->id);
	else
		desk_say(desk, "%s", _("there is no sticky here"));
}

static void view_forget_copies(struct vec *clipboard)
{
	for (size_t i = 0; i < clipboard->count; i++)
		free(((struct copied *)vec_at(clipboard, i))->text);
	vec_reset(clipboard);
}

/* Where copies are counted from: the corner of the rectangle, or of what is marked. */
static struct place view_origin(const struct desk *desk, const struct vec *ids)
{
	struct place origin = canvas_rect(&desk->canvas).first;

	for (size_t i = 0; i < ids->count && !desk->canvas.selecting; i++) {
		struct place place = board_sticky(desk_board(desk), *(int64_t *)vec_at(ids, i))->place;

		origin.column = i && origin.column < place.column ? origin.column : place.column;
		origin.row = i && origin.row < place.row ? origin.row : place.row;
	}
	return origin;
}

/* Copies what is in focus; how many stickies there are. */
static size_t view_take(struct desk *desk)
{
	struct vec ids = VEC_INIT(int64_t);
	struct place origin;
	size_t count;

	canvas_stickies(&desk->canvas, desk_board(desk), &ids);
	origin = view_origin(desk, &ids);
	count = ids.count;
	for (size_t i = 0; i < count; i++)
		if (desk_is_veiled(desk, board_sticky(desk_board(desk), *(int64_t *)vec_at(&ids, i)))) {
			vec_release(&ids);
			return 0;
		}
	if (count)
		view_forget_copies(&desk->clipboard);
	for (size_t i = 0; i < count; i++) {
		const struct sticky *sticky = board_sticky(desk_board(desk), *(int64_t *)vec_at(&ids, i));
		struct copied *copy = vec_push(&desk->clipboard);

		copy->offset.column = sticky->place.column - origin.column;
		copy->offset.row = sticky->place.row - origin.row;
		copy->kind = sticky->kind;
		copy->text = mem_strdup(sticky->text ? sticky->text : "");
	}
	vec_release(&ids);
	if (!count)
		desk_say(desk, "%s", _("there is no sticky here"));
	return count;
}

void view_copy(struct desk *desk, int choice)
{
	size_t count = view_take(desk);

	(void)choice;
	if (!count)
		return;
	desk_say(desk, ngettext("%zu sticky copied", "%zu stickies copied", count), count);
	if (desk->canvas.selecting)
		canvas_go(&desk->canvas, canvas_rect(&desk->canvas).first);
	canvas_let_go(&desk->canvas);
}

void view_cut(struct desk *desk, int choice)
{
	(void)choice;
	if (view_take(desk) && !desk_run(desk, "delete ."))
		canvas_let_go(&desk->canvas);
}

static void view_add_line(struct strbuf *lines, struct place place, enum kind kind, const char *text)
{
	words_format(lines, "add %s -c %d -r %d -- %s", kind_token(kind), place.column, place.row, text);
}

/* Adds COUNT stickies, a line of LINES each, as one action. */
static void view_add(struct desk *desk, const struct strbuf *lines, size_t count)
{
	if (count && !desk_run_lines(desk, lines->text))
		desk_say(desk, ngettext("%zu sticky pasted", "%zu stickies pasted", count), count);
}

void view_paste(struct desk *desk, int choice)
{
	struct strbuf lines = STRBUF_INIT;

	(void)choice;
	if (!desk->clipboard.count)
		desk_say(desk, "%s", _("nothing is copied yet: y copies, x cuts"));
	for (size_t i = 0; i < desk->clipboard.count; i++) {
		const struct copied *copy = vec_at(&desk->clipboard, i);
		struct place place = desk->canvas.cursor;

		place.column += copy->offset.column;
		place.row += copy->offset.row;
		view_add_line(&lines, place, copy->kind, copy->text);
	}
	view_add(desk, &lines, desk->clipboard.count);
	strbuf_release(&lines);
}

/* More are for `import`, as an action is kept in memory while it is made. */
#define VIEW_PASTE_MOST 10000

void view_paste_lines(struct desk *desk, const char *text, size_t len)
{
	struct strbuf lines = STRBUF_INIT;
	struct place place = desk->canvas.cursor;
	char *copy = mem_strndup(text, len), *rest = copy, *line;
	size_t kinds, count = 0;
	enum kind kind = step_kinds(board_step(desk_board(desk)), &kinds)[0];

	while (count <= VIEW_PASTE_MOST && (line = strsep(&rest, "\n"))) {
		if (!line[strspn(line, " \t")])
			continue;
		view_add_line(&lines, place, kind, line);
		place.row++;
		count++;
	}
	if (count > VIEW_PASTE_MOST)
		desk_say(desk, _("a paste makes %d stickies at most; more come in with evstorm import"),
			VIEW_PASTE_MOST);
	else
		view_add(desk, &lines, count);
	strbuf_release(&lines);
	free(copy);
}
