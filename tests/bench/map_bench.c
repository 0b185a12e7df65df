/*
 * map_bench: how long the context map of 30 contexts and 80 relations takes to be laid out and routed, and how
 * many crossings it has, beside dot when that is there.
 */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/mem.h"
#include "layout/mapplace.h"
#include "layout/maproute.h"

#define BOXES 30
#define LINES 80
#define GRAPHS 20
#define POINTS_MOST 4096

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
			.target = graph->ties[i].target, .label = 18, .source_mark = 3, .target_mark = 2};
	}
	graph->route = (struct maproute){graph->boxes, BOXES, graph->lines, LINES, 1, 0, 0};
}

static double lay_out(struct graph *graph)
{
	struct timespec begin, end;

	clock_gettime(CLOCK_MONOTONIC, &begin);
	mapplace_arrange(graph->places, BOXES, graph->ties, LINES, mapplace_columns(BOXES));
	for (size_t i = 0; i < BOXES; i++)
		graph->boxes[i] = (struct maproute_box){graph->places[i].column, graph->places[i].row, 18, 4,
			0, 0};
	maproute_find(&graph->route);
	clock_gettime(CLOCK_MONOTONIC, &end);
	return (double)(end.tv_sec - begin.tv_sec) * 1e3 + (double)(end.tv_nsec - begin.tv_nsec) / 1e6;
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
		crossings += maproute_crossings(&graph.route);
		dot = dots < 0 ? -1 : ask_dot(&graph, folder);
		dots = dot < 0 ? -1 : dots + dot;
	}
	printf("map of %d contexts, %d relations: %.1f ms, at most %.1f ms (aim: 50)\n", BOXES, LINES,
		all / GRAPHS, longest);
	printf("its crossings: %zu", crossings / GRAPHS);
	if (dots >= 0)
		printf(", of dot -Tplain: %d", dots / GRAPHS);
	putchar('\n');
	return 0;
}
