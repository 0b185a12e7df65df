#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "command/command.h"
#include "mcp/reading.h"
#include "mcp/rpc.h"
#include "mcp/toolargs.h"

static const struct argument *rows(const char *name)
{
	const struct command *command = command_find(name);

	assert_non_null(command);
	return command->arguments;
}

/* What the schemas of commands must look like, by the names of their members; those in brackets may be missing. */
static const struct {
	const char *command, *members;
} schemas[] = {
	{"add", "kind [col] [row] text"},
	{"link", "id id2"},
	{"context", "name [ids]"},
	{"move", "id col row"},
	{"carry", "way ids"},
	{"merge", "id into"},
	{"delete-column", "col [count] [force]"},
	{"relate", "from style to [label] [pattern]"},
	{"subdomain", "name subdomain"},
	{"step", "step"},
	{"timer", "minutes"},
	{"silent", "value"},
	{"votes", "value"},
	{"set", "votes value"},
	{"lock", ""},
	{"undo", "[count] [change]"},
	{"message", "from to [label] [type] [fields] ids"},
	{"integrate", "from to [label] question [answer]"},
};

static bool is_required(const json_t *schema, const char *name)
{
	const json_t *list = json_object_get(schema, "required");

	for (size_t i = 0; i < json_array_size(list); i++)
		if (!strcmp(json_string_value(json_array_get(list, i)), name))
			return true;
	return false;
}

static void members_are_named_like_the_rows(void **state)
{
	(void)state;
	for (size_t i = 0; i < sizeof(schemas) / sizeof(*schemas); i++) {
		json_t *schema = toolargs_schema(rows(schemas[i].command)), *value;
		struct strbuf members = STRBUF_INIT;
		const char *name;

		json_object_foreach(json_object_get(schema, "properties"), name, value) strbuf_addf(
			&members, is_required(schema, name) ? "%s%s" : "%s[%s]", members.len ? " " : "", name);
		assert_string_equal(members.text, schemas[i].members);
		strbuf_release(&members);
		json_decref(schema);
	}
}

static void expect_words(const char *command, const char *object, const char *wanted)
{
	json_t *arguments = json_loads(object, JSON_ALLOW_NUL, NULL);
	struct vec words = VEC_INIT(char *);
	struct strbuf got = STRBUF_INIT;
	struct error err = ERROR_INIT;
	int failed;

	assert_non_null(arguments);
	failed = toolargs_read(rows(command), arguments, &words, &err);
	for (size_t i = 0; i < words.count && !failed; i++)
		strbuf_addf(&got, "%s%s", i ? "|" : "", vec_get(&words, char *, i));
	if (failed)
		assert_string_equal(err.text, wanted);
	else
		assert_string_equal(got.text, wanted);
	strbuf_release(&got);
	vec_release_strings(&words);
	json_decref(arguments);
}

static void objects_become_command_lines(void **state)
{
	(void)state;
	expect_words("add", "{\"text\":\"-c 3 ; lock\",\"kind\":\"event\",\"col\":3}", "-c|3|--|event|-c 3 ; lock");
	expect_words("delete", "{\"ids\":[3,\"4\",5]}", "--|3|4|5");
	expect_words("delete", "{\"ids\":3}", "--|3");
	expect_words("resolve", "{\"note\":\"--\",\"ids\":[1]}", "-n|--|--|1");
	expect_words("delete-row", "{\"row\":1,\"force\":true}", "-f|--|1");
	expect_words("delete-row", "{\"row\":1,\"force\":false,\"count\":null}", "--|1");
	expect_words("step", "{\"step\":3}", "--|3");
	expect_words("lock", "{}", "--");
	expect_words("note", "{\"id\":1,\"text\":\"\"}", "--|1|");
}

static void wrong_objects_are_refused(void **state)
{
	(void)state;
	expect_words("add", "{\"kind\":\"event\"}", "missing text");
	expect_words("add", "{\"kind\":\"event\",\"text\":3}", "text: expected a string");
	expect_words("add", "{\"kind\":[],\"text\":\"x\"}", "kind: expected a string");
	expect_words("add", "{\"kind\":\"event\",\"text\":\"x\",\"col\":1.5}", "col: expected a whole number");
	expect_words("add", "{\"kind\":\"event\",\"text\":\"a\\u0000b\"}", "text: it contains a NUL byte");
	expect_words("delete", "{\"ids\":[[1]]}", "ids: expected a whole number");
	expect_words("delete-row", "{\"row\":1,\"force\":\"yes\"}", "force: expected true or false");
	expect_words("place-context", "{\"name\":\"Shop\",\"row\":2}", "missing col");
	expect_words("lock", "{\"x\\u001b\":1}", "unexpected argument “x�”");
	expect_words("lock", "{\"x\":1}", "unexpected argument “x”");
	expect_words("link", "{\"id\":1,\"id3\":1}", "unknown argument “id3”; use id, id2");
}

/* Every row is described, by its own words alone. */
static void every_argument_has_a_type_and_a_description(void **state)
{
	size_t count, readings;
	const struct command *const *commands = command_list(&count);
	const struct reading *const *reading = reading_list(&readings);

	(void)state;
	for (size_t i = 0; i < count + readings; i++) {
		const struct argument *arguments = i < count ? commands[i]->arguments : reading[i - count]->arguments;
		json_t *schema = toolargs_schema(arguments), *value;
		const json_t *properties = json_object_get(schema, "properties");
		const char *name;

		assert_int_equal(json_object_size(properties), argument_count(arguments));
		json_object_foreach((json_t *)properties, name, value)
		{
			assert_non_null(json_object_get(value, "type"));
			assert_true(json_string_length(json_object_get(value, "description")) > 0);
			assert_int_equal(strspn(name, "abcdefghijklmnopqrstuvwxyz23"), strlen(name));
		}
		json_decref(schema);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(members_are_named_like_the_rows),
		cmocka_unit_test(objects_become_command_lines),
		cmocka_unit_test(wrong_objects_are_refused),
		cmocka_unit_test(every_argument_has_a_type_and_a_description),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
