#include "mcp/tool.h"

#include <inttypes.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "mcp/reading.h"
#include "mcp/rpc.h"
#include "mcp/toolargs.h"

/* What a client may tell its user about a tool. */
static json_t *tool_hints(bool reads, bool removes)
{
	json_t *hints = json_object();

	json_object_set_new(hints, "readOnlyHint", json_boolean(reads));
	json_object_set_new(hints, "destructiveHint", json_boolean(removes));
	json_object_set_new(hints, "openWorldHint", json_false());
	return hints;
}

static json_t *tool_row(const char *name, const char *sentence, const struct argument *arguments, bool reads)
{
	json_t *row = json_object();

	json_object_set_new(row, "name", json_string(name));
	json_object_set_new(row, "description", json_string(sentence));
	json_object_set_new(row, "inputSchema", toolargs_schema(arguments));
	json_object_set_new(row, "annotations", tool_hints(reads, false));
	return row;
}

/* "add a sticky: add KIND [-c COL] [-r ROW] TEXT". */
static json_t *tool_command_row(const struct command *command)
{
	struct strbuf sentence = STRBUF_INIT;
	json_t *row;

	strbuf_addf(&sentence, "%s: ", _(command->sentence));
	command_synopsis(command, &sentence);
	row = tool_row(command->name, sentence.text, command->arguments, false);
	strbuf_release(&sentence);
	return row;
}

json_t *tool_list(const struct assistant *assistant)
{
	size_t commands, readings;
	const struct command *const *command = command_list(&commands);
	const struct reading *const *reading = reading_list(&readings);
	json_t *list = json_array();

	for (size_t i = 0; i < readings; i++)
		json_array_append_new(
			list, tool_row(reading[i]->name, _(reading[i]->sentence), reading[i]->arguments, true));
	for (size_t i = 0; i < commands; i++)
		if (assistant_may(assistant, command[i]))
			json_array_append_new(list, tool_command_row(command[i]));
	return list;
}

static json_t *tool_result(const struct strbuf *text, bool failed)
{
	json_t *result = json_object(), *part = json_object(), *content = json_array();

	json_object_set_new(part, "type", json_string("text"));
	json_object_set_new(part, "text", rpc_text(text->text, text->len));
	json_array_append_new(content, part);
	json_object_set_new(result, "content", content);
	if (failed)
		json_object_set_new(result, "isError", json_true());
	return result;
}

/* Appends what a command reports, a line each. */
static void tool_report(const struct session_report *report, struct strbuf *text)
{
	strbuf_add(text, report->output.text, report->output.len);
	if (report->note.len)
		strbuf_addf(text, "%s\n", report->note.text);
	if (report->change)
		strbuf_addf(text, _("done, change #%" PRId64 "\n"), report->change);
	else
		strbuf_addstr(text, _("nothing has changed\n"));
}

static int tool_run_command(struct assistant *assistant, const struct command *command, const json_t *arguments,
	struct strbuf *text, struct error *err)
{
	struct session_report report = SESSION_REPORT_INIT;
	struct vec list = VEC_INIT(char *);
	struct words words;
	int failed = assistant_look(assistant, err);

	vec_add(&list, char *) = mem_strdup(command->name);
	if (!failed)
		failed = toolargs_read(command->arguments, arguments, &list, err);
	vec_push(&list); /* the NULL at the end */
	words_from_argv(&words, (const char *const *)list.items);
	if (!failed)
		failed = assistant_run(assistant, command, &words, &report, err);
	if (!failed)
		tool_report(&report, text);
	vec_release_strings(&list);
	session_report_release(&report);
	return failed;
}

static int tool_run_reading(struct assistant *assistant, const struct reading *reading, const json_t *arguments,
	struct strbuf *text, struct error *err)
{
	struct vec list = VEC_INIT(char *);
	struct words words;
	int failed = toolargs_read(reading->arguments, arguments, &list, err);

	vec_push(&list);
	words_from_argv(&words, (const char *const *)list.items);
	if (!failed)
		failed = reading_run(reading, assistant, &words, text, err);
	vec_release_strings(&list);
	return failed;
}

json_t *tool_call(struct assistant *assistant, const char *name, const json_t *arguments)
{
	const struct command *command = command_find(name);
	const struct reading *reading = reading_find(name);
	struct strbuf text = STRBUF_INIT;
	struct error err = ERROR_INIT;
	json_t *result;
	int failed;

	if (!command && !reading)
		return NULL;
	failed = command ? tool_run_command(assistant, command, arguments, &text, &err)
			 : tool_run_reading(assistant, reading, arguments, &text, &err);
	if (failed) {
		strbuf_reset(&text);
		strbuf_addstr(&text, err.text);
	}
	result = tool_result(&text, failed);
	strbuf_release(&text);
	return result;
}
