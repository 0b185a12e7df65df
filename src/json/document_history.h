/*
 * document_history: the log of a board as a member of its document (document.h), written and read:
 *
 *	"history": [
 *	{"id": 1, "time": "2026-11-20T14:05:00Z", "person": 1, "step": 1, "changes": [
 *	{"entity": "person", "item": 1, "after": "name=Ana role=facilitator"}]},
 *	{"id": 2, "time": "2026-11-20T14:05:09Z", "person": 1, "step": 1, "kind": "undo", "target": 1, "changes": [...]}
 *	]
 *
 * An action is the unit of undo. A change without a field makes the whole item or, with "before", removes it; the
 * values are texts as in the log (model/field.h). A document with a history is of the version
 * DOCUMENT_VERSION_HISTORY.
 */
#ifndef JSON_DOCUMENT_HISTORY_H
#define JSON_DOCUMENT_HISTORY_H

#include <stdbool.h>
#include <stdio.h>

#include "model/board.h"
#include "store/store.h"

/* Writes BOARD, whose log is in STORE, with the actions before BEFORE, or all of them for 0. */
int document_history_write(
	const struct board *board, struct store *store, int64_t before, FILE *out, struct error *err);

/* Has the document that is read from IN a history? False for what is no document. IN, which can be rewound, stays where
 * it is. */
bool document_history_is_in(FILE *in);

/* Calls VISIT with each action of the document that is read from IN, which errors call NAME, in order. Their numbers
 * are those in the document: 1, 2, 3. */
int document_history_read(FILE *in, const char *name, store_visit *visit, void *context, struct error *err);

#endif
