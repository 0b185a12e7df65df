#include "ui/desk.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "check/propose.h"
#include "draw/paint_cells.h"
#include "draw/plain.h"
#include "model/step.h"
#include "text/clean.h"
#include "ui/panel.h"
#include "ui/status.h"
#include "ui/view_command.h"
#include "ui/view_list.h"

/* What can be done on an empty slot, with a sticky, with a selection. */
static const struct hint desk_slot_hints[] = {
	{"i", N_("add")},
	{"a", N_("kind")},
	{"v", N_("select")},
	{"p", N_("paste")},
	{">", N_("room")},
	{"u", N_("undo")},
	{"]", N_("next step")},
	{":", N_("command line")},
	{"?", N_("help")},
	{"q", N_("leave")},
	{NULL, NULL},
};

static const struct hint desk_sticky_hints[] = {
	{"i", N_("add")},
	{"Enter", N_("edit")},
	{"t", N_("kind")},
	{"x", N_("delete")},
	{"c", N_("link")},
	{"!", N_("hotspot")},
	{"u", N_("undo")},
	{"]", N_("next step")},
	{":", N_("command line")},
	{"?", N_("help")},
	{"q", N_("leave")},
	{NULL, NULL},
};

static const struct hint desk_selection_hints[] = {
	{"h j k l", N_("grow")},
	{"H J K L", N_("carry")},
	{"b", N_("boundary")},
	{"x", N_("delete")},
	{"y", N_("copy")},
	{"t", N_("kind")},
	{"Esc", N_("let go")},
	{NULL, NULL},
};

static const struct hint desk_finding_hints[] = {
	{"Tab", N_("next")},
	{"d", N_("dismiss")},
	{"e", N_("edit")},
	{"!", N_("hotspot")},
	{"u", N_("undo")},
	{"?", N_("help")},
	{NULL, NULL},
};

/* For those who only look. */
static const struct hint desk_observer_hints[] = {
	{"h j k l", N_("go")},
	{"Space", N_("details")},
	{"/", N_("search")},
	{"+ -", N_("zoom")},
	{"O", N_("outline")},
	{":", N_("command line")},
	{"?", N_("help")},
	{"q", N_("leave")},
	{NULL, NULL},
};

/* In the last step. */
static const struct hint desk_map_hints[] = {
	{"m", N_("context map")},
	{"i", N_("add")},
	{"Enter", N_("edit")},
	{"c", N_("link")},
	{"!", N_("hotspot")},
	{"u", N_("undo")},
	{":", N_("command line")},
	{"?", N_("help")},
	{"q", N_("leave")},
	{NULL, NULL},
};

static const struct hint *desk_hints(const struct desk *desk)
{
	if (session_role(desk->session) == ROLE_OBSERVER && !canvas_has_selection(&desk->canvas))
		return desk_observer_hints;
	if (canvas_has_selection(&desk->canvas))
		return desk_selection_hints;
	if (desk_has_finding(desk))
		return desk_finding_hints;
	if (board_step(desk_board(desk)) == STEP_LAST)
		return desk_map_hints;
	return desk_sticky(desk) ? desk_sticky_hints : desk_slot_hints;
}

void desk_init(struct desk *desk, struct session *session, const char *file)
{
	*desk = (struct desk){.session = session, .file = file, .columns = 1,
		.rows = 1, .caret_x = -1, .caret_y = -1};
	desk_settle(desk, &canvas_mode);
	for (int i = 0; i < KIND_COUNT; i++)
		desk->kinds[i] = kind_name((enum kind)i);
	keymap_init(&desk->keymap);
	canvas_init(&desk->canvas);
	mapview_init(&desk->map);
	dialogue_init(&desk->dialogue);
	lineedit_init(&desk->typing.line);
	lineedit_init(&desk->prompt.line);
	vec_init(&desk->prompt.history[0], sizeof(char *));
	vec_init(&desk->prompt.history[1], sizeof(char *));
	vec_init(&desk->prompt.completions, sizeof(char *));
	vec_init(&desk->clipboard, sizeof(struct copied));
	vec_init(&desk->proposing.list, sizeof(struct proposal));
	vec_init(&desk->proposing.outlines, sizeof(struct scene_proposal));
	vec_init(&desk->people, sizeof(struct scene_person));
	attention_init(&desk->attention);
	strbuf_init(&desk->message);
}

