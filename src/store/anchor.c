#include "store/anchor.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <libgen.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

#include "base/mem.h"

int anchor_drop(struct anchor *anchor, const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	char *whole = fd < 0 ? NULL : realpath(path, NULL);

	if (!whole) {
		int number = errno;

		if (fd >= 0)
			close(fd);
		errno = number;
		return -1;
	}
	*anchor = (struct anchor){whole, fd, -1, -1, -1, true};
	return 0;
}

void anchor_release(struct anchor *anchor)
{
	const int fds[] = {anchor->watch, anchor->events, anchor->mounts, anchor->fd};

	if (!anchor->path)
		return;
	for (size_t i = 0; i < ARRAY_SIZE(fds); i++)
		if (fds[i] >= 0)
			close(fds[i]);
	free(anchor->path);
	*anchor = (struct anchor){0};
}

/* Does PATH lead to the file that FOUND describes? */
static bool anchor_leads(const char *path, const struct stat *found)
{
	struct stat there;

	return !stat(path, &there) && there.st_dev == found->st_dev && there.st_ino == found->st_ino;
}

/* Appends the current path of the file according to the system; false if it has none. */
static bool anchor_ask(const struct anchor *anchor, const struct stat *found, struct strbuf *path)
{
	char link[40], text[PATH_MAX];
	ssize_t len;

	snprintf(link, sizeof(link), "/proc/self/fd/%d", anchor->fd);
	len = readlink(link, text, sizeof(text) - 1);
	if (len <= 0)
		return false;
	text[len] = '\0'; /* a removed name ends in " (deleted)", which leads nowhere */
	if (text[0] != '/' || !anchor_leads(text, found))
		return false;
	strbuf_add(path, text, (size_t)len);
	return true;
}

/* Searches the folder where the file was for another name of it. */
static bool anchor_search(const struct anchor *anchor, const struct stat *found, struct strbuf *path)
{
	char *copy = mem_strdup(anchor->path);
	const char *folder = dirname(copy);
	DIR *dir = opendir(folder);
	const struct dirent *entry;
	bool is_there = false;

	while (dir && !is_there && (entry = readdir(dir))) {
		if (entry->d_ino != found->st_ino)
			continue;
		strbuf_reset(path);
		strbuf_addf(path, "%s/%s", strcmp(folder, "/") ? folder : "", entry->d_name);
		is_there = anchor_leads(path->text, found);
	}
	if (!is_there)
		strbuf_reset(path);
	if (dir)
		closedir(dir);
	free(copy);
	return is_there;
}

/* Fills NOW when the name leads nowhere or, with IS_OTHER, to another file. */
static void anchor_find(const struct anchor *anchor, bool is_other, struct whereabouts *now)
{
	struct stat found;
	bool is_known = !fstat(anchor->fd, &found);
	bool has_name = is_known && found.st_nlink > 0;

	if (has_name && !anchor_ask(anchor, &found, &now->now))
		anchor_search(anchor, &found, &now->now);
	now->fate = is_other ? WHEREABOUTS_REPLACED : has_name ? WHEREABOUTS_MOVED : WHEREABOUTS_REMOVED;
}

static void anchor_fail(struct whereabouts *now, int number)
{
	now->fate = WHEREABOUTS_UNREACHABLE;
	now->number = number;
}

void anchor_look(const struct anchor *anchor, struct whereabouts *now)
{
	struct stat held, there;
	bool is_held = !fstat(anchor->fd, &held);
	int number = is_held ? 0 : errno;

	now->fate = WHEREABOUTS_HERE;
	now->number = 0;
	strbuf_reset(&now->now);
	if (stat(anchor->path, &there)) {
		if (errno == ENOENT || errno == ENOTDIR)
			anchor_find(anchor, false, now);
		else
			anchor_fail(now, errno);
	} else if (!is_held && number != ESTALE) {
		anchor_fail(now, number);
	} else if (!is_held || there.st_dev != held.st_dev || there.st_ino != held.st_ino) {
		anchor_find(anchor, true, now);
	}
}

