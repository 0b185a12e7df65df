/*
 * program: finds and runs other programs: sshd and ssh-keygen.
 */
#ifndef LIVE_PROGRAM_H
#define LIVE_PROGRAM_H

#include <stdbool.h>
#include <sys/types.h>

#include "base/error.h"
#include "base/strbuf.h"

/* The descriptors that programs write to. */
enum { PROGRAM_OUTPUT = 1, PROGRAM_ERRORS = 2 };

/* Appends the path of the program NAME; the error names the PACKAGE to install. */
int program_find(const char *name, const char *package, struct strbuf *path, struct error *err);

/* Starts ARGV, whose first word is the path of the program. It reads from IN (-1: nothing); its output on descriptor FD
 * can be read from *OUT. With APART it gets its own process group, and ends when this process does. */
int program_start(const char *const *argv, int in, int fd, bool apart, pid_t *pid, int *out, struct error *err);

/* Runs ARGV to completion on INPUT (NULL: nothing) and appends its output to OUT. An exit status other than 0 is an
 * error. */
int program_run(const char *const *argv, const struct strbuf *input, struct strbuf *out, struct error *err);

#endif
