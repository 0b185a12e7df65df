#include "store/publish.h"

#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "base/strbuf.h"

int publish_failed(const char *shown, int number, struct error *err)
{
	switch (number) {
	case EEXIST: return error_set(err, ERROR_SYSTEM, _("%s: already exists; choose another name"), shown);
	case ENOENT: return error_set(err, ERROR_SYSTEM, _("%s: its folder does not exist; create it first"), shown);
	case ENOSPC:
	case EDQUOT:
		return error_set(err, ERROR_SYSTEM, _("%s: the disk is full; free some space and try again"), shown);
	default: return error_set(err, ERROR_SYSTEM, "%s: %s", shown, strerror(number));
	}
}

int publish_may(const char *file, const char *shown, bool replace, struct error *err)
{
	static const char *const rests[] = {"-wal", "-journal"};
	struct stat found;

	if (!lstat(file, &found) && !replace)
		return publish_failed(shown, EEXIST, err);
	for (size_t i = 0; i < ARRAY_SIZE(rests); i++) {
		struct strbuf rest = STRBUF_INIT;
		bool left;

		strbuf_addf(&rest, "%s%s", file, rests[i]);
		left = !lstat(rest.text, &found) && found.st_size;
		strbuf_release(&rest);
		if (left)
			return error_set(err, ERROR_SYSTEM,
				_("%s%s: left over from a removed board; move it away first"), shown, rests[i]);
	}
	return 0;
}

/* Syncs FD and closes it. Negative with errno on failure, or if FD is negative. */
static int publish_sync(int fd)
{
	int number;

	if (fd < 0)
		return -1;
	number = fsync(fd) ? errno : 0;
	close(fd);
	errno = number;
	return number ? -1 : 0;
}

int publish_make(const char *path, const char *source)
{
	struct stat found;
	mode_t mode = stat(source, &found) ? 0 : found.st_mode & 0666;

	return open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, mode | 0600);
}

/* Opens the folder of FILE for publish_sync(). */
static int publish_open_folder(const char *file)
{
	char *copy = mem_strdup(file);
	int fd = open(dirname(copy), O_RDONLY | O_CLOEXEC | O_DIRECTORY);

	free(copy);
	return fd;
}

static int publish_sync_opened(int folder)
{
	/* some file systems cannot sync a folder, and do not need to */
	return publish_sync(folder) && errno != EINVAL && errno != ENOTSUP ? -1 : 0;
}

int publish_sync_folder(const char *file)
{
	return publish_sync_opened(publish_open_folder(file));
}

/* Renames the file, unless FILE exists; errno is ENOSYS if that cannot be done in one step. */
static int publish_move(const char *temporary, const char *file)
{
#ifdef RENAME_NOREPLACE
	if (!renameat2(AT_FDCWD, temporary, AT_FDCWD, file, RENAME_NOREPLACE))
		return 0;
	if (errno == EINVAL) /* this file system cannot */
		errno = ENOSYS;
#else
	(void)temporary;
	(void)file;
	errno = ENOSYS;
#endif
	return -1;
}

/* Renames the file in any way, unless FILE exists. */
static int publish_name(const char *temporary, const char *file)
{
	int claim;

	if (!publish_move(temporary, file))
		return 0;
	if (errno != ENOSYS)
		return -1;
	if (!link(temporary, file)) /* it has two names for a moment */
		return 0;
	if (errno != EPERM && errno != EOPNOTSUPP && errno != ENOSYS)
		return -1;
	/* no hard links either: reserve the name until the rename */
	claim = open(file, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0600);
	if (claim < 0)
		return -1;
	close(claim);
	if (!rename(temporary, file))
		return 0;
	unlink(file);
	return -1;
}

int publish_file(const char *temporary, const char *file, const char *shown, bool replace, struct error *err)
{
	int folder = publish_open_folder(file); /* first, so that after the rename only the sync can fail */
	int failed = folder < 0 ? -1 : publish_sync(open(temporary, O_RDONLY | O_CLOEXEC));
	bool named = false;

	if (!failed) {
		failed = replace ? rename(temporary, file) : publish_name(temporary, file);
		named = !failed;
	}
	if (named)
		failed = publish_sync_opened(folder);
	else if (folder >= 0)
		close(folder);
	if (failed && named && replace)
		failed = error_set(err, ERROR_SYSTEM,
			_("%s: the new file is in place, but the disk does not confirm that it is safe: %s"), shown,
			strerror(errno));
	else if (failed)
		failed = publish_failed(shown, errno, err);
	if (failed && named && !replace)
		unlink(file);
	unlink(temporary);
	return failed;
}
