/*
 * glossary_text: where a text uses a word, whatever its case, its number, and in Korean its particle, ending and
 * spacing.
 *
 * A text to search in is its words between blanks, folded and in the singular; then, after a line feed, its Hangul
 * without blanks.
 */
#ifndef FORMAT_GLOSSARY_TEXT_H
#define FORMAT_GLOSSARY_TEXT_H

#include <stdbool.h>

#include "base/strbuf.h"
#include "check/tokens.h"

/* Appends the text to search in: " order be placed \n". */
void glossary_text_make(const struct tokens *tokens, struct strbuf *out);

/* Does TEXT use WORD, both made by glossary_text_make()? */
bool glossary_text_uses(const char *text, const char *word);

#endif
