/*
 * reviewing: a review on the terminal, from opening to leaving.
 */
#ifndef REVIEW_REVIEWING_H
#define REVIEW_REVIEWING_H

#include "review/review.h"

/* Shows the board file PATH as it was, at any moment, until the user leaves or the terminal goes
 * away. WRITE, given CONTEXT, writes such a moment elsewhere. */
int reviewing_run(const char *path, review_write *write, void *context, struct error *err);

#endif
