#include "live/doorbell.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/mem.h"
#include "live/livefolder.h"
#include "live/roster.h"
#include "live/sharing.h"
#include "live/wakeup.h"

/* Sockets are named after their process, with this after it. Programs of before the roster leave it out. */
#define DOORBELL_SUFFIX ".calls"

/* How such a program is told that the log has grown. */
#define DOORBELL_OLDER_LOG "evstorm2 log"

struct doorbell {
	struct livefolder folder;
	char name[DOORBELL_NAME_BYTES]; /* of our socket there; "" while not listening */
	int fd;                         /* of that socket, or -1 */
	int wakeup;                     /* of the FIFO, or -1 */
	int count;                      /* of the bytes in it, as of the last time that it was looked at */
	int epoll;                      /* waits for both and for the end of a process; -1 before doorbell_listen() */
	struct roster roster;           /* for that epoll */
	char text[ROSTER_TEXT_BYTES];   /* what is shown; "" for nothing */
	bool banned;                    /* the folder could not be trusted the last time */
	bool older;                     /* a program of before the roster listens too, */
	struct timespec listed;         /* as of then (livefolder_has_changed()) */
	uid_t user;                     /* of this process */
};

struct doorbell *doorbell_new(const char *path)
{
	struct doorbell *bell = mem_zalloc(sizeof(*bell));

	livefolder_init(&bell->folder, path);
	bell->fd = bell->wakeup = bell->epoll = -1;
	bell->user = geteuid();
	roster_init(&bell->roster, -1);
	return bell;
}

/* The address of socket NAME in FOLDER. It goes through the open folder, because a path may be too long for it. */
static bool doorbell_address(int folder, const char *name, struct sockaddr_un *address)
{
	int len;

	*address = (struct sockaddr_un){.sun_family = AF_UNIX};
	len = snprintf(address->sun_path, sizeof(address->sun_path), "/proc/self/fd/%d/%s", folder, name);
	return len > 0 && (size_t)len < sizeof(address->sun_path);
}

static int doorbell_socket(void)
{
	return socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
}

static void doorbell_close(int *fd)
{
	if (*fd >= 0)
		close(*fd);
	*fd = -1;
}

/* ---- messages ---- */

/* Does the socket NAME belong to a program of before the roster? */
static bool doorbell_is_older(const char *name)
{
	return *name && !name[strspn(name, "0123456789")];
}

/* Sends to the socket NAME; does anybody listen there? */
static bool doorbell_send(int fd, int folder, const char *name, const void *bytes, size_t len)
{
	struct sockaddr_un address;

	if (!doorbell_address(folder, name, &address))
		return false;
	if (sendto(fd, bytes, len < DOORBELL_BYTES ? len : DOORBELL_BYTES, MSG_DONTWAIT | MSG_NOSIGNAL,
		    (struct sockaddr *)&address, sizeof(address)) >= 0)
		return true;
	if (errno == ECONNREFUSED)
		unlinkat(folder, name, 0);
	return errno != ECONNREFUSED && errno != ENOENT;
}

/* Sends to all sockets in FOLDER but ours, or only to those of older programs; returns how many listen. Unread messages
 * count against the socket that sent them, and once it is full, it can send to nobody. So each call uses a socket of
 * its own, and a process that does not read cannot block the others. */
static size_t doorbell_send_all(const struct doorbell *bell, int folder, bool older, const void *bytes, size_t len)
{
	int fd = doorbell_socket();
	DIR *dir = folder >= 0 && fd >= 0 ? livefolder_read(folder) : NULL;
	const struct dirent *entry;
	size_t heard = 0;

	while (dir && (entry = readdir(dir)))
		if (entry->d_name[0] != '.' && strcmp(entry->d_name, bell->name) &&
			(!older || doorbell_is_older(entry->d_name)))
			heard += doorbell_send(fd, folder, entry->d_name, bytes, len);
	if (dir)
		closedir(dir);
	doorbell_close(&fd);
	return heard;
}

size_t doorbell_ring(struct doorbell *bell, const void *bytes, size_t len)
{
	int folder = livefolder_open(&bell->folder);
	size_t heard = doorbell_send_all(bell, folder, false, bytes, len);

	doorbell_close(&folder);
	return heard;
}

/* Wakes the programs of before the roster that listen in FOLDER. */
static void doorbell_wake_older(struct doorbell *bell, int folder)
{
	if (bell->older || livefolder_has_changed(folder, &bell->listed))
		bell->older = doorbell_send_all(bell, folder, true, DOORBELL_OLDER_LOG, strlen(DOORBELL_OLDER_LOG));
}

/* The process PID of USER, for which the system vouches. */
static void doorbell_vouch(const struct doorbell *bell, uid_t user, long pid, struct doorbell_sender *from)
{
	struct sharing sharing;

	*from = (struct doorbell_sender){.user = user};
	if (pid <= 0)
		return;
	snprintf(from->name, sizeof(from->name), "%ld", pid);
	from->writes = user == bell->user;
	if (!from->writes) {
		sharing_look(bell->folder.board, &sharing);
		from->writes = sharing_trusts_user(&sharing, user);
	}
}

