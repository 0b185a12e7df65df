#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "format/crossings.h"
#include "lib/format_desk.h"

/* All channels, "ADDRESS NAME SENDER,...>RECEIVER,...", "?" behind those that are answered, a line each. */
static void describe(const struct crossings *crossings, struct strbuf *out)
{
	strbuf_reset(out);
	for (size_t i = 0; i < crossings->channels.count; i++) {
		const struct crossings_channel *channel = vec_get(&crossings->channels, struct crossings_channel *, i);

		strbuf_addf(out, "%s %s", channel->address, channel->name);
		for (int64_t id = 1; id <= (int64_t)crossings->contexts.count; id++)
			if (crossings_sends(channel, id))
				strbuf_addf(out, " %s", crossings_context(crossings, id)->slug);
		strbuf_addstr(out, " >");
		for (int64_t id = 1; id <= (int64_t)crossings->contexts.count; id++)
			if (crossings_receives(channel, id))
				strbuf_addf(out, " %s", crossings_context(crossings, id)->slug);
		strbuf_addstr(out, channel->answered ? " ?\n" : "\n");
	}
}

static const char *const stickies[] = {"context A", "context B", "context C", "add event -c 1 -r 1 Done",
	"add event -c 2 -r 1 Done", "add command -c 3 -r 1 Do it", "add read-model -c 4 -r 1 List"};

static void what_crosses_has_an_owner_and_an_address(void **state)
{
	static const struct {
		const char *lines[5]; /* after the stickies */
		const char *should;
	} rows[] = {
		{{"relate A async B"}, ""},
		{{"relate A async B -l Sent"}, "a.sent Sent a > b\n"},
		{{"relate A sync B -l Ask"}, "b.ask Ask a > b ?\n"},
		{{"relate A async B -l Sent", "message A B 1"}, "a.done Done a > b\n"},
		{{"relate A async B", "relate A async C", "message A B 1", "message A C 1"}, "a.done Done a > b c\n"},
		{{"relate A async B", "relate C async B", "message A B 1", "message C B 1"},
			"a.done Done a > b\nc.done Done_1 c > b\n"},
		{{"relate A async B", "message A B 1 2"}, "a.done Done a > b\na.done-2 Done_2 a > b\n"},
		{{"relate A sync B", "relate C sync B", "message A B 3", "message C B 3"}, "b.do-it DoIt a c > b ?\n"},
		{{"relate A sync B", "message A B 4 3"}, "b.list List a > b ?\nb.do-it DoIt a > b ?\n"},
		{{"relate A sync B -l Ask", "relate A async B -l ask"}, "b.ask Ask a > b ?\na.ask Ask_2 a > b\n"},
		{{"relate A async B -l Sent", "relate A async C -l Sent"}, "a.sent Sent a > b c\n"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf is = STRBUF_INIT;
		struct crossings crossings;
		struct format_desk desk;

		format_desk_open(&desk);
		for (size_t j = 0; j < ARRAY_SIZE(stickies); j++)
			format_desk_do(&desk, stickies[j]);
		for (size_t j = 0; j < ARRAY_SIZE(rows[i].lines) && rows[i].lines[j]; j++)
			format_desk_do(&desk, rows[i].lines[j]);
		crossings_init(&crossings, desk.edit.board);
		describe(&crossings, &is);
		if (strcmp(is.text, rows[i].should))
			fail_msg("after “%s” must cross:\n%sand cross:\n%s", rows[i].lines[0], rows[i].should, is.text);
		crossings_release(&crossings);
		strbuf_release(&is);
		format_desk_close(&desk);
	}
}

static void a_context_is_found_by_its_name(void **state)
{
	struct crossings crossings;
	struct format_desk desk;

	(void)state;
	format_desk_open(&desk);
	format_desk_do(&desk, "context 주문");
	format_desk_do(&desk, "context \"Jumun\"");
	crossings_init(&crossings, desk.edit.board);
	assert_string_equal(crossings_context_named(&crossings, "주문")->slug, "jumun");
	assert_string_equal(crossings_context_named(&crossings, "Jumun")->slug, "jumun-2");
	assert_null(crossings_context_named(&crossings, "jumun"));
	crossings_release(&crossings);
	format_desk_close(&desk);
}

static void documents_are_whole_or_refused(void **state)
{
	struct format_desk desk;
	char *text;

	(void)state;
	format_desk_open(&desk);
	assert_null(format_desk_write(&desk, "asyncapi", NULL));
	assert_string_equal(desk.err.text, "the board has no contexts yet");
	format_desk_do(&desk, "context A");
	text = format_desk_write(&desk, "asyncapi", NULL);
	assert_string_equal(text,
		"\"asyncapi\": \"3.0.0\"\n\"info\":\n  \"title\": \"A\"\n  \"version\": \"1.0.0\"\n"
		"\"defaultContentType\": \"application/json\"\n\"channels\": {}\n\"operations\": {}\n");
	free(text);
	format_desk_do(&desk, "context B");
	assert_null(format_desk_write(&desk, "asyncapi", NULL));
	assert_int_equal(desk.err.code, ERROR_USAGE);
	assert_null(format_desk_write(&desk, "asyncapi", "C"));
	assert_int_equal(desk.err.code, ERROR_REFUSED);
	text = format_desk_write(&desk, "asyncapi", "B");
	assert_non_null(strstr(text, "\"title\": \"B\""));
	free(text);
	format_desk_close(&desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_crosses_has_an_owner_and_an_address),
		cmocka_unit_test(a_context_is_found_by_its_name),
		cmocka_unit_test(documents_are_whole_or_refused),
	};

	return cmocka_run_group_tests_name("format/crossings", tests, NULL, NULL);
}
