#include "model/payload.h"

#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"

static const char payload_usual[] = "id: uuid\n"
				    "time: timestamp\n"
				    "source: text\n"
				    "type: text\n"
				    "version: integer\n"
				    "correlation: uuid";

void payload_init(struct payload *payload)
{
	vec_init(&payload->fields, sizeof(struct payload_field));
}

void payload_release(struct payload *payload)
{
	for (size_t i = 0; i < payload->fields.count; i++) {
		struct payload_field *field = vec_at(&payload->fields, i);

		free(field->name);
		free(field->type);
	}
	vec_release(&payload->fields);
}

/* Trims white space from both ends of LEN bytes of *TEXT; returns the bytes left. */
static size_t payload_trim(const char **text, size_t len)
{
	while (len && strchr(" \t\n", **text)) {
		(*text)++;
		len--;
	}
	while (len && strchr(" \t\n", (*text)[len - 1]))
		len--;
	return len;
}

/* How many of LEN bytes of TEXT are left without the word `sensitive` at the end. */
static size_t payload_cut_marker(const char *text, size_t len)
{
	size_t marker = strlen(PAYLOAD_SENSITIVE);

	if (len < marker || memcmp(text + len - marker, PAYLOAD_SENSITIVE, marker) ||
		(len > marker && text[len - marker - 1] != ' '))
		return len;
	return payload_trim(&text, len - marker);
}

/* The length of the field at TEXT; sets *NAME to that of its name. */
static size_t payload_measure(const char *text, size_t *name)
{
	size_t len = 0;
	int depth = 0;
	bool colon = false;

	*name = 0;
	for (; text[len] && text[len] != '\n'; len++) {
		if (!depth && strchr(",;", text[len]))
			break;
		if (strchr("([{<", text[len]))
			depth++;
		else if (strchr(")]}>", text[len]) && depth)
			depth--;
		else if (text[len] == ':' && !colon) {
			colon = true;
			*name = len;
		}
	}
	if (!colon)
		*name = len;
	return len;
}

static void payload_add(struct payload *payload, const char *name, size_t name_len, const char *type, size_t type_len)
{
	struct payload_field *field;
	size_t kept;

	name_len = payload_trim(&name, name_len);
	type_len = payload_trim(&type, type_len);
	if (!name_len)
		return;
	kept = payload_cut_marker(type, type_len);
	field = vec_push(&payload->fields);
	field->name = mem_strndup(name, name_len);
	field->type = mem_strndup(type, kept);
	field->sensitive = kept < type_len;
}

void payload_read(struct payload *payload, const char *text)
{
	while (text && *text) {
		size_t name, len = payload_measure(text, &name);
		size_t type = name < len ? name + 1 : len;

		payload_add(payload, text, name, text + type, len - type);
		text += len;
		if (*text)
			text++;
	}
}

void payload_read_metadata(struct payload *payload, const char *text)
{
	payload_read(payload, text ? text : payload_usual);
}

static bool payload_is_name(const char *name)
{
	for (const char *at = name; *at; at++) {
		unsigned char byte = (unsigned char)*at;
		bool letter =
			byte >= 0x80 || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';

		if (!letter && (at == name || !strchr("0123456789-.", byte)))
			return false;
	}
	return true;
}

int payload_check(const struct payload *payload, struct error *err)
{
	for (size_t i = 0; i < payload->fields.count; i++) {
		const struct payload_field *field = payload_at(payload, i);

		if (!payload_is_name(field->name))
			return error_set(err, ERROR_REFUSED,
				_("“%.60s” is not a field name; write fields as name: type, separated by ;"),
				field->name);
		if (payload_find(payload, field->name) != field)
			return error_set(err, ERROR_REFUSED, _("two fields are called “%.60s”"), field->name);
	}
	return 0;
}

void payload_format(const struct payload *payload, const char *between, struct strbuf *out)
{
	for (size_t i = 0; i < payload->fields.count; i++) {
		const struct payload_field *field = payload_at(payload, i);

		strbuf_addf(out, "%s%s", i ? between : "", field->name);
		if (*field->type || field->sensitive)
			strbuf_addch(out, ':');
		if (*field->type)
			strbuf_addf(out, " %s", field->type);
		if (field->sensitive)
			strbuf_addstr(out, " " PAYLOAD_SENSITIVE);
	}
}

const struct payload_field *payload_at(const struct payload *payload, size_t at)
{
	return vec_at(&payload->fields, at);
}

const struct payload_field *payload_find(const struct payload *payload, const char *name)
{
	for (size_t i = 0; i < payload->fields.count; i++)
		if (!strcmp(payload_at(payload, i)->name, name))
			return payload_at(payload, i);
	return NULL;
}

bool payload_is_sensitive(const char *text)
{
	struct payload payload;
	bool sensitive = false;

	payload_init(&payload);
	payload_read(&payload, text);
	for (size_t i = 0; i < payload.fields.count && !sensitive; i++)
		sensitive = payload_at(&payload, i)->sensitive;
	payload_release(&payload);
	return sensitive;
}
