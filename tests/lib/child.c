#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "lib/child.h"

#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>

long long child_now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

int child_left_ms(long long deadline_ms)
{
	long long left = deadline_ms - child_now_ms();

	return left > 0 ? (int)left : 0;
}

/* Has nothing to do: that it runs is what ends ppoll(). */
static void child_note(int sig)
{
	(void)sig;
}

static enum child_event child_wait_masked(pid_t pid, int fd, int *status, int limit_ms, const sigset_t *open)
{
	long long deadline = child_now_ms() + limit_ms;

	for (;;) {
		struct pollfd pfd = {.fd = fd, .events = POLLIN};
		pid_t got = waitpid(pid, status, WNOHANG);
		int left = child_left_ms(deadline);
		struct timespec wait = {left / 1000, left % 1000 * 1000000L};

		if (got < 0) {
			perror("waitpid");
			abort();
		}
		if (got == pid)
			return CHILD_ENDED;
		if (ppoll(&pfd, 1, &wait, open) > 0)
			return CHILD_READABLE;
		if (left == 0)
			return CHILD_LATE;
	}
}

enum child_event child_wait(pid_t pid, int fd, int *status, int limit_ms)
{
	struct sigaction note = {.sa_handler = child_note}, old_action;
	sigset_t chld, old_mask, open;
	enum child_event event;

	sigemptyset(&chld);
	sigaddset(&chld, SIGCHLD);
	sigprocmask(SIG_BLOCK, &chld, &old_mask);
	sigemptyset(&note.sa_mask);
	sigaction(SIGCHLD, &note, &old_action);
	open = old_mask;
	sigdelset(&open, SIGCHLD);

	event = child_wait_masked(pid, fd, status, limit_ms, &open);

	sigaction(SIGCHLD, &old_action, NULL);
	sigprocmask(SIG_SETMASK, &old_mask, NULL);
	return event;
}
