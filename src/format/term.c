#include "format/term.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "check/duplicates.h"
#include "format/glossary_text.h"

static int term_compare(const void *a, const void *b)
{
	const struct term *first = a, *second = b;
	int order = first->key == second->key ? 0 : strcmp(first->word, second->word);
	const struct sticky *one = first->sticky, *two = second->sticky;

	if (!order && first->key != second->key)
		order = first->key < second->key ? -1 : 1;
	if (!order)
		order = (one->context > two->context) - (one->context < two->context);
	return order ? order : (one->id > two->id) - (one->id < two->id);
}

bool term_is_on(const struct sticky *sticky)
{
	return sticky->definition || TERM_NOUNS & KIND_BIT(sticky->kind);
}

static void terms_read(struct terms *terms, const struct vec *stickies)
{
	struct map firsts = MAP_INIT; /* key -> how the word is written the first time */
	struct tokens tokens;

	tokens_init(&tokens);
	for (size_t i = 0; i < stickies->count; i++) {
		const struct sticky *sticky = vec_get(stickies, const struct sticky *, i);
		struct strbuf text = STRBUF_INIT;

		tokens_read_whole(&tokens, sticky->text);
		glossary_text_make(&tokens, &text);
		vec_add(&terms->texts, char *) = strbuf_detach(&text);
		if (tokens.count && term_is_on(sticky)) {
			uint64_t key = duplicates_text_key(&tokens);

			if (!map_get(&firsts, key))
				map_set(&firsts, key, vec_end(&terms->texts, char *));
			vec_add(&terms->list, struct term) =
				(struct term){sticky, sticky->definition, key, map_get(&firsts, key)};
		}
	}
	map_release(&firsts);
	tokens_release(&tokens);
}

/* Leaves one term for each word and context; it takes the first definition. */
static void terms_join(struct terms *terms)
{
	struct term *list = terms->list.items;
	size_t kept = 0;

	if (terms->list.count)
		qsort(list, terms->list.count, sizeof(*list), term_compare);
	for (size_t i = 0; i < terms->list.count; i++) {
		struct term *last = kept ? &list[kept - 1] : NULL;

		if (!last || last->key != list[i].key || last->sticky->context != list[i].sticky->context) {
			list[kept++] = list[i];
			continue;
		}
		last->definition = last->definition ? last->definition : list[i].definition;
	}
	terms->list.count = kept;
}

void terms_init(struct terms *terms, const struct vec *stickies)
{
	*terms = (struct terms){VEC_INIT(struct term), VEC_INIT(char *)};
	terms_read(terms, stickies);
	terms_join(terms);
}

void terms_release(struct terms *terms)
{
	vec_release(&terms->list);
	vec_release_strings(&terms->texts);
}

const struct term *terms_at(const struct terms *terms, size_t at)
{
	return vec_at(&terms->list, at);
}

size_t terms_end(const struct terms *terms, size_t first)
{
	size_t end = first + 1;

	while (end < terms->list.count && terms_at(terms, end)->key == terms_at(terms, first)->key)
		end++;
	return end;
}
