/*
 * term: the words of a board's language: names of things, and whatever somebody has defined. A word in a context is one
 * term, however many stickies have it.
 */
#ifndef FORMAT_TERM_H
#define FORMAT_TERM_H

#include <stdbool.h>

#include "base/vec.h"
#include "model/board.h"

/* Kinds whose texts are words of the language, whether somebody defines them or not. */
#define TERM_NOUNS \
	(KIND_BIT(KIND_AGGREGATE) | KIND_BIT(KIND_ACTOR) | KIND_BIT(KIND_READ_MODEL) | KIND_BIT(KIND_EXTERNAL_SYSTEM))

struct term {
	const struct sticky *sticky; /* the first on which it stands */
	const char *definition;      /* or NULL */
	uint64_t key;                /* the same for the same word in another context */
	const char *word;            /* as it is searched for; one of the `texts`, the same for all with its key */
};

/* It points into the board and is valid until the board changes. */
struct terms {
	struct vec list;  /* of struct term, by word, then by context */
	struct vec texts; /* of char *: what each of the stickies says, to search in (glossary_text.h) */
};

/* Reads the terms of STICKIES (of const struct sticky *). */
void terms_init(struct terms *terms, const struct vec *stickies);
void terms_release(struct terms *terms);

/* Term AT, from 0; the end of the terms of one word, which begin at FIRST. */
const struct term *terms_at(const struct terms *terms, size_t at);
size_t terms_end(const struct terms *terms, size_t first);

/* Is what stands on STICKY a word of the language? */
bool term_is_on(const struct sticky *sticky);

#endif
