/*
 * Whatever contexts and relations there are, on the map no line runs through a box or over a word, no two lines
 * share a cell but where they cross at right angles, and every line leads from its source to its target.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "layout/mapplace.h"
#include "layout/maproute.h"
#include "lib/gen.h"

#define ROUNDS 1000
#define BOXES_MOST 30
#define LINES_MOST 80

/* What lies in a cell. */
enum { EMPTY = 0, BOX = 1, WORD = 2, ACROSS = 4, UPRIGHT = 8 };

struct chart {
	struct mapplace places[BOXES_MOST];
	struct mapplace_tie ties[LINES_MOST];
	struct maproute_box boxes[BOXES_MOST];
	struct maproute_line lines[LINES_MOST];
	struct maproute route;
	unsigned char *cells;
	int *owners; /* of each cell: 1 + the line that has a word there */
};

static int cell(const struct chart *chart, int x, int y)
{
	assert_in_range(x, 0, chart->route.width - 1);
	assert_in_range(y, 0, chart->route.height - 1);
	return y * chart->route.width + x;
}

/* Some places are kept, no two the same. */
static void keep(struct gen *gen, struct chart *chart, size_t at)
{
	struct mapplace *place = &chart->places[at];

	*place = (struct mapplace){1 + gen_below(gen, 8), 1 + gen_below(gen, 8), gen_once_in(gen, 5)};
	for (size_t i = 0; i < at; i++)
		if (chart->places[i].kept && chart->places[i].column == place->column &&
			chart->places[i].row == place->row)
			place->kept = false;
}

static void make(struct gen *gen, struct chart *chart)
{
	size_t boxes = 1 + (size_t)gen_below(gen, BOXES_MOST), lines = (size_t)gen_below(gen, LINES_MOST + 1);

	*chart = (struct chart){0};
	for (size_t i = 0; i < boxes; i++)
		keep(gen, chart, i);
	for (size_t i = 0; i < lines; i++) {
		struct maproute_line *line = &chart->lines[i];

		line->source = (size_t)gen_below(gen, (int)boxes);
		line->target = (size_t)gen_below(gen, (int)boxes);
		line->label = gen_below(gen, 3) * gen_below(gen, 20);
		line->source_mark = gen_below(gen, 4);
		line->target_mark = gen_below(gen, 4);
		chart->ties[i] = (struct mapplace_tie){line->source, line->target};
	}
	mapplace_arrange(chart->places, boxes, chart->ties, lines, 2 + gen_below(gen, 6));
	for (size_t i = 0; i < boxes; i++)
		chart->boxes[i] = (struct maproute_box){
			chart->places[i].column, chart->places[i].row, 6 + gen_below(gen, 20), 4, 0, 0};
	chart->route = (struct maproute){chart->boxes, boxes, chart->lines, lines, 1 + gen_below(gen, 2), 0, 0};
	maproute_find(&chart->route);
	chart->cells = mem_zalloc((size_t)chart->route.width * (size_t)chart->route.height);
	chart->owners = mem_zalloc((size_t)chart->route.width * (size_t)chart->route.height * sizeof(int));
}

static void put_boxes(struct chart *chart)
{
	for (size_t i = 0; i < chart->route.box_count; i++) {
		const struct maproute_box *box = &chart->boxes[i];

		for (int y = box->y; y < box->y + box->height; y++)
			for (int x = box->x; x < box->x + box->width; x++) {
				assert_int_equal(chart->cells[cell(chart, x, y)], EMPTY);
				chart->cells[cell(chart, x, y)] = BOX;
			}
	}
}

static void put_word(struct chart *chart, size_t line, struct maproute_point at, int cells)
{
	for (int x = at.x; x < at.x + cells; x++) {
		int where = cell(chart, x, at.y);

		assert_int_equal(chart->cells[where], EMPTY);
		chart->cells[where] = WORD;
		chart->owners[where] = (int)line + 1;
	}
}

static void put_words(struct chart *chart)
{
	for (size_t i = 0; i < chart->route.line_count; i++) {
		const struct maproute_line *line = &chart->lines[i];

		put_word(chart, i, line->source_at, line->source_mark);
		put_word(chart, i, line->target_at, line->target_mark);
		if (line->label)
			put_word(chart, i, line->label_at, line->label);
	}
}

/* A cell of a line: empty so far, or with a stretch of another one at right angles to it. */
static void put_cell(struct chart *chart, size_t line, int x, int y, unsigned char ways)
{
	int where = cell(chart, x, y);
	unsigned char *there = &chart->cells[where];

	assert_true(*there != BOX);
	if (*there == WORD) {
		assert_int_equal(chart->owners[where], (int)line + 1);
		assert_int_equal(ways, ACROSS);
		return;
	}
	assert_int_equal(*there & ways, 0);
	*there |= ways;
}

static void put_line(struct chart *chart, size_t at)
{
	const struct maproute_line *line = &chart->lines[at];

	for (size_t i = 0; i + 1 < line->count; i++) {
		struct maproute_point a = line->points[i], b = line->points[i + 1];
		int dx = (b.x > a.x) - (b.x < a.x), dy = (b.y > a.y) - (b.y < a.y);

		assert_true(!dx != !dy);
		/* the corners belong to the line alone */
		put_cell(chart, at, a.x, a.y, i ? 0 : ACROSS);
		for (int x = a.x + dx, y = a.y + dy; x != b.x || y != b.y; x += dx, y += dy)
			put_cell(chart, at, x, y, dx ? ACROSS : UPRIGHT);
		put_cell(chart, at, b.x, b.y, i + 2 < line->count ? ACROSS | UPRIGHT : ACROSS);
	}
}

/* Is POINT right beside a side of BOX? */
static bool touches(const struct maproute_box *box, struct maproute_point point)
{
	return (point.x == box->x - 1 || point.x == box->x + box->width) && point.y > box->y &&
	       point.y < box->y + box->height - 1;
}

static void lines_never_run_into_anything(void **state)
{
	static struct chart chart;
	int rounds = gen_rounds(ROUNDS);

	(void)state;
	for (int round = 0; round < rounds; round++) {
		struct gen gen;

		gen_start(&gen, gen_seed() + (uint64_t)round);
		make(&gen, &chart);
		put_boxes(&chart);
		put_words(&chart);
		for (size_t i = 0; i < chart.route.line_count; i++) {
			const struct maproute_line *line = &chart.lines[i];

			put_line(&chart, i);
			assert_true(touches(&chart.boxes[line->source], line->points[0]));
			assert_true(touches(&chart.boxes[line->target], line->points[line->count - 1]));
		}
		free(chart.cells);
		free(chart.owners);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_never_run_into_anything),
	};

	return cmocka_run_group_tests_name("property/map", tests, NULL, NULL);
}
