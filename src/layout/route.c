#include "layout/route.h"

/* The cells around the box of a slot. */
struct route_box {
	int left, right;  /* columns of gutter cells left and right of it */
	int above, below; /* rows of gutter cells above and below it */
	int middle_x, middle_y;
};

static struct route_box route_box(const struct viewport *viewport, struct place place)
{
	const struct viewport_zoom_size *size = viewport_size(viewport);
	int x, y;

	viewport_cell(viewport, place, &x, &y);
	return (struct route_box){
		x - 1, x + size->width, y - 1, y + size->height, x + size->width / 2, y + size->height / 2};
}

static void route_go(struct route *route, int x, int y)
{
	struct route_leg *leg = &route->legs[route->count++];

	*leg = (struct route_leg){route->head_x, route->head_y, x, y};
	route->head_x = x;
	route->head_y = y;
}

/* To the next row of the same column: the arrowhead alone fills the gutter. */
static void route_down(struct route *route, const struct route_box *source, bool down)
{
	route->head_x = source->middle_x;
	route->head_y = down ? source->below : source->above;
	route->head = route->out = down ? ROUTE_DOWN : ROUTE_UP;
	route_go(route, route->head_x, route->head_y);
}

static void route_straight(
	struct route *route, const struct route_box *source, const struct route_box *target, bool right)
{
	route->head_x = right ? source->right : source->left;
	route->head_y = source->middle_y;
	route->head = route->out = right ? ROUTE_RIGHT : ROUTE_LEFT;
	route_go(route, right ? target->left : target->right, source->middle_y);
}

/* Down or up the gutter on the right, and back in. */
static void route_beside(struct route *route, const struct route_box *source, const struct route_box *target)
{
	route->head_x = source->right;
	route->head_y = source->middle_y;
	route->head = ROUTE_LEFT;
	route->out = ROUTE_RIGHT;
	route_go(route, source->right, target->middle_y);
}

static void route_round(
	struct route *route, const struct route_box *source, const struct route_box *target, bool right, bool below)
{
	int out = right ? source->right : source->left, in = right ? target->left : target->right;
	int along = below ? target->above : target->below;

	route->head_x = out;
	route->head_y = source->middle_y;
	route->head = route->out = right ? ROUTE_RIGHT : ROUTE_LEFT;
	route_go(route, out, along);
	route_go(route, in, along);
	route_go(route, in, target->middle_y);
}

bool route_find(const struct viewport *viewport, struct place source, struct place target, struct route *route)
{
	struct route_box from = route_box(viewport, source), to = route_box(viewport, target);
	int64_t columns = (int64_t)target.column - source.column;
	int64_t rows = (int64_t)target.row - source.row;

	*route = (struct route){.count = 0};
	if (!viewport_size(viewport)->left)
		return false;
	if (!columns && (rows == 1 || rows == -1))
		route_down(route, &from, rows > 0);
	else if (!columns)
		route_beside(route, &from, &to);
	else if (!rows && (columns == 1 || columns == -1))
		route_straight(route, &from, &to, columns > 0);
	else
		route_round(route, &from, &to, columns > 0, rows >= 0);
	return true;
}
