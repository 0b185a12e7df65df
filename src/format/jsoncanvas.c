/*
 * jsoncanvas: the board or its context map as a JSON Canvas, for Obsidian (json/jsoncanvas_write.h).
 */
#include "format/format_rows.h"

#include "base/i18n.h"
#include "format/sketch_export.h"
#include "json/jsoncanvas_write.h"

static int jsoncanvas_export(
	const struct board *board, const struct format_options *options, FILE *out, struct error *err)
{
	(void)err;
	sketch_export(board, options, jsoncanvas_write, out);
	return 0;
}

const struct format jsoncanvas_format = {
	.name = "jsoncanvas",
	.ending = ".canvas",
	.map = true,
	.whole = true,
	.write = jsoncanvas_export,
	.sentence = N_("the same as JSON Canvas, for Obsidian"),
};
