#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "base/mem.h"
#include "text/xmltext.h"

static void markup_is_escaped_and_the_rest_stays(void **state)
{
	static const struct {
		const char *text, *content, *attribute;
	} rows[] = {
		{"", "", ""},
		{"한글 👩‍💻 'a'", "한글 👩‍💻 'a'", "한글 👩‍💻 'a'"},
		{"<b> & \"c\" ]]>", "&lt;b&gt; &amp; &quot;c&quot; ]]&gt;", "&lt;b&gt; &amp; &quot;c&quot; ]]&gt;"},
		{"one\ntwo\tthree\n", "one\ntwo\tthree\n", "one&#10;two&#9;three&#10;"},
		{"\x01|\xff|\xef\xbf\xbe|\xef\xb7\x90", "\xef\xbf\xbd|\xef\xbf\xbd|\xef\xbf\xbd|\xef\xbf\xbd",
			"\xef\xbf\xbd|\xef\xbf\xbd|\xef\xbf\xbd|\xef\xbf\xbd"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf content = STRBUF_INIT, attribute = STRBUF_INIT;

		xmltext_escape(&content, rows[i].text, strlen(rows[i].text));
		xmltext_attribute(&attribute, rows[i].text);
		assert_string_equal(content.text, rows[i].content);
		assert_string_equal(attribute.text, rows[i].attribute);
		strbuf_release(&content);
		strbuf_release(&attribute);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(markup_is_escaped_and_the_rest_stays),
	};

	return cmocka_run_group_tests_name("text/xmltext", tests, NULL, NULL);
}
