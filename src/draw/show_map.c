#include "draw/show_map.h"

#include <limits.h>

#include "base/i18n.h"
#include "draw/paint_cells.h"
#include "draw/paint_text.h"
#include "draw/plain.h"
#include "draw/scene_map.h"

/* How many columns a map has that is too wide in any case. */
#define SHOW_MAP_NARROW 2

static void show_map_relation(const struct contextmap *map, size_t at, FILE *out)
{
	const struct board *board = map->board;
	const struct relation *relation = contextmap_relation(map, at);
	struct strbuf text = STRBUF_INIT;

	if (contextmap_is_numbered(map)) {
		contextmap_number(map, at, &text);
		fprintf(out, "  %-4s", text.text);
		strbuf_reset(&text);
	} else {
		fputs("  ", out);
	}
	contextmap_sentence(board, relation, &text);
	fprintf(out, "%s\n", text.text);
	strbuf_release(&text);
}

static void show_map_picture(const struct contextmap *map, const struct show_options *options, FILE *out)
{
	struct scene_map_view view = {.width = map->route.width, .height = map->route.height};
	struct cellbuf cells = CELLBUF_INIT;
	struct scene scene;

	scene_init(&scene);
	scene_map(&scene, map, &view);
	cellbuf_reset(&cells, view.width, view.height, STYLE_BOARD);
	paint_cells(&scene, &cells, 0, 0);
	if (options->ascii)
		plain_cells(&cells);
	paint_text(&cells, show_scheme(options), out);
	cellbuf_release(&cells);
	scene_release(&scene);
}

void show_map(const struct board *board, const struct show_options *options, FILE *out)
{
	struct contextmap map;

	contextmap_init(&map, board);
	if (board_title(board)[0])
		fprintf(out, "%s\n\n", board_title(board));
	if (map.contexts.count) {
		if (!contextmap_fit(&map, options->columns, INT_MAX))
			contextmap_make(&map, (struct contextmap_form){SHOW_MAP_NARROW, 0});
		show_map_picture(&map, options, out);
	} else {
		fprintf(out, "%s\n", _("There are no contexts on the board yet."));
	}
	if (map.relations.count)
		fputc('\n', out);
	for (size_t i = 0; i < map.relations.count; i++)
		show_map_relation(&map, i, out);
	contextmap_release(&map);
}
