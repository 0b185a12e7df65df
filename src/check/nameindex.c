#include "check/nameindex.h"

#include <string.h>

#include "check/duplicates.h"
#include "check/hangul.h"
#include "check/propose_words.h"

struct nameindex_name {
	const struct sticky *sticky;
	struct vec parts; /* of uint64_t: a hash for each English stem and each syllable */
	size_t next;      /* place of the next name that starts so, from 1; 0 for none */
};

void nameindex_init(struct nameindex *index)
{
	vec_init(&index->names, sizeof(struct nameindex_name));
	vec_init(&index->found, sizeof(const struct sticky *));
	index->starts = (struct map)MAP_INIT;
}

void nameindex_release(struct nameindex *index)
{
	for (size_t i = 0; i < index->names.count; i++)
		vec_release(&vec_get(&index->names, struct nameindex_name, i).parts);
	vec_release(&index->names);
	vec_release(&index->found);
	map_release(&index->starts);
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
	struct nameindex_name name = {.sticky = sticky, .parts = VEC_INIT(uint64_t)};
	uint64_t start;

	nameindex_parts(tokens, &name.parts);
	if (!name.parts.count || (name.parts.count == 1 && tokens->words[0].hangul)) {
		vec_release(&name.parts);
		return;
	}
	start = vec_get(&name.parts, uint64_t, 0);
	name.next = (size_t)(uintptr_t)map_get(&index->starts, start);
	vec_add(&index->names, struct nameindex_name) = name;
	map_set(&index->starts, start, (void *)(uintptr_t)index->names.count);
}

static bool nameindex_stands(const struct nameindex_name *name, const struct vec *parts, size_t at)
{
	size_t count = name->parts.count;

	return count <= parts->count - at &&
	       !memcmp(name->parts.items, (const uint64_t *)parts->items + at, count * sizeof(uint64_t));
}

void nameindex_find(struct nameindex *index, const struct tokens *tokens)
{
	struct vec parts = VEC_INIT(uint64_t);
	size_t longest = 0, where = 0;

	vec_reset(&index->found);
	nameindex_parts(tokens, &parts);
	for (size_t at = parts.count; at-- > 0;) {
		size_t place = (size_t)(uintptr_t)map_get(&index->starts, vec_get(&parts, uint64_t, at));

		while (place) {
			const struct nameindex_name *name = vec_at(&index->names, place - 1);
			size_t count = name->parts.count;

			place = name->next;
			if (count < longest || (count == longest && at != where) || !nameindex_stands(name, &parts, at))
				continue;
			if (count > longest)
				vec_reset(&index->found);
			longest = count;
			where = at;
			vec_add(&index->found, const struct sticky *) = name->sticky;
		}
	}
	vec_release(&parts);
}
