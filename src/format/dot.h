/*
 * dot: the board or its context map in the language of Graphviz.
 */
#ifndef FORMAT_DOT_H
#define FORMAT_DOT_H

#include <stdio.h>

#include "base/error.h"
#include "format/format_options.h"
#include "model/board.h"

int dot_export(const struct board *board, const struct format_options *options, FILE *out, struct error *err);

#endif
