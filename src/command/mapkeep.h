/*
 * mapkeep: keeping the boxes of the context map where they are, while something else becomes different.
 *
 * A box moves only when somebody moves it or asks for a new layout. So what could rearrange the others keeps them at
 * their places first: as soon as any is kept, and always when it is done on a screen.
 */
#ifndef COMMAND_MAPKEEP_H
#define COMMAND_MAPKEEP_H

#include "command/command.h"

/* Relations or contexts are about to come or go: the others stay. */
int mapkeep_hold(struct run *run, struct error *err);

/* A context is about to be added, and then has been: the others stay, and it has its place from then on. */
int mapkeep_hold_for_one(struct run *run, struct error *err);
int mapkeep_take_in(struct run *run, struct error *err);

/* Moves the context ID to a place; who is there goes where it was. */
int mapkeep_move(struct run *run, int64_t id, int column, int row, struct error *err);

/* Lays all out anew in at most COLUMNS columns. */
int mapkeep_arrange(struct run *run, int columns, struct error *err);

#endif
