#include "check/likeness.h"

#include <stdlib.h>

#include "base/mem.h"

void likeness_release(struct likeness *likeness)
{
	struct map_entry *entry;
	size_t at = 0;

	while ((entry = map_next(&likeness->groups, &at)))
		free(entry->value);
	map_release(&likeness->groups);
}

const struct like *likeness_find(const struct likeness *likeness, uint64_t key)
{
	return map_get(&likeness->groups, key);
}

static void likeness_stir(const struct like *like, struct vec *stirred)
{
	for (const struct like_member *member = like->members; member; member = member->next)
		*(int64_t *)vec_push(stirred) = member->id;
}

void likeness_join(struct likeness *likeness, struct like_member *member, uint64_t key,
	struct vec *stirred)
{
	struct like *like = map_get(&likeness->groups, key);

	if (member->like)
		BUG("sticky %lld is in a group already", (long long)member->id);
	if (!like) {
		like = mem_zalloc(sizeof(*like));
		like->key = key;
		map_set(&likeness->groups, key, like);
	}
	member->like = like;
	member->prev = NULL;
	member->next = like->members;
	if (like->members)
		like->members->prev = member;
	like->members = member;
	like->count++;
	if (!like->first || member->id < like->first->id) {
		like->first = member;
		likeness_stir(like, stirred);
	}
}

static const struct like_member *likeness_lowest(const struct like *like)
{
	const struct like_member *lowest = like->members;

	for (const struct like_member *member = lowest; member; member = member->next)
		if (member->id < lowest->id)
			lowest = member;
	return lowest;
}

void likeness_leave(struct likeness *likeness, struct like_member *member, struct vec *stirred)
{
	struct like *like = member->like;

	if (!like)
		return;
	if (member->prev)
		member->prev->next = member->next;
	else
		like->members = member->next;
	if (member->next)
		member->next->prev = member->prev;
	member->like = NULL;
	if (!--like->count) {
		map_remove(&likeness->groups, like->key);
		free(like);
	} else if (like->first == member) {
		like->first = likeness_lowest(like);
		likeness_stir(like, stirred);
	}
}
