#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/mem.h"
#include "text/utf8.h"

static void characters_are_decoded_and_encoded(void **state)
{
	static const struct {
		const char *bytes;
		int32_t code;
	} rows[] = {
		{"a", 'a'},
		{"\x7f", 0x7f},
		{"\xc2\x80", 0x80},
		{"\xdf\xbf", 0x7ff},
		{"\xe0\xa0\x80", 0x800},
		{"한", 0xd55c},
		{"\xed\x9f\xbf", 0xd7ff},
		{"\xee\x80\x80", 0xe000},
		{"\xf0\x90\x80\x80", 0x10000},
		{"\xf4\x8f\xbf\xbf", 0x10ffff},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		size_t len = strlen(rows[i].bytes);
		struct strbuf out = STRBUF_INIT;
		int32_t code = -1;

		assert_int_equal(utf8_decode(rows[i].bytes, len, &code), len);
		assert_int_equal(code, rows[i].code);
		utf8_append(&out, code);
		assert_string_equal(out.text, rows[i].bytes);
		for (size_t part = 1; part < len; part++)
			assert_int_equal(utf8_decode(rows[i].bytes, part, &code), 0);
		assert_true(utf8_valid(rows[i].bytes, len));
		assert_int_equal(utf8_count(rows[i].bytes, len), 1);
		strbuf_release(&out);
	}
}

static void bytes_that_are_none_are_one_cluster_each(void **state)
{
	static const char *const rows[] = {"\x80", "\xff", "\xc0\xaf", "\xc3", "\xe1\x84", "\xed\xa0\x80",
		"\xf4\x90\x80\x80", "\xf8\x88\x80\x80\x80"};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		int32_t code;

		assert_int_equal(utf8_decode(rows[i], strlen(rows[i]), &code), 0);
		assert_int_equal(utf8_cluster(rows[i], strlen(rows[i])), 1);
		assert_false(utf8_valid(rows[i], strlen(rows[i])));
	}
	assert_int_equal(utf8_cluster("", 0), 0);
	assert_int_equal(utf8_decode("", 0, &(int32_t){0}), 0);
	assert_true(utf8_valid("", 0));
}

static void clusters_are_what_people_see_as_one(void **state)
{
	static const struct {
		const char *text;
		size_t lengths[4];
	} rows[] = {
		{"ab", {1, 1}},
		{"한글", {3, 3}},
		{"e\xcc\x81x", {3, 1}},
		{"\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab", {9}},                                /* jamo */
		{"\xf0\x9f\x91\xa8\xe2\x80\x8d\xf0\x9f\x91\xa9!", {11, 1}},                   /* joined */
		{"\xf0\x9f\x87\xb0\xf0\x9f\x87\xb7\xf0\x9f\x87\xaf\xf0\x9f\x87\xb5", {8, 8}}, /* flags */
		{"\xf0\x9f\x91\x8d\xf0\x9f\x8f\xbd"
		 "a",
			{8, 1}}, /* skin */
		{"\r\na", {2, 1}},
		{"\n\n", {1, 1}},
		{"a\xff"
		 "b",
			{1, 1, 1}},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		size_t len = strlen(rows[i].text), at = 0;

		for (size_t n = 0; at < len; n++) {
			size_t cluster = utf8_cluster(rows[i].text + at, len - at);

			assert_int_equal(cluster, rows[i].lengths[n]);
			at += cluster;
			if (rows[i].text[at - 1] != '\n')
				assert_int_equal(utf8_cluster_before(rows[i].text, at), at - cluster);
		}
	}
	assert_int_equal(utf8_cluster_before("한글", 6), 3);
	assert_int_equal(utf8_cluster_before("한글", 3), 0);
	assert_int_equal(utf8_cluster_before("한글", 0), 0);
	assert_int_equal(utf8_cluster_before("a\n", 2), 1);
	assert_int_equal(utf8_cluster_before("a\nb", 3), 2);
}

static void texts_are_found_without_regard_to_case(void **state)
{
	static const struct {
		const char *text, *needle;
		bool found;
	} rows[] = {
		{"Order Placed", "order", true},
		{"Order Placed", "r p", true},
		{"Order", "orders", false},
		{"Order", "", false},
		{"STRASSE", "strasse", true},
		{"Straße", "strasse", true},
		{"주문 접수", "접수", true},
		{"\xe1\x84\x8c\xe1\x85\xae\xe1\x84\x86\xe1\x85\xae\xe1\x86\xab", "주문", true},
		{"\xc3\x89t\xc3\xa9", "\xc3\xa9t", true},
		{"\xff\xfe", "x", false},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++)
		if (utf8_contains_folded(rows[i].text, rows[i].needle) != rows[i].found)
			fail_msg("“%s” must %sbe found in “%s”", rows[i].needle, rows[i].found ? "" : "not ",
				rows[i].text);
}

static void what_is_too_long_is_taken_as_it_is(void **state)
{
	struct strbuf text = STRBUF_INIT, nfc = STRBUF_INIT;

	(void)state;
	while (text.len + 3 <= UTF8_MAPPED_BYTES)
		strbuf_addstr(&text, "e\xcc\x81");
	utf8_nfc(&nfc, text.text, text.len);
	assert_int_equal(nfc.len, text.len / 3 * 2);
	strbuf_addstr(&text, "e\xcc\x81");
	strbuf_reset(&nfc);
	utf8_nfc(&nfc, text.text, text.len);
	assert_string_equal(nfc.text, text.text);
	strbuf_release(&text);
	strbuf_release(&nfc);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(characters_are_decoded_and_encoded),
		cmocka_unit_test(bytes_that_are_none_are_one_cluster_each),
		cmocka_unit_test(clusters_are_what_people_see_as_one),
		cmocka_unit_test(texts_are_found_without_regard_to_case),
		cmocka_unit_test(what_is_too_long_is_taken_as_it_is),
	};

	return cmocka_run_group_tests_name("text/utf8", tests, NULL, NULL);
}
