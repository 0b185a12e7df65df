/*
 * tokens: a sticky's text as the words that it is made of, to be asked what they mean.
 *
 * Words are folded. They end at white space and punctuation, where the script changes between
 * Hangul and others, and inside CamelCase ("ClaimSubmitted", "PDFSent", "order_placed"). What
 * stands in brackets is left out unless nothing else is there: it is payload or an aside.
 */
#ifndef CHECK_TOKENS_H
#define CHECK_TOKENS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

/* Words beyond these are not looked at; a sticky with more is no event. */
#define TOKENS_WORDS_MOST 64

struct token {
	const char *text; /* folded, with a NUL */
	size_t len;       /* bytes */
	bool hangul;      /* otherwise of another script */
	bool joined;      /* a hyphen ties it to the word before: "ended" of "open-ended" */
};

struct tokens {
	struct strbuf folded; /* where the words lie */
	struct token words[TOKENS_WORDS_MOST];
	size_t count;
	bool english;   /* there are letters from a to z, and none of other alphabets */
	bool hangul;    /* there are Hangul syllables */
	bool bracketed; /* something in brackets was left out */
	bool question;  /* the text ends in a question mark */
};

void tokens_init(struct tokens *tokens);
void tokens_release(struct tokens *tokens);

/* Reads TEXT (NULL is empty); what was there is forgotten. */
void tokens_read(struct tokens *tokens, const char *text);

/* The same with what stands in brackets. */
void tokens_read_whole(struct tokens *tokens, const char *text);

/* The last word, or NULL. */
const struct token *tokens_last(const struct tokens *tokens);

/* Is CODE a Hangul syllable? */
bool tokens_is_hangul(int code);

#endif
