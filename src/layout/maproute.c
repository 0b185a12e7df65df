#include "layout/maproute.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"
#include "layout/mapcourse.h"
#include "layout/maptrack.h"

/* The rows of the upper border of a box, above the first row that a line may use. */
#define MAPROUTE_BORDER 1

/* The horizontal parts of a line: at the heights of its two ends, and between its turns. */
enum maproute_part { MAPROUTE_FIRST, MAPROUTE_LAST, MAPROUTE_MIDDLE, MAPROUTE_PARTS };

/* The way of a line, from its left end to its right end; of a loop, from source to target. */
struct maproute_way {
	struct mapcourse course;
	size_t ends[2];           /* boxes */
	bool turned;              /* the left end is the target */
	int rows[MAPROUTE_PARTS]; /* of each part: first within the row or lane of the grid, later on the map */
	int tracks[2];            /* at each turn; the first one if there is only one turn */
};

/* The claim of one part of a line to a row of cells, which it shares only where another line turns away. */
struct maproute_claim {
	size_t line;
	enum maproute_part part;
	int columns[2];  /* the first and the last column that it passes or ends at */
	int channels[2]; /* the first and the last channel that it is in */
	bool turns[2];   /* does it end there in a turn, rather than at a box? */
	int side;        /* at a box: 1 goes above and 3 below the others, which have 2 */
	bool settled;
};

struct maproute_work {
	struct maproute *route;
	struct maproute_way *ways; /* of each line */
	struct mapcourse_grid grid;
	struct vec rules;               /* of struct maptrack_rule, from lines that share a row */
	int *widths;                    /* of each column */
	int *lefts, *rights;            /* cells that ports take at the left and the right of each channel */
	int *tracks;                    /* how many each channel has */
	int *heights;                   /* of each row */
	int *lanes;                     /* rows of cells in each lane */
	int *column_x, *row_y, *lane_y; /* where columns, rows and lanes begin */
};

static void maproute_measure(struct maproute_work *work)
{
	const struct maproute *route = work->route;

	for (size_t i = 0; i < route->box_count; i++) {
		if (route->boxes[i].column > work->grid.columns)
			work->grid.columns = route->boxes[i].column;
		if (route->boxes[i].row > work->grid.rows)
			work->grid.rows = route->boxes[i].row;
	}
}

static int *maproute_numbers(int count)
{
	return mem_zalloc((size_t)(count + 3) * sizeof(int));
}

static void maproute_begin(struct maproute_work *work)
{
	const struct maproute *route = work->route;

	maproute_measure(work);
	work->ways = mem_zalloc((route->line_count + 1) * sizeof(*work->ways));
	work->grid.taken = mem_zalloc((size_t)(work->grid.columns + 2) * (size_t)(work->grid.rows + 2));
	work->widths = maproute_numbers(work->grid.columns);
	work->lefts = maproute_numbers(work->grid.columns);
	work->rights = maproute_numbers(work->grid.columns);
	work->tracks = maproute_numbers(work->grid.columns);
	work->column_x = maproute_numbers(work->grid.columns);
	work->heights = maproute_numbers(work->grid.rows);
	work->lanes = maproute_numbers(work->grid.rows);
	work->row_y = maproute_numbers(work->grid.rows);
	work->lane_y = maproute_numbers(work->grid.rows);
	for (size_t i = 0; i < route->box_count; i++) {
		const struct maproute_box *box = &route->boxes[i];

		work->grid.taken[box->row * (work->grid.columns + 2) + box->column] = true;
		if (box->width > work->widths[box->column])
			work->widths[box->column] = box->width;
	}
}

static void maproute_end(struct maproute_work *work)
{
	vec_release(&work->rules);
	free(work->ways);
	free(work->grid.taken);
	free(work->widths);
	free(work->lefts);
	free(work->rights);
	free(work->tracks);
	free(work->column_x);
	free(work->heights);
	free(work->lanes);
	free(work->row_y);
	free(work->lane_y);
}

