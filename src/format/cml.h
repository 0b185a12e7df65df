/*
 * cml: a board in the language of Context Mapper (CML): the context map, and of each context its
 * aggregates with their commands and events.
 *
 * Names are made by format/identifiers.h; what people wrote stands beside them in quotes. Who is called is
 * upstream, and so is who sends. Where the language does not allow what the board says, it is left out
 * with a comment.
 */
#ifndef FORMAT_CML_H
#define FORMAT_CML_H

#include <stdio.h>

#include "base/error.h"
#include "format/format_options.h"
#include "model/board.h"

/* Writes BOARD; cannot fail. */
int cml_export(const struct board *board, const struct format_options *options, FILE *out, struct error *err);

#endif
