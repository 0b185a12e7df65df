#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "command/command.h"
#include "lib/folder.h"
#include "mcp/reading.h"
#include "unit/mcp/table.h"

/* What a client may send that is wrong, and the code of the error; 0: no answer at all. */
static const struct {
	const char *line;
	int code;
} wrong[] = {
	{"", 0},
	{" \r", 0},
	{"x", RPC_PARSE},
	{"{", RPC_PARSE},
	{"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"} {}", RPC_PARSE},
	{"{\"jsonrpc\":\"2.0\",\"id\":1,\"id\":2,\"method\":\"ping\"}", RPC_PARSE},
	{"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"\xff\"}", RPC_PARSE},
	{"{\"jsonrpc\":\"2.0\",\"id\":99999999999999999999,\"method\":\"ping\"}", RPC_PARSE},
	{"1", RPC_REQUEST},
	{"null", RPC_REQUEST},
	{"\"ping\"", RPC_REQUEST},
	{"[]", RPC_REQUEST},
	{"[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"}]", RPC_REQUEST},
	{"{}", RPC_REQUEST},
	{"{\"id\":1,\"method\":\"ping\"}", RPC_REQUEST},
	{"{\"jsonrpc\":\"1.0\",\"id\":1,\"method\":\"ping\"}", RPC_REQUEST},
	{"{\"jsonrpc\":\"2.0\",\"id\":null,\"method\":\"ping\"}", RPC_REQUEST},
	{"{\"jsonrpc\":\"2.0\",\"id\":[1],\"method\":\"ping\"}", RPC_REQUEST},
	{"{\"jsonrpc\":\"2.0\",\"id\":true,\"method\":\"ping\"}", RPC_REQUEST},
	{"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":3}", RPC_REQUEST},
	{"{\"jsonrpc\":\"2.0\",\"id\":1}", RPC_REQUEST},
	{"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\",\"params\":[1]}", RPC_PARAMS},
	{"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"nothing/like\"}", RPC_METHOD},
	{"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\"}", RPC_PARAMS},
	{"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":1}}", RPC_PARAMS},
	{"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"cursor\":\"x\"}}", RPC_PARAMS},
	{"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\"}", RPC_PARAMS},
	{"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":1}}", RPC_PARAMS},
	{"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"no-such\"}}", RPC_PARAMS},
	{"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\"lock\",\"arguments\":[]}}",
		RPC_PARAMS},
	{"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"_meta\":{\"io.modelcontextprotocol/"
	 "protocolVersion\":\"1999-01-01\"}}}",
		RPC_VERSION},
	{"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{\"_meta\":{\"io.modelcontextprotocol/"
	 "protocolVersion\":7}}}",
		RPC_VERSION},
	{"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/read\",\"params\":{\"uri\":\"file:///etc/passwd\"}}",
		RPC_PARAMS},
	{"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"resources/subscribe\",\"params\":{\"uri\":7}}", RPC_PARAMS},
	{"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"subscriptions/listen\",\"params\":{\"notifications\":{}}}",
		RPC_METHOD},
	{"{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":null}}", 0},
	{"{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}", 0},
	{"{\"jsonrpc\":\"2.0\",\"method\":\"no such notification\",\"params\":{}}", 0},
	{"{\"jsonrpc\":\"2.0\",\"method\":\"tools/"
	 "call\",\"params\":{\"name\":\"add\",\"arguments\":{\"kind\":\"event\","
	 "\"text\":\"x\"}}}",
		0},
	{"{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":{}}", 0},
	{"{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":1}}", 0},
};

static void wrong_messages_get_the_error_of_the_protocol(void **state)
{
	struct table table;

	(void)state;
	table_open(&table, ROLE_FACILITATOR, true);
	table_greet(&table, "2025-11-25");
	for (size_t i = 0; i < sizeof(wrong) / sizeof(*wrong); i++) {
		json_t *answer = table_ask(&table, wrong[i].line);
		const json_t *error = json_object_get(answer, "error");

		if (json_integer_value(json_object_get(error, "code")) != wrong[i].code)
			fail_msg("%s: code %d", wrong[i].line, (int)json_integer_value(json_object_get(error, "code")));
		if (!wrong[i].code)
			assert_null(answer);
		else
			assert_true(json_string_length(json_object_get(error, "message")) > 0);
		json_decref(answer);
	}
	assert_int_equal(board_count(session_board(table.session), ENTITY_STICKY), 0);
	table_close(&table);
}

