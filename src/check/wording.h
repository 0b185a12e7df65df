/*
 * wording: what the words of a sticky say about it, in English and Korean. Other languages are unknown: there every
 * answer is the one that raises no finding.
 */
#ifndef CHECK_WORDING_H
#define CHECK_WORDING_H

#include <stdbool.h>

#include "check/tokens.h"

/*
 * Does it say, anywhere, that something has happened? In English any word in -ed and any irregular past form does
 * ("ClaimSubmitted", "Order put on hold"), except words
 *	- that only describe another: "open-ended", "for delayed orders", "Extended
 *	  warranty effective date", "Signed contract pending";
 *	- about what is yet to come or always so: "to be approved", "are registered by staff";
 *	- of a condition behind the statement: "reports back when repairs completed";
 *	- that are their own base and stand first: "Put item into cart".
 *	- that describe what a command is about: "Cancel placed order".
 * Failing to do something has happened too, and so has reaching a state ("Stock unavailable"). In Korean the ending of
 * any word decides (hangul.h).
 */
bool wording_is_past(const struct tokens *tokens);

/* Is there an unambiguous past form? False of 배달 완료, which may be a command too. */
bool wording_has_tense(const struct tokens *tokens);

/* Can this be judged: are there words, in a known language? */
bool wording_is_known(const struct tokens *tokens);

/* Does it begin with a bare verb ("Send letter"), or in Korean end as a request? */
bool wording_is_imperative(const struct tokens *tokens);

/* Is its first word a bare verb in English? */
bool wording_starts_bare(const struct tokens *tokens);

/* Does it name a person or thing, not an action: "Customer", "Order form", 주문서? */
bool wording_is_thing(const struct tokens *tokens);

/* Does it say, in a policy, when that applies: "Whenever the parcel is lost, ...", 입금되면, 매일 밤? */
bool wording_has_condition(const struct tokens *tokens);

/* Does the name of a context say nothing about the business: it ends in a term of software ("Order service"), or is a
 * drawer for what is left ("Common", "Module 2", 기타)? */
bool wording_is_empty_name(const struct tokens *tokens);

/* Is it only about something on a screen? */
bool wording_is_technical(const struct tokens *tokens);

/* Is its only verb one like "processed"? */
bool wording_is_vague(const struct tokens *tokens);

/* Is it about failure, refusal or an early end? */
bool wording_is_failure(const struct tokens *tokens);

/* Is word AT a past form? */
bool wording_word_is_past(const struct tokens *tokens, size_t at);

#endif
