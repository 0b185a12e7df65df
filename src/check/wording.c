#include "check/wording.h"

#include <string.h>

#include "base/mem.h"
#include "check/hangul.h"
#include "check/lexicon.h"

static bool wording_in(const struct token *word, enum lexicon_list list)
{
	return lexicon_has(list, word->text, word->len);
}

static bool wording_ends(const struct token *word, const char *ending)
{
	size_t len = strlen(ending);

	return word->len >= len && !memcmp(word->text + word->len - len, ending, len);
}

/* "agreed" is one of the few past forms in -eed; other words in -eed are verbs and nouns. */
static bool wording_is_regular_past(const struct token *word)
{
	if (word->len < 4 || !wording_ends(word, "ed") || wording_in(word, LEXICON_NOT_PAST))
		return false;
	return !wording_ends(word, "eed") || wording_ends(word, "greed") || wording_ends(word, "teed") ||
	       wording_ends(word, "freed") || wording_ends(word, "creed");
}

/* "put", "set": past form and base are the same; first in a text it is the base. */
static bool wording_is_irregular_past(const struct token *word, bool first)
{
	const char *base = lexicon_base(word->text, word->len);

	return base && !(first && !strcmp(base, word->text));
}

/* Does the word carry meaning, unlike determiners, conjunctions, adverbs and numbers? */
static bool wording_is_content(const struct token *word)
{
	return !word->hangul && !wording_in(word, LEXICON_DETERMINER) && !wording_in(word, LEXICON_SUBORDINATE) &&
	       !wording_ends(word, "ly") && strcmp(word->text, "and") && strcmp(word->text, "or") &&
	       strcmp(word->text, "as") && (word->text[0] < '0' || word->text[0] > '9');
}

/* Does the past form at AT only describe the word after it? */
static bool wording_describes(const struct tokens *tokens, size_t at)
{
	const struct token *word = &tokens->words[at];
	size_t last = tokens->count - 1;

	if (word->joined && wording_in(word, LEXICON_COMPOUND))
		return true;
	if (at == last || !wording_is_content(word + 1))
		return false;
	if (at && wording_in(word - 1, LEXICON_DETERMINER))
		return true;
	if (!at && wording_in(word, LEXICON_ATTRIBUTE))
		return true;
	return at + 1 < last && wording_in(&tokens->words[last], LEXICON_ONGOING);
}

/* Is the past form at AT part of something yet to come: "to be paid", "is being fully checked"? */
static bool wording_is_to_come(const struct tokens *tokens, size_t at)
{
	if (at > 1 && wording_ends(&tokens->words[at - 1], "ly"))
		at--;
	return at && wording_in(&tokens->words[at - 1], LEXICON_AUXILIARY);
}

/* 함 선택: 함 is a box here, if it stands before what is done with it. */
static bool wording_is_box(const struct tokens *tokens, size_t at)
{
	const struct token *word = &tokens->words[at];

	return word->len == HANGUL_BYTES && !strcmp(word->text, "함") && !at;
}

/* "Cancel placed order": after the verb of a command, a participle describes the object. */
static bool wording_is_object(const struct tokens *tokens, size_t at)
{
	return at == 1 && at + 2 == tokens->count && wording_in(tokens->words, LEXICON_VERB) &&
	       wording_is_content(&tokens->words[at + 1]);
}

bool wording_word_is_past(const struct tokens *tokens, size_t at)
{
	const struct token *word = &tokens->words[at];

	if (word->hangul)
		return !wording_is_box(tokens, at) && hangul_is_past(word->text, word->len);
	if (!wording_is_regular_past(word) && !wording_is_irregular_past(word, !at))
		return false;
	return !wording_describes(tokens, at) && !wording_is_to_come(tokens, at) && !wording_is_object(tokens, at);
}

/* "Parcel could not be delivered" has happened. */
static bool wording_was_impossible(const struct tokens *tokens)
{
	for (size_t i = 0; i < tokens->count; i++) {
		const char *word = tokens->words[i].text;

		if (!strcmp(word, "couldn't") || !strcmp(word, "cannot") || !strcmp(word, "can't") ||
			(i && !strcmp(word, "not") && !strcmp(tokens->words[i - 1].text, "could")))
			return true;
	}
	return false;
}

/* "Order ready for delivery", "Stock unavailable": a state that has been reached, of the thing named before it. */
static bool wording_is_reached(const struct tokens *tokens, size_t at)
{
	return at && wording_in(&tokens->words[at], LEXICON_REACHED) &&
	       (at + 1 == tokens->count || wording_in(&tokens->words[at + 1], LEXICON_DETERMINER));
}

