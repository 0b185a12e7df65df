/*
 * rollcall: finds out who has a board open, without opening it.
 */
#ifndef LIVE_ROLLCALL_H
#define LIVE_ROLLCALL_H

#include "live/presence.h"

/* Adds everybody who has the board file BOARD open to PRESENCE, which is initialised. This process must not have it
 * open itself (roster.h). */
void rollcall(struct presence *presence, const char *board);

#endif
