/*
 * reviewing: runs a review on the terminal, from opening to leaving.
 */
#ifndef REVIEW_REVIEWING_H
#define REVIEW_REVIEWING_H

#include "review/review.h"

/* Replays the board file PATH until the user leaves or the terminal goes away. WRITE, called with CONTEXT, saves a
 * moment to a new board file. */
int reviewing_run(const char *path, review_write *write, void *context, struct error *err);

#endif
