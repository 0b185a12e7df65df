#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "lib/folder.h"
#include "mcp/reading.h"
#include "unit/mcp/table.h"

/* The result of METHOD with PARAMS; the caller's. */
static json_t *result_of(struct table *table, const char *method, const char *params)
{
	struct strbuf line = STRBUF_INIT;
	json_t *answer, *result;

	strbuf_addf(&line, "{\"jsonrpc\":\"2.0\",\"id\":\"s\",\"method\":\"%s\",\"params\":%s}", method, params);
	answer = table_ask(table, line.text);
	result = json_incref(json_object_get(answer, "result"));
	json_decref(answer);
	strbuf_release(&line);
	return result;
}

static void every_reading_is_a_resource(void **state)
{
	struct table table;
	json_t *list, *read;
	size_t count;

	(void)state;
	reading_list(&count);
	table_open(&table, ROLE_PARTICIPANT, false);
	table_greet(&table, "2025-11-25");
	table_person_does(&table, "add event Known");
	list = result_of(&table, "resources/list", "{}");
	assert_int_equal(json_array_size(json_object_get(list, "resources")), count);
	for (size_t i = 0; i < count; i++) {
		const json_t *resource = json_array_get(json_object_get(list, "resources"), i), *contents;
		struct strbuf params = STRBUF_INIT;

		strbuf_addf(&params, "{\"uri\":\"%s\"}", json_string_value(json_object_get(resource, "uri")));
		read = result_of(&table, "resources/read", params.text);
		contents = json_array_get(json_object_get(read, "contents"), 0);
		assert_true(json_equal(json_object_get(contents, "uri"), json_object_get(resource, "uri")));
		assert_true(json_string_length(json_object_get(contents, "text")) > 0);
		json_decref(read);
		strbuf_release(&params);
	}
	json_decref(list);
	read = result_of(&table, "resources/read", "{\"uri\":\"evstorm:board\"}");
	assert_non_null(
		strstr(json_string_value(json_object_get(json_array_get(json_object_get(read, "contents"), 0), "text")),
			"\"Known\""));
	json_decref(read);
	list = result_of(&table, "resources/templates/list", "{}");
	assert_true(json_is_array(json_object_get(list, "resourceTemplates")));
	json_decref(list);
	table_close(&table);
}

/* What the client is told of when it looks now. */
static void expect_told(struct table *table, const char *wanted)
{
	struct strbuf out = STRBUF_INIT;

	server_look(&table->server, &out);
	assert_string_equal(out.text, wanted);
	strbuf_release(&out);
}

#define UPDATED "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/resources/updated\",\"params\":{\"uri\":\"evstorm:"

static void a_client_is_told_what_others_change(void **state)
{
	struct table table;

	(void)state;
	table_open(&table, ROLE_PARTICIPANT, false);
	table_greet(&table, "2025-11-25");
	table_person_does(&table, "add event One");
	expect_told(&table, "");
	json_decref(result_of(&table, "resources/subscribe", "{\"uri\":\"evstorm:board\"}"));
	json_decref(result_of(&table, "resources/subscribe", "{\"uri\":\"evstorm:board\"}"));
	expect_told(&table, "");
	table_person_does(&table, "add event Two");
	table_person_does(&table, "add event Three");
	expect_told(&table, UPDATED "board\"}}\n");
	expect_told(&table, "");
	table_expect_call(&table, "add", "{\"kind\":\"event\",\"text\":\"Own\"}", "done");
	expect_told(&table, "");
	json_decref(result_of(&table, "resources/unsubscribe", "{\"uri\":\"evstorm:board\"}"));
	table_person_does(&table, "add event Four");
	expect_told(&table, "");
	table_close(&table);
}

#define STREAM "\"_meta\":{\"io.modelcontextprotocol/subscriptionId\":\"listen:1\"}"

