#include "model/compare.h"

#include <stdlib.h>
#include <string.h>

#include "base/map.h"
#include "base/mem.h"
#include "model/integration.h"
#include "model/shift.h"

/* Two boards, and which of their items are the same. */
struct compare {
	const struct board *before, *after;
	const struct vec *shifts; /* or NULL */
	struct vec *differences;
	struct map partners[ENTITY_COUNT]; /* id before -> the item after */
	struct map taken[ENTITY_COUNT];    /* id after -> the item before */
};

static void compare_pair(struct compare *compare, enum entity entity, const void *before, const void *after)
{
	map_set(&compare->partners[entity], *(const uint64_t *)before, (void *)after);
	map_set(&compare->taken[entity], *(const uint64_t *)after, (void *)before);
}

static const void *compare_partner(const struct compare *compare, enum entity entity, int64_t id)
{
	return map_get(&compare->partners[entity], (uint64_t)id);
}

/* Pairs items by id; with two logs only stickies, and only those made at the same time. */
static void compare_pair_ids(struct compare *compare, enum entity entity)
{
	const void *before, *after;

	for (size_t at = 0; (before = board_next(compare->before, entity, &at));) {
		const struct sticky *sticky = before;

		after = board_item(compare->after, entity, sticky->id);
		if (after && (compare->shifts || entity == ENTITY_BOARD ||
				     ((const struct sticky *)after)->created == sticky->created))
			compare_pair(compare, entity, before, after);
	}
}

/* Appends the key by which items of two logs are the same. */
static void compare_key(const struct board *board, enum entity entity, const void *item, struct strbuf *out)
{
	const struct relation *relation = item;
	const struct sticky *sticky = item;
	const char *name = NULL;

	switch (entity) {
	case ENTITY_STICKY: strbuf_addf(out, "%d %s", sticky->kind, sticky->text ? sticky->text : ""); break;
	case ENTITY_RELATION:
		strbuf_addf(out, "%s\n%s\n%d %s", board_context(board, relation->source)->name,
			board_context(board, relation->target)->name, relation->style,
			relation->label ? relation->label : "");
		break;
	case ENTITY_CONTEXT: name = ((const struct context *)item)->name; break;
	case ENTITY_PHASE: name = ((const struct phase *)item)->name; break;
	case ENTITY_LANE: name = ((const struct lane *)item)->name; break;
	default: BUG("entity %d has no key", (int)entity);
	}
	strbuf_addstr(out, name ? name : "");
}

struct compare_keyed {
	char *key;
	const void *item;
};

static int compare_by_key(const void *a, const void *b)
{
	const struct compare_keyed *first = a, *second = b;
	int order = strcmp(first->key, second->key);
	int64_t one = *(const int64_t *)first->item, two = *(const int64_t *)second->item;

	return order ? order : (one > two) - (one < two);
}

/* Fills KEYS with the items of BOARD that are in no pair, by key. */
static void compare_keys(const struct board *board, enum entity entity, const struct map *paired, struct vec *keys)
{
	struct strbuf key = STRBUF_INIT;
	const void *item;

	for (size_t at = 0; (item = board_next(board, entity, &at));) {
		if (map_get(paired, *(const uint64_t *)item))
			continue;
		compare_key(board, entity, item, &key);
		vec_add(keys, struct compare_keyed) = (struct compare_keyed){strbuf_detach(&key), item};
	}
	if (keys->count)
		qsort(keys->items, keys->count, keys->size, compare_by_key);
}

static void compare_forget_keys(struct vec *keys)
{
	for (size_t i = 0; i < keys->count; i++)
		free(vec_get(keys, struct compare_keyed, i).key);
	vec_release(keys);
}

static void compare_pair_keys(struct compare *compare, enum entity entity)
{
	struct vec before = VEC_INIT(struct compare_keyed), after = VEC_INIT(struct compare_keyed);

	compare_keys(compare->before, entity, &compare->partners[entity], &before);
	compare_keys(compare->after, entity, &compare->taken[entity], &after);
	for (size_t i = 0, j = 0; i < before.count && j < after.count;) {
		const struct compare_keyed *one = vec_at(&before, i), *two = vec_at(&after, j);
		int order = strcmp(one->key, two->key);

		if (!order)
			compare_pair(compare, entity, one->item, two->item);
		i += order <= 0;
		j += order >= 0;
	}
	compare_forget_keys(&before);
	compare_forget_keys(&after);
}

