/*
 * scenario: the events that somebody names with --events, such as 3,7,9.
 */
#ifndef CLI_SCENARIO_H
#define CLI_SCENARIO_H

#include "base/error.h"
#include "base/vec.h"
#include "model/board.h"

/* Appends the ids in TEXT to EVENTS (of int64_t); each must be an event of BOARD. */
int scenario_read(const struct board *board, const char *text, struct vec *events, struct error *err);

#endif
