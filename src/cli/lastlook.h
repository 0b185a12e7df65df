/*
 * lastlook: the last look at the file of a board before a program without a screen ends.
 */
#ifndef CLI_LASTLOOK_H
#define CLI_LASTLOOK_H

#include "session/session.h"

/* If the board has lost its file, saves it to a new one: what was acknowledged must not be lost with this process.
 * FAILED is the result so far; returns the result now. */
int lastlook_end(struct session *session, int failed, struct error *err);

#endif
