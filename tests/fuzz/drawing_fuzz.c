/*
 * Fuzz target: a drawing of any program from anybody. It is taken or refused, leaves the board whole, and what was
 * taken comes out as a drawing that comes in as the same board.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "format/format.h"
#include "fuzz/target.h"
#include "import/import.h"
#include "lib/ledger.h"
#include "lib/picture.h"

/* Reads the bytes into LEDGER as an action; whether they were taken. */
static bool drawing_fuzz_import(struct ledger *ledger, const void *bytes, size_t len)
{
	FILE *in = fmemopen((void *)bytes, len, "r");
	struct import_options options = {.in = in};
	struct import_report report;
	struct error err = ERROR_INIT;
	struct edit edit;
	int failed;

	if (!in)
		BUG("no stream for the bytes");
	ledger_begin(ledger, "Ann", &edit);
	failed = import_read(&edit, "fuzz", &options, &report, &err);
	ledger_end(ledger, !failed);
	fclose(in);
	if (failed && (!*err.text || strchr(err.text, '\n')))
		BUG("a refusal must be one line, and is “%s”", err.text);
	if (!failed && strchr(report.shape_names.text, '\n'))
		BUG("a report must be one line, and is “%s”", report.shape_names.text);
	if (!failed)
		import_report_release(&report);
	if (picture_fault(ledger->board))
		BUG("after an import %s", picture_fault(ledger->board));
	return !failed;
}

static char *drawing_fuzz_export(const struct board *board, const char *format, size_t *len)
{
	const struct format_options options = {0};
	char *bytes = NULL;
	FILE *out = open_memstream(&bytes, len);

	if (!out)
		BUG("no stream for the board");
	if (format_write(format_find(format), board, &options, out, NULL))
		BUG("a board must be written as %s", format);
	fclose(out);
	return bytes;
}

static void drawing_fuzz_round(const struct ledger *ledger, const char *format)
{
	size_t first_len, second_len, len;
	char *first = drawing_fuzz_export(ledger->board, "csv", &first_len), *second;
	char *between = drawing_fuzz_export(ledger->board, format, &len);
	struct ledger again;

	ledger_init(&again);
	if (!drawing_fuzz_import(&again, between, len))
		BUG("what was written is not read:\n%s", between);
	second = drawing_fuzz_export(again.board, "csv", &second_len);
	if (first_len != second_len || memcmp(first, second, first_len))
		BUG("what was read is not what was written:\n%s\n%s", first, second);
	ledger_release(&again);
	free(first);
	free(second);
	free(between);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ledger ledger;

	if (!size)
		return 0;
	ledger_init(&ledger);
	if (drawing_fuzz_import(&ledger, data, size)) {
		drawing_fuzz_round(&ledger, "drawio");
		drawing_fuzz_round(&ledger, "excalidraw");
		drawing_fuzz_round(&ledger, "jsoncanvas");
	}
	ledger_release(&ledger);
	return 0;
}
