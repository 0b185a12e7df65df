#include "format/jsonschema.h"

#include <string.h>

#include "base/mem.h"
#include "base/strbuf.h"
#include "format/fieldtype.h"
#include "model/payload.h"

/* The attributes that every CloudEvent has, and those with a fixed meaning. */
static const struct jsonschema_attribute {
	const char *name, *format;
	bool required;
} jsonschema_attributes[] = {
	{"id", NULL, true},
	{"source", "uri-reference", true},
	{"specversion", NULL, true},
	{"type", NULL, true},
	{"time", "date-time", false},
};

static const struct jsonschema_attribute *jsonschema_attribute(const char *name)
{
	for (size_t i = 0; i < ARRAY_SIZE(jsonschema_attributes); i++)
		if (!strcmp(jsonschema_attributes[i].name, name))
			return &jsonschema_attributes[i];
	return NULL;
}

static void jsonschema_type(struct yaml *yaml, enum fieldtype_base base)
{
	yaml_text(yaml, "type", fieldtype_json(base));
	if (fieldtype_json_format(base))
		yaml_text(yaml, "format", fieldtype_json_format(base));
}

/* Writes what the schema cannot express: the words of the type, and that the field is sensitive. */
static void jsonschema_description(struct yaml *yaml, const struct payload_field *field, enum fieldtype_base base)
{
	struct strbuf text = STRBUF_INIT;

	if (base == FIELDTYPE_UNKNOWN || base == FIELDTYPE_MONEY)
		strbuf_addstr(&text, field->type);
	if (field->sensitive)
		strbuf_addf(&text, "%ssensitive", text.len ? "; " : "");
	if (text.len)
		yaml_text(yaml, "description", text.text);
	if (field->sensitive)
		yaml_word(yaml, "x-sensitive", "true");
	strbuf_release(&text);
}

static void jsonschema_field(struct yaml *yaml, const struct payload_field *field)
{
	struct fieldtype type = fieldtype_read(field->type);

	yaml_open(yaml, field->name);
	if (type.list) {
		yaml_text(yaml, "type", "array");
		yaml_open(yaml, "items");
		jsonschema_type(yaml, type.base);
		yaml_close(yaml);
	} else {
		jsonschema_type(yaml, type.base);
	}
	jsonschema_description(yaml, field, type.base);
	yaml_close(yaml);
}

/* Is FIELD the first of its name? A key must not come twice. */
static bool jsonschema_is_first(const struct payload *payload, size_t at)
{
	const struct payload_field *field = payload_at(payload, at);

	return payload_find(payload, field->name) == field;
}

void jsonschema_payload(struct yaml *yaml, const char *text)
{
	struct payload payload;

	payload_init(&payload);
	payload_read(&payload, text);
	if (payload.fields.count) {
		yaml_open(yaml, "payload");
		yaml_text(yaml, "type", "object");
		yaml_open(yaml, "properties");
		for (size_t i = 0; i < payload.fields.count; i++)
			if (jsonschema_is_first(&payload, i))
				jsonschema_field(yaml, payload_at(&payload, i));
		yaml_close(yaml);
		yaml_close(yaml);
	}
	payload_release(&payload);
}

void jsonschema_headers(struct yaml *yaml, const char *metadata, const char *source, const char *type)
{
	struct payload fields;

	payload_init(&fields);
	payload_read_metadata(&fields, metadata);
	yaml_open(yaml, "headers");
	yaml_text(yaml, "type", "object");
	yaml_open(yaml, "required");
	for (size_t i = 0; i < ARRAY_SIZE(jsonschema_attributes); i++)
		if (jsonschema_attributes[i].required)
			yaml_item(yaml, jsonschema_attributes[i].name);
	yaml_close(yaml);
	yaml_open(yaml, "properties");
	for (size_t i = 0; i < ARRAY_SIZE(jsonschema_attributes); i++) {
		const struct jsonschema_attribute *attribute = &jsonschema_attributes[i];

		yaml_open(yaml, attribute->name);
		yaml_text(yaml, "type", "string");
		if (attribute->format)
			yaml_text(yaml, "format", attribute->format);
		if (!strcmp(attribute->name, "specversion"))
			yaml_text(yaml, "const", "1.0");
		else if (!strcmp(attribute->name, "source") && source)
			yaml_text(yaml, "const", source);
		else if (!strcmp(attribute->name, "type"))
			yaml_text(yaml, "const", type);
		yaml_close(yaml);
	}
	for (size_t i = 0; i < fields.fields.count; i++)
		if (!jsonschema_attribute(payload_at(&fields, i)->name) && jsonschema_is_first(&fields, i))
			jsonschema_field(yaml, payload_at(&fields, i));
	yaml_close(yaml);
	yaml_close(yaml);
	payload_release(&fields);
}
