/* What the words of a sticky say about it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "check/lexicon.h"
#include "check/duplicates.h"
#include "check/wording.h"

/* A text, and whether it must be so. */
struct wording_case {
	const char *text;
	bool is;
};

static void wording_check(
	const struct wording_case *cases, size_t count, bool (*is)(const struct tokens *tokens), const char *what)
{
	struct tokens tokens;

	tokens_init(&tokens);
	for (size_t i = 0; i < count; i++) {
		tokens_read(&tokens, cases[i].text);
		if (is(&tokens) != cases[i].is)
			fail_msg("“%s” %s %s", cases[i].text, cases[i].is ? "is" : "is not", what);
	}
	tokens_release(&tokens);
}

static void the_past_tense_is_told(void **state)
{
	static const struct wording_case cases[] = {
		{"Order placed", true},
		{"ORDER PLACED", true},
		{"OrderPlaced", true},
		{"order_placed_v2", true},
		{"PDFSent", true},
		{"Letter sent to contact", true},
		{"Item put into cart", true},
		{"Customer has paid", true},
		{"Claim agreed", true},
		{"AddressUpdatedEvent", true},
		{"Adjudicated Claim", true},
		{"Call ended", true},
		{"Contact purchased extended warranty", true},
		{"Extended warranty expired", true},
		{"Open-ended book placed on hold", true},
		{"Order marked complete", true},
		{"Available Book (for Landing) Created", true},
		{"Duplicate Hold Found(PatroId)", true},
		{"Customer didn’t answer", true},
		{"Email sent once approved", true},
		{"Transferred to closed account", true},
		{"Order re-opened", true},
		{"Order placement", false},
		{"Place order", false},
		{"Put item into cart", false},
		{"Need parts", false},
		{"Speed exceed limit", false},
		{"Hundred orders", false},
		{"Close-ended hold", false},
		{"Customer extended warranty pending", false},
		{"Extended warranty effective date", false},
		{"Order will be shipped", false},
		{"Invoice to be fully approved", false},
		{"Waiting for delayed order", false},
		{"Reports back when repairs completed", false},
		{"Book unable to checkout(failed)", false},
		{"Red bed", false},
		{"", false},
	};

	(void)state;
	wording_check(cases, ARRAY_SIZE(cases), wording_is_past, "past tense");
}

static void the_past_tense_is_told_in_korean(void **state)
{
	static const struct wording_case cases[] = {
		{"주문됨", true},
		{"주문 취소됨", true},
		{"주문이 접수되었다", true},
		{"결제했다", true},
		{"결제하였음", true},
		{"배송을 보냈습니다.", true},
		{"결제 완료", true},
		{"주문됨 (고객)", true},
		{"결제 정보 받음", true},
		{"결제취소함", true},
		{"PO 생성됨", true},
		{"주문 created", true},
		{"주문이 들어왔음", true},
		{"재고가 있었다", true},
		{"주문", false},
		{"주문하기", false},
		{"재고가 있다", false},
		{"재고 있음", false},
		{"주문하겠다", false},
		{"명함", false},
		{"주문 처리", false},
		{"다음 주문", false},
		{"접수된 주문", false},
		{"주문한다", false},
	};

	(void)state;
	wording_check(cases, ARRAY_SIZE(cases), wording_is_past, "past tense");
}

static void other_languages_are_left_alone(void **state)
{
	static const struct wording_case cases[] = {
		{"Order", true},
		{"주문", true},
		{"Заказ оформлен", false},
		{"注文された", false},
		{"Commande passée", false},
		{"123", false},
		{"", false},
		{"🚚", false},
	};

	(void)state;
	wording_check(cases, ARRAY_SIZE(cases), wording_is_known, "in a language that is known");
}

static void an_imperative_is_told(void **state)
{
	static const struct wording_case cases[] = {
		{"Send letter", true},
		{"SendLetter", true},
		{"Check insurance", true},
		{"주문하기", true},
		{"결제를 해주세요", true},
		{"Letter sent", false},
		{"Check failed", false},
		{"Process", false},
		{"Order status", false},
		{"주문됨", false},
	};

	(void)state;
	wording_check(cases, ARRAY_SIZE(cases), wording_is_imperative, "an imperative");
}

