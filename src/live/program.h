/*
 * program: finding and running other programs: sshd and ssh-keygen.
 */
#ifndef LIVE_PROGRAM_H
#define LIVE_PROGRAM_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/error.h"
#include "base/strbuf.h"

/* The descriptors into which programs write. */
enum { PROGRAM_OUTPUT = 1, PROGRAM_ERRORS = 2 };

/* Appends the path of the program NAME, which PACKAGE holds. */
int program_find(const char *name, const char *package, struct strbuf *path, struct error *err);

/* Starts ARGV, which begins with the path of a program. It reads from IN (-1: nothing), and what it writes to its
 * descriptor FD can be read from *OUT. APART it has a process group of its own, and ends when this process does. */
int program_start(const char *const *argv, int in, int fd, bool apart, pid_t *pid, int *out, struct error *err);

/* Runs ARGV to its end on INPUT (NULL is nothing); what it prints is appended to OUT. Ending with another status
 * than 0 is an error. */
int program_run(const char *const *argv, const struct strbuf *input, struct strbuf *out, struct error *err);

#endif
