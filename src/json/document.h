/*
 * document: a whole board as JSON, written. document_read.h reads it, document_schema.h describes it.
 *
 *	{
 *	"evstorm": 1,
 *	"board": {"title": "Corner shop", "step": 3},
 *	"people": [
 *	{"id": 1, "name": "Ana", "role": "facilitator"}
 *	],
 *	...
 *	}
 *
 * "evstorm" is the version of the format. The board and every other entity follow, one item a line, with the fields of
 * the table in model/field.h under their names. A text, a time and a choice is a string; a number and a reference (an
 * id) an integer; a flag true or false; a place {"column": 3, "row": 1}. A field at its default is left out, except for
 * choices.
 */
#ifndef JSON_DOCUMENT_H
#define JSON_DOCUMENT_H

#include <stdio.h>

#include "model/board.h"

/* A document is of the lowest version that has all its members; programs refuse a higher one. */
#define DOCUMENT_VERSION 1
#define DOCUMENT_VERSION_HISTORY 2
#define DOCUMENT_VERSION_MOST DOCUMENT_VERSION_HISTORY

/* The member for the log (document_history.h). */
#define DOCUMENT_HISTORY "history"

/* The member for the items of ENTITY: "people". */
const char *document_key(enum entity entity);

/* Writes the members for BOARD, of a document of VERSION that the caller ends. */
void document_write_members(const struct board *board, int version, FILE *out);

/* Writes BOARD to OUT. The caller checks OUT with ferror(). */
void document_write(const struct board *board, FILE *out);

#endif