/* Links are the same if their sources and targets are. */
static void compare_pair_links(struct compare *compare)
{
	const struct link *link, *other;

	for (size_t at = 0; (link = board_next(compare->before, ENTITY_LINK, &at));) {
		const struct sticky *source = compare_partner(compare, ENTITY_STICKY, link->source);
		const struct sticky *target = compare_partner(compare, ENTITY_STICKY, link->target);

		other = source && target ? board_link(compare->after, source->id, target->id) : NULL;
		if (other)
			compare_pair(compare, ENTITY_LINK, link, other);
	}
}

/* Messages are the same if their relations and stickies are. */
static void compare_pair_messages(struct compare *compare)
{
	const struct message *message, *other;

	for (size_t at = 0; (message = board_next(compare->before, ENTITY_MESSAGE, &at));) {
		const struct relation *relation = compare_partner(compare, ENTITY_RELATION, message->relation);
		const struct sticky *sticky = compare_partner(compare, ENTITY_STICKY, message->sticky);

		other = relation && sticky ? board_message(compare->after, relation->id, sticky->id) : NULL;
		if (other)
			compare_pair(compare, ENTITY_MESSAGE, message, other);
	}
}

static void compare_add(const struct compare *compare, enum difference_what what, enum entity entity,
	const void *before, const void *after)
{
	vec_add(compare->differences, struct difference) = (struct difference){what, entity, before, after, NULL};
}

/* Adds a difference if the values of field NAME differ. */
static void compare_field(const struct compare *compare, enum difference_what what, enum entity entity,
	const char *name, const void *before, const void *after)
{
	const struct field *field = field_find(entity, name);
	struct strbuf first = STRBUF_INIT, second = STRBUF_INIT;

	field_format(field, before, &first);
	field_format(field, after, &second);
	if (strcmp(first.text, second.text))
		compare_add(compare, what, entity, before, after);
	strbuf_release(&first);
	strbuf_release(&second);
}

/* Adds a difference for each of the fields NAMES (up to NULL) whose values differ. */
static void compare_described(const struct compare *compare, enum entity entity, const char *const *names,
	const void *before, const void *after)
{
	for (; *names; names++) {
		size_t count = compare->differences->count;

		compare_field(compare, DIFFERENCE_DESCRIBED, entity, *names, before, after);
		if (compare->differences->count > count)
			vec_end(compare->differences, struct difference).field = field_find(entity, *names);
	}
}

static void compare_stickies(const struct compare *compare, const void *one, const void *two)
{
	static const char *const described[] = {"definition", "invariants", NULL};
	const struct sticky *before = one, *after = two;
	struct place place = shift_place_by_all(compare->shifts, before->place);
	const void *context = compare_partner(compare, ENTITY_CONTEXT, before->context);

	if (place.column != after->place.column || place.row != after->place.row)
		compare_add(compare, DIFFERENCE_MOVED, ENTITY_STICKY, before, after);
	compare_field(compare, DIFFERENCE_REWORDED, ENTITY_STICKY, "text", before, after);
	compare_field(compare, DIFFERENCE_NOTED, ENTITY_STICKY, "note", before, after);
	compare_field(compare, DIFFERENCE_REKINDED, ENTITY_STICKY, "kind", before, after);
	if (context != board_context(compare->after, after->context) || (before->context && !context))
		compare_add(compare, DIFFERENCE_DRAWN, ENTITY_STICKY, before, after);
	if (before->resolved != after->resolved)
		compare_add(compare, DIFFERENCE_RESOLVED, ENTITY_STICKY, before, after);
	if (before->pivotal != after->pivotal)
		compare_add(compare, DIFFERENCE_PIVOTAL, ENTITY_STICKY, before, after);
	if (before->public != after->public)
		compare_add(compare, DIFFERENCE_PUBLIC, ENTITY_STICKY, before, after);
	compare_field(compare, DIFFERENCE_PAYLOAD, ENTITY_STICKY, "payload", before, after);
	compare_field(compare, DIFFERENCE_METADATA, ENTITY_STICKY, "metadata", before, after);
	compare_field(compare, DIFFERENCE_REJECTION, ENTITY_STICKY, "rejection", before, after);
	compare_described(compare, ENTITY_STICKY, described, before, after);
}

