#include "draw/scene_links.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* The directions in which lines leave a cell; or that it holds a head, whose enum route_way is in the low bits. */
enum scene_link_bit { LINK_RIGHT = 1, LINK_LEFT = 2, LINK_DOWN = 4, LINK_UP = 8, LINK_HEAD = 16 };

/* The sign for each set of directions, by its bits. */
static const char *const scene_link_signs[] = {
	" ", "─", "─", "─", "│", "╭", "╮", "┬", "│", "╰", "╯", "┴", "│", "├", "┤", "┼"};

static const char *const scene_link_heads[] = {
	[ROUTE_RIGHT] = "▶", [ROUTE_LEFT] = "◀", [ROUTE_DOWN] = "▼", [ROUTE_UP] = "▲"};

void scene_links_init(struct scene_links *links, const struct viewport *viewport)
{
	links->width = viewport->width;
	links->height = viewport->height;
	links->cells = NULL;
}

void scene_links_release(struct scene_links *links)
{
	free(links->cells);
	links->cells = NULL;
}

static unsigned char *scene_links_cell(const struct scene_links *links, int x, int y)
{
	if (x < 0 || y < 0 || x >= links->width || y >= links->height)
		return NULL;
	return &links->cells[(size_t)y * (size_t)links->width + (size_t)x];
}

static void scene_links_mark(struct scene_links *links, int x, int y, unsigned bits)
{
	unsigned char *cell = scene_links_cell(links, x, y);

	if (cell && !(*cell & LINK_HEAD))
		*cell |= (unsigned char)bits;
}

/* Draws from FROM to TO along a row or column, where FROM comes first; only the visible part. */
static void scene_links_across(struct scene_links *links, int y, int from, int to)
{
	int first = from > 0 ? from : 0, last = to < links->width ? to : links->width - 1;

	for (int x = first; x <= last && from < to; x++)
		scene_links_mark(links, x, y, (x > from ? LINK_LEFT : 0) | (x < to ? LINK_RIGHT : 0));
}

static void scene_links_down(struct scene_links *links, int x, int from, int to)
{
	int first = from > 0 ? from : 0, last = to < links->height ? to : links->height - 1;

	for (int y = first; y <= last && from < to; y++)
		scene_links_mark(links, x, y, (y > from ? LINK_UP : 0) | (y < to ? LINK_DOWN : 0));
}

void scene_links_add(struct scene_links *links, const struct route *route)
{
	/* The first cell has a line into the source, to show where the arrow comes from. */
	static const unsigned into[] = {
		[ROUTE_RIGHT] = LINK_LEFT, [ROUTE_LEFT] = LINK_RIGHT, [ROUTE_DOWN] = LINK_UP, [ROUTE_UP] = LINK_DOWN};
	unsigned char *head;

	if (!links->cells)
		links->cells = mem_zalloc((size_t)links->width * (size_t)links->height);
	head = scene_links_cell(links, route->head_x, route->head_y);
	scene_links_mark(links, route->legs[0].x1, route->legs[0].y1, into[route->out]);
	for (int i = 0; i < route->count; i++) {
		const struct route_leg *leg = &route->legs[i];

		if (leg->y1 == leg->y2)
			scene_links_across(links, leg->y1, leg->x1 < leg->x2 ? leg->x1 : leg->x2,
				leg->x1 < leg->x2 ? leg->x2 : leg->x1);
		else
			scene_links_down(links, leg->x1, leg->y1 < leg->y2 ? leg->y1 : leg->y2,
				leg->y1 < leg->y2 ? leg->y2 : leg->y1);
	}
	if (head)
		*head = (unsigned char)(LINK_HEAD | route->head);
}

void scene_links_draw(const struct scene_links *links, struct scene *scene, int x, int y)
{
	for (int row = 0; links->cells && row < links->height; row++)
		for (int column = 0; column < links->width; column++) {
			unsigned char cell = *scene_links_cell(links, column, row);
			const char *sign =
				cell & LINK_HEAD ? scene_link_heads[cell & ~LINK_HEAD] : scene_link_signs[cell];

			if (cell)
				scene_text(scene, x + column, y + row, 1, sign, strlen(sign), STYLE_ARROW);
		}
}
