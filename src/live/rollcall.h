/*
 * rollcall: finds out who has a board open, without opening it.
 */
#ifndef LIVE_ROLLCALL_H
#define LIVE_ROLLCALL_H

#include "live/presence.h"

/* Asks all who have the board file BOARD open who they are, and waits at most MOST_MS for answers. Adds those who
 * answer to PRESENCE, which is initialised. */
void rollcall(struct presence *presence, const char *board, int most_ms);

#endif
