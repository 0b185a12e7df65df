/*
 * wording: what the words of a sticky say about it. English and Korean; of other languages nothing
 * is known, and every answer is then the one that raises no alarm.
 */
#ifndef CHECK_WORDING_H
#define CHECK_WORDING_H

#include <stdbool.h>

#include "check/tokens.h"

/*
 * Does it say, somewhere, that something has happened? In English any word in -ed or an irregular
 * past form does ("ClaimSubmitted", "Order put on hold"), but for words
 *	- that only describe another: "open-ended", "for delayed orders", "Extended
 *	  warranty effective date", "Signed contract pending";
 *	- that tell of what is yet to come or always so: "to be approved", "are registered by staff";
 *	- of a condition behind the statement: "reports back when repairs completed";
 *	- that are their own base and stand first: "Put item into cart".
 *	- that describe what a command is about: "Cancel placed order".
 * What could not be done has happened too, and so has a state that was reached ("Stock unavailable").
 * In Korean the ending of any word does (hangul.h).
 */
bool wording_is_past(const struct tokens *tokens);

/* Does a form say so that nothing else has? 배달 완료, which may be a command as well, does not. */
bool wording_has_tense(const struct tokens *tokens);

/* Can it be told at all, that is: are there words, and in a language that is known? */
bool wording_is_known(const struct tokens *tokens);

/* Does it begin with a bare verb ("Send letter"), or end as a request does in Korean? */
bool wording_is_imperative(const struct tokens *tokens);

/* Is its first word a bare verb in English? */
bool wording_starts_bare(const struct tokens *tokens);

/* Does it name somebody or something, and nothing to be done: "Customer", "Order form", 주문서? */
bool wording_is_thing(const struct tokens *tokens);

/* Does it tell of something on a screen only? */
bool wording_is_technical(const struct tokens *tokens);

/* Is its only verb one like "processed"? */
bool wording_is_vague(const struct tokens *tokens);

/* Does it tell of failure, refusal or an end before the time? */
bool wording_is_failure(const struct tokens *tokens);

/* Is word AT a past form? */
bool wording_word_is_past(const struct tokens *tokens, size_t at);

#endif
