/*
 * show_map: a context map as text, fit for a mail: the picture, and below it each relation as a sentence.
 */
#ifndef DRAW_SHOW_MAP_H
#define DRAW_SHOW_MAP_H

#include <stdbool.h>
#include <stdio.h>

#include "model/board.h"

/* Prints the map of BOARD, in COLUMNS cells if that is possible, with 256 colours if COLOUR; whether OUT took
 * it all is the caller's to check with ferror(). */
void show_map(const struct board *board, int columns, bool colour, FILE *out);

#endif
