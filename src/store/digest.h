/*
 * digest: what can be said of a board file without loading the board.
 */
#ifndef STORE_DIGEST_H
#define STORE_DIGEST_H

#include "store/sqlite.h"

/* Fills DIGEST, whose title is empty. */
int digest_read(struct store *sqlite, struct store_digest *digest, struct error *err);

#endif