void desk_release(struct desk *desk)
{
	checklist_free(desk->checklist);
	for (size_t i = 0; i < desk->clipboard.count; i++)
		free(((struct copied *)vec_at(&desk->clipboard, i))->text);
	vec_release(&desk->clipboard);
	proposals_release(&desk->proposing.list);
	vec_release(&desk->proposing.outlines);
	map_release(&desk->proposing.stickies);
	vec_release(&desk->people);
	attention_release(&desk->attention);
	vec_release_strings(&desk->prompt.history[0]);
	vec_release_strings(&desk->prompt.history[1]);
	vec_release_strings(&desk->prompt.completions);
	mapview_release(&desk->map);
	dialogue_release(&desk->dialogue);
	lineedit_release(&desk->typing.line);
	lineedit_release(&desk->prompt.line);
	canvas_release(&desk->canvas);
	minimap_release(&desk->minimap);
	keymap_release(&desk->keymap);
	strbuf_release(&desk->message);
}

void desk_settle(struct desk *desk, const struct mode *mode)
{
	desk->mode = desk->ground = mode;
}

void desk_back(struct desk *desk)
{
	desk->mode = desk->ground;
}

const struct board *desk_board(const struct desk *desk)
{
	return session_board(desk->session);
}

struct veil desk_veil(const struct desk *desk)
{
	return veil_for(desk_board(desk), session_person(desk->session), session_role(desk->session));
}

bool desk_is_locked(const struct desk *desk)
{
	return board_facts(desk_board(desk))->locked && session_role(desk->session) < ROLE_FACILITATOR;
}

const struct sticky *desk_sticky(const struct desk *desk)
{
	const struct sticky *sticky = board_at(desk_board(desk), desk->canvas.cursor);

	return sticky && !(desk->canvas.hidden & 1u << sticky->kind) ? sticky : NULL;
}

void desk_say(struct desk *desk, const char *format, ...)
{
	va_list arguments;

	va_start(arguments, format);
	clean_format(&desk->message, format, arguments);
	va_end(arguments);
	desk->failed = false;
}

bool desk_is_veiled(struct desk *desk, const struct sticky *sticky)
{
	struct veil veil = desk_veil(desk);
	bool veiled = veil_hides(&veil, sticky);

	if (veiled)
		desk_say(desk, "%s", _("what others write can be read when the silent round ends"));
	return veiled;
}

bool desk_is_waiting(struct desk *desk)
{
	bool waiting = board_facts(desk_board(desk))->silent;

	if (waiting)
		desk_say(desk, "%s", _("this waits until the silent round ends"));
	return waiting;
}

void desk_say_error(struct desk *desk, const struct error *err)
{
	desk_say(desk, "%s", err->text);
	desk->failed = true;
}

/* Runs the command lines in TEXT, which end at line feeds, as one action. */
static int desk_run_text(struct desk *desk, char *text, const struct focus *focus, int64_t *id)
{
	struct session_report report = SESSION_REPORT_INIT;
	struct error err = ERROR_INIT;
	struct vec lines = VEC_INIT(struct words);
	char *rest = text, *line;
	int failed;

	while ((line = strsep(&rest, "\n")))
		if (*line)
			words_from_line(vec_push(&lines), line);
	failed = session_run(desk->session, lines.items, lines.count, focus, &report, &err);
	if (failed)
		desk_say_error(desk, &err);
	else if (report.note.len)
		desk_say(desk, "%s", report.note.text);
	if (!failed && desk->checklist)
		checklist_hurry(desk->checklist);
	if (!failed && id)
		*id = report.made;
	vec_release(&lines);
	session_report_release(&report);
	return failed;
}

int desk_run_lines(struct desk *desk, const char *lines)
{
	struct vec ids = VEC_INIT(int64_t);
	struct focus focus = {.place = canvas_rect(&desk->canvas).first};
	char *copy = mem_strdup(lines);
	int failed;

	canvas_stickies(&desk->canvas, desk_board(desk), &ids);
	focus.stickies = ids.items;
	focus.count = ids.count;
	failed = desk_run_text(desk, copy, &focus, NULL);
	vec_release(&ids);
	free(copy);
	return failed;
}

int desk_do(struct desk *desk, int64_t *id, const char *format, ...)
{
	struct strbuf line = STRBUF_INIT;
	va_list arguments;
	int failed;

	va_start(arguments, format);
	words_vformat(&line, format, arguments);
	va_end(arguments);
	failed = desk_run_text(desk, line.text, NULL, id);
	strbuf_release(&line);
	return failed;
}

/* Runs LINE if it is a view command; 0 when it is none. */
static int desk_run_view(struct desk *desk, const char *line, int *failed)
{
	struct strbuf name = STRBUF_INIT;
	struct error err = ERROR_INIT;
	const struct view_command *command = NULL;
	struct words words;

	words_from_line(&words, line);
	if (words_next(&words, &name, NULL) > 0)
		command = view_command_find(name.text);
	if (command) {
		*failed = view_command_run(command, desk, &words, &err);
		if (*failed)
			desk_say_error(desk, &err);
	}
	strbuf_release(&name);
	return command != NULL;
}

