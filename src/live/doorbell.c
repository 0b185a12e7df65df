#include "live/doorbell.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "base/mem.h"
#include "base/strbuf.h"
#include "live/sharing.h"

struct doorbell {
	char *board;                    /* the path of its file */
	char *folder;                   /* BOARD.live */
	char name[DOORBELL_NAME_BYTES]; /* of our socket there; "" while not listening */
	int fd;                         /* of that socket, or -1 */
	size_t missed;                  /* how many missed the last ring */
	uid_t user;                     /* of this process */
};

/* How often to try to listen: a process that leaves may remove the folder before it is used. */
#define DOORBELL_TRIES 5

static void doorbell_set_board(struct doorbell *bell, const char *path)
{
	struct strbuf folder = STRBUF_INIT;

	strbuf_addf(&folder, "%s.live", path);
	free(bell->board);
	free(bell->folder);
	bell->board = mem_strdup(path);
	bell->folder = strbuf_detach(&folder);
}

struct doorbell *doorbell_new(const char *path)
{
	struct doorbell *bell = mem_zalloc(sizeof(*bell));

	doorbell_set_board(bell, path);
	bell->fd = -1;
	bell->user = geteuid();
	return bell;
}

/* Removes the files of other users from FOLDER, which they may no longer enter. */
static void doorbell_sweep(int folder)
{
	int own =
		openat(folder, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC); /* a duplicate would share the read position */
	DIR *dir = own >= 0 ? fdopendir(own) : NULL;
	const struct dirent *entry;
	struct stat status;

	while (dir && (entry = readdir(dir)))
		if (!fstatat(folder, entry->d_name, &status, AT_SYMLINK_NOFOLLOW) && status.st_uid != geteuid() &&
			!S_ISDIR(status.st_mode))
			unlinkat(folder, entry->d_name, 0);
	if (dir)
		closedir(dir);
}

/* If FOLDER belongs to this user, gives it the permissions that follow from those of the board file. */
static void doorbell_settle_folder(int folder, struct stat *status, const struct sharing *sharing)
{
	mode_t mode = sharing_folder_mode(sharing);
	bool shared = status->st_mode & S_IWGRP;

	if (status->st_uid != geteuid() || status->st_mode & S_IWOTH)
		return;
	if (mode & S_IRWXG && status->st_gid != sharing->group && fchown(folder, (uid_t)-1, sharing->group))
		mode = 0700; /* this user is not in that group */
	if ((status->st_mode & 0777) != mode && fchmod(folder, mode))
		return;
	if (shared && !(mode & S_IWGRP))
		doorbell_sweep(folder);
	fstat(folder, status);
}

