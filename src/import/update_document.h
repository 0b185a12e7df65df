/*
 * update_document: puts a board in JSON (json/document.h), or its changed copy, back into the board that it came from.
 *
 * Its stickies become drafts that have all their fields, and alter the stickies that they stand for (update.h). What
 * else the document has, contexts, relations with their messages, phases and lanes, is added if the board does not have
 * it, and stays as it is there otherwise. What is said of the whole board, people and votes stay as they are.
 */
#ifndef IMPORT_UPDATE_DOCUMENT_H
#define IMPORT_UPDATE_DOCUMENT_H

#include "import/intake.h"
#include "json/parse.h"

/* Does so with the document ROOT, which errors call NAME (safe to print), and counts in the report of INTAKE. */
int update_document(struct intake *intake, const json_t *root, const char *name, struct error *err);

#endif
