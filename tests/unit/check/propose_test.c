/* What is proposed on a board, and why. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/mem.h"
#include "check/flow.h"
#include "check/nameindex.h"
#include "check/propose.h"
#include "unit/check/easel.h"

struct proposing {
	const char *drawing;
	const char *links;
	const char *map;
	const char *wanted; /* the commands, with " | " between */
};

/* Appends the commands, or with REASONS also why. */
static void propose_on(const struct proposing *test, void (*propose)(const struct board *board, struct vec *proposals),
	bool reasons, struct strbuf *out)
{
	struct vec proposals = VEC_INIT(struct proposal);
	struct easel easel;

	easel_init(&easel);
	easel_draw(&easel, test->drawing, test->links);
	easel_map(&easel, test->map);
	propose(easel.board, &proposals);
	for (size_t i = 0; i < proposals.count; i++) {
		const struct proposal *proposal = vec_at(&proposals, i);

		strbuf_addf(out, "%s%s", i ? " | " : "", proposal->command);
		if (reasons)
			strbuf_addf(out, " # %s", proposal->reason);
	}
	propose_release_list(&proposals);
	easel_release(&easel);
}

static void must_propose(const struct proposing *tests, size_t count,
	void (*propose)(const struct board *board, struct vec *proposals), bool reasons)
{
	for (size_t i = 0; i < count; i++) {
		struct strbuf found = STRBUF_INIT;

		propose_on(&tests[i], propose, reasons, &found);
		if (strcmp(found.text, tests[i].wanted))
			fail_msg("“%s” (%s; %s) must propose “%s”, not “%s”", tests[i].drawing,
				tests[i].links ? tests[i].links : "", tests[i].map ? tests[i].map : "", tests[i].wanted,
				found.text);
		strbuf_release(&found);
	}
}

static void similar_names_belong_together(void **state)
{
	static const struct proposing tests[] = {
		{"G:Order . G:Order_line . G:Invoice", NULL, NULL, "context Order 1 2 | context Invoice 3"},
		{"G:Order_line . G:Order", NULL, NULL, "context Order 1 2"},
		{"G:OrderItem . G:CartItem", NULL, NULL, "context OrderItem 1 | context CartItem 2"},
		{"G:Shipment . G:Shipping_label", NULL, NULL, "context Shipment 1 2"},
		{"G:Categories . G:Category", NULL, NULL, "context Category 1 2"},
		{"G:Picking_list . G:Price_list", NULL, NULL, "context \"Picking list\" 1 | context \"Price list\" 2"},
		{"G:Order . G:Order_payment . G:Payment", NULL, NULL, "context Order 1 2 | context Payment 3"},
		{"G:주문서 . G:주문항목 . G:결제", NULL, NULL, "context 주문서 1 2 | context 결제 3"},
		{"G:피킹목록 . G:상품목록", NULL, NULL, "context 피킹목록 1 | context 상품목록 2"},
		{"G:책 . G:돈", NULL, NULL, "context 책 1 | context 돈 2"},
		{"G:List . G:List", NULL, NULL, "context List 1 2"},
		{"G:§ . G:¶", NULL, NULL, "context § 1 | context ¶ 2"},
		{"G:-x", NULL, NULL, "context -- -x 1"},
		{"G:Order . G:Order_line", NULL, "Sales=1", "context Sales 2"},
		{"G:Order", NULL, "Order=", "context Order 1"},
		{"G:Order", NULL, "Sales=1", ""},
		{"E:Paid", NULL, NULL, ""},
	};

	(void)state;
	must_propose(tests, ARRAY_SIZE(tests), propose_contexts, false);
}

