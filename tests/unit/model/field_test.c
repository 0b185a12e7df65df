#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/mem.h"
#include "model/field.h"

static void values_are_read_and_written(void **state)
{
	static const struct {
		enum entity entity;
		const char *field, *text;
	} rows[] = {
		{ENTITY_STICKY, "text", "주문\n접수"},
		{ENTITY_STICKY, "text", ""},
		{ENTITY_STICKY, "kind", "external-system"},
		{ENTITY_STICKY, "place", "1,1"},
		{ENTITY_STICKY, "place", "999999999,999999999"},
		{ENTITY_STICKY, "resolved", "1"},
		{ENTITY_STICKY, "step", "8"},
		{ENTITY_STICKY, "author", "999999999999"},
		{ENTITY_STICKY, "created", "2026-11-20T14:05:00Z"},
		{ENTITY_STICKY, "updated", "0001-01-01T00:00:00Z"},
		{ENTITY_PERSON, "role", "facilitator"},
		{ENTITY_VOTE, "dots", "1000000"},
		{ENTITY_RELATION, "style", "async"},
		{ENTITY_RELATION, "consistency", "latest"},
		{ENTITY_RELATION, "autonomous", "yes"},
		{ENTITY_RELATION, "when_twice", "deduplicate"},
		{ENTITY_MESSAGE, "type", "state-delta"},
		{ENTITY_STICKY, "payload", "id: text\nname: text sensitive"},
		{ENTITY_BOARD, "silent", "12"},
		{ENTITY_BOARD, "title", "A 'title' \"so\" \\"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		const struct field *field = field_find(rows[i].entity, rows[i].field);
		struct sticky item = {0}; /* the largest */
		struct strbuf text = STRBUF_INIT;
		struct error err = ERROR_INIT;

		assert_true(entity_type(rows[i].entity)->size <= sizeof(item));
		if (field_parse(field, &item, rows[i].text, &err))
			fail_msg("“%s” must be a value for %s: %s", rows[i].text, field->name, err.text);
		field_format(field, &item, &text);
		assert_string_equal(text.text, rows[i].text);
		assert_int_equal(field_is_default(field, &item), !*rows[i].text);
		item_clear(rows[i].entity, &item);
		assert_true(field_is_default(field, &item));
		strbuf_release(&text);
	}
}

static void values_that_do_not_fit_leave_the_item_alone(void **state)
{
	static const struct {
		enum entity entity;
		const char *field, *good, *bad;
	} rows[] = {
		{ENTITY_STICKY, "text", "a", "\x1b[31m"},
		{ENTITY_STICKY, "text", "a", "a\xff"},
		{ENTITY_STICKY, "text", "a", " a"},
		{ENTITY_STICKY, "text", "a", "\xe1\x84\x92\xe1\x85\xa1"},
		{ENTITY_STICKY, "note", "a", "\xe2\x80\xae"},
		{ENTITY_CONTEXT, "name", "a", "two\nlines"},
		{ENTITY_STICKY, "kind", "policy", "sticky"},
		{ENTITY_STICKY, "kind", "policy", "Policy"},
		{ENTITY_STICKY, "place", "3,4", "3"},
		{ENTITY_STICKY, "place", "3,4", "0,4"},
		{ENTITY_STICKY, "place", "3,4", "3,0"},
		{ENTITY_STICKY, "place", "3,4", "-3,4"},
		{ENTITY_STICKY, "place", "3,4", "3,4,5"},
		{ENTITY_STICKY, "place", "3,4", "1000000000,1"},
		{ENTITY_STICKY, "place", "3,4", "1,99999999999999999"},
		{ENTITY_STICKY, "resolved", "1", "0"},
		{ENTITY_STICKY, "resolved", "1", "true"},
		{ENTITY_STICKY, "step", "8", "9"},
		{ENTITY_STICKY, "step", "8", "-1"},
		{ENTITY_STICKY, "step", "8", " 8"},
		{ENTITY_STICKY, "step", "8", "8a"},
		{ENTITY_STICKY, "author", "5", "-5"},
		{ENTITY_STICKY, "author", "5", "9223372036854775808"},
		{ENTITY_STICKY, "created", "2026-11-20T14:05:00Z", "yesterday"},
		{ENTITY_STICKY, "created", "2026-11-20T14:05:00Z", "2026-02-30T00:00:00Z"},
		{ENTITY_VOTE, "dots", "1", "1000001"},
		{ENTITY_PHASE, "column", "1", "1000000000"},
		{ENTITY_BOARD, "columns", "", "3+1"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		const struct field *field = field_find(rows[i].entity, rows[i].field);
		struct sticky room = {0};
		struct strbuf text = STRBUF_INIT;
		struct error err = ERROR_INIT;

		assert_true(entity_type(rows[i].entity)->size <= sizeof(room));
		if (*rows[i].good)
			assert_int_equal(field_parse(field, &room, rows[i].good, &err), 0);
		if (field_parse(field, &room, rows[i].bad, &err) != ERROR_SYSTEM)
			fail_msg("“%s” must be no value for %s", rows[i].bad, field->name);
		field_format(field, &room, &text);
		assert_string_equal(text.text, rows[i].good);
		assert_non_null(strstr(err.text, field->name));
		item_clear(rows[i].entity, &room);
		strbuf_release(&text);
	}
}

static void a_record_holds_what_is_not_at_its_default(void **state)
{
	struct sticky sticky = {
		.id = 7, .kind = KIND_POLICY, .text = (char *)"say \"hi\"\nthere", .place = {3, 4}, .resolved = true};
	struct sticky back = {.id = 7};
	struct strbuf record = STRBUF_INIT, again = STRBUF_INIT;
	struct error err = ERROR_INIT;

	(void)state;
	record_format(ENTITY_STICKY, &sticky, &record);
	assert_string_equal(record.text, "kind=policy text=\"say \\\"hi\\\"\\nthere\" place=3,4 resolved=1");
	assert_int_equal(record_parse(ENTITY_STICKY, &back, record.text, &err), 0);
	record_format(ENTITY_STICKY, &back, &again);
	assert_string_equal(again.text, record.text);
	assert_int_equal(back.id, 7);
	item_clear(ENTITY_STICKY, &back);
	assert_int_equal(back.id, 7);
	strbuf_release(&record);
	strbuf_release(&again);
}

static void a_bad_record_leaves_the_item_cleared(void **state)
{
	static const char *const rows[] = {"text", "text=a colour=3", "text=a place=x", "text=\"a", "=a",
		"text=a step=1 step=9", "text=a  =", "columns=3+1", "averyveryveryveryveryverylongfieldname=1",
		"text='a' b"};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct sticky sticky = {.id = 1};
		struct strbuf record = STRBUF_INIT;
		struct error err = ERROR_INIT;

		if (record_parse(ENTITY_STICKY, &sticky, rows[i], &err) != ERROR_SYSTEM)
			fail_msg("“%s” must be no record", rows[i]);
		record_format(ENTITY_STICKY, &sticky, &record);
		assert_string_equal(record.text, "");
		assert_true(*err.text);
		strbuf_release(&record);
	}
}

static void odd_records_are_read(void **state)
{
	static const char *const rows[][2] = {
		{"", ""},
		{"   ", ""},
		{"text=", ""},
		{"text= step=2", "step=2"},
		{"text=a text=b", "text=b"},
		{" step=2   text='a b' ", "text=\"a b\" step=2"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct sticky sticky = {.id = 1};
		struct strbuf record = STRBUF_INIT;
		struct error err = ERROR_INIT;

		assert_int_equal(record_parse(ENTITY_STICKY, &sticky, rows[i][0], &err), 0);
		record_format(ENTITY_STICKY, &sticky, &record);
		assert_string_equal(record.text, rows[i][1]);
		item_clear(ENTITY_STICKY, &sticky);
		strbuf_release(&record);
	}
}

static void the_table_names_every_entity_once(void **state)
{
	(void)state;
	for (int i = 0; i < ENTITY_COUNT; i++) {
		const struct entity_type *type = entity_type((enum entity)i);
		enum entity entity = ENTITY_COUNT;

		assert_true(entity_parse(type->name, &entity));
		assert_int_equal(entity, i);
		for (size_t f = 0; f < type->count; f++)
			assert_ptr_equal(field_find(entity, type->fields[f].name), &type->fields[f]);
	}
	assert_false(entity_parse("nothing", &(enum entity){ENTITY_BOARD}));
	assert_null(field_find(ENTITY_STICKY, "colour"));
}

static void words_of_choices_are_told(void **state)
{
	enum role role;

	(void)state;
	for (int i = 0; i < ROLE_COUNT; i++) {
		assert_true(role_parse(role_token((enum role)i), &role));
		assert_int_equal(role, i);
	}
	assert_false(role_parse("owner", &role));
	assert_string_equal(relation_style_token(RELATION_ASYNC), "async");
	for (int i = 0; i < KIND_COUNT; i++)
		assert_string_equal(field_find(ENTITY_STICKY, "kind")->choices[i], kind_token((enum kind)i));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(values_are_read_and_written),
		cmocka_unit_test(values_that_do_not_fit_leave_the_item_alone),
		cmocka_unit_test(a_record_holds_what_is_not_at_its_default),
		cmocka_unit_test(a_bad_record_leaves_the_item_cleared),
		cmocka_unit_test(odd_records_are_read),
		cmocka_unit_test(the_table_names_every_entity_once),
		cmocka_unit_test(words_of_choices_are_told),
	};

	return cmocka_run_group_tests_name("model/field", tests, NULL, NULL);
}
