/*
 * phrase: phrases that several checks share.
 */
#ifndef CHECK_PHRASE_H
#define CHECK_PHRASE_H

#include "base/strbuf.h"
#include "model/board.h"

/* Appends the quoted text, “Order placed”, on one line. */
void phrase_sticky(const struct sticky *sticky, struct strbuf *out);

/* Appends the name of context ID, or nothing if there is no such context. */
void phrase_context(const struct board *board, int64_t id, struct strbuf *out);

/* Appends ": " if *FIRST, otherwise ", ", and clears *FIRST. */
void phrase_next(bool *first, struct strbuf *out);

#endif