static void stickies_follow_their_aggregate(void **state)
{
	static const struct proposing tests[] = {
		{"C:Pay G:Bill E:Paid", NULL, NULL, "context Bill 2 1 3"},
		{"C:Pay . G:Bill . E:Paid", "1>2 2>3", NULL, "context Bill 2 1 3"},
		{"C:Pay . G:Bill . E:Paid", NULL, NULL, "context Bill 2"},
		{"C:Pay . . . G:Bill E:Paid . G:Till", "1>4", NULL, "context Till 4 1 | context Bill 2 3"},
		{"C:Pay G:Bill E:Paid P:Rule C:Ship G:Parcel E:Shipped", NULL, NULL,
			"context Bill 2 1 3 | context Parcel 6 4 5 7"},
		{"C:Pay G:Bill E:Paid P:Rule", NULL, NULL, "context Bill 2 1 3 4"},
		{"U:Form C:Pay G:Bill E:Paid R:Bills", NULL, NULL, "context Bill 3 1 2 4 5"},
		{"C:Pay E:Paid . G:Bill", "1>3", NULL, "context Bill 3 1 2"},
		{"A:Buyer C:Pay G:Bill H:Why? X:Bank", NULL, NULL, "context Bill 3 1 2 4 5"},
		{"C:Pay G:Bill E:Paid", NULL, "Money=2", "context Money 1 3"},
		{"C:Pay G:Bill E:Paid", NULL, "Money=1,2,3", ""},
		{"C:Pay G:Bill E:Paid", NULL, "Money=1,3", "context Money 2"},
	};

	(void)state;
	must_propose(tests, ARRAY_SIZE(tests), propose_contexts, false);
}

static void a_text_names_its_aggregate(void **state)
{
	static const struct proposing tests[] = {
		{"E:Order_placed . . G:Parcel . . G:Order", NULL, NULL, "context Order 3 1 | context Parcel 2"},
		{"C:Pack_parcels . . G:Order . . G:Parcel", NULL, NULL, "context Parcel 3 1 | context Order 2"},
		{"C:Add_meeting_comment . G:Talk . G:Meeting_comment . G:Room", NULL, NULL,
			"context \"Meeting comment\" 3 1 | context Talk 2 | context Room 4"},
		{"E:주문_취소됨 . . G:결제 . . G:주문", NULL, NULL, "context 주문 3 1 | context 결제 2"},
		{"E:재고부족_발생 . . G:주문 . . G:재고", NULL, NULL, "context 재고 3 1 | context 주문 2"},
		{"E:Parcel_sent . G:Order . G:Parcel . E:Lost", "1>2 3>4", NULL,
			"context Order 2 1 | context Parcel 3 4"},
	};

	(void)state;
	must_propose(tests, ARRAY_SIZE(tests), propose_contexts, false);
}

/* What everybody is called by holds nothing together: "order" of a shop that sells nothing else. */
static void a_word_that_is_everywhere_says_nothing(void **state)
{
	static const struct proposing tests[] = {
		{"G:Order_price . G:Order_parcel . G:Order_bill . G:Cook . G:Courier", NULL, NULL,
			"context \"Order price\" 1 | context \"Order parcel\" 2 | context \"Order bill\" 3 | "
			"context Cook 4 | context Courier 5"},
		{"G:Stock_item . G:Stock . G:Bill . G:Cook . G:Courier", NULL, NULL,
			"context Stock 1 2 | context Bill 3 | context Cook 4 | context Courier 5"},
		{"G:Customer_order . E:Served . G:Courier_order . E:Fetched . G:Bill . G:Cook", "1>2 3>4", NULL,
			"context \"Customer order\" 1 2 | context \"Courier order\" 3 4 | context Bill 5 | "
			"context Cook 6"},
	};

	(void)state;
	must_propose(tests, ARRAY_SIZE(tests), propose_contexts, false);
}

static void a_policy_belongs_to_what_it_starts(void **state)
{
	static const struct proposing tests[] = {
		{"G:Bill . E:Paid . P:Rule . G:Parcel . C:Ship", "1>2 2>3 3>5 5>4", NULL,
			"context Bill 1 2 | context Parcel 4 3 5"},
		{"G:Bill . E:Paid . P:Rule . G:Parcel", "1>2 2>3 3>4", NULL, "context Bill 1 2 | context Parcel 4 3"},
		{"G:Bill . E:Paid . P:Rule . G:Parcel . E:Lost", "1>2 2>3 3>5 4>5", NULL,
			"context Bill 1 2 | context Parcel 4 3 5"},
		{"P:Desk . G:Bill . C:Pay . E:Paid . G:Parcel . C:Ship . C:Pack . C:Send . C:Void . E:Voided . C:Print",
			"1>3 1>6 1>7 1>8 3>2 2>4 6>5 7>5 8>5 9>2 2>10 11>2", NULL,
			"context Parcel 5 1 6 7 8 | context Bill 2 3 4 9 10 11"},
	};

	(void)state;
	must_propose(tests, ARRAY_SIZE(tests), propose_contexts, false);
}

