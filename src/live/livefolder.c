#include "live/livefolder.h"

#include <fcntl.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/strbuf.h"
#include "live/sharing.h"

/* How often to try to enter: a process that leaves may remove the folder before it is entered. */
#define LIVEFOLDER_TRIES 5

/* How often to check that the folder can still be trusted. */
#define LIVEFOLDER_CHECK_MS 1000

/* The times of a file system may be this coarse, so a second change within them may not show. */
#define LIVEFOLDER_COARSE_S 2

void livefolder_init(struct livefolder *folder, const char *path)
{
	struct strbuf name = STRBUF_INIT;

	strbuf_addf(&name, "%s.live", path);
	*folder = (struct livefolder){.board = mem_strdup(path), .path = strbuf_detach(&name), .fd = -1};
}

void livefolder_release(struct livefolder *folder)
{
	free(folder->board);
	free(folder->path);
}

DIR *livefolder_read(int fd)
{
	int own = openat(fd, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC); /* a duplicate would share the read position */
	DIR *dir = own >= 0 ? fdopendir(own) : NULL;

	if (own >= 0 && !dir)
		close(own);
	return dir;
}

/* Removes the files of other users from the folder FD, which they may no longer enter. */
static void livefolder_sweep(int fd)
{
	DIR *dir = livefolder_read(fd);
	const struct dirent *entry;
	struct stat status;

	while (dir && (entry = readdir(dir)))
		if (!fstatat(fd, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) && status.st_uid != geteuid() &&
			!S_ISDIR(status.st_mode))
			unlinkat(fd, entry->d_name, 0);
	if (dir)
		closedir(dir);
}

/* If the folder FD belongs to this user, gives it the permissions that follow from those of the board file. */
static void livefolder_settle(int fd, struct stat *status, const struct sharing *sharing)
{
	mode_t mode = sharing_folder_mode(sharing);
	bool shared = status->st_mode & S_IWGRP;

	if (status->st_uid != geteuid() || status->st_mode & S_IWOTH)
		return;
	if (mode & S_IRWXG && status->st_gid != sharing->group && fchown(fd, (uid_t)-1, sharing->group))
		mode = 0700; /* this user is not in that group */
	if ((status->st_mode & 0777) != mode && fchmod(fd, mode))
		return;
	if (shared && !(mode & S_IWGRP))
		livefolder_sweep(fd);
	fstat(fd, status);
}

static bool livefolder_is_trusted(const struct livefolder *folder, int fd)
{
	struct sharing sharing;
	struct stat status;

	sharing_look(folder->board, &sharing);
	if (fstat(fd, &status))
		return false;
	livefolder_settle(fd, &status, &sharing);
	return sharing_trusts_folder(&sharing, &status);
}

int livefolder_open(const struct livefolder *folder)
{
	int fd = open(folder->path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);

	if (fd >= 0 && !livefolder_is_trusted(folder, fd)) {
		close(fd);
		fd = -1;
	}
	return fd;
}

static bool livefolder_is_removed(int fd)
{
	struct stat status;

	return fstat(fd, &status) || !status.st_nlink;
}

bool livefolder_enter(struct livefolder *folder)
{
	for (int i = 0; folder->fd < 0 && i < LIVEFOLDER_TRIES; i++) {
		mkdir(folder->path, 0700); /* the next line notices if it is still missing */
		folder->fd = livefolder_open(folder);
		/* if somebody keeps the lock, enter without it: then nobody knows that they are last */
		if (folder->fd < 0 || (!flock(folder->fd, LOCK_SH | LOCK_NB) && !livefolder_is_removed(folder->fd)) ||
			i == LIVEFOLDER_TRIES - 1)
			break;
		close(folder->fd);
		folder->fd = -1;
		usleep(1000);
	}
	folder->checked_ms = clock_span_ms();
	return folder->fd >= 0;
}

int livefolder_fd(struct livefolder *folder)
{
	int64_t now = clock_span_ms();

	if (folder->fd < 0 || now - folder->checked_ms < LIVEFOLDER_CHECK_MS)
		return folder->fd;
	if (!livefolder_is_trusted(folder, folder->fd))
		return -1;
	folder->checked_ms = now;
	return folder->fd;
}

bool livefolder_is_last(const struct livefolder *folder)
{
	return folder->fd >= 0 && !flock(folder->fd, LOCK_EX | LOCK_NB);
}

void livefolder_leave(struct livefolder *folder)
{
	if (folder->fd < 0)
		return;
	if (!livefolder_is_removed(folder->fd))
		rmdir(folder->path); /* fails, as it should, while there is anything in it */
	close(folder->fd);
	folder->fd = -1;
}

bool livefolder_has_changed(int fd, struct timespec *listed)
{
	struct timespec now;
	struct stat status;

	if (fstat(fd, &status) ||
		(status.st_mtim.tv_sec == listed->tv_sec && status.st_mtim.tv_nsec == listed->tv_nsec))
		return false;
	clock_gettime(CLOCK_REALTIME, &now);
	*listed = status.st_mtim;
	if (status.st_mtim.tv_sec >= now.tv_sec - LIVEFOLDER_COARSE_S)
		*listed = (struct timespec){0};
	return true;
}
