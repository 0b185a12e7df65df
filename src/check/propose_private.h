/*
 * propose_private: what propose.c and propose_relations.c share.
 */
#ifndef CHECK_PROPOSE_PRIVATE_H
#define CHECK_PROPOSE_PRIVATE_H

#include "base/strbuf.h"
#include "base/vec.h"
#include "model/board.h"

/* Appends TEXT (NULL is empty), on one line and quoted as one word of a command. */
void propose_word(struct strbuf *out, const char *text);

#endif