static void who_takes_part_holds_together(void **state)
{
	static const struct proposing tests[] = {
		{"A:Buyer . C:Fill . G:Cart . C:Wish . G:Wishlist . C:Ship . G:Parcel", "1>2 1>4 2>3 4>5 6>7", NULL,
			"context Cart 3 5 1 2 4 | context Parcel 7 6"},
		{"C:Call_courier E:Courier_called E:Courier_arrived . . C:Send_bill G:Bill E:Bill_sent", NULL, NULL,
			"context Courier 1 2 3 | context Bill 5 4 6"},
		{"E:Aed . E:Bed . E:Ced", NULL, NULL, ""},
	};

	(void)state;
	must_propose(tests, ARRAY_SIZE(tests), propose_contexts, false);
}

static void relations_follow_from_flows(void **state)
{
	static const struct proposing tests[] = {
		{"E:Paid P:Rule", NULL, "A=1 B=2", "relate A async B -l Paid"},
		{"E:Paid C:Ship", NULL, "A=1 B=2", "relate A async B -l Paid"},
		{"E:Paid . C:Ship", "1>2", "A=1 B=2", "relate A async B -l Paid"},
		{"E:Order_paid . C:Ship", "1>2", "My_shop=1 B=2", "relate \"My shop\" async B -l \"Order paid\""},
		{"E:Paid P:Rule C:Ship", NULL, "A=1,2 B=3", "relate A async B -l Paid"},
		{"E:Paid P:Rule C:Ship", NULL, "A=1 B=2,3", "relate A async B -l Paid"},
		{"E:Paid P:Rule C:Ship", NULL, "A=1 B=2 C=3", "relate A async B -l Paid | relate B async C -l Ship"},
		{"E:Paid . C:Ship . P:Rule", "1>2 3>2", "A=1 B=2 C=3",
			"relate A async B -l Paid | relate C async B -l Ship"},
		{"P:Rule C:Ship", NULL, "A=1 B=2", "relate A async B -l Ship"},
		{"P:Rule . G:Parcel", "1>2", "A=1 B=2", "relate A async B -l Parcel"},
		{"E:Paid A:Clerk C:Ship", "2>3", "A=1 B=2,3", ""},
		{"E:Paid C:Ship / . A:Clerk", NULL, "A=1 B=2,3", ""},
		{"E:Paid P:Rule C:Ship . G:Bill", "2>4", "A=1,2,4 B=3", ""},
		{"E:Order_paid . . P:Whenever_an_order_is_paid . . E:Paid", NULL, "A=1 B=2", ""},
		{"E:Order_paid . . P:Once_order_paid,_ship . . E:Paid", NULL, "A=1,3 B=2",
			"relate A async B -l \"Order paid\""},
		{"E:Order_paid . . P:Once_order_paid,_ship . . E:Billed", "3>2", "A=1,3 B=2",
			"relate A async B -l Billed"},
		{"U:Form C:Pay", NULL, "A=1 B=2", "relate A sync B -l Pay"},
		{"C:Pay . C:Book", "1>2", "A=1 B=2", "relate A sync B -l Book"},
		{"C:Pay C:Book", NULL, "A=1 B=2", ""},
		{"R:Stock . C:Pay", "1>2", "B=1 A=2", "relate A sync B -l Stock"},
		{"C:Pay . R:Stock", "1>2", "A=1 B=2", "relate A sync B -l Stock"},
		{"E:Paid . R:Bills", "1>2", "A=1 B=2", "relate A async B -l Paid"},
		{"E:Paid C:Ship / E:Sent C:Bill", NULL, "A=1,3 B=2,4",
			"relate A async B -l Paid | relate A async B -l Sent"},
		{"E:Paid C:Ship . E:Paid C:Bill", NULL, "A=1,3 B=2,4", "relate A async B -l Paid"},
		{"E:Paid C:Ship", NULL, "A=1 B=2 A>B", ""},
		{"E:Paid C:Ship", NULL, "A=1 B=2 B~A", "relate A async B -l Paid"},
		{"E:Paid C:Ship", NULL, "-a=1 B=2", "relate -l Paid -- -a async B"},
		{"E:Paid C:Ship", NULL, "A=1,2", ""},
		{"E:Paid C:Ship", NULL, "A=1", ""},
	};

	(void)state;
	must_propose(tests, ARRAY_SIZE(tests), propose_relations, false);
}

