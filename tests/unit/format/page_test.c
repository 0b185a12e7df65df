/* Files of a catalogue that people have edited (tests/formats/eventcatalog.sh writes whole folders again). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "format/page.h"

/* Reads the file whose fields are FIELDS. */
static void page_test_read(struct page *page, const char *fields)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_addf(&text, "---\n%s---\n", fields);
	page_init(page);
	assert_true(page_read(page, text.text));
	strbuf_release(&text);
}

static void a_value_is_read_without_quotes_and_comments(void **state)
{
	static const struct {
		const char *fields, *value; /* of the id; NULL: it has none on one line */
	} rows[] = {
		{"id: placed\n", "placed"},
		{"id: \"placed\"\n", "placed"},
		{"id: placed # our id\n", "placed"},
		{"id: \"placed\"\t# our id\n", "placed"},
		{"id: 'placed' # it's ours\n", "placed"},
		{"id: # none yet\n", ""},
		{"id: placed#2\n", "placed#2"},
		{"id: \"a # b\"\n", "a # b"},
		{"id: \"a \\\" # b\" # c\n", "a \\\" # b"},
		{"id: 'it''s # b' # c\n", "it''s # b"},
		{"id: \"a # b\n", "\"a # b"},
		{"id: >-\n  a # b\n", "a # b"},
		{"id: a\n  b\n", NULL},
		{"name: a\n", NULL},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf value = STRBUF_INIT;
		struct page page;

		page_test_read(&page, rows[i].fields);
		assert_int_equal(page_value(&page, "id", &value), rows[i].value != NULL);
		assert_string_equal(value.text, rows[i].value ? rows[i].value : "");
		page_release(&page);
		strbuf_release(&value);
	}
}

static void what_people_say_in_comments_stays(void **state)
{
	static const struct {
		const char *old, *fresh, *kept; /* fields */
	} rows[] = {
		{"sends:\n  - id: a # ours\n", "sends:\n  - id: \"a\"\n    version: \"latest\"\n",
			"sends:\n  - id: a # ours\n"},
		{"sends:\n  - id: a # ours\n", "sends:\n  - id: \"b\"\n", "sends:\n  - id: a # ours\n  - id: \"b\"\n"},
		{"sends: [] # none\n", "sends:\n  - id: \"a\"\n", "sends: [] # none\n"},
		{"sends: # none\n", "", "sends: # none\n"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf out = STRBUF_INIT, kept = STRBUF_INIT;
		struct page old, fresh;

		page_test_read(&old, rows[i].old);
		page_test_read(&fresh, rows[i].fresh);
		page_write(&fresh, &old, "board/service-1", &out);
		strbuf_addf(&kept, "---\n%s" PAGE_MARK ": ", rows[i].kept);
		assert_true(out.len > kept.len);
		assert_memory_equal(out.text, kept.text, kept.len);
		page_release(&old);
		page_release(&fresh);
		strbuf_release(&out);
		strbuf_release(&kept);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_value_is_read_without_quotes_and_comments),
		cmocka_unit_test(what_people_say_in_comments_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
