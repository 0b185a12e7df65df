#include "layout/mapplace.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

/* What a crossing costs beside one row that a line climbs, and a line's way round a box in between. */
#define MAPPLACE_CROSSING 6
#define MAPPLACE_DETOUR 2

/* What a row of cells costs by which the whole map is higher. */
#define MAPPLACE_HEIGHT 3

#define MAPPLACE_ROUNDS 12

/* What an arrangement is made with. */
struct mapplace_work {
	struct mapplace *boxes;
	size_t count;
	const struct mapplace_tie *ties;
	size_t tie_count;
	int most;    /* columns */
	int rows;    /* that may be used */
	bool *holds; /* of each tie: has it a say in the columns? */
	int *before; /* of each box: the longest chain of such ties that ends in it */
	int *after;  /* and the longest that begins in it */
	int *ports[2]; /* of each box: how many ties it has at its left, and at its right */
	int *heights;  /* of each row: the most of them that a box there has */
};

int mapplace_columns(size_t count)
{
	return count <= 12 ? 4 : count <= 20 ? 5 : 6;
}

/* Does a chain of ties that hold lead from FROM to TO? No chain is longer than the columns allow. */
static bool mapplace_leads(const struct mapplace_work *work, size_t from, size_t to)
{
	if (from == to)
		return true;
	for (size_t i = 0; i < work->tie_count; i++)
		if (work->holds[i] && work->ties[i].source == from &&
			mapplace_leads(work, work->ties[i].target, to))
			return true;
	return false;
}

/* Brings the lengths of the chains up to date after one more tie holds. */
static void mapplace_lengthen(struct mapplace_work *work)
{
	bool again = true;

	while (again) {
		again = false;
		for (size_t i = 0; i < work->tie_count; i++) {
			size_t source = work->ties[i].source, target = work->ties[i].target;

			if (!work->holds[i])
				continue;
			if (work->before[target] <= work->before[source]) {
				work->before[target] = work->before[source] + 1;
				again = true;
			}
			if (work->after[source] <= work->after[target]) {
				work->after[source] = work->after[target] + 1;
				again = true;
			}
		}
	}
}

static void mapplace_choose_ties(struct mapplace_work *work)
{
	for (size_t i = 0; i < work->tie_count; i++) {
		size_t source = work->ties[i].source, target = work->ties[i].target;

		if (work->before[source] + 1 + work->after[target] >= work->most ||
			mapplace_leads(work, target, source))
			continue;
		work->holds[i] = true;
		mapplace_lengthen(work);
	}
}

/* How many boxes stand in COLUMN. */
static int mapplace_load(const struct mapplace_work *work, int column)
{
	int load = 0;

	for (size_t i = 0; i < work->count; i++)
		load += work->boxes[i].column == column;
	return load;
}

/* Has box AT a tie to, or from, another one? */
static bool mapplace_is_tied(const struct mapplace_work *work, size_t at)
{
	for (size_t i = 0; i < work->tie_count; i++)
		if (work->ties[i].source != work->ties[i].target &&
			(work->ties[i].source == at || work->ties[i].target == at))
			return true;
	return false;
}

/* Who is called by nobody stands right before the first that it calls. */
static int mapplace_layer(const struct mapplace_work *work, size_t at)
{
	int nearest = work->most;

	if (work->before[at] || !work->after[at])
		return work->before[at];
	for (size_t i = 0; i < work->tie_count; i++)
		if (work->holds[i] && work->ties[i].source == at &&
			work->before[work->ties[i].target] < nearest)
			nearest = work->before[work->ties[i].target];
	return nearest - 1;
}

/* Moves boxes that nothing follows on from columns that are too full, the newest first. */
static void mapplace_spread(struct mapplace_work *work)
{
	int room = ((int)work->count + work->most - 1) / work->most + 1;

	for (int column = 1; column < work->most; column++) {
		int load = mapplace_load(work, column);

		for (size_t i = work->count; i-- > 0 && load > room;) {
			struct mapplace *box = &work->boxes[i];

			if (box->kept || box->column != column || work->after[i])
				continue;
			box->column++;
			load--;
		}
	}
}

static void mapplace_set_columns(struct mapplace_work *work)
{
	int last = 1;

	for (size_t i = 0; i < work->count; i++) {
		struct mapplace *box = &work->boxes[i];

		if (!box->kept)
			box->column = mapplace_is_tied(work, i) ? mapplace_layer(work, i) + 1 : 0;
	}
	mapplace_spread(work);
	for (size_t i = 0; i < work->count; i++)
		if (work->boxes[i].column > last && work->boxes[i].column <= work->most)
			last = work->boxes[i].column;
	for (size_t i = 0; i < work->count; i++) {
		struct mapplace *box = &work->boxes[i];
		int best = 1;

		/* alone: wherever is most room; a map of nothing else becomes about as wide as high */
		if (box->kept || box->column)
			continue;
		for (int column = 2; column <= last || (column <= work->most && last == 1); column++)
			if (mapplace_load(work, column) < mapplace_load(work, best))
				best = column;
		box->column = best;
	}
}

/* The box at a place, or SIZE_MAX. */
static size_t mapplace_at(const struct mapplace_work *work, int column, int row)
{
	for (size_t i = 0; i < work->count; i++)
		if (work->boxes[i].column == column && work->boxes[i].row == row)
			return i;
	return SIZE_MAX;
}

/* First each in the uppermost free row of its column. */
static void mapplace_first_rows(struct mapplace_work *work)
{
	for (size_t i = 0; i < work->count; i++)
		if (!work->boxes[i].kept)
			work->boxes[i].row = 0;
	for (size_t i = 0; i < work->count; i++) {
		struct mapplace *box = &work->boxes[i];
		int row = 1;

		while (!box->row && mapplace_at(work, box->column, row) != SIZE_MAX)
			row++;
		if (!box->row)
			box->row = row;
		if (!box->kept && box->row > work->rows)
			work->rows = box->row;
	}
}

