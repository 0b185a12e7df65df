/*
 * document_read: reads the JSON of a whole board (document.h) into a board.
 *
 * An empty board becomes the one in the document, its ids included. On any other board the document is added:
 * stickies whose slot is taken move to the next free slot below, ids that are taken are replaced, people, contexts,
 * phases, lanes and relations that the board has stay as they are there, and the title, the step and the like too.
 */
#ifndef JSON_DOCUMENT_READ_H
#define JSON_DOCUMENT_READ_H

#include <jansson.h>
#include <stddef.h>
#include <stdio.h>

#include "model/edit.h"

/* What came of it. */
struct document_report {
	size_t stickies;   /* added */
	size_t relations;  /* likewise */
	size_t moved;      /* stickies whose slot was taken */
	size_t renumbered; /* stickies whose id was taken */
};

/* Adds the document that is read from IN, which errors call NAME (safe to print). Refuses, saying where, what is not
 * JSON or not a board; the caller then takes the action back. */
int document_read(FILE *in, const char *name, struct edit *edit, struct document_report *report, struct error *err);

/* The same with the document ROOT, which is parsed. */
int document_read_value(
	const json_t *root, const char *name, struct edit *edit, struct document_report *report, struct error *err);

#endif
