#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "format/markdown.h"

static void a_text_means_nothing_but_itself(void **state)
{
	static const struct {
		const char *text, *should;
	} rows[] = {
		{NULL, ""},
		{"Order placed", "Order placed"},
		{"a|b", "a\\|b"},
		{"<script>", "\\<script\\>"},
		{"snake_case *bold* `code`", "snake\\_case \\*bold\\* \\`code\\`"},
		{"[x](y)", "\\[x\\](y)"},
		{"#12 & $1 ~~no~~", "\\#12 \\& \\$1 \\~\\~no\\~\\~"},
		{"two\nlines", "two lines"},
		{"C:\\", "C:\\\\"},
		{"주문이 <접수>되었다", "주문이 \\<접수\\>되었다"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf text = STRBUF_INIT;

		markdown_text(&text, rows[i].text);
		if (strcmp(text.text, rows[i].should))
			fail_msg("“%s” must be “%s” and is “%s”", rows[i].text, rows[i].should, text.text);
		strbuf_release(&text);
	}
}

static void a_table_lines_up_in_any_script(void **state)
{
	struct markdown_table table;
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);

	(void)state;
	markdown_table_init(&table, 2);
	markdown_table_text(&table, "이름");
	markdown_table_text(&table, "n");
	markdown_table_text(&table, "a|b");
	markdown_table_number(&table, 12345);
	markdown_table_text(&table, "가나다");
	markdown_table_number(&table, 0);
	markdown_table_print(&table, out);
	fclose(out);
	assert_string_equal(text, "| 이름   |     n |\n"
				  "| ------ | ----: |\n"
				  "| a\\|b   | 12345 |\n"
				  "| 가나다 |       |\n"
				  "\n");
	free(text);
	markdown_table_release(&table);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_text_means_nothing_but_itself),
		cmocka_unit_test(a_table_lines_up_in_any_script),
	};

	setlocale(LC_CTYPE, "C.UTF-8");
	return cmocka_run_group_tests_name("format/markdown", tests, NULL, NULL);
}
