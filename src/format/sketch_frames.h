/*
 * sketch_frames: the frames of contexts in a sketch of a board. The slots of a context need not make up a rectangle,
 * but a frame is one, and must hold nobody else's stickies; so a context has as many frames as that takes.
 */
#ifndef FORMAT_SKETCH_FRAMES_H
#define FORMAT_SKETCH_FRAMES_H

#include "base/vec.h"
#include "model/board.h"

struct sketch_frame {
	const struct context *context;
	struct place_rect slots;
	size_t part; /* which of the frames of its context it is, from 1 */
};

/* Appends to FRAMES (of struct sketch_frame) those of all contexts of BOARD with stickies, and to OF (of size_t) the
 * index of the frame of each of STICKIES (of const struct sticky *, in time), or SIZE_MAX. */
void sketch_frames(const struct board *board, const struct vec *stickies, struct vec *frames, struct vec *of);

#endif