static void compare_facts(const struct compare *compare, const void *before, const void *after)
{
	static const char *const described[] = {"purpose", NULL};

	compare_field(compare, DIFFERENCE_REWORDED, ENTITY_BOARD, "title", before, after);
	compare_described(compare, ENTITY_BOARD, described, before, after);
}

static void compare_contexts(const struct compare *compare, const void *before, const void *after)
{
	static const char *const described[] = {"purpose", "subdomain", "roles", "assumptions", NULL};

	compare_field(compare, DIFFERENCE_REWORDED, ENTITY_CONTEXT, "name", before, after);
	compare_described(compare, ENTITY_CONTEXT, described, before, after);
}

static void compare_answers(const struct compare *compare, const struct relation *before, const struct relation *after)
{
	for (int i = 0; i < INTEGRATION_QUESTION_COUNT; i++) {
		enum integration_question question = (enum integration_question)i;

		if (!strcmp(integration_given(before, question), integration_given(after, question)))
			continue;
		compare_add(compare, DIFFERENCE_ANSWERED, ENTITY_RELATION, before, after);
		vec_end(compare->differences, struct difference).field =
			field_find(ENTITY_RELATION, integration_field(question));
	}
}

/* Two logs may number their contexts differently, so compare the ends by their partners. */
static void compare_relations(const struct compare *compare, const void *one, const void *two)
{
	static const char *const fields[] = {"style", "label", "source_pattern", "target_pattern"};
	const struct relation *before = one, *after = two;
	size_t count = compare->differences->count;

	if (compare_partner(compare, ENTITY_CONTEXT, before->source) != board_context(compare->after, after->source) ||
		compare_partner(compare, ENTITY_CONTEXT, before->target) !=
			board_context(compare->after, after->target))
		compare_add(compare, DIFFERENCE_ALTERED, ENTITY_RELATION, before, after);
	for (size_t i = 0; i < ARRAY_SIZE(fields) && compare->differences->count == count; i++)
		compare_field(compare, DIFFERENCE_ALTERED, ENTITY_RELATION, fields[i], before, after);
	compare_answers(compare, before, after);
}

static void compare_messages(const struct compare *compare, const void *one, const void *two)
{
	const struct message *before = one, *after = two;
	const char *first = before->uses ? before->uses : "", *second = after->uses ? after->uses : "";

	if (before->type != after->type || strcmp(first, second))
		compare_add(compare, DIFFERENCE_ALTERED, ENTITY_MESSAGE, before, after);
}

static void compare_phases(const struct compare *compare, const void *one, const void *two)
{
	const struct phase *before = one, *after = two;
	struct place place = {(int32_t)before->column, 1};

	if (shift_place_by_all(compare->shifts, place).column != after->column)
		compare_add(compare, DIFFERENCE_MOVED, ENTITY_PHASE, before, after);
	compare_field(compare, DIFFERENCE_REWORDED, ENTITY_PHASE, "name", before, after);
}

static void compare_lanes(const struct compare *compare, const void *one, const void *two)
{
	const struct lane *before = one, *after = two;
	struct place place = {1, (int32_t)before->row};

	if (shift_place_by_all(compare->shifts, place).row != after->row)
		compare_add(compare, DIFFERENCE_MOVED, ENTITY_LANE, before, after);
	compare_field(compare, DIFFERENCE_REWORDED, ENTITY_LANE, "name", before, after);
}

/* How each entity is compared, in the order of the result. */
static const struct compare_part {
	enum entity entity;
	void (*compare)(const struct compare *compare, const void *before, const void *after);
	void (*pair)(struct compare *compare); /* NULL: by ids and keys */
} compare_parts[] = {
	{ENTITY_BOARD, compare_facts, NULL},
	{ENTITY_STICKY, compare_stickies, NULL},
	{ENTITY_LINK, NULL, compare_pair_links},
	{ENTITY_CONTEXT, compare_contexts, NULL},
	{ENTITY_RELATION, compare_relations, NULL},
	{ENTITY_MESSAGE, compare_messages, compare_pair_messages},
	{ENTITY_PHASE, compare_phases, NULL},
	{ENTITY_LANE, compare_lanes, NULL},
};

