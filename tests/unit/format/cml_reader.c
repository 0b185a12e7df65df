#include "unit/format/cml_reader.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "base/vec.h"

#define CML_READER_NAME_BYTES 128

/* Words that stand for themselves in what is written, and some that a name most easily is. */
static const char *const cml_reader_keywords[] = {"ContextMap", "contains", "BoundedContext", "Aggregate",
	"DomainEvent", "CommandEvent", "domainVisionStatement", "implementationTechnology", "hint", "List", "String",
	"BigDecimal", "Date", "DateTime", "long", "boolean", "U", "D", "C", "S", "P", "SK", "OHS", "PL", "ACL", "CF",
	"Entity", "Service", "Event", "Command", "Value", "type", "state", "key", "size", "email", "date", "not",
	"public", "reference", "Set", "Map", "Module", "Domain", "Flow", "a", "the", "X", "O", "description",
	"required", "unique", "association", "Coordination", "ValueWeighting", "TacticDDDApplication", "index", "enum",
	"values", "range", "length", "url", "map"};

struct cml_reader_name {
	char text[CML_READER_NAME_BYTES];
};

struct cml_reader {
	const char *at;
	char token[4096];
	struct vec contexts, contained, aggregates, objects; /* of struct cml_reader_name */
	struct vec ends;                                     /* of relationships, two by two */
	struct vec own;                                      /* of what is being read: names that others may have too */
	jmp_buf wrong;
	char complaint[512];
};

static void cml_reader_fail(struct cml_reader *reader, const char *format, ...)
	__attribute__((noreturn, format(printf, 2, 3)));

static void cml_reader_fail(struct cml_reader *reader, const char *format, ...)
{
	char why[256];
	va_list args;

	va_start(args, format);
	vsnprintf(why, sizeof(why), format, args);
	va_end(args);
	snprintf(reader->complaint, sizeof(reader->complaint), "%s; before “%.100s”", why, reader->at);
	longjmp(reader->wrong, 1);
}

static bool cml_reader_is_start(char byte)
{
	return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
}

static bool cml_reader_is_part(char byte)
{
	return cml_reader_is_start(byte) || (byte >= '0' && byte <= '9');
}

static void cml_reader_skip(struct cml_reader *reader)
{
	for (;;) {
		reader->at += strspn(reader->at, " \t\n");
		if (strncmp(reader->at, "/*", 2))
			return;
		reader->at = strstr(reader->at + 2, "*/");
		if (!reader->at) {
			reader->at = "";
			cml_reader_fail(reader, "a comment must end");
		}
		reader->at += 2;
	}
}

/* Takes the next token: a word, a string with its quotes, an arrow or a sign; "" at the end. */
static void cml_reader_next(struct cml_reader *reader)
{
	static const char *const arrows[] = {"<->", "<-", "->"};
	size_t len = 1;

	cml_reader_skip(reader);
	if (!*reader->at)
		len = 0;
	else if (cml_reader_is_start(*reader->at))
		while (cml_reader_is_part(reader->at[len]))
			len++;
	else if (*reader->at == '"') {
		for (; reader->at[len] && reader->at[len] != '"'; len++) {
			if (reader->at[len] == '\\' && !strchr("btnfru\"'\\", reader->at[++len]))
				cml_reader_fail(reader, "there is no such escape");
		}
		if (!reader->at[len++])
			cml_reader_fail(reader, "a string must end");
	} else if ((unsigned char)*reader->at >= 0x80) {
		cml_reader_fail(reader, "only strings and comments take other scripts");
	}
	for (size_t i = 0; i < ARRAY_SIZE(arrows); i++)
		if (!strncmp(reader->at, arrows[i], strlen(arrows[i])) && len == 1)
			len = strlen(arrows[i]);
	snprintf(reader->token, sizeof(reader->token), "%.*s", (int)len, reader->at);
	reader->at += len;
}

static bool cml_reader_sees(struct cml_reader *reader, const char *token)
{
	return !strcmp(reader->token, token);
}

static bool cml_reader_takes(struct cml_reader *reader, const char *token)
{
	bool sees = cml_reader_sees(reader, token);

	if (sees)
		cml_reader_next(reader);
	return sees;
}

