/*
 * boundary_bench: what the outlines and tints of 40 contexts cost a frame of a board of 10,000 stickies, at each
 * zoom.
 */
#include <locale.h>
#include <stdio.h>
#include <time.h>

#include "base/mem.h"
#include "draw/scene_board.h"
#include "draw/scene_context.h"
#include "model/edit.h"

#define SIDE 100
#define CONTEXTS 40
#define BLOCK 10 /* a context is a ragged block of so many slots each way */
#define FRAMES 200

static void fill(struct edit *edit)
{
	for (int i = 0; i < CONTEXTS; i++) {
		char name[24];

		snprintf(name, sizeof(name), "Context %d", i + 1);
		edit_create(edit, ENTITY_CONTEXT, &(struct context){.name = name, .colour = i % 8 + 1}, NULL);
	}
	for (int i = 0; i < SIDE * SIDE; i++) {
		int column = i % SIDE, row = i / SIDE, block = column / BLOCK + row / BLOCK * (SIDE / BLOCK);
		struct sticky sticky = {.text = (char *)"Something happened",
			.place = {column + 1, row + 1},
			.context = block < CONTEXTS && (column * 7 + row * 3) % 5 ? block + 1 : 0};

		edit_create(edit, ENTITY_STICKY, &sticky, NULL);
	}
}

static double now_ms(void)
{
	struct timespec time;

	clock_gettime(CLOCK_MONOTONIC, &time);
	return (double)time.tv_sec * 1e3 + (double)time.tv_nsec / 1e6;
}

int main(void)
{
	static const struct scene_context_focus none;
	double worst = 0;
	struct action action;
	struct edit edit = {board_new(), &action};

	setlocale(LC_CTYPE, "C.UTF-8");
	action_init(&action);
	fill(&edit);
	for (int zoom = 0; zoom < ZOOM_COUNT; zoom++) {
		double begin = now_ms(), each;

		for (int frame = 0; frame < FRAMES; frame++) {
			struct viewport viewport = {.zoom = (enum zoom)zoom,
				.first = {1 + frame % 50, 1 + frame % 30},
				.width = 200,
				.height = 46};
			struct scene scene;

			scene_init(&scene);
			scene_reset(&scene, viewport.width, viewport.height);
			scene_contexts(&scene, edit.board, &viewport, &none, 0, 0);
			scene_release(&scene);
		}
		each = (now_ms() - begin) / FRAMES;
		worst = each > worst ? each : worst;
	}
	printf("boundaries of %d contexts on %d stickies in 200x46, a frame: %.2f ms at the worst zoom (aim: 2)\n",
		CONTEXTS, SIDE * SIDE, worst);
	board_free(edit.board);
	action_release(&action);
	return 0;
}
