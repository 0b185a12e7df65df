/*
 * judge_mode: the review of the integration, on the context map: each relation in the colour of what is found
 * about it, and what that is.
 */
#ifndef UI_JUDGE_MODE_H
#define UI_JUDGE_MODE_H

#include "ui/desk.h"

/* Begins with a relation of the box in focus. */
void judge_begin(struct desk *desk);

#endif
