#include "layout/mapcourse.h"

#include <stdlib.h>

/* The relative costs of a crossing, a row that a line climbs, two more turns, and another line in the same lane. */
#define MAPCOURSE_CROSSING 8
#define MAPCOURSE_CLIMB 1
#define MAPCOURSE_TURNS 6
#define MAPCOURSE_COMPANION 2

/* How many rounds improve all lines, and the number of lines from which there is only one round. */
#define MAPCOURSE_ROUNDS 6
#define MAPCOURSE_MANY 250

/* How far above and below its ends a line looks for a lane. */
#define MAPCOURSE_REACH 2

bool mapcourse_is_loop(const struct mapcourse *course)
{
	return course->columns[0] == course->columns[1];
}

bool mapcourse_is_straight(const struct mapcourse *course)
{
	return !mapcourse_is_loop(course) && course->turns[0] == course->turns[1] && course->rows[0] == course->rows[1];
}

/* Its height in COLUMN, from columns[0] to columns[1]. */
static int mapcourse_height(const struct mapcourse *course, int column)
{
	if (column < course->turns[0])
		return 2 * course->rows[0];
	return column < course->turns[1] ? course->middle : 2 * course->rows[1];
}

/* Are the columns from FIRST to LAST of ROW without boxes? */
static bool mapcourse_is_clear(const struct mapcourse_grid *grid, int row, int first, int last)
{
	for (int column = first; column <= last; column++)
		if (grid->taken[row * (grid->columns + 2) + column])
			return false;
	return true;
}

void mapcourse_plain(struct mapcourse *course, const struct mapcourse_grid *grid)
{
	int first = course->columns[0] + 1, last = course->columns[1];
	int upper = course->rows[course->rows[0] > course->rows[1]];
	int lower = course->rows[course->rows[0] <= course->rows[1]];

	course->middle = 0;
	course->turns[0] = first;
	course->turns[1] = last;
	if (mapcourse_is_loop(course))
		course->turns[1] = first;
	else if (mapcourse_is_clear(grid, course->rows[0], first, last - 1))
		course->turns[0] = last;
	else if (mapcourse_is_clear(grid, course->rows[1], first, last - 1))
		course->turns[1] = first;
	else
		course->middle = 2 * ((upper + lower) / 2) + 1;
}

static int mapcourse_sign(int a, int b)
{
	return (a > b) - (a < b);
}

/* How often a loop and another line must cross. */
static int mapcourse_loop_crossings(const struct mapcourse *loop, const struct mapcourse *other)
{
	int column = loop->columns[0], height, sides = 0;

	if (other->columns[0] > column || (other->columns[1] <= column && !mapcourse_is_loop(other)))
		return 0;
	if (mapcourse_is_loop(other)) {
		if (other->columns[0] != column)
			return 0;
		for (int end = 0; end < 2; end++) {
			int row = other->rows[end];

			if (row == loop->rows[0] || row == loop->rows[1])
				return 0;
			sides += (row > loop->rows[0]) != (row > loop->rows[1]);
		}
		return sides == 1;
	}
	height = mapcourse_height(other, column);
	return mapcourse_sign(height, 2 * loop->rows[0]) * mapcourse_sign(height, 2 * loop->rows[1]) < 0;
}

int mapcourse_crossings(const struct mapcourse *a, const struct mapcourse *b)
{
	int from = a->columns[0] > b->columns[0] ? a->columns[0] : b->columns[0];
	int to = a->columns[1] < b->columns[1] ? a->columns[1] : b->columns[1];
	int count = 0, before = 0;

	if (mapcourse_is_loop(a))
		return mapcourse_loop_crossings(a, b);
	if (mapcourse_is_loop(b))
		return mapcourse_loop_crossings(b, a);
	if (from >= to)
		return 0;
	for (int column = from; column <= to; column++) {
		int sign = mapcourse_sign(mapcourse_height(a, column), mapcourse_height(b, column));

		count += sign * before < 0;
		if (sign)
			before = sign;
	}
	return count;
}

int mapcourse_compare(const struct mapcourse *a, const struct mapcourse *b, int column)
{
	int sign = 0;

	for (int at = column - 1; !sign && at >= a->columns[0] && at >= b->columns[0]; at--)
		sign = mapcourse_sign(mapcourse_height(a, at), mapcourse_height(b, at));
	for (int at = column + 1; !sign && at <= a->columns[1] && at <= b->columns[1]; at++)
		sign = mapcourse_sign(mapcourse_height(a, at), mapcourse_height(b, at));
	return sign;
}

