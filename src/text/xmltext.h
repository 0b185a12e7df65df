/*
 * xmltext: a text as the content, or the value of an attribute, of XML and HTML.
 */
#ifndef TEXT_XMLTEXT_H
#define TEXT_XMLTEXT_H

#include "base/strbuf.h"

/* Appends LEN bytes of TEXT, escaped; what neither XML nor HTML allows becomes U+FFFD. */
void xmltext_escape(struct strbuf *out, const char *text, size_t len);

/* Appends TEXT for an attribute of XML, in which line feeds and tabs stay what they are. */
void xmltext_attribute(struct strbuf *out, const char *text);

#endif