bool doorbell_read(struct doorbell *bell, char out[DOORBELL_BYTES], size_t *len, struct doorbell_sender *from)
{
	union {
		struct cmsghdr head;
		char bytes[CMSG_SPACE(sizeof(struct ucred))]; /* too small for descriptors */
	} control;
	struct iovec part = {out, DOORBELL_BYTES};
	struct msghdr message = {.msg_iov = &part,
		.msg_iovlen = 1,
		.msg_control = control.bytes,
		.msg_controllen = sizeof(control.bytes)};
	ssize_t got = bell->fd >= 0 ? recvmsg(bell->fd, &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC) : -1;
	const struct cmsghdr *head = got < 0 ? NULL : CMSG_FIRSTHDR(&message);
	struct ucred sender = {0};

	if (got < 0)
		return false;
	*len = (size_t)got;
	if (head && head->cmsg_level == SOL_SOCKET && head->cmsg_type == SCM_CREDENTIALS)
		memcpy(&sender, CMSG_DATA(head), sizeof(sender));
	doorbell_vouch(bell, sender.uid, sender.pid, from);
	return true;
}

/* ---- listening ---- */

static bool doorbell_wait_for(const struct doorbell *bell, int fd, uint32_t events)
{
	struct epoll_event event = {.events = events, .data.fd = fd};

	return fd >= 0 && !epoll_ctl(bell->epoll, EPOLL_CTL_ADD, fd, &event);
}

/* Makes a socket that listens under our name in FOLDER and receives the credentials of senders. It gets its permissions
 * as it is made: a moment later its name may be a link to something else. */
static bool doorbell_bind(struct doorbell *bell, int folder)
{
	struct sockaddr_un address;
	const int yes = 1;
	bool bound;
	mode_t mask;

	bell->fd = doorbell_socket();
	unlinkat(folder, bell->name, 0); /* left by an earlier process with our number, which was killed */
	if (bell->fd < 0 || !doorbell_address(folder, bell->name, &address) ||
		setsockopt(bell->fd, SOL_SOCKET, SO_PASSCRED, &yes, sizeof(yes)))
		return false;
	mask = umask(0111); /* the folder decides who may enter */
	bound = !bind(bell->fd, (struct sockaddr *)&address, sizeof(address));
	umask(mask);
	return bound;
}

/* Removes our socket; and if nobody else is in the folder, everything that was left in it. */
static void doorbell_take_down(struct doorbell *bell)
{
	int folder = bell->folder.fd;

	roster_leave(&bell->roster);
	doorbell_close(&bell->fd);
	if (folder >= 0 && bell->name[0]) {
		unlinkat(folder, bell->name, 0);
		if (livefolder_is_last(&bell->folder)) {
			roster_remove(folder);
			unlinkat(folder, WAKEUP_NAME, 0);
			doorbell_send_all(bell, folder, false, "", 0); /* removes sockets of killed processes */
		} else {
			wakeup_send(bell->wakeup);
		}
	}
	bell->name[0] = '\0';
	doorbell_close(&bell->wakeup);
	livefolder_leave(&bell->folder);
	bell->older = false;
	bell->listed = (struct timespec){0};
}

/* Listens in the folder, under the number of this process. */
static bool doorbell_hang(struct doorbell *bell)
{
	if (!livefolder_enter(&bell->folder))
		return false;
	snprintf(bell->name, sizeof(bell->name), "%ld" DOORBELL_SUFFIX, (long)getpid());
	bell->wakeup = wakeup_open(bell->folder.fd, true);
	bell->count = -1;
	if (doorbell_wait_for(bell, bell->wakeup, EPOLLIN | EPOLLET) && doorbell_bind(bell, bell->folder.fd) &&
		doorbell_wait_for(bell, bell->fd, EPOLLIN)) {
		if (*bell->text)
			roster_show(&bell->roster, bell->folder.fd, bell->text);
		return true;
	}
	doorbell_take_down(bell);
	return false;
}

int doorbell_listen(struct doorbell *bell)
{
	if (bell->epoll < 0) {
		bell->epoll = epoll_create1(EPOLL_CLOEXEC);
		bell->roster.epoll = bell->epoll;
	}
	return bell->epoll >= 0 && (bell->name[0] || doorbell_hang(bell)) ? bell->epoll : -1;
}

void doorbell_move(struct doorbell *bell, const char *path)
{
	bool listens = bell->name[0];

	doorbell_take_down(bell);
	livefolder_release(&bell->folder);
	livefolder_init(&bell->folder, path);
	bell->text[0] = '\0';
	if (listens)
		doorbell_hang(bell);
}

void doorbell_free(struct doorbell *bell)
{
	if (!bell)
		return;
	doorbell_take_down(bell);
	roster_release(&bell->roster);
	doorbell_close(&bell->epoll);
	livefolder_release(&bell->folder);
	free(bell);
}

