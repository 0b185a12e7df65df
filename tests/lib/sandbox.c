#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include "lib/sandbox.h"

#include "lib/child.h"
#include "lib/must.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define SANDBOX_OPEN_FOLDERS 16

extern char **environ;

/* ---- the environment ---- */

static void sandbox_set_fixed(struct arglist *env)
{
	static const char *const fixed[] = {
		"LC_ALL=C.UTF-8", "LANGUAGE=en", "TERM=xterm-256color", "TZ=UTC", "LOGNAME=ana", "USER=ana",
		"SHELL=/bin/sh", "SOURCE_DATE_EPOCH=1767261600", /* 2026-01-01 10:00 */
	};

	for (size_t i = 0; i < sizeof(fixed) / sizeof(fixed[0]); i++)
		arglist_set(env, fixed[i]);
}

static void sandbox_set_handed_on(struct arglist *env)
{
	static const char *const names[] = {
		"EVSTORM",
		"EVSTORM_DATADIR",
		"EVSTORM_LOCALEDIR",
		"SRCDIR",
		"BUILDDIR",
		"ASAN_OPTIONS",
		"UBSAN_OPTIONS",
		"LSAN_OPTIONS",
	};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		const char *value = getenv(names[i]);

		if (value)
			arglist_set_value(env, names[i], value);
	}
}

/* The folder of the program under test first, then what the tests were given. */
static void sandbox_set_path(struct arglist *env)
{
	const char *program = getenv("EVSTORM"), *path = getenv("PATH");
	const char *slash = program ? strrchr(program, '/') : NULL;
	char *value;

	if (!path)
		path = "/usr/bin:/bin";
	if (asprintf(&value, "%.*s%s%s", slash ? (int)(slash - program) : 0, slash ? program : "", slash ? ":" : "",
		    path) < 0)
		must(NULL);
	arglist_set_value(env, "PATH", value);
	free(value);
}

/* ---- the folder ---- */

/* In their order; the last one is gone to. */
static const struct {
	const char *name; /* the variable, or NULL */
	const char *path;
} sandbox_folders[] = {
	{"HOME", "home"},
	{"XDG_CONFIG_HOME", "home/config"},
	{"XDG_DATA_HOME", "home/data"},
	{"XDG_STATE_HOME", "home/state"},
	{"XDG_CACHE_HOME", "home/cache"},
	{"XDG_RUNTIME_DIR", "run"},
	{"TMPDIR", "tmp"},
	{"EVSTORM_BOARDS", "boards"},
	{NULL, "desk"},
};

static bool sandbox_make_folders(struct sandbox *box)
{
	bool ok = true;

	for (size_t i = 0; i < sizeof(sandbox_folders) / sizeof(sandbox_folders[0]) && ok; i++) {
		char *path;

		if (asprintf(&path, "%s/%s", box->dir, sandbox_folders[i].path) < 0)
			must(NULL);
		ok = mkdir(path, 0700) == 0;
		if (!sandbox_folders[i].name)
			ok = ok && chdir(path) == 0;
		else
			arglist_set_value(&box->env, sandbox_folders[i].name, path);
		free(path);
	}
	return ok;
}

bool sandbox_init(struct sandbox *box)
{
	const char *tmp = getenv("TMPDIR");

	*box = (struct sandbox){.before = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
	if (asprintf(&box->dir, "%s/evstorm-XXXXXX", tmp && tmp[0] == '/' ? tmp : "/tmp") < 0)
		must(NULL);
	if (box->before < 0 || !mkdtemp(box->dir)) {
		free(box->dir);
		box->dir = NULL;
		sandbox_release(box);
		return false;
	}
	sandbox_set_fixed(&box->env);
	sandbox_set_handed_on(&box->env);
	sandbox_set_path(&box->env);
	if (!sandbox_make_folders(box)) {
		sandbox_release(box);
		return false;
	}
	return true;
}

/* A folder that a test took the rights from cannot be emptied before it has them again. */
static int sandbox_unlock(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)ftw;
	if (type == FTW_D || type == FTW_DNR)
		chmod(path, 0700);
	return 0;
}

static int sandbox_remove(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	(void)st;
	(void)type;
	(void)ftw;
	if (remove(path) < 0)
		fprintf(stderr, "# %s: %s\n", path, strerror(errno));
	return 0;
}

void sandbox_release(struct sandbox *box)
{
	int error = errno;

	if (box->before >= 0) {
		if (fchdir(box->before) < 0)
			perror("# the folder before");
		close(box->before);
	}
	if (box->dir) {
		nftw(box->dir, sandbox_unlock, SANDBOX_OPEN_FOLDERS, FTW_PHYS);
		nftw(box->dir, sandbox_remove, SANDBOX_OPEN_FOLDERS, FTW_PHYS | FTW_DEPTH);
	}
	free(box->dir);
	arglist_release(&box->env);
	*box = (struct sandbox){.before = -1};
	errno = error;
}

/* ---- running a program ---- */

static _Noreturn void sandbox_exec(char *const argv[], char *const env[], int out)
{
	int in = open("/dev/null", O_RDONLY);

	setsid();
	dup2(in, STDIN_FILENO);
	dup2(out, STDOUT_FILENO);
	dup2(out, STDERR_FILENO);
	environ = (char **)env;
	execvp(argv[0], argv);
	dprintf(STDERR_FILENO, "%s: %s\n", argv[0], strerror(errno));
	_exit(127);
}

/* Writes what has come to `text`. False when nothing more will come. */
static bool sandbox_drain(int fd, FILE *text)
{
	char chunk[4096];
	ssize_t len;

	while ((len = read(fd, chunk, sizeof(chunk))) > 0)
		fwrite(chunk, 1, (size_t)len, text);
	return len < 0 && (errno == EAGAIN || errno == EINTR);
}

/* Reads until the program has ended or the limit passed; returns its status. */
static int sandbox_attend(pid_t pid, int fd, FILE *text, int limit_ms)
{
	long long deadline = child_now_ms() + limit_ms;
	enum child_event event;
	int status = 0, watched = fd;

	do {
		event = child_wait(pid, watched, &status, child_left_ms(deadline));
		if (event == CHILD_READABLE && !sandbox_drain(fd, text))
			watched = -1;
	} while (event == CHILD_READABLE && child_left_ms(deadline) > 0);
	if (event != CHILD_ENDED) {
		kill(-pid, SIGKILL);
		kill(pid, SIGKILL);
		waitpid(pid, &status, 0);
	}
	sandbox_drain(fd, text);
	return status;
}

int sandbox_run(const struct sandbox *box, char *const argv[], char **output, int limit_ms)
{
	char *bytes = NULL;
	size_t size;
	FILE *text = must(open_memstream(&bytes, &size));
	int ends[2], status;
	pid_t pid;

	if (pipe2(ends, O_CLOEXEC) < 0 || (pid = fork()) < 0) {
		perror("sandbox");
		abort();
	}
	if (pid == 0)
		sandbox_exec(argv, box->env.items, ends[1]);
	close(ends[1]);
	fcntl(ends[0], F_SETFL, O_NONBLOCK);
	status = sandbox_attend(pid, ends[0], text, limit_ms);
	close(ends[0]);
	fclose(text);
	if (output)
		*output = must(bytes);
	else
		free(bytes);
	return status;
}
