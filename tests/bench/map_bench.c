/*
 * map_bench: how long the context map of 30 contexts and 80 relations takes to be laid out and routed, and how
 * many crossings it has, beside dot when that is there; how many boxes move when a relation is added; how many
 * maps of 12 contexts and 25 relations fit a terminal of 120x40, and how long it takes to find the form for it.
 */
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "draw/contextmap.h"
#include "lib/mapgen.h"

#define BOXES 30
#define LINES 80
#define GRAPHS 20
#define POINTS_MOST 4096
#define MAPS 200

struct graph {
	struct mapplace places[BOXES];
	struct mapplace_tie ties[LINES];
	struct maproute_box boxes[BOXES];
	struct maproute_line lines[LINES];
	struct maproute route;
};

/* A stretch of a line that dot has drawn. */
struct stretch {
	double x[2], y[2];
	int line;
};

static uint64_t random_state;

static size_t below(size_t count)
{
	random_state = random_state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (size_t)(random_state >> 33) % count;
}

static void make(struct graph *graph, uint64_t seed)
{
	memset(graph, 0, sizeof(*graph));
	random_state = seed;
	for (size_t i = 0; i < LINES; i++) {
		size_t source = below(BOXES), target = below(BOXES - 1);

		graph->ties[i] = (struct mapplace_tie){source, target + (target >= source)};
		graph->lines[i] = (struct maproute_line){.source = source,
			.target = graph->ties[i].target,
			.label = 18,
			.source_mark = 3,
			.target_mark = 2};
	}
	graph->route = (struct maproute){graph->boxes, BOXES, graph->lines, LINES, 1, 0, 0};
}

