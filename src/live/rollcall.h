/*
 * rollcall: who has a board open at this moment, asked by somebody who has not.
 */
#ifndef LIVE_ROLLCALL_H
#define LIVE_ROLLCALL_H

#include "live/presence.h"

/* Asks all who have the board file BOARD open to say who they are, and listens for MOST_MS. PRESENCE, which was begun
 * with presence_init(), has those then who have answered. */
void rollcall(struct presence *presence, const char *board, int most_ms);

#endif
