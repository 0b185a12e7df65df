#include "json/document_field.h"

#include <inttypes.h>

#include "base/i18n.h"
#include "base/strbuf.h"
#include "text/clean.h"

bool document_field_is_written(const struct field *field, const void *item)
{
	return !field_is_shift(field) && (field->type == FIELD_CHOICE || !field_is_default(field, item));
}

json_t *document_field_make(const struct field *field, const void *item)
{
	const void *slot = (const char *)item + field->offset;
	const struct place *place = slot;
	struct strbuf text = STRBUF_INIT;
	json_t *value = NULL;

	switch (field->type) {
	case FIELD_NUMBER:
	case FIELD_REF: return json_integer(*(const int64_t *)slot);
	case FIELD_FLAG: return json_boolean(*(const bool *)slot);
	case FIELD_CHOICE: return json_string_nocheck(field->choices[*(const int *)slot]);
	case FIELD_PLACE: return json_pack("{s:i, s:i}", "column", place->column, "row", place->row);
	case FIELD_LINE:
	case FIELD_TEXT:
	case FIELD_TIME:
		field_format(field, item, &text);
		value = json_string_nocheck(text.text);
		break;
	case FIELD_COLUMNS:
	case FIELD_ROWS: break;
	}
	strbuf_release(&text);
	return value;
}

json_t *document_field_item(enum entity entity, const void *item)
{
	const struct entity_type *type = entity_type(entity);
	json_t *object = json_object();

	if (entity != ENTITY_BOARD)
		json_object_set_new_nocheck(object, "id", json_integer(*(const int64_t *)item));
	for (size_t i = 0; i < type->count; i++)
		if (document_field_is_written(&type->fields[i], item))
			json_object_set_new_nocheck(
				object, type->fields[i].name, document_field_make(&type->fields[i], item));
	return object;
}

/* Reads a place into TEXT, in the form of field_parse(). */
static int document_field_read_place(const json_t *value, struct strbuf *text, struct error *err)
{
	const json_t *column = json_object_get(value, "column"), *row = json_object_get(value, "row");

	if (!json_is_integer(column) || !json_is_integer(row) || json_object_size(value) != 2)
		return error_set(err, ERROR_REFUSED, _("expected {\"column\": NUMBER, \"row\": NUMBER}"));
	strbuf_addf(text, "%" JSON_INTEGER_FORMAT ",%" JSON_INTEGER_FORMAT, json_integer_value(column),
		json_integer_value(row));
	return 0;
}

/* Reads a string into TEXT, clean. */
static int document_field_read_string(
	const struct field *field, const json_t *value, struct strbuf *text, struct error *err)
{
	int failed;

	if (!json_is_string(value))
		return error_set(err, ERROR_REFUSED, _("expected a string"));
	failed = clean_text(text, json_string_value(value), json_string_length(value),
		field->type == FIELD_TEXT ? CLEAN_MANY_LINES : CLEAN_ONE_LINE, err);
	return failed ? ERROR_REFUSED : 0;
}

/* Reads VALUE into TEXT, in the form of field_parse(). */
static int document_field_take(const struct field *field, const json_t *value, struct strbuf *text, struct error *err)
{
	switch (field->type) {
	case FIELD_LINE:
	case FIELD_TEXT:
	case FIELD_TIME:
	case FIELD_CHOICE: return document_field_read_string(field, value, text, err);
	case FIELD_NUMBER:
	case FIELD_REF:
		if (!json_is_integer(value))
			return error_set(err, ERROR_REFUSED, _("expected a whole number"));
		strbuf_addf(text, "%" JSON_INTEGER_FORMAT, json_integer_value(value));
		return 0;
	case FIELD_FLAG:
		if (!json_is_boolean(value))
			return error_set(err, ERROR_REFUSED, _("expected true or false"));
		strbuf_addstr(text, json_is_true(value) ? "1" : "");
		return 0;
	case FIELD_PLACE: return document_field_read_place(value, text, err);
	case FIELD_COLUMNS:
	case FIELD_ROWS: break;
	}
	return error_set(err, ERROR_REFUSED, _("this field has no value"));
}

int document_field_read(const struct field *field, const json_t *value, void *item, struct error *err)
{
	struct strbuf text = STRBUF_INIT;
	int failed = document_field_take(field, value, &text, err);

	if (!failed && field_parse(field, item, text.text, err))
		failed = ERROR_REFUSED;
	strbuf_release(&text);
	return failed;
}
