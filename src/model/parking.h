/*
 * parking: stickies that are put aside. A lane called “Parking lot” is not part of the timeline: its stickies stay on
 * the board, but checks, proposals and diagrams ignore them.
 *
 * The name alone, in any of the languages, makes a lane a parking lot. So it is in the log, in every file and on the
 * screen, and renaming the lane brings its stickies back.
 */
#ifndef MODEL_PARKING_H
#define MODEL_PARKING_H

#include "model/board.h"

/* The row of the first parking lot, or 0. */
int32_t parking_row(const struct board *board);

/* Is LANE a parking lot? */
bool parking_is_lot(const struct lane *lane);

/* Is STICKY in a parking lot? Is any sticky? */
bool parking_holds(const struct board *board, const struct sticky *sticky);
bool parking_is_used(const struct board *board);

#endif
