#include "layout/mapplace.h"

#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "layout/mapcourse.h"

/* Relative costs: of a crossing, a row that a line climbs, a column that it passes, two more turns, a line that leads
 * back or stays in its column, one more row of cells, and one more column of the grid. */
#define MAPPLACE_CROSSING 8
#define MAPPLACE_CLIMB 1
#define MAPPLACE_PASS 2
#define MAPPLACE_TURNS 4
#define MAPPLACE_BACK 80

/* The cost of a line that leads back between two boxes that an older one connects the other way. */
#define MAPPLACE_ANSWER 20
#define MAPPLACE_HEIGHT 6
#define MAPPLACE_WIDTH 40

/* The rows of text in a box, and the rows that its frame and the gap below it take. */
#define MAPPLACE_LINES 2
#define MAPPLACE_FRAME 3

/* A box without a part in the newest tie moves only for more than this gain. */
#define MAPPLACE_REST 4

/* After how many ties all boxes are tried again. */
#define MAPPLACE_PAUSE 12

/* How many pairs of lines are compared in all. A map for people needs a fraction of that; in a larger map, boxes that
 * come after it is used up get any free place. */
#define MAPPLACE_EFFORT 5000000

/* An arrangement in progress. */
struct mapplace_work {
	struct mapplace *boxes;
	size_t count;
	const struct mapplace_tie *ties;
	size_t tie_count;
	size_t used; /* ties added so far */
	int most;    /* columns at most */
	int rows;    /* rows to use while they have room */
	long effort; /* how much of MAPPLACE_EFFORT is left */
	int extent;  /* the cost of the size, while a box is tried everywhere */
	struct mapcourse_grid grid;
	size_t *slots;             /* of the grid: 1 + the box there, or 0 */
	bool *answers;             /* of each tie: is there an older one in the other direction? */
	struct mapcourse *courses; /* of each tie */
	unsigned char *crossings;  /* of each pair of ties, a matrix */
	size_t *touched;           /* ties whose courses a move may change */
	bool *is_touched;
	unsigned char *fresh; /* crossings of the touched ties after the move */
	int *ports;           /* of each box, and side: the number of its ties there */
	bool *is_used;        /* of each column: is any box there? */
	int *wishes;          /* of each box: the column that it should move to */
	struct mapplace *old; /* the places before several boxes move */
	int *heights;         /* of each row: the most ties at one side of a box there */
};

int mapplace_columns(size_t count)
{
	return count <= 12 ? 4 : count <= 20 ? 5 : 6;
}

static size_t mapplace_slot(const struct mapplace_work *work, int column, int row)
{
	return (size_t)row * (size_t)(work->grid.columns + 2) + (size_t)column;
}

/* Has box AT been placed? */
static bool mapplace_stands(const struct mapplace_work *work, size_t at)
{
	return work->boxes[at].row != 0;
}

static void mapplace_put(struct mapplace_work *work, size_t at, int column, int row)
{
	size_t slot = mapplace_slot(work, column, row);

	work->boxes[at].column = column;
	work->boxes[at].row = row;
	work->slots[slot] = at + 1;
	work->grid.taken[slot] = true;
	if (row > work->grid.rows)
		work->grid.rows = row;
}

static void mapplace_lift(struct mapplace_work *work, size_t at)
{
	size_t slot = mapplace_slot(work, work->boxes[at].column, work->boxes[at].row);

	work->boxes[at].column = work->boxes[at].row = 0;
	work->slots[slot] = 0;
	work->grid.taken[slot] = false;
}

/* Sets the course of tie AT from the places of its boxes. */
static void mapplace_lead(struct mapplace_work *work, size_t at)
{
	const struct mapplace *source = &work->boxes[work->ties[at].source];
	const struct mapplace *target = &work->boxes[work->ties[at].target];
	bool turned = source->column > target->column;
	struct mapcourse *course = &work->courses[at];

	course->columns[turned] = source->column;
	course->columns[!turned] = target->column;
	course->rows[turned] = source->row;
	course->rows[!turned] = target->row;
	mapcourse_plain(course, &work->grid);
}

