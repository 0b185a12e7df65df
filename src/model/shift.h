/*
 * shift: moves whole columns or rows.
 *
 * A shift is one change in the log, however many stickies it moves: everything at or after `at` moves
 * by `by`. If `by` is above 0, this makes room; below 0, it closes a gap of -by empty columns or rows just
 * before `at`. Its text is "AT+BY" or "AT-BY".
 */
#ifndef MODEL_SHIFT_H
#define MODEL_SHIFT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "model/action.h"

enum axis { AXIS_COLUMNS, AXIS_ROWS };

struct shift {
	enum axis axis;
	int32_t at; /* the first column or row that moves */
	int32_t by; /* never 0 */
};

/* The inverse of SHIFT. */
struct shift shift_inverse(struct shift shift);

void shift_format(struct shift shift, struct strbuf *out);

/* Reads TEXT; false if it is not a valid shift within the grid. */
bool shift_parse(const char *text, enum axis axis, struct shift *shift);

/* The shift that CHANGE makes; false if it makes none, or its text is not a valid one. */
bool shift_of(const struct change *change, struct shift *shift);

/* Where column or row INDEX is afterwards. One inside a closed gap lands at its edge. */
int32_t shift_index(struct shift shift, int32_t index);

/* The same for a place. */
struct place shift_place(struct shift shift, struct place place);

#endif
