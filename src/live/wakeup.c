#include "live/wakeup.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

/* How many bytes to remove at once when the FIFO is full: normally all. */
#define WAKEUP_BYTES 65536

/* Is there something other than a FIFO? */
static bool wakeup_is_blocked(int folder)
{
	struct stat status;

	return !fstatat(folder, WAKEUP_NAME, &status, AT_SYMLINK_NOFOLLOW) && !S_ISFIFO(status.st_mode);
}

int wakeup_open(int folder, bool create)
{
	struct stat status;
	mode_t mask;
	int fd;

	if (wakeup_is_blocked(folder) && (!create || unlinkat(folder, WAKEUP_NAME, 0)))
		return -1;
	if (create) {
		mask = umask(0);                     /* the folder decides who may enter */
		mkfifoat(folder, WAKEUP_NAME, 0666); /* fails if it exists */
		umask(mask);
	}
	fd = openat(folder, WAKEUP_NAME, O_RDWR | O_NONBLOCK | O_NOFOLLOW | O_NOCTTY | O_CLOEXEC);
	if (fd < 0)
		return -1;
	if (!fstat(fd, &status) && S_ISFIFO(status.st_mode))
		return fd;
	close(fd);
	return -1;
}

int wakeup_count(int fd)
{
	int count = 0;

	return ioctl(fd, FIONREAD, &count) ? -1 : count;
}

void wakeup_send(int fd)
{
	char old[WAKEUP_BYTES];

	for (int i = 0; i < 2; i++) {
		if (write(fd, "", 1) == 1 || errno != EAGAIN)
			return;
		if (read(fd, old, sizeof(old)) < 0) /* it is full */
			return;
	}
}
