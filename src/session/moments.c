#include "session/moments.h"

#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/board_apply.h"
#include "model/copy.h"

void moments_init(struct moments *moments)
{
	*moments = (struct moments){.list = VEC_INIT(struct moment), .bytes = STRBUF_INIT};
}

void moments_release(struct moments *moments)
{
	for (size_t i = 0; i < moments->list.count; i++) {
		struct moment *moment = vec_at(&moments->list, i);

		for (int entity = 0; entity < ENTITY_COUNT; entity++)
			vec_release(&moment->items[entity]);
	}
	vec_release(&moments->list);
	strbuf_release(&moments->bytes);
	map_release(&moments->touched);
}

const struct moment *moments_get(const struct moments *moments, size_t index)
{
	return vec_at(&moments->list, index);
}

size_t moment_count(const struct moment *moment)
{
	size_t count = 0;

	for (int entity = 0; entity < ENTITY_COUNT; entity++)
		count += moment->items[entity].count;
	return count;
}

/* Numbers are stored in groups of seven bits, the lowest first, so that small ones, also below 0, are short. */
static void moments_put_number(struct strbuf *out, int64_t number)
{
	uint64_t rest = (uint64_t)number << 1 ^ (number < 0 ? UINT64_MAX : 0);

	for (; rest > 127; rest >>= 7)
		strbuf_addch(out, (char)(rest | 128));
	strbuf_addch(out, (char)rest);
}

static int64_t moments_take_number(const char **at)
{
	uint64_t number = 0;
	unsigned shift = 0;

	for (; (unsigned char)**at > 127; shift += 7)
		number |= (uint64_t)((unsigned char)*(*at)++ & 127) << shift;
	number |= (uint64_t)(unsigned char)*(*at)++ << shift;
	return (int64_t)(number >> 1 ^ (number & 1 ? UINT64_MAX : 0));
}

/* Appends ITEM: its id, then each field except the place. */
static void moments_pack(enum entity entity, const void *item, struct strbuf *out)
{
	const struct entity_type *type = entity_type(entity);

	moments_put_number(out, *(const int64_t *)item);
	for (size_t i = 0; i < type->count; i++) {
		const void *slot = (const char *)item + type->fields[i].offset;
		const char *text;

		switch (type->fields[i].type) {
		case FIELD_LINE:
		case FIELD_TEXT:
			text = *(char *const *)slot;
			moments_put_number(out, text ? (int64_t)strlen(text) : 0);
			strbuf_addstr(out, text ? text : "");
			break;
		case FIELD_NUMBER:
		case FIELD_TIME:
		case FIELD_REF: moments_put_number(out, *(const int64_t *)slot); break;
		case FIELD_FLAG: moments_put_number(out, *(const bool *)slot); break;
		case FIELD_CHOICE: moments_put_number(out, *(const int *)slot); break;
		case FIELD_PLACE:
		case FIELD_COLUMNS:
		case FIELD_ROWS: break;
		}
	}
}

/* Reads what moments_pack() has written into ITEM, which is cleared. */
static void moments_unpack(enum entity entity, const char *at, void *item)
{
	const struct entity_type *type = entity_type(entity);

	*(int64_t *)item = moments_take_number(&at);
	for (size_t i = 0; i < type->count; i++) {
		void *slot = (char *)item + type->fields[i].offset;
		size_t len;

		switch (type->fields[i].type) {
		case FIELD_LINE:
		case FIELD_TEXT:
			len = (size_t)moments_take_number(&at);
			*(char **)slot = len ? mem_strndup(at, len) : NULL;
			at += len;
			break;
		case FIELD_NUMBER:
		case FIELD_TIME:
		case FIELD_REF: *(int64_t *)slot = moments_take_number(&at); break;
		case FIELD_FLAG: *(bool *)slot = moments_take_number(&at); break;
		case FIELD_CHOICE: *(int *)slot = (int)moments_take_number(&at); break;
		case FIELD_PLACE:
		case FIELD_COLUMNS:
		case FIELD_ROWS: break;
		}
	}
}

static uint64_t moments_key(enum entity entity, int64_t id)
{
	return (uint64_t)entity << 56 | (uint64_t)id;
}

void moments_note(struct moments *moments, const struct change *change)
{
	if (change_shifts(change)) {
		moments->shifted[ENTITY_STICKY] = true;
		moments->shifted[change->field->type == FIELD_COLUMNS ? ENTITY_PHASE : ENTITY_LANE] = true;
	} else {
		map_set(&moments->touched, moments_key(change->entity, change->item), moments);
	}
}

static struct place moments_place(enum entity entity, const void *item)
{
	return entity == ENTITY_STICKY ? ((const struct sticky *)item)->place : (struct place){0, 0};
}

