#include "json/document.h"

#include <jansson.h>

#include "base/mem.h"
#include "json/document_field.h"

const char *document_key(enum entity entity)
{
	static const char *const keys[] = {
		[ENTITY_BOARD] = "board",
		[ENTITY_PERSON] = "people",
		[ENTITY_CONTEXT] = "contexts",
		[ENTITY_STICKY] = "stickies",
		[ENTITY_LINK] = "links",
		[ENTITY_VOTE] = "votes",
		[ENTITY_PHASE] = "phases",
		[ENTITY_LANE] = "lanes",
		[ENTITY_RELATION] = "relations",
		[ENTITY_MESSAGE] = "messages",
	};

	_Static_assert(ARRAY_SIZE(keys) == ENTITY_COUNT, "keys");
	return keys[entity];
}

static void document_write_item(enum entity entity, const void *item, FILE *out)
{
	json_t *object = document_field_item(entity, item);

	json_dumpf(object, out, JSON_COMPACT);
	json_decref(object);
}

static void document_write_items(const struct board *board, enum entity entity, FILE *out)
{
	struct vec list = VEC_INIT(const void *);

	board_list(board, entity, &list);
	fprintf(out, ",\n\"%s\": [", document_key(entity));
	for (size_t i = 0; i < list.count; i++) {
		fputs(i ? ",\n" : "\n", out);
		document_write_item(entity, vec_get(&list, const void *, i), out);
	}
	fputs(list.count ? "\n]" : "]", out);
	vec_release(&list);
}

void document_write_members(const struct board *board, int version, FILE *out)
{
	fprintf(out, "{\n\"evstorm\": %d,\n\"%s\": ", version, document_key(ENTITY_BOARD));
	document_write_item(ENTITY_BOARD, board_facts(board), out);
	for (int entity = ENTITY_BOARD + 1; entity < ENTITY_COUNT; entity++)
		document_write_items(board, (enum entity)entity, out);
}

void document_write(const struct board *board, FILE *out)
{
	document_write_members(board, DOCUMENT_VERSION, out);
	fputs("\n}\n", out);
}
