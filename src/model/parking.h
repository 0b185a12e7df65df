/*
 * parking: what was put aside. A lane that is called “Parking lot” is no part of the timeline: what lies in it stays on
 * the board, and no check, proposal or diagram asks about it.
 *
 * The name alone makes a lane one, in each of the languages: so it is in the log, in every file and on the screen, and
 * naming a lane otherwise brings back what lies there.
 */
#ifndef MODEL_PARKING_H
#define MODEL_PARKING_H

#include "model/board.h"

/* Is a lane of that name a parking lot? */
bool parking_is_name(const char *name);

/* The row of the first one, or 0. */
int32_t parking_row(const struct board *board);

/* Does STICKY lie in one? Does any? */
bool parking_holds(const struct board *board, const struct sticky *sticky);
bool parking_is_used(const struct board *board);

#endif
