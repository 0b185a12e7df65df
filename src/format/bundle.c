#include "format/bundle.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "text/clean.h"

/* A folder being written. */
struct bundle_folder {
	const struct bundle *bundle;
	const char *path;
	struct strbuf shown; /* the path, safe to print */
};

static int bundle_error(const struct bundle_folder *folder, size_t at, struct error *err)
{
	int why = errno;

	return error_set(err, ERROR_SYSTEM, "%s/%s: %s", folder->shown.text, folder->bundle->names[at], strerror(why));
}

/* The path of a file: its final one, or the one while it is incomplete. */
static void bundle_name(const struct bundle_folder *folder, size_t at, bool whole, struct strbuf *out)
{
	strbuf_reset(out);
	strbuf_addf(out, "%s/", folder->path);
	if (whole)
		strbuf_addstr(out, folder->bundle->names[at]);
	else
		strbuf_addf(out, ".%s.%ld", folder->bundle->names[at], (long)getpid());
}

static FILE *bundle_create(const char *path)
{
	int fd;

	unlink(path); /* left behind by a killed process with the same id */
	fd = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
	return fd < 0 ? NULL : fdopen(fd, "w");
}

static int bundle_write_file(const struct bundle_folder *folder, size_t at, struct error *err)
{
	struct strbuf path = STRBUF_INIT;
	int failed;
	FILE *out;
	bool broken;

	bundle_name(folder, at, false, &path);
	out = bundle_create(path.text);
	strbuf_release(&path);
	if (!out)
		return bundle_error(folder, at, err);
	failed = folder->bundle->write(folder->bundle->context, at, out, err);
	broken = fflush(out) || ferror(out);
	if (broken && !failed)
		failed = bundle_error(folder, at, err);
	if (fclose(out) && !failed)
		failed = bundle_error(folder, at, err);
	return failed;
}

/* Moves all files to their final places. */
static int bundle_rename(const struct bundle_folder *folder, struct error *err)
{
	struct strbuf half = STRBUF_INIT, whole = STRBUF_INIT;
	int failed = 0;

	for (size_t i = 0; i < folder->bundle->count && !failed; i++) {
		bundle_name(folder, i, false, &half);
		bundle_name(folder, i, true, &whole);
		if (rename(half.text, whole.text))
			failed = bundle_error(folder, i, err);
	}
	strbuf_release(&half);
	strbuf_release(&whole);
	return failed;
}

/* Removes incomplete files. */
static void bundle_sweep(const struct bundle_folder *folder)
{
	struct strbuf half = STRBUF_INIT;

	for (size_t i = 0; i < folder->bundle->count; i++) {
		bundle_name(folder, i, false, &half);
		unlink(half.text);
	}
	strbuf_release(&half);
}

static int bundle_make(const struct bundle_folder *folder, struct error *err)
{
	struct stat status;

	if (!mkdir(folder->path, 0777))
		return 0;
	if (errno == EEXIST && !stat(folder->path, &status) && S_ISDIR(status.st_mode))
		return 0;
	if (errno == EEXIST)
		return error_set(err, ERROR_SYSTEM, _("%s: exists and is not a folder"), folder->shown.text);
	return error_set(err, ERROR_SYSTEM, "%s: %s", folder->shown.text, strerror(errno));
}

int bundle_write(const struct bundle *bundle, const char *path, struct error *err)
{
	struct bundle_folder folder = {bundle, path, STRBUF_INIT};
	int failed;

	clean_for_display(&folder.shown, path, strlen(path));
	failed = bundle_make(&folder, err);
	for (size_t i = 0; i < bundle->count && !failed; i++)
		failed = bundle_write_file(&folder, i, err);
	if (!failed)
		failed = bundle_rename(&folder, err);
	if (failed)
		bundle_sweep(&folder);
	strbuf_release(&folder.shown);
	return failed;
}