bool anchor_holds(const struct anchor *anchor)
{
	struct stat held;

	return !anchor->path || fstat(anchor->fd, &held) || anchor_leads(anchor->path, &held);
}

/* Can other machines or programs change files here unknown to the system? The numbers are those of
 * statfs(2) for NFS, SMB and its successors, 9P, FUSE, AFS, Ceph, Lustre, GFS2, OCFS2 and VirtualBox. */
static bool anchor_is_shared(int fd)
{
	static const uint32_t shared[] = {0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x01021997, 0x65735546, 0x5346414f,
		0x6b414653, 0x00c36400, 0x0bd00bd0, 0x01161970, 0x7461636f, 0x786f4256};
	struct statfs system;

	if (fstatfs(fd, &system))
		return true;
	for (size_t i = 0; i < ARRAY_SIZE(shared); i++)
		if ((uint32_t)system.f_type == shared[i])
			return true;
	return false;
}

/* Listens for events that may separate the file from its name, on the file and on each folder above it. Commits cause
 * no event, because the process that commits keeps the file open. */
static bool anchor_listen(struct anchor *anchor)
{
	char name[40], *path = mem_strdup(anchor->path);
	bool hears;

	anchor->events = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	snprintf(name, sizeof(name), "/proc/self/fd/%d", anchor->fd);
	hears = anchor->events >= 0 && inotify_add_watch(anchor->events, name,
					       IN_MOVE_SELF | IN_DELETE_SELF | IN_ATTRIB | IN_CLOSE_WRITE) >= 0;
	for (char *slash = strrchr(path, '/'); hears && slash; slash = strrchr(path, '/')) {
		slash[slash == path] = '\0';
		/* fails on folders that may not be read: these are root's, which nobody moves */
		inotify_add_watch(anchor->events, path, IN_MOVE_SELF | IN_DELETE_SELF | IN_ONLYDIR);
		if (slash == path)
			break;
	}
	free(path);
	return hears;
}

static bool anchor_join(const struct anchor *anchor, int fd, uint32_t events)
{
	struct epoll_event event = {.events = events};

	return fd >= 0 && !epoll_ctl(anchor->watch, EPOLL_CTL_ADD, fd, &event);
}

int anchor_watch(struct anchor *anchor)
{
	bool hears;

	if (!anchor->path || anchor->watch >= 0)
		return anchor->path ? anchor->watch : -1;
	anchor->watch = epoll_create1(EPOLL_CLOEXEC);
	if (anchor->watch < 0)
		return -1;
	hears = anchor_listen(anchor) && anchor_join(anchor, anchor->events, EPOLLIN);
	anchor->mounts = open("/proc/self/mounts", O_RDONLY | O_CLOEXEC);
	hears = anchor_join(anchor, anchor->mounts, EPOLLPRI | EPOLLERR) && hears;
	anchor->is_blind = !hears || anchor_is_shared(anchor->fd);
	anchor_hear(anchor);
	return anchor->watch;
}

void anchor_hear(const struct anchor *anchor)
{
	char bytes[4096];
	struct epoll_event events[2];

	if (anchor->watch < 0)
		return;
	epoll_wait(anchor->watch, events, 2, 0);
	while (anchor->events >= 0 && read(anchor->events, bytes, sizeof(bytes)) > 0)
		;
}

int anchor_check(const struct anchor *anchor, const char *shown, struct error *err)
{
	struct whereabouts now = WHEREABOUTS_INIT;
	int failed = 0;

	if (anchor_holds(anchor))
		return 0;
	anchor_look(anchor, &now);
	if (now.fate != WHEREABOUTS_HERE)
		failed = whereabouts_refuse(&now, shown, err);
	whereabouts_release(&now);
	return failed;
}
