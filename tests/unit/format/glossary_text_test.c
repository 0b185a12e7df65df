#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>

#include "base/mem.h"
#include "format/glossary_text.h"

/* Does TEXT use WORD? */
static bool uses(const char *text, const char *word)
{
	struct strbuf one = STRBUF_INIT, two = STRBUF_INIT;
	struct tokens tokens;
	bool found;

	tokens_init(&tokens);
	tokens_read_whole(&tokens, text);
	glossary_text_make(&tokens, &one);
	tokens_read_whole(&tokens, word);
	glossary_text_make(&tokens, &two);
	found = glossary_text_uses(one.text, two.text);
	tokens_release(&tokens);
	strbuf_release(&one);
	strbuf_release(&two);
	return found;
}

static void a_word_is_found_where_it_is_used(void **state)
{
	static const struct {
		const char *text, *word;
		bool uses;
	} cases[] = {
		{"Order placed", "Order", true},
		{"Place an order", "Orders", true},
		{"Companies were listed", "Company", true},
		{"Boxes packed", "box", true},
		{"Customer's order", "Customers", true},
		{"Purchases settled", "Purchase", true},
		{"Status sent", "Stat", false},
		{"Border crossed", "Order", false},
		{"CustomerOrder placed", "customer order", true},
		{"Order of a customer", "customer order", false},
		{"주문이 접수되었다", "주문", true},
		{"주문접수됨", "주문 접수", true},
		{"결제됨", "주문", false},
		{"이 일은", "일", false},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++)
		if (uses(cases[i].text, cases[i].word) != cases[i].uses)
			fail_msg("“%s” must %suse “%s”", cases[i].text, cases[i].uses ? "" : "not ", cases[i].word);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_word_is_found_where_it_is_used),
	};

	setlocale(LC_ALL, "C.UTF-8");
	return cmocka_run_group_tests_name("format/glossary_text", tests, NULL, NULL);
}