static void technical_and_vague_words_are_told(void **state)
{
	static const struct wording_case technical[] = {
		{"Button clicked", true},
		{"Product viewed", true},
		{"Page opened", true},
		{"메뉴 조회됨", true},
		{"버튼클릭됨", true},
		{"Call center opened a claim", false},
		{"Order placed", false},
		{"주문됨", false},
	};
	static const struct wording_case vague[] = {
		{"Order processed", true},
		{"PO Updated", true},
		{"Request handled", true},
		{"주문 처리됨", true},
		{"주문 처리 완료", true},
		{"Order updated and shipped", false},
		{"Order paid", false},
		{"결제 완료", false},
		{"Order", false},
	};

	(void)state;
	wording_check(technical, ARRAY_SIZE(technical), wording_is_technical, "technical");
	wording_check(vague, ARRAY_SIZE(vague), wording_is_vague, "vague");
}

static void failure_is_told(void **state)
{
	static const struct wording_case cases[] = {
		{"Payment failed", true},
		{"OrderCancelled", true},
		{"Claim rejected", true},
		{"결제 실패함", true},
		{"주문취소됨", true},
		{"Order placed", false},
		{"주문됨", false},
	};

	(void)state;
	wording_check(cases, ARRAY_SIZE(cases), wording_is_failure, "a failure");
}

static void a_question_is_told(void **state)
{
	struct tokens tokens;

	(void)state;
	tokens_init(&tokens);
	tokens_read(&tokens, "Who pays? ");
	assert_true(tokens.question);
	tokens_read(&tokens, "누가 결제하나요？");
	assert_true(tokens.question);
	tokens_read(&tokens, "Who? We do");
	assert_false(tokens.question);
	tokens_release(&tokens);
}

/* Two texts, and whether they are the same to FUNCTION. */
struct same_case {
	uint64_t (*function)(const struct tokens *tokens);
	const char *left, *right;
	bool same;
};

static void what_says_the_same_is_the_same(void **state)
{
	static const struct same_case cases[] = {
		{duplicates_text_key, "Order placed", "placed ORDER!", true},
		{duplicates_text_key, "OrderPlaced", "The orders placed", true},
		{duplicates_text_key, "Party invited", "Parties invited", true},
		{duplicates_text_key, "결제 승인됨", "결제승인됨", true},
		{duplicates_text_key, "Order placed", "Order paid", false},
		{duplicates_text_key, "주문됨", "주문취소됨", false},
		{duplicates_text_key, "Buyer called courier", "Courier called buyer", false},
		{duplicates_intent_key, "Expire ticket", "expire TICKET", true},
		{duplicates_intent_key, "Expire ticket", "Expire tickets", false},
		{duplicates_name_key, "PayPal", "pay pal system", true},
		{duplicates_name_key, "Customers", "customer", true},
		{duplicates_name_key, "Customer", "Costumer", true},
		{duplicates_name_key, "CRM", "ERP", false},
		{duplicates_name_key, "Buyer", "Seller", false},
		{duplicates_name_key, "Buyer", "Bayer", false},
		{duplicates_name_key, "카카오 톡", "카카오톡", true},
		{duplicates_deed_key, "Submit claim", "ClaimSubmitted", true},
		{duplicates_deed_key, "Place order", "Order placed", true},
		{duplicates_deed_key, "Ship parcel", "Parcel shipped", true},
		{duplicates_deed_key, "Send letter", "Letter sent", true},
		{duplicates_deed_key, "주문하기", "주문됨", true},
		{duplicates_deed_key, "Pay bill", "Order placed", false},
	};
	struct tokens left, right;

	(void)state;
	tokens_init(&left);
	tokens_init(&right);
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		tokens_read(&left, cases[i].left);
		tokens_read(&right, cases[i].right);
		if ((cases[i].function(&left) == cases[i].function(&right)) != cases[i].same)
			fail_msg("“%s” and “%s” %s", cases[i].left, cases[i].right,
				cases[i].same ? "are the same" : "differ");
	}
	tokens_release(&left);
	tokens_release(&right);
}

static void the_lists_of_words_are_sorted(void **state)
{
	(void)state;
	assert_true(lexicon_is_sorted());
	assert_true(lexicon_has(LEXICON_VERB, "abort", 5));
	assert_false(lexicon_has(LEXICON_VERB, "abort", 4));
	assert_string_equal(lexicon_base("sent", 4), "send");
	assert_null(lexicon_base("sents", 5));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_past_tense_is_told),
		cmocka_unit_test(the_past_tense_is_told_in_korean),
		cmocka_unit_test(other_languages_are_left_alone),
		cmocka_unit_test(an_imperative_is_told),
		cmocka_unit_test(technical_and_vague_words_are_told),
		cmocka_unit_test(failure_is_told),
		cmocka_unit_test(a_question_is_told),
		cmocka_unit_test(what_says_the_same_is_the_same),
		cmocka_unit_test(the_lists_of_words_are_sorted),
	};

	return cmocka_run_group_tests_name("check/wording", tests, NULL, NULL);
}
