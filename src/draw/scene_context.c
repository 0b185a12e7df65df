#include "draw/scene_context.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "layout/boundary.h"
#include "text/width.h"

/* How many slots around the visible ones are read: contexts there may reach into sight. */
#define SCENE_CONTEXT_ROUND (BOUNDARY_GAP + 1)

/* The directions in which lines leave a cell. */
enum scene_context_bit { EDGE_RIGHT = 1, EDGE_LEFT = 2, EDGE_DOWN = 4, EDGE_UP = 8 };

enum { SCENE_CONTEXT_LIGHT, SCENE_CONTEXT_DASHED, SCENE_CONTEXT_BOLD, SCENE_CONTEXT_LINES };

static const char *const scene_context_signs[SCENE_CONTEXT_LINES][16] = {
	{" ", "─", "─", "─", "│", "╭", "╮", "┬", "│", "╰", "╯", "┴", "│", "├", "┤", "┼"},
	{" ", "╌", "╌", "╌", "╎", "╭", "╮", "┬", "╎", "╰", "╯", "┴", "╎", "├", "┤", "┼"},
	{" ", "━", "━", "━", "┃", "┏", "┓", "┳", "┃", "┗", "┛", "┻", "┃", "┣", "┫", "╋"},
};

/* The contexts of the visible slots and those around them, and the cells of their lines. */
struct scene_context {
	const struct board *board;
	const struct viewport *viewport;
	const struct viewport_zoom_size *size;
	const struct scene_context_focus *focus;
	struct place first; /* the slot of ids[0]: left of and above the visible slots; may be 0 or less */
	int columns, rows;  /* of ids */
	int64_t *ids;       /* the context of each slot, below 0 a proposal, or 0 */
	bool *taken;        /* of each slot: there is a sticky */
	const struct scene_proposal **proposals; /* of each slot, or NULL */
	bool *named;                             /* of each slot: its piece already has its name */
	unsigned char *edges;                    /* bits of each cell of the area */
	unsigned char *styles;
	unsigned char *lines; /* SCENE_CONTEXT_LIGHT, ... of each cell of the area */
};

/* How a piece is drawn. */
struct scene_context_look {
	const char *name;
	enum style style;
	int line; /* SCENE_CONTEXT_LIGHT, ... */
};

enum style scene_context_style(const struct context *context)
{
	int64_t colour = context && context->colour > 0 ? context->colour - 1 : 0;

	return STYLE_CONTEXT + (int)(colour % STYLE_CONTEXT_COUNT);
}

/* The context of the slot at COLUMN, ROW, among those read; 0 outside. */
static int64_t scene_context_at(const struct scene_context *work, int column, int row)
{
	if (column < 0 || row < 0 || column >= work->columns || row >= work->rows)
		return 0;
	return work->ids[row * work->columns + column];
}

/* How the piece with the slot at COLUMN, ROW is drawn. */
static struct scene_context_look scene_context_look_at(const struct scene_context *work, int column, int row)
{
	int64_t id = scene_context_at(work, column, row);
	const struct context *context = board_context(work->board, id);
	const struct scene_proposal *proposal = work->proposals[row * work->columns + column];
	struct place place = {work->first.column + column, work->first.row + row};
	int line = work->focus->bold ? SCENE_CONTEXT_BOLD : SCENE_CONTEXT_LIGHT;

	if (landing_falls(work->focus->landing, place))
		line = SCENE_CONTEXT_DASHED;

	if (id < 0)
		return (struct scene_context_look){
			proposal->name, proposal->chosen ? STYLE_MATCH : STYLE_SELECTION, SCENE_CONTEXT_DASHED};
	if (work->focus->only && id != work->focus->only)
		return (struct scene_context_look){context->name, STYLE_DIMMED, line};
	return (struct scene_context_look){context->name, scene_context_style(context), line};
}

/* Reads what lies in the slot at COLUMN, ROW. */
static void scene_context_note(struct scene_context *work, int column, int row)
{
	struct place place = {work->first.column + column, work->first.row + row};
	const struct sticky *sticky =
		place.column > 0 && place.row > 0 ? landing_at(work->focus->landing, work->board, place) : NULL;
	int at = row * work->columns + column;

	if (!sticky)
		return;
	work->taken[at] = true;
	work->ids[at] = sticky->context;
	if (!sticky->context && work->focus->proposed)
		work->proposals[at] = map_get(work->focus->proposed, (uint64_t)sticky->id);
	if (work->proposals[at])
		work->ids[at] = work->proposals[at]->id;
}

/* In a row or column of COUNT slots, STRIDE apart from START on, gives empty slots to the context that lies on both
 * sides of them. */
static void scene_context_bridge(struct scene_context *work, int start, int stride, int count)
{
	int last = -1;

	for (int i = 0; i < count; i++) {
		int at = start + i * stride;

		if (!work->taken[at])
			continue;
		for (int gap = last + 1; last >= 0 && gap < i && i - last <= BOUNDARY_GAP + 1; gap++) {
			int from = start + last * stride, to = start + gap * stride;

			if (work->ids[from] != work->ids[at] || work->ids[to])
				continue;
			work->ids[to] = work->ids[at];
			work->proposals[to] = work->proposals[at];
		}
		last = i;
	}
}

