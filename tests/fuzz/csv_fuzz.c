/*
 * Fuzz target: a CSV file from anybody. As stickies or relations it is taken or refused, leaves the
 * board whole, and what was taken comes out as CSV that comes in as the same; as a history it is
 * read or refused.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/mem.h"
#include "format/format.h"
#include "import/import.h"
#include "fuzz/target.h"
#include "lib/ledger.h"
#include "lib/picture.h"
#include "model/board_apply.h"

static char csv_fuzz_folder[] = "/tmp/evstorm-fuzz-XXXXXX";
static char csv_fuzz_path[sizeof(csv_fuzz_folder) + sizeof("/changes.csv")];

static void csv_fuzz_leave(void)
{
	unlink(csv_fuzz_path);
	rmdir(csv_fuzz_folder);
}

static void csv_fuzz_enter(void)
{
	if (*csv_fuzz_path)
		return;
	if (!mkdtemp(csv_fuzz_folder))
		BUG("no folder for the file");
	snprintf(csv_fuzz_path, sizeof(csv_fuzz_path), "%s/changes.csv", csv_fuzz_folder);
	atexit(csv_fuzz_leave);
}

static void csv_fuzz_write_file(const void *bytes, size_t len)
{
	FILE *out = fopen(csv_fuzz_path, "wb");

	if (!out || fwrite(bytes, 1, len, out) != len || fclose(out))
		BUG("the file cannot be written");
}

/* Reads the file into LEDGER as an action; whether it was taken. */
static bool csv_fuzz_import(struct ledger *ledger)
{
	struct import_options options = {0};
	struct import_report report = {0};
	struct error err = ERROR_INIT;
	struct edit edit;
	int failed;

	ledger_begin(ledger, "Ann", &edit);
	failed = import_read(&edit, csv_fuzz_path, &options, &report, &err);
	ledger_end(ledger, !failed);
	import_report_release(&report);
	if (failed && !*err.text)
		BUG("a file is refused without a word");
	if (picture_fault(ledger->board))
		BUG("after an import %s", picture_fault(ledger->board));
	return !failed;
}

static char *csv_fuzz_export(const struct board *board, size_t *len)
{
	const struct format_options options = {false};
	struct error err = ERROR_INIT;
	char *bytes = NULL;
	FILE *out = open_memstream(&bytes, len);

	if (!out || format_find("csv")->write(board, &options, out, &err) || fclose(out))
		BUG("a board cannot be written: %s", err.text);
	return bytes;
}

static void csv_fuzz_round(const struct ledger *ledger)
{
	size_t first_len, second_len;
	char *first = csv_fuzz_export(ledger->board, &first_len), *second;
	struct ledger again;

	csv_fuzz_write_file(first, first_len);
	ledger_init(&again);
	if (!csv_fuzz_import(&again))
		BUG("what was written is not read:\n%s", first);
	second = csv_fuzz_export(again.board, &second_len);
	if (first_len != second_len || memcmp(first, second, first_len))
		BUG("what was read is not what was written:\n%s\n%s", first, second);
	ledger_release(&again);
	free(first);
	free(second);
}

static int csv_fuzz_apply(void *context, const struct action *action, struct error *err)
{
	int failed = 0;

	for (size_t i = 0; i < action->changes.count && !failed; i++)
		failed = board_apply(context, action_change(action, i), err);
	return failed;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct board *board = board_new();
	struct error err = ERROR_INIT;
	struct ledger ledger;

	csv_fuzz_enter();
	csv_fuzz_write_file(data, size);
	if (import_history(csv_fuzz_folder, NULL, csv_fuzz_apply, board, &err) && !*err.text)
		BUG("a history is refused without a word");
	board_free(board);
	ledger_init(&ledger);
	if (csv_fuzz_import(&ledger))
		csv_fuzz_round(&ledger);
	ledger_release(&ledger);
	return 0;
}
