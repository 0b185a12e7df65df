#include "json/document_schema.h"

#include <jansson.h>

#include "json/document.h"
#include "json/document_field.h"
#include "model/item.h"
#include "model/step.h"
#include "text/clean.h"

static json_t *document_schema_range(int64_t least, int64_t most)
{
	return json_pack(
		"{s:s, s:I, s:I}", "type", "integer", "minimum", (json_int_t)least, "maximum", (json_int_t)most);
}

static json_t *document_schema_time(void)
{
	return json_pack("{s:s, s:s}", "type", "string", "pattern",
		"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})$");
}

/* The names of all entities. */
static json_t *document_schema_entities(void)
{
	json_t *words = json_array();

	for (int i = 0; i < ENTITY_COUNT; i++)
		json_array_append_new(words, json_string(entity_type((enum entity)i)->name));
	return json_pack("{s:s, s:o}", "type", "string", "enum", words);
}

/* An object with PROPERTIES, which this takes, and no others. */
static json_t *document_schema_object(json_t *properties, json_t *required)
{
	return json_pack("{s:s, s:o, s:o, s:b}", "type", "object", "properties", properties, "required", required,
		"additionalProperties", 0);
}

static json_t *document_schema_choices(const struct field *field)
{
	json_t *words = json_array();

	for (size_t i = 0; field->choices[i]; i++)
		json_array_append_new(words, json_string(field->choices[i]));
	return json_pack("{s:s, s:o}", "type", "string", "enum", words);
}

static json_t *document_schema_field(const struct field *field)
{
	json_t *place;

	switch (field->type) {
	case FIELD_LINE:
	case FIELD_TEXT: return json_pack("{s:s, s:i}", "type", "string", "maxLength", CLEAN_MOST_CHARACTERS);
	case FIELD_NUMBER: return document_schema_range(field->least, field->most);
	case FIELD_REF: return document_schema_range(0, ITEM_ID_MOST);
	case FIELD_TIME: return document_schema_time();
	case FIELD_FLAG: return json_pack("{s:s}", "type", "boolean");
	case FIELD_CHOICE: return document_schema_choices(field);
	case FIELD_PLACE:
		place = json_pack("{s:o, s:o}", "column", document_schema_range(1, PLACE_MOST), "row",
			document_schema_range(1, PLACE_MOST));
		return document_schema_object(place, json_pack("[s, s]", "column", "row"));
	case FIELD_COLUMNS:
	case FIELD_ROWS: break;
	}
	return NULL;
}

/* The schema of an item of ENTITY. */
static json_t *document_schema_item(enum entity entity)
{
	const struct entity_type *type = entity_type(entity);
	json_t *properties = json_object(), *required = json_array();

	if (entity != ENTITY_BOARD) {
		json_object_set_new(properties, "id", document_schema_range(1, ITEM_ID_MOST));
		json_array_append_new(required, json_string("id"));
	}
	for (size_t i = 0; i < type->count; i++) {
		const struct field *field = &type->fields[i];

		if (field_is_shift(field))
			continue;
		json_object_set_new(properties, field->name, document_schema_field(field));
		if (field->type == FIELD_PLACE)
			json_array_append_new(required, json_string(field->name));
	}
	return document_schema_object(properties, required);
}

/* Adds the log, and what it consists of. */
static void document_schema_add_history(json_t *definitions, json_t *properties)
{
	json_t *change = json_pack("{s:o, s:o, s:{s:s}, s:{s:s}, s:{s:s}}", "entity", document_schema_entities(),
		"item", document_schema_range(1, ITEM_ID_MOST), "field", "type", "string", "before", "type", "string",
		"after", "type", "string");
	json_t *action = json_pack("{s:o, s:o, s:o, s:o, s:{s:s, s:[s, s, s]}, s:o, s:{s:s, s:{s:s}}}", "id",
		document_schema_range(1, ITEM_ID_MOST), "time", document_schema_time(), "person",
		document_schema_range(0, ITEM_ID_MOST), "step", document_schema_range(0, STEP_LAST), "kind", "type",
		"string", "enum", "do", "undo", "redo", "target", document_schema_range(0, ITEM_ID_MOST), "changes",
		"type", "array", "items", "$ref", "#/$defs/change");

	json_object_set_new(
		definitions, "change", document_schema_object(change, json_pack("[s, s]", "entity", "item")));
	json_object_set_new(
		definitions, "action", document_schema_object(action, json_pack("[s, s, s]", "id", "time", "changes")));
	json_object_set_new(properties, DOCUMENT_HISTORY,
		json_pack("{s:s, s:{s:s}}", "type", "array", "items", "$ref", "#/$defs/action"));
}

void document_schema_write(FILE *out)
{
	json_t *definitions = json_object(), *properties = json_object(), *schema;

	json_object_set_new(properties, "$schema", json_pack("{s:s}", "type", "string"));
	json_object_set_new(properties, "evstorm", document_schema_range(DOCUMENT_VERSION, DOCUMENT_VERSION_MOST));
	document_schema_add_history(definitions, properties);
	for (int i = 0; i < ENTITY_COUNT; i++) {
		const char *name = entity_type((enum entity)i)->name;
		json_t *reference = json_pack("{s:s+}", "$ref", "#/$defs/", name);

		json_object_set_new(definitions, name, document_schema_item((enum entity)i));
		json_object_set_new(properties, document_key((enum entity)i),
			i == ENTITY_BOARD ? reference : json_pack("{s:s, s:o}", "type", "array", "items", reference));
	}
	schema = document_schema_object(properties, json_pack("[s]", "evstorm"));
	json_object_set_new(schema, "$schema", json_string("https://json-schema.org/draft/2020-12/schema"));
	json_object_set_new(schema, "title", json_string("A board of evstorm"));
	json_object_set_new(schema, "$defs", definitions);
	json_dumpf(schema, out, JSON_INDENT(1) | JSON_SORT_KEYS);
	fputc('\n', out);
	json_decref(schema);
}