/* Deeper than any parser wants to go. */
static void deep_messages_are_refused(void **state)
{
	struct table table;
	struct strbuf line = STRBUF_INIT;
	json_t *answer;

	(void)state;
	table_open(&table, ROLE_PARTICIPANT, false);
	for (size_t i = 0; i < 100000; i++)
		strbuf_addch(&line, '[');
	answer = table_ask(&table, line.text);
	assert_int_equal(json_integer_value(json_object_get(json_object_get(answer, "error"), "code")), RPC_PARSE);
	json_decref(answer);
	strbuf_release(&line);
	table_close(&table);
}

static void an_id_comes_back_as_it_was_sent(void **state)
{
	static const char *const ids[] = {"0", "-7", "\"a\\\"b\"", "\"\"", "1.5", "\"주문\""};
	struct table table;

	(void)state;
	table_open(&table, ROLE_PARTICIPANT, false);
	for (size_t i = 0; i < sizeof(ids) / sizeof(*ids); i++) {
		struct strbuf line = STRBUF_INIT;
		json_t *answer, *id = json_loads(ids[i], JSON_DECODE_ANY, NULL);

		strbuf_addf(&line, "{\"jsonrpc\":\"2.0\",\"id\":%s,\"method\":\"ping\"}", ids[i]);
		answer = table_ask(&table, line.text);
		assert_true(json_equal(json_object_get(answer, "id"), id));
		assert_true(json_is_object(json_object_get(answer, "result")));
		json_decref(answer);
		json_decref(id);
		strbuf_release(&line);
	}
	table_close(&table);
}

static void the_version_is_agreed_on(void **state)
{
	static const char *const versions[][2] = {{"2024-11-05", "2024-11-05"}, {"2025-06-18", "2025-06-18"},
		{"2025-11-25", "2025-11-25"}, {"2026-07-28", "2025-11-25"}, {"1999-01-01", "2025-11-25"}};
	struct table table;

	(void)state;
	table_open(&table, ROLE_PARTICIPANT, false);
	for (size_t i = 0; i < sizeof(versions) / sizeof(*versions); i++) {
		table_greet(&table, versions[i][0]);
		assert_string_equal(table.server.version, versions[i][1]);
	}
	table_close(&table);
}

static void the_modern_protocol_needs_no_handshake(void **state)
{
	struct table table;
	const json_t *result;
	json_t *answer;

	(void)state;
	table_open(&table, ROLE_PARTICIPANT, false);
	answer = table_ask(&table, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}");
	assert_int_equal(json_integer_value(json_object_get(json_object_get(answer, "error"), "code")), RPC_REQUEST);
	json_decref(answer);
	answer = table_ask(&table,
		"{\"jsonrpc\":\"2.0\",\"id\":\"server-discover-probe-1\",\"method\":\"server/discover\","
		"\"params\":{" MODERN "}}");
	result = json_object_get(answer, "result");
	assert_string_equal(json_string_value(json_object_get(result, "resultType")), "complete");
	assert_string_equal(
		json_string_value(json_array_get(json_object_get(result, "supportedVersions"), 0)), "2026-07-28");
	json_decref(answer);
	answer = table_ask(&table, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{" MODERN "}}");
	result = json_object_get(answer, "result");
	assert_string_equal(json_string_value(json_object_get(result, "cacheScope")), "private");
	assert_true(json_is_integer(json_object_get(result, "ttlMs")));
	assert_true(json_array_size(json_object_get(result, "tools")) > 10);
	json_decref(answer);
	answer = table_ask(&table, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{" MODERN "}}");
	assert_int_equal(json_integer_value(json_object_get(json_object_get(answer, "error"), "code")), RPC_METHOD);
	json_decref(answer);
	table_close(&table);
}