bool wording_is_past(const struct tokens *tokens)
{
	if (wording_was_impossible(tokens))
		return true;
	for (size_t i = 0; i < tokens->count; i++) {
		if (i && wording_in(&tokens->words[i], LEXICON_SUBORDINATE))
			return false;
		if (wording_word_is_past(tokens, i) || wording_is_reached(tokens, i))
			return true;
	}
	return false;
}

bool wording_has_tense(const struct tokens *tokens)
{
	for (size_t i = 0; i < tokens->count; i++) {
		const struct token *word = &tokens->words[i];

		if (word->hangul ? hangul_has_tense(word->text, word->len) : wording_word_is_past(tokens, i))
			return true;
	}
	return false;
}

bool wording_is_known(const struct tokens *tokens)
{
	return tokens->count && (tokens->english || tokens->hangul);
}

bool wording_starts_bare(const struct tokens *tokens)
{
	return tokens->english && tokens->count && wording_in(tokens->words, LEXICON_VERB);
}

bool wording_is_imperative(const struct tokens *tokens)
{
	const struct token *last = tokens_last(tokens);

	if (!last || wording_is_past(tokens))
		return false;
	if (last->hangul)
		return hangul_is_imperative(last->text, last->len);
	/* A single word is just as likely a noun. */
	return tokens->count > 1 && wording_starts_bare(tokens);
}

/* Can it be a verb, as far as the lexicon knows? */
static bool wording_may_be_verb(const struct token *word)
{
	static const char *const endings[] = {"ate", "ise", "ize", "ify"};

	for (size_t i = 0; i < ARRAY_SIZE(endings); i++)
		if (word->len > 5 && wording_ends(word, endings[i]))
			return true;
	return wording_in(word, LEXICON_VERB) || wording_in(word, LEXICON_VERB_TOO);
}

/* "reroute", "unfreeze", "pre-book": a verb with something before it; "checkout", "login": with something behind it. */
static bool wording_is_derived(const struct token *word)
{
	static const char *const before[] = {"co", "de", "dis", "mis", "out", "over", "pre", "re", "un", "under"};

	for (size_t i = 0; i < ARRAY_SIZE(before); i++) {
		size_t size = strlen(before[i]);
		struct token rest = {word->text + size, word->len - size, false, false};

		if (word->len > size + 2 && !memcmp(word->text, before[i], size) && wording_may_be_verb(&rest))
			return true;
	}
	for (size_t size = 2; size <= 7 && size + 2 < word->len; size++) {
		struct token head = {word->text, word->len - size, false, false};

		if (lexicon_has(LEXICON_PARTICLE_OF_VERB, word->text + word->len - size, size) &&
			(wording_may_be_verb(&head) || (head.len == 3 && !memcmp(head.text, "log", 3))))
			return true;
	}
	return false;
}

/* Is it a noun, by its ending or in the lexicon? */
static bool wording_is_noun(const struct token *word)
{
	static const char *const endings[] = {"tion", "sion", "ment", "ness", "ance", "ence", "ship", "ery", "ity"};

	for (size_t i = 0; i < ARRAY_SIZE(endings); i++)
		if (word->len > 6 && wording_ends(word, endings[i]))
			return true;
	return wording_in(word, LEXICON_THING);
}

/* Is there no word that may be what is done? A command begins with it; "be paid" and "customer registers" have it
 * further on, "assigning beds" in -ing. An unknown word before others may be a rare verb, so it has to look like a
 * noun. */
static bool wording_lacks_verb(const struct tokens *tokens)
{
	const struct token *first = tokens->words;

	if (!tokens->english || first->joined || (tokens->count > 1 && tokens->words[1].joined) ||
		wording_may_be_verb(first) || wording_is_derived(first) || wording_in(first, LEXICON_PARTICLE) ||
		wording_in(first, LEXICON_DETERMINER) || wording_in(first, LEXICON_SUBORDINATE))
		return false;
	if (tokens->count > 1 && !wording_is_noun(first) && !(wording_ends(first, "s") && !wording_ends(first, "ss")))
		return false;
	for (size_t i = 0; i < tokens->count; i++) {
		const struct token *word = &tokens->words[i];
		struct token base = *word;

		if (wording_ends(word, "s") && word->len > 3)
			base.len--;
		if (word->hangul || wording_ends(word, "ing") || wording_word_is_past(tokens, i) ||
			wording_in(word, LEXICON_VERB) || wording_in(word, LEXICON_AUXILIARY) ||
			lexicon_base(word->text, word->len) ||
			(i && base.len < word->len && i + 1 < tokens->count && wording_in(&base, LEXICON_VERB)))
			return false;
	}
	return true;
}