/* The cost of tie AT by itself. */
static int mapplace_own_cost(const struct mapplace_work *work, size_t at)
{
	const struct mapcourse *course = &work->courses[at];
	const struct mapplace_tie *tie = &work->ties[at];
	int width = mapcourse_is_loop(course) ? 2 : course->columns[1] - course->columns[0];
	int cost = MAPPLACE_CLIMB * abs(course->rows[0] - course->rows[1]) + MAPPLACE_PASS * width;

	if (work->boxes[tie->source].column >= work->boxes[tie->target].column)
		cost += work->answers[at] ? MAPPLACE_ANSWER : MAPPLACE_BACK;
	return course->turns[0] != course->turns[1] ? cost + MAPPLACE_TURNS : cost;
}

/* The cost of the touched ties. */
static int mapplace_cost(const struct mapplace_work *work, size_t touched)
{
	int cost = 0, crossings = 0;

	for (size_t i = 0; i < touched; i++) {
		size_t at = work->touched[i];
		const unsigned char *row = &work->crossings[at * work->tie_count];

		cost += mapplace_own_cost(work, at);
		for (size_t k = 0; k < work->used; k++)
			crossings += row[k];
		for (size_t k = 0; k < i; k++)
			crossings -= row[work->touched[k]];
	}
	return cost + MAPPLACE_CROSSING * crossings;
}

/* The same after a move, computed from their courses; MOST if it is that or more. */
static int mapplace_new_cost(struct mapplace_work *work, size_t touched, int most)
{
	int cost = 0;

	for (size_t i = 0; i < touched; i++)
		cost += mapplace_own_cost(work, work->touched[i]);
	for (size_t i = 0; i < touched && cost < most; i++) {
		size_t at = work->touched[i];
		const struct mapcourse *course = &work->courses[at];
		unsigned char *row = &work->fresh[i * work->tie_count];
		int crossings = 0;

		for (size_t k = 0; k < work->used; k++) {
			row[k] = (unsigned char)mapcourse_crossings(course, &work->courses[k]);
			if (k <= at || !work->is_touched[k])
				crossings += row[k];
		}
		cost += MAPPLACE_CROSSING * crossings;
		work->effort -= (long)work->used;
	}
	return cost;
}

/* Stores the crossings that mapplace_new_cost() has counted. */
static void mapplace_note(struct mapplace_work *work, size_t touched)
{
	for (size_t i = 0; i < touched; i++) {
		size_t at = work->touched[i];

		for (size_t k = 0; k < work->used; k++)
			work->crossings[at * work->tie_count + k] = work->crossings[k * work->tie_count + at] =
				work->fresh[i * work->tie_count + k];
	}
}

/* The cost of the size of the map: each row is about as high as its box with the most ties at one side. */
static int mapplace_extent(const struct mapplace_work *work)
{
	int height = 0, width = 0;

	memset(work->ports, 0, 2 * work->count * sizeof(int));
	memset(work->heights, 0, (size_t)(work->grid.rows + 1) * sizeof(int));
	memset(work->is_used, false, (size_t)work->grid.columns + 1);
	for (size_t i = 0; i < work->used; i++) {
		const struct mapplace_tie *tie = &work->ties[i];
		int source = work->boxes[tie->source].column, target = work->boxes[tie->target].column;

		work->ports[2 * tie->source + (source <= target)]++;
		work->ports[2 * tie->target + (target <= source)]++;
	}
	for (size_t i = 0; i < work->count; i++) {
		const int *ports = &work->ports[2 * i];
		int *most = &work->heights[work->boxes[i].row];

		if (!mapplace_stands(work, i))
			continue;
		for (int side = 0; side < 2; side++)
			if (ports[side] > *most)
				*most = ports[side];
		if (*most < MAPPLACE_LINES)
			*most = MAPPLACE_LINES;
		width += !work->is_used[work->boxes[i].column];
		work->is_used[work->boxes[i].column] = true;
	}
	for (int row = 1; row <= work->grid.rows; row++)
		height += work->heights[row] ? work->heights[row] + MAPPLACE_FRAME : 0;
	return MAPPLACE_HEIGHT * height + MAPPLACE_WIDTH * width;
}

/* Lists as touched the ties of boxes A and B, and those that pass one of two PLACES at the height of an end; returns
 * how many. */
static size_t mapplace_touch(struct mapplace_work *work, size_t a, size_t b, const struct mapplace *places)
{
	size_t count = 0;

	for (size_t i = 0; i < work->used; i++) {
		const struct mapplace_tie *tie = &work->ties[i];
		const struct mapcourse *course = &work->courses[i];
		bool touched = tie->source == a || tie->target == a || tie->source == b || tie->target == b;

		for (int k = 0; k < 2 && !touched; k++)
			touched = course->columns[0] < places[k].column && course->columns[1] > places[k].column &&
				  (course->rows[0] == places[k].row || course->rows[1] == places[k].row);
		work->is_touched[i] = touched;
		if (touched)
			work->touched[count++] = i;
	}
	return count;
}

