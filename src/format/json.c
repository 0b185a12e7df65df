/*
 * json: the whole board as JSON (json/document.h).
 */
#include "format/format_rows.h"

#include "base/i18n.h"
#include "json/document.h"
#include "json/document_history.h"

static int json_export(const struct board *board, const struct format_options *options, FILE *out, struct error *err)
{
	if (options->history)
		return document_history_write(board, options->history, options->before, out, err);
	document_write(board, out);
	return 0;
}

const struct format json_format = {
	.name = "json",
	.ending = ".json",
	.sentence = N_("the whole board for other programs; --schema describes it"),
	.history = true,
	.whole = true,
	.write = json_export,
};