/* Do both run side by side in the same lane? */
static bool mapcourse_are_companions(const struct mapcourse *a, const struct mapcourse *b)
{
	return a->middle == b->middle && a->turns[0] < b->turns[1] && b->turns[0] < a->turns[1];
}

/* The cost of course AT given all others; MOST if it is that or more. */
static int mapcourse_cost(const struct mapcourse *courses, size_t count, size_t at, int most)
{
	const struct mapcourse *course = &courses[at];
	bool turns = course->turns[0] != course->turns[1];
	int cost = turns ? MAPCOURSE_TURNS + MAPCOURSE_CLIMB * (abs(2 * course->rows[0] - course->middle) +
								       abs(2 * course->rows[1] - course->middle))
			 : MAPCOURSE_CLIMB * 2 * abs(course->rows[0] - course->rows[1]);

	for (size_t i = 0; i < count && cost < most; i++) {
		if (i == at)
			continue;
		cost += MAPCOURSE_CROSSING * mapcourse_crossings(course, &courses[i]);
		if (turns && mapcourse_are_companions(course, &courses[i]))
			cost += MAPCOURSE_COMPANION;
	}
	return cost;
}

/* The search for a better course of one line. */
struct mapcourse_search {
	struct mapcourse *courses;
	size_t count, at;
	const struct mapcourse_grid *grid;
	struct mapcourse best;
	int cost;
};

static void mapcourse_try(struct mapcourse_search *search)
{
	int cost = mapcourse_cost(search->courses, search->count, search->at, search->cost);

	if (cost >= search->cost)
		return;
	search->cost = cost;
	search->best = search->courses[search->at];
}

/* Tries all heights between two turns. */
static void mapcourse_try_middles(struct mapcourse_search *search)
{
	struct mapcourse *course = &search->courses[search->at];
	const struct mapcourse_grid *grid = search->grid;
	int upper = 2 * course->rows[course->rows[0] > course->rows[1]] - 1 - MAPCOURSE_REACH;
	int lower = 2 * course->rows[course->rows[0] <= course->rows[1]] + 1 + MAPCOURSE_REACH;

	for (int height = upper < 1 ? 1 : upper; height <= lower && height <= 2 * grid->rows + 1; height++) {
		if (height % 2 == 0 && !mapcourse_is_clear(grid, height / 2, course->turns[0], course->turns[1] - 1))
			continue;
		course->middle = height;
		mapcourse_try(search);
	}
	course->middle = 0;
}

static bool mapcourse_improve(struct mapcourse_search *search)
{
	struct mapcourse *course = &search->courses[search->at];
	const struct mapcourse_grid *grid = search->grid;
	const struct mapcourse old = *course;
	int first = old.columns[0] + 1, last = old.columns[1];

	search->best = old;
	search->cost = mapcourse_cost(search->courses, search->count, search->at, 1 << 20);
	for (int turn = first; turn <= last; turn++) {
		if (!mapcourse_is_clear(grid, old.rows[0], first, turn - 1))
			break;
		for (int back = last; back >= turn; back--) {
			if (!mapcourse_is_clear(grid, old.rows[1], back, last - 1))
				break;
			course->turns[0] = turn;
			course->turns[1] = back;
			course->middle = 0;
			if (turn == back)
				mapcourse_try(search);
			else
				mapcourse_try_middles(search);
		}
	}
	*course = search->best;
	return course->turns[0] != old.turns[0] || course->turns[1] != old.turns[1] || course->middle != old.middle;
}

void mapcourse_untangle(struct mapcourse *courses, size_t count, const struct mapcourse_grid *grid)
{
	struct mapcourse_search search = {.courses = courses, .count = count, .grid = grid};
	int rounds = count < MAPCOURSE_MANY ? MAPCOURSE_ROUNDS : 1;
	bool again = true;

	for (int round = 0; round < rounds && again; round++) {
		again = false;
		for (search.at = 0; search.at < count; search.at++)
			if (!mapcourse_is_loop(&courses[search.at]) && mapcourse_improve(&search))
				again = true;
	}
}