static void scene_context_gather(struct scene_context *work)
{
	for (int row = 0; row < work->rows; row++)
		for (int column = 0; column < work->columns; column++)
			scene_context_note(work, column, row);
	for (int row = 0; row < work->rows; row++)
		scene_context_bridge(work, row * work->columns, 1, work->columns);
	for (int column = 0; column < work->columns; column++)
		scene_context_bridge(work, column, work->columns, work->rows);
}

static void scene_context_mark(struct scene_context *work, int x, int y, unsigned bits, struct scene_context_look look)
{
	size_t at = (size_t)y * (size_t)work->viewport->width + (size_t)x;

	if (x < 0 || y < 0 || x >= work->viewport->width || y >= work->viewport->height)
		return;
	work->edges[at] |= (unsigned char)bits;
	work->styles[at] = (unsigned char)look.style;
	work->lines[at] = (unsigned char)look.line;
}

/* Draws a line along the upper or lower edge of a slot, in row Y, between the gutter cells FROM and TO. It continues
 * sideways where the neighbour is of the same context. */
static void scene_context_across(
	struct scene_context *work, int from, int to, int y, bool left, bool right, struct scene_context_look look)
{
	for (int x = from; x <= to; x++)
		scene_context_mark(work, x, y, (x > from ? EDGE_LEFT : 0) | (x < to ? EDGE_RIGHT : 0), look);
	if (left) {
		scene_context_mark(work, from, y, EDGE_LEFT, look);
		scene_context_mark(work, from - 1, y, EDGE_RIGHT, look);
	}
	if (right) {
		scene_context_mark(work, to, y, EDGE_RIGHT, look);
		scene_context_mark(work, to + 1, y, EDGE_LEFT, look);
	}
}

static void scene_context_down(struct scene_context *work, int x, int from, int to, struct scene_context_look look)
{
	for (int y = from; y <= to; y++)
		scene_context_mark(work, x, y, (y > from ? EDGE_UP : 0) | (y < to ? EDGE_DOWN : 0), look);
}

/* Draws the edges of a slot that belongs to a context. */
static void scene_context_slot(struct scene_context *work, int column, int row)
{
	int64_t id = scene_context_at(work, column, row);
	bool left = scene_context_at(work, column - 1, row) == id;
	bool right = scene_context_at(work, column + 1, row) == id;
	struct place place = {work->first.column + column, work->first.row + row};
	struct scene_context_look look = scene_context_look_at(work, column, row);
	int x, y, end, bottom;

	viewport_cell(work->viewport, place, &x, &y);
	end = x + work->size->width;
	bottom = y + work->size->height;
	if (scene_context_at(work, column, row - 1) != id)
		scene_context_across(work, x - 1, end, y - 1, left, right, look);
	if (scene_context_at(work, column, row + 1) != id)
		scene_context_across(work, x - 1, end, bottom, left, right, look);
	if (!left)
		scene_context_down(work, x - 1, y - 1, bottom, look);
	if (!right)
		scene_context_down(work, end, y - 1, bottom, look);
}

static void scene_context_ground(
	struct scene *scene, const struct scene_context *work, int column, int row, int left, int top)
{
	const struct viewport_zoom_size *size = work->size;
	struct place place = {work->first.column + column, work->first.row + row};
	int x, y;

	viewport_cell(work->viewport, place, &x, &y);
	scene_fill(scene, left + x - size->left, top + y - size->above, size->across, size->down + size->above,
		STYLE_CONTEXT_GROUND);
}

/* Marks the piece of the slot as named. */
static void scene_context_name_piece(struct scene_context *work, int column, int row)
{
	static const int ways[4][2] = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
	int64_t id = scene_context_at(work, column, row);
	int *stack = mem_resize(NULL, (size_t)work->columns * (size_t)work->rows + 1, sizeof(*stack));
	size_t count = 0;

	stack[count++] = row * work->columns + column;
	work->named[stack[0]] = true;
	while (count) {
		int at = stack[--count];

		for (int i = 0; i < 4; i++) {
			int x = at % work->columns + ways[i][0], y = at / work->columns + ways[i][1];

			if (scene_context_at(work, x, y) != id || work->named[y * work->columns + x])
				continue;
			work->named[y * work->columns + x] = true;
			stack[count++] = y * work->columns + x;
		}
	}
	free(stack);
}

/* Does an arrow cross the upper edge of the slot, to or from the slot above? */
static bool scene_context_is_crossed(const struct scene_context *work, int column, int row)
{
	struct place place = {work->first.column + column, work->first.row + row};
	struct place above = {place.column, place.row - 1};
	const struct sticky *sticky = board_at(work->board, place), *upper = board_at(work->board, above);

	return sticky && upper &&
	       (board_link(work->board, sticky->id, upper->id) || board_link(work->board, upper->id, sticky->id));
}

/* Where a name of WIDTH cells starts on an edge of RUN slots so that no arrow crosses it, in cells from the first box;
 * INSET if there is no such place. */
