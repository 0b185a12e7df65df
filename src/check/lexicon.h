/*
 * lexicon: the English words that the checks know by heart.
 *
 * All words are folded. Lists are sorted, so that a look-up is short; a test holds that.
 */
#ifndef CHECK_LEXICON_H
#define CHECK_LEXICON_H

#include <stdbool.h>
#include <stddef.h>

enum lexicon_list {
	LEXICON_NOT_PAST,          /* ends in -ed and is no past form: "hundred" */
	LEXICON_ATTRIBUTE,         /* a participle that describes what follows: "extended warranty" */
	LEXICON_COMPOUND,          /* describes when it is tied by a hyphen: "open-ended" */
	LEXICON_DETERMINER,        /* before a participle that does so: "for delayed orders" */
	LEXICON_AUXILIARY,         /* before a participle: it has not happened yet ("will be paid") */
	LEXICON_SUBORDINATE,       /* what follows is a condition: "when repairs completed" */
	LEXICON_ONGOING,           /* at the end: a state that lasts ("signed contract pending") */
	LEXICON_VERB,              /* at the start of a text it is an imperative */
	LEXICON_VERB_TOO,          /* a verb, but as likely a noun, or rare: "order" */
	LEXICON_THING,             /* somebody or something that commands are about */
	LEXICON_TECHNICAL,         /* something happened on a screen, nothing in the business */
	LEXICON_HANDLED,           /* technical only when done to something on a screen */
	LEXICON_SCREEN,            /* something on a screen */
	LEXICON_REACHED,           /* a state in which something is found: "unavailable" */
	LEXICON_VAGUE,             /* a past form that says hardly anything */
	LEXICON_FAILURE,           /* beginnings of words that tell of failure or refusal */
	LEXICON_ARTICLE,           /* adds nothing to what a text says */
	LEXICON_GENERIC,           /* adds nothing to a name: "system" */
	LEXICON_VAGUE_ACTOR,       /* an actor that is nobody in particular */
	LEXICON_TECHNICAL_NAME,    /* the end of an aggregate's name that comes from software */
	LEXICON_TECHNICAL_CONTEXT, /* the same of a context's */
	LEXICON_COLLECTION,        /* in a name, says nothing about what it is of: "list" */
	LEXICON_PARTICLE,          /* holds a sentence together: "by", "into" */
	LEXICON_COUNT
};

/* Is the word of LEN bytes at WORD in LIST? */
bool lexicon_has(enum lexicon_list list, const char *word, size_t len);

/* Does it begin with one of LIST's words? */
bool lexicon_begins(enum lexicon_list list, const char *word, size_t len);

/* The base ("send") of an irregular past form ("sent"), or NULL. */
const char *lexicon_base(const char *word, size_t len);

/* Are the lists sorted? For the test. */
bool lexicon_is_sorted(void);

#endif
