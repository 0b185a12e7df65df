/*
 * show_map: a context map as text, fit for a mail: the picture, and below it each relation as a sentence.
 */
#ifndef DRAW_SHOW_MAP_H
#define DRAW_SHOW_MAP_H

#include "draw/show.h"

/* Prints the map of BOARD, in as many cells as OPTIONS say if that is possible; whether OUT took it all is the caller's
 * to check with ferror(). */
void show_map(const struct board *board, const struct show_options *options, FILE *out);

#endif
