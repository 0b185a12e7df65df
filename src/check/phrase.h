/*
 * phrase: what the sentences of several checks have in common.
 */
#ifndef CHECK_PHRASE_H
#define CHECK_PHRASE_H

#include "base/strbuf.h"
#include "model/board.h"

/* Appends TEXT (NULL is empty) in one line. */
void phrase_line(const char *text, struct strbuf *out);

/* Appends “Order placed”, in one line. */
void phrase_sticky(const struct sticky *sticky, struct strbuf *out);

/* Appends the name of the context ID, or nothing when there is none. */
void phrase_context(const struct board *board, int64_t id, struct strbuf *out);

/* Appends ": " before the first of a list, ", " before the others: *FIRST tells. */
void phrase_next(bool *first, struct strbuf *out);

#endif