static double now(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

static double lay_out(struct graph *graph)
{
	double begin = now();

	mapplace_arrange(graph->places, BOXES, graph->ties, LINES, mapplace_columns(BOXES));
	for (size_t i = 0; i < BOXES; i++)
		graph->boxes[i] = (struct maproute_box){graph->places[i].column, graph->places[i].row, 18, 4, 0, 0};
	maproute_find(&graph->route);
	return now() - begin;
}

static double turn(const struct stretch *a, double x, double y)
{
	return (a->x[1] - a->x[0]) * (y - a->y[0]) - (a->y[1] - a->y[0]) * (x - a->x[0]);
}

static int cross(const struct stretch *a, const struct stretch *b)
{
	return a->line != b->line && turn(a, b->x[0], b->y[0]) * turn(a, b->x[1], b->y[1]) < 0 &&
	       turn(b, a->x[0], a->y[0]) * turn(b, a->x[1], a->y[1]) < 0;
}

/* Reads what dot says about the lines into LIST; how many stretches. */
static size_t read_plain(FILE *in, struct stretch *list)
{
	char word[256];
	size_t count = 0;
	int line = 0, points;

	while (fscanf(in, "%255s", word) == 1) {
		double x = 0, y = 0, next_x, next_y;

		if (strcmp(word, "edge") || fscanf(in, "%*s %*s %d", &points) != 1)
			continue;
		line++;
		for (int i = 0; i < points && fscanf(in, "%lf %lf", &next_x, &next_y) == 2; i++) {
			if (i && count < POINTS_MOST)
				list[count++] = (struct stretch){{x, next_x}, {y, next_y}, line};
			x = next_x;
			y = next_y;
		}
	}
	return count;
}

/* The crossings in dot's picture of GRAPH; -1 when there is no dot. */
static int ask_dot(const struct graph *graph, const char *folder)
{
	static struct stretch list[POINTS_MOST];
	char command[512], path[256];
	size_t count;
	int crossings = 0;
	FILE *file;

	snprintf(path, sizeof(path), "%s/map_bench.dot", folder);
	file = fopen(path, "w");
	if (!file)
		return -1;
	fputs("digraph {\nrankdir=LR\n", file);
	for (size_t i = 0; i < LINES; i++)
		fprintf(file, "n%zu -> n%zu\n", graph->ties[i].source, graph->ties[i].target);
	fputs("}\n", file);
	fclose(file);
	snprintf(command, sizeof(command), "dot -Tplain '%s' 2>/dev/null", path);
	file = popen(command, "r");
	if (!file)
		return -1;
	count = read_plain(file, list);
	if (pclose(file) || !count)
		crossings = -1;
	unlink(path);
	for (size_t i = 0; i < count && crossings >= 0; i++)
		for (size_t k = i + 1; k < count; k++)
			crossings += cross(&list[i], &list[k]);
	return crossings;
}

/* How many boxes of GRAPH stand somewhere else when its last relation but LEFT comes. */
static int count_moves(const struct graph *graph, size_t left)
{
	struct mapplace before[BOXES] = {{0}}, after[BOXES] = {{0}};
	int moves = 0;

	mapplace_arrange(before, BOXES, graph->ties, LINES - left - 1, mapplace_columns(BOXES));
	mapplace_arrange(after, BOXES, graph->ties, LINES - left, mapplace_columns(BOXES));
	for (size_t i = 0; i < BOXES; i++)
		moves += before[i].column != after[i].column || before[i].row != after[i].row;
	return moves;
}

static void report_moves(void)
{
	int moves = 0, additions = 0;

	for (uint64_t seed = 1; seed <= GRAPHS; seed++) {
		static struct graph graph;

		make(&graph, seed);
		for (size_t left = 0; left < LINES / 2; left++, additions++)
			moves += count_moves(&graph, left);
	}
	printf("boxes of %d that move when a relation is added: %.1f\n", BOXES, (double)moves / additions);
}

/* NEAR: with relations between neighbours. */
static void report_fit(bool near)
{
	double all = 0, longest = 0;
	int fit = 0, sizes[CONTEXTMAP_SIZES] = {0};

	for (uint64_t seed = 1; seed <= MAPS; seed++) {
		struct action action;
		struct edit edit = {board_new(), &action};
		struct contextmap map;
		double begin, ms;

		action_init(&action);
		mapgen_fill(&edit, seed, near);
		contextmap_init(&map, edit.board);
		begin = now();
		if (contextmap_fit(&map, 120, 40)) {
			fit++;
			sizes[map.form.size]++;
		}
		ms = now() - begin;
		all += ms;
		longest = ms > longest ? ms : longest;
		contextmap_release(&map);
		board_free(edit.board);
		action_release(&action);
	}
	printf("maps of 12 contexts, 25 relations%s that fit 120x40: %.1f%%, by size", near ? " nearby" : "",
		100.0 * fit / MAPS);
	for (int size = 0; size < CONTEXTMAP_SIZES; size++)
		printf(" %d", sizes[size]);
	printf("; %.1f ms to find the form, at most %.1f ms\n", all / MAPS, longest);
}

/* Does the stretch from A to B cross the one from C to D at right angles? */
static bool crosses(struct maproute_point a, struct maproute_point b, struct maproute_point c, struct maproute_point d)
{
	if (a.y != b.y)
		return c.y == d.y && crosses(c, d, a, b);
	return c.x == d.x && (a.x < c.x) != (b.x < c.x) && (c.y < a.y) != (d.y < a.y);
}

static size_t crossings_of(const struct maproute_line *a, const struct maproute_line *b)
{
	size_t count = 0;

	for (size_t i = 0; i + 1 < a->count; i++)
		for (size_t k = 0; k + 1 < b->count; k++)
			count += crosses(a->points[i], a->points[i + 1], b->points[k], b->points[k + 1]);
	return count;
}

/* How many times two of its lines cross. */
static size_t crossings_on(const struct maproute *route)
{
	size_t count = 0;

	for (size_t i = 0; i < route->line_count; i++)
		for (size_t k = i + 1; k < route->line_count; k++)
			count += crossings_of(&route->lines[i], &route->lines[k]);
	return count;
}

int main(void)
{
	const char *folder = getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp";
	double longest = 0, all = 0;
	size_t crossings = 0;
	int dots = 0;

	for (uint64_t seed = 1; seed <= GRAPHS; seed++) {
		static struct graph graph;
		double ms;
		int dot;

		make(&graph, seed);
		ms = lay_out(&graph);
		all += ms;
		longest = ms > longest ? ms : longest;
		crossings += crossings_on(&graph.route);
		dot = dots < 0 ? -1 : ask_dot(&graph, folder);
		dots = dot < 0 ? -1 : dots + dot;
	}
	printf("map of %d contexts, %d relations: %.1f ms, at most %.1f ms (aim: 50)\n", BOXES, LINES, all / GRAPHS,
		longest);
	printf("its crossings: %zu", crossings / GRAPHS);
	if (dots >= 0)
		printf(", of dot -Tplain: %d", dots / GRAPHS);
	putchar('\n');
	report_moves();
	report_fit(false);
	report_fit(true);
	return 0;
}
