#include "format/glossary_text.h"

#include <string.h>

/* A shorter Korean word, of one syllable, is in too many others. */
#define GLOSSARY_TEXT_HANGUL_LEAST (2 * strlen("가"))

void glossary_text_make(const struct tokens *tokens, struct strbuf *out)
{
	strbuf_addch(out, ' ');
	for (size_t i = 0; i < tokens->count; i++) {
		const struct token *word = &tokens->words[i];

		strbuf_add(out, word->text, word->hangul ? word->len : tokens_singular(word));
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
