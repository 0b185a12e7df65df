/* typing: putting down a sticky, or changing its text, right on the canvas. */
#include <inttypes.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/step.h"
#include "ui/desk.h"
#include "ui/view_list.h"

static const struct hint typing_hints[] = {
	{"Enter", N_("keep")},
	{"Tab", N_("keep, next")},
	{"A-Enter", N_("new line")},
	{"Esc", N_("drop")},
	{NULL, NULL},
};

static void typing_begin(struct desk *desk, struct place place, enum kind kind)
{
	desk->typing.place = board_free_place(desk_board(desk), place);
	desk->typing.kind = kind;
	desk->typing.sticky = 0;
	lineedit_set(&desk->typing.line, "");
	canvas_let_go(&desk->canvas);
	canvas_go(&desk->canvas, desk->typing.place);
	desk->mode = &typing_mode;
}

/* Adds the new sticky; the cursor goes where it came to lie. */
static int typing_add(struct desk *desk)
{
	const struct typing *typing = &desk->typing;
	int64_t id = 0;
	int failed = desk_do(desk, &id, "add %s -c %d -r %d -- %s", kind_token(typing->kind),
		typing->place.column, typing->place.row, typing->line.text.text);
	const struct sticky *sticky = failed ? NULL : board_sticky(desk_board(desk), id);

	if (sticky)
		canvas_go(&desk->canvas, sticky->place);
	return failed;
}

static int typing_edit(struct desk *desk)
{
	return desk_do(desk, NULL, "edit %" PRId64 " -- %s", desk->typing.sticky, desk->typing.line.text.text);
}

/* Keeps what was typed, unless that is nothing. What cannot be kept stays to be mended. */
static int typing_keep(struct desk *desk)
{
	const char *text = desk->typing.line.text.text;
	int failed = 0;

	if (text[strspn(text, " \n")])
		failed = desk->typing.sticky ? typing_edit(desk) : typing_add(desk);
	if (!failed)
		desk_settle(desk, &canvas_mode);
	return failed;
}

static void typing_next(struct desk *desk)
{
	enum kind kind = desk->typing.kind;
	struct place place;

	if (typing_keep(desk))
		return;
	place = desk->canvas.cursor;
	if (place.column < PLACE_MOST)
		place.column++;
	typing_begin(desk, place, kind);
}

static void typing_key(struct desk *desk, struct key key)
{
	static const struct key new_line = {KEY_CODE_ENTER, false, true};

	if (key_equal(key, new_line))
		lineedit_insert(&desk->typing.line, "\n", 1);
	else if (key.code == KEY_CODE_ENTER)
		typing_keep(desk);
	else if (key.code == KEY_CODE_TAB)
		typing_next(desk);
	else if (key.code == KEY_CODE_ESC || (key.ctrl && key.code == 'c'))
		desk_settle(desk, &canvas_mode);
	else
		lineedit_key(&desk->typing.line, key);
}

static void typing_paste(struct desk *desk, const char *text, size_t len)
{
	lineedit_insert(&desk->typing.line, text, len);
}

const struct mode typing_mode = {.hints = typing_hints, .key = typing_key, .paste = typing_paste};

void view_write(struct desk *desk, int choice)
{
	size_t count;
	enum kind kind = step_kinds(board_step(desk_board(desk)), &count)[0];

	typing_begin(desk, desk->canvas.cursor, choice < 0 ? kind : (enum kind)choice);
}

/* The nearest free slot: below the sticky, then above it, then at its right, then at its left. */
void view_write_beside(struct desk *desk, enum kind kind)
{
	static const struct place ways[] = {{0, 1}, {0, -1}, {1, 0}, {-1, 0}};
	struct place place = desk->canvas.cursor;

	for (size_t i = 0; desk_sticky(desk) && i < ARRAY_SIZE(ways); i++) {
		struct place beside = {place.column + ways[i].column, place.row + ways[i].row};

		if (beside.column < 1 || beside.row < 1 || board_at(desk_board(desk), beside))
			continue;
		place = beside;
		break;
	}
	typing_begin(desk, place, kind);
}

void view_write_hotspot(struct desk *desk, int choice)
{
	(void)choice;
	view_write_beside(desk, KIND_HOTSPOT);
}

/* Is somebody else editing STICKY? Says so, once. */
static bool typing_is_taken(struct desk *desk, const struct sticky *sticky)
{
	for (size_t i = 0; i < desk->people.count && desk->warned != sticky->id; i++) {
		const struct scene_person *person = vec_at(&desk->people, i);

		if (person->edits != sticky->id)
			continue;
		desk->warned = sticky->id;
		desk_say(desk, _("%s is editing this sticky; press again to edit it all the same"),
			person->name);
		return true;
	}
	desk->warned = 0;
	return false;
}

void view_rewrite(struct desk *desk, int choice)
{
	const struct sticky *sticky = desk_sticky(desk);

	(void)choice;
	if (!sticky) {
		view_write(desk, -1);
		return;
	}
	if (desk_is_veiled(desk, sticky) || typing_is_taken(desk, sticky))
		return;
	desk->typing.place = sticky->place;
	desk->typing.kind = sticky->kind;
	desk->typing.sticky = sticky->id;
	lineedit_set(&desk->typing.line, sticky->text ? sticky->text : "");
	canvas_let_go(&desk->canvas);
	desk->mode = &typing_mode;
}

void desk_draft(const struct desk *desk, struct draftfile *draft)
{
	const struct typing *typing = &desk->typing;
	const struct canvas *canvas = &desk->canvas;

	*draft = (struct draftfile){canvas->cursor, canvas->viewport.zoom, canvas->viewport.first, STRBUF_INIT,
		canvas->cursor, KIND_EVENT, 0};
	if (desk->mode != &typing_mode)
		return;
	draft->text = typing->line.text;
	draft->place = typing->place;
	draft->kind = typing->kind;
	draft->sticky = typing->sticky;
}

static void typing_take_up(struct desk *desk, const struct draftfile *draft)
{
	const struct sticky *sticky = board_sticky(desk_board(desk), draft->sticky);

	typing_begin(desk, draft->place, draft->kind);
	if (sticky) {
		desk->typing.place = sticky->place;
		desk->typing.sticky = sticky->id;
		desk->canvas.cursor = sticky->place;
	}
	lineedit_set(&desk->typing.line, draft->text.text);
	desk_say(desk, "%s", _("here is what you were typing when the terminal went away"));
}

void desk_take_up(struct desk *desk, const struct draftfile *draft)
{
	desk->canvas.cursor = draft->cursor;
	if (draft->text.len && !session_is_read_only(desk->session))
		typing_take_up(desk, draft);
	desk->canvas.viewport.zoom = draft->zoom;
	desk->canvas.viewport.first = draft->first; /* last, as how much is seen is not known yet */
}
