#include "check/nameindex.h"

#include "check/duplicates.h"
#include "check/hangul.h"
#include "check/propose_words.h"

#define NAMEINDEX_PARTS_MOST 16 /* of a name; a longer one is a sentence */
#define NAMEINDEX_FOUND_MOST 8  /* with the same name */

struct nameindex_name {
	const struct sticky *sticky;
	size_t next; /* place of the next with the same name, from 1; 0 for none */
};

void nameindex_init(struct nameindex *index)
{
	vec_init(&index->names, sizeof(struct nameindex_name));
	index->keys = (struct map)MAP_INIT;
}

void nameindex_reset(struct nameindex *index)
{
	vec_reset(&index->names);
	map_reset(&index->keys);
}

void nameindex_release(struct nameindex *index)
{
	vec_release(&index->names);
	map_release(&index->keys);
}

/* Appends a part for each stem and syllable. */
static void nameindex_parts(const struct tokens *tokens, struct vec *parts)
{
	for (size_t i = 0; i < tokens->count; i++) {
		const struct token *word = &tokens->words[i];

		if (!word->hangul) {
			vec_add(parts, uint64_t) =
				duplicates_hash(word->text, propose_words_stem(word->text, word->len));
			continue;
		}
		for (size_t at = 0; at < word->len; at += HANGUL_BYTES)
			vec_add(parts, uint64_t) = duplicates_hash(word->text + at, HANGUL_BYTES);
	}
}

void nameindex_add(struct nameindex *index, const struct sticky *sticky, const struct tokens *tokens)
{
	struct nameindex_name name = {.sticky = sticky};
	struct vec parts = VEC_INIT(uint64_t);
	uint64_t key = 0;

	nameindex_parts(tokens, &parts);
	for (size_t i = 0; i < parts.count; i++)
		key = duplicates_next(key, vec_get(&parts, uint64_t, i));
	if (parts.count && parts.count <= NAMEINDEX_PARTS_MOST && !(parts.count == 1 && tokens->words[0].hangul)) {
		name.next = (size_t)(uintptr_t)map_get(&index->keys, key);
		vec_add(&index->names, struct nameindex_name) = name;
		map_set(&index->keys, key, (void *)(uintptr_t)index->names.count);
	}
	vec_release(&parts);
}

/* The place, from 1, of the longest name that PARTS has at AT, and its *LENGTH in parts; 0 if there is none. */
static size_t nameindex_longest(const struct nameindex *index, const struct vec *parts, size_t at, size_t *length)
{
	size_t longest = 0, place;
	uint64_t key = 0;

	for (size_t count = 1; count <= NAMEINDEX_PARTS_MOST && at + count <= parts->count; count++) {
		key = duplicates_next(key, vec_get(parts, uint64_t, at + count - 1));
		place = (size_t)(uintptr_t)map_get(&index->keys, key);
		if (!place)
			continue;
		longest = place;
		*length = count;
	}
	return longest;
}

void nameindex_find(const struct nameindex *index, const struct tokens *tokens, struct vec *found)
{
	struct vec parts = VEC_INIT(uint64_t);
	size_t best = 0, longest = 0;

	nameindex_parts(tokens, &parts);
	for (size_t at = parts.count; at-- > 0;) {
		size_t length = 0, place = nameindex_longest(index, &parts, at, &length);

		if (!place || length <= longest)
			continue;
		best = place;
		longest = length;
	}
	vec_reset(found);
	while (best && found->count < NAMEINDEX_FOUND_MOST) {
		const struct nameindex_name *name = vec_at(&index->names, best - 1);

		vec_add(found, const struct sticky *) = name->sticky;
		best = name->next;
	}
	vec_release(&parts);
}
