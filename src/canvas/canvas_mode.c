/* canvas_mode: the keys of the canvas, and how it is drawn. */
#include "base/i18n.h"
#include "draw/paint_cells.h"
#include "draw/panel.h"
#include "draw/scene_people.h"
#include "model/step.h"
#include "shell/refused.h"
#include "shell/view_command.h"
#include "canvas/canvas.h"
#include "canvas/status.h"
#include "canvas/typing.h"
#include "canvas/view_list.h"

#define CANVAS_MINIMAP_COLUMNS 30
#define CANVAS_MINIMAP_ROWS 8

/* Shows what the user has just added, even if its kind is hidden. */
static void canvas_reveal(struct shell *shell)
{
	struct canvas *canvas = canvas_of(shell);
	int64_t next = board_next_id(shell_board(shell), ENTITY_STICKY);

	for (int64_t id = canvas->next; id && id < next && canvas->view.hidden; id++) {
		const struct sticky *sticky = board_sticky(shell_board(shell), id);

		if (!sticky || sticky->author != session_person(shell->session) ||
			!(canvas->view.hidden & KIND_BIT(sticky->kind)))
			continue;
		canvas->view.hidden &= ~KIND_BIT(sticky->kind);
		if (!shell->message.text.len)
			shell_say(shell, _("%s: shown again"), shell->looks.kinds[sticky->kind]);
	}
	canvas->next = next;
}

void canvas_acted(struct shell *shell)
{
	struct canvas *canvas = canvas_of(shell);

	if (!canvas->warns && shell_top(shell) != &refused_mode)
		canvas->warned = 0;
	canvas->warns = false;
	canvas_reveal(shell);
	attention_act(shell, canvas->before);
	canvas->before = canvas->view.cursor;
}

static void canvas_focus(const struct shell *shell, struct focus *focus, struct vec *ids)
{
	const struct boardview *view = &canvas_of(shell)->view;

	focus->place = boardview_rect(view).first;
	boardview_stickies(view, shell_board(shell), ids);
}

static void canvas_show(struct shell *shell, struct place place)
{
	canvas_of(shell)->view.selecting = false; /* or the rectangle would reach to there */
	boardview_show(&canvas_of(shell)->view, place);
}

static void canvas_clear_selection(struct shell *shell)
{
	boardview_clear_selection(&canvas_of(shell)->view);
}

/* Esc: ends the selection and the search. */
static void canvas_esc(struct shell *shell, int argument)
{
	struct boardview *view = &canvas_of(shell)->view;

	(void)argument;
	boardview_clear_selection(view);
	search_end(&view->search);
}

#define COMMAND NULL, 0, ROLE_OBSERVER, NULL /* the command's row says who may */