static void cml_reader_wants(struct cml_reader *reader, const char *token)
{
	if (!cml_reader_takes(reader, token))
		cml_reader_fail(reader, "“%s” must stand here, not “%.60s”", token, reader->token);
}

static void cml_reader_string(struct cml_reader *reader)
{
	if (reader->token[0] != '"')
		cml_reader_fail(reader, "a string must stand here, not “%.60s”", reader->token);
	cml_reader_next(reader);
}

static bool cml_reader_has(const struct vec *names, const char *name)
{
	for (size_t i = 0; i < names->count; i++)
		if (!strcmp(vec_get(names, struct cml_reader_name, i).text, name))
			return true;
	return false;
}

/* Takes a name and adds it to NAMES; with ONCE it must not be there already. */
static void cml_reader_name(struct cml_reader *reader, struct vec *names, bool once)
{
	struct cml_reader_name *name;

	if (!cml_reader_is_start(reader->token[0]))
		cml_reader_fail(reader, "a name must stand here, not “%.60s”", reader->token);
	if (strlen(reader->token) >= CML_READER_NAME_BYTES)
		cml_reader_fail(reader, "the name “%.60s” is too long", reader->token);
	for (size_t i = 0; i < ARRAY_SIZE(cml_reader_keywords); i++)
		if (cml_reader_sees(reader, cml_reader_keywords[i]))
			cml_reader_fail(reader, "“%s” is a word of the language", reader->token);
	if (once && cml_reader_has(names, reader->token))
		cml_reader_fail(reader, "“%s” is there already", reader->token);
	name = vec_push(names);
	memcpy(name->text, reader->token, strlen(reader->token) + 1);
	cml_reader_next(reader);
}

/* "[D,C,ACL]": its roles, with a space before and after each. */
static void cml_reader_roles(struct cml_reader *reader, char *roles, size_t size)
{
	size_t used = (size_t)snprintf(roles, size, " ");

	cml_reader_wants(reader, "[");
	do {
		used += (size_t)snprintf(roles + used, size - used, "%s ", reader->token);
		if (used >= size)
			cml_reader_fail(reader, "too many roles");
		cml_reader_next(reader);
	} while (cml_reader_takes(reader, ","));
	cml_reader_wants(reader, "]");
}

/* The side that is upstream, or not, with its roles. */
static void cml_reader_check_side(struct cml_reader *reader, const char *roles, bool upstream, bool customer)
{
	static const char *const up[] = {" U ", " U OHS ", " U PL ", " U S ", " U S PL "};
	static const char *const down[] = {" D ", " D ACL ", " D CF ", " D C ", " D C ACL "};
	const char *const *allowed = upstream ? up : down;

	for (size_t i = 0; i < 5; i++)
		if (!strcmp(allowed[i], roles) && customer == (i >= 3))
			return;
	cml_reader_fail(reader, "the roles%sdo not go %s", roles, upstream ? "upstream" : "downstream");
}

static void cml_reader_relationship(struct cml_reader *reader)
{
	char left[64], right[64], arrow[8];
	bool customer;

	cml_reader_name(reader, &reader->ends, false);
	cml_reader_roles(reader, left, sizeof(left));
	snprintf(arrow, sizeof(arrow), "%.7s", reader->token);
	if (strcmp(arrow, "<-") && strcmp(arrow, "->") && strcmp(arrow, "<->"))
		cml_reader_fail(reader, "an arrow must stand here, not “%.60s”", reader->token);
	cml_reader_next(reader);
	cml_reader_roles(reader, right, sizeof(right));
	cml_reader_name(reader, &reader->ends, false);
	customer = strstr(left, " C ") || strstr(left, " S ");
	if (!strcmp(arrow, "<->")) {
		if (strcmp(left, right) || (strcmp(left, " P ") && strcmp(left, " SK ")))
			cml_reader_fail(reader, "both sides must share P or SK");
	} else {
		cml_reader_check_side(reader, left, !strcmp(arrow, "->"), customer);
		cml_reader_check_side(reader, right, !strcmp(arrow, "<-"), customer);
	}
	if (cml_reader_takes(reader, ":")) {
		vec_reset(&reader->own);
		cml_reader_name(reader, &reader->own, false);
	}
	cml_reader_wants(reader, "{");
	cml_reader_wants(reader, "implementationTechnology");
	cml_reader_wants(reader, "=");
	cml_reader_string(reader);
	cml_reader_wants(reader, "}");
}