/* Opens the folder if it can be trusted; otherwise -1. */
static int doorbell_open_folder(const struct doorbell *bell)
{
	int folder = open(bell->folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	struct sharing sharing;
	struct stat status;

	if (folder < 0)
		return -1;
	sharing_look(bell->board, &sharing);
	if (!fstat(folder, &status)) {
		doorbell_settle_folder(folder, &status, &sharing);
		if (sharing_trusts_folder(&sharing, &status))
			return folder;
	}
	close(folder);
	return -1;
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

/* Makes FD listen under our name, and receive the credentials of senders. */
static bool doorbell_hang(struct doorbell *bell, int fd)
{
	struct sockaddr_un address;
	const int yes = 1;
	int folder;
	bool good;

	mkdir(bell->folder, 0700); /* the next line notices if it is still missing */
	folder = doorbell_open_folder(bell);
	if (folder < 0)
		return false;
	unlinkat(folder, bell->name, 0); /* left by an earlier process with our number, which was killed */
	good = doorbell_address(folder, bell->name, &address) &&
	       !setsockopt(fd, SOL_SOCKET, SO_PASSCRED, &yes, sizeof(yes)) &&
	       !bind(fd, (struct sockaddr *)&address, sizeof(address)) &&
	       !fchmodat(folder, bell->name, 0666, 0); /* the folder decides who may enter */
	close(folder);
	return good;
}

/* Makes a socket that listens under our name, or returns -1. */
static int doorbell_open(struct doorbell *bell)
{
	int fd = doorbell_socket();

	snprintf(bell->name, sizeof(bell->name), "%ld", (long)getpid());
	for (int i = 0; fd >= 0 && i < DOORBELL_TRIES; i++)
		if (doorbell_hang(bell, fd))
			return fd;
	if (fd >= 0)
		close(fd);
	bell->name[0] = '\0';
	return -1;
}

int doorbell_listen(struct doorbell *bell)
{
	if (bell->fd < 0)
		bell->fd = doorbell_open(bell);
	return bell->fd;
}

/* Removes our socket, and the folder if nobody else listens. */
static void doorbell_take_down(struct doorbell *bell)
{
	int folder = bell->name[0] ? doorbell_open_folder(bell) : -1;

	if (folder < 0)
		return;
	unlinkat(folder, bell->name, 0);
	close(folder);
	rmdir(bell->folder); /* fails, as it should, while others listen */
}

void doorbell_move(struct doorbell *bell, const char *path)
{
	int fd;

	doorbell_take_down(bell);
	doorbell_set_board(bell, path);
	if (bell->fd < 0)
		return;
	fd = doorbell_open(bell);
	if (fd < 0)
		return;
	dup3(fd, bell->fd, O_CLOEXEC); /* the number to wait for stays the same */
	close(fd);
}

void doorbell_free(struct doorbell *bell)
{
	if (!bell)
		return;
	doorbell_take_down(bell);
	if (bell->fd >= 0)
		close(bell->fd);
	free(bell->board);
	free(bell->folder);
	free(bell);
}

/* Sends to the socket NAME; does anybody listen there? */
static bool doorbell_send(struct doorbell *bell, int fd, int folder, const char *name, const void *bytes, size_t len)
{
	struct sockaddr_un address;

	if (!doorbell_address(folder, name, &address))
		return false;
	if (sendto(fd, bytes, len < DOORBELL_BYTES ? len : DOORBELL_BYTES, MSG_DONTWAIT | MSG_NOSIGNAL,
		    (struct sockaddr *)&address, sizeof(address)) >= 0)
		return true;
	if (errno == ECONNREFUSED)
		unlinkat(folder, name, 0);
	bell->missed += errno == EAGAIN;
	return errno != ECONNREFUSED && errno != ENOENT;
}

/* Unread messages count against the socket that sent them, and once it is full, it can send to nobody. So each ring
 * uses a socket of its own, and a process that does not read cannot block the others. */
size_t doorbell_ring(struct doorbell *bell, const void *bytes, size_t len)
{
	int fd = doorbell_socket(), folder = doorbell_open_folder(bell);
	DIR *dir = folder >= 0 ? fdopendir(dup(folder)) : NULL;
	const struct dirent *entry;
	size_t heard = 0;

	bell->missed = 0;
	while (dir && fd >= 0 && (entry = readdir(dir)))
		if (entry->d_name[0] != '.' && strcmp(entry->d_name, bell->name))
			heard += doorbell_send(bell, fd, folder, entry->d_name, bytes, len);
	if (dir)
		closedir(dir);
	if (folder >= 0)
		close(folder);
	if (fd >= 0)
		close(fd);
	return heard;
}

size_t doorbell_missed(const struct doorbell *bell)
{
	return bell->missed;
}

void doorbell_answer(struct doorbell *bell, const char *to, const void *bytes, size_t len)
{
	int fd = doorbell_socket(), folder = doorbell_open_folder(bell);

	if (fd >= 0 && folder >= 0 && *to)
		doorbell_send(bell, fd, folder, to, bytes, len);
	if (folder >= 0)
		close(folder);
	if (fd >= 0)
		close(fd);
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
	struct sharing sharing;

	if (got < 0)
		return false;
	*len = (size_t)got;
	if (head && head->cmsg_level == SOL_SOCKET && head->cmsg_type == SCM_CREDENTIALS)
		memcpy(&sender, CMSG_DATA(head), sizeof(sender));
	*from = (struct doorbell_sender){.user = sender.uid};
	if (sender.pid > 0) {
		snprintf(from->name, sizeof(from->name), "%ld", (long)sender.pid);
		from->writes = sender.uid == bell->user;
		if (!from->writes) {
			sharing_look(bell->board, &sharing);
			from->writes = sharing_trusts_user(&sharing, sender.uid);
		}
	}
	return true;
}

enum doorbell_reach doorbell_reach(const struct doorbell *bell)
{
	struct sharing sharing;
	struct stat folder;

	sharing_look(bell->board, &sharing);
	if (stat(bell->folder, &folder) || !S_ISDIR(folder.st_mode))
		return DOORBELL_NOBODY;
	if (bell->fd < 0)
		return folder.st_uid == geteuid() ? DOORBELL_NOBODY : DOORBELL_APART;
	return sharing.leaves || (sharing.by_group && !(folder.st_mode & S_IWGRP)) ? DOORBELL_SOME : DOORBELL_ALL;
}