/* Swaps A with B, or moves A to the free place TO if there is no B. */
static void mapplace_swap(struct mapplace_work *work, size_t a, size_t b, const struct mapplace *to)
{
	struct mapplace from = work->boxes[a];

	mapplace_lift(work, a);
	if (b != SIZE_MAX)
		mapplace_lift(work, b);
	mapplace_put(work, a, to->column, to->row);
	if (b != SIZE_MAX)
		mapplace_put(work, b, from.column, from.row);
}

/* Moves box AT to a place, swapping it with a box there, if that gains more than LEAST. */
static void mapplace_try(struct mapplace_work *work, size_t at, int column, int row, int least)
{
	size_t other = work->slots[mapplace_slot(work, column, row)] - 1, touched;
	struct mapplace places[2] = {work->boxes[at], {column, row, false}};
	int rows = work->grid.rows, most, extent;

	if (other == at || (other != SIZE_MAX && work->boxes[other].kept) || work->effort < 0)
		return;
	touched = mapplace_touch(work, at, other, places);
	most = mapplace_cost(work, touched) + work->extent - least;
	mapplace_swap(work, at, other, &places[1]);
	extent = mapplace_extent(work);
	most -= extent;
	for (size_t i = 0; i < touched && most > 0; i++)
		mapplace_lead(work, work->touched[i]);
	if (most > 0 && mapplace_new_cost(work, touched, most) < most) {
		mapplace_note(work, touched);
		work->extent = extent;
		return;
	}
	mapplace_swap(work, at, other, &places[0]);
	work->grid.rows = rows;
	for (size_t i = 0; i < touched; i++)
		mapplace_lead(work, work->touched[i]);
}

/* Tries box AT in every place. */
static void mapplace_improve(struct mapplace_work *work, size_t at, int least)
{
	work->extent = mapplace_extent(work);
	for (int column = 1; column <= work->most && !work->boxes[at].kept; column++)
		for (int row = 1; row <= work->rows; row++)
			mapplace_try(work, at, column, row, least);
}

/* The free row of COLUMN that is nearest to ROW. */
static int mapplace_free_row(const struct mapplace_work *work, int column, int row)
{
	int down = row;

	while (work->slots[mapplace_slot(work, column, down)])
		down++;
	while (row > 1 && work->slots[mapplace_slot(work, column, row)])
		row--;
	if (work->slots[mapplace_slot(work, column, row)])
		return down;
	return down > work->rows ? row : down;
}

/* How many boxes are in COLUMN. */
static int mapplace_load(const struct mapplace_work *work, int column)
{
	int load = 0;

	for (size_t i = 0; i < work->count; i++)
		load += work->boxes[i].column == column;
	return load;
}

/* Sets wishes[] to the columns of all boxes once tie AT leads right: after moving its source and all before that to
 * the left, or (STEP 1) its target and all after that to the right, as far as necessary; false if there is no room. */
static bool mapplace_wish(struct mapplace_work *work, size_t at, int step)
{
	const struct mapplace_tie *tie = &work->ties[at];
	int *wishes = work->wishes;
	bool again = true;

	for (size_t i = 0; i < work->count; i++)
		wishes[i] = work->boxes[i].column;
	if (step > 0)
		wishes[tie->target] = wishes[tie->source] + 1;
	else
		wishes[tie->source] = wishes[tie->target] - 1;
	while (again) {
		again = false;
		for (size_t i = 0; i < work->used; i++) {
			int *source = &wishes[work->ties[i].source], *target = &wishes[work->ties[i].target];

			/* skip ties that lead back already, or close a cycle */
			if (*source < *target ||
				work->boxes[work->ties[i].source].column >= work->boxes[work->ties[i].target].column)
				continue;
			if (step > 0)
				*target = *source + 1;
			else
				*source = *target - 1;
			if (*target > work->most || *source < 1)
				return false;
			again = true;
		}
	}
	for (size_t i = 0; i < work->count; i++)
		if (wishes[i] != work->boxes[i].column &&
			(work->boxes[i].kept || wishes[i] < 1 || wishes[i] > work->most))
			return false;
	return true;
}

