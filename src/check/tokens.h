/*
 * tokens: the words of a sticky's text.
 *
 * Words are folded. They end at white space and punctuation, between Hangul and other scripts, and inside CamelCase
 * ("ClaimSubmitted", "PDFSent", "order_placed"). Text in brackets is payload or an aside: it is left out unless there
 * is nothing else.
 */
#ifndef CHECK_TOKENS_H
#define CHECK_TOKENS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

/* Later words are ignored; a sticky with more is not an event. */
#define TOKENS_WORDS_MOST 64

struct token {
	const char *text; /* folded, NUL-terminated */
	size_t len;       /* bytes */
	bool hangul;      /* otherwise another script */
	bool joined;      /* joined by a hyphen to the word before: "ended" of "open-ended" */
};

struct tokens {
	struct strbuf folded; /* the words' bytes */
	struct token words[TOKENS_WORDS_MOST];
	size_t count;
	bool english;   /* there are letters from a to z, and none of other alphabets */
	bool hangul;    /* there are Hangul syllables */
	bool bracketed; /* something in brackets was left out */
	bool question;  /* the text ends in a question mark */
};

void tokens_init(struct tokens *tokens);
void tokens_release(struct tokens *tokens);

/* Reads the words of TEXT (NULL is empty), replacing earlier ones. */
void tokens_read(struct tokens *tokens, const char *text);

/* The same, including text in brackets. */
void tokens_read_whole(struct tokens *tokens, const char *text);

/* The last word, or NULL. */
const struct token *tokens_last(const struct tokens *tokens);

/* The length of WORD in bytes without an English plural or possessive ending. Because of "party" and "parties", a final
 * "y" is left out too: what remains is for comparing only. */
size_t tokens_singular(const struct token *word);

/* Is CODE a Hangul syllable? */
bool tokens_is_hangul(int code);

#endif
