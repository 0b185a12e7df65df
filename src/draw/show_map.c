#include "draw/show_map.h"

#include <limits.h>

#include "base/i18n.h"
#include "draw/paint_cells.h"
#include "draw/paint_text.h"
#include "draw/scene_map.h"

/* How many columns a map has that is too wide in any case. */
#define SHOW_MAP_NARROW 2

/* "Ordering calls Payment (sync): Request payment [anticorruption-layer / open-host]" */
static void show_map_relation(const struct board *board, const struct relation *relation, FILE *out)
{
	const char *source = board_context(board, relation->source)->name;
	const char *target = board_context(board, relation->target)->name;
	const char *first = relation->source_pattern, *second = relation->target_pattern;

	fputs("  ", out);
	fprintf(out,
		relation->style == RELATION_SYNC ? _("%s calls %s (sync)") : _("%s sends to %s (async)"),
		source, target);
	if (relation->label)
		fprintf(out, ": %s", relation->label);
	if (first || second)
		fprintf(out, " [%s / %s]", first ? first : "-", second ? second : "-");
	fputc('\n', out);
}

static void show_map_picture(const struct contextmap *map, bool colour, FILE *out)
{
	struct scene_map_view view = {.width = map->route.width, .height = map->route.height};
	struct cellbuf cells = CELLBUF_INIT;
	struct scene scene;

	scene_init(&scene);
	scene_map(&scene, map, &view);
	cellbuf_reset(&cells, view.width, view.height, STYLE_BOARD);
	paint_cells(&scene, &cells, 0, 0);
	paint_text(&cells, colour, out);
	cellbuf_release(&cells);
	scene_release(&scene);
}

void show_map(const struct board *board, int columns, bool colour, FILE *out)
{
	struct contextmap map;

	contextmap_init(&map, board);
	if (board_title(board)[0])
		fprintf(out, "%s\n\n", board_title(board));
	if (map.contexts.count) {
		if (!contextmap_fit(&map, columns, INT_MAX))
			contextmap_make(&map, (struct contextmap_form){SHOW_MAP_NARROW, 0});
		show_map_picture(&map, colour, out);
	} else {
		fprintf(out, "%s\n", _("There are no contexts on the board yet."));
	}
	if (map.relations.count)
		fputc('\n', out);
	for (size_t i = 0; i < map.relations.count; i++)
		show_map_relation(board, contextmap_relation(&map, i), out);
	contextmap_release(&map);
}
