/* What is proposed on a board, and why. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#include "base/mem.h"
#include "check/flow.h"
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
	proposals_release(&proposals);
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
		{"C:Pay G:Bill E:Paid . G:Till", "1>4", NULL, "context Bill 2 3 | context Till 4 1"},
		{"C:Pay G:Bill E:Paid P:Rule C:Ship G:Parcel E:Shipped", NULL, NULL,
			"context Bill 2 1 3 | context Parcel 6 5 7 4"},
		{"C:Pay G:Bill E:Paid P:Rule", NULL, NULL, "context Bill 2 1 3 4"},
		{"U:Form C:Pay G:Bill E:Paid R:Bills", NULL, NULL, "context Bill 3 2 4 5 1"},
		{"C:Pay E:Paid . G:Bill", "1>3", NULL, "context Bill 3 1 2"},
		{"A:Buyer C:Pay G:Bill H:Why? X:Bank", NULL, NULL, "context Bill 3 2"},
		{"C:Pay G:Bill E:Paid", NULL, "Money=2", "context Money 1 3"},
		{"C:Pay G:Bill E:Paid", NULL, "Money=1,2,3", ""},
		{"C:Pay G:Bill E:Paid", NULL, "Money=1,3", "context Bill 2"},
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
		{"E:Paid P:Rule C:Ship", NULL, "A=1 B=2 C=3", "relate A async B -l Paid | relate B sync C -l Ship"},
		{"E:Paid . C:Ship . P:Rule", "1>2 3>2", "A=1 B=2 C=3",
			"relate A async B -l Paid | relate C sync B -l Ship"},
		{"P:Rule C:Ship", NULL, "A=1 B=2", "relate A sync B -l Ship"},
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
		{"G:Order . G:Order_line", NULL, NULL, "context Order 1 2 # similar names: “Order”, “Order line”"},
		{"C:Pay G:Bill E:Paid", NULL, NULL,
			"context Bill 2 1 3 # no other aggregate is named like “Bill”; 2 stickies "
			"follow, by link or by place"},
		{"G:Order . G:Order_line", NULL, "Sales=1", "context Sales 2 # named like what is in it: “Order line”"},
	};
	static const struct proposing relations[] = {
		{"E:Paid C:Ship", NULL, "A=1 B=2",
			"relate A async B -l Paid # the event “Paid” in A leads to “Ship” in B"},
		{"U:Form C:Pay", NULL, "A=1 B=2",
			"relate A sync B -l Pay # “Form” in A uses “Pay” in B, with no event between"},
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(similar_names_belong_together),
		cmocka_unit_test(stickies_follow_their_aggregate),
		cmocka_unit_test(relations_follow_from_flows),
		cmocka_unit_test(a_proposal_says_why),
		cmocka_unit_test(a_flow_belongs_to_one_sticky),
	};

	return cmocka_run_group_tests_name("check/propose", tests, NULL, NULL);
}