int desk_run(struct desk *desk, const char *line)
{
	int failed = 0;

	if (desk_run_view(desk, line, &failed))
		return failed;
	return desk_run_lines(desk, line);
}

bool desk_may(const struct desk *desk, const char *line)
{
	struct strbuf name = STRBUF_INIT;
	const struct view_command *view = NULL;
	const struct command *command = NULL;
	struct words words;
	enum role role;

	words_from_line(&words, line);
	if (words_next(&words, &name, NULL) > 0) {
		view = view_command_find(name.text);
		command = command_find(name.text);
	}
	role = view ? view->role : command ? command->role : ROLE_OBSERVER;
	strbuf_release(&name);
	return session_role(desk->session) >= role;
}

/* Does LINE alter the board? */
static bool desk_alters(const char *line)
{
	struct strbuf name = STRBUF_INIT;
	const struct view_command *view = NULL;
	bool alters = false;
	struct words words;

	words_from_line(&words, line);
	if (words_next(&words, &name, NULL) > 0) {
		view = view_command_find(name.text);
		alters = view ? view->role == ROLE_PARTICIPANT : command_find(name.text) != NULL;
	}
	strbuf_release(&name);
	return alters;
}

bool desk_offers(const struct desk *desk, const struct hint *hint)
{
	char name[16];
	bool may = true;
	struct key key;
	const char *end;

	snprintf(name, sizeof(name), "%.*s", (int)strcspn(hint->key, " "), hint->key);
	end = key_parse(name, &key);
	if (desk->mode->hints || !end || *end)
		return true; /* what they say is the mode's own, or no one key */
	for (size_t i = 0; i < desk->keymap.bindings.count; i++) {
		const struct binding *binding = vec_at(&desk->keymap.bindings, i);

		if (binding->count == 1 && key_equal(binding->keys[0], key))
			may = desk_may(desk, binding->command) &&
			      !(desk_is_locked(desk) && desk_alters(binding->command));
	}
	return may;
}

/* A key on the canvas: the sequence it belongs to may have to be waited for. */
static void desk_canvas_key(struct desk *desk, struct key key)
{
	const struct binding *binding;
	bool more;

	if (key.code == KEY_CODE_ESC || (key.ctrl && key.code == 'c')) {
		desk->keys_count = 0;
		canvas_let_go(&desk->canvas);
		strbuf_reset(&desk->canvas.search);
		return;
	}
	desk->keys[desk->keys_count++] = key;
	binding = keymap_find(&desk->keymap, desk->keys, desk->keys_count, &more);
	if (!binding && more && desk->keys_count < KEYMAP_KEYS_MOST)
		return;
	desk->keys_count = 0;
	if (binding) {
		if (strcmp(binding->command, "rewrite"))
			desk->warned = 0;
		desk_run(desk, binding->command);
	} else {
		struct strbuf name = STRBUF_INIT;

		key_format(key, &name);
		desk_say(desk, _("%s does nothing here; ? shows the keys"), name.text);
		strbuf_release(&name);
	}
}

static void desk_canvas_paste(struct desk *desk, const char *text, size_t len)
{
	view_paste_lines(desk, text, len);
}

const struct mode canvas_mode = {.key = desk_canvas_key, .paste = desk_canvas_paste};

/* Esc and a key typed fast look like Alt and that key: where that means nothing it is taken as the two. */
static bool desk_splits(const struct desk *desk, struct key key)
{
	bool more;

	return key.alt && key.code != KEY_CODE_ENTER &&
	       (desk->mode != &canvas_mode || !keymap_find(&desk->keymap, &key, 1, &more));
}

/* Does what lies over the canvas wait for the end of a silent round, which began under it? */
static bool desk_is_hushed(const struct desk *desk)
{
	return desk->mode->waits && board_facts(desk_board(desk))->silent;
}

void desk_key(struct desk *desk, struct key key)
{
	if (desk_splits(desk, key)) {
		desk_key(desk, (struct key){.code = KEY_CODE_ESC});
		key.alt = false;
	}
	strbuf_reset(&desk->message);
	desk->failed = false;
	desk->canvas.veil = desk_veil(desk);
	if (key.ctrl && key.code == 'z')
		desk->suspend = true;
	else if (desk_is_hushed(desk) && key.code != KEY_CODE_ESC)
		desk_is_waiting(desk);
	else
		desk->mode->key(desk, key);
}