static void the_protocol_that_has_batches_gets_them(void **state)
{
	static const char batch[] =
		"[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"ping\"},{\"jsonrpc\":\"2.0\",\"method\":\"x\"}"
		",7,{\"jsonrpc\":\"2.0\",\"id\":\"2\",\"method\":\"ping\"}]";
	struct table table;
	json_t *answer;

	(void)state;
	table_open(&table, ROLE_PARTICIPANT, false);
	table_greet(&table, "2025-03-26");
	answer = table_ask(&table, batch);
	assert_int_equal(json_array_size(answer), 3);
	assert_non_null(json_object_get(json_array_get(answer, 1), "error"));
	json_decref(answer);
	assert_null(table_ask(&table, "[{\"jsonrpc\":\"2.0\",\"method\":\"x\"}]"));
	table_close(&table);
}

/* How many tools ROLE is offered; is NAME among them? */
static size_t count_tools(enum role role, bool votes, const char *name, bool *has)
{
	struct table table;
	const json_t *tools;
	json_t *answer;
	size_t count;

	table_open(&table, ROLE_FACILITATOR, votes); /* so that there is a file for others to read */
	table_person_does(&table, "title Shop");
	server_release(&table.server);
	assistant_release(&table.assistant);
	session_close(table.session);
	assert_int_equal(session_open_as(folder_file(), role, "Bot", &table.session, NULL), 0);
	assistant_init(&table.assistant, table.session, votes);
	server_init(&table.server, &table.assistant);
	table_greet(&table, "2025-11-25");
	answer = table_ask(&table, "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\"}");
	tools = json_object_get(json_object_get(answer, "result"), "tools");
	count = json_array_size(tools);
	*has = false;
	for (size_t i = 0; i < count; i++)
		*has |= !strcmp(json_string_value(json_object_get(json_array_get(tools, i), "name")), name);
	json_decref(answer);
	table_close(&table);
	return count;
}

static void every_command_that_the_role_may_run_is_a_tool(void **state)
{
	size_t commands, readings, votes = 2;
	bool has;

	(void)state;
	command_list(&commands);
	reading_list(&readings);
	assert_int_equal(count_tools(ROLE_FACILITATOR, true, "vote", &has), commands + readings);
	assert_true(has);
	assert_int_equal(count_tools(ROLE_FACILITATOR, false, "vote", &has), commands + readings - votes);
	assert_false(has);
	assert_int_equal(count_tools(ROLE_OBSERVER, true, "read-board", &has), readings);
	assert_true(has);
	count_tools(ROLE_PARTICIPANT, true, "lock", &has);
	assert_false(has);
}

static void it_works_like_a_person(void **state)
{
	struct table table;

	(void)state;
	table_open(&table, ROLE_PARTICIPANT, false);
	table_greet(&table, "2025-11-25");
	table_person_does(&table, "add event \"Order placed\"");
	table_expect_call(&table, "add", "{\"kind\":\"command\",\"text\":\"Place order\"}", "2\ndone, change #");
	table_expect_call(&table, "link", "{\"id\":2,\"id2\":1}", "done, change #");
	table_expect_call(&table, "read-outline", "{}", "after: Place order (command 2)");
	table_expect_call(&table, "read-changes", "{\"since\":1}", "\"person\":\"Bot\",\"did\":\"links command");
	table_expect_call(&table, "read-board", "{\"text\":\"placed\"}", "\"author\":1");
	table_expect_call(&table, "undo", "{}", "done");
	table_expect_call(&table, "undo", "{}", "done");
	table_expect_call(&table, "undo", "{}", "!nothing of yours to undo");
	table_expect_call(&table, "read-board", "{}", "Order placed");
	table_expect_call(&table, "edit", "{\"id\":9,\"text\":\"x\"}", "!no sticky 9");
	table_expect_call(&table, "kind", "{\"id\":1,\"kind\":\"thing\"}", "!unknown kind “thing”");
	table_expect_call(&table, "lock", "{}", "!lock requires the role facilitator");
	table_expect_call(&table, "vote", "{\"id\":1}", "!this assistant may not vote");
	table_person_does(&table, "lock");
	table_expect_call(&table, "edit", "{\"id\":1,\"text\":\"x\"}", "!the board is locked");
	table_close(&table);
}