/* On which side of the line from A to B is C? Above 0, below, or 0 for on it. */
static int mapplace_side(const struct mapplace *a, const struct mapplace *b, const struct mapplace *c)
{
	int turn = (b->column - a->column) * (c->row - a->row) - (b->row - a->row) * (c->column - a->column);

	return (turn > 0) - (turn < 0);
}

static int mapplace_crosses(const struct mapplace_work *work, const struct mapplace_tie *tie,
	const struct mapplace_tie *other)
{
	const struct mapplace *a = &work->boxes[tie->source], *b = &work->boxes[tie->target];
	const struct mapplace *c = &work->boxes[other->source], *d = &work->boxes[other->target];

	if (a == c || a == d || b == c || b == d)
		return 0;
	return mapplace_side(a, b, c) * mapplace_side(a, b, d) < 0 &&
	       mapplace_side(c, d, a) * mapplace_side(c, d, b) < 0;
}

/* Does the tie pass a box in its own row? */
static bool mapplace_is_barred(const struct mapplace_work *work, const struct mapplace *a,
	const struct mapplace *b)
{
	int left = a->column < b->column ? a->column : b->column;
	int right = a->column < b->column ? b->column : a->column;

	for (size_t i = 0; a->row == b->row && i < work->count; i++)
		if (work->boxes[i].row == a->row && work->boxes[i].column > left &&
			work->boxes[i].column < right)
			return true;
	return false;
}

/* What the ties of boxes A and B (SIZE_MAX: none) cost as they are. */
static int mapplace_cost(const struct mapplace_work *work, size_t a, size_t b)
{
	int cost = 0;

	for (size_t i = 0; i < work->tie_count; i++) {
		const struct mapplace_tie *tie = &work->ties[i];
		const struct mapplace *source = &work->boxes[tie->source];
		const struct mapplace *target = &work->boxes[tie->target];

		if (tie->source != a && tie->source != b && tie->target != a && tie->target != b)
			continue;
		cost += abs(source->row - target->row);
		if (mapplace_is_barred(work, source, target))
			cost += MAPPLACE_DETOUR;
		for (size_t k = 0; k < work->tie_count; k++)
			cost += MAPPLACE_CROSSING * mapplace_crosses(work, tie, &work->ties[k]);
	}
	return cost;
}

/* Counts the ports of all boxes; they depend on the columns alone. */
static void mapplace_count_ports(struct mapplace_work *work)
{
	for (size_t i = 0; i < work->tie_count; i++) {
		const size_t ends[2] = {work->ties[i].source, work->ties[i].target};

		for (int end = 0; end < 2; end++) {
			int own = work->boxes[ends[end]].column, other = work->boxes[ends[!end]].column;

			work->ports[other >= own][ends[end]]++;
		}
	}
}

/* About how high the map is: each row as high as the box with the most ties at a side. */
static int mapplace_height(const struct mapplace_work *work)
{
	int height = 0;

	for (size_t i = 0; i < work->count; i++) {
		int left = work->ports[0][i], right = work->ports[1][i];
		int *most = &work->heights[work->boxes[i].row];

		if (work->boxes[i].row > work->rows)
			continue;
		if ((left > right ? left : right) > *most)
			*most = left > right ? left : right;
	}
	for (int row = 0; row <= work->rows; row++) {
		height += work->heights[row];
		work->heights[row] = 0;
	}
	return height;
}

/* Has box AT change rows with whatever is in ROW of its column, if that is better; true when it did. */
static bool mapplace_try(struct mapplace_work *work, size_t at, int row)
{
	struct mapplace *box = &work->boxes[at];
	size_t other = mapplace_at(work, box->column, row);
	int own = box->row;
	int cost = mapplace_cost(work, at, other) + MAPPLACE_HEIGHT * mapplace_height(work);

	if (other == at || (other != SIZE_MAX && work->boxes[other].kept))
		return false;
	box->row = row;
	if (other != SIZE_MAX)
		work->boxes[other].row = own;
	if (mapplace_cost(work, at, other) + MAPPLACE_HEIGHT * mapplace_height(work) < cost)
		return true;
	box->row = own;
	if (other != SIZE_MAX)
		work->boxes[other].row = row;
	return false;
}

static void mapplace_improve_rows(struct mapplace_work *work)
{
	bool again = true;

	mapplace_count_ports(work);
	work->heights = mem_zalloc((size_t)(work->rows + 1) * sizeof(int));
	for (int round = 0; round < MAPPLACE_ROUNDS && again; round++) {
		again = false;
		for (size_t i = 0; i < work->count; i++)
			for (int row = 1; row <= work->rows && !work->boxes[i].kept; row++)
				if (mapplace_try(work, i, row))
					again = true;
	}
}

void mapplace_arrange(struct mapplace *boxes, size_t count, const struct mapplace_tie *ties,
	size_t tie_count, int most)
{
	struct mapplace_work work = {boxes, count, ties, tie_count, most < 1 ? 1 : most, 1,
		mem_zalloc(tie_count + 1), mem_zalloc((count + 1) * sizeof(int)),
		mem_zalloc((count + 1) * sizeof(int)),
		{mem_zalloc((count + 1) * sizeof(int)), mem_zalloc((count + 1) * sizeof(int))}, NULL};

	mapplace_choose_ties(&work);
	mapplace_set_columns(&work);
	mapplace_first_rows(&work);
	mapplace_improve_rows(&work);
	free(work.holds);
	free(work.before);
	free(work.after);
	free(work.ports[0]);
	free(work.ports[1]);
	free(work.heights);
}