/* Adds ITEM to MOMENT; OLD (or NULL) is its entry in the previous moment. */
static void moments_add(struct moments *moments, struct moment *moment, enum entity entity, const void *item,
	const struct moment_item *old)
{
	struct moment_item *new = vec_push(&moment->items[entity]);
	size_t start = moments->bytes.len, len;

	moments_pack(entity, item, &moments->bytes);
	len = moments->bytes.len - start;
	new->bytes = start;
	new->place = moments_place(entity, item);
	if (!old || old->bytes + len > start ||
		memcmp(moments->bytes.text + old->bytes, moments->bytes.text + start, len))
		return;
	new->bytes = old->bytes;
	strbuf_truncate(&moments->bytes, start);
}

/* Adds to MOMENT those items of the moment BEFORE that still exist. */
static void moments_go_on(struct moments *moments, struct moment *moment, const struct moment *before,
	enum entity entity, const struct board *board)
{
	/* a shift of columns changes a field of phases, one of rows a field of lanes */
	bool anew = moments->shifted[entity] && entity != ENTITY_STICKY;

	for (size_t i = 0; i < before->items[entity].count; i++) {
		const struct moment_item *old = vec_at(&before->items[entity], i);
		const char *at = moments->bytes.text + old->bytes;
		int64_t id = moments_take_number(&at);
		bool touched = map_remove(&moments->touched, moments_key(entity, id));
		const void *item = NULL;

		if (touched || moments->shifted[entity])
			item = board_item(board, entity, id);
		if (touched && !item)
			continue;
		if (touched || anew) {
			moments_add(moments, moment, entity, item, old);
			continue;
		}
		vec_add(&moment->items[entity], struct moment_item) =
			(struct moment_item){old->bytes, item ? moments_place(entity, item) : old->place};
	}
}

static int moments_compare(const void *a, const void *b)
{
	uint64_t first = *(const uint64_t *)a, second = *(const uint64_t *)b;

	return (first > second) - (first < second);
}

/* Adds the items that are new since the previous moment, by entity and id. */
static void moments_add_new(struct moments *moments, struct moment *moment, const struct board *board)
{
	struct vec keys = VEC_INIT(uint64_t);
	const struct map_entry *entry;

	for (size_t at = 0; (entry = map_next(&moments->touched, &at));)
		vec_add(&keys, uint64_t) = entry->key;
	if (keys.count)
		qsort(keys.items, keys.count, keys.size, moments_compare);
	for (size_t i = 0; i < keys.count; i++) {
		uint64_t key = vec_get(&keys, uint64_t, i);
		enum entity entity = (enum entity)(key >> 56);
		const void *item = board_item(board, entity, (int64_t)(key & UINT64_C(0xffffffffffffff)));

		if (item)
			moments_add(moments, moment, entity, item, NULL);
	}
	vec_release(&keys);
}

void moments_keep(struct moments *moments, const struct board *board, size_t at)
{
	const struct moment *before;
	struct moment *moment;

	moment = vec_push(&moments->list);
	moment->at = at;
	for (int entity = 0; entity < ENTITY_COUNT; entity++) {
		vec_init(&moment->items[entity], sizeof(struct moment_item));
		moment->next_ids[entity] = board_next_id(board, (enum entity)entity);
	}
	if (moments->list.count > 1) {
		before = vec_at(&moments->list, moments->list.count - 2);
		for (int entity = 0; entity < ENTITY_COUNT; entity++)
			moments_go_on(moments, moment, before, (enum entity)entity, board);
	}
	moments_add_new(moments, moment, board);
	map_release(&moments->touched);
	memset(moments->shifted, 0, sizeof(moments->shifted));
}

void moments_restore(const struct moments *moments, const struct moment *moment, struct board *board)
{
	board_reset(board);
	for (int i = 0; i < ENTITY_COUNT; i++) {
		enum entity entity = (enum entity)i;
		void *item = mem_zalloc(entity_type(entity)->size);

		board_reserve(board, entity, moment->items[entity].count);
		for (size_t at = 0; at < moment->items[entity].count; at++) {
			const struct moment_item *kept = vec_at(&moment->items[entity], at);

			moments_unpack(entity, moments->bytes.text + kept->bytes, item);
			if (entity == ENTITY_STICKY)
				((struct sticky *)item)->place = kept->place;
			if (entity == ENTITY_BOARD)
				copy_facts(board, item);
			else if (board_insert(board, entity, item, NULL))
				BUG("a moment does not fit");
		}
		board_reserve_ids(board, entity, moment->next_ids[entity]);
		item_clear(entity, item);
		free(item);
	}
}
