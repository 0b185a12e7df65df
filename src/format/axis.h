/*
 * axis: where columns, or rows, stand in a picture of a whole board. What is in use keeps its order, and
 * empty stretches are kept up to AXIS_EMPTY_MOST, so that a sticky a million columns away makes no picture
 * that nobody can open.
 */
#ifndef FORMAT_AXIS_H
#define FORMAT_AXIS_H

#include <stdint.h>

#include "base/vec.h"

/* How many empty columns, or rows, in a row are shown. */
#define AXIS_EMPTY_MOST 3

struct axis {
	struct vec stops; /* of struct axis_stop, ascending once axis_settle() was called */
};

struct axis_stop {
	int32_t at;    /* a column that is in use */
	int32_t shown; /* where it is in the picture, from 1 */
};

void axis_init(struct axis *axis);
void axis_release(struct axis *axis);

/* Notes that column AT is in use. */
void axis_add(struct axis *axis, int32_t at);

/* Gives every column that was noted its place. */
void axis_settle(struct axis *axis);

/* The place of column AT, which was noted. */
int32_t axis_shown(const struct axis *axis, int32_t at);

/* How many columns the picture has; 0 when nothing was noted. */
int32_t axis_count(const struct axis *axis);

#endif
