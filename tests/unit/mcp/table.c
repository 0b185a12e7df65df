#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "lib/folder.h"
#include "unit/mcp/table.h"

void table_open(struct table *table, enum role role, bool votes)
{
	assert_int_equal(session_open(folder_file(), STORE_NEW, "Ana", &table->person, NULL), 0);
	assert_int_equal(session_open_as(folder_file(), role, "Bot", &table->session, NULL), 0);
	assistant_init(&table->assistant, table->session, votes);
	server_init(&table->server, &table->assistant);
}

void table_close(struct table *table)
{
	server_release(&table->server);
	assistant_release(&table->assistant);
	session_close(table->session);
	session_close(table->person);
	assert_int_equal(unlink(folder_file()), 0);
}

void table_person_does(struct table *table, const char *line)
{
	struct session_report report = SESSION_REPORT_INIT;
	struct error err = ERROR_INIT;
	struct words words;

	words_from_line(&words, line);
	if (session_run(table->person, &words, 1, NULL, &report, &err))
		fail_msg("%s: %s", line, err.text);
	session_report_release(&report);
}

json_t *table_ask(struct table *table, const char *line)
{
	struct strbuf out = STRBUF_INIT;
	json_t *answer = NULL;

	server_hear(&table->server, line, strlen(line), &out);
	if (out.len) {
		assert_ptr_equal(strchr(out.text, '\n'), out.text + out.len - 1);
		answer = json_loads(out.text, 0, NULL);
		assert_non_null(answer);
	}
	strbuf_release(&out);
	return answer;
}

void table_greet(struct table *table, const char *version)
{
	struct strbuf line = STRBUF_INIT;
	json_t *answer;

	strbuf_addf(&line,
		"{\"jsonrpc\":\"2.0\",\"id\":0,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"%s\"}}",
		version);
	answer = table_ask(table, line.text);
	assert_non_null(json_object_get(json_object_get(answer, "result"), "protocolVersion"));
	json_decref(answer);
	strbuf_release(&line);
}

char *table_call(struct table *table, const char *name, const char *arguments, bool *failed)
{
	struct strbuf line = STRBUF_INIT;
	json_t *answer;
	const json_t *result;
	char *text;

	strbuf_addf(&line,
		"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/"
		"call\",\"params\":{\"name\":\"%s\",\"arguments\":%s}}",
		name, arguments);
	answer = table_ask(table, line.text);
	result = json_object_get(answer, "result");
	assert_non_null(result);
	*failed = json_is_true(json_object_get(result, "isError"));
	text = strdup(
		json_string_value(json_object_get(json_array_get(json_object_get(result, "content"), 0), "text")));
	json_decref(answer);
	strbuf_release(&line);
	return text;
}

void table_expect_call(struct table *table, const char *name, const char *arguments, const char *wanted)
{
	bool failed;
	char *text = table_call(table, name, arguments, &failed);

	if (failed != (wanted[0] == '!'))
		fail_msg("%s %s: %s", name, arguments, text);
	if (!strstr(text, wanted + failed))
		fail_msg("%s %s: %s, not %s", name, arguments, text, wanted);
	free(text);
}
