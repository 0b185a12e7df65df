#include "live/family.h"

#include <dirent.h>
#include <errno.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/mem.h"
#include "base/strbuf.h"

/* How often to check whether a process has ended. */
#define FAMILY_LOOK_MS 20

struct family_process {
	pid_t pid, parent;
};

/* Appends the content of /proc/PID/NAME. */
static bool family_read(pid_t pid, const char *name, struct strbuf *out)
{
	char path[64], bytes[4096];
	FILE *file;
	size_t len;

	snprintf(path, sizeof(path), "/proc/%ld/%s", (long)pid, name);
	file = fopen(path, "re");
	if (!file)
		return false;
	while ((len = fread(bytes, 1, sizeof(bytes), file)) > 0)
		strbuf_add(out, bytes, len);
	fclose(file);
	return out->len > 0;
}

/* The parent of PID, 0 if PID has ended. The name of the program, in brackets, may contain anything. */
static pid_t family_parent(pid_t pid)
{
	struct strbuf text = STRBUF_INIT;
	const char *behind = family_read(pid, "stat", &text) ? strrchr(text.text, ')') : NULL;
	long parent = 0;
	char state;

	if (behind && sscanf(behind + 1, " %c %ld", &state, &parent) != 2)
		parent = 0;
	strbuf_release(&text);
	return (pid_t)parent;
}

/* Appends all processes (of pid_t). */
static void family_all(struct vec *pids)
{
	DIR *proc = opendir("/proc");
	struct dirent *entry;

	while (proc && (entry = readdir(proc))) {
		long pid = strtol(entry->d_name, NULL, 10);

		if (pid > 0)
			vec_add(pids, pid_t) = (pid_t)pid;
	}
	if (proc)
		closedir(proc);
}

void family_of(pid_t root, struct vec *pids)
{
	struct vec all = VEC_INIT(pid_t), list = VEC_INIT(struct family_process);
	bool more = true;

	family_all(&all);
	for (size_t i = 0; i < all.count; i++) {
		pid_t pid = vec_get(&all, pid_t, i);

		vec_add(&list, struct family_process) = (struct family_process){pid, family_parent(pid)};
	}
	while (more) {
		more = false;
		for (size_t i = 0; i < list.count; i++) {
			const struct family_process *process = vec_at(&list, i);

			if (vec_holds(pids, pid_t, process->pid) ||
				(process->parent != root && !vec_holds(pids, pid_t, process->parent)))
				continue;
			vec_add(pids, pid_t) = process->pid;
			more = true;
		}
	}
	vec_release(&all);
	vec_release(&list);
}

/* Does PID belong to this user, and run "EVSTORM SUBCOMMAND -- LIST ..." (any list if LIST is NULL)? Appends its
 * arguments, each with a final NUL. */
static bool family_runs(pid_t pid, const char *subcommand, const char *list, struct strbuf *text)
{
	const char *const wanted[] = {subcommand, "--", list};
	char path[64];
	struct stat status;
	const char *word, *end;

	snprintf(path, sizeof(path), "/proc/%ld", (long)pid);
	if (stat(path, &status) || status.st_uid != geteuid() || !family_read(pid, "cmdline", text))
		return false;
	word = text->text;
	end = text->text + text->len;
	for (size_t i = 0; i < ARRAY_SIZE(wanted); i++) {
		word += strlen(word) + 1;
		if (word >= end || (wanted[i] && strcmp(word, wanted[i])))
			return false;
	}
	return true;
}

/* Does PID attend with LIST, as NAME, on BOARD? sshd has started it as EVSTORM attend -- LIST NAME ROLE BOARD ... */
static bool family_attends(pid_t pid, const char *list, const char *name, const char *board)
{
	struct strbuf text = STRBUF_INIT;
	const char *word, *end;
	bool attends = family_runs(pid, "attend", list, &text), on = !board;
	size_t at = 0;

	end = text.text + text.len;
	for (word = text.text; word < end && attends; word += strlen(word) + 1, at++) {
		if (at == 4)
			attends = !name || !strcmp(word, name);
		else if (at > 5 && at % 2 == 0 && board)
			on = on || !strcmp(word, board);
	}
	strbuf_release(&text);
	return attends && on && at > 6;
}

void family_attending(const char *list, const char *name, const char *board, struct vec *pids)
{
	struct vec all = VEC_INIT(pid_t);

	family_all(&all);
	for (size_t i = 0; i < all.count; i++) {
		pid_t pid = vec_get(&all, pid_t, i);

		if (pid != getpid() && family_attends(pid, list, name, board))
			vec_add(pids, pid_t) = pid;
	}
	vec_release(&all);
}

void family_at_door(const char *list, struct vec *pids)
{
	struct vec all = VEC_INIT(pid_t);

	family_all(&all);
	for (size_t i = 0; i < all.count; i++) {
		struct strbuf text = STRBUF_INIT;
		pid_t pid = vec_get(&all, pid_t, i);

		if (family_runs(pid, "welcome", list, &text))
			vec_add(pids, pid_t) = pid;
		strbuf_release(&text);
	}
	vec_release(&all);
}

void family_keep(struct vec *pids, const struct vec *others)
{
	for (size_t i = pids->count; i-- > 0;)
		if (!vec_holds(others, pid_t, vec_get(pids, pid_t, i)))
			vec_remove(pids, i);
}

/* Is any of PIDS still running? Reaps those that were our children. */
static bool family_lives(const struct vec *pids)
{
	bool lives = false;

	for (size_t i = 0; i < pids->count; i++) {
		pid_t pid = vec_get(pids, pid_t, i);

		waitpid(pid, NULL, WNOHANG);
		lives = lives || !kill(pid, 0) || errno == EPERM;
	}
	return lives;
}

static void family_signal(const struct vec *pids, int number)
{
	for (size_t i = 0; i < pids->count; i++)
		kill(vec_get(pids, pid_t, i), number);
}

static bool family_wait(const struct vec *pids, int most_ms)
{
	const struct timespec look = {0, FAMILY_LOOK_MS * 1000000L};
	int64_t end = clock_span_ms() + most_ms;

	while (family_lives(pids)) {
		if (clock_span_ms() >= end)
			return false;
		nanosleep(&look, NULL);
	}
	return true;
}

void family_end(const struct vec *pids, int most_ms)
{
	family_signal(pids, SIGTERM);
	if (!family_wait(pids, most_ms)) {
		family_signal(pids, SIGKILL);
		family_wait(pids, most_ms);
	}
}