void desk_paste(struct desk *desk, const char *text, size_t len)
{
	strbuf_reset(&desk->message);
	if (desk_is_hushed(desk))
		desk_is_waiting(desk);
	else if (desk->mode->paste)
		desk->mode->paste(desk, text, len);
}

const struct hint *desk_now_hints(const struct desk *desk)
{
	return desk->mode->hints ? desk->mode->hints : desk_hints(desk);
}

/* The slot where the link being drawn begins. */
static struct place_rect desk_link_source(const struct desk *desk)
{
	const struct sticky *sticky = board_sticky(desk_board(desk), desk->link_from);
	struct place_rect none = PLACE_RECT_EMPTY;

	return desk->mode == &link_mode && sticky ? (struct place_rect){sticky->place, sticky->place}
						  : none;
}

static void desk_draw_canvas(struct desk *desk, struct cellbuf *buf)
{
	const struct typing *typing = &desk->typing;
	struct draft draft = {typing->place, typing->kind, typing->line.text.text, typing->line.caret};
	struct place_rect none = PLACE_RECT_EMPTY;
	const struct sticky *shown;
	struct scene scene;
	int left = scene_board_left(desk_board(desk));
	struct view view;

	canvas_resize(&desk->canvas, desk->columns - left,
		desk->rows - STATUS_ROWS_ABOVE - STATUS_ROWS_BELOW - SCENE_BOARD_TOP);
	view = (struct view){
		.viewport = desk->canvas.viewport,
		.cursor = desk->canvas.cursor,
		.selection = desk->canvas.selecting ? canvas_rect(&desk->canvas) : none,
		.marks = &desk->canvas.marks,
		.source = desk_link_source(desk),
		.only = board_context(desk_board(desk), desk->only) ? desk->only : 0,
		.proposed = desk->proposing.stickies.count ? &desk->proposing.stickies : NULL,
		.draft = desk->mode == &typing_mode ? &draft : NULL,
		.search = desk->canvas.search.text,
		.hidden = desk->canvas.hidden,
		.names = desk->names ? desk->kinds : NULL,
		.veil = desk_veil(desk),
	};
	scene_init(&scene);
	scene_board(&scene, desk_board(desk), &view);
	scene_people(&scene, &view.viewport, left, desk->people.items, desk->people.count);
	shown = board_sticky(desk_board(desk), attention_shown(&desk->attention));
	if (shown)
		scene_pointer(&scene, &view.viewport, left, shown->place, desk->attention.shower,
			attention_is_bright(&desk->attention));
	paint_cells(&scene, buf, 0, STATUS_ROWS_ABOVE);
	if (scene.caret_x >= 0) {
		desk->caret_x = scene.caret_x;
		desk->caret_y = scene.caret_y + STATUS_ROWS_ABOVE;
	}
	scene_release(&scene);
}

#define DESK_MINIMAP_COLUMNS 30
#define DESK_MINIMAP_ROWS 8

/* In the lower right corner of the canvas. */
static void desk_draw_minimap(struct desk *desk, struct cellbuf *buf)
{
	struct panel panel;

	minimap_update(&desk->minimap, desk_board(desk), DESK_MINIMAP_COLUMNS, DESK_MINIMAP_ROWS);
	panel.width = desk->minimap.width + 2;
	panel.height = desk->minimap.height + 2;
	panel.x = buf->columns - panel.width;
	panel.y = buf->rows - STATUS_ROWS_BELOW - panel.height;
	panel_draw(buf, panel, "");
	minimap_draw(&desk->minimap, buf, panel.x + 1, panel.y + 1, &desk->canvas.viewport,
		desk->canvas.cursor);
}

/* In place of what would tell what others write. */
static void desk_draw_hushed(struct cellbuf *buf)
{
	struct vec lines = VEC_INIT(char *);

	*(char **)vec_push(&lines) = mem_strdup(_("this waits until the silent round ends"));
	panel_list(buf, buf->rows - STATUS_ROWS_BELOW, buf->rows, "", &lines, 0);
	vec_release_strings(&lines);
}

void desk_draw(struct desk *desk, struct cellbuf *buf)
{
	desk->caret_x = desk->caret_y = -1;
	cellbuf_reset(buf, desk->columns, desk->rows, STYLE_BOARD);
	if (panel_lacks_room(buf))
		return;
	if (desk->checklist)
		checklist_update(desk->checklist);
	desk_draw_canvas(desk, buf);
	if (desk->shows_minimap)
		desk_draw_minimap(desk, buf);
	status_draw(desk, buf);
	if (desk_is_hushed(desk))
		desk_draw_hushed(buf);
	else if (desk->mode->draw)
		desk->mode->draw(desk, buf);
	if (desk->ascii)
		plain_cells(buf);
}
