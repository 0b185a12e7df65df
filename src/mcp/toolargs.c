#include "mcp/toolargs.h"

#include <stdio.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "text/clean.h"

/* The JSON of a type of argument. */
enum toolargs_form {
	TOOLARGS_NUMBER,
	TOOLARGS_STRING,
	TOOLARGS_EITHER, /* a word, which may be a number */
	TOOLARGS_LIST,   /* of numbers */
	TOOLARGS_FLAG
};

struct toolargs_type {
	enum toolargs_form form;
	const char *name;     /* of an argument whose row has no name, but alternatives or a letter */
	const char *sentence; /* what it is; to be translated */
	bool listed;          /* argument_choices() has all its values */
};

static const struct toolargs_type toolargs_types[] = {
	[ARGUMENT_STICKY] = {TOOLARGS_NUMBER, "id", N_("the id of a sticky"), false},
	[ARGUMENT_STICKIES] = {TOOLARGS_LIST, "id", N_("the ids of stickies"), false},
	[ARGUMENT_KIND] = {TOOLARGS_STRING, "kind", N_("a kind of sticky"), true},
	[ARGUMENT_COLUMN] = {TOOLARGS_NUMBER, "col", N_("a column, a moment in time, from 1"), false},
	[ARGUMENT_ROW] = {TOOLARGS_NUMBER, "row", N_("a row, from 1"), false},
	[ARGUMENT_COUNT] = {TOOLARGS_NUMBER, "count", N_("a number, from 1"), false},
	[ARGUMENT_CHANGE] = {TOOLARGS_NUMBER, "change", N_("the number of a change in the log"), false},
	[ARGUMENT_STEP] = {TOOLARGS_EITHER, "step", N_("a step of the workshop, 1 to 8, or next or prev"), false},
	[ARGUMENT_STYLE] = {TOOLARGS_STRING, "style", N_("how one context uses the other"), true},
	[ARGUMENT_WAY] = {TOOLARGS_STRING, "way", N_("a direction"), true},
	[ARGUMENT_CONTEXT] = {TOOLARGS_STRING, "name", N_("the name of a bounded context"), false},
	[ARGUMENT_WORD] = {TOOLARGS_EITHER, "value", N_("a word or a short text"), false},
	[ARGUMENT_PATTERNS] = {TOOLARGS_STRING, "pattern",
		N_("patterns of a relation: one, or SOURCE/TARGET, with - for none; known are open-host, "
		   "published-language, anticorruption-layer, conformist, customer-supplier, shared-kernel, "
		   "partnership, separate-ways"),
		false},
	[ARGUMENT_LINE] = {TOOLARGS_STRING, "text", N_("a text in one line"), false},
	[ARGUMENT_TEXT] = {TOOLARGS_STRING, "text", N_("a text; it may have several lines"), false},
	[ARGUMENT_MESSAGE] = {TOOLARGS_STRING, "type", N_("the type of a message"), true},
	[ARGUMENT_SUBDOMAIN] = {TOOLARGS_STRING, "subdomain", N_("what a context is worth to the business"), true},
	[ARGUMENT_QUESTION] = {TOOLARGS_STRING, "question", N_("a question about a relation"), true},
	[ARGUMENT_ANSWER] = {TOOLARGS_STRING, "answer", N_("the answer; nothing takes it back"), false},
	[ARGUMENT_FLAG] = {TOOLARGS_FLAG, "flag", N_("do it even if that removes something"), false},
};

static bool toolargs_is_upper(char byte)
{
	return byte >= 'A' && byte <= 'Z';
}

/* Appends the name that the row alone gives. */
static void toolargs_row_name(const struct argument *argument, struct strbuf *name)
{
	const char *row = argument->name;
	size_t len = 0;

	while (toolargs_is_upper(row[len]))
		len++;
	for (size_t i = 0; i < len && len > 1; i++)
		strbuf_addch(name, (char)(row[i] - 'A' + 'a'));
	if (len < 2)
		strbuf_addstr(name, len || strchr(row, '|') ? toolargs_types[argument->type].name : row);
	if (argument->type == ARGUMENT_STICKIES)
		strbuf_addch(name, 's');
}

