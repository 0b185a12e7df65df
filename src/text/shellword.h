/*
 * shellword: quotes names in lines that people type or paste into a shell.
 */
#ifndef TEXT_SHELLWORD_H
#define TEXT_SHELLWORD_H

#include "base/strbuf.h"

/* Appends TEXT so that every POSIX shell reads it as this one word: as it is where that is safe, otherwise in
 * single quotes. */
void shellword_add(struct strbuf *out, const char *text);

/* The same for the name of a file or a board, an operand of a command: one that begins with - follows a --. */
void shellword_add_operand(struct strbuf *out, const char *text);

#endif
