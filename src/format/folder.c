#include "format/folder.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "format/changes.h"
#include "format/parts.h"
#include "format/relations.h"
#include "format/stickies.h"
#include "text/clean.h"

/* An export at hand. */
struct folder {
	const struct board *board;
	struct store *store;
	const struct format_options *options;
	const char *path;
	struct strbuf shown; /* the path, safe to print */
};

/* The tables of a folder; the log, without a function, comes from the store. */
static const struct folder_file {
	const char *name;
	void (*write)(const struct board *board, struct csv_writer *writer);
} folder_files[] = {
	{"stickies.csv", stickies_write},
	{"contexts.csv", parts_write_contexts},
	{"relations.csv", relations_write},
	{"phases.csv", parts_write_phases},
	{"lanes.csv", parts_write_lanes},
	{"people.csv", parts_write_people},
	{"changes.csv", NULL},
};

static int folder_error(const struct folder *folder, const char *name, struct error *err)
{
	int why = errno;

	return error_set(err, ERROR_SYSTEM, "%s/%s: %s", folder->shown.text, name, strerror(why));
}

/* The name of a file as it is, or while it is not whole yet. */
static void folder_name(
	const struct folder *folder, const char *name, bool whole, struct strbuf *out)
{
	strbuf_reset(out);
	strbuf_addf(out, "%s/", folder->path);
	if (whole)
		strbuf_addstr(out, name);
	else
		strbuf_addf(out, ".%s.%ld", name, (long)getpid());
}

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

static int folder_write_changes(
	const struct folder *folder, struct csv_writer *csv, struct error *err)
{
	struct folder_history history = {.before = folder->options->before};
	int ended;

	changes_writer_init(&history.writer, csv);
	ended = store_walk(folder->store, 1, folder_visit, &history, err);
	changes_writer_release(&history.writer);
	return ended < 0 ? ended : 0;
}

static FILE *folder_create(const char *path)
{
	int fd;

	unlink(path); /* left by a process of the same number that was killed */
	fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	return fd < 0 ? NULL : fdopen(fd, "w");
}

static int folder_write(
	const struct folder *folder, const struct folder_file *file, struct error *err)
{
	struct strbuf path = STRBUF_INIT;
	struct csv_writer writer;
	int failed = 0;
	FILE *out;
	bool broken;

	folder_name(folder, file->name, false, &path);
	out = folder_create(path.text);
	strbuf_release(&path);
	if (!out)
		return folder_error(folder, file->name, err);
	csv_writer_init(&writer, out, folder->options->bom);
	if (file->write)
		file->write(folder->board, &writer);
	else
		failed = folder_write_changes(folder, &writer, err);
	csv_writer_release(&writer);
	broken = fflush(out) || ferror(out);
	if (broken && !failed)
		failed = folder_error(folder, file->name, err);
	if (fclose(out) && !failed)
		failed = folder_error(folder, file->name, err);
	return failed;
}

/* Puts all files in their places. */
static int folder_rename(const struct folder *folder, struct error *err)
{
	struct strbuf half = STRBUF_INIT, whole = STRBUF_INIT;
	int failed = 0;

	for (size_t i = 0; i < ARRAY_SIZE(folder_files) && !failed; i++) {
		folder_name(folder, folder_files[i].name, false, &half);
		folder_name(folder, folder_files[i].name, true, &whole);
		if (rename(half.text, whole.text))
			failed = folder_error(folder, folder_files[i].name, err);
	}
	strbuf_release(&half);
	strbuf_release(&whole);
	return failed;
}

/* Takes away what is not whole. */
static void folder_sweep(const struct folder *folder)
{
	struct strbuf half = STRBUF_INIT;

	for (size_t i = 0; i < ARRAY_SIZE(folder_files); i++) {
		folder_name(folder, folder_files[i].name, false, &half);
		unlink(half.text);
	}
	strbuf_release(&half);
}

static int folder_make(const struct folder *folder, struct error *err)
{
	struct stat status;

	if (!mkdir(folder->path, 0777))
		return 0;
	if (errno == EEXIST && !stat(folder->path, &status) && S_ISDIR(status.st_mode))
		return 0;
	if (errno == EEXIST)
		return error_set(
			err, ERROR_SYSTEM, _("%s: it is there and no folder"), folder->shown.text);
	return error_set(err, ERROR_SYSTEM, "%s: %s", folder->shown.text, strerror(errno));
}

int folder_export(const struct board *board, struct store *store,
	const struct format_options *options, const char *path, struct error *err)
{
	struct folder folder = {board, store, options, path, STRBUF_INIT};
	int failed;

	clean_for_display(&folder.shown, path, strlen(path));
	failed = folder_make(&folder, err);
	for (size_t i = 0; i < ARRAY_SIZE(folder_files) && !failed; i++)
		failed = folder_write(&folder, &folder_files[i], err);
	if (!failed)
		failed = folder_rename(&folder, err);
	if (failed)
		folder_sweep(&folder);
	strbuf_release(&folder.shown);
	return failed;
}