static bool maproute_is_loop(const struct maproute_way *way)
{
	return mapcourse_is_loop(&way->course);
}

/* Has it a horizontal part between its turns? */
static bool maproute_has_middle(const struct maproute_way *way)
{
	return way->course.turns[0] != way->course.turns[1];
}

static void maproute_choose_courses(struct maproute_work *work)
{
	const struct maproute *route = work->route;
	struct mapcourse *courses = mem_zalloc((route->line_count + 1) * sizeof(*courses));

	for (size_t i = 0; i < route->line_count; i++) {
		const struct maproute_line *line = &route->lines[i];
		struct maproute_way *way = &work->ways[i];

		way->turned = route->boxes[line->source].column > route->boxes[line->target].column;
		way->ends[way->turned] = line->source;
		way->ends[!way->turned] = line->target;
		for (int end = 0; end < 2; end++) {
			courses[i].columns[end] = route->boxes[way->ends[end]].column;
			courses[i].rows[end] = route->boxes[way->ends[end]].row;
		}
		mapcourse_plain(&courses[i], &work->grid);
	}
	mapcourse_untangle(courses, route->line_count, &work->grid);
	for (size_t i = 0; i < route->line_count; i++)
		work->ways[i].course = courses[i];
	free(courses);
}

/* On the right of a box, loops that go up leave above all other lines, and those that go down below them. */
static int maproute_side(const struct maproute_way *way, int end)
{
	int own = way->course.rows[end], other = way->course.rows[!end];

	return !maproute_is_loop(way) ? 2 : other < own ? 1 : other == own ? 3 : 4;
}

/* Adds the claim of PART of LINE, if the line has it and it is at HEIGHT of the grid. */
static void maproute_claim(
	struct maproute_work *work, size_t line, enum maproute_part part, int height, struct vec *claims)
{
	const struct maproute_way *way = &work->ways[line];
	const struct mapcourse *course = &way->course;
	bool straight = mapcourse_is_straight(course);
	struct maproute_claim claim = {.line = line, .part = part, .side = 2};

	if (part == MAPROUTE_MIDDLE ? !maproute_has_middle(way) || course->middle != height
				    : 2 * course->rows[part] != height || (straight && part))
		return;
	claim.columns[0] = part == MAPROUTE_FIRST ? course->columns[0] : course->turns[part == MAPROUTE_LAST];
	claim.columns[1] =
		part == MAPROUTE_LAST || straight ? course->columns[1] : course->turns[part == MAPROUTE_MIDDLE] - 1;
	claim.channels[0] = part == MAPROUTE_FIRST ? course->columns[0] + 1 : claim.columns[0];
	claim.channels[1] = part == MAPROUTE_LAST || straight ? course->columns[1] : claim.columns[1] + 1;
	claim.turns[0] = part != MAPROUTE_FIRST;
	claim.turns[1] = part != MAPROUTE_LAST && !straight;
	if (maproute_is_loop(way)) {
		claim.columns[0] = claim.columns[1] = course->columns[0];
		claim.channels[0] = claim.channels[1] = course->turns[0];
		claim.turns[0] = false;
		claim.turns[1] = true;
		claim.side = maproute_side(way, part);
	}
	vec_add(claims, struct maproute_claim) = claim;
}

/* Must A be above B? */
static bool maproute_is_above(
	const struct maproute_work *work, const struct maproute_claim *a, const struct maproute_claim *b)
{
	const struct mapcourse *first = &work->ways[a->line].course, *second = &work->ways[b->line].course;
	int column = a->columns[0] > b->columns[0] ? a->columns[0] : b->columns[0], order;

	if (a->channels[0] > b->channels[1] || b->channels[0] > a->channels[1] || column > a->columns[1] ||
		column > b->columns[1])
		return false;
	if (a->side != b->side)
		return a->side < b->side;
	if (a->side != 2) {
		int left = first->rows[!a->part], right = second->rows[!b->part];

		return left != right ? left > right : a->line != b->line ? a->line < b->line : a->part < b->part;
	}
	order = mapcourse_compare(first, second, column);
	return order ? order < 0 : a->line < b->line;
}

