/*
 * family: finds and ends the processes of sessions over SSH.
 */
#ifndef LIVE_FAMILY_H
#define LIVE_FAMILY_H

#include <sys/types.h>

#include "base/vec.h"

/* Appends to PIDS (of pid_t) the children of ROOT, their children, and so on. */
void family_of(pid_t root, struct vec *pids);

/* Appends the processes of this user that run `evstorm attend` with the invitation list LIST, as NAME, on BOARD; each
 * may be NULL for any. */
void family_attending(const char *list, const char *name, const char *board, struct vec *pids);

/* Appends the processes of this user that run `evstorm welcome`, which asks guests for their names, with LIST. */
void family_at_door(const char *list, struct vec *pids);

/* Removes from PIDS those that are not in OTHERS. */
void family_keep(struct vec *pids, const struct vec *others);

/* Asks the processes to end, and kills those that have not done so after MOST_MS. Returns when all have ended. */
void family_end(const struct vec *pids, int most_ms);

#endif
