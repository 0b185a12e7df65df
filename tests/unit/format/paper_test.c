#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "format/paper.h"

/* What WRITE writes, to be freed. */
static char *written(bool html, void (*write)(struct paper *paper))
{
	struct paper paper;
	char *text = NULL;
	size_t len = 0;
	FILE *out = open_memstream(&text, &len);

	paper_init(&paper, out, html);
	write(&paper);
	paper_close(&paper);
	paper_release(&paper);
	fclose(out);
	return text;
}

static void write_list(struct paper *paper)
{
	paper_item(paper, 0, "a", "1");
	paper_item(paper, 1, "b", "2");
	paper_item(paper, 2, "c", "3");
	paper_item(paper, 0, "d", "4");
	paper_item(paper, 0, "empty", "");
	paper_paragraph(paper, "end");
}

static void lists_are_closed(void **state)
{
	char *markdown = written(false, write_list), *html = written(true, write_list);

	(void)state;
	assert_string_equal(markdown, "- a: 1\n  - b: 2\n    - c: 3\n- d: 4\n\nend\n\n");
	assert_string_equal(html, "<ul>\n<li>a: 1\n<ul>\n<li>b: 2\n<ul>\n<li>c: 3</li>\n</ul>\n</li>\n</ul>\n</li>\n"
				  "<li>d: 4</li>\n</ul>\n<p>end</p>\n");
	free(markdown);
	free(html);
}

static void write_texts(struct paper *paper)
{
	paper_paragraph(paper, "<b> & \"x\"\nnext");
	paper_heading(paper, 2, "two\nlines");
	paper_paragraph(paper, "\xef\xbf\xbf\xef\xb7\x90");
}

static void texts_are_no_markup(void **state)
{
	char *html = written(true, write_texts);

	(void)state;
	assert_string_equal(html, "<p>&lt;b&gt; &amp; &quot;x&quot;<br>next</p>\n<h2>two lines</h2>\n"
				  "<p>\xef\xbf\xbd\xef\xbf\xbd</p>\n");
	free(html);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lists_are_closed),
		cmocka_unit_test(texts_are_no_markup),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("format/paper", tests, NULL, NULL);
}
