/*
 * mapkeep: keeps the boxes of the context map in place while something else changes.
 *
 * A box moves only if somebody moves it or asks for a new layout. So a command that could rearrange the map first
 * stores the places of all boxes: if any place is stored already, and always if the command runs on a screen.
 */
#ifndef COMMAND_MAPKEEP_H
#define COMMAND_MAPKEEP_H

#include "command/command.h"

/* Call this before relations or contexts are added or removed: the other boxes stay. */
int mapkeep_hold(struct run *run, struct error *err);

/* Call these before, and after, a context is added: the other boxes stay, and the new one keeps its place from then on.
 */
int mapkeep_hold_for_one(struct run *run, struct error *err);
int mapkeep_take_in(struct run *run, struct error *err);

/* Moves context ID to a place, swapping it with the context there. */
int mapkeep_move(struct run *run, int64_t id, int column, int row, struct error *err);

/* Arranges all boxes anew in at most COLUMNS columns; 0: as many as suit their number. */
int mapkeep_arrange(struct run *run, int columns, struct error *err);

#endif
