/*
 * shellword: quotes names for lines that people type or paste into a shell.
 */
#ifndef TEXT_SHELLWORD_H
#define TEXT_SHELLWORD_H

#include "base/strbuf.h"

/* Appends TEXT so that every POSIX shell reads it as one word: unquoted if that is safe, otherwise in single quotes. */
void shellword_add(struct strbuf *out, const char *text);

/* The same for an operand of a command, such as the name of a file: puts -- before one that begins with -. */
void shellword_add_operand(struct strbuf *out, const char *text);

#endif
