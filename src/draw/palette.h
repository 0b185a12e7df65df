/*
 * palette: the 256 colours of a terminal as red, green and blue, for pictures.
 */
#ifndef DRAW_PALETTE_H
#define DRAW_PALETTE_H

/* Colour INDEX, from 0 to 255, as 0xrrggbb. */
unsigned palette_rgb(int index);

#endif
