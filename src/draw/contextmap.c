#include "draw/contextmap.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "check/namesakes.h"
#include "layout/boardmap.h"
#include "text/abridge.h"
#include "text/clean.h"
#include "text/width.h"

/* The widths of names and labels in cells (0: shown as numbers), and the distance between vertical lines. */
static const struct {
	int name_most, label_most, pitch;
} contextmap_sizes[CONTEXTMAP_WHOLE + 1] = {{9, 0, 1}, {12, 0, 1}, {14, 12, 1}, {18, 18, 1}, {22, 26, 2}, {32, 48, 2},
	{2 * CLEAN_MOST_CHARACTERS, 2 * CLEAN_MOST_CHARACTERS, 2}};

/* The size of maps that do not fit. */
#define CONTEXTMAP_SIZE_READABLE 3

/* The cost of a column more or less than usual, of a cell cut off a name, and of vertical lines side by side; the unit
 * is a cell cut off a label. */
#define CONTEXTMAP_LOSS_OF_COLUMN 16
#define CONTEXTMAP_LOSS_OF_NAME 4
#define CONTEXTMAP_LOSS_OF_PITCH 4

#define CONTEXTMAP_COLUMNS_LEAST 2

/* The rows of text in a box, and of its frame and the gap below it. */
#define CONTEXTMAP_LINES 2
#define CONTEXTMAP_FRAME 3

static const struct {
	const char *pattern, *letters;
} contextmap_patterns[] = {
	{"open-host", "OHS"},
	{"published-language", "PL"},
	{"anticorruption-layer", "ACL"},
	{"conformist", "CF"},
	{"customer-supplier", "CS"},
	{"shared-kernel", "SK"},
	{"partnership", "P"},
	{"separate-ways", "SW"},
};

const char *contextmap_pattern(const char *pattern)
{
	for (size_t i = 0; pattern && i < ARRAY_SIZE(contextmap_patterns); i++)
		if (!strcmp(contextmap_patterns[i].pattern, pattern))
			return contextmap_patterns[i].letters;
	return "";
}

const struct context *contextmap_context(const struct contextmap *map, size_t at)
{
	return vec_get(&map->contexts, const struct context *, at);
}

const struct relation *contextmap_relation(const struct contextmap *map, size_t at)
{
	return vec_get(&map->relations, const struct relation *, at);
}

size_t contextmap_index(const struct contextmap *map, int64_t id)
{
	for (size_t i = 0; i < map->contexts.count; i++)
		if (contextmap_context(map, i)->id == id)
			return i;
	return SIZE_MAX;
}

static void contextmap_count_aggregates(struct contextmap *map)
{
	struct namesakes namesakes;

	namesakes_init(&namesakes);
	namesakes_read(&namesakes, map->board);
	for (size_t i = 0; i < namesakes_count(&namesakes); i++) {
		int64_t context = vec_get(&namesakes.all, struct namesake, i).context;

		if (context)
			map->aggregates[contextmap_index(map, context)]++;
	}
	namesakes_release(&namesakes);
}

static void contextmap_forget(struct contextmap *map)
{
	for (size_t i = 0; i < map->relations.count; i++)
		free(map->labels[i]);
	for (size_t i = 0; i < map->contexts.count; i++)
		free(map->names[i]);
	memset(map->labels, 0, map->relations.count * sizeof(*map->labels));
	memset(map->names, 0, map->contexts.count * sizeof(*map->names));
}

void contextmap_init(struct contextmap *map, const struct board *board)
{
	*map = (struct contextmap){.board = board,
		.contexts = VEC_INIT(const struct context *),
		.relations = VEC_INIT(const struct relation *)};
	board_list(board, ENTITY_CONTEXT, &map->contexts);
	board_list(board, ENTITY_RELATION, &map->relations);
	map->places = mem_zalloc((map->contexts.count + 1) * sizeof(*map->places));
	map->aggregates = mem_zalloc((map->contexts.count + 1) * sizeof(*map->aggregates));
	map->route.box_count = map->contexts.count;
	map->route.boxes = mem_zalloc((map->contexts.count + 1) * sizeof(*map->route.boxes));
	map->route.line_count = map->relations.count;
	map->route.lines = mem_zalloc((map->relations.count + 1) * sizeof(*map->route.lines));
	map->labels = mem_zalloc((map->relations.count + 1) * sizeof(*map->labels));
	map->names = mem_zalloc((map->contexts.count + 1) * sizeof(*map->names));
	contextmap_count_aggregates(map);
}

void contextmap_release(struct contextmap *map)
{
	contextmap_forget(map);
	free(map->labels);
	free(map->names);
	vec_release(&map->contexts);
	vec_release(&map->relations);
	free(map->places);
	free(map->aggregates);
	free(map->route.boxes);
	free(map->route.lines);
}

/* The word for the style of a relation on its line. */
static const char *contextmap_word(const struct relation *relation)
{
	return relation->style == RELATION_UNKNOWN ? "?" : relation_style_token((enum relation_style)relation->style);
}

