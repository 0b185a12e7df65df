#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "lib/pty.h"

#include "lib/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

/* In the child. Signal settings survive exec, and ours are not the program's. */
static _Noreturn void pty_exec(char *const argv[], char *const env[])
{
	static const int own[] = {SIGCHLD, SIGHUP, SIGINT, SIGPIPE, SIGQUIT, SIGTERM, SIGWINCH};
	sigset_t none;

	for (size_t i = 0; i < sizeof(own) / sizeof(own[0]); i++)
		signal(own[i], SIG_DFL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	environ = (char **)env;
	execvp(argv[0], argv);
	dprintf(STDERR_FILENO, "%s: %s\n", argv[0], strerror(errno));
	_exit(127);
}

int pty_start(struct pty *p, int rows, int cols, char *const argv[], char *const env[])
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};

	*p = (struct pty){.fd = -1};
	p->pid = forkpty(&p->fd, NULL, NULL, &size);
	if (p->pid < 0)
		return -1;
	if (p->pid == 0)
		pty_exec(argv, env);
	fcntl(p->fd, F_SETFD, FD_CLOEXEC);
	fcntl(p->fd, F_SETFL, fcntl(p->fd, F_GETFL) | O_NONBLOCK);
	return 0;
}

int pty_resize(struct pty *p, int rows, int cols)
{
	struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols};

	return ioctl(p->fd, TIOCSWINSZ, &size);
}

static bool pty_again(void)
{
	return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR;
}

size_t pty_read(struct pty *p, char *bytes, size_t size, int limit_ms)
{
	long long deadline = child_now_ms() + limit_ms;

	while (!p->ended) {
		struct pollfd pfd = {.fd = p->fd, .events = POLLIN};
		int left = child_left_ms(deadline);
		ssize_t n;

		if (poll(&pfd, 1, left) > 0) {
			n = read(p->fd, bytes, size);
			if (n > 0)
				return (size_t)n;
			/* Linux reports EIO when the last user of the terminal is gone. */
			if (n == 0 || !pty_again())
				p->ended = true;
		}
		if (left == 0)
			break;
	}
	return 0;
}

ssize_t pty_write(struct pty *p, const char *bytes, size_t len)
{
	ssize_t n = write(p->fd, bytes, len);

	if (n < 0 && pty_again())
		return 0;
	return n;
}

void pty_wait_ready(struct pty *p, int limit_ms)
{
	struct pollfd pfd = {.fd = p->fd, .events = POLLIN | POLLOUT};

	poll(&pfd, 1, limit_ms);
}

bool pty_wait_exit(struct pty *p, int limit_ms)
{
	int fd = p->ended ? -1 : p->fd;

	if (!p->reaped)
		p->reaped = child_wait(p->pid, fd, &p->status, limit_ms) == CHILD_ENDED;
	return p->reaped;
}

void pty_hangup(struct pty *p)
{
	if (p->fd >= 0)
		close(p->fd);
	p->fd = -1;
	p->ended = true;
}

void pty_close(struct pty *p, int limit_ms)
{
	pty_hangup(p);
	if (pty_wait_exit(p, limit_ms))
		return;
	kill(-p->pid, SIGKILL);
	kill(p->pid, SIGKILL);
	waitpid(p->pid, &p->status, 0);
	p->reaped = true;
}