/* The folder in which we listen, or -1. If it or the FIFO was removed, starts again; the others do so as well, since
 * leaving the old FIFO wakes them. */
static int doorbell_folder(struct doorbell *bell)
{
	struct stat wakeup;
	int folder;

	if (bell->name[0] && (fstat(bell->wakeup, &wakeup) || !wakeup.st_nlink)) {
		doorbell_take_down(bell);
		doorbell_hang(bell);
	}
	folder = livefolder_fd(&bell->folder);
	bell->banned = bell->name[0] && folder < 0;
	return folder;
}

bool doorbell_must_poll(const struct doorbell *bell)
{
	return bell->epoll >= 0 && (!bell->name[0] || bell->banned || bell->roster.polls);
}

enum doorbell_reach doorbell_reach(const struct doorbell *bell)
{
	struct sharing sharing;
	struct stat folder;

	sharing_look(bell->folder.board, &sharing);
	if (stat(bell->folder.path, &folder) || !S_ISDIR(folder.st_mode))
		return DOORBELL_NOBODY;
	if (!bell->name[0])
		return folder.st_uid == geteuid() ? DOORBELL_NOBODY : DOORBELL_APART;
	return sharing.leaves || (sharing.by_group && !(folder.st_mode & S_IWGRP)) ? DOORBELL_SOME : DOORBELL_ALL;
}

/* ---- waking ---- */

/* Collects what has happened since the last time; was there anything but a message? */
static bool doorbell_collect(struct doorbell *bell)
{
	struct epoll_event events[4];
	int count = bell->epoll < 0 ? 0 : epoll_wait(bell->epoll, events, 4, 0);
	bool died = false, woken = false;

	for (int i = 0; i < count; i++) {
		woken |= events[i].data.fd != bell->fd;
		died |= events[i].data.fd < 0;
	}
	if (died)
		roster_note_death(&bell->roster);
	return woken;
}

/* Wakes those who listen, but not this process, unless others have woken it at the same time. */
static void doorbell_send_wakeup(struct doorbell *bell)
{
	struct epoll_event again = {.events = EPOLLIN | EPOLLET, .data.fd = bell->wakeup};
	int before = bell->count;

	wakeup_send(bell->wakeup);
	doorbell_collect(bell);
	bell->count = wakeup_count(bell->wakeup);
	if (bell->count != before + 1 || bell->roster.died)
		epoll_ctl(bell->epoll, EPOLL_CTL_MOD, bell->wakeup, &again); /* this wakes it */
}

/* Wakes those who listen in FOLDER, in which this process does not. */
static void doorbell_wake_others(struct doorbell *bell, int folder)
{
	int wakeup = folder < 0 ? -1 : wakeup_open(folder, false);

	if (wakeup >= 0)
		wakeup_send(wakeup);
	if (folder >= 0)
		doorbell_wake_older(bell, folder);
	doorbell_close(&wakeup);
}

void doorbell_wake(struct doorbell *bell)
{
	int folder = doorbell_folder(bell);

	if (bell->name[0]) {
		doorbell_send_wakeup(bell); /* even if the folder cannot be trusted, since this tells nobody anything */
		if (folder >= 0)
			doorbell_wake_older(bell, folder);
		return;
	}
	folder = livefolder_open(&bell->folder);
	doorbell_wake_others(bell, folder);
	doorbell_close(&folder);
}

bool doorbell_woken(struct doorbell *bell)
{
	bool woken = doorbell_collect(bell);

	if (woken && bell->wakeup >= 0)
		bell->count = wakeup_count(bell->wakeup);
	return woken;
}

/* ---- what is shown ---- */

bool doorbell_show(struct doorbell *bell, const char *text)
{
	int folder = doorbell_folder(bell);

	snprintf(bell->text, sizeof(bell->text), "%s", text);
	return folder >= 0 && roster_show(&bell->roster, folder, text);
}

/* Who wants to know what the others show. */
struct doorbell_visitor {
	const struct doorbell *bell;
	doorbell_visit *visit;
	void *context;
};

static void doorbell_tell(void *context, uid_t user, long pid, const char *text)
{
	const struct doorbell_visitor *visitor = context;
	struct doorbell_sender from;

	doorbell_vouch(visitor->bell, user, pid, &from);
	visitor->visit(visitor->context, &from, text);
}

void doorbell_see(struct doorbell *bell, doorbell_visit *visit, void *context)
{
	struct doorbell_visitor visitor = {bell, visit, context};
	struct roster once;
	int folder = doorbell_folder(bell);

	if (folder >= 0) {
		if (roster_read(&bell->roster, folder, doorbell_tell, &visitor))
			wakeup_send(bell->wakeup);
		return;
	}
	folder = bell->epoll >= 0 ? -1 : livefolder_open(&bell->folder);
	if (folder < 0)
		return;
	roster_init(&once, -1);
	roster_read(&once, folder, doorbell_tell, &visitor);
	roster_release(&once);
	close(folder);
}