static const struct binding canvas_rows[] = {
	{"h Left", "go left", N_("go"), N_("move the cursor"), COMMAND},
	{"j Down", "go down", NULL, NULL, COMMAND},
	{"k Up", "go up", NULL, NULL, COMMAND},
	{"l Right", "go right", NULL, NULL, COMMAND},
	{"H", "push left", N_("carry"), N_("carry the sticky or the selection along"), COMMAND},
	{"J", "push down", NULL, NULL, COMMAND},
	{"K", "push up", NULL, NULL, COMMAND},
	{"L", "push right", NULL, NULL, COMMAND},
	{"w", "next-sticky", NULL, N_("next, previous sticky in time"), COMMAND},
	{"W", "previous-sticky", NULL, NULL, COMMAND},
	{"0 Home", "go-to first-column", NULL, N_("first, last column"), COMMAND},
	{"$ End", "go-to last-column", NULL, NULL, COMMAND},
	{"gg", "go-to start", NULL, N_("start, end of the board"), COMMAND},
	{"G", "go-to end", NULL, NULL, COMMAND},
	{"C-d PageDown", "scroll down", NULL, N_("half a screen down, up"), COMMAND},
	{"C-u PageUp", "scroll up", NULL, NULL, COMMAND},
	{"i", "type", N_("add"), N_("type a new sticky of the step's kind"), COMMAND},
	{"a", "type-kind", N_("kind"), N_("type a new sticky; the next letter is its kind"), COMMAND},
	{"Enter e", "rewrite", N_("edit"), N_("edit the sticky; on an empty slot type a new one"), COMMAND},
	{"t", "change-kind", N_("kind"), N_("change the kind; the next letter is the new one"), COMMAND},
	{"x Delete", "cut", N_("delete"), N_("delete; what is deleted can be pasted"), COMMAND},
	{"y", "copy", N_("copy"), N_("copy the sticky or the selection"), COMMAND},
	{"p", "paste", N_("paste"), N_("paste at the cursor"), COMMAND},
	{"gp", "paste-down", NULL, N_("lay out downwards what was just pasted from outside"), COMMAND},
	{"v", "select", N_("select"), N_("select a rectangle for any of these keys"), COMMAND},
	{"s", "mark", NULL, N_("mark stickies one by one for any of these keys"), COMMAND},
	{">", "insert-column .", N_("room"), N_("insert a column at the cursor"), COMMAND},
	{"<", "delete-column .", NULL, N_("remove the column at the cursor"), COMMAND},
	{"b", "boundary", N_("boundary"), N_("boundary around the selection or the sticky: asks for the name"),
		COMMAND},
	{"B", "uncontext .", NULL, N_("take the sticky or the selection out of its context"), COMMAND},
	{"}", "next-context", NULL, N_("next, previous context"), COMMAND},
	{"{", "previous-context", NULL, NULL, COMMAND},
	{"D", "dim", NULL, N_("dim everything but this context, or undim"), COMMAND},
	{"C", "contexts", NULL, N_("list the contexts: rename, recolour, delete"), COMMAND},
	{"c", "connect", N_("link"), N_("link the sticky to another: go there and confirm"), COMMAND},
	{"=", "merge-with", NULL, N_("merge with one of the same meaning: go there and confirm"), COMMAND},
	{"X", "put-aside", NULL, N_("put aside, into the parking lot; there: bring back"), COMMAND},
	{"*", "vote .", NULL, N_("vote for the sticky"), COMMAND},
	{"!", "type-hotspot", N_("hotspot"), N_("a hotspot next to this sticky"), COMMAND},
	{"R", "resolve-this", NULL, N_("resolve the hotspot, and note how"), COMMAND},
	{"Space", "details", N_("details"), N_("details and note of the sticky"), COMMAND},
	{"[", "step prev", NULL, N_("previous step"), COMMAND},
	{"]", "step next", N_("next step"), NULL, COMMAND},
	{"Tab", "next-finding", N_("next"), N_("next finding of this step"), COMMAND},
	{"o", "take-offer", NULL, N_("there: do what the finding offers"), COMMAND},
	{"d", "dismiss-finding", N_("dismiss"), N_("dismiss the finding here"), COMMAND},
	{"A-d", "dismiss-because", NULL, N_("dismiss it, with a reason"), COMMAND},
	{"/", "search", N_("search"), N_("search; next, previous match"), COMMAND},
	{"n", "search-next", NULL, NULL, COMMAND},
	{"N", "search-previous", NULL, NULL, COMMAND},
	{"g/", "search-notes", NULL, N_("search in the notes as well"), COMMAND},
	{"f", "filter", NULL, N_("show only some kinds"), COMMAND},
	{"+", "zoom in", N_("zoom"), N_("zoom in, out, whole board"), COMMAND},
	{"-", "zoom out", NULL, NULL, COMMAND},
	{"z", "zoom all", NULL, NULL, COMMAND},
	{"M", "minimap", NULL, N_("minimap in the corner"), COMMAND},
	{"O", "outline", N_("outline"), N_("the board as indented text"), COMMAND},
	{"m", "map", N_("context map"), N_("context map"), COMMAND},
	{"P", "people", N_("people"), N_("who is here, and what they do"), COMMAND},
	{"u", "undo", N_("undo"), NULL, COMMAND},
	{"C-r", "redo", NULL, N_("redo"), COMMAND},
	{"U", "history", NULL, N_("what you did; undo any one of it"), COMMAND},
	{":", "command", N_("command line"), N_("command line, with completion and history"), COMMAND},
	{"? F1", "help", N_("help"), N_("this help"), COMMAND},
	{"gm", "mouse", NULL, N_("leave the mouse to the terminal, to select text with, or take it back"), COMMAND},
	{"C-l", "repaint", NULL, N_("redraw everything"), COMMAND},
	{"C-s", "write", NULL, N_("save the board to a file"), COMMAND},
	{"Esc C-c", "let-go", N_("let go"), N_("end the selection and the search"), canvas_esc, 0, ROLE_OBSERVER, NULL},
	{"q", "quit", N_("leave"), N_("leave; everything is already saved"), COMMAND},
	{0},
};

/* What to offer on an empty slot, on a sticky, with a selection, at a finding, at one that stands for several, in the
 * last step, and to observers. */
static const char *const canvas_slot_offers[] = {"type", "type-kind", "select", "paste", "insert-column .", "undo",
	"step next", "command", "help", "quit", NULL};
static const char *const canvas_sticky_offers[] = {"type", "rewrite", "change-kind", "cut", "connect", "type-hotspot",
	"undo", "step next", "command", "help", "quit", NULL};
static const char *const canvas_selection_offers[] = {
	"push left", "boundary", "cut", "copy", "change-kind", "let-go", NULL};
static const char *const canvas_finding_offers[] = {
	"next-finding", "dismiss-finding", "rewrite", "type-hotspot", "undo", "help", NULL};
static const char *const canvas_several_offers[] = {"next-finding", "type", "type-hotspot", "undo", "help", NULL};
static const char *const canvas_map_offers[] = {
	"map", "type", "rewrite", "connect", "type-hotspot", "undo", "command", "help", "quit", NULL};
static const char *const canvas_looker_offers[] = {
	"go left", "details", "search", "zoom in", "outline", "map", "command", "help", "quit", NULL};

