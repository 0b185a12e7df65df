#include "layout/maproute.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"

/* The upper border of a box, above the first row that a line may use. */
#define MAPROUTE_BORDER 1

#define MAPROUTE_ROUNDS 8

enum maproute_shape {
	MAPROUTE_STRAIGHT, /* one stretch across */
	MAPROUTE_BEND,     /* across, up or down in one channel, across */
	MAPROUTE_LOOP,     /* out and in again on the same side: in one channel */
	MAPROUTE_LANE      /* by a channel between rows */
};

/*
 * How a line goes, from its left end to its right end; a loop from its source to its target. Channel N is the
 * one left of column N, lane channel N the one above row N.
 */
struct maproute_way {
	enum maproute_shape shape;
	size_t ends[2];    /* boxes */
	bool turned;       /* the left end is the target */
	int channels[2];   /* where it turns up or down first, and last */
	int spans[2][2];   /* first and last channel that it crosses at the height of each end */
	int lane;          /* channel between rows */
	int rows[2];       /* height of each end: within the grid's row, then of the map */
	int lane_row;      /* the same of the lane */
	int tracks[2];     /* in each of its channels; with one channel the first counts */
};

/* A wish for a row of cells, in which it is alone along some channels. */
struct maproute_claim {
	size_t line;
	int *row;        /* where the answer belongs */
	int first, last; /* channels */
	int order[3];    /* smaller ones come first */
};

/* An upright stretch in a channel. */
struct maproute_run {
	size_t line;
	int *track;    /* where the answer belongs */
	int ends[2];   /* rows, the upper one first */
	bool right[2]; /* does it go on to the right there, or to the left? */
};

struct maproute_work {
	struct maproute *route;
	struct maproute_way *ways; /* of each line */
	int columns, rows;         /* of the grid */
	bool *taken;               /* the slots with a box */
	int *widths;               /* of each column */
	int *lefts, *rights;       /* cells that ports take at the left and the right of each channel */
	int *tracks;               /* in each channel */
	int *heights;              /* of each row */
	int *lanes;                /* in each channel between rows */
	int *column_x, *row_y, *lane_y; /* where they begin; lane_y: the channels between rows */
};

