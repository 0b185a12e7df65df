/*
 * csv: the format CSV: a table of the stickies, or the whole board, with its history, as a folder of tables.
 */
#include "format/format_rows.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "csv/changes.h"
#include "format/bundle.h"
#include "format/csv_tables.h"

static int csv_export(const struct board *board, const struct format_options *options, FILE *out, struct error *err)
{
	struct csv_writer writer;

	(void)err;
	csv_writer_init(&writer, out, options->bom);
	csv_tables_stickies(board, &writer);
	csv_writer_release(&writer);
	return 0;
}

/* An export in progress. */
struct csv_folder {
	const struct board *board;
	struct store *store;
	const struct format_options *options;
};

/* The tables of a folder; the log has no function, as it comes from the store. */
static const struct csv_folder_file {
	const char *name;
	void (*write)(const struct board *board, struct csv_writer *writer);
} csv_folder_files[] = {
	{"stickies.csv", csv_tables_stickies},
	{"contexts.csv", csv_tables_contexts},
	{"relations.csv", csv_tables_relations},
	{"messages.csv", csv_tables_messages},
	{"details.csv", csv_tables_details},
	{"phases.csv", csv_tables_phases},
	{"lanes.csv", csv_tables_lanes},
	{"people.csv", csv_tables_people},
	{"changes.csv", NULL},
};

/* The log being written. */
struct csv_folder_history {
	struct changes_writer writer;
	int64_t before; /* as in struct format_options */
};

/* Returns 1 to stop at the end. */
static int csv_folder_visit(void *context, const struct action *action, struct error *err)
{
	struct csv_folder_history *history = context;

	(void)err;
	if (history->before && action->id >= history->before)
		return 1;
	changes_writer_add(&history->writer, action);
	return 0;
}

static int csv_folder_write_changes(const struct csv_folder *folder, struct csv_writer *csv, struct error *err)
{
	struct csv_folder_history history = {.before = folder->options->before};
	int ended;

	changes_writer_init(&history.writer, csv);
	ended = store_walk(folder->store, 1, csv_folder_visit, &history, err);
	changes_writer_release(&history.writer);
	return ended < 0 ? ended : 0;
}

static int csv_folder_write(void *context, size_t at, FILE *out, struct error *err)
{
	const struct csv_folder *folder = context;
	struct csv_writer writer;
	int failed = 0;

	csv_writer_init(&writer, out, folder->options->bom);
	if (csv_folder_files[at].write)
		csv_folder_files[at].write(folder->board, &writer);
	else
		failed = csv_folder_write_changes(folder, &writer, err);
	csv_writer_release(&writer);
	return failed;
}

static int csv_export_folder(const struct board *board, struct store *store, const struct format_options *options,
	const char *path, struct error *err)
{
	struct csv_folder folder = {board, store, options};
	const char *names[ARRAY_SIZE(csv_folder_files)];
	struct bundle bundle = {names, ARRAY_SIZE(names), csv_folder_write, &folder};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		names[i] = csv_folder_files[i].name;
	return bundle_write(&bundle, path, err);
}

const struct format csv_format = {
	.name = "csv",
	.ending = ".csv",
	.sentence = N_("a table of stickies; into a folder: the whole board with its history"),
	.whole = true,
	.write = csv_export,
	.write_folder = csv_export_folder,
};
