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

struct doorbell {
	char *folder;                   /* BOARD.live */
	char name[DOORBELL_NAME_BYTES]; /* of our socket there, "" while we do not listen */
	int fd;                         /* of the socket; -1 before the first ring or listen */
};

struct doorbell *doorbell_new(const char *path)
{
	struct doorbell *bell = mem_zalloc(sizeof(*bell));
	struct strbuf folder = STRBUF_INIT;

	strbuf_addf(&folder, "%s.live", path);
	bell->folder = strbuf_detach(&folder);
	bell->fd = -1;
	return bell;
}

/* The folder, if it is one, is ours, and is nobody else's to write to; -1 otherwise. */
static int doorbell_open_folder(const struct doorbell *bell)
{
	int folder = open(bell->folder, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
	struct stat status;

	if (folder >= 0 && (fstat(folder, &status) || status.st_uid != geteuid() ||
				   (status.st_mode & (S_IWGRP | S_IWOTH)))) {
		close(folder);
		return -1;
	}
	return folder;
}

/* The address of the socket NAME in FOLDER. A path may be longer than an address: so it goes by way of the open
 * folder. */
static bool doorbell_address(int folder, const char *name, struct sockaddr_un *address)
{
	int len;

	*address = (struct sockaddr_un){.sun_family = AF_UNIX};
	len = snprintf(address->sun_path, sizeof(address->sun_path), "/proc/self/fd/%d/%s", folder, name);
	return len > 0 && (size_t)len < sizeof(address->sun_path);
}

static int doorbell_socket(struct doorbell *bell)
{
	if (bell->fd < 0)
		bell->fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
	return bell->fd;
}

int doorbell_listen(struct doorbell *bell)
{
	struct sockaddr_un address;
	int folder;

	if (bell->name[0])
		return bell->fd;
	mkdir(bell->folder, 0700); /* if this fails and it is not there, so does the next */
	folder = doorbell_open_folder(bell);
	if (folder < 0 || doorbell_socket(bell) < 0)
		return -1;
	snprintf(bell->name, sizeof(bell->name), "%ld", (long)getpid());
	unlinkat(folder, bell->name, 0); /* of a process that had our number and was killed */
	if (!doorbell_address(folder, bell->name, &address) ||
		bind(bell->fd, (struct sockaddr *)&address, sizeof(address)))
		bell->name[0] = '\0';
	close(folder);
	return bell->name[0] ? bell->fd : -1;
}

void doorbell_free(struct doorbell *bell)
{
	int folder;

	if (!bell)
		return;
	if (bell->name[0] && (folder = doorbell_open_folder(bell)) >= 0) {
		unlinkat(folder, bell->name, 0);
		close(folder);
		rmdir(bell->folder); /* fails while others listen, as it should */
	}
	if (bell->fd >= 0)
		close(bell->fd);
	free(bell->folder);
	free(bell);
}

/* Sends to one; is anybody there? */
static bool doorbell_ring_one(struct doorbell *bell, int folder, const char *name, const void *bytes,
	size_t len)
{
	struct sockaddr_un address;

	if (!doorbell_address(folder, name, &address))
		return false;
	if (sendto(bell->fd, bytes, len, MSG_DONTWAIT | MSG_NOSIGNAL, (struct sockaddr *)&address,
		    sizeof(address)) >= 0)
		return true;
	if (errno == ECONNREFUSED)
		unlinkat(folder, name, 0);
	return errno != ECONNREFUSED && errno != ENOENT;
}

size_t doorbell_ring(struct doorbell *bell, const void *bytes, size_t len)
{
	int folder = doorbell_open_folder(bell);
	DIR *dir = folder >= 0 ? fdopendir(dup(folder)) : NULL;
	const struct dirent *entry;
	size_t heard = 0;

	while (dir && doorbell_socket(bell) >= 0 && (entry = readdir(dir)))
		if (entry->d_name[0] != '.' && strcmp(entry->d_name, bell->name))
			heard += doorbell_ring_one(bell, folder, entry->d_name, bytes,
				len < DOORBELL_BYTES ? len : DOORBELL_BYTES);
	if (dir)
		closedir(dir);
	if (folder >= 0)
		close(folder);
	return heard;
}

bool doorbell_read(struct doorbell *bell, char out[DOORBELL_BYTES], size_t *len,
	char from[DOORBELL_NAME_BYTES])
{
	struct sockaddr_un address = {0};
	socklen_t size = sizeof(address) - 1; /* what is left is the NUL */
	ssize_t got = bell->name[0] ? recvfrom(bell->fd, out, DOORBELL_BYTES, MSG_DONTWAIT,
					      (struct sockaddr *)&address, &size)
				    : -1;
	const char *slash;

	if (got < 0)
		return false;
	*len = (size_t)got;
	slash = size > sizeof(sa_family_t) ? strrchr(address.sun_path, '/') : NULL;
	snprintf(from, DOORBELL_NAME_BYTES, "%.*s", DOORBELL_NAME_BYTES - 1, slash ? slash + 1 : "");
	return true;
}
