#include "format/svg.h"

#include "format/svg_board.h"
#include "format/svg_map.h"

int svg_export(const struct board *board, const struct format_options *options, FILE *out, struct error *err)
{
	(void)err;
	if (options->map)
		svg_map_write(board, out);
	else
		svg_board_write(board, out);
	return 0;
}
