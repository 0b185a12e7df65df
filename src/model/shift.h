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
#include "base/vec.h"
#include "model/action.h"

enum axis { AXIS_COLUMNS, AXIS_ROWS, AXIS_COUNT };

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

/* Appends the shifts that ACTION makes to SHIFTS (of struct shift). */
void shift_list(const struct action *action, struct vec *shifts);

/* Where column or row INDEX is afterwards. One inside a closed gap lands at its edge. */
int32_t shift_index(struct shift shift, int32_t index);

/* The same for a place. */
struct place shift_place(struct shift shift, struct place place);

/* The same after SHIFTS (of struct shift), in order; NULL: after none. */
struct place shift_place_by_all(const struct vec *shifts, struct place place);

/* Appends SHIFT to SHIFTS (of struct shift, all of its axis), which are in order or all backwards. If it reverses the
 * last one, both cancel out, also for places in columns that were closed. */
void shift_add(struct vec *shifts, struct shift shift);

/* Where INDEX is after SHIFTS, all of one axis and in order. Columns that were closed around it and opened again in the
 * same place, as undo does, are the same columns: it keeps its position in them. */
int32_t shift_index_since(const struct vec *shifts, int32_t index);

#endif