/* Does RIGHT begin in the channel where LEFT ends, and may both use the same row of cells? */
static bool maproute_follows(
	const struct maproute_work *work, const struct maproute_claim *left, const struct maproute_claim *right)
{
	return left->channels[1] == right->channels[0] && left->turns[1] && right->turns[0] &&
	       maptrack_may(&work->rules, left->channels[1], left->line, right->line);
}

/* May both use the same row of cells? */
static bool maproute_agree(
	const struct maproute_work *work, const struct maproute_claim *a, const struct maproute_claim *b)
{
	return a->channels[1] < b->channels[0] || b->channels[1] < a->channels[0] || maproute_follows(work, a, b) ||
	       maproute_follows(work, b, a);
}

static int *maproute_row(const struct maproute_work *work, const struct maproute_claim *claim)
{
	return &work->ways[claim->line].rows[claim->part];
}

/* The row of cells for CLAIM, from FIRST on: the first allowed one below all that must be above it. */
static int maproute_find_row(
	const struct maproute_work *work, const struct vec *claims, const struct maproute_claim *claim, int first)
{
	const struct maproute_claim *list = claims->items;
	int row = first;

	for (size_t i = 0; i < claims->count; i++)
		if (list[i].settled && *maproute_row(work, &list[i]) >= row && maproute_is_above(work, &list[i], claim))
			row = *maproute_row(work, &list[i]) + 1;
	for (size_t i = 0; i < claims->count; i++) {
		if (!list[i].settled || *maproute_row(work, &list[i]) != row || maproute_agree(work, &list[i], claim))
			continue;
		row++;
		i = (size_t)-1;
	}
	return row;
}

/* Has everything that must be above CLAIM got its row? */
static bool maproute_is_next(
	const struct maproute_work *work, const struct vec *claims, const struct maproute_claim *claim)
{
	const struct maproute_claim *list = claims->items;

	for (size_t i = 0; i < claims->count; i++)
		if (&list[i] != claim && !list[i].settled && maproute_is_above(work, &list[i], claim))
			return false;
	return true;
}

/* Gives CLAIM its row, and adds the rules that follow if it shares the row. */
static void maproute_settle_claim(
	struct maproute_work *work, const struct vec *claims, struct maproute_claim *claim, int first)
{
	const struct maproute_claim *list = claims->items;
	int row = maproute_find_row(work, claims, claim, first);

	for (size_t i = 0; i < claims->count; i++) {
		bool left = maproute_follows(work, &list[i], claim);

		if (!list[i].settled || *maproute_row(work, &list[i]) != row ||
			(!left && !maproute_follows(work, claim, &list[i])))
			continue;
		vec_add(&work->rules, struct maptrack_rule) =
			(struct maptrack_rule){left ? claim->channels[0] : claim->channels[1],
				left ? list[i].line : claim->line, left ? claim->line : list[i].line};
	}
	*maproute_row(work, claim) = row;
	claim->settled = true;
}

/* Gives every claim at HEIGHT of the grid its row of cells, from FIRST on; returns the row after the last. */
static int maproute_settle(struct maproute_work *work, int height, int first)
{
	struct vec claims = VEC_INIT(struct maproute_claim);
	struct maproute_claim *list;
	int behind = first;

	for (size_t i = 0; i < work->route->line_count; i++)
		for (int part = 0; part < MAPROUTE_PARTS; part++)
			maproute_claim(work, i, (enum maproute_part)part, height, &claims);
	list = claims.items;
	for (size_t done = 0; done < claims.count; done++) {
		size_t next = SIZE_MAX;

		for (size_t i = 0; i < claims.count; i++) {
			if (list[i].settled || (next != SIZE_MAX && !maproute_is_next(work, &claims, &list[i])))
				continue;
			/* if all wait for each other, take the first one */
			next = i;
			if (maproute_is_next(work, &claims, &list[i]))
				break;
		}
		maproute_settle_claim(work, &claims, &list[next], first);
		if (*maproute_row(work, &list[next]) >= behind)
			behind = *maproute_row(work, &list[next]) + 1;
	}
	vec_release(&claims);
	return behind;
}

