#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "json/document.h"
#include "json/document_field.h"
#include "json/document_read.h"
#include "json/document_schema.h"

/* A board, and the action that fills it. */
struct desk {
	struct board *board;
	struct action action;
	struct edit edit;
	struct document_report report;
	struct error err;
};

static void desk_open(struct desk *desk)
{
	memset(desk, 0, sizeof(*desk));
	desk->board = board_new();
	action_init(&desk->action);
	desk->action.time_ms = 1795000000000;
	desk->edit = (struct edit){desk->board, &desk->action};
}

static void desk_close(struct desk *desk)
{
	action_release(&desk->action);
	board_free(desk->board);
}

static int desk_read(struct desk *desk, const char *text, size_t len)
{
	FILE *in = fmemopen((void *)text, len, "r");
	int failed;

	assert_non_null(in);
	failed = document_read(in, "x", &desk->edit, &desk->report, &desk->err);
	fclose(in);
	return failed;
}

static char *desk_write(const struct desk *desk)
{
	char *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	document_write(desk->board, out);
	fclose(out);
	return text;
}

#define PEOPLE "\"people\":[{\"id\":2,\"name\":\"Ana\",\"role\":\"facilitator\"}]"
#define CONTEXTS                                                                                                  \
	"\"contexts\":[{\"id\":4,\"name\":\"주문\",\"colour\":2,\"subdomain\":\"unknown\"},{\"id\":5,\"name\":" \
	"\"Min\",\"map_row\":3,\"subdomain\":\"unknown\"}]"

static const char whole[] =
	"{\n\"evstorm\": 1,\n"
	"\"board\": {\"title\":\"A \\\"shop\\\" </script>\",\"step\":3,\"votes\":5,\"votes_hidden\":true},\n"
	"\"people\": [\n{\"id\":2,\"name\":\"Ana\",\"role\":\"facilitator\"}\n],\n"
	"\"contexts\": "
	"[\n{\"id\":4,\"name\":\"주문\",\"colour\":2,\"subdomain\":\"unknown\"},\n{\"id\":5,\"name\":\"Min\",\"map_"
	"row\":3,\"subdomain\":\"unknown\"}\n],\n"
	"\"stickies\": [\n"
	"{\"id\":7,\"kind\":\"event\",\"text\":\"two\\nlines \\\\ "
	"👩‍💻\",\"note\":\"n\",\"place\":{\"column\":3,\"row\":1},\"context\":4,"
	"\"pivotal\":true,\"author\":2,\"step\":1,\"created\":\"2026-11-20T14:05:00Z\",\"updated\":\"2026-11-20T14:05:"
	"00.001Z\","
	"\"public\":true,\"payload\":\"a: text\"},\n"
	"{\"id\":9,\"kind\":\"command\",\"text\":\"true\",\"place\":{\"column\":2,\"row\":1}}\n],\n"
	"\"links\": [\n{\"id\":1,\"source\":9,\"target\":7}\n],\n"
	"\"votes\": [\n{\"id\":3,\"sticky\":7,\"person\":2,\"dots\":2}\n],\n"
	"\"phases\": [\n{\"id\":1,\"column\":2,\"name\":\"Start\"}\n],\n"
	"\"lanes\": [\n{\"id\":1,\"row\":2,\"name\":\"Parking lot\"}\n],\n"
	"\"relations\": "
	"[\n{\"id\":1,\"source\":4,\"style\":\"async\",\"target\":5,\"label\":\"l\",\"consistency\":\"latest\","
	"\"sensitive\":\"unknown\",\"autonomous\":\"yes\",\"compensated\":\"unknown\"}\n],\n"
	"\"messages\": [\n{\"id\":1,\"relation\":1,\"sticky\":7,\"type\":\"state-delta\",\"uses\":\"a\"}\n]\n}\n";

static void what_is_read_is_written_again(void **state)
{
	struct desk desk;
	char *text;

	(void)state;
	desk_open(&desk);
	if (desk_read(&desk, whole, strlen(whole)))
		fail_msg("%s", desk.err.text);
	assert_int_equal(desk.report.stickies, 2);
	assert_int_equal(desk.report.renumbered, 0);
	text = desk_write(&desk);
	assert_string_equal(text, whole);
	free(text);
	desk_close(&desk);
}

/* A value for FIELD that is not its default, as text. */
static const char *unusual(const struct field *field, char *scratch, size_t size)
{
	switch (field->type) {
	case FIELD_LINE: return "a \"line\"";
	case FIELD_TEXT: return "two\nlines";
	case FIELD_NUMBER: snprintf(scratch, size, "%lld", (long long)field->most); return scratch;
	case FIELD_REF: return "12";
	case FIELD_TIME: return "2026-11-20T14:05:00.123Z";
	case FIELD_FLAG: return "1";
	case FIELD_CHOICE: return field->choices[1];
	case FIELD_PLACE: return "3,999999999";
	case FIELD_COLUMNS:
	case FIELD_ROWS: break;
	}
	return NULL;
}

