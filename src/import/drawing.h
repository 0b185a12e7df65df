/*
 * drawing: reads the files of drawing programs into a board. The file's first bytes tell which program it is from.
 */
#ifndef IMPORT_DRAWING_H
#define IMPORT_DRAWING_H

#include <stdio.h>

#include "import/intake.h"
#include "json/parse.h"

/* Does XML begin at the place where IN, which can be rewound, is? No table and no JSON begins so. */
bool drawing_begins_xml(FILE *in);

/* Adds the drawing that is read from IN, which errors call NAME (safe to print). */
int drawing_import_xml(struct intake *intake, FILE *in, const char *name, struct error *err);

/* Is ROOT a drawing? Adds it. */
bool drawing_is(const json_t *root);
int drawing_import_json(struct intake *intake, const json_t *root, const char *name, struct error *err);

#endif