/* Gives the claims in ROW of the grid their rows of cells, and its boxes their height. */
static void maproute_settle_row(struct maproute_work *work, int row)
{
	struct maproute *route = work->route;

	work->heights[row] = maproute_settle(work, 2 * row, MAPROUTE_BORDER);
	for (size_t i = 0; i < route->line_count; i++) {
		struct maproute_way *way = &work->ways[i];

		if (mapcourse_is_straight(&way->course))
			way->rows[MAPROUTE_LAST] = way->rows[MAPROUTE_FIRST];
		for (int end = 0; end < 2; end++) {
			struct maproute_box *box = &route->boxes[way->ends[end]];

			if (box->row == row && box->height < way->rows[end] + 1 + MAPROUTE_BORDER)
				box->height = way->rows[end] + 1 + MAPROUTE_BORDER;
		}
	}
	for (size_t i = 0; i < route->box_count; i++)
		if (route->boxes[i].row == row && route->boxes[i].height > work->heights[row])
			work->heights[row] = route->boxes[i].height;
}

/* Stacks rows and lanes, and turns rows of cells within them into rows of the map. */
static void maproute_stack(struct maproute_work *work)
{
	struct maproute *route = work->route;
	int y = 0;

	for (int row = 1; row <= work->grid.rows + 1; row++) {
		work->lane_y[row] = y;
		y += work->lanes[row];
		if (row > 1 && row <= work->grid.rows)
			y++;
		work->row_y[row] = y;
		y += work->heights[row];
	}
	route->height = y;
	for (size_t i = 0; i < route->line_count; i++) {
		struct maproute_way *way = &work->ways[i];
		int middle = way->course.middle;

		for (int end = 0; end < 2; end++)
			way->rows[end] += work->row_y[way->course.rows[end]];
		way->rows[MAPROUTE_MIDDLE] += middle % 2 ? work->lane_y[(middle + 1) / 2] : work->row_y[middle / 2];
	}
	for (size_t i = 0; i < route->box_count; i++)
		route->boxes[i].y = work->row_y[route->boxes[i].row];
}

/* Assigns the tracks in CHANNEL. */
static void maproute_settle_tracks(struct maproute_work *work, int channel)
{
	struct vec list = VEC_INIT(struct maptrack);

	for (size_t i = 0; i < work->route->line_count; i++) {
		struct maproute_way *way = &work->ways[i];
		bool middle = maproute_has_middle(way);

		for (int turn = 0; turn <= middle && !mapcourse_is_straight(&way->course); turn++) {
			int from = way->rows[turn ? MAPROUTE_MIDDLE : MAPROUTE_FIRST];
			int to = way->rows[middle && !turn ? MAPROUTE_MIDDLE : MAPROUTE_LAST];
			bool right = !maproute_is_loop(way);

			if (way->course.turns[turn] == channel)
				vec_add(&list, struct maptrack) = (struct maptrack){i,
					{from < to ? from : to, from < to ? to : from},
					{from < to ? false : right, from < to ? right : false}, &way->tracks[turn]};
		}
	}
	work->tracks[channel] = maptrack_settle(&list, &work->rules, channel);
	vec_release(&list);
}

/* The cells that end END of a line takes beside its box, for the arrowhead, the mark, a gap and the label. */
static int maproute_port(const struct maproute_line *line, const struct maproute_way *way, int end)
{
	bool source = (end == 0) != way->turned;
	int mark = source ? line->source_mark : line->target_mark;

	return 2 + mark + (end == 0 && line->label ? line->label + 2 : 0);
}

static void maproute_measure_ports(struct maproute_work *work)
{
	for (size_t i = 0; i < work->route->line_count; i++) {
		const struct maproute_way *way = &work->ways[i];

		for (int end = 0; end < 2; end++) {
			int cells = maproute_port(&work->route->lines[i], way, end);
			int column = way->course.columns[end];
			int *most =
				end == 0 || maproute_is_loop(way) ? &work->lefts[column + 1] : &work->rights[column];

			if (cells > *most)
				*most = cells;
		}
	}
}

