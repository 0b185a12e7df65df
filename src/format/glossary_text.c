#include "format/glossary_text.h"

#include <string.h>

#include "base/mem.h"

/* A shorter Korean word, of one syllable, is in too many others. */
#define GLOSSARY_TEXT_HANGUL_LEAST (2 * strlen("가"))

/* How many bytes of WORD are left in the singular; a final "ies" stands for "y" on both sides, which is left out. */
static size_t glossary_text_singular(const struct token *word)
{
	static const char *const endings[] = {"sses", "xes", "ches", "shes", "ies"};
	size_t len = word->len;

	for (size_t i = 0; i < ARRAY_SIZE(endings); i++) {
		size_t ending = strlen(endings[i]);

		if (len > ending && !strcmp(word->text + len - ending, endings[i]))
			return len - (endings[i][0] == 'i' ? 3 : 2);
	}
	if (len > 3 && word->text[len - 1] == 'y')
		return len - 1;
	if (len > 3 && word->text[len - 1] == 's' && word->text[len - 2] != 's')
		return len - 1;
	return len;
}

void glossary_text_make(const struct tokens *tokens, struct strbuf *out)
{
	strbuf_addch(out, ' ');
	for (size_t i = 0; i < tokens->count; i++) {
		const struct token *word = &tokens->words[i];

		strbuf_add(out, word->text, word->hangul ? word->len : glossary_text_singular(word));
		strbuf_addch(out, ' ');
	}
	strbuf_addch(out, '\n');
	for (size_t i = 0; i < tokens->count; i++)
		if (tokens->words[i].hangul)
			strbuf_add(out, tokens->words[i].text, tokens->words[i].len);
}

bool glossary_text_uses(const char *text, const char *word)
{
	size_t words = strcspn(word, "\n"), room = strcspn(text, "\n"), letters = 0;
	const char *hangul = word + words + 1;

	for (size_t i = 0; i < words; i++)
		letters += word[i] != ' ';
	if (letters == strlen(hangul) && letters >= GLOSSARY_TEXT_HANGUL_LEAST)
		return strstr(text + room + 1, hangul);
	for (const char *at = text; at + words <= text + room; at++)
		if (!memcmp(at, word, words))
			return true;
	return false;
}
