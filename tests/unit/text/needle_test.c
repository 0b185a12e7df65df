#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "text/needle.h"

static void a_text_has_what_is_searched_for(void **state)
{
	static const struct {
		const char *wanted, *text;
		bool found;
	} rows[] = {
		{"", "Order placed", false},
		{"order", "Order placed", true},
		{"PLACED", "Order placed", true},
		{"order placed ", "Order placed", false},
		{"ÉTÉ", "l’été", true},
		{"주문", "새 주문이 접수됨", true},
		{"ㅈㅁ", "새 주문이 접수됨", true},
		{"주ㅁ", "새 주문이 접수됨", true},
		{"ㅁㅈ", "새 주문이 접수됨", false},
		{"ㅈㅁㅇ ㅈㅅㄷ", "새 주문이 접수됨", true},
		{"ㄳ", "감사", true}, /* as keyboards join ㄱ and ㅅ */
		{"ㅄㅁ", "박수민", true},
		{"ㄲㄴ", "끝남", true}, /* a consonant of its own and not ㄱ twice */
		{"ㄱㄴ", "끝남", false},
		{"ㅎ", "하늘", true},
		{"ㅏ", "가나다", false}, /* a vowel stands for itself alone */
		{"ㅏ", "ㅏㅑ", true},
		{"ㅁ", "ㅁ자 집", true},
		{"order ㅈㅁ", "Order 주문", true},
		{"ㅈㅁ", "주", false},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct strbuf needle = STRBUF_INIT;

		needle_make(&needle, rows[i].wanted);
		if (needle_occurs(needle.text, rows[i].text) != rows[i].found)
			fail_msg("“%s” in “%s”", rows[i].wanted, rows[i].text);
		strbuf_release(&needle);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(a_text_has_what_is_searched_for)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
