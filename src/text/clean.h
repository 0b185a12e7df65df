/*
 * clean: checks and cleans every text from outside, once, when it comes in.
 *
 * Inside the program, text is UTF-8 in NFC and not too long. It has no control characters, and no bidirectional
 * overrides and isolates, which can make a text look different from what it is.
 */
#ifndef TEXT_CLEAN_H
#define TEXT_CLEAN_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/strbuf.h"

/* The longest text of a sticky, note, name or label, in characters (code points). */
#define CLEAN_MOST_CHARACTERS 2000

enum clean_lines {
	CLEAN_ONE_LINE,  /* line breaks become spaces */
	CLEAN_MANY_LINES /* CR LF and CR become LF */
};

/* Replaces *OUT by the clean form of LEN bytes of TEXT, without white space at its ends. Fails, with OUT
 * empty, if TEXT is not UTF-8 or too long. */
int clean_text(struct strbuf *out, const char *text, size_t len, enum clean_lines lines, struct error *err);

/* Would clean_text() leave TEXT as it is? */
bool clean_is_clean(const char *text, enum clean_lines lines);

/* Appends clean TEXT (NULL is empty) with spaces for its line breaks. */
void clean_flatten(struct strbuf *out, const char *text);

/* Appends any bytes in a form that is safe to print on one line: bytes that are not UTF-8, and characters that
 * clean_text() would remove, become U+FFFD. For file names, messages of other programs and the like; cannot fail. */
void clean_for_display(struct strbuf *out, const char *bytes, size_t len);

/* Replaces *OUT by FORMAT, formatted as by printf, in that form. ARGUMENTS may point into *OUT. */
void clean_format(struct strbuf *out, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));

#endif