/* Lists all ties as touched; returns how many. */
static size_t mapplace_touch_all(struct mapplace_work *work)
{
	for (size_t i = 0; i < work->used; i++) {
		work->touched[i] = i;
		work->is_touched[i] = true;
		mapplace_lead(work, i);
	}
	return work->used;
}

/* Turns tie AT, which leads back, by moving whole chains of boxes in direction STEP, if that is better. */
static bool mapplace_turn(struct mapplace_work *work, size_t at, int step)
{
	struct mapplace *boxes = work->boxes;
	int most, rows = work->grid.rows;

	if (work->effort < 0 || !mapplace_wish(work, at, step))
		return false;
	most = mapplace_cost(work, mapplace_touch_all(work)) + mapplace_extent(work);
	memcpy(work->old, boxes, work->count * sizeof(*boxes));
	for (size_t i = 0; i < work->count; i++)
		if (work->wishes[i] != boxes[i].column)
			mapplace_lift(work, i);
	for (size_t i = 0; i < work->count; i++)
		if (work->wishes[i] != boxes[i].column)
			mapplace_put(
				work, i, work->wishes[i], mapplace_free_row(work, work->wishes[i], work->old[i].row));
	most -= mapplace_extent(work);
	if (mapplace_new_cost(work, mapplace_touch_all(work), most) < most) {
		mapplace_note(work, work->used);
		return true;
	}
	for (size_t i = 0; i < work->count; i++)
		if (boxes[i].column != work->old[i].column)
			mapplace_lift(work, i);
	for (size_t i = 0; i < work->count; i++)
		if (!boxes[i].column && work->old[i].column)
			mapplace_put(work, i, work->old[i].column, work->old[i].row);
	work->grid.rows = rows;
	mapplace_touch_all(work);
	return false;
}

static bool mapplace_leads_back(const struct mapplace_work *work, size_t at)
{
	const struct mapplace_tie *tie = &work->ties[at];

	return tie->source != tie->target && work->boxes[tie->source].column >= work->boxes[tie->target].column;
}

/* Places box AT, at one end of the newest tie, next to box OTHER at the other end. */
static void mapplace_enter(struct mapplace_work *work, size_t at, size_t other)
{
	const struct mapplace *beside = &work->boxes[other];
	int column = 1;

	if (mapplace_stands(work, other))
		column = beside->column + (work->ties[work->used - 1].source == at ? -1 : 1);
	else
		while (column < work->most && mapplace_load(work, column) >= work->rows)
			column++;
	if (column < 1)
		column = 1;
	if (column > work->most)
		column = work->most;
	mapplace_put(work, at, column, mapplace_free_row(work, column, beside->row ? beside->row : 1));
}

/* Tries all boxes again, the newest first, and all ties that lead back. */
static void mapplace_look_back(struct mapplace_work *work)
{
	for (size_t i = work->count; i-- > 0;)
		if (mapplace_stands(work, i))
			mapplace_improve(work, i, MAPPLACE_REST);
	for (size_t i = work->used; i-- > 0;)
		if (mapplace_leads_back(work, i) && !mapplace_turn(work, i, 1))
			mapplace_turn(work, i, -1);
}

/* Is the oldest tie between the two boxes of tie AT one in the other direction? */
static bool mapplace_answers(const struct mapplace_work *work, size_t at)
{
	const struct mapplace_tie *tie = &work->ties[at], *older = work->ties;

	for (size_t i = 0; i < at; i++, older++) {
		if (older->source == tie->source && older->target == tie->target)
			return work->answers[i];
		if (older->source == tie->target && older->target == tie->source)
			return true;
	}
	return false;
}

/* Adds the next tie, and places those of its boxes that have no place yet. */
static void mapplace_come(struct mapplace_work *work)
{
	const struct mapplace_tie *tie = &work->ties[work->used++];
	size_t newer = tie->source > tie->target ? tie->source : tie->target;
	size_t older = tie->source + tie->target - newer;

	work->answers[work->used - 1] = mapplace_answers(work, work->used - 1);
	if (!mapplace_stands(work, older))
		mapplace_enter(work, older, newer);
	if (!mapplace_stands(work, newer))
		mapplace_enter(work, newer, older);
	if (work->effort < 0)
		return;
	mapplace_new_cost(work, mapplace_touch_all(work), INT_MAX);
	mapplace_note(work, work->used);
	if (mapplace_leads_back(work, work->used - 1) && !mapplace_turn(work, work->used - 1, 1))
		mapplace_turn(work, work->used - 1, -1);
	mapplace_improve(work, newer, 0);
	mapplace_improve(work, older, 0);
	if (work->used % MAPPLACE_PAUSE == 0)
		mapplace_look_back(work);
}

