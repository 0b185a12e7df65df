/*
 * drawn_frames: the contexts that the frames of a drawing become.
 */
#ifndef IMPORT_DRAWN_FRAMES_H
#define IMPORT_DRAWN_FRAMES_H

#include "import/intake.h"
#include "sketch/sketch.h"

struct drawn_frames {
	struct intake *intake;
	struct sketch *sketch;
	struct names shapes; /* id of a shape of the drawing -> its index + 1 */
	struct names made;   /* id of a frame, or of a box of a context -> id of its context */
};

void drawn_frames_init(struct drawn_frames *frames, struct intake *intake, struct sketch *sketch);
void drawn_frames_release(struct drawn_frames *frames);

/* The shape called ID, or NULL. */
const struct sketch_shape *drawn_frames_shape(const struct drawn_frames *frames, const char *id);

/* Is it a frame, or a context on a map? */
bool drawn_frames_is_context(const struct sketch_shape *shape);

/* Makes the contexts that evstorm drew, also those without stickies. */
int drawn_frames_make_own(struct drawn_frames *frames, struct error *err);

/* The context of the innermost frame with a name, from the frame ID outwards, which is made if necessary; 0 if there
 * is none, negative on failure. */
int64_t drawn_frames_context(struct drawn_frames *frames, const char *id, struct error *err);

/* Leaves out of the sketch the frames that became no context. */
void drawn_frames_leave_out(struct drawn_frames *frames);

#endif
