/*
 * clean: the gate that every text from outside passes once, on its way in.
 *
 * Behind it text is UTF-8 in NFC, without control characters, without the bidirectional overrides
 * and isolates that let a text show other than it reads, and not too long.
 */
#ifndef TEXT_CLEAN_H
#define TEXT_CLEAN_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "base/strbuf.h"

/* Longest text of a sticky, note, name or label, in characters (code points). */
#define CLEAN_MOST_CHARACTERS 2000

enum clean_lines {
	CLEAN_ONE_LINE,  /* line breaks become spaces */
	CLEAN_MANY_LINES /* CR LF and CR become LF */
};

/* Replaces *OUT by the clean form of LEN bytes of TEXT, without white space at its ends. Refused,
 * with OUT empty: bytes that are not UTF-8, and texts that are too long. */
int clean_text(struct strbuf *out, const char *text, size_t len, enum clean_lines lines, struct error *err);

/* Is it already what clean_text() would make of it? */
bool clean_is_clean(const char *text, enum clean_lines lines);

/* Appends any bytes in a form that is safe to print on one line: what is no UTF-8 or would be taken
 * out becomes U+FFFD. For file names, foreign messages and the like; cannot fail. */
void clean_for_display(struct strbuf *out, const char *bytes, size_t len);

/* Replaces *OUT by what printf would make of FORMAT, in that form. ARGUMENTS may point into *OUT. */
void clean_format(struct strbuf *out, const char *format, va_list arguments) __attribute__((format(printf, 2, 0)));

#endif
