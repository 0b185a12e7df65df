/*
 * words: reads and writes the quoting of the command language.
 *
 * Spaces separate words. A word that begins with ' runs to the next ' and is literal; one that begins
 * with " runs to the next " and may contain \" \\ and \n. A quote inside a word is an ordinary
 * character, so Buyer's needs no quotes. The words of an argument vector are literal.
 */
#ifndef TEXT_WORDS_H
#define TEXT_WORDS_H

#include <stdarg.h>
#include <stdbool.h>

#include "base/error.h"
#include "base/strbuf.h"

/* The source of words, set up by one of the two functions below; owns nothing. */
struct words {
	const char *line;        /* the rest of the line, or NULL */
	const char *const *argv; /* the rest of the vector, NULL-terminated, or NULL */
};

void words_from_line(struct words *words, const char *line);
void words_from_argv(struct words *words, const char *const *argv);

/* Is nothing left? */
bool words_at_end(const struct words *words);

/* How many words are left, separated by spaces; quotes are ignored. */
int words_left(const struct words *words);

/* Replaces *OUT by the next word. Returns 1, 0 if no word is left, or negative if a quote is not closed. */
int words_next(struct words *words, struct strbuf *out, struct error *err);

/* Is the next word delimited, whatever it contains: quoted in a line, or an element of a vector? */
bool words_next_is_whole(const struct words *words);

/* Replaces *OUT by all that is left: a single quoted word without its quotes, otherwise the rest of the line as it is,
 * or the words of the vector separated by spaces. */
void words_rest(struct words *words, struct strbuf *out);

/* Appends TEXT so that words_next() reads it back as one word. */
void words_quote(struct strbuf *out, const char *text);

/* Appends TEXT so that words_rest() reads it back: as it is, unless it begins with a quote. */
void words_quote_rest(struct strbuf *out, const char *text);

/* Appends a command line and a line feed. FORMAT knows %s, one word, quoted if necessary (NULL is an empty one), %d
 * and PRId64; nothing else. */
void words_format(struct strbuf *out, const char *format, ...) __attribute__((format(printf, 2, 3)));
void words_vformat(struct strbuf *out, const char *format, va_list arguments);

#endif
