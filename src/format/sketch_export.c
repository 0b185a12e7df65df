#include "format/sketch_export.h"

#include "format/sketch_board.h"
#include "format/sketch_map.h"

void sketch_export(const struct board *board, const struct format_options *options,
	void (*write)(const struct sketch *sketch, FILE *out), FILE *out)
{
	struct sketch sketch;

	sketch_init(&sketch);
	if (options->map)
		sketch_map(&sketch, board);
	else
		sketch_board(&sketch, board);
	write(&sketch, out);
	sketch_release(&sketch);
}
