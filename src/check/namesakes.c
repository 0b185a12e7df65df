#include "check/namesakes.h"

#include "check/duplicates.h"

void namesakes_init(struct namesakes *namesakes)
{
	*namesakes = (struct namesakes){.all = VEC_INIT(struct namesake)};
	tokens_init(&namesakes->whole);
}

void namesakes_reset(struct namesakes *namesakes)
{
	for (size_t i = 0; i < namesakes->all.count; i++)
		vec_release(&vec_get(&namesakes->all, struct namesake, i).ids);
	vec_reset(&namesakes->all);
	map_reset(&namesakes->ids);
	map_reset(&namesakes->keys);
}

void namesakes_release(struct namesakes *namesakes)
{
	namesakes_reset(namesakes);
	vec_release(&namesakes->all);
	map_release(&namesakes->ids);
	map_release(&namesakes->keys);
	tokens_release(&namesakes->whole);
}

/* What stands in brackets may be all that two names differ in. */
static uint64_t namesakes_name(struct namesakes *namesakes, const struct sticky *sticky, const struct tokens *tokens)
{
	if (!tokens->count)
		return duplicates_next(0, (uint64_t)sticky->id);
	if (!tokens->bracketed)
		return duplicates_text_key(tokens);
	tokens_read_whole(&namesakes->whole, sticky->text);
	return duplicates_text_key(&namesakes->whole);
}

static struct namesake *namesakes_find(struct namesakes *namesakes, uint64_t name, const struct sticky *sticky)
{
	uint64_t key = duplicates_next(name, (uint64_t)sticky->context);
	size_t place = (size_t)(uintptr_t)map_get(&namesakes->keys, key);

	if (place)
		return vec_at(&namesakes->all, place - 1);
	vec_add(&namesakes->all, struct namesake) = (struct namesake){
		.name = name, .first = sticky->id, .context = sticky->context, .ids = VEC_INIT(int64_t)};
	map_set(&namesakes->keys, key, (void *)(uintptr_t)namesakes->all.count);
	return vec_last(&namesakes->all);
}

void namesakes_add(struct namesakes *namesakes, const struct sticky *sticky, const struct tokens *tokens)
{
	uint64_t name = namesakes_name(namesakes, sticky, tokens);
	struct namesake *same = namesakes_find(namesakes, name, sticky);
	size_t place = (size_t)(same - (struct namesake *)namesakes->all.items) + 1;

	vec_add(&same->ids, int64_t) = sticky->id;
	if (sticky->id < same->first)
		same->first = sticky->id;
	map_set(&namesakes->ids, (uint64_t)sticky->id, (void *)(uintptr_t)place);
}

void namesakes_read(struct namesakes *namesakes, const struct board *board)
{
	const struct sticky *sticky;
	struct tokens tokens;

	tokens_init(&tokens);
	for (size_t at = 0; (sticky = board_next(board, ENTITY_STICKY, &at));) {
		if (sticky->kind != KIND_AGGREGATE)
			continue;
		tokens_read(&tokens, sticky->text);
		namesakes_add(namesakes, sticky, &tokens);
	}
	tokens_release(&tokens);
}

const struct namesake *namesakes_of(const struct namesakes *namesakes, int64_t id)
{
	size_t place = (size_t)(uintptr_t)map_get(&namesakes->ids, (uint64_t)id);

	return place ? vec_at(&namesakes->all, place - 1) : NULL;
}

int64_t namesakes_first(const struct namesakes *namesakes, int64_t id)
{
	const struct namesake *same = namesakes_of(namesakes, id);

	return same ? same->first : id;
}

uint64_t namesakes_key(const struct namesakes *namesakes, const struct sticky *sticky)
{
	return (uint64_t)namesakes_first(namesakes, sticky->id);
}

size_t namesakes_count(const struct namesakes *namesakes)
{
	return namesakes->all.count;
}