/* Appends "async Order placed", where LABEL follows the style. */
static void contextmap_add_label(const struct relation *relation, const char *label, struct strbuf *out)
{
	strbuf_addstr(out, contextmap_word(relation));
	if (label && *label)
		strbuf_addf(out, " %s", label);
}

static int contextmap_label_cells(const struct relation *relation)
{
	struct strbuf label = STRBUF_INIT;
	int cells;

	contextmap_add_label(relation, relation->label, &label);
	cells = width_of(label.text, label.len);
	strbuf_release(&label);
	return cells;
}

void contextmap_sentence(const struct board *board, const struct relation *relation, struct strbuf *out)
{
	const char *source = board_context(board, relation->source)->name;
	const char *target = board_context(board, relation->target)->name;
	const char *first = relation->source_pattern, *second = relation->target_pattern;

	switch ((enum relation_style)relation->style) {
	case RELATION_SYNC: strbuf_addf(out, _("%s calls %s (sync)"), source, target); break;
	case RELATION_ASYNC: strbuf_addf(out, _("%s sends to %s (async)"), source, target); break;
	default: strbuf_addf(out, _("%s leads to %s (sync or async: unknown)"), source, target); break;
	}
	if (relation->label)
		strbuf_addf(out, ": %s", relation->label);
	if (first || second)
		strbuf_addf(out, " [%s / %s]", first ? first : "-", second ? second : "-");
}

void contextmap_say_count(const struct contextmap *map, size_t at, struct strbuf *out)
{
	size_t count = map->aggregates[at];

	strbuf_addf(out, ngettext("%zu aggregate", "%zu aggregates", count), count);
}

bool contextmap_is_numbered(const struct contextmap *map)
{
	return !contextmap_sizes[map->form.size].label_most;
}

void contextmap_number(const struct contextmap *map, size_t at, struct strbuf *out)
{
	strbuf_addch(out, contextmap_word(contextmap_relation(map, at))[0]);
	strbuf_addf(out, "%zu", at + 1);
}

static void contextmap_place(struct contextmap *map, int columns)
{
	boardmap_places(map->board, columns, map->anew, map->places);
	for (size_t i = 0; i < map->relations.count; i++) {
		const struct relation *relation = contextmap_relation(map, i);

		map->route.lines[i].source = contextmap_index(map, relation->source);
		map->route.lines[i].target = contextmap_index(map, relation->target);
	}
	map->placed = columns;
}

static int contextmap_least(int a, int b)
{
	return a < b ? a : b;
}

/* Makes the labels of the lines, of at most MOST cells; numbers if MOST is 0. */
static void contextmap_write_labels(struct contextmap *map, int most)
{
	const char **texts = mem_zalloc((map->relations.count + 1) * sizeof(*texts));
	char **cut = mem_zalloc((map->relations.count + 1) * sizeof(*cut));
	int *cells = mem_zalloc((map->relations.count + 1) * sizeof(*cells));

	for (size_t i = 0; i < map->relations.count; i++) {
		const struct relation *relation = contextmap_relation(map, i);

		texts[i] = relation->label;
		cells[i] = most - (int)strlen(contextmap_word(relation)) - 1;
	}
	abridge(texts, cells, map->relations.count, cut);
	for (size_t i = 0; i < map->relations.count; i++) {
		struct strbuf label = STRBUF_INIT;

		if (most)
			contextmap_add_label(contextmap_relation(map, i), cut[i], &label);
		else
			contextmap_number(map, i, &label);
		map->labels[i] = strbuf_detach(&label);
		free(cut[i]);
	}
	free(texts);
	free(cut);
	free(cells);
}

/* Makes the names in the boxes, of at most MOST cells. */
static void contextmap_write_names(struct contextmap *map, int most)
{
	const char **texts = mem_zalloc((map->contexts.count + 1) * sizeof(*texts));
	int *cells = mem_zalloc((map->contexts.count + 1) * sizeof(*cells));

	for (size_t i = 0; i < map->contexts.count; i++) {
		texts[i] = contextmap_context(map, i)->name;
		cells[i] = most;
	}
	abridge(texts, cells, map->contexts.count, map->names);
	free(texts);
	free(cells);
}

static void contextmap_measure(struct contextmap *map, int size)
{
	int name_most = contextmap_sizes[size].name_most, label_most = contextmap_sizes[size].label_most;

	contextmap_forget(map);
	contextmap_write_labels(map, label_most);
	contextmap_write_names(map, name_most);
	for (size_t i = 0; i < map->contexts.count; i++) {
		int cells = width_of(map->names[i], strlen(map->names[i])), below;
		struct strbuf count = STRBUF_INIT;

		contextmap_say_count(map, i, &count);
		below = contextmap_least(width_of(count.text, count.len), name_most);
		strbuf_release(&count);
		map->route.boxes[i] = (struct maproute_box){
			map->places[i].column, map->places[i].row, (cells > below ? cells : below) + 4, 4, 0, 0};
	}
	for (size_t i = 0; i < map->relations.count; i++) {
		const struct relation *relation = contextmap_relation(map, i);
		struct maproute_line *line = &map->route.lines[i];

		line->label = width_of(map->labels[i], strlen(map->labels[i]));
		line->source_mark = label_most ? (int)strlen(contextmap_pattern(relation->source_pattern)) : 0;
		line->target_mark = label_most ? (int)strlen(contextmap_pattern(relation->target_pattern)) : 0;
	}
	map->route.pitch = contextmap_sizes[size].pitch;
}

