#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "sketch/markup.h"

static void labels_in_html_are_read_as_text(void **state)
{
	static const struct {
		const char *html, *text;
	} rows[] = {
		{"", ""},
		{"Order placed", "Order placed"},
		{"one<br>two<br/>three", "one\ntwo\nthree"},
		{"<div>one</div><div>two</div>", "one\ntwo"},
		{"one<div>two</div>three", "one\ntwo\nthree"},
		{"one<div><br></div><div>two</div>", "one\n\ntwo"},
		{"<p style=\"margin:0\">one</p>\n  <p>two</p>", "one\ntwo"},
		{"<b>bold</b> and <font color=\"#f00\">red</font>", "bold and red"},
		{"a  b\n c&nbsp;d", "a b c d"},
		{"1 &lt; 2 &amp;&amp; 3 &gt; 2 &quot;x&quot; &#39;y&#39; &#xAC00;", "1 < 2 && 3 > 2 \"x\" 'y' 가"},
		{"&bogus; & &; &#xFFFFFFFF; R&D", "&bogus; & &; &#xFFFFFFFF; R&D"},
		{"a < b", "a < b"},
		{"<a title=\"1 > 0\">x</a>", "x"},
		{"<style>p { a }</style>x<script>alert(1)</script>", "x"},
		{"x<!-- > -->y", "xy"},
		{"x <b", "x <b"},
		{"<ul><li>one</li><li>two</li></ul>", "one\ntwo"},
		{"주문이<br>접수됨", "주문이\n접수됨"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf text = STRBUF_INIT;

		markup_text(&text, rows[i].html);
		assert_string_equal(text.text, rows[i].text);
		strbuf_release(&text);
	}
}

/* What does not end takes no longer than what does. */
static void elements_that_do_not_end_are_read_in_one_go(void **state)
{
	static const char *const parts[] = {"<a \"", "<", "&", "<style", "<!--", "</"};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(parts); i++) {
		struct strbuf html = STRBUF_INIT, text = STRBUF_INIT;

		for (int k = 0; k < 300000; k++)
			strbuf_addstr(&html, parts[i]);
		markup_text(&text, html.text);
		assert_true(text.len <= html.len);
		strbuf_release(&html);
		strbuf_release(&text);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(labels_in_html_are_read_as_text),
		cmocka_unit_test(elements_that_do_not_end_are_read_in_one_go),
	};

	return cmocka_run_group_tests_name("sketch/markup", tests, NULL, NULL);
}
