/*
 * unpack: the text of a compressed page of draw.io: escaped as in an address, deflated, in base64. Only this file
 * knows zlib.
 */
#ifndef SKETCH_UNPACK_H
#define SKETCH_UNPACK_H

#include "base/error.h"
#include "base/strbuf.h"

/* Appends what LEN bytes of PACKED hold; fails if they are not that, or hold more than SKETCH_MIB_MOST. */
int unpack_text(struct strbuf *out, const char *packed, size_t len, struct error *err);

#endif
