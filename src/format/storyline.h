/*
 * storyline: what happens on a board: by phase and in reading order, each event with what leads to it, who does that,
 * on which data, and what follows.
 */
#ifndef FORMAT_STORYLINE_H
#define FORMAT_STORYLINE_H

#include "format/paper.h"
#include "model/board.h"

/* Prints the timeline of BOARD, with third-level headings for its phases. */
void storyline_write(const struct board *board, struct paper *paper);

/* The event that REMARK is about: the one linked with it, or the nearest in its row or column; or NULL. */
const struct sticky *storyline_owner(const struct board *board, const struct sticky *remark);

#endif