/* Places boxes without ties where there is most room; a map of only such boxes becomes about as wide as high. */
static void mapplace_add_lonely(struct mapplace_work *work)
{
	int last = 1;

	for (size_t i = 0; i < work->count; i++)
		if (work->boxes[i].column > last && work->boxes[i].column <= work->most)
			last = work->boxes[i].column;
	for (size_t i = 0; i < work->count; i++) {
		int best = 1;

		if (mapplace_stands(work, i))
			continue;
		for (int column = 2; column <= last || (column <= work->most && last == 1); column++)
			if (mapplace_load(work, column) < mapplace_load(work, best))
				best = column;
		mapplace_put(work, i, best, mapplace_free_row(work, best, 1));
	}
}

/* Removes rows and columns without boxes. */
static void mapplace_close_up(struct mapplace_work *work)
{
	int highest = work->most > work->grid.rows ? work->most : work->grid.rows;

	for (int place = highest; place >= 1; place--) {
		bool column = false, row = false;

		for (size_t i = 0; i < work->count; i++) {
			column = column || work->boxes[i].column == place;
			row = row || work->boxes[i].row == place;
		}
		for (size_t i = 0; i < work->count; i++) {
			work->boxes[i].column -= !column && work->boxes[i].column > place;
			work->boxes[i].row -= !row && work->boxes[i].row > place;
		}
	}
}

/* Places the kept boxes; returns whether there are any. */
static bool mapplace_begin(struct mapplace_work *work)
{
	int rows = (int)work->count + 2;
	size_t slots, count = work->count + 1, tie_count = work->tie_count;
	bool kept = false;

	work->grid.columns = work->most;
	for (size_t i = 0; i < work->count; i++) {
		struct mapplace *box = &work->boxes[i];

		kept = kept || box->kept;
		if (!box->kept)
			box->column = box->row = 0;
		if (box->column > work->grid.columns)
			work->grid.columns = box->column;
		if (box->row > work->grid.rows)
			work->grid.rows = box->row;
	}
	rows += work->grid.rows;
	slots = (size_t)(rows + 2) * (size_t)(work->grid.columns + 2);
	work->rows = (int)(work->count + (size_t)work->most - 1) / work->most + 1;
	work->grid.taken = mem_zalloc(slots);
	work->slots = mem_zalloc(slots * sizeof(*work->slots));
	work->answers = mem_zalloc(tie_count + 1);
	work->courses = mem_zalloc((tie_count + 1) * sizeof(*work->courses));
	work->touched = mem_zalloc((tie_count + 1) * sizeof(*work->touched));
	work->is_touched = mem_zalloc(tie_count + 1);
	work->ports = mem_zalloc(2 * count * sizeof(int));
	work->heights = mem_zalloc((size_t)(rows + 2) * sizeof(int));
	work->is_used = mem_zalloc((size_t)work->grid.columns + 2);
	work->wishes = mem_zalloc(count * sizeof(int));
	work->old = mem_zalloc(count * sizeof(*work->old));
	work->crossings = mem_zalloc(tie_count * tie_count + 1);
	work->fresh = mem_zalloc(tie_count * tie_count + 1);
	for (size_t i = 0; i < work->count; i++)
		if (work->boxes[i].kept)
			mapplace_put(work, i, work->boxes[i].column, work->boxes[i].row);
	return kept;
}

void mapplace_arrange(struct mapplace *boxes, size_t count, const struct mapplace_tie *ties, size_t tie_count, int most)
{
	struct mapplace_work work = {.boxes = boxes,
		.count = count,
		.ties = ties,
		.tie_count = tie_count,
		.most = most < 1 ? 1 : most,
		.effort = MAPPLACE_EFFORT};
	bool kept = mapplace_begin(&work);

	while (work.used < tie_count)
		mapplace_come(&work);
	mapplace_add_lonely(&work);
	if (!kept)
		mapplace_close_up(&work);
	free(work.slots);
	free(work.grid.taken);
	free(work.answers);
	free(work.courses);
	free(work.touched);
	free(work.is_touched);
	free(work.ports);
	free(work.heights);
	free(work.is_used);
	free(work.wishes);
	free(work.old);
	free(work.crossings);
	free(work.fresh);
}
