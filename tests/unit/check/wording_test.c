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
		{"Book unable to checkout(failed)", true},
		{"Parcel could not be delivered", true},
		{"Order ready for delivery", true},
		{"Inventory unavailable", true},
		{"Available seats", false},
		{"Related items", false},
		{"United Kingdom", false},
		{"Customers are registered by staff", false},
		{"Cancel placed order", false},
		{"Claim closed", true},
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
		{"유통기한 지남", true},
		{"쿠폰 씀", true},
		{"장바구니 비움", true},
		{"가격 오름", true},
		{"카드 잃어버림", true},
		{"결제 실패", true},
		{"재고 부족 발생", true},
		{"재고부족 발생", true},
		{"배달 완료", true},
		{"승인이 필요함", false},
		{"배송 가능함", false},
		{"함 선택", false},
		{"신상품", false},
		{"배송 요금", false},
		{"가맹점", false},
		{"알림", false},
		{"재고 차감", false},
		{"담당자 위임", false},
	};

	(void)state;
	wording_check(cases, ARRAY_SIZE(cases), wording_is_past, "past tense");
}

/* Events as people write them, and what they write instead: written down before anybody looked at what the rules
 * make of them. Of the first hardly any may be flagged, of the second most must be. */
static const char *const wording_good[] = {"Invoice sent", "Room booked", "Guest checked in", "Keys handed over",
	"Breakfast served", "Bill split", "Loan granted", "Credit check failed", "Contract signed", "Rate fixed",
	"Instalment missed", "Reminder mailed", "Patient admitted", "Blood drawn", "Sample lost", "Result came back",
	"Ward full", "Patient discharged", "Ship docked", "Container unloaded", "Customs cleared", "Seal broken",
	"Train was late", "Connection missed", "Seat taken", "Ticket could not be scanned", "Exam passed",
	"Student enrolled", "Thesis handed in", "Grade appealed", "Offer withdrawn", "Candidate turned us down",
	"Machine broke down", "Spare part ordered", "Batch rejected", "Shift began", "Alarm went off",
	"Tenant moved out", "Deposit paid back", "Rent overdue"};
static const char *const wording_bad[] = {"Send invoice", "Invoice", "Booking of rooms", "Check in guest", "Breakfast",
	"Customer pays", "Loan application", "Credit check", "Sign contract", "Interest rate", "Payment pending",
	"Dunning", "Admission", "Take blood", "Laboratory", "Discharge letter", "Docking", "Customs clearance",
	"Unload container", "Delay", "Related trains", "Seat map", "Ticket will be scanned", "Examination",
	"Enrolment form", "Grades are published by teachers", "Appeal", "Job offer", "Interview candidate",
	"Maintenance window", "Order spare part", "Quality control", "Shift plan", "Alarm", "Move out", "Deposit",
	"Rent must be paid", "Cancel signed contract", "United Nations", "Open-ended lease"};
static const char *const wording_good_ko[] = {"견적서 보냄", "방 예약됨", "손님 체크인함", "열쇠 넘겨줌",
	"아침 식사 나옴", "대출 승인됨", "신용 심사 실패", "계약 체결됨", "금리 오름", "할부금 연체", "독촉장 발송됨",
	"환자 입원함", "채혈 완료", "검체 분실", "결과 나옴", "퇴원했다", "배 도착", "컨테이너 내림", "통관 완료됨",
	"봉인 뜯김", "기차 지연", "자리 뺏김", "시험 붙음", "학생 등록되었음", "논문 제출됨", "성적 이의 제기됨",
	"제안 거절당함", "기계 고장", "부품 주문됨", "품질 기준 미달", "근무 시작됨", "경보 울림", "세입자 이사 나감",
	"보증금 돌려받음", "월세 밀림", "유통기한 지남", "재고 부족 발생", "로그인 성공", "쿠폰 써버림", "포인트 쌓임"};
static const char *const wording_bad_ko[] = {"견적서 보내기", "견적서", "방 예약", "체크인하기", "아침 식사", "고객",
	"대출 신청서", "신용 심사", "계약 체결하기", "금리", "승인 필요함", "독촉", "입원 절차", "채혈하기", "검사실",
	"퇴원 안내문", "입항 예정", "통관", "컨테이너 내리기", "지연 사유", "좌석 배치도", "표 확인하세요", "시험",
	"등록 양식", "성적 조회", "이의 신청", "구인 공고", "면접 보기", "점검", "부품 주문하기", "품질 관리", "근무표",
	"경보", "이사", "보증금", "월세를 내야 한다", "가입 가능함", "우편함", "신상품", "배송 알림"};

static size_t wording_count_past(const char *const *texts, size_t count, bool past, struct strbuf *named)
{
	struct tokens tokens;
	size_t found = 0;

	tokens_init(&tokens);
	for (size_t i = 0; i < count; i++) {
		tokens_read(&tokens, texts[i]);
		if (wording_is_past(&tokens) != past)
			continue;
		strbuf_addf(named, "“%s” ", texts[i]);
		found++;
	}
	tokens_release(&tokens);
	return found;
}

