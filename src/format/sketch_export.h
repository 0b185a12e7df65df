/*
 * sketch_export: what the formats of drawing programs have in common: only their writers differ.
 */
#ifndef FORMAT_SKETCH_EXPORT_H
#define FORMAT_SKETCH_EXPORT_H

#include "format/format.h"
#include "sketch/sketch.h"

/* Has WRITE write BOARD, or its context map, as a sketch. */
void sketch_export(const struct board *board, const struct format_options *options,
	void (*write)(const struct sketch *sketch, FILE *out), FILE *out);

#endif
