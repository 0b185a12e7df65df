/*
 * seek_bench: measures going through the log of a board, and what memory that takes.
 *	seek_bench load BOARD	opening the board as it is
 *	seek_bench seek BOARD	opening its log, far seeks, and one action on or back
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>

#include "session/replay.h"

#define SEEK_BENCH_SEEKS 200
#define SEEK_BENCH_STEPS 1000

static double seek_bench_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void seek_bench_print(const char *what, double *times, size_t count)
{
	double worst = 0, sum = 0;

	for (size_t i = 0; i < count; i++) {
		sum += times[i];
		worst = times[i] > worst ? times[i] : worst;
	}
	printf("%s: mean %.2f ms, worst %.2f ms\n", what, sum / (double)count, worst);
}

static void seek_bench_print_memory(void)
{
	struct rusage usage;

	getrusage(RUSAGE_SELF, &usage);
	printf("memory: %.1f MB\n", (double)usage.ru_maxrss / 1024);
}

static double seek_bench_go(struct replay *replay, size_t at)
{
	struct error err = ERROR_INIT;
	double start = seek_bench_ms();

	if (replay_seek(replay, at, &err)) {
		fprintf(stderr, "%s\n", err.text);
		exit(1);
	}
	return seek_bench_ms() - start;
}

/* Seeks to the ends and to places between them, then steps back and on. */
static void seek_bench_seek(struct replay *replay)
{
	size_t count = replay_count(replay);
	double times[SEEK_BENCH_STEPS];

	srand(1);
	for (size_t i = 0; i < SEEK_BENCH_SEEKS; i++)
		times[i] = seek_bench_go(replay, i % 6 == 0 ? 0 : i % 6 == 3 ? count : (size_t)rand() % (count + 1));
	seek_bench_print("seeks", times, SEEK_BENCH_SEEKS);
	seek_bench_go(replay, count);
	for (size_t i = 0; i < SEEK_BENCH_STEPS; i++)
		times[i] = seek_bench_go(replay, replay_at(replay) - (replay_at(replay) > 0));
	seek_bench_print("steps back", times, SEEK_BENCH_STEPS);
	for (size_t i = 0; i < SEEK_BENCH_STEPS; i++)
		times[i] = seek_bench_go(replay, replay_at(replay) + (replay_at(replay) < count));
	seek_bench_print("steps on", times, SEEK_BENCH_STEPS);
}

int main(int argc, char **argv)
{
	struct board *board = board_new();
	struct error err = ERROR_INIT;
	struct replay *replay = NULL;
	struct store *store = NULL;
	double start = seek_bench_ms();
	int failed;

	if (argc != 3) {
		fprintf(stderr, "seek_bench load|seek BOARD\n");
		return 2;
	}
	if (strcmp(argv[1], "load")) {
		failed = replay_open(argv[2], &replay, &err);
	} else {
		failed = store_open(argv[2], STORE_READ, &store, &err);
		failed = failed ? failed : store_load(store, board, &err);
	}
	if (failed)
		fprintf(stderr, "%s\n", err.text);
	else
		printf("opening: %.1f ms\n", seek_bench_ms() - start);
	if (replay)
		seek_bench_seek(replay);
	seek_bench_print_memory();
	replay_close(replay);
	store_close(store);
	board_free(board);
	return failed ? 1 : 0;
}
