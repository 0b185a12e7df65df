/*
 * drawio: the board or its context map as a drawing for draw.io, in which it can be edited (sketch/drawio_write.h).
 */
#include "format/format_rows.h"

#include "base/i18n.h"
#include "format/sketch_export.h"
#include "sketch/drawio_write.h"

static int drawio_export(const struct board *board, const struct format_options *options, FILE *out, struct error *err)
{
	(void)err;
	sketch_export(board, options, drawio_write, out);
	return 0;
}

const struct format drawio_format = {
	.name = "drawio",
	.ending = ".drawio",
	.map = true,
	.whole = true,
	.write = drawio_export,
	.sentence = N_("a drawing to edit in draw.io, and to read back; or of the context map"),
};
