/*
 * lexicon: the English words that the checks know.
 *
 * All words are folded. The lists are sorted for binary search; a test makes sure.
 */
#ifndef CHECK_LEXICON_H
#define CHECK_LEXICON_H

#include <stdbool.h>
#include <stddef.h>

enum lexicon_list {
	LEXICON_NOT_PAST,          /* ends in -ed, but is not a past form: "hundred" */
	LEXICON_ATTRIBUTE,         /* a participle that describes what follows: "extended warranty" */
	LEXICON_COMPOUND,          /* describes when joined by a hyphen: "open-ended" */
	LEXICON_DETERMINER,        /* before a participle that describes: "for delayed orders" */
	LEXICON_AUXILIARY,         /* before a participle: it has not happened yet ("will be paid") */
	LEXICON_SUBORDINATE,       /* what follows is a condition: "when repairs completed" */
	LEXICON_ONGOING,           /* at the end: a state that lasts ("signed contract pending") */
	LEXICON_VERB,              /* an imperative at the start of a text */
	LEXICON_VERB_TOO,          /* a verb that is as often a noun, or a rare one: "order" */
	LEXICON_THING,             /* a person or thing that commands act on */
	LEXICON_TECHNICAL,         /* something happened on a screen, not in the business */
	LEXICON_HANDLED,           /* technical only when done to something on a screen */
	LEXICON_SCREEN,            /* something on a screen */
	LEXICON_REACHED,           /* a state in which something is found: "unavailable" */
	LEXICON_VAGUE,             /* a past form that says little */
	LEXICON_FAILURE,           /* beginnings of words for failure or refusal */
	LEXICON_ARTICLE,           /* adds nothing to what a text says */
	LEXICON_GENERIC,           /* adds nothing to a name: "system" */
	LEXICON_VAGUE_ACTOR,       /* an actor who is nobody in particular */
	LEXICON_TECHNICAL_NAME,    /* the end of an aggregate's name, from software terms */
	LEXICON_TECHNICAL_CONTEXT, /* the same for a context's name */
	LEXICON_DRAWER,            /* a name for what is left over: "common", "misc" */
	LEXICON_PARTICLE_OF_VERB,  /* ends a verb: "checkout", "login" */
	LEXICON_CONDITION,         /* first in a policy, says when: "every" */
	LEXICON_COLLECTION,        /* in a name, says nothing about the contents: "list" */
	LEXICON_PARTICLE,          /* holds a sentence together: "by", "into" */
	LEXICON_COUNT
};

/* Is the word of LEN bytes at WORD in LIST? */
bool lexicon_has(enum lexicon_list list, const char *word, size_t len);

/* Does it begin with one of LIST's words? */
bool lexicon_begins(enum lexicon_list list, const char *word, size_t len);

/* The base ("send") of an irregular past form ("sent"), or NULL. */
const char *lexicon_base(const char *word, size_t len);

/* Are the lists sorted? For tests. */
bool lexicon_is_sorted(void);

#endif
