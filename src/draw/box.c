#include "draw/box.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "text/width.h"
#include "text/wrap.h"

/* More lines than the largest box has; a text being typed scrolls through them. */
#define BOX_LINES_MOST 512

/* The least width for text, and for a blank before it. */
#define BOX_WRITTEN 4
#define BOX_WIDE 12

struct box_room {
	int x, y, width, height;
};

struct box box_of(const struct sticky *sticky, const struct veil *veil)
{
	struct box box = {.kind = sticky->kind, .text = veil_text(veil, sticky)};
	int64_t dots = veil_dots(veil, sticky);
	size_t len = 0;

	if (dots)
		len = (size_t)snprintf(
			box.badges, sizeof(box.badges), veil->hides_dots ? "● " : "● %" PRId64 " ", dots);
	snprintf(box.badges + len, sizeof(box.badges) - len, "%s%s%s%s%s", sticky->note ? "≡ " : "",
		sticky->pivotal ? "┃ " : "", sticky->public ? "» " : "", sticky->payload ? "{} " : "",
		sticky->resolved ? "✓" : "");
	return box;
}

/* Actors are smaller than other stickies, if there is room to show that. */
static struct box_room box_room(const struct box *box, const struct viewport_zoom_size *size, int x, int y)
{
	struct box_room room = {x, y, size->width, size->height};

	if (box->kind == KIND_ACTOR && size->width >= BOX_WIDE && size->height > 2) {
		room.x++;
		room.width -= 2;
		room.height--;
	}
	return room;
}

/* Is there room for badges and the name of the kind, each on its own line? */
static bool box_is_roomy(const struct viewport_zoom_size *size)
{
	return size->width >= VIEWPORT_READABLE && size->height > 3;
}

static enum style box_style(const struct box *box)
{
	return box->dimmed ? STYLE_DIMMED : STYLE_KIND + box->kind;
}

/* The line that holds byte AT. */
static size_t box_line_of(const struct wrap_line *lines, size_t count, size_t at)
{
	size_t line = 0;

	while (line + 1 < count && lines[line + 1].start <= at)
		line++;
	return line;
}

static void box_caret(
	struct scene *scene, const struct box *box, const struct wrap_line *line, struct box_room room, int y)
{
	size_t len = box->caret > line->start ? box->caret - line->start : 0;
	int cells = width_of(box->text + line->start, len);

	scene->caret_x = room.x + (cells < room.width ? cells : room.width - 1);
	scene->caret_y = y;
}

/* Draws the text into ROOM; the caret's line is always shown. */
static void box_text(struct scene *scene, const struct box *box, struct box_room room)
{
	struct wrap_line lines[BOX_LINES_MOST];
	size_t height = (size_t)room.height, first = 0, count, shown;
	size_t most = box->typed ? BOX_LINES_MOST : height, len = strlen(box->text);
	bool rest;

	count = wrap_text(box->text, len, room.width, lines, most, &rest);
	if (box->typed && box_line_of(lines, count, box->caret) >= height)
		first = box_line_of(lines, count, box->caret) - height + 1;
	shown = count - first < height ? count - first : height;
	room.y += (room.height - (int)shown) / 2;
	for (size_t i = 0; i < shown; i++) {
		const struct wrap_line *line = &lines[first + i];
		const char *text = box->text + line->start;
		int y = room.y + (int)i;

		if (!rest || i + 1 < shown || box->typed) {
			scene_text(scene, room.x, y, room.width, text, line->len, box_style(box));
		} else {
			int cells;
			size_t fits = width_fit(text, line->len, room.width - 1, &cells);

			scene_text(scene, room.x, y, room.width, text, fits, box_style(box));
			scene_text(scene, room.x + cells, y, 1, "…", strlen("…"), box_style(box));
		}
		if (box->typed && box_line_of(lines, count, box->caret) == first + i)
			box_caret(scene, box, line, room, y);
	}
}

/* The part of ROOM for the text: without borders, the line of badges and the line of the kind's name. */
static struct box_room box_inner(const struct box *box, const struct viewport_zoom_size *size, struct box_room room)
{
	struct box_room inner = {room.x, room.y, room.width - 1, room.height};

	if (size->width >= BOX_WIDE) {
		inner.x++;
		inner.width--;
	}
	if (box_is_roomy(size) && box->badges[0])
		inner.height--;
	if (box_is_roomy(size) && box->name) {
		inner.y++;
		inner.height--;
	}
	return inner;
}

bool box_is_cut(const struct box *box, const struct viewport_zoom_size *size)
{
	struct box_room inner = box_inner(box, size, box_room(box, size, 0, 0));
	struct wrap_line lines[BOX_LINES_MOST];
	bool rest;

	if (size->width < BOX_WRITTEN)
		return true;
	wrap_text(box->text, strlen(box->text), inner.width, lines, (size_t)inner.height, &rest);
	return rest;
}

int box_height(const struct box *box, const struct viewport_zoom_size *size)
{
	struct viewport_zoom_size grown = *size;

	while (grown.height < BOX_LINES_MOST && box_is_cut(box, &grown))
		grown.height++;
	return grown.height;
}

void box_draw(struct scene *scene, const struct box *box, const struct viewport_zoom_size *size, int x, int y)
{
	struct box_room room = box_room(box, size, x, y), inner = box_inner(box, size, room);
	char letter = box->kind == KIND_HOTSPOT ? '!' : kind_letter(box->kind);
	enum style mark = box->dimmed ? STYLE_DIMMED : STYLE_MARK + box->kind;

	scene_fill(scene, room.x, room.y, room.width, room.height, box_style(box));
	if (size->width >= BOX_WRITTEN)
		box_text(scene, box, inner);
	if (box_is_roomy(size) && box->badges[0])
		scene_text(
			scene, inner.x, room.y + room.height - 1, inner.width, box->badges, strlen(box->badges), mark);
	if (box_is_roomy(size) && box->name)
		scene_text(scene, inner.x, room.y, inner.width - 1, box->name, strlen(box->name), mark);
	scene_text(scene, room.x + room.width - 1, room.y, 1, &letter, 1, mark);
}