/* Appends the name of argument AT: among its like, all but the first are numbered. */
static void toolargs_name(const struct argument *arguments, size_t at, struct strbuf *name)
{
	struct strbuf other = STRBUF_INIT;
	int same = 1;

	toolargs_row_name(&arguments[at], name);
	for (size_t i = 0; i < at; i++) {
		strbuf_reset(&other);
		toolargs_row_name(&arguments[i], &other);
		same += !strcmp(other.text, name->text);
	}
	if (same > 1)
		strbuf_addf(name, "%d", same);
	strbuf_release(&other);
}

/* Adds the words that a row lists, "on|off", as the only values, unless one of them stands for others: "N|none". */
static void toolargs_limit(const struct argument *argument, json_t *property)
{
	const struct argument alone[] = {*argument, {NULL, 0, 0, 0}};
	bool words = argument->type == ARGUMENT_WORD && !toolargs_is_upper(argument->name[0]);
	struct vec list = VEC_INIT(char *);
	json_t *values;

	if (!words && !toolargs_types[argument->type].listed)
		return;
	values = json_array();
	argument_choices(alone, NULL, &list);
	for (size_t i = 0; i < list.count; i++)
		json_array_append_new(values, json_string(vec_get(&list, char *, i)));
	json_object_set_new(property, "enum", values);
	vec_release_strings(&list);
}

static json_t *toolargs_property(const struct argument *argument)
{
	const struct toolargs_type *type = &toolargs_types[argument->type];
	struct strbuf sentence = STRBUF_INIT;
	json_t *property;

	strbuf_addstr(&sentence, _(type->sentence));
	if (strpbrk(argument->name, "|["))
		strbuf_addf(&sentence, ": %s", argument->name);
	switch (type->form) {
	case TOOLARGS_NUMBER: property = json_pack("{s:s, s:i}", "type", "integer", "minimum", 1); break;
	case TOOLARGS_EITHER: property = json_pack("{s:[s, s]}", "type", "string", "integer"); break;
	case TOOLARGS_LIST:
		property = json_pack("{s:s, s:{s:s, s:i}, s:i}", "type", "array", "items", "type", "integer", "minimum",
			1, "minItems", 1);
		break;
	case TOOLARGS_FLAG: property = json_pack("{s:s}", "type", "boolean"); break;
	default: property = json_pack("{s:s}", "type", "string"); break;
	}
	json_object_set_new(property, "description", json_string(sentence.text));
	toolargs_limit(argument, property);
	strbuf_release(&sentence);
	return property;
}

static bool toolargs_is_needed(const struct argument *argument)
{
	return !argument->option && !(argument->flags & ARGUMENT_OPTIONAL);
}

json_t *toolargs_schema(const struct argument *arguments)
{
	json_t *schema = json_object(), *properties = json_object(), *required = json_array();
	struct strbuf name = STRBUF_INIT;

	for (size_t i = 0; arguments[i].name; i++) {
		strbuf_reset(&name);
		toolargs_name(arguments, i, &name);
		json_object_set_new(properties, name.text, toolargs_property(&arguments[i]));
		if (toolargs_is_needed(&arguments[i]))
			json_array_append_new(required, json_string(name.text));
	}
	json_object_set_new(schema, "type", json_string("object"));
	json_object_set_new(schema, "properties", properties);
	if (json_array_size(required))
		json_object_set(schema, "required", required);
	json_object_set_new(schema, "additionalProperties", json_false());
	json_decref(required);
	strbuf_release(&name);
	return schema;
}

static void toolargs_push(struct vec *words, const char *word)
{
	vec_add(words, char *) = mem_strdup(word);
}

static int toolargs_string(const json_t *value, struct vec *words, struct error *err)
{
	const char *text = json_string_value(value);

	if (strlen(text) != json_string_length(value))
		return error_set(err, ERROR_USAGE, _("it contains a NUL byte"));
	toolargs_push(words, text);
	return 0;
}

