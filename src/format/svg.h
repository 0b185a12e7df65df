/*
 * svg: the board as on the canvas, or its context map, as a picture.
 */
#ifndef FORMAT_SVG_H
#define FORMAT_SVG_H

#include <stdio.h>

#include "base/error.h"
#include "format/format_options.h"
#include "model/board.h"

int svg_export(const struct board *board, const struct format_options *options, FILE *out, struct error *err);

#endif
