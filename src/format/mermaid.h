/*
 * mermaid: the board or its context map as a Mermaid flowchart, which forges and wikis draw.
 */
#ifndef FORMAT_MERMAID_H
#define FORMAT_MERMAID_H

#include <stdio.h>

#include "base/error.h"
#include "format/format_options.h"
#include "model/board.h"

int mermaid_export(const struct board *board, const struct format_options *options, FILE *out, struct error *err);

#endif