static void maproute_measure(struct maproute_work *work)
{
	const struct maproute *route = work->route;

	for (size_t i = 0; i < route->box_count; i++) {
		if (route->boxes[i].column > work->columns)
			work->columns = route->boxes[i].column;
		if (route->boxes[i].row > work->rows)
			work->rows = route->boxes[i].row;
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
	work->taken = mem_zalloc((size_t)(work->columns + 2) * (size_t)(work->rows + 2));
	work->widths = maproute_numbers(work->columns);
	work->lefts = maproute_numbers(work->columns);
	work->rights = maproute_numbers(work->columns);
	work->tracks = maproute_numbers(work->columns);
	work->column_x = maproute_numbers(work->columns);
	work->heights = maproute_numbers(work->rows);
	work->lanes = maproute_numbers(work->rows);
	work->row_y = maproute_numbers(work->rows);
	work->lane_y = maproute_numbers(work->rows);
	for (size_t i = 0; i < route->box_count; i++) {
		const struct maproute_box *box = &route->boxes[i];

		work->taken[box->row * (work->columns + 2) + box->column] = true;
		if (box->width > work->widths[box->column])
			work->widths[box->column] = box->width;
	}
}

static void maproute_end(struct maproute_work *work)
{
	free(work->ways);
	free(work->taken);
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

/* Is ROW without boxes between the columns FIRST and LAST? */
static bool maproute_is_clear(const struct maproute_work *work, int row, int first, int last)
{
	for (int column = first + 1; column < last; column++)
		if (work->taken[row * (work->columns + 2) + column])
			return false;
	return true;
}

/* The channel between rows with the fewest lanes that leads from row A to row B without a way round. */
static int maproute_lane(const struct maproute_work *work, int a, int b)
{
	int first = (a < b ? a : b) + (a != b), last = a == b ? a + 1 : a < b ? b : a;
	int best = last;

	for (int lane = first; lane < last; lane++)
		if (work->lanes[lane] < work->lanes[best])
			best = lane;
	return best;
}

/* A line between different columns. */
static void maproute_shape_across(struct maproute_work *work, struct maproute_way *way)
{
	const struct maproute_box *left = &work->route->boxes[way->ends[0]];
	const struct maproute_box *right = &work->route->boxes[way->ends[1]];
	int first = left->column + 1, last = right->column;
	bool left_clear = maproute_is_clear(work, left->row, left->column, right->column);
	bool right_clear = maproute_is_clear(work, right->row, left->column, right->column);
	int turn = left_clear ? last : first;

	way->spans[0][0] = way->spans[0][1] = first;
	way->spans[1][0] = way->spans[1][1] = last;
	if (left_clear && left->row == right->row) {
		way->shape = MAPROUTE_STRAIGHT;
		way->spans[0][1] = last;
	} else if (left_clear || right_clear) {
		way->shape = MAPROUTE_BEND;
		way->channels[0] = way->channels[1] = turn;
		way->spans[0][1] = way->spans[1][0] = turn;
	} else {
		way->shape = MAPROUTE_LANE;
		way->channels[0] = first;
		way->channels[1] = last;
		way->lane = maproute_lane(work, left->row, right->row);
		work->lanes[way->lane]++;
	}
}

static void maproute_shape_all(struct maproute_work *work)
{
	for (size_t i = 0; i < work->route->line_count; i++) {
		const struct maproute_line *line = &work->route->lines[i];
		const struct maproute_box *boxes = work->route->boxes;
		struct maproute_way *way = &work->ways[i];
		int channel = boxes[line->source].column + 1;

		way->turned = boxes[line->source].column > boxes[line->target].column;
		way->ends[way->turned] = line->source;
		way->ends[!way->turned] = line->target;
		if (channel != boxes[line->target].column + 1) {
			maproute_shape_across(work, way);
			continue;
		}
		way->shape = MAPROUTE_LOOP;
		for (int k = 0; k < 2; k++)
			way->channels[k] = way->spans[k][0] = way->spans[k][1] = channel;
	}
	for (int lane = 0; lane <= work->rows + 1; lane++)
		work->lanes[lane] = 0;
}

static int maproute_compare_claims(const void *a, const void *b)
{
	const struct maproute_claim *first = a, *second = b;

	for (size_t i = 0; i < ARRAY_SIZE(first->order); i++)
		if (first->order[i] != second->order[i])
			return first->order[i] < second->order[i] ? -1 : 1;
	return (first->line > second->line) - (first->line < second->line);
}

/* Gives each of CLAIMS the first row from FIRST on that is free where it wants it; returns the row behind
 * the last. */
static int maproute_settle(struct vec *claims, int first)
{
	struct maproute_claim *list = claims->items;
	int behind = first;

	if (claims->count)
		qsort(list, claims->count, sizeof(*list), maproute_compare_claims);
	for (size_t i = 0; i < claims->count; i++) {
		int row = first;

		for (size_t k = 0; k < i; k++) {
			if (*list[k].row != row || list[k].first > list[i].last ||
				list[k].last < list[i].first)
				continue;
			row++;
			k = (size_t)-1;
		}
		*list[i].row = row;
		if (row >= behind)
			behind = row + 1;
	}
	return behind;
}

/* Does the line leave its end END upwards (-1), downwards (1), or on its own height (0)? */
static int maproute_trend(const struct maproute_work *work, const struct maproute_way *way, int end)
{
	int own = work->route->boxes[way->ends[end]].row, other = work->route->boxes[way->ends[!end]].row;

	if (way->shape == MAPROUTE_LANE)
		return way->lane <= own ? -1 : 1;
	if (way->shape == MAPROUTE_LOOP && own == other)
		return 1;
	return (other > own) - (other < own);
}

static void maproute_claim_end(struct maproute_work *work, size_t line, int end, struct vec *claims)
{
	struct maproute_way *way = &work->ways[line];
	const struct maproute_box *other = &work->route->boxes[way->ends[!end]];
	struct maproute_claim *claim = vec_push(claims);

	*claim = (struct maproute_claim){line, &way->rows[end], way->spans[end][0], way->spans[end][1],
		{maproute_trend(work, way, end), other->row, end ? -other->column : other->column}};
}

/* The heights of all ends in ROW of the grid, and so of its boxes. */
static void maproute_settle_row(struct maproute_work *work, int row)
{
	struct maproute *route = work->route;
	struct vec claims = VEC_INIT(struct maproute_claim);

	for (size_t i = 0; i < route->line_count; i++)
		for (int end = 0; end < 2; end++)
			if (route->boxes[work->ways[i].ends[end]].row == row &&
				!(end && work->ways[i].shape == MAPROUTE_STRAIGHT))
				maproute_claim_end(work, i, end, &claims);
	work->heights[row] = maproute_settle(&claims, MAPROUTE_BORDER);
	vec_release(&claims);
	for (size_t i = 0; i < route->line_count; i++) {
		struct maproute_way *way = &work->ways[i];

		if (way->shape == MAPROUTE_STRAIGHT)
			way->rows[1] = way->rows[0];
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

static void maproute_settle_lane(struct maproute_work *work, int lane)
{
	struct vec claims = VEC_INIT(struct maproute_claim);

	for (size_t i = 0; i < work->route->line_count; i++) {
		struct maproute_way *way = &work->ways[i];
		struct maproute_claim *claim;

		if (way->shape != MAPROUTE_LANE || way->lane != lane)
			continue;
		claim = vec_push(&claims);
		*claim = (struct maproute_claim){i, &way->lane_row, way->channels[0], way->channels[1],
			{work->route->boxes[way->ends[1]].row, work->route->boxes[way->ends[0]].row, 0}};
	}
	work->lanes[lane] = maproute_settle(&claims, 0);
	vec_release(&claims);
}

/* Makes all heights those of the map. */
static void maproute_stack(struct maproute_work *work)
{
	struct maproute *route = work->route;
	int y = 0;

	for (int row = 1; row <= work->rows + 1; row++) {
		work->lane_y[row] = y;
		y += work->lanes[row];
		if (row > 1 && row <= work->rows)
			y++;
		work->row_y[row] = y;
		y += work->heights[row];
	}
	route->height = y;
	for (size_t i = 0; i < route->line_count; i++) {
		struct maproute_way *way = &work->ways[i];

		for (int end = 0; end < 2; end++)
			way->rows[end] += work->row_y[route->boxes[way->ends[end]].row];
		way->lane_row += work->lane_y[way->lane];
	}
	for (size_t i = 0; i < route->box_count; i++)
		route->boxes[i].y = work->row_y[route->boxes[i].row];
}

/* Lists the upright stretches in CHANNEL. */
static void maproute_list_runs(struct maproute_work *work, int channel, struct vec *runs)
{
	for (size_t i = 0; i < work->route->line_count; i++) {
		struct maproute_way *way = &work->ways[i];
		bool lane = way->shape == MAPROUTE_LANE;

		for (int end = 0; end <= lane && way->shape != MAPROUTE_STRAIGHT; end++) {
			int from = lane && end ? way->lane_row : way->rows[0];
			int to = lane && !end ? way->lane_row : way->rows[1];
			bool right = way->shape != MAPROUTE_LOOP;
			struct maproute_run *run;

			if (way->channels[end] != channel)
				continue;
			run = vec_push(runs);
			*run = (struct maproute_run){i, &way->tracks[end],
				{from < to ? from : to, from < to ? to : from},
				{from < to ? false : right, from < to ? right : false}};
		}
	}
}

static bool maproute_overlap(const struct maproute_run *a, const struct maproute_run *b)
{
	return a->ends[0] <= b->ends[1] && b->ends[0] <= a->ends[1];
}

/* How many crossings it makes that LEFT is left of RIGHT. */
static int maproute_tangle(const struct maproute_run *left, const struct maproute_run *right)
{
	int tangle = 0;

	for (int end = 0; end < 2; end++) {
		tangle += left->right[end] && left->ends[end] > right->ends[0] &&
			  left->ends[end] < right->ends[1];
		tangle += !right->right[end] && right->ends[end] > left->ends[0] &&
			  right->ends[end] < left->ends[1];
	}
	return tangle;
}

/* Moves the run AT of LIST to where it makes the fewest crossings; true when it moved. */
static bool maproute_sift(struct maproute_run *list, size_t count, size_t at)
{
	struct maproute_run run = list[at];
	size_t best = at;
	int gain = 0, most = 0;

	for (size_t to = at; to-- > 0;) {
		gain += maproute_tangle(&list[to], &run) - maproute_tangle(&run, &list[to]);
		if (gain > most) {
			most = gain;
			best = to;
		}
	}
	gain = 0;
	for (size_t to = at + 1; to < count; to++) {
		gain += maproute_tangle(&run, &list[to]) - maproute_tangle(&list[to], &run);
		if (gain > most) {
			most = gain;
			best = to;
		}
	}
	if (best < at)
		memmove(&list[best + 1], &list[best], (at - best) * sizeof(run));
	else if (best > at)
		memmove(&list[at], &list[at + 1], (best - at) * sizeof(run));
	list[best] = run;
	return best != at;
}

/* Chooses the tracks in CHANNEL: an order with few crossings, then as few tracks as it allows. */
static void maproute_settle_tracks(struct maproute_work *work, int channel)
{
	struct vec runs = VEC_INIT(struct maproute_run);
	struct maproute_run *list;
	bool again = true;

	maproute_list_runs(work, channel, &runs);
	list = runs.items;
	for (int round = 0; round < MAPROUTE_ROUNDS && again; round++) {
		again = false;
		for (size_t i = 0; i < runs.count; i++)
			again = maproute_sift(list, runs.count, i) || again;
	}
	for (size_t i = 0; i < runs.count; i++) {
		int track = 0;

		for (size_t k = 0; k < i; k++)
			if (*list[k].track >= track && maproute_overlap(&list[k], &list[i]))
				track = *list[k].track + 1;
		*list[i].track = track;
		if (track >= work->tracks[channel])
			work->tracks[channel] = track + 1;
	}
	vec_release(&runs);
}

/* The cells that end END of a line takes beside its box: the arrow head's, the mark, one between, the label. */
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
			bool left = end == 0 || way->shape == MAPROUTE_LOOP;
			int *most = left ? &work->lefts[way->spans[end][0]]
					 : &work->rights[way->spans[end][1]];

			if (cells > *most)
				*most = cells;
		}
	}
}

/* Places columns and channels side by side. */
static void maproute_line_up(struct maproute_work *work)
{
	struct maproute *route = work->route;
	int x = 0;

	for (int column = 1; column <= work->columns + 1; column++) {
		int tracks = work->tracks[column];
		int channel = work->lefts[column] + (tracks ? (tracks - 1) * route->pitch + 1 : 0) +
			      work->rights[column];

		if (column > 1 && column <= work->columns)
			channel += !work->rights[column];
		work->lefts[column] += x;
		x += column > 1 && column <= work->columns && channel < 3 ? 3 : channel;
		work->column_x[column] = x;
		x += work->widths[column];
	}
	route->width = x;
	for (size_t i = 0; i < route->box_count; i++) {
		route->boxes[i].x = work->column_x[route->boxes[i].column];
		route->boxes[i].width = work->widths[route->boxes[i].column];
	}
}

/* Marks and label of one end, whose line begins at PORT. */
static void maproute_place_end(struct maproute_line *line, const struct maproute_way *way, int end,
	struct maproute_point port)
{
	bool source = (end == 0) != way->turned, left = end == 0 || way->shape == MAPROUTE_LOOP;
	int mark = source ? line->source_mark : line->target_mark;
	struct maproute_point at = {left ? port.x + 1 : port.x - mark, port.y};

	if (source)
		line->source_at = at;
	else
		line->target_at = at;
	if (end == 0)
		line->label_at = (struct maproute_point){port.x + mark + 3, port.y};
}

static void maproute_draw(const struct maproute_work *work, struct maproute_line *line,
	const struct maproute_way *way)
{
	const struct maproute_box *boxes = work->route->boxes;
	struct maproute_point list[MAPROUTE_POINTS_MOST];
	const struct maproute_box *first = &boxes[way->ends[0]], *last = &boxes[way->ends[1]];
	int right = way->shape == MAPROUTE_LOOP ? last->x + last->width : last->x - 1;
	size_t count = 0;

	list[count++] = (struct maproute_point){first->x + first->width, way->rows[0]};
	for (int end = 0; end < 2 && way->shape != MAPROUTE_STRAIGHT; end++) {
		int track = way->tracks[way->shape == MAPROUTE_LANE ? end : 0];
		int x = work->lefts[way->channels[end]] + track * work->route->pitch;

		if (way->shape != MAPROUTE_LANE) {
			list[count++] = (struct maproute_point){x, way->rows[end]};
			continue;
		}
		list[count++] = (struct maproute_point){x, end ? way->lane_row : way->rows[0]};
		list[count++] = (struct maproute_point){x, end ? way->rows[1] : way->lane_row};
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
	struct maproute_work work = {.route = route};

	maproute_begin(&work);
	maproute_shape_all(&work);
	for (int row = 1; row <= work.rows; row++)
		maproute_settle_row(&work, row);
	for (int lane = 1; lane <= work.rows + 1; lane++)
		maproute_settle_lane(&work, lane);
	maproute_stack(&work);
	for (int channel = 1; channel <= work.columns + 1; channel++)
		maproute_settle_tracks(&work, channel);
	maproute_measure_ports(&work);
	maproute_line_up(&work);
	for (size_t i = 0; i < route->line_count; i++)
		maproute_draw(&work, &route->lines[i], &work.ways[i]);
	maproute_end(&work);
}

/* Does the stretch from A to B cross the one from C to D at right angles? */
static bool maproute_cross(struct maproute_point a, struct maproute_point b, struct maproute_point c,
	struct maproute_point d)
{
	if (a.y != b.y)
		return c.y == d.y && maproute_cross(c, d, a, b);
	return c.x == d.x && (a.x < c.x) != (b.x < c.x) && (c.y < a.y) != (d.y < a.y);
}

static size_t maproute_crossings_of(const struct maproute_line *a, const struct maproute_line *b)
{
	size_t count = 0;

	for (size_t i = 0; i + 1 < a->count; i++)
		for (size_t k = 0; k + 1 < b->count; k++)
			count += maproute_cross(a->points[i], a->points[i + 1], b->points[k],
				b->points[k + 1]);
	return count;
}

size_t maproute_crossings(const struct maproute *route)
{
	size_t count = 0;

	for (size_t i = 0; i < route->line_count; i++)
		for (size_t k = i + 1; k < route->line_count; k++)
			count += maproute_crossings_of(&route->lines[i], &route->lines[k]);
	return count;
}
