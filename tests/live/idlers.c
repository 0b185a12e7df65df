/*
 * idlers FROM TO PORT COUNT: keeps COUNT connections from the address FROM to PORT of TO open and says nothing on them;
 * one that is closed is opened again. It says "open" when it has opened so many, and ends with its input.
 */
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <poll.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

#define IDLERS_MOST 500

/* So many are opened, and so many looked at, between two pauses of so many ms. */
#define IDLERS_AT_ONCE 25
#define IDLERS_PAUSE_MS 50

static int idlers_open(const struct sockaddr_in *from, const struct sockaddr_in *to)
{
	int fd = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (fd >= 0 && (bind(fd, (const struct sockaddr *)from, sizeof(*from)) ||
			       connect(fd, (const struct sockaddr *)to, sizeof(*to)))) {
		close(fd);
		return -1;
	}
	return fd;
}

/* Has the other side closed it? What it says first is read and forgotten. */
static bool idlers_is_closed(int fd)
{
	char bytes[256];
	ssize_t len = recv(fd, bytes, sizeof(bytes), MSG_DONTWAIT);

	return !len || (len < 0 && errno != EAGAIN && errno != EINTR);
}

int main(int argc, char **argv)
{
	struct sockaddr_in from = {.sin_family = AF_INET}, to = {.sin_family = AF_INET};
	struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
	int fds[IDLERS_MOST], count = argc == 5 ? atoi(argv[4]) : 0;
	bool told = false;

	if (count < 1 || count > IDLERS_MOST || inet_pton(AF_INET, argv[1], &from.sin_addr) != 1 ||
		inet_pton(AF_INET, argv[2], &to.sin_addr) != 1)
		return 2;
	to.sin_port = htons((in_port_t)atoi(argv[3]));
	for (int i = 0; i < count; i++)
		fds[i] = -1;
	for (int at = 0;; at = (at + 1) % count) {
		if (fds[at] >= 0 && idlers_is_closed(fds[at])) {
			close(fds[at]);
			fds[at] = -1;
		}
		if (fds[at] < 0)
			fds[at] = idlers_open(&from, &to);
		if (at == count - 1 && !told) {
			told = true;
			puts("open");
			fflush(stdout);
		}
		if (at % IDLERS_AT_ONCE == 0 && poll(&input, 1, IDLERS_PAUSE_MS) == 1)
			return 0;
	}
}
