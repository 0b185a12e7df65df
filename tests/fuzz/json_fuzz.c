/*
 * Fuzz target: a board in JSON from anybody. It is taken or refused, leaves the board whole, and what was taken comes
 * out as JSON that comes in as the same.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "fuzz/target.h"
#include "json/document.h"
#include "json/document_read.h"
#include "lib/ledger.h"
#include "lib/picture.h"

/* Reads the bytes into LEDGER as an action; whether they were taken. */
static bool json_fuzz_import(struct ledger *ledger, const void *bytes, size_t len)
{
	FILE *in = fmemopen((void *)bytes, len, "r");
	struct document_report report;
	struct error err = ERROR_INIT;
	struct edit edit;
	int failed;

	if (!in)
		BUG("no stream for the bytes");
	ledger_begin(ledger, "Ann", &edit);
	failed = document_read(in, "fuzz.json", &edit, &report, &err);
	ledger_end(ledger, !failed);
	fclose(in);
	if (failed && (!*err.text || strchr(err.text, '\n')))
		BUG("a refusal must be one line, and is “%s”", err.text);
	if (picture_fault(ledger->board))
		BUG("after an import %s", picture_fault(ledger->board));
	return !failed;
}

static char *json_fuzz_export(const struct board *board, size_t *len)
{
	char *bytes = NULL;
	FILE *out = open_memstream(&bytes, len);

	if (!out)
		BUG("no stream for the board");
	document_write(board, out);
	fclose(out);
	return bytes;
}

static void json_fuzz_round(const struct ledger *ledger)
{
	size_t first_len, second_len;
	char *first = json_fuzz_export(ledger->board, &first_len), *second;
	struct ledger again;

	ledger_init(&again);
	if (!json_fuzz_import(&again, first, first_len))
		BUG("what was written is not read:\n%s", first);
	second = json_fuzz_export(again.board, &second_len);
	if (first_len != second_len || memcmp(first, second, first_len))
		BUG("what was read is not what was written:\n%s\n%s", first, second);
	ledger_release(&again);
	free(first);
	free(second);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct ledger ledger;

	if (!size)
		return 0;
	ledger_init(&ledger);
	if (json_fuzz_import(&ledger, data, size))
		json_fuzz_round(&ledger);
	ledger_release(&ledger);
	return 0;
}
