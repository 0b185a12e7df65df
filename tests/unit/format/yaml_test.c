#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "format/quoted.h"
#include "format/yaml.h"

static void a_text_in_quotes_is_that_text(void **state)
{
	static const struct {
		const char *text, *should;
	} rows[] = {
		{"", "\"\""},
		{"Order placed", "\"Order placed\""},
		{"주문 👩‍💻", "\"주문 👩‍💻\""},
		{"a \"b\" \\c", "\"a \\\"b\\\" \\\\c\""},
		{"two\nlines", "\"two\\nlines\""},
		{"\t\x1b\x7f", "\"\\u0009\\u001b\\u007f\""},
		{"\xc2\x85\xe2\x80\xa8\xe2\x80\xa9\xef\xbb\xbf", "\"\\u0085\\u2028\\u2029\\ufeff\""},
		{"yes: #no %x", "\"yes: #no %x\""},
		{"a\xff!", "\"a\\ufffd!\""},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf text = STRBUF_INIT;

		quoted_text(&text, rows[i].text);
		if (strcmp(text.text, rows[i].should))
			fail_msg("“%s” must be %s and is %s", rows[i].text, rows[i].should, text.text);
		strbuf_release(&text);
	}
}

static void pairs_and_items_are_indented(void **state)
{
	char long_key[1101], *text = NULL;
	struct strbuf should = STRBUF_INIT;
	struct yaml yaml;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	(void)state;
	memset(long_key, 'k', 1100);
	long_key[1100] = '\0';
	yaml = (struct yaml)YAML_INIT(out);
	yaml_text(&yaml, "a", "1");
	yaml_open(&yaml, "b");
	yaml_word(&yaml, "c", "null");
	yaml_open(&yaml, "d");
	yaml_item(&yaml, "x");
	yaml_open_item(&yaml);
	yaml_text(&yaml, "e", "y");
	yaml_text(&yaml, "f", "z");
	yaml_close(&yaml);
	yaml_open_item(&yaml);
	yaml_text(&yaml, long_key, "v");
	yaml_text(&yaml, "g", "w");
	yaml_close(&yaml);
	yaml_close(&yaml);
	yaml_close(&yaml);
	yaml_word(&yaml, "h", "{}");
	fclose(out);
	strbuf_addf(&should,
		"\"a\": \"1\"\n\"b\":\n  \"c\": null\n  \"d\":\n    - \"x\"\n    - \"e\": \"y\"\n"
		"      \"f\": \"z\"\n    - ? \"%s\"\n      : \"v\"\n      \"g\": \"w\"\n\"h\": {}\n",
		long_key);
	assert_string_equal(text, should.text);
	strbuf_release(&should);
	free(text);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_in_quotes_is_that_text),
		cmocka_unit_test(pairs_and_items_are_indented),
	};

	return cmocka_run_group_tests_name("format/yaml", tests, NULL, NULL);
}
