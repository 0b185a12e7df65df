/*
 * axis: the places of columns, or rows, in a picture of a whole board. Used columns keep their order; empty stretches
 * are cut to AXIS_EMPTY_MOST, so that a sticky a million columns away does not make a picture too large to open.
 */
#ifndef FORMAT_AXIS_H
#define FORMAT_AXIS_H

#include <stdint.h>

#include "base/vec.h"

/* The most empty columns shown side by side, or rows. */
#define AXIS_EMPTY_MOST 3

struct axis {
	struct vec stops; /* of struct axis_stop, ascending after axis_settle() */
};

struct axis_stop {
	int32_t at;    /* a used column */
	int32_t shown; /* its place in the picture, from 1 */
};

void axis_init(struct axis *axis);
void axis_release(struct axis *axis);

/* Marks column AT as used. */
void axis_add(struct axis *axis, int32_t at);

/* Gives every used column its place. */
void axis_settle(struct axis *axis);

/* The place of column AT, which must be used. */
int32_t axis_shown(const struct axis *axis, int32_t at);

/* The columns of the picture; 0 if none is used. */
int32_t axis_count(const struct axis *axis);

#endif
