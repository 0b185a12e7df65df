#include "format/folder.h"

#include "base/mem.h"
#include "format/bundle.h"
#include "format/changes.h"
#include "format/messages.h"
#include "format/parts.h"
#include "format/relations.h"
#include "format/stickies.h"

/* An export at hand. */
struct folder {
	const struct board *board;
	struct store *store;
	const struct format_options *options;
};

/* The tables of a folder; the log, without a function, comes from the store. */
static const struct folder_file {
	const char *name;
	void (*write)(const struct board *board, struct csv_writer *writer);
} folder_files[] = {
	{"stickies.csv", stickies_write},
	{"contexts.csv", parts_write_contexts},
	{"relations.csv", relations_write},
	{"messages.csv", messages_write},
	{"details.csv", messages_write_details},
	{"phases.csv", parts_write_phases},
	{"lanes.csv", parts_write_lanes},
	{"people.csv", parts_write_people},
	{"changes.csv", NULL},
};

/* The log on its way into a file. */
struct folder_history {
	struct changes_writer writer;
	int64_t before; /* as in struct format_options */
};

/* 1 at the end. */
static int folder_visit(void *context, const struct action *action, struct error *err)
{
	struct folder_history *history = context;

	(void)err;
	if (history->before && action->id >= history->before)
		return 1;
	changes_writer_add(&history->writer, action);
	return 0;
}

static int folder_write_changes(const struct folder *folder, struct csv_writer *csv, struct error *err)
{
	struct folder_history history = {.before = folder->options->before};
	int ended;

	changes_writer_init(&history.writer, csv);
	ended = store_walk(folder->store, 1, folder_visit, &history, err);
	changes_writer_release(&history.writer);
	return ended < 0 ? ended : 0;
}

static int folder_write(void *context, size_t at, FILE *out, struct error *err)
{
	const struct folder *folder = context;
	struct csv_writer writer;
	int failed = 0;

	csv_writer_init(&writer, out, folder->options->bom);
	if (folder_files[at].write)
		folder_files[at].write(folder->board, &writer);
	else
		failed = folder_write_changes(folder, &writer, err);
	csv_writer_release(&writer);
	return failed;
}

int folder_export(const struct board *board, struct store *store, const struct format_options *options,
	const char *path, struct error *err)
{
	struct folder folder = {board, store, options};
	const char *names[ARRAY_SIZE(folder_files)];
	struct bundle bundle = {names, ARRAY_SIZE(names), folder_write, &folder};

	for (size_t i = 0; i < ARRAY_SIZE(names); i++)
		names[i] = folder_files[i].name;
	return bundle_write(&bundle, path, err);
}