/* Adds a word or a number; FORM says which it should be. Strings are left to the command, whatever they should be. */
static int toolargs_word(enum toolargs_form form, const json_t *value, struct vec *words, struct error *err)
{
	char number[32];

	if (json_is_string(value))
		return toolargs_string(value, words, err);
	if (form == TOOLARGS_STRING)
		return error_set(err, ERROR_USAGE, _("expected a string"));
	if (!json_is_integer(value))
		return error_set(err, ERROR_USAGE, _("expected a whole number"));
	snprintf(number, sizeof(number), "%" JSON_INTEGER_FORMAT, json_integer_value(value));
	toolargs_push(words, number);
	return 0;
}

static int toolargs_list(const json_t *value, struct vec *words, struct error *err)
{
	int failed = 0;

	if (!json_is_array(value))
		return toolargs_word(TOOLARGS_NUMBER, value, words, err);
	for (size_t i = 0; i < json_array_size(value) && !failed; i++)
		failed = toolargs_word(TOOLARGS_NUMBER, json_array_get(value, i), words, err);
	return failed;
}

/* Adds VALUE, which is there, for ARGUMENT. */
static int toolargs_value(const struct argument *argument, const json_t *value, struct vec *words, struct error *err)
{
	enum toolargs_form form = toolargs_types[argument->type].form;
	char option[] = {'-', argument->option, '\0'};

	if (form == TOOLARGS_FLAG && !json_is_boolean(value))
		return error_set(err, ERROR_USAGE, _("expected true or false"));
	if (argument->option && !json_is_false(value))
		toolargs_push(words, option);
	if (form == TOOLARGS_FLAG)
		return 0;
	return form == TOOLARGS_LIST ? toolargs_list(value, words, err) : toolargs_word(form, value, words, err);
}

/* Fails if OBJECT has a member that no argument is called. */
static int toolargs_check(const struct argument *arguments, const json_t *object, struct error *err)
{
	struct strbuf name = STRBUF_INIT, names = STRBUF_INIT, shown = STRBUF_INIT;
	const char *key;
	json_t *value;
	int failed = 0;

	json_object_foreach((json_t *)object, key, value)
	{
		bool known = false;

		strbuf_reset(&names);
		for (size_t i = 0; arguments[i].name; i++) {
			strbuf_reset(&name);
			toolargs_name(arguments, i, &name);
			known = known || !strcmp(name.text, key);
			strbuf_addf(&names, "%s%s", names.len ? ", " : "", name.text);
		}
		if (known)
			continue;
		clean_for_display(&shown, key, strlen(key));
		failed = names.len ? error_set(err, ERROR_USAGE, _("unknown argument “%.60s”; use %s"), shown.text,
					     names.text)
				   : error_set(err, ERROR_USAGE, _("unexpected argument “%.60s”"), shown.text);
		break;
	}
	strbuf_release(&name);
	strbuf_release(&names);
	strbuf_release(&shown);
	return failed;
}

/* Adds argument AT if OBJECT has it; *GAP becomes the name of one that is left out. */
static int toolargs_take(const struct argument *arguments, size_t at, const json_t *object, struct strbuf *gap,
	struct vec *words, struct error *err)
{
	const struct argument *argument = &arguments[at];
	struct strbuf name = STRBUF_INIT;
	const json_t *value;
	int failed = 0;

	toolargs_name(arguments, at, &name);
	value = json_object_get(object, name.text);
	value = json_is_null(value) ? NULL : value;
	if (!value && !argument->option && !gap->len)
		strbuf_addstr(gap, name.text);
	if ((!value && toolargs_is_needed(argument)) || (value && gap->len && !argument->option))
		failed = error_set(err, ERROR_USAGE, _("missing %s"), gap->text);
	else if (value && (failed = toolargs_value(argument, value, words, err)))
		error_prefix(err, failed, "%s", name.text);
	strbuf_release(&name);
	return failed;
}

int toolargs_read(const struct argument *arguments, const json_t *object, struct vec *words, struct error *err)
{
	struct strbuf gap = STRBUF_INIT;
	int failed = toolargs_check(arguments, object, err);

	for (size_t i = 0; arguments[i].name && !failed; i++)
		if (arguments[i].option)
			failed = toolargs_take(arguments, i, object, &gap, words, err);
	toolargs_push(words, "--");
	for (size_t i = 0; arguments[i].name && !failed; i++)
		if (!arguments[i].option)
			failed = toolargs_take(arguments, i, object, &gap, words, err);
	strbuf_release(&gap);
	return failed;
}