static const char *const *canvas_offered(const struct shell *shell)
{
	if (boardview_has_selection(&canvas_of(shell)->view))
		return canvas_selection_offers;
	if (session_role(shell->session) == ROLE_OBSERVER)
		return canvas_looker_offers;
	if (view_has_finding(shell))
		return canvas_of(shell)->finding.times ? canvas_several_offers : canvas_finding_offers;
	if (board_step(shell_board(shell)) == STEP_LAST)
		return canvas_map_offers;
	return canvas_sticky(shell) ? canvas_sticky_offers : canvas_slot_offers;
}

static void canvas_offers(const struct shell *shell, struct vec *offers)
{
	const struct canvas *canvas = canvas_of(shell);

	if (view_offer(shell))
		vec_add(offers, struct offer) = (struct offer){"take-offer", NULL, view_offer(shell)};
	if (canvas->people.count)
		vec_add(offers, struct offer) = (struct offer){"people", NULL, NULL};
	if (boardview_has_selection(&canvas->view))
		vec_add(offers, struct offer) = (struct offer){"go left", NULL, _("grow")};
	for (const char *const *command = canvas_offered(shell); *command; command++)
		vec_add(offers, struct offer) = (struct offer){*command, NULL, NULL};
}

static void canvas_paste(struct shell *shell, const char *text, size_t len)
{
	view_paste_lines(shell, text, len);
}

/* Adds the sticky being typed, and the one where a link being drawn begins. */
static void canvas_look(const struct shell *shell, struct view *view, struct draft *draft)
{
	const struct canvas *canvas = canvas_of(shell);
	const struct boardview *where = &canvas->view;
	const struct sticky *source = connect_source(shell);
	struct place_rect none = PLACE_RECT_EMPTY;

	*view = (struct view){
		.viewport = where->viewport,
		.cursor = where->cursor,
		.selection = where->selecting ? boardview_rect(where) : none,
		.marks = &where->marks,
		.source = source ? (struct place_rect){source->place, source->place} : none,
		.only = board_context(shell_board(shell), canvas->only) ? canvas->only : 0,
		.proposed = propose_outlines(shell),
		.landing = canvas_landing(shell),
		.draft = typing_draft(shell, draft) ? draft : NULL,
		.search = &where->search,
		.hidden = where->hidden,
		.names = shell->looks.names ? shell->looks.kinds : NULL,
		.veil = shell_veil(shell),
	};
}

static void canvas_draw_board(struct shell *shell, struct cellbuf *buf)
{
	struct canvas *canvas = canvas_of(shell);
	const struct board *board = shell_board(shell);
	int left = scene_board_left(board);
	const struct sticky *shown;
	struct scene scene;
	struct draft draft;
	struct view view;

	boardview_resize(&canvas->view, shell->screen.columns - left,
		shell->screen.rows - SHELL_ROWS_ABOVE - SHELL_ROWS_BELOW - SCENE_BOARD_TOP);
	boardview_use_room(&canvas->view, board, shell->screen.columns, shell->screen.rows);
	canvas_look(shell, &view, &draft);
	scene_init(&scene);
	scene_board(&scene, board, &view);
	scene_people(&scene, &view.viewport, left, canvas->people.items, canvas->people.count);
	shown = board_sticky(board, attention_shown(&canvas->attention));
	if (shown)
		scene_pointer(&scene, &view.viewport, left, shown->place, canvas->attention.presenter,
			attention_is_bright(&canvas->attention));
	paint_cells(&scene, buf, 0, SHELL_ROWS_ABOVE);
	if (scene.caret_x >= 0) {
		shell->screen.caret_x = scene.caret_x;
		shell->screen.caret_y = scene.caret_y + SHELL_ROWS_ABOVE;
	}
	scene_release(&scene);
}

/* Draws it in the lower right corner of the board. */
static void canvas_draw_minimap(struct shell *shell, struct cellbuf *buf)
{
	struct canvas *canvas = canvas_of(shell);
	struct panel panel;

	minimap_update(&canvas->minimap, shell_board(shell), CANVAS_MINIMAP_COLUMNS, CANVAS_MINIMAP_ROWS);
	panel.width = canvas->minimap.width + 2;
	panel.height = canvas->minimap.height + 2;
	panel.x = buf->columns - panel.width;
	panel.y = buf->rows - SHELL_ROWS_BELOW - panel.height;
	panel_draw(buf, panel, "");
	minimap_draw(&canvas->minimap, buf, panel.x + 1, panel.y + 1, &canvas->view.viewport, canvas->view.cursor);
}

static void canvas_draw(struct shell *shell, struct cellbuf *buf)
{
	canvas_draw_board(shell, buf);
	if (canvas_of(shell)->shows_minimap)
		canvas_draw_minimap(shell, buf);
	status_draw(shell, buf);
}

const struct mode canvas_mode = {
	.name = "canvas",
	.title = N_("Keys on the canvas"),
	.rows = canvas_rows,
	.calm = MODE_FREE,
	.offers = canvas_offers,
	.paste = canvas_paste,
	.mouse = canvas_mouse,
	.look = canvas_mouse_look,
	.focus = canvas_focus,
	.show = canvas_show,
	.clear_selection = canvas_clear_selection,
	.draw = canvas_draw,
};
