#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/mem.h"
#include "text/rewording.h"

static void the_words_that_changed_are_marked(void **state)
{
	static const struct {
		const char *before, *after, *should;
	} rows[] = {
		{"", "", ""},
		{"Paid", "Paid", "Paid"},
		{"Payment done", "Payment approved", "Payment [-done-] {+approved+}"},
		{"Payment done", "Payment approved in full", "Payment [-done-] {+approved in full+}"},
		{"", "Paid now", "{+Paid now+}"},
		{"Paid now", "", "[-Paid now-]"},
		{"Order was placed", "Order placed", "Order [-was-] placed"},
		{"Order placed", "Order was placed", "Order {+was+} placed"},
		{"a b c d", "b c d a", "[-a-] b c d {+a+}"},
		{"a x b y c", "a 1 b 2 c", "a [-x-] {+1+} b [-y-] {+2+} c"},
		{"a a a", "a a", "a a [-a-]"},
		{"a  b\nc", "a b c", "a  b\nc"},
		{"주문이 접수됨", "주문이 접수되었다", "주문이 [-접수됨-] {+접수되었다+}"},
		{"결제 완료", "카드 결제 완료", "{+카드+} 결제 완료"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf text = STRBUF_INIT;

		rewording_format(rows[i].before, rows[i].after, &text);
		if (strcmp(text.text, rows[i].should))
			fail_msg("from “%s” to “%s” it must be “%s” and is “%s”", rows[i].before, rows[i].after,
				rows[i].should, text.text);
		strbuf_release(&text);
	}
}

/* What is kept and what went out is the text before, and what is kept and came in that after. */
static void nothing_is_lost_of_long_texts(void **state)
{
	struct strbuf before = STRBUF_INIT, after = STRBUF_INIT;
	struct vec parts = VEC_INIT(struct rewording_part);
	size_t out = 0, in = 0, kept = 0;

	(void)state;
	for (int i = 0; i < 3000; i++) {
		strbuf_addf(&before, "a%d ", i);
		strbuf_addf(&after, "b%d ", i);
	}
	strbuf_addstr(&before, "end");
	strbuf_addstr(&after, "end");
	rewording_find(before.text, after.text, &parts);
	for (size_t i = 0; i < parts.count; i++) {
		const struct rewording_part *part = vec_at(&parts, i);

		out += part->what == REWORDING_OUT ? part->len : 0;
		in += part->what == REWORDING_IN ? part->len : 0;
		kept += part->what == REWORDING_KEPT ? part->len : 0;
	}
	assert_int_equal(out, before.len - strlen(" end"));
	assert_int_equal(in, after.len - strlen(" end"));
	assert_int_equal(kept, strlen("end"));
	vec_release(&parts);
	strbuf_release(&before);
	strbuf_release(&after);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_words_that_changed_are_marked),
		cmocka_unit_test(nothing_is_lost_of_long_texts),
	};

	return cmocka_run_group_tests_name("text/rewording", tests, NULL, NULL);
}