/* Sets the horizontal positions of columns and channels. */
static void maproute_line_up(struct maproute_work *work)
{
	struct maproute *route = work->route;
	int x = 0;

	for (int column = 1; column <= work->grid.columns + 1; column++) {
		int tracks = work->tracks[column];
		int channel =
			work->lefts[column] + (tracks ? (tracks - 1) * route->pitch + 1 : 0) + work->rights[column];

		if (column > 1 && column <= work->grid.columns)
			channel += !work->rights[column];
		work->lefts[column] += x;
		x += column > 1 && column <= work->grid.columns && channel < 3 ? 3 : channel;
		work->column_x[column] = x;
		x += work->widths[column];
	}
	route->width = x;
	for (size_t i = 0; i < route->box_count; i++) {
		route->boxes[i].x = work->column_x[route->boxes[i].column];
		route->boxes[i].width = work->widths[route->boxes[i].column];
	}
}

/* Places the mark and the label of one end, whose line begins at PORT. */
static void maproute_place_end(
	struct maproute_line *line, const struct maproute_way *way, int end, struct maproute_point port)
{
	bool source = (end == 0) != way->turned, left = end == 0 || maproute_is_loop(way);
	int mark = source ? line->source_mark : line->target_mark;
	struct maproute_point at = {left ? port.x + 1 : port.x - mark, port.y};

	if (source)
		line->source_at = at;
	else
		line->target_at = at;
	if (end == 0)
		line->label_at = (struct maproute_point){port.x + mark + 3, port.y};
}

static void maproute_draw(const struct maproute_work *work, struct maproute_line *line, const struct maproute_way *way)
{
	const struct maproute_box *boxes = work->route->boxes;
	struct maproute_point list[MAPROUTE_POINTS_MOST];
	const struct maproute_box *first = &boxes[way->ends[0]], *last = &boxes[way->ends[1]];
	int right = maproute_is_loop(way) ? last->x + last->width : last->x - 1;
	bool middle = maproute_has_middle(way);
	size_t count = 0;

	list[count++] = (struct maproute_point){first->x + first->width, way->rows[MAPROUTE_FIRST]};
	for (int turn = 0; turn <= middle && !mapcourse_is_straight(&way->course); turn++) {
		int x = work->lefts[way->course.turns[turn]] + way->tracks[turn] * work->route->pitch;

		list[count++] = (struct maproute_point){x, way->rows[turn ? MAPROUTE_MIDDLE : MAPROUTE_FIRST]};
		list[count++] =
			(struct maproute_point){x, way->rows[middle && !turn ? MAPROUTE_MIDDLE : MAPROUTE_LAST]};
	}
	list[count++] = (struct maproute_point){right, way->rows[1]};
	for (size_t i = 0; i < count; i++)
		line->points[way->turned ? count - 1 - i : i] = list[i];
	line->count = count;
	maproute_place_end(line, way, 0, list[0]);
	maproute_place_end(line, way, 1, list[count - 1]);
}

void maproute_find(struct maproute *route)
{
	struct maproute_work work = {.route = route, .rules = VEC_INIT(struct maptrack_rule)};

	maproute_begin(&work);
	maproute_choose_courses(&work);
	for (int row = 1; row <= work.grid.rows; row++)
		maproute_settle_row(&work, row);
	for (int lane = 1; lane <= work.grid.rows + 1; lane++)
		work.lanes[lane] = maproute_settle(&work, 2 * lane - 1, 0);
	maproute_stack(&work);
	for (int channel = 1; channel <= work.grid.columns + 1; channel++)
		maproute_settle_tracks(&work, channel);
	maproute_measure_ports(&work);
	maproute_line_up(&work);
	for (size_t i = 0; i < route->line_count; i++)
		maproute_draw(&work, &route->lines[i], &work.ways[i]);
	maproute_end(&work);
}