static void cml_reader_map(struct cml_reader *reader)
{
	cml_reader_wants(reader, "ContextMap");
	cml_reader_name(reader, &reader->own, false);
	cml_reader_wants(reader, "{");
	while (cml_reader_takes(reader, "contains"))
		cml_reader_name(reader, &reader->contained, true);
	while (!cml_reader_takes(reader, "}"))
		cml_reader_relationship(reader);
}

static void cml_reader_attribute(struct cml_reader *reader)
{
	static const char *const types[] = {"String", "long", "BigDecimal", "Date", "DateTime", "boolean"};
	bool known = false;

	if (reader->token[0] == '"')
		cml_reader_string(reader);
	if (cml_reader_takes(reader, "List")) {
		cml_reader_wants(reader, "<");
		cml_reader_next(reader);
		cml_reader_wants(reader, ">");
	} else {
		for (size_t i = 0; i < ARRAY_SIZE(types); i++)
			known = known || cml_reader_sees(reader, types[i]);
		if (!known)
			cml_reader_fail(reader, "“%.60s” is no type", reader->token);
		cml_reader_next(reader);
	}
	cml_reader_name(reader, &reader->own, true);
	if (cml_reader_takes(reader, "hint")) {
		cml_reader_wants(reader, "=");
		cml_reader_string(reader);
	}
}

static void cml_reader_object(struct cml_reader *reader)
{
	if (reader->token[0] == '"')
		cml_reader_string(reader);
	if (!cml_reader_takes(reader, "DomainEvent"))
		cml_reader_wants(reader, "CommandEvent");
	cml_reader_name(reader, &reader->objects, true);
	cml_reader_wants(reader, "{");
	vec_reset(&reader->own);
	while (!cml_reader_takes(reader, "}"))
		cml_reader_attribute(reader);
}

static void cml_reader_context(struct cml_reader *reader)
{
	cml_reader_wants(reader, "BoundedContext");
	cml_reader_name(reader, &reader->contexts, true);
	cml_reader_wants(reader, "{");
	if (cml_reader_takes(reader, "domainVisionStatement")) {
		cml_reader_wants(reader, "=");
		cml_reader_string(reader);
	}
	while (!cml_reader_takes(reader, "}")) {
		if (reader->token[0] == '"')
			cml_reader_string(reader);
		cml_reader_wants(reader, "Aggregate");
		cml_reader_name(reader, &reader->aggregates, true);
		cml_reader_wants(reader, "{");
		while (!cml_reader_takes(reader, "}"))
			cml_reader_object(reader);
	}
}

/* What can be said at the end only. */
static void cml_reader_check(struct cml_reader *reader)
{
	for (size_t i = 0; i < reader->ends.count; i++) {
		const struct cml_reader_name *end = vec_at(&reader->ends, i);

		if (!cml_reader_has(&reader->contained, end->text))
			cml_reader_fail(reader, "“%s” must be on the map", end->text);
		if (i % 2 && !strcmp(end->text, vec_get(&reader->ends, struct cml_reader_name, i - 1).text))
			cml_reader_fail(reader, "“%s” must not relate to itself", end->text);
	}
	for (size_t i = 0; i < reader->contained.count; i++) {
		const struct cml_reader_name *name = vec_at(&reader->contained, i);

		if (!cml_reader_has(&reader->contexts, name->text))
			cml_reader_fail(reader, "the context “%s” must be there", name->text);
	}
}

const char *cml_reader_complaint(const char *text)
{
	static struct cml_reader reader;
	struct vec *lists[] = {
		&reader.contexts, &reader.contained, &reader.aggregates, &reader.objects, &reader.ends, &reader.own};

	memset(&reader, 0, sizeof(reader));
	reader.at = text;
	for (size_t i = 0; i < ARRAY_SIZE(lists); i++)
		vec_init(lists[i], sizeof(struct cml_reader_name));
	if (!setjmp(reader.wrong)) {
		cml_reader_next(&reader);
		cml_reader_map(&reader);
		while (reader.token[0])
			cml_reader_context(&reader);
		cml_reader_check(&reader);
	}
	for (size_t i = 0; i < ARRAY_SIZE(lists); i++)
		vec_release(lists[i]);
	return reader.complaint[0] ? reader.complaint : NULL;
}
