/*
 * review_bench: measures what a review takes of the processor on a board with a long log.
 *	review_bench BOARD	opening it, far seeks with their frames, and each frame of playing
 */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "review/review.h"

#define REVIEW_BENCH_COLUMNS 200
#define REVIEW_BENCH_ROWS 50
#define REVIEW_BENCH_FRAMES 500

static double review_bench_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static void review_bench_print(const char *what, const double *times, int count)
{
	double worst = 0, sum = 0;

	for (int i = 0; i < count; i++) {
		sum += times[i];
		worst = times[i] > worst ? times[i] : worst;
	}
	printf("%s: mean %.2f ms, worst %.2f ms\n", what, sum / count, worst);
}

static void review_bench_seek(struct review *review, struct cellbuf *frame)
{
	double times[REVIEW_BENCH_FRAMES];

	srand(1);
	for (int i = 0; i < REVIEW_BENCH_FRAMES; i++) {
		double start = review_bench_ms();

		review_seek(review, (size_t)rand() % (replay_count(review->replay) + 1));
		shell_draw(&review->shell, frame);
		times[i] = review_bench_ms() - start;
	}
	review_bench_print("seek and frame", times, REVIEW_BENCH_FRAMES);
}

/* As fast as frames are shown, 33 ms apart. */
static void review_bench_play(struct review *review, struct cellbuf *frame, int speed)
{
	double times[REVIEW_BENCH_FRAMES];
	char what[40];

	review_seek(review, replay_count(review->replay) / 2);
	review->head.speed = speed;
	review->head.runs = true;
	for (int i = 0; i < REVIEW_BENCH_FRAMES; i++) {
		double start = review_bench_ms();

		review_pass(review, 33);
		shell_draw(&review->shell, frame);
		times[i] = review_bench_ms() - start;
	}
	snprintf(what, sizeof(what), "frame of playing at %dx", speed);
	review_bench_print(what, times, REVIEW_BENCH_FRAMES);
}

int main(int argc, char **argv)
{
	struct review review;
	struct error err = ERROR_INIT;
	struct cellbuf frame = CELLBUF_INIT;
	double start = review_bench_ms();

	if (argc != 2)
		return 2;
	setlocale(LC_ALL, "C.UTF-8");
	review_init(&review, argv[1]);
	review.shell.screen.columns = REVIEW_BENCH_COLUMNS;
	review.shell.screen.rows = REVIEW_BENCH_ROWS;
	if (review_glance(&review, &err)) {
		fprintf(stderr, "%s\n", err.text);
		return 1;
	}
	if (review.glance)
		shell_draw(&review.shell, &frame);
	printf("first picture: %.1f ms\n", review_bench_ms() - start);
	if (review_open(&review, &err)) {
		fprintf(stderr, "%s\n", err.text);
		return 1;
	}
	shell_draw(&review.shell, &frame);
	printf("open: %.1f ms\n", review_bench_ms() - start);
	review_bench_seek(&review, &frame);
	review_bench_play(&review, &frame, 50);
	review_bench_play(&review, &frame, 1000);
	review_release(&review);
	cellbuf_release(&frame);
	return 0;
}