static void hardly_any_good_event_is_flagged(void **state)
{
	struct strbuf named = STRBUF_INIT;

	(void)state;
	if (wording_count_past(wording_good, ARRAY_SIZE(wording_good), false, &named) > 1 ||
		wording_count_past(wording_good_ko, ARRAY_SIZE(wording_good_ko), false, &named) > 1)
		fail_msg("too many good events are flagged: %s", named.text);
	strbuf_release(&named);
}

static void most_bad_events_are_found(void **state)
{
	struct strbuf named = STRBUF_INIT;

	(void)state;
	if (wording_count_past(wording_bad, ARRAY_SIZE(wording_bad), true, &named) > 4 ||
		wording_count_past(wording_bad_ko, ARRAY_SIZE(wording_bad_ko), true, &named) > 4)
		fail_msg("too many bad events are missed: %s", named.text);
	strbuf_release(&named);
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

static void a_thing_is_told_from_a_deed(void **state)
{
	static const struct wording_case cases[] = {
		{"Customer", true},
		{"Order form", true},
		{"Payment system", true},
		{"Registration", true},
		{"Delivery address", true},
		{"Claims department", true},
		{"Container", true},
		{"Truck driver", false}, /* missed rather than wrong */
		{"Lodge objection", false},
		{"Excuse absence", false},
		{"Checkout", false},
		{"Log in", false},
		{"Reroute truck", false},
		{"Assigning beds", false},
		{"간호사", true},
		{"전입 신고서", true},
		{"고객", true},
		{"주문서", true},
		{"결제 시스템", true},
		{"Order", false},
		{"Order parcel", false},
		{"Book room", false},
		{"Authenticate", false},
		{"Expire Subscription Payment", false},
		{"Vote Review Helpful", false},
		{"Flag review", false},
		{"Approve the payment", false},
		{"Unpublish conference", false},
		{"Disburse payment", false},
		{"주문", false},
		{"결제 승인", false},
		{"장바구니 담기", false},
		{"쿠폰 발급", false},
	};

	(void)state;
	wording_check(cases, ARRAY_SIZE(cases), wording_is_thing, "a thing");
}

static void technical_and_vague_words_are_told(void **state)
{
	static const struct wording_case technical[] = {
		{"Button clicked", true},
		{"Product viewed", true},
		{"Page opened", true},
		{"메뉴 조회됨", true},
		{"버튼클릭됨", true},
		{"청구 버튼을 누름", true},
		{"주문 화면 열림", true},
		{"창고 문 열림", false},
		{"Call center opened a claim", false},
		{"Champagne opened", false},
		{"Waitlist opened", false},
		{"Truck loaded", false},
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

static void a_condition_is_told(void **state)
{
	static const struct wording_case cases[] = {
		{"Whenever the parcel is lost, pay back", true},
		{"Pay back if the parcel is lost", true},
		{"Every claim over 500 is checked", true},
		{"On arrival, book a truck", true},
		{"Truck booking", false},
		{"Search Indexer", false},
		{"Book a truck on site", false},
		{"입금되면 출고한다", true},
		{"컨테이너가 도착할 때마다 예약", true},
		{"매일 밤 마감", true},
		{"입항 시 통보", true},
		{"검사 화면", false},
		{"트럭 예약", false},
	};

	(void)state;
	wording_check(cases, ARRAY_SIZE(cases), wording_has_condition, "a condition");
}

static void an_empty_name_is_told(void **state)
{
	static const struct wording_case cases[] = {
		{"Misc", true},
		{"Shared services", true},
		{"Module 2", true},
		{"Order service", true},
		{"Core banking", false},
		{"Shared kernel", false},
		{"Utilities billing", false},
		{"기타", true},
		{"주문 서비스", true},
		{"핵심 업무", false},
		{"공유 차량", false},
	};

	(void)state;
	wording_check(cases, ARRAY_SIZE(cases), wording_is_empty_name, "a name that says nothing");
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
		cmocka_unit_test(hardly_any_good_event_is_flagged),
		cmocka_unit_test(most_bad_events_are_found),
		cmocka_unit_test(other_languages_are_left_alone),
		cmocka_unit_test(an_imperative_is_told),
		cmocka_unit_test(a_condition_is_told),
		cmocka_unit_test(an_empty_name_is_told),
		cmocka_unit_test(a_thing_is_told_from_a_deed),
		cmocka_unit_test(technical_and_vague_words_are_told),
		cmocka_unit_test(failure_is_told),
		cmocka_unit_test(a_question_is_told),
		cmocka_unit_test(what_says_the_same_is_the_same),
		cmocka_unit_test(the_lists_of_words_are_sorted),
	};

	return cmocka_run_group_tests_name("check/wording", tests, NULL, NULL);
}
