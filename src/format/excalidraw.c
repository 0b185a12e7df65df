/*
 * excalidraw: the board or its context map as a drawing for Excalidraw, in which it can be edited
 * (json/excalidraw_write.h).
 */
#include "format/format_rows.h"

#include "base/i18n.h"
#include "format/sketch_export.h"
#include "json/excalidraw_write.h"

static int excalidraw_export(
	const struct board *board, const struct format_options *options, FILE *out, struct error *err)
{
	(void)err;
	sketch_export(board, options, excalidraw_write, out);
	return 0;
}

const struct format excalidraw_format = {
	.name = "excalidraw",
	.ending = ".excalidraw",
	.map = true,
	.whole = true,
	.write = excalidraw_export,
	.sentence = N_("the same for Excalidraw"),
};