/* Whatever the table of fields has is in the document and in the schema, and comes back. */
static void every_field_of_the_table_is_in_it(void **state)
{
	char *schema = NULL, scratch[32];
	size_t len;
	FILE *out = open_memstream(&schema, &len);

	(void)state;
	document_schema_write(out);
	fclose(out);
	for (int entity = 0; entity < ENTITY_COUNT; entity++) {
		const struct entity_type *type = entity_type((enum entity)entity);
		void *item = mem_zalloc(type->size), *again = mem_zalloc(type->size);

		for (size_t i = 0; i < type->count; i++) {
			const struct field *field = &type->fields[i];
			const char *value = unusual(field, scratch, sizeof(scratch));
			struct strbuf back = STRBUF_INIT;
			char key[64];
			json_t *json;

			if (!value)
				continue;
			snprintf(key, sizeof(key), "\"%s\": {", field->name);
			if (!strstr(schema, key))
				fail_msg("%s is not in the schema", field->name);
			assert_int_equal(field_parse(field, item, value, NULL), 0);
			assert_true(document_field_is_written(field, item));
			json = document_field_make(field, item);
			assert_int_equal(document_field_read(field, json, again, NULL), 0);
			field_format(field, again, &back);
			assert_string_equal(back.text, value);
			json_decref(json);
			strbuf_release(&back);
		}
		item_clear((enum entity)entity, item);
		item_clear((enum entity)entity, again);
		free(item);
		free(again);
	}
	free(schema);
}

