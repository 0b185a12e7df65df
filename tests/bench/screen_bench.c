/*
 * screen_bench: measures a program on a terminal of its own.
 *
 *	screen_bench start ROUNDS COMMAND...       time from start to the end of the first frame
 *	screen_bench keys ROUNDS KEYS COMMAND...   time and bytes from each key to the end of what it draws
 *	screen_bench idle SECONDS COMMAND...       bytes and wake-ups while nothing is done; memory
 *
 * KEYS are sent in turn, one by one: "j,k" or "e,x,\r". A frame is at its end when nothing has come for a
 * moment; that moment is not counted. Prints one line for people and scripts.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "lib/pty.h"

#define BENCH_ROWS 50
#define BENCH_COLUMNS 200
#define BENCH_QUIET_MS 30
#define BENCH_LIMIT_MS 60000

extern char **environ;

static double bench_now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

/* Reads until QUIET_MS without a byte; when the last came, in ms, and how many in *BYTES. */
static double bench_drain(struct pty *pty, int first_ms, int quiet_ms, size_t *bytes)
{
	char buffer[65536];
	double last = bench_now_ms();
	size_t got = pty_read(pty, buffer, sizeof(buffer), first_ms);

	*bytes = 0;
	while (got) {
		last = bench_now_ms();
		*bytes += got;
		got = pty_read(pty, buffer, sizeof(buffer), quiet_ms);
	}
	return last;
}

static int bench_compare(const void *a, const void *b)
{
	double first = *(const double *)a, second = *(const double *)b;

	return (first > second) - (first < second);
}

/* What was measured of each round. */
struct bench_figures {
	double *times, *bytes; /* owned */
	size_t count;
};

static void bench_figures_init(struct bench_figures *figures, size_t rounds)
{
	figures->times = calloc(rounds, sizeof(*figures->times));
	figures->bytes = calloc(rounds, sizeof(*figures->bytes));
	figures->count = 0;
	if (!rounds || !figures->times || !figures->bytes)
		exit(2);
}

static void bench_note(struct bench_figures *figures, double ms, size_t bytes)
{
	figures->times[figures->count] = ms;
	figures->bytes[figures->count++] = (double)bytes;
}

/* Prints how they are distributed, and frees them. */
static void bench_print(const char *what, struct bench_figures *figures)
{
	size_t middle = figures->count / 2, most = figures->count * 99 / 100;

	qsort(figures->times, figures->count, sizeof(*figures->times), bench_compare);
	qsort(figures->bytes, figures->count, sizeof(*figures->bytes), bench_compare);
	if (figures->count)
		printf("%s: p50 %.2f ms  p99 %.2f ms  bytes p50 %.0f  p99 %.0f\n", what, figures->times[middle],
			figures->times[most], figures->bytes[middle], figures->bytes[most]);
	free(figures->times);
	free(figures->bytes);
}

static void bench_start(struct pty *pty, char **command)
{
	if (pty_start(pty, BENCH_ROWS, BENCH_COLUMNS, command, environ)) {
		perror(command[0]);
		exit(2);
	}
}

static void bench_frames(size_t rounds, char **command)
{
	struct bench_figures figures;
	size_t bytes;

	bench_figures_init(&figures, rounds);
	for (size_t i = 0; i < rounds; i++) {
		double begin = bench_now_ms(), end;
		struct pty pty;

		bench_start(&pty, command);
		end = bench_drain(&pty, BENCH_LIMIT_MS, 50, &bytes);
		bench_note(&figures, end - begin, bytes);
		pty_close(&pty, 2000);
	}
	bench_print("first frame", &figures);
}

/* The next key of the comma-separated list, round and round; "\r", "\e", "\d" and "\u" are
 * Enter, Esc, Ctrl-D and Ctrl-U. */
static size_t bench_key(const char *keys, size_t *at, char *out)
{
	static const char names[] = "redu", bytes[] = "\r\033\004\025";
	size_t len = 0;

	if (!keys[*at])
		*at = 0;
	while (keys[*at] && keys[*at] != ',') {
		char byte = keys[(*at)++];

		if (byte == '\\' && keys[*at]) {
			const char *found = strchr(names, keys[*at]);

			byte = found ? bytes[found - names] : keys[*at];
			++*at;
		}
		out[len++] = byte;
	}
	if (keys[*at] == ',')
		++*at;
	return len;
}

static void bench_keys(size_t rounds, const char *keys, char **command)
{
	struct bench_figures figures;
	size_t bytes, at = 0;
	struct pty pty;

	bench_figures_init(&figures, rounds);
	bench_start(&pty, command);
	bench_drain(&pty, BENCH_LIMIT_MS, 300, &bytes);
	for (size_t i = 0; i < rounds; i++) {
		char key[64];
		size_t len = bench_key(keys, &at, key);
		double begin = bench_now_ms(), end;

		if (pty_write(&pty, key, len) < 0)
			break;
		end = bench_drain(&pty, 1000, BENCH_QUIET_MS, &bytes);
		bench_note(&figures, end - begin, bytes);
	}
	bench_print(keys, &figures);
	pty_close(&pty, 2000);
}

/* A number from /proc/PID/status, or -1. */
static long bench_status(pid_t pid, const char *name)
{
	char path[64], line[256];
	long value = -1;
	FILE *file;

	snprintf(path, sizeof(path), "/proc/%ld/status", (long)pid);
	file = fopen(path, "r");
	while (file && fgets(line, sizeof(line), file))
		if (!strncmp(line, name, strlen(name)) && line[strlen(name)] == ':')
			value = strtol(line + strlen(name) + 1, NULL, 10);
	if (file)
		fclose(file);
	return value;
}

static void bench_idle(int seconds, char **command)
{
	long before;
	size_t bytes;
	struct pty pty;

	bench_start(&pty, command);
	bench_drain(&pty, BENCH_LIMIT_MS, 300, &bytes);
	before = bench_status(pty.pid, "voluntary_ctxt_switches");
	bench_drain(&pty, seconds * 1000, 1, &bytes);
	printf("idle for %d s: %zu bytes  %ld wake-ups  %.1f MB resident\n", seconds, bytes,
		bench_status(pty.pid, "voluntary_ctxt_switches") - before,
		(double)bench_status(pty.pid, "VmRSS") / 1024);
	pty_close(&pty, 2000);
}

int main(int argc, char **argv)
{
	if (argc > 3 && !strcmp(argv[1], "start"))
		bench_frames(strtoul(argv[2], NULL, 10), argv + 3);
	else if (argc > 4 && !strcmp(argv[1], "keys"))
		bench_keys(strtoul(argv[2], NULL, 10), argv[3], argv + 4);
	else if (argc > 3 && !strcmp(argv[1], "idle"))
		bench_idle(atoi(argv[2]), argv + 3);
	else
		return 2;
	return 0;
}
