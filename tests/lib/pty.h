/*
 * pty: a program running on a pseudo-terminal of ours.
 *
 * Bytes only; what they look like on a screen is screen.h's business. No
 * function here blocks longer than its limit.
 */
#ifndef TESTS_LIB_PTY_H
#define TESTS_LIB_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

struct pty {
	int fd;      /* our end, non-blocking; -1 once it is closed */
	pid_t pid;   /* the program: leader of its own session and group */
	bool ended;  /* nothing more will come from fd */
	bool reaped; /* the program has ended and `status` holds how */
	int status;  /* as from waitpid(2) */
};

/*
 * Starts `argv` on a new terminal of that size; `env` (NULL-terminated) is its
 * whole environment. A program that cannot be executed says so on the terminal
 * and exits with 127. Returns 0, or -1 with errno set.
 */
int pty_start(struct pty *p, int rows, int cols, char *const argv[], char *const env[]);

/* Tells the terminal driver, and so the program, about a new size. 0 or -1. */
int pty_resize(struct pty *p, int rows, int cols);

/*
 * Reads what has come, waiting at most `limit_ms` for the first byte. Returns
 * the number of bytes, 0 when none came or none will come (see `ended`).
 */
size_t pty_read(struct pty *p, char *bytes, size_t size, int limit_ms);

/*
 * Writes what the terminal driver takes now. Returns the number of bytes, 0
 * when it is full, -1 when the terminal is closed.
 */
ssize_t pty_write(struct pty *p, const char *bytes, size_t len);

/* Waits until the driver takes bytes or has some for us, at most `limit_ms`. */
void pty_wait_ready(struct pty *p, int limit_ms);

/*
 * Waits until the program has ended or there is something to read. True when
 * it has ended; `reaped` and `status` are set then.
 */
bool pty_wait_exit(struct pty *p, int limit_ms);

/* Closes our end, as a dropped line does: the program gets SIGHUP. */
void pty_hangup(struct pty *p);

/* Hangs up, and kills a program that does not end within `limit_ms`. */
void pty_close(struct pty *p, int limit_ms);

#endif