void contextmap_make(struct contextmap *map, struct contextmap_form form)
{
	map->form = form;
	if (map->placed != form.columns)
		contextmap_place(map, form.columns);
	contextmap_measure(map, form.size);
	maproute_find(&map->route);
}

struct contextmap_form contextmap_form(const struct contextmap *map)
{
	return (struct contextmap_form){mapplace_columns(map->contexts.count), CONTEXTMAP_SIZE_READABLE};
}

static int contextmap_loss_of_columns(const struct contextmap *map, int columns)
{
	return CONTEXTMAP_LOSS_OF_COLUMN * abs(mapplace_columns(map->contexts.count) - columns);
}

/* The cost of MAP's form: cells cut off names and labels, and columns. */
static int contextmap_loss(const struct contextmap *map)
{
	int loss = contextmap_sizes[map->form.size].pitch == 1 ? CONTEXTMAP_LOSS_OF_PITCH : 0;

	for (size_t i = 0; i < map->relations.count; i++)
		loss += contextmap_label_cells(contextmap_relation(map, i)) - map->route.lines[i].label;
	for (size_t i = 0; i < map->contexts.count; i++) {
		const char *name = contextmap_context(map, i)->name;
		int cut = width_of(name, strlen(name)) - contextmap_sizes[map->form.size].name_most;

		loss += cut > 0 ? CONTEXTMAP_LOSS_OF_NAME * cut : 0;
	}
	return loss + contextmap_loss_of_columns(map, map->form.columns);
}

/* Do boxes in COLUMNS columns, with room for all lines at their sides, fit into HEIGHT? */
static bool contextmap_has_room(const struct contextmap *map, int columns, int height)
{
	size_t cells = 0, *ends = mem_zalloc((map->contexts.count + 1) * sizeof(*ends));
	long long most = columns;

	for (size_t i = 0; i < map->relations.count; i++) {
		const struct relation *relation = contextmap_relation(map, i);

		ends[contextmap_index(map, relation->source)]++;
		ends[contextmap_index(map, relation->target)]++;
	}
	for (size_t i = 0; i < map->contexts.count; i++) {
		size_t side = (ends[i] + 1) / 2;

		cells += (side > CONTEXTMAP_LINES ? side : CONTEXTMAP_LINES) + CONTEXTMAP_FRAME;
		if (!map->anew && contextmap_context(map, i)->map_column > most)
			most = contextmap_context(map, i)->map_column;
	}
	free(ends);
	return (long long)cells <= most * (height + 1LL);
}

bool contextmap_fit(struct contextmap *map, int width, int height)
{
	struct contextmap_form best = {0, 0};
	int usual = contextmap_form(map).columns, least = 0;

	/* one column more than usual: with numbers for labels that may fit */
	for (int columns = usual + 1; columns >= CONTEXTMAP_COLUMNS_LEAST; columns--) {
		if (best.columns && contextmap_loss_of_columns(map, columns) >= least)
			continue;
		if (!contextmap_has_room(map, columns, height))
			continue;
		for (int size = CONTEXTMAP_SIZES - 1; size >= 0; size--) {
			int loss;

			contextmap_make(map, (struct contextmap_form){columns, size});
			loss = contextmap_loss(map);
			if (map->route.width > width || map->route.height > height || (best.columns && loss >= least))
				continue;
			least = loss;
			best = map->form;
		}
	}
	if (best.columns)
		contextmap_make(map, best);
	return best.columns != 0;
}

bool contextmap_fit_size(struct contextmap *map, int width, int height)
{
	int columns = boardmap_columns(map->contexts.count);

	for (int size = CONTEXTMAP_SIZES - 1; size >= 0; size--) {
		contextmap_make(map, (struct contextmap_form){columns, size});
		if (map->route.width <= width && map->route.height <= height)
			return true;
	}
	contextmap_make(map, (struct contextmap_form){columns, CONTEXTMAP_SIZE_READABLE});
	return false;
}

const struct sticky *contextmap_first(const struct board *board, int64_t context)
{
	const struct sticky *sticky, *first = NULL;

	for (size_t at = 0; (sticky = board_next(board, ENTITY_STICKY, &at));) {
		if (sticky->context != context)
			continue;
		if (!first || place_before(sticky->place, first->place))
			first = sticky;
	}
	return first;
}
