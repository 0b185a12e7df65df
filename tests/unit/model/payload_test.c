#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#include "base/mem.h"
#include "model/payload.h"

static void fields_are_read_however_they_are_parted(void **state)
{
	static const struct {
		const char *text, *kept, *line;
	} cases[] = {
		{NULL, "", ""},
		{"", "", ""},
		{"id: uuid", "id: uuid", "id: uuid"},
		{"id:uuid;total :  money ", "id: uuid\ntotal: money", "id: uuid; total: money"},
		{"id: uuid, email: text sensitive", "id: uuid\nemail: text sensitive",
			"id: uuid; email: text sensitive"},
		{"price: decimal(10, 2), lines: list<a, b>\nx", "price: decimal(10, 2)\nlines: list<a, b>\nx",
			"price: decimal(10, 2); lines: list<a, b>; x"},
		{"odd: a) b, c: d", "odd: a) b\nc: d", "odd: a) b; c: d"},
		{"at: time: local", "at: time: local", "at: time: local"},
		{"secret: sensitive", "secret: sensitive", "secret: sensitive"},
		{"mood: insensitive", "mood: insensitive", "mood: insensitive"},
		{";, ;: uuid;\n\n", "", ""},
		{"주문번호: 문자열 sensitive", "주문번호: 문자열 sensitive", "주문번호: 문자열 sensitive"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct payload payload, again;
		struct strbuf out = STRBUF_INIT;

		payload_init(&payload);
		payload_init(&again);
		payload_read(&payload, cases[i].text);
		payload_format(&payload, "\n", &out);
		assert_string_equal(out.text, cases[i].kept);
		strbuf_reset(&out);
		payload_format(&payload, "; ", &out);
		assert_string_equal(out.text, cases[i].line);
		payload_read(&again, out.text);
		strbuf_reset(&out);
		payload_format(&again, "\n", &out);
		assert_string_equal(out.text, cases[i].kept);
		strbuf_release(&out);
		payload_release(&again);
		payload_release(&payload);
	}
}

static void a_field_has_a_name_a_type_and_may_be_sensitive(void **state)
{
	struct payload payload;

	(void)state;
	payload_init(&payload);
	payload_read(&payload, "id\nemail: long text sensitive");
	assert_int_equal(payload.fields.count, 2);
	assert_string_equal(payload_at(&payload, 0)->type, "");
	assert_false(payload_at(&payload, 0)->sensitive);
	assert_string_equal(payload_find(&payload, "email")->type, "long text");
	assert_true(payload_find(&payload, "email")->sensitive);
	assert_null(payload_find(&payload, "mail"));
	payload_release(&payload);
	assert_true(payload_is_sensitive("id\nemail: sensitive"));
	assert_false(payload_is_sensitive("sensitive: text"));
	assert_false(payload_is_sensitive(NULL));
}

static void metadata_is_the_usual_unless_it_is_said(void **state)
{
	static const char *const usual[] = {"id", "time", "source", "type", "version", "correlation"};
	struct payload payload;

	(void)state;
	payload_init(&payload);
	payload_read_metadata(&payload, NULL);
	assert_int_equal(payload.fields.count, ARRAY_SIZE(usual));
	for (size_t i = 0; i < ARRAY_SIZE(usual); i++)
		assert_string_equal(payload_at(&payload, i)->name, usual[i]);
	assert_int_equal(payload_check(&payload, NULL), 0);
	payload_release(&payload);
	payload_init(&payload);
	payload_read_metadata(&payload, "tenant: text");
	assert_int_equal(payload.fields.count, 1);
	payload_release(&payload);
}

static void names_are_words_and_stand_there_once(void **state)
{
	static const struct {
		const char *text, *says; /* NULL: it is right */
	} cases[] = {
		{"orderId, order_id, order-id.2, _x, 번호", NULL},
		{"order id: uuid", "“order id” is not a field name"},
		{"2nd: uuid", "“2nd” is not a field name"},
		{"a: x; b: y; a: z", "two fields are called “a”"},
		{"a(b): x", "“a(b)” is not a field name"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct payload payload;
		struct error err = ERROR_INIT;

		payload_init(&payload);
		payload_read(&payload, cases[i].text);
		assert_int_equal(payload_check(&payload, &err), cases[i].says ? ERROR_REFUSED : 0);
		print_message("# %s: %s\n", cases[i].text, err.text);
		if (cases[i].says)
			assert_non_null(strstr(err.text, cases[i].says));
		payload_release(&payload);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(fields_are_read_however_they_are_parted),
		cmocka_unit_test(a_field_has_a_name_a_type_and_may_be_sensitive),
		cmocka_unit_test(metadata_is_the_usual_unless_it_is_said),
		cmocka_unit_test(names_are_words_and_stand_there_once),
	};

	return cmocka_run_group_tests_name("model/payload", tests, NULL, NULL);
}