static void compare_pair_all(struct compare *compare)
{
	for (size_t i = 0; i < ARRAY_SIZE(compare_parts); i++) {
		enum entity entity = compare_parts[i].entity;

		if (compare_parts[i].pair) {
			compare_parts[i].pair(compare);
			continue;
		}
		if (compare->shifts || entity == ENTITY_STICKY || entity == ENTITY_BOARD)
			compare_pair_ids(compare, entity);
		if (!compare->shifts && entity != ENTITY_BOARD)
			compare_pair_keys(compare, entity);
	}
}

static struct place difference_place(const struct difference *difference)
{
	const void *item = difference->after ? difference->after : difference->before;

	switch (difference->entity) {
	case ENTITY_STICKY: return ((const struct sticky *)item)->place;
	case ENTITY_PHASE: return (struct place){(int32_t)((const struct phase *)item)->column, 0};
	case ENTITY_LANE: return (struct place){0, (int32_t)((const struct lane *)item)->row};
	default: return (struct place){0, 0};
	}
}

static int difference_compare(const void *a, const void *b)
{
	const struct difference *first = a, *second = b;
	struct place p = difference_place(first), q = difference_place(second);
	int64_t one = *(const int64_t *)(first->after ? first->after : first->before);
	int64_t two = *(const int64_t *)(second->after ? second->after : second->before);

	if (first->what != second->what)
		return first->what < second->what ? -1 : 1;
	if (!place_equal(p, q))
		return place_compare(p, q);
	if (one == two && first->field && second->field)
		return first->field < second->field ? -1 : first->field > second->field;
	return (one > two) - (one < two);
}

static void compare_part(const struct compare *compare, const struct compare_part *part)
{
	size_t first = compare->differences->count;
	enum entity entity = part->entity;
	const void *item, *other;

	for (size_t at = 0; (item = board_next(compare->before, entity, &at));) {
		other = compare_partner(compare, entity, *(const int64_t *)item);
		if (!other)
			compare_add(compare, DIFFERENCE_REMOVED, entity, item, NULL);
		else if (part->compare)
			part->compare(compare, item, other);
	}
	for (size_t at = 0; (item = board_next(compare->after, entity, &at));)
		if (!map_get(&compare->taken[entity], *(const uint64_t *)item))
			compare_add(compare, DIFFERENCE_ADDED, entity, NULL, item);
	if (compare->differences->count > first)
		qsort(vec_at(compare->differences, first), compare->differences->count - first,
			sizeof(struct difference), difference_compare);
}

void compare_boards(
	const struct board *before, const struct board *after, const struct vec *shifts, struct vec *differences)
{
	struct compare compare = {before, after, shifts, differences, {{0}}, {{0}}};

	compare_pair_all(&compare);
	for (size_t i = 0; i < ARRAY_SIZE(compare_parts); i++)
		compare_part(&compare, &compare_parts[i]);
	for (int entity = 0; entity < ENTITY_COUNT; entity++) {
		map_release(&compare.partners[entity]);
		map_release(&compare.taken[entity]);
	}
}

const char *compare_token(enum difference_what what)
{
	static const char *const tokens[DIFFERENCE_COUNT] = {
		[DIFFERENCE_ADDED] = "added",
		[DIFFERENCE_REMOVED] = "removed",
		[DIFFERENCE_MOVED] = "moved",
		[DIFFERENCE_REWORDED] = "reworded",
		[DIFFERENCE_NOTED] = "note",
		[DIFFERENCE_REKINDED] = "kind",
		[DIFFERENCE_DRAWN] = "context",
		[DIFFERENCE_RESOLVED] = "resolved",
		[DIFFERENCE_PIVOTAL] = "pivotal",
		[DIFFERENCE_PUBLIC] = "public",
		[DIFFERENCE_PAYLOAD] = "payload",
		[DIFFERENCE_METADATA] = "metadata",
		[DIFFERENCE_REJECTION] = "rejection",
		[DIFFERENCE_ALTERED] = "altered",
		[DIFFERENCE_ANSWERED] = "answered",
		[DIFFERENCE_DESCRIBED] = "described",
	};

	return tokens[what];
}