static void what_is_wrong_is_refused_where_it_is(void **state)
{
	static const struct {
		const char *text, *why;
	} rows[] = {
		{"", "x: line 1, column "},
		{"{\"evstorm\":1", "x: line 1, column "},
		{"{\"evstorm\":1}\n\n x", "x: line 3, column "},
		{"{\"evstorm\":1,\"board\":{\"title\":\"a\",\"title\":\"b\"}}", "not JSON: duplicate"},
		{"{\"evstorm\":1,\"board\":{\"title\":\"\xff\"}}", "not JSON"},
		{"{\"evstorm\":1,\"board\":{\"title\":\"\\u0000\"}}", "not JSON"},
		{"{\"evstorm\":1,\"board\":{\"votes\":99999999999999999999}}", "not JSON"},
		{"[]", "x: not a board in JSON"},
		{"{}", "x: not a board in JSON"},
		{"{\"evstorm\":\"1\"}", "x: not a board in JSON"},
		{"{\"evstorm\":3}", "x: made by a newer evstorm"},
		{"{\"evstorm\":1,\"x\":1}", "x: x: unknown member"},
		{"{\"evstorm\":1,\"board\":[]}", "x: board: expected an object"},
		{"{\"evstorm\":1,\"board\":{\"id\":1}}", "x: board: id: unknown member"},
		{"{\"evstorm\":1,\"board\":{\"columns\":1}}", "x: board: columns: unknown member"},
		{"{\"evstorm\":1,\"board\":{\"step\":9}}", "x: board: step: "},
		{"{\"evstorm\":1,\"board\":{\"step\":1.5}}", "x: board: step: expected a whole number"},
		{"{\"evstorm\":1,\"board\":{\"locked\":1}}", "x: board: locked: expected true or false"},
		{"{\"evstorm\":1,\"board\":{\"title\":null}}", "x: board: title: expected a string"},
		{"{\"evstorm\":1,\"board\":{\"since\":\"now\"}}", "x: board: since: "},
		{"{\"evstorm\":1,\"stickies\":{}}", "x: stickies: expected an array"},
		{"{\"evstorm\":1,\"stickies\":[1]}", "x: stickies[0]: expected an object"},
		{"{\"evstorm\":1,\"stickies\":[{}]}", "x: stickies[0]: its id is missing"},
		{"{\"evstorm\":1,\"stickies\":[{\"id\":1}]}", "x: stickies[0]: sticky 1: it has no place"},
		{"{\"evstorm\":1,\"stickies\":[{\"id\":0}]}", "x: stickies[0]: id: expected a number from 1 to"},
		{"{\"evstorm\":1,\"stickies\":[{\"id\":1000000000000}]}",
			"x: stickies[0]: id: expected a number from 1 to"},
		{"{\"evstorm\":1,\"stickies\":[{\"id\":1,\"place\":{\"column\":1}}]}",
			"x: stickies[0]: place: expected"},
		{"{\"evstorm\":1,\"stickies\":[{\"id\":1,\"place\":{\"column\":0,\"row\":1}}]}",
			"x: stickies[0]: place: "},
		{"{\"evstorm\":1,\"stickies\":[{\"id\":1,\"kind\":\"thing\"}]}", "x: stickies[0]: kind: "},
		{"{\"evstorm\":1,\"stickies\":[{\"id\":1,\"context\":3}]}",
			"x: stickies[0]: context: the document has no context 3"},
		{"{\"evstorm\":1," PEOPLE "," CONTEXTS ",\"links\":[{\"id\":1,\"source\":1,\"target\":2}]}",
			"x: links[0]: source: the document has no sticky 1"},
		{"{\"evstorm\":1,\"contexts\":[{\"id\":1,\"name\":\"a\"},{\"id\":1,\"name\":\"b\"}]}",
			"x: contexts[1]: the document has two of the id 1"},
		{"{\"evstorm\":1,\"contexts\":[{\"id\":1,\"name\":\"a\"},{\"id\":2,\"name\":\"a\"}]}",
			"x: contexts[1]: context 2: its name is taken"},
		{"{\"evstorm\":1,\"people\":[{\"id\":1,\"name\":\"\"}]}",
			"x: people[0]: person 1: its name is missing"},
		{"{\"evstorm\":1,\"contexts\":[{\"id\":1}]}", "x: contexts[0]: context 1: its name is missing"},
		{"{\"evstorm\":1," PEOPLE
		 ",\"stickies\":[{\"id\":1,\"text\":\"a\",\"place\":{\"column\":1,\"row\":1},\"author\":2}],"
		 "\"links\":[{\"id\":1,\"source\":1,\"target\":1}]}",
			"x: links[0]: link 1: a sticky cannot point at itself"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct desk desk;

		desk_open(&desk);
		if (!desk_read(&desk, rows[i].text, strlen(rows[i].text) + !*rows[i].text))
			fail_msg("taken: %s", rows[i].text);
		if (!strstr(desk.err.text, rows[i].why) || strchr(desk.err.text, '\n'))
			fail_msg("%s: %s", rows[i].text, desk.err.text);
		desk_close(&desk);
	}
}

static void what_is_nested_without_end_is_refused(void **state)
{
	size_t len = 1000000;
	char *text = malloc(len);
	struct desk desk;

	(void)state;
	assert_non_null(text);
	memset(text, '[', len);
	desk_open(&desk);
	assert_int_not_equal(desk_read(&desk, text, len), 0);
	assert_non_null(strstr(desk.err.text, "x: line 1, column "));
	free(text);
	desk_close(&desk);
}

/* Otherwise one document could take the last id, and nobody could put anything on the board after it. */
static void an_id_near_the_last_is_given_anew(void **state)
{
	static const char high[] = "{\"evstorm\":1," PEOPLE ",\"stickies\":[{\"id\":999999999999,\"text\":\"Far\","
				   "\"place\":{\"column\":1,\"row\":1},\"author\":2}]}";
	struct desk desk;

	(void)state;
	desk_open(&desk);
	if (desk_read(&desk, high, strlen(high)))
		fail_msg("%s", desk.err.text);
	assert_int_equal(desk.report.renumbered, 1);
	assert_int_equal(board_at(desk.board, (struct place){1, 1})->id, 1);
	desk_close(&desk);
}

static void a_board_that_has_something_keeps_it(void **state)
{
	static const char other[] =
		"{\"evstorm\":1,\"board\":{\"title\":\"Other\"}," PEOPLE "," CONTEXTS
		",\"stickies\":[{\"id\":7,\"text\":\"Late\",\"place\":{\"column\":3,\"row\":1},\"context\":4,"
		"\"author\":2},"
		"{\"id\":20,\"text\":\"Far\",\"place\":{\"column\":9,\"row\":1}}],"
		"\"links\":[{\"id\":1,\"source\":7,\"target\":20}],"
		"\"phases\":[{\"id\":1,\"column\":2,\"name\":\"Again\"},{\"id\":2,\"column\":9,\"name\":\"End\"}],"
		"\"relations\":[{\"id\":8,\"source\":4,\"style\":\"async\",\"target\":5,\"label\":\"l\"}]}";
	const struct sticky *late;
	struct desk desk;

	(void)state;
	desk_open(&desk);
	assert_int_equal(desk_read(&desk, whole, strlen(whole)), 0);
	if (desk_read(&desk, other, strlen(other)))
		fail_msg("%s", desk.err.text);
	assert_int_equal(desk.report.stickies, 2);
	assert_int_equal(desk.report.moved, 1);
	assert_int_equal(desk.report.renumbered, 1);
	assert_string_equal(board_title(desk.board), "A \"shop\" </script>");
	late = board_at(desk.board, (struct place){3, 2});
	assert_non_null(late);
	assert_string_equal(late->text, "Late");
	assert_int_equal(late->context, 4);
	assert_int_equal(late->author, 2);
	assert_non_null(board_link(desk.board, late->id, 20));
	assert_int_equal(board_count(desk.board, ENTITY_CONTEXT), 2);
	assert_int_equal(board_count(desk.board, ENTITY_RELATION), 1);
	assert_string_equal(board_phase_at(desk.board, 2)->name, "Start");
	assert_string_equal(board_phase_at(desk.board, 9)->name, "End");
	desk_close(&desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_read_is_written_again),
		cmocka_unit_test(every_field_of_the_table_is_in_it),
		cmocka_unit_test(what_is_wrong_is_refused_where_it_is),
		cmocka_unit_test(what_is_nested_without_end_is_refused),
		cmocka_unit_test(an_id_near_the_last_is_given_anew),
		cmocka_unit_test(a_board_that_has_something_keeps_it),
	};

	return cmocka_run_group_tests_name("json/document", tests, NULL, NULL);
}
