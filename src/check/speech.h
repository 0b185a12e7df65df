/*
 * speech: a sticky's text as the words that it is made of, for whoever asks what they mean.
 *
 * Words are folded. They end at white space and punctuation, where the script changes between
 * Hangul and others, and inside CamelCase ("ClaimSubmitted", "PDFSent", "order_placed"). What
 * stands in brackets is left out unless nothing else is there: it is payload or an aside.
 */
#ifndef CHECK_SPEECH_H
#define CHECK_SPEECH_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"

/* Words beyond these are not looked at; a sticky with more is no event. */
#define SPEECH_WORDS_MOST 64

struct speech_word {
	const char *text; /* folded, with a NUL */
	size_t len;       /* bytes */
	bool hangul;      /* otherwise of another script */
	bool joined;      /* a hyphen ties it to the word before: "ended" of "open-ended" */
};

struct speech {
	struct strbuf folded; /* where the words lie */
	struct speech_word words[SPEECH_WORDS_MOST];
	size_t count;
	bool english;  /* there are letters from a to z, and none of other alphabets */
	bool hangul;   /* there are Hangul syllables */
	bool question; /* the text ends in a question mark */
};

void speech_init(struct speech *speech);
void speech_release(struct speech *speech);

/* Reads TEXT (NULL is empty); what was there is forgotten. */
void speech_read(struct speech *speech, const char *text);

/* The last word, or NULL. */
const struct speech_word *speech_last(const struct speech *speech);

/* Is CODE a Hangul syllable? */
bool speech_is_hangul(int code);

#endif
