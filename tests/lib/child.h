/*
 * child: waiting for a process to end, with a limit and without sleeping.
 *
 * The wait ends at once when the process ends: SIGCHLD is let through only
 * while the program waits, so that no end can slip between look and wait. The
 * signal's handler and mask are as before when a function returns.
 */
#ifndef TESTS_LIB_CHILD_H
#define TESTS_LIB_CHILD_H

#include <sys/types.h>

enum child_event {
	CHILD_ENDED,    /* the process was reaped, its status was stored */
	CHILD_READABLE, /* the descriptor has bytes, or its other end closed */
	CHILD_LATE      /* nothing happened within the limit */
};

/* Milliseconds of a clock that nobody sets. */
long long child_now_ms(void);

/* What is left until `deadline_ms` of child_now_ms(), 0 when it has passed. */
int child_left_ms(long long deadline_ms);

/*
 * Waits until process `pid`, a child of ours that was not reaped yet, ends or
 * `fd` (-1 for none) can be read, at most `limit_ms`. `*status` is as from
 * waitpid(2) and set for CHILD_ENDED only. Pass -1 as `fd` once it is at its
 * end, or the call returns CHILD_READABLE every time.
 */
enum child_event child_wait(pid_t pid, int fd, int *status, int limit_ms);

#endif