static void a_proposal_says_why(void **state)
{
	static const struct proposing contexts[] = {
		{"G:Order . G:Order_line", NULL, NULL, "context Order 1 2 # “Order”, “Order line”: 2 by a shared word"},
		{"C:Pay G:Bill E:Paid", NULL, NULL, "context Bill 2 1 3 # “Bill”: 3 by place"},
		{"C:Pay . G:Bill . E:Paid . G:Till", "1>2 2>3", NULL,
			"context Bill 2 1 3 # “Bill”: 3 by link | "
			"context Till 4 # “Till”: nothing else is tied to it"},
		{"G:Order . G:Order_line", NULL, "Sales=1", "context Sales 2 # like what is in it: 1 by a shared word"},
	};
	static const struct proposing relations[] = {
		{"E:Paid C:Ship", NULL, "A=1 B=2",
			"relate A async B -l Paid # the event “Paid” in A leads to “Ship” in B"},
		{"U:Form C:Pay", NULL, "A=1 B=2",
			"relate A sync B -l Pay # “Form” in A uses “Pay” in B, with no event in between"},
	};

	(void)state;
	must_propose(contexts, ARRAY_SIZE(contexts), propose_contexts, true);
	must_propose(relations, ARRAY_SIZE(relations), propose_relations, true);
}

static void a_flow_belongs_to_one_sticky(void **state)
{
	struct vec flows = VEC_INIT(struct flow);
	const struct flow *flow;
	struct easel easel;

	(void)state;
	easel_init(&easel);
	easel_draw(&easel, "E:Paid . P:Rule U:Form . C:Ship", "1>2 3>4");
	easel_map(&easel, "A=1,3 B=2,4");
	flow_find(easel.board, board_sticky(easel.board, 1), &flows);
	flow_find(easel.board, board_sticky(easel.board, 3), &flows);
	assert_int_equal(flows.count, 0);
	flow_find(easel.board, board_sticky(easel.board, 2), &flows);
	assert_int_equal(flows.count, 1);
	flow = vec_at(&flows, 0);
	assert_int_equal(flow->source, 1);
	assert_int_equal(flow->target, 2);
	assert_false(flow->seen);
	flow_find(easel.board, board_sticky(easel.board, 4), &flows);
	assert_int_equal(flows.count, 2);
	flow = vec_at(&flows, 1);
	assert_int_equal(flow->style, RELATION_SYNC);
	assert_true(flow->seen);
	vec_release(&flows);
	easel_release(&easel);
}

/* One list is filled for one sticky after the other. */
static void what_is_named_is_found_anew(void **state)
{
	static const struct sticky order = {.id = 1};
	struct vec found = VEC_INIT(const struct sticky *);
	struct nameindex index;
	struct tokens tokens;

	(void)state;
	nameindex_init(&index);
	tokens_init(&tokens);
	tokens_read(&tokens, "Order");
	nameindex_add(&index, &order, &tokens);
	tokens_read(&tokens, "Order placed");
	nameindex_find(&index, &tokens, &found);
	nameindex_find(&index, &tokens, &found);
	assert_int_equal(found.count, 1);
	tokens_read(&tokens, "Parcel sent");
	nameindex_find(&index, &tokens, &found);
	assert_int_equal(found.count, 0);
	tokens_release(&tokens);
	nameindex_release(&index);
	vec_release(&found);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(similar_names_belong_together),
		cmocka_unit_test(stickies_follow_their_aggregate),
		cmocka_unit_test(a_text_names_its_aggregate),
		cmocka_unit_test(a_word_that_is_everywhere_says_nothing),
		cmocka_unit_test(a_policy_belongs_to_what_it_starts),
		cmocka_unit_test(who_takes_part_holds_together),
		cmocka_unit_test(relations_follow_from_flows),
		cmocka_unit_test(a_proposal_says_why),
		cmocka_unit_test(a_flow_belongs_to_one_sticky),
		cmocka_unit_test(what_is_named_is_found_anew),
	};

	return cmocka_run_group_tests_name("check/propose", tests, NULL, NULL);
}