bool wording_is_thing(const struct tokens *tokens)
{
	const struct token *last = tokens_last(tokens), *first = tokens->words;

	if (!wording_is_known(tokens))
		return false;
	if (last->hangul)
		return hangul_is_thing(last->text, last->len);
	if (first->hangul)
		return false;
	if (wording_lacks_verb(tokens))
		return true;
	if (!wording_is_noun(last))
		return false;
	if (tokens->count == 1)
		return !wording_may_be_verb(first);
	/* "Order parcel" is a wish, "Order form" is not. */
	if (wording_may_be_verb(first) &&
		(wording_in(first, LEXICON_VERB) ||
			(!wording_in(last, LEXICON_COLLECTION) && !wording_in(last, LEXICON_SCREEN))))
		return false;
	return wording_is_noun(first);
}

bool wording_has_condition(const struct tokens *tokens)
{
	for (size_t i = 0; i < tokens->count; i++) {
		const struct token *word = &tokens->words[i];

		if (word->hangul ? hangul_is_condition(word->text, word->len, !i)
				 : wording_in(word, LEXICON_SUBORDINATE) || (!i && wording_in(word, LEXICON_CONDITION)))
			return true;
	}
	return false;
}

/* Does WORD, of a context's name, say nothing about the business? */
static bool wording_says_nothing(const struct token *word)
{
	if (word->hangul)
		return hangul_is_drawer(word->text, word->len) || hangul_is_technical_name(word->text, word->len);
	return (word->text[0] >= '0' && word->text[0] <= '9') || wording_in(word, LEXICON_DRAWER) ||
	       wording_in(word, LEXICON_TECHNICAL_CONTEXT);
}

bool wording_is_empty_name(const struct tokens *tokens)
{
	const struct token *last = tokens_last(tokens);
	size_t empty = 0;

	for (size_t i = 0; i < tokens->count; i++)
		empty += wording_says_nothing(&tokens->words[i]);
	if (!last || empty == tokens->count)
		return last;
	return last->hangul ? hangul_is_technical_name(last->text, last->len)
			    : wording_in(last, LEXICON_TECHNICAL_CONTEXT);
}

/* Trucks are loaded, grapes pressed and waitlists opened in the business: such verbs are technical only with something
 * on a screen. */
static bool wording_has_screen(const struct tokens *tokens)
{
	for (size_t i = 0; i < tokens->count; i++) {
		const struct token *word = &tokens->words[i];

		if (word->hangul ? hangul_is_screen(word->text, word->len) : wording_in(word, LEXICON_SCREEN))
			return true;
	}
	return false;
}

bool wording_is_technical(const struct tokens *tokens)
{
	for (size_t i = 0; i < tokens->count; i++) {
		const struct token *word = &tokens->words[i];
		bool handled =
			word->hangul ? hangul_is_handled(word->text, word->len) : wording_in(word, LEXICON_HANDLED);
		bool technical =
			word->hangul ? hangul_is_technical(word->text, word->len) : wording_in(word, LEXICON_TECHNICAL);

		if (handled ? wording_has_screen(tokens) : technical)
			return true;
	}
	return false;
}

bool wording_is_vague(const struct tokens *tokens)
{
	size_t vague = 0;

	for (size_t i = 0; i < tokens->count; i++) {
		const struct token *word = &tokens->words[i], *deed = word;

		if (!wording_word_is_past(tokens, i))
			continue;
		if (word->hangul && !hangul_stem(word->text, word->len) && i && word[-1].hangul)
			deed = word - 1; /* 처리 완료: the action is the word before */
		if (deed->hangul ? !hangul_is_vague(deed->text, deed->len) : !wording_in(deed, LEXICON_VAGUE))
			return false;
		vague++;
	}
	return vague;
}

bool wording_is_failure(const struct tokens *tokens)
{
	for (size_t i = 0; i < tokens->count; i++) {
		const struct token *word = &tokens->words[i];

		if (word->hangul ? hangul_is_failure(word->text, word->len)
				 : lexicon_begins(LEXICON_FAILURE, word->text, word->len) || !strcmp(word->text, "not"))
			return true;
	}
	return false;
}
