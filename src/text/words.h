/*
 * words: the quoting of the command language, read and written.
 *
 * Words are separated by spaces. A word that begins with ' runs to the next ', as it is; one that
 * begins with " runs to the next " and knows \" \\ \n inside. A quote in the middle of a word is a
 * letter like any other, so that "Buyer's order" needs no care. The words of an argument vector are
 * taken as they are.
 */
#ifndef TEXT_WORDS_H
#define TEXT_WORDS_H

#include <stdarg.h>
#include <stdbool.h>

#include "base/error.h"
#include "base/strbuf.h"

/* Where words come from; set up by one of the two functions below, owns nothing. */
struct words {
	const char *line;        /* what is left of the line, or NULL */
	const char *const *argv; /* what is left of the vector, NULL-terminated, or NULL */
};

void words_from_line(struct words *words, const char *line);
void words_from_argv(struct words *words, const char *const *argv);

/* Is nothing left? */
bool words_at_end(const struct words *words);

/* How many words are left, counted at spaces without regard to quotes. */
int words_left(const struct words *words);

/* Takes the next word into *OUT (replacing it). 1: there was one, 0: nothing is left, negative: a
 * quote is not closed. */
int words_next(struct words *words, struct strbuf *out, struct error *err);

/* Is the next word one whatever stands in it: quoted in a line, or one of a vector? */
bool words_next_is_whole(const struct words *words);

/* Takes all that is left into *OUT: a single quoted word without its quotes, otherwise the rest of the
 * line as it stands, or the vector's words with a space between. */
void words_rest(struct words *words, struct strbuf *out);

/* Appends TEXT so that words_next() reads it back as one word. */
void words_quote(struct strbuf *out, const char *text);

/* Appends a command line, and a line feed: each %s of FORMAT is one word, quoted where need be, or an empty one for
 * NULL; %d and PRId64 are numbers. There are no others. */
void words_format(struct strbuf *out, const char *format, ...) __attribute__((format(printf, 2, 3)));
void words_vformat(struct strbuf *out, const char *format, va_list arguments);

#endif
