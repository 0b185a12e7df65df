/*
 * svg_map: the context map as a picture, with all names and labels in full.
 */
#ifndef FORMAT_SVG_MAP_H
#define FORMAT_SVG_MAP_H

#include "draw/contextmap.h"
#include "format/svg_paint.h"
#include "model/board.h"

/* Lays MAP out in as many columns as a sheet of paper has room for. */
void svg_map_place(struct contextmap *map);

/* Writes the map of BOARD. The caller checks for write errors. */
void svg_map_write(const struct board *board, const struct svg_form *form, FILE *out);

#endif
