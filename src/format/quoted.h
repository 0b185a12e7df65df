/*
 * quoted: a text as a string in quotes, as JSON has it. YAML takes these too, and so does the language of
 * Context Mapper.
 */
#ifndef FORMAT_QUOTED_H
#define FORMAT_QUOTED_H

#include "base/strbuf.h"

/* Appends TEXT, UTF-8, quotes included. What cannot be seen is written as its number. */
void quoted_text(struct strbuf *out, const char *text);

#endif
