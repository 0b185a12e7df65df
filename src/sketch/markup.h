/*
 * markup: the text of a label that is written in HTML, as whiteboards keep them.
 */
#ifndef SKETCH_MARKUP_H
#define SKETCH_MARKUP_H

#include "base/strbuf.h"

/* Appends the text of HTML: without its elements, whose blocks become lines; white space counts as in a browser. */
void markup_text(struct strbuf *out, const char *html);

#endif
