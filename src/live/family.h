/*
 * family: the processes of sessions that came in over SSH: finding them, and ending them.
 */
#ifndef LIVE_FAMILY_H
#define LIVE_FAMILY_H

#include <sys/types.h>

#include "base/vec.h"

/* Appends to PIDS (of pid_t) the children of ROOT, theirs, and so on. */
void family_of(pid_t root, struct vec *pids);

/* Appends the processes of this user that attend (evstorm attend) by the list of those invited LIST, as NAME, on BOARD;
 * each may be NULL for any. */
void family_attending(const char *list, const char *name, const char *board, struct vec *pids);

/* Appends the processes of this user that ask a guest for their name (evstorm welcome), for LIST. */
void family_at_door(const char *list, struct vec *pids);

/* Leaves in PIDS those that are among OTHERS too. */
void family_keep(struct vec *pids, const struct vec *others);

/* Asks them to end, and kills those that have not after MOST_MS. Returns when they are gone. */
void family_end(const struct vec *pids, int most_ms);

#endif