static int scene_context_dodge(const struct scene_context *work, int column, int row, int run, int inset, int width)
{
	int across = work->size->across, middle = work->size->width / 2;

	for (int half = 0; half < 2 * run; half++) {
		int from = half / 2 * across + (half % 2 ? middle + 1 : inset);
		bool crossed = from + width > run * across - 4 - inset / 2;

		for (int i = 0; i < run && !crossed; i++)
			crossed = i * across + middle >= from && i * across + middle < from + width &&
				  scene_context_is_crossed(work, column + i, row);
		if (!crossed)
			return from;
	}
	return inset;
}

/* Draws the name on the upper edge of a piece, from its first visible slot to the end of that edge. */
static void scene_context_tab(struct scene *scene, struct scene_context *work, int column, int row, int left, int top)
{
	int64_t id = scene_context_at(work, column, row);
	struct scene_context_look look = scene_context_look_at(work, column, row);
	struct place place = {work->first.column + column, work->first.row + row};
	/* Beside the corner of the cursor's frame, if there is room. */
	int inset = work->size->width >= 12 ? 3 : 0;
	int x, y, from, run = 1, room, used;
	struct strbuf text = STRBUF_INIT;

	while (scene_context_at(work, column + run, row) == id && scene_context_at(work, column + run, row - 1) != id)
		run++;
	viewport_cell(work->viewport, place, &x, &y);
	strbuf_addf(&text, " %s ", look.name);
	from = scene_context_dodge(work, column, row, run, inset, width_of(text.text, text.len));
	room = run * work->size->across - 4 - inset / 2 - (from - inset);
	if (width_of(text.text, text.len) > room) {
		strbuf_truncate(&text, width_fit(text.text, text.len, room - 1, &used));
		strbuf_addstr(&text, "…");
	}
	scene_text(scene, left + x + from, top + y - 1, room, text.text, text.len, look.style);
	strbuf_release(&text);
}

static void scene_context_lines(struct scene *scene, const struct scene_context *work, int left, int top)
{
	const struct viewport *viewport = work->viewport;

	for (int y = 0; y < viewport->height; y++)
		for (int x = 0; x < viewport->width; x++) {
			size_t at = (size_t)y * (size_t)viewport->width + (size_t)x;
			const char *sign = scene_context_signs[work->lines[at]][work->edges[at]];

			if (work->edges[at])
				scene_text(scene, left + x, top + y, 1, sign, strlen(sign), work->styles[at]);
		}
}

/* First the tints, then the lines, then the names on them. */
static void scene_context_draw(struct scene *scene, struct scene_context *work, int left, int top)
{
	bool gutters = work->size->left > 0;

	for (int row = 0; row < work->rows; row++)
		for (int column = 0; column < work->columns; column++)
			if (scene_context_at(work, column, row)) {
				if (!work->focus->bold)
					scene_context_ground(scene, work, column, row, left, top);
				if (gutters)
					scene_context_slot(work, column, row);
			}
	if (!gutters)
		return;
	scene_context_lines(scene, work, left, top);
	for (int row = SCENE_CONTEXT_ROUND; row < work->rows - SCENE_CONTEXT_ROUND; row++)
		for (int column = SCENE_CONTEXT_ROUND; column < work->columns - SCENE_CONTEXT_ROUND; column++) {
			int64_t id = scene_context_at(work, column, row);

			if (!id || id == scene_context_at(work, column, row - 1) ||
				work->named[row * work->columns + column])
				continue;
			scene_context_name_piece(work, column, row);
			scene_context_tab(scene, work, column, row, left, top);
		}
}

void scene_contexts(struct scene *scene, const struct board *board, const struct viewport *viewport,
	const struct scene_context_focus *focus, int x, int y)
{
	struct place_rect slots = viewport_slots(viewport);
	struct scene_context work = {
		.board = board,
		.viewport = viewport,
		.size = viewport_size(viewport),
		.focus = focus,
		.first = {slots.first.column - SCENE_CONTEXT_ROUND, slots.first.row - SCENE_CONTEXT_ROUND},
		.columns = slots.last.column - slots.first.column + 1 + 2 * SCENE_CONTEXT_ROUND,
		.rows = slots.last.row - slots.first.row + 1 + 2 * SCENE_CONTEXT_ROUND,
	};
	size_t count = (size_t)work.columns * (size_t)work.rows;
	size_t cells = (size_t)viewport->width * (size_t)viewport->height;

	if (!board_count(board, ENTITY_CONTEXT) && !focus->proposed)
		return;
	work.ids = mem_zalloc(count * sizeof(*work.ids));
	work.taken = mem_zalloc(count * sizeof(*work.taken));
	work.proposals = mem_zalloc(count * sizeof(*work.proposals));
	work.named = mem_zalloc(count * sizeof(*work.named));
	work.edges = mem_zalloc(cells);
	work.styles = mem_zalloc(cells);
	work.lines = mem_zalloc(cells);
	scene_context_gather(&work);
	scene_context_draw(scene, &work, x, y);
	free(work.ids);
	free(work.taken);
	free(work.proposals);
	free(work.named);
	free(work.edges);
	free(work.styles);
	free(work.lines);
}
