#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#include "base/mem.h"
#include "format/fieldtype.h"

static void words_are_types(void **state)
{
	static const struct {
		const char *words, *should; /* "[TYPE FORMAT]", in brackets for a list */
	} rows[] = {
		{"text", "string -"},
		{"String", "string -"},
		{"varchar(40)", "string -"},
		{"uuid", "string uuid"},
		{"int", "integer -"},
		{"정수", "integer -"},
		{"decimal(10, 2)", "number -"},
		{"money", "number -"},
		{"금액", "number -"},
		{"date", "string date"},
		{"time", "string date-time"},
		{"time  of day", "string time"},
		{"date and time", "string date-time"},
		{"bool", "boolean -"},
		{"yes/no", "boolean -"},
		{"여부", "boolean -"},
		{"url", "string uri"},
		{"e-mail", "string email"},
		{"object", "object -"},
		{"", "string -"},
		{"open or closed", "string -"},
		{"texts", "string -"},
		{"list of text", "[string -]"},
		{"list of texts", "[string -]"},
		{"list of numbers", "[number -]"},
		{"uuid[]", "[string uuid]"},
		{"List<Date>", "[string date]"},
		{"문자열 목록", "[string -]"},
		{"금액 배열", "[number -]"},
		{"array", "[string -]"},
		{"list of line items", "[string -]"},
		{"listing", "string -"},
		{"list<", "string -"},
		{"[]", "[string -]"},
		{"(", "string -"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct fieldtype type = fieldtype_read(rows[i].words);
		const char *format = fieldtype_json_format(type.base);
		char is[64];

		snprintf(is, sizeof(is), type.list ? "[%s %s]" : "%s %s", fieldtype_json(type.base),
			format ? format : "-");
		if (strcmp(is, rows[i].should))
			fail_msg("“%s” must be %s and is %s", rows[i].words, rows[i].should, is);
	}
}

static void unknown_words_are_told_from_text(void **state)
{
	(void)state;
	assert_int_equal(fieldtype_read("text").base, FIELDTYPE_TEXT);
	assert_int_equal(fieldtype_read("open or closed").base, FIELDTYPE_UNKNOWN);
	assert_int_equal(fieldtype_read("list of line items").base, FIELDTYPE_UNKNOWN);
	assert_int_equal(fieldtype_read("").base, FIELDTYPE_UNKNOWN);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_are_types),
		cmocka_unit_test(unknown_words_are_told_from_text),
	};

	return cmocka_run_group_tests_name("format/fieldtype", tests, NULL, NULL);
}
