#include "format/bundle.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "base/vec.h"
#include "text/clean.h"

/* A folder being written. */
struct bundle_folder {
	const struct bundle *bundle;
	const char *path;
	struct strbuf shown; /* the path, safe to print */
	struct vec made;     /* of char *: the folders that had to be created, outer ones first */
};

static int bundle_error(const struct bundle_folder *folder, size_t at, struct error *err)
{
	const char *name = folder->bundle->names[at];
	struct strbuf shown = STRBUF_INIT;
	int why = errno, failed;

	clean_for_display(&shown, name, strlen(name));
	failed = error_set(err, ERROR_SYSTEM, "%s/%s: %s", folder->shown.text, shown.text, strerror(why));
	strbuf_release(&shown);
	return failed;
}

/* The path of a file: its final one, or the one while it is incomplete. */
static void bundle_name(const struct bundle_folder *folder, size_t at, bool whole, struct strbuf *out)
{
	const char *name = folder->bundle->names[at], *slash = strrchr(name, '/');
	int above = slash ? (int)(slash - name) + 1 : 0;

	strbuf_reset(out);
	if (whole)
		strbuf_addf(out, "%s/%s", folder->path, name);
	else
		strbuf_addf(out, "%s/%.*s.%s.%ld", folder->path, above, name, name + above, (long)getpid());
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

/* Removes incomplete files, and folders made for them. */
static void bundle_sweep(const struct bundle_folder *folder)
{
	struct strbuf half = STRBUF_INIT;

	for (size_t i = 0; i < folder->bundle->count; i++) {
		bundle_name(folder, i, false, &half);
		unlink(half.text);
	}
	for (size_t i = folder->made.count; i-- > 0;)
		rmdir(vec_get(&folder->made, char *, i));
	strbuf_release(&half);
}

/* Makes the folder PATH, called SHOWN, unless it is there; what STATS finds there must be a folder. */
static int bundle_make(struct bundle_folder *folder, const char *path, const char *shown,
	int (*stats)(const char *path, struct stat *status), struct error *err)
{
	struct stat status;

	if (!mkdir(path, 0777)) {
		vec_add(&folder->made, char *) = mem_strdup(path);
		return 0;
	}
	if (errno == EEXIST && !stats(path, &status) && S_ISDIR(status.st_mode))
		return 0;
	if (errno == EEXIST)
		return error_set(err, ERROR_SYSTEM, _("%s: exists and is not a folder"), shown);
	return error_set(err, ERROR_SYSTEM, "%s: %s", shown, strerror(errno));
}

/* Makes the folders of file AT. */
static int bundle_make_inner(struct bundle_folder *folder, size_t at, struct error *err)
{
	const char *name = folder->bundle->names[at];
	struct strbuf path = STRBUF_INIT, shown = STRBUF_INIT;
	int failed = 0;

	for (const char *slash = strchr(name, '/'); slash && !failed; slash = strchr(slash + 1, '/')) {
		strbuf_reset(&path);
		strbuf_reset(&shown);
		strbuf_addf(&path, "%s/%.*s", folder->path, (int)(slash - name), name);
		strbuf_addf(&shown, "%s/", folder->shown.text);
		clean_for_display(&shown, name, (size_t)(slash - name));
		failed = bundle_make(folder, path.text, shown.text, lstat, err);
	}
	strbuf_release(&path);
	strbuf_release(&shown);
	return failed;
}

/* Writes all files beside their final places. */
static int bundle_fill(struct bundle_folder *folder, struct error *err)
{
	int failed = bundle_make(folder, folder->path, folder->shown.text, stat, err);

	for (size_t i = 0; i < folder->bundle->count && !failed; i++) {
		failed = bundle_make_inner(folder, i, err);
		if (!failed)
			failed = bundle_write_file(folder, i, err);
	}
	return failed;
}

int bundle_write(const struct bundle *bundle, const char *path, struct error *err)
{
	struct bundle_folder folder = {bundle, path, STRBUF_INIT, VEC_INIT(char *)};
	int failed;

	clean_for_display(&folder.shown, path, strlen(path));
	failed = bundle_fill(&folder, err);
	if (!failed)
		failed = bundle_rename(&folder, err);
	if (failed)
		bundle_sweep(&folder);
	vec_release_strings(&folder.made);
	strbuf_release(&folder.shown);
	return failed;
}
