/*
 * onpty PROGRAM ARG...: runs it on a terminal of its own of 30 rows and 100 columns, types its input there, and writes
 * out what is shown. It ends with the program; at the end of its input it hangs up.
 */
#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <stdbool.h>
#include <stddef.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

/* Hands on what is there; false at the end. */
static bool onpty_copy(int from, int to)
{
	char bytes[4096];
	ssize_t len = read(from, bytes, sizeof(bytes)), sent;

	for (ssize_t at = 0; at < len; at += sent) {
		sent = write(to, bytes + at, (size_t)(len - at));
		if (sent < 0)
			return false;
	}
	return len > 0 || (len < 0 && errno == EINTR);
}

int main(int argc, char **argv)
{
	struct winsize size = {.ws_row = 30, .ws_col = 100};
	struct pollfd waits[] = {{.events = POLLIN}, {.fd = STDIN_FILENO, .events = POLLIN}};
	int master, status = 0;
	pid_t pid = argc > 1 ? forkpty(&master, NULL, NULL, &size) : -1;

	if (!pid) {
		execvp(argv[1], argv + 1);
		_exit(127);
	}
	if (pid < 0)
		return 126;
	waits[0].fd = master;
	while (poll(waits, 2, -1) >= 0 || errno == EINTR) {
		if (waits[0].revents && !onpty_copy(master, STDOUT_FILENO))
			break;
		if (waits[1].revents && !onpty_copy(STDIN_FILENO, master))
			break;
	}
	close(master);
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 125;
}
