/*
 * quoted: a text as a quoted JSON string, which YAML and the language of Context Mapper accept too.
 */
#ifndef FORMAT_QUOTED_H
#define FORMAT_QUOTED_H

#include "base/strbuf.h"

/* Appends TEXT, UTF-8, with quotes around it. Invisible characters are escaped by number. */
void quoted_text(struct strbuf *out, const char *text);

#endif