static void what_is_hidden_never_reaches_it(void **state)
{
	static const char *const readings[] = {"read-board", "read-outline", "read-changes", "read-map", "read-people"};
	struct table table;
	bool failed;

	(void)state;
	table_open(&table, ROLE_FACILITATOR, true);
	table_greet(&table, "2025-11-25");
	table_person_does(&table, "add event Known");
	table_person_does(&table, "silent on");
	table_person_does(&table, "add event Secret");
	table_person_does(&table, "note 2 Secret");
	table_person_does(&table, "link 2 1");
	table_expect_call(&table, "add", "{\"kind\":\"event\",\"text\":\"Mine\"}", "3\n");
	for (size_t i = 0; i < sizeof(readings) / sizeof(*readings); i++) {
		char *text = table_call(&table, readings[i], "{}", &failed);

		assert_false(failed);
		assert_null(strstr(text, "Secret"));
		free(text);
	}
	table_expect_call(&table, "read-board", "{}", "Mine");
	table_expect_call(&table, "read-board", "{\"ids\":[2]}", "…");
	table_expect_call(&table, "read-findings", "{}", "!not until the silent round ends");
	table_expect_call(&table, "read-proposals", "{}", "!not until the silent round ends");
	table_expect_call(
		&table, "edit", "{\"id\":2,\"text\":\"x\"}", "!belongs to its author until the silent round ends");
	table_person_does(&table, "silent off");
	table_expect_call(&table, "read-outline", "{}", "Secret");
	table_person_does(&table, "votes hide");
	table_person_does(&table, "vote 1");
	table_expect_call(&table, "vote", "{\"id\":2}", "done");
	table_expect_call(&table, "read-board", "{}", "\"votes\":[{\"id\":2,\"sticky\":2,\"person\":2,\"dots\":1}]");
	table_expect_call(&table, "read-changes", "{}", "\"person\":\"Ana\",\"did\":\"…\"");
	table_close(&table);
}

static void a_board_that_went_away_is_told_of(void **state)
{
	struct table table;
	char moved[200];

	(void)state;
	snprintf(moved, sizeof(moved), "%s/moved.evs", folder_path());
	table_open(&table, ROLE_PARTICIPANT, false);
	table_greet(&table, "2025-11-25");
	table_person_does(&table, "add event Known");
	table_expect_call(&table, "edit", "{\"id\":1,\"text\":\"Done\"}", "done");
	assert_int_equal(rename(folder_file(), moved), 0);
	session_look(table.session);
	table_expect_call(&table, "edit", "{\"id\":1,\"text\":\"Lost\"}", "!the file was moved to");
	table_expect_call(&table, "read-board", "{}", "!the file was moved to");
	assert_int_equal(rename(moved, folder_file()), 0);
	session_look(table.session);
	table_expect_call(&table, "read-board", "{}", "Done");
	table_close(&table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(wrong_messages_get_the_error_of_the_protocol),
		cmocka_unit_test(deep_messages_are_refused),
		cmocka_unit_test(an_id_comes_back_as_it_was_sent),
		cmocka_unit_test(the_version_is_agreed_on),
		cmocka_unit_test(the_modern_protocol_needs_no_handshake),
		cmocka_unit_test(the_protocol_that_has_batches_gets_them),
		cmocka_unit_test(every_command_that_the_role_may_run_is_a_tool),
		cmocka_unit_test(it_works_like_a_person),
		cmocka_unit_test(what_is_hidden_never_reaches_it),
		cmocka_unit_test(a_board_that_went_away_is_told_of),
	};

	return cmocka_run_group_tests(tests, folder_make, folder_remove);
}
