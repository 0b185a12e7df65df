#include "check/siblings.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "base/names.h"
#include "check/trigger.h"

/* The events of an aggregate. */
struct siblings_family {
	size_t count;        /* of events */
	size_t fields;       /* how many different fields they have together */
	struct names known;  /* the names of these */
	struct names lowest; /* fields of those that are sent as a snapshot -> the lowest id */
	struct names next;   /* the same -> the one after the lowest */
};

void siblings_init(struct siblings *siblings)
{
	*siblings = (struct siblings){MAP_INIT};
}

void siblings_release(struct siblings *siblings)
{
	siblings_reset(siblings);
	map_release(&siblings->families);
}

void siblings_reset(struct siblings *siblings)
{
	struct map_entry *entry;

	for (size_t at = 0; (entry = map_next(&siblings->families, &at));) {
		struct siblings_family *family = entry->value;

		names_release(&family->known);
		names_release(&family->lowest);
		names_release(&family->next);
		free(family);
	}
	map_reset(&siblings->families);
}

int64_t siblings_aggregate(const struct board *board, const struct namesakes *namesakes, const struct sticky *event)
{
	const struct sticky *aggregate = trigger_find(board, event, KIND_BIT(KIND_AGGREGATE), TRIGGER_AROUND);

	return aggregate && namesakes_of(namesakes, aggregate->id) ? namesakes_first(namesakes, aggregate->id) : 0;
}

static const struct siblings_family *siblings_family(const struct siblings *siblings, int64_t aggregate)
{
	return aggregate ? map_get(&siblings->families, (uint64_t)aggregate) : NULL;
}

static int siblings_compare(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Lists the names of the fields of PAYLOAD in NAMES (of const char *), sorted, each once. */
static void siblings_list(const struct payload *payload, struct vec *names)
{
	for (size_t i = 0; i < payload->fields.count; i++)
		if (payload_find(payload, payload_at(payload, i)->name) == payload_at(payload, i))
			vec_add(names, const char *) = payload_at(payload, i)->name;
	if (names->count)
		qsort(names->items, names->count, names->size, siblings_compare);
}

/* Appends the NAMES, a line each: the same for the same fields. */
static void siblings_key(const struct vec *names, struct strbuf *key)
{
	for (size_t i = 0; i < names->count; i++)
		strbuf_addf(key, "%s\n", vec_get(names, const char *, i));
}

static void siblings_add_snapshot(struct siblings_family *family, const char *key, int64_t id)
{
	int64_t lowest = names_get(&family->lowest, key), next = names_get(&family->next, key);

	if (!lowest || id < lowest) {
		names_set(&family->lowest, key, id);
		if (lowest)
			names_set(&family->next, key, lowest);
	} else if (!next || id < next) {
		names_set(&family->next, key, id);
	}
}

void siblings_add(struct siblings *siblings, int64_t aggregate, const struct sticky *event, bool snapshot)
{
	struct siblings_family *family = map_get(&siblings->families, (uint64_t)aggregate);
	struct vec names = VEC_INIT(const char *);
	struct strbuf key = STRBUF_INIT;
	struct payload payload;

	if (!family) {
		family = mem_zalloc(sizeof(*family));
		map_set(&siblings->families, (uint64_t)aggregate, family);
	}
	payload_init(&payload);
	payload_read(&payload, event->payload);
	siblings_list(&payload, &names);
	family->count++;
	for (size_t i = 0; i < names.count; i++) {
		const char *name = vec_get(&names, const char *, i);

		family->fields += !names_get(&family->known, name);
		names_set(&family->known, name, 1);
	}
	siblings_key(&names, &key);
	if (snapshot)
		siblings_add_snapshot(family, key.text, event->id);
	payload_release(&payload);
	vec_release(&names);
	strbuf_release(&key);
}

bool siblings_are_covered(const struct siblings *siblings, int64_t aggregate, const struct payload *payload)
{
	const struct siblings_family *family = siblings_family(siblings, aggregate);
	struct vec names = VEC_INIT(const char *);
	bool covered;

	siblings_list(payload, &names);
	covered = family && family->count > 1 && family->fields == names.count;
	vec_release(&names);
	return covered;
}

int64_t siblings_snapshot(
	const struct siblings *siblings, int64_t aggregate, int64_t event, const struct payload *payload)
{
	const struct siblings_family *family = siblings_family(siblings, aggregate);
	struct vec names = VEC_INIT(const char *);
	struct strbuf key = STRBUF_INIT;
	int64_t found = 0;

	if (!family)
		return 0;
	siblings_list(payload, &names);
	siblings_key(&names, &key);
	found = names_get(&family->lowest, key.text);
	if (found == event)
		found = names_get(&family->next, key.text);
	vec_release(&names);
	strbuf_release(&key);
	return found;
}