static void a_stream_is_opened_and_closed(void **state)
{
	struct table table;
	struct strbuf out = STRBUF_INIT;
	json_t *message;

	(void)state;
	table_open(&table, ROLE_PARTICIPANT, false);
	message = table_ask(&table, "{\"jsonrpc\":\"2.0\",\"id\":\"listen:1\",\"method\":\"subscriptions/"
				    "listen\",\"params\":{\"notifications\":{"
				    "\"resourceSubscriptions\":[\"evstorm:map\",\"x:y\",3]}," MODERN "}}");
	assert_string_equal(
		json_string_value(json_object_get(message, "method")), "notifications/subscriptions/acknowledged");
	assert_int_equal(
		json_array_size(json_object_get(
			json_object_get(json_object_get(message, "params"), "notifications"), "resourceSubscriptions")),
		1);
	json_decref(message);
	table_person_does(&table, "add event One");
	expect_told(&table, UPDATED "map\"," STREAM "}}\n");
	server_leave(&table.server, &out);
	assert_string_equal(out.text,
		"{\"jsonrpc\":\"2.0\",\"id\":\"listen:1\",\"result\":{\"resultType\":\"complete\"," STREAM "}}\n");
	strbuf_release(&out);
	json_decref(table_ask(&table,
		"{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"subscriptions/listen\",\"params\":{\"notifications\":{"
		"\"resourceSubscriptions\":[\"evstorm:map\"]}," MODERN "}}"));
	assert_null(table_ask(
		&table, "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":2}}"));
	table_person_does(&table, "add event Two");
	expect_told(&table, "");
	table_close(&table);
}

/* A client may wait for what this server never tells. */
static void a_stream_without_resources_is_closed_too(void **state)
{
	static const char *const filters[] = {
		"{}", "{\"toolsListChanged\":true}", "{\"resourceSubscriptions\":[\"x:y\"]}"};

	(void)state;
	for (size_t i = 0; i < sizeof(filters) / sizeof(*filters); i++) {
		struct strbuf line = STRBUF_INIT, out = STRBUF_INIT;
		struct table table;
		json_t *message;

		table_open(&table, ROLE_PARTICIPANT, false);
		strbuf_addf(&line,
			"{\"jsonrpc\":\"2.0\",\"id\":\"listen:1\",\"method\":\"subscriptions/listen\",\"params\":{"
			"\"notifications\":%s," MODERN "}}",
			filters[i]);
		message = table_ask(&table, line.text);
		assert_string_equal(json_string_value(json_object_get(message, "method")),
			"notifications/subscriptions/acknowledged");
		json_decref(message);
		table_person_does(&table, "add event One");
		expect_told(&table, "");
		server_leave(&table.server, &out);
		assert_string_equal(out.text,
			"{\"jsonrpc\":\"2.0\",\"id\":\"listen:1\",\"result\":{\"resultType\":\"complete\"," STREAM
			"}}\n");
		strbuf_release(&line);
		strbuf_release(&out);
		table_close(&table);
	}
}

static void subscriptions_are_limited(void **state)
{
	struct table table;
	size_t refused = 0;

	(void)state;
	table_open(&table, ROLE_PARTICIPANT, false);
	for (int i = 0; i < SUBSCRIPTIONS_MOST + 10; i++) {
		struct strbuf line = STRBUF_INIT;
		json_t *answer;

		strbuf_addf(&line,
			"{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"subscriptions/"
			"listen\",\"params\":{\"notifications\":{"
			"\"resourceSubscriptions\":[\"evstorm:map\"]}," MODERN "}}",
			i);
		answer = table_ask(&table, line.text);
		refused += json_object_get(answer, "error") != NULL;
		json_decref(answer);
		strbuf_release(&line);
	}
	assert_int_equal(refused, 10);
	table_close(&table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_reading_is_a_resource),
		cmocka_unit_test(a_client_is_told_what_others_change),
		cmocka_unit_test(a_stream_is_opened_and_closed),
		cmocka_unit_test(a_stream_without_resources_is_closed_too),
		cmocka_unit_test(subscriptions_are_limited),
	};

	return cmocka_run_group_tests(tests, folder_make, folder_remove);
}
