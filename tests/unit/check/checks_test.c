/* What each check finds, and where it is silent. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "model/step.h"
#include "unit/check/easel.h"

/* A board, and what CHECK must find on it: " #2", " #2 #1", "" (on the board), " @1" (about that
 * context or relation), or NULL for nothing. */
struct checks_case {
	const char *check;
	const char *drawing;
	const char *links;
	const char *finds;
	const char *map; /* as of easel_map(), or NULL */
};

static const struct checks_case checks_cases[] = {
	{"event-past-tense", "E:Order_placed E:Order", NULL, " #2", NULL},
	{"event-past-tense", "C:Order", NULL, NULL, NULL},
	{"event-question", "E:Order_paid?", NULL, " #1", NULL},
	{"event-question", "H:Order_paid?", NULL, NULL, NULL},
	{"event-imperative", "E:Send_letter", NULL, " #1", NULL},
	{"event-imperative", "C:Send_letter", NULL, NULL, NULL},
	{"event-technical", "E:Page_viewed", NULL, " #1", NULL},
	{"event-vague", "E:Order_processed", NULL, " #1", NULL},
	{"event-no-trigger", "E:Paid", NULL, " #1", NULL},
	{"event-no-trigger", "C:Pay E:Paid", NULL, NULL, NULL},
	{"event-no-trigger", "C:Pay G:Bill E:Paid", NULL, NULL, NULL},
	{"event-no-trigger", "C:Pay . E:Paid", NULL, " #2", NULL},
	{"event-no-trigger", "C:Pay E:Billed E:Paid", NULL, " #3", NULL},
	{"event-no-trigger", "E:Paid C:Pay", NULL, " #1", NULL},
	{"event-no-trigger", "E:Paid / C:Pay", NULL, NULL, NULL},
	{"event-no-trigger", "P:Rule / E:Paid", NULL, NULL, NULL},
	{"event-no-trigger", "E:Paid / H:Why_is_this?", NULL, NULL, NULL},
	{"event-no-trigger", "X:Bank . E:Paid", "1>2", NULL, NULL},
	{"event-no-trigger", "X:Bank . E:Paid", "2>1", " #2", NULL},
	{"event-no-trigger", "C:Pay . G:Bill . E:Paid", "1>2 2>3", NULL, NULL},
	{"event-no-trigger", "G:Bill . E:Paid", "1>2", " #2", NULL},
	{"same-text", "E:Order_placed E:placed_order", NULL, " #2 #1", NULL},
	{"same-text", "E:Order_placed C:Order_placed", NULL, NULL, NULL},
	{"same-text", "E:Order_placed E:Order_placed", NULL, NULL, "A=1 B=2"},
	{"same-text", "E:Order_placed E:Order_placed", NULL, " #2 #1", "A=1,2"},
	{"same-text", "C:Expire_ticket C:Expire_tickets", NULL, NULL, NULL},
	{"same-text", "E:Ticket_expired E:Tickets_expired", NULL, " #2 #1", NULL},
	{"same-text", "E:Purchase_settled E:Purchases_settled", NULL, " #2 #1", NULL},
	{"same-text", "E:Status_sent E:Statuses_sent", NULL, " #2 #1", NULL},
	{"same-text", "E:Boxes_shipped E:Box_shipped", NULL, " #2 #1", NULL},
	{"same-text", "E:Watches_sold E:Watch_sold", NULL, " #2 #1", NULL},
	{"same-text", "E:Warehouses_closed E:Warehouse_closed", NULL, " #2 #1", NULL},
	{"same-text", "E:Parties_invited E:Party_invited", NULL, " #2 #1", NULL},
	{"same-text", "E:Buyer_called_courier E:Courier_called_buyer", NULL, NULL, NULL},
	{"same-text", "P:run(Order_paid) P:run(Order_sent)", NULL, NULL, NULL},
	{"same-text", "P:run(Order_paid) P:run(Order_paid)", NULL, " #2 #1", NULL},
	{"same-text", "A:Buyer A:Buyer", NULL, NULL, NULL},
	{"one-way", "E:Aed E:Bed E:Ced E:Ded E:Eed", NULL, "", NULL},
	{"one-way", "E:Aed E:Bed E:Ced E:Ded E:Failed", NULL, NULL, NULL},
	{"one-way", "E:Aed", NULL, NULL, NULL},
	{"system-idle", "X:Bank . E:Paid", NULL, " #1", NULL},
	{"system-idle", "E:Paid X:Bank", NULL, NULL, NULL},
	{"system-idle", "E:Paid . X:Bank", "1>2", NULL, NULL},
	{"system-alike", "X:PayPal X:Pay_Pal X:PayPal", NULL, " #2 #1", NULL},
	{"system-alike", "X:PayPal X:PayPal", NULL, NULL, NULL},
	{"command-no-event", "E:Paid C:Pay", NULL, " #2", NULL},
	{"command-no-event", "C:Pay G:Bill E:Paid", NULL, NULL, NULL},
	{"command-past-tense", "C:Order_placed", NULL, " #1", NULL},
	{"command-past-tense", "C:Register_returned_book", NULL, NULL, NULL},
	{"command-past-tense", "C:배달_완료", NULL, NULL, NULL},
	{"command-past-tense", "C:재고차감", NULL, NULL, NULL},
	{"command-past-tense", "C:배달됨", NULL, " #1", NULL},
	{"command-no-verb", "C:Customer", NULL, " #1", NULL},
	{"command-no-verb", "C:Submit_order", NULL, NULL, NULL},
	{"command-no-verb", "E:Customer", NULL, NULL, NULL},
	{"command-after-event", "E:Paid C:Pay", "2>1", " #2 #1", NULL},
	{"command-after-event", "C:Pay E:Paid", "1>2", NULL, NULL},
	{"hotspot-none", "E:A E:B E:C E:D E:E E:F E:G E:H E:I E:J", NULL, "", NULL},
	{"hotspot-none", "E:A E:B E:C E:D E:E E:F E:G E:H E:I E:J H:Why?", NULL, NULL, NULL},
	{"hotspot-none", "E:A", NULL, NULL, NULL},
	{"hotspot-bare", "H:Why? E:Paid", NULL, " #1", NULL},
	{"hotspot-bare", "H:Who_pays? . E:Paid", NULL, " #1", NULL},
	{"hotspot-bare", "H:Who_pays_for_lost_parcels? . E:Paid", NULL, NULL, NULL},
	{"hotspot-bare", "H:Who_pays_the_postage? . E:Paid", NULL, " #1", NULL},
	{"hotspot-bare", "H:반품_배송비는_누가? . E:Paid", NULL, NULL, NULL},
	{"hotspot-bare", "H:누가_내나요? . E:Paid", NULL, " #1", NULL},
	{"hotspot-bare", "H:Who_pays? E:Paid", NULL, NULL, NULL},
	{"hotspot-bare", "E:Paid / . / H:Who_pays?", NULL, NULL, NULL},
	{"hotspot-bare", "E:Paid / O:Pay_later / H:재고부족", NULL, NULL, NULL},
	{"hotspot-bare", "E:Paid / H:재고", NULL, " #2", NULL},
	{"hotspot-bare", "O:Give_discounts E:Paid / O:Discounts V:Trust", NULL, " #3", NULL},
	{"hotspot-bare", "H:Who_pays? V:Trust", NULL, " #1", NULL},
	{"hotspot-open", "H:Who_pays? O:Give_discounts V:Trust", NULL, " #1", NULL},
	{"opportunity-open", "H:Who_pays? O:Give_discounts V:Trust", NULL, " #2", NULL},
	{"command-no-issuer", "C:Pay", NULL, " #1", NULL},
	{"command-no-issuer", "A:Buyer C:Pay", NULL, NULL, NULL},
	{"command-no-issuer", "A:Buyer E:Billed C:Pay", NULL, " #3", NULL},
	{"command-no-issuer", "A:Buyer / C:Pay", NULL, NULL, NULL},
	{"command-no-issuer", "A:Buyer C:Bill C:Pay", NULL, " #3", NULL},
	{"command-no-issuer", "U:Checkout . C:Pay", "1>2", NULL, NULL},
	{"command-no-issuer", "U:Checkout C:Pay", NULL, " #2", NULL},
	{"actor-idle", "A:Buyer", NULL, " #1", NULL},
	{"actor-idle", "A:Buyer C:Pay", NULL, NULL, NULL},
	{"actor-idle", "A:Buyer . R:Bills", "1>2", NULL, NULL},
	{"actor-idle", "A:Buyer / U:Basket", NULL, NULL, NULL},
	{"actor-idle", "A:Buyer . H:Why?", "1>2", " #1", NULL},
	{"actor-vague", "A:User", NULL, " #1", NULL},
	{"actor-vague", "A:관리자", NULL, " #1", NULL},
	{"actor-vague", "A:Admin_of_sales", NULL, NULL, NULL},
	{"actor-alike", "A:Customer A:customers", NULL, " #2 #1", NULL},
	{"actor-everything", "A:Buyer C:A / A:Buyer C:B / A:Buyer C:C / A:Clerk C:D / A:Buyer C:E", NULL, " #1", NULL},
	{"actor-everything",
		"A:Buyer C:A / A:Buyer C:B / A:Buyer C:C / A:Buyer C:D / A:Clerk C:E / "
		"A:Clerk C:F",
		NULL, " #1", NULL},
	{"actor-everything", "A:Buyer C:A / A:Buyer C:B / A:Buyer C:C / A:Clerk C:D / A:Clerk C:E", NULL, NULL, NULL},
	{"aggregate-missing", "C:Pay E:Paid", NULL, " #1", NULL},
	{"aggregate-missing", "C:Pay E:Paid G:Bill", NULL, NULL, NULL},
	{"aggregate-missing", "C:Pay_bills E:Paid . . G:Bill", NULL, NULL, NULL},
	{"aggregate-missing", "C:Pay_rent E:Paid . . G:Bill", NULL, " #1", NULL},
	{"aggregate-missing", "C:Pay . E:Paid . G:Bill", "1>2 3>2", NULL, NULL},
	{"command-two-aggregates", "C:Pay G:Bill G:Till", "1>2 1>3", " #1 #3", NULL},
	{"command-two-aggregates", "C:Pay G:Bill G:Bill", "1>2 1>3", NULL, NULL},
	{"aggregate-idle", "G:Bill", NULL, " #1", NULL},
	{"aggregate-idle", "G:Bill E:Paid", NULL, NULL, NULL},
	{"aggregate-idle", "P:Rule . G:Bill", "1>2", NULL, NULL},
	{"aggregate-idle", "P:Rule . G:Bill", NULL, " #2", NULL},
	{"aggregate-idle", "G:Bill E:Paid . . . . G:bills", NULL, NULL, NULL},
	{"aggregate-idle", "G:Bill . G:Bill", NULL, " #1", NULL},
	{"command-two-aggregates", "C:Pay G:Bill G:the_bill", "1>2 1>3", NULL, NULL},
	{"aggregate-technical", "G:OrderManager", NULL, " #1", NULL},
	{"aggregate-technical", "G:OrderManager . G:Order_manager", NULL, " #1", NULL},
	{"aggregate-technical", "G:Order", NULL, NULL, NULL},
	{"aggregate-technical", "G:Record", NULL, " #1", NULL},
	{"aggregate-technical", "G:Health_record", NULL, NULL, NULL},
	{"aggregate-technical", "G:ClaimSelfService", NULL, NULL, NULL},
	{"policy-no-event", "P:Rule C:Pay", NULL, " #1", NULL},
	{"policy-no-event", "P:Whenever_billed,_pay C:Pay", NULL, NULL, NULL},
	{"policy-no-event", "E:Billed P:Rule C:Pay", NULL, NULL, NULL},
	{"policy-no-command", "E:Billed P:Rule", NULL, " #2", NULL},
	{"policy-no-command", "E:Billed P:Rule C:Pay", NULL, NULL, NULL},
	{"policy-no-command", "E:Billed P:Rule . G:Bill", "2>3", NULL, NULL},
	{"policy-no-command", "E:Billed P:Rule . R:Bills", "2>3", NULL, NULL},
	{"policy-no-command", "E:Billed P:Rule R:Bills", NULL, " #2", NULL},
	{"mirror", "C:Pay_bill E:Bill_paid / C:Send_bill E:Bill_sent / C:Void_bill E:Bill_voided", NULL, "", NULL},
	{"mirror", "C:Pay_bill E:Bill_paid / C:Send_bill E:Bill_sent / C:Void_bill E:Loss_booked", NULL, NULL, NULL},
	{"mirror",
		"C:Pay_bill E:Bill_paid P:Rule / C:Send_bill E:Bill_sent / C:Void_bill "
		"E:Bill_voided",
		NULL, NULL, NULL},
	{"context-none", "E:Paid E:Sent", NULL, " #1", "A=2"},
	{"context-none", "E:Paid", NULL, NULL, NULL},
	{"context-missing", "E:Paid C:Pay", NULL, "", NULL},
	{"context-missing", "E:Paid C:Pay", NULL, NULL, "A=1"},
	{"context-missing", "H:Why?", NULL, NULL, NULL},
	{"context-alike", "G:Bill G:Order", NULL, " @2", "Claim_desk=1 CLAIMS_DESK=2"},
	{"context-alike", "G:Bill G:Order", NULL, NULL, "Billing=1 Ordering=2"},
	{"context-none", "E:Paid H:Why? A:Buyer", NULL, NULL, "A=1"},
	{"context-empty", "E:Paid", NULL, " @2", "A=1 B="},
	{"context-one", "G:Bill G:Order", NULL, "", "A=1,2"},
	{"context-one", "G:Bill", NULL, NULL, "A=1"},
	{"context-one", "G:Bill G:Order", NULL, NULL, "A=1 B=2"},
	{"context-one", "G:Bill G:Order", NULL, NULL, NULL},
	{"context-most", "E:A E:B E:C E:D E:E E:F E:G E:H E:I E:J", NULL, " @1", "A=1,2,3,4,5,6,7,8 B=9,10"},
	{"context-most", "E:A E:B E:C E:D E:E E:F E:G E:H E:I E:J", NULL, NULL, "A=1,2,3,4,5,6,7 B=9,10"},
	{"context-most", "E:A E:B E:C", NULL, NULL, "A=1,2,3 B="},
	{"context-many", "G:A G:B", NULL, "", "A=1 B=2 C="},
	{"context-many", "G:A G:B", NULL, NULL, "A=1 B=2"},
	{"context-many", "G:A G:B G:C G:D G:E G:F G:G G:H G:I", NULL, "", "A=1 B=2 C=3 D=4 E=5 F=6 G=7 H=8 I=9"},
	{"context-name", "G:Order", NULL, NULL, "Order_management=1"},
	{"context-name", "G:Order", NULL, NULL, "ClaimsManagement=1"},
	{"context-name", "G:Order", NULL, NULL, "Administration=1"},
	{"context-name", "G:Order", NULL, NULL, "CustomerSelfService=1"},
	{"context-name", "G:Order", NULL, " @1", "Order_Context=1"},
	{"context-name", "G:주문", NULL, " @1", "주문_컨텍스트=1"},
	{"context-name", "G:주문", NULL, " @1", "주문서비스=1"},
	{"context-name", "G:Order", NULL, " @1", "OrderService=1"},
	{"context-name", "G:Order", NULL, " @1", "Common=1"},
	{"context-name", "G:Order", NULL, NULL, "Ordering=1"},
	{"context-name", "G:주문", NULL, NULL, "주문관리=1"},
	{"context-name", "G:주문", NULL, NULL, "주문=1"},
	{"same-word", "G:Order G:order", NULL, " #2 #1", "A=1 B=2"},
	{"same-word", "G:Order G:order", NULL, NULL, "A=1,2"},
	{"same-word", "G:Order G:order G:Orders", NULL, " #3 #2", "A=2 B=3"},
	{"same-word", "G:Order E:Order", NULL, NULL, "A=1 B=2"},
	{"pivotal-inside", "C:Pay E:Paid! C:Ship", NULL, " #2", "A=1,2,3"},
	{"pivotal-inside", "C:Pay E:Paid! C:Ship", NULL, NULL, "A=1,2 B=3"},
	{"pivotal-inside", "C:Pay E:Paid! . C:Ship", NULL, NULL, "A=1,2,3"},
	{"pivotal-inside", "C:Pay E:Paid C:Ship", NULL, NULL, "A=1,2,3"},
	{"pivotal-inside", "C:Pay E:Paid! C:Ship / . P:Rule", NULL, NULL, "A=1,2,3 B=4"},
	{"pivotal-inside", "C:Pay E:Paid! C:Ship . P:Rule", "2>4", NULL, "A=1,2,3 B=4"},
	{"map-missing", "E:Paid P:Rule", NULL, " #2 #1", "A=1 B=2"},
	{"map-missing", "E:Paid C:Ship", NULL, " #2 #1", "A=1 B=2"},
	{"map-missing", "E:Paid C:Ship", NULL, NULL, "A=1 B=2 A~B"},
	{"map-missing", "E:Paid C:Ship", NULL, NULL, "A=1 B=2 A>B"},
	{"map-missing", "E:Paid C:Ship", NULL, NULL, "A=1 B=2 B>A"},
	{"map-missing", "E:Paid C:Ship", NULL, " #2 #1", "A=1 B=2 B~A"},
	{"map-missing", "E:Paid C:Ship", NULL, NULL, "A=1,2"},
	{"map-missing", "E:Paid C:Ship", NULL, NULL, "A=1"},
	{"map-missing", "E:Paid P:Rule C:Ship", NULL, " #2 #3", "A=1,2 B=3"},
	{"map-missing", "U:Form . C:Pay", "1>2", " #2 #1", "A=1 B=2"},
	{"map-missing", "R:Stock . C:Pay", "1>2", " #1 #2", "A=1 B=2"},
	{"map-missing", "R:Stock C:Pay", NULL, NULL, "A=1 B=2"},
	{"map-missing", "E:Paid . R:Bills", "1>2", " #2 #1", "A=1 B=2"},
	{"map-missing", "E:Paid P:Rule E:Shipped", NULL, " #2 #3", "A=1,2 B=3"},
	{"map-missing", "E:Paid . P:Rule E:Shipped", "1>2", NULL, "A=1,2 B=3"},
	{"map-missing", "E:Paid . P:Rule . E:Shipped", "1>2 2>3", " #2 #3", "A=1,2 B=3"},
	{"map-missing", "E:Paid P:Rule C:Ship E:Shipped", NULL, NULL, "A=1,2,3 B=4"},
	{"map-unfounded", "E:Paid . P:Rule", NULL, " @1", "A=1 B=2 A~B"},
	{"map-unfounded", "E:Paid . P:Rule", "1>2", NULL, "A=1 B=2 A~B"},
	{"map-unfounded", "E:Paid . P:Rule", NULL, NULL, "A=1 B=2 A~B/separate-ways"},
	{"map-reversed", "E:Paid P:Rule", NULL, " @1", "A=1 B=2 B~A"},
	{"map-reversed", "E:Paid P:Rule", NULL, NULL, "A=1 B=2 A~B"},
	{"map-reversed", "E:Paid P:Rule E:Shipped", NULL, NULL, "A=1,2 B=3 A~B"},
	{"map-reversed", "E:Paid . P:Rule", NULL, NULL, "A=1 B=2 B~A"},
	{"sync-ring", "E:A", NULL, " @1", "A= B= C= A>B B>C C>A"},
	{"sync-ring", "E:A", NULL, " @2", "A= B= C= D= A>B B>C C>D D>B"},
	{"sync-ring", "E:A", NULL, NULL, "A= B= C= A>B B>C C~A"},
	{"sync-ring", "E:A", NULL, NULL, "A= B= A>B B>A"},
	{"sync-ring", "E:A", NULL, " @1", "A= B= C= A>B A>C C>B B>A"},
	{"sync-chain", "E:A", NULL, " @1", "A= B= C= D= A>B B>C C>D"},
	{"sync-chain", "E:A", NULL, NULL, "A= B= C= A>B B>C"},
	{"sync-chain", "E:A", NULL, NULL, "A= B= C= D= A>B B~C C>D"},
	{"sync-chain", "E:A", NULL, " @4", "A= B= C= D= D>A D>C B>C A>B"},
	{"sync-chain", "E:A", NULL, NULL, "A= B= C= D= A?B B?C C?D"},
	{"relation-unknown", "E:A", NULL, " @1", "A= B= A?B"},
	{"relation-unknown", "E:A", NULL, NULL, "A= B= A>B B~A"},
	{"pattern-clash", "E:A", NULL, NULL, "A= B= A?B/conformist/open-host"},
	{"sync-only-tells", "E:Paid C:Ship", NULL, " @1", "A=1 B=2 A>B"},
	{"sync-only-tells", "E:Paid C:Ship", NULL, NULL, "A=1 B=2 A~B"},
	{"sync-only-tells", "U:Form C:Ship", NULL, NULL, "A=1 B=2 A>B"},
	{"sync-only-tells", "R:Stock . C:Pay", "1>2", NULL, "A=1 B=2 B>A"},
	{"sync-only-tells", "E:Paid C:Ship . E:Shipped P:Rule", NULL, NULL, "A=1,4 B=2,3 A>B"},
	/* Who coordinates needs to know how it ended; who gives one command and goes away does not. */
	{"sync-only-tells", "E:Paid P:Saga . C:Reserve E:Reserved E:Reservation_failed . C:Ship", "1>2 2>3 2>6 3>4 3>5",
		NULL, "A=1,2,6 B=3,4,5 A>B"},
	{"sync-only-tells", "E:Paid P:Saga . C:Reserve E:Reserved . C:Ship", "1>2 2>3 2>5 3>4", " @1",
		"A=1,2,5 B=3,4 A>B"},
	{"sync-only-tells", "E:Paid P:Rule . C:Reserve E:Reserved E:Reservation_failed", "1>2 2>3 3>4 3>5", " @1",
		"A=1,2 B=3,4,5 A>B"},
	/* A message delivers the event, so the call is about something else. */
	{"sync-only-tells", "E:Paid P:Ship", NULL, NULL, "A=1 B=2 A>B A~B"},
	{"sync-only-tells", "E:Paid P:Rule . C:Ship", "1>2 2>3", " @1", "A=1,2 B=3 A>B A~B"},
	{"sync-only-tells", "C:Pay . C:Charge . E:Paid P:Ship", "1>2", " @1", "A=1,3 B=2,4 A>B A~B"},
	{"both-ways-sync", "E:A", NULL, " @1", "A= B= A>B B>A"},
	{"both-ways-sync", "E:A", NULL, " @2", "A= B= A~B B>A A>B"},
	{"both-ways-sync", "E:A", NULL, NULL, "A= B= A>B B~A"},
	{"pattern-clash", "E:A", NULL, NULL, "A= B= A>B/anticorruption-layer/open-host"},
	{"pattern-clash", "E:A", NULL, " @1", "A= B= A>B/open-host/anticorruption-layer"},
	{"pattern-clash", "E:A", NULL, NULL, "A= B= A~B/published-language/conformist"},
	{"pattern-clash", "E:A", NULL, " @1", "A= B= A~B/conformist"},
	{"pattern-clash", "E:A", NULL, " @1", "A= B= A~B/open-host/partnership"},
	{"pattern-clash", "E:A", NULL, " @1", "A= B= A>B/conformist/customer-supplier"},
	{"pattern-clash", "E:A", NULL, NULL, "A= B= A~B/published-language/customer-supplier"},
	{"pattern-clash", "E:A", NULL, NULL, "A= B= A>B/partnership/shared-kernel"},
	{"context-alone", "E:A", NULL, " @3", "A= B= C= A>B"},
	{"context-alone", "E:A", NULL, NULL, "A="},
};

static void a_check_finds_what_it_should(void **state)
{
	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(checks_cases); i++) {
		const struct checks_case *test = &checks_cases[i];
		struct strbuf found = STRBUF_INIT, wanted = STRBUF_INIT;
		struct easel easel;

		easel_init(&easel);
		easel_draw(&easel, test->drawing, test->links);
		easel_map(&easel, test->map);
		if (test->finds)
			strbuf_addf(&wanted, "[%s]", test->finds);
		easel_find(&easel, check_find(test->check), &found);
		if (strcmp(found.text, wanted.text))
			fail_msg("%s on “%s” (%s; %s) must find “%s”, not “%s”", test->check, test->drawing,
				test->links ? test->links : "", test->map ? test->map : "", wanted.text, found.text);
		strbuf_release(&found);
		strbuf_release(&wanted);
		easel_release(&easel);
	}
}

/* Every check is there, and is tried above or below. */
static void every_check_is_tried(void **state)
{
	static const char *const elsewhere[] = {"one-voice", "aggregate-too-big",
		/* check_messages_test.c */
		"ball-of-mud", "private-crossing", "public-unheard", "domain-event-whole", "command-no-rejection",
		"conformist-private", "state-stale", "notification-asks", "sensitive-copied", "state-unused",
		"open-host-mute", "query-back", "same-reaction", "same-subscription", "order-matters", "saga-missing",
		"failure-open"};
	size_t count;
	const struct check *const *rows = check_list(&count);

	(void)state;
	for (size_t i = 0; i < count; i++) {
		bool tried = false;

		for (size_t k = 0; k < ARRAY_SIZE(checks_cases); k++)
			tried |= !strcmp(checks_cases[k].check, rows[i]->id);
		for (size_t k = 0; k < ARRAY_SIZE(elsewhere); k++)
			tried |= !strcmp(elsewhere[k], rows[i]->id);
		if (!tried)
			fail_msg("%s must have a case", rows[i]->id);
		assert_ptr_equal(check_find(rows[i]->id), rows[i]);
		assert_int_equal(check_index(rows[i]), i);
		assert_in_range(rows[i]->step, STEP_FIRST, STEP_LAST);
		if (i && rows[i - 1]->step > rows[i]->step)
			fail_msg("%s must stand below the checks of step %d", rows[i]->id, rows[i]->step);
		assert_true((rows[i]->scope < CHECK_BOARD) == (rows[i]->kinds != 0));
		assert_true((rows[i]->scope < CHECK_BOARD) == (rows[i]->run != NULL));
		assert_true((rows[i]->scope == CHECK_BOARD) == (rows[i]->run_board != NULL));
		assert_true((rows[i]->scope == CHECK_CONTEXT) == (rows[i]->run_context != NULL));
		assert_true((rows[i]->scope == CHECK_RELATION) == (rows[i]->run_relation != NULL));
		assert_true(rows[i]->sentence && rows[i]->reason && rows[i]->offer && rows[i]->example);
	}
}

/* One word in two contexts is a question until both say what they mean by it, on any of their stickies. */
static void a_word_that_both_sides_define_is_settled(void **state)
{
	struct strbuf found = STRBUF_INIT;
	struct easel easel;

	(void)state;
	easel_init(&easel);
	easel_draw(&easel, "G:Order . G:Order . G:Order", NULL);
	easel_map(&easel, "A=1,2 B=3");
	easel_set(&easel, 2, "definition", "what somebody wants to buy");
	easel_find(&easel, check_find("same-word"), &found);
	assert_string_equal(found.text, "[ #3 #1]");
	easel_set(&easel, 3, "definition", "what is packed");
	strbuf_reset(&found);
	easel_find(&easel, check_find("same-word"), &found);
	assert_string_equal(found.text, "");
	strbuf_release(&found);
	easel_release(&easel);
}

static void a_big_aggregate_is_found_by_its_links(void **state)
{
	struct strbuf found = STRBUF_INIT;
	struct easel easel;
	int64_t big;

	(void)state;
	easel_init(&easel);
	big = easel_put(&easel, KIND_AGGREGATE, "Order", (struct place){1, 1});
	for (int i = 0; i < 20; i++)
		easel_link(&easel, big, easel_put(&easel, KIND_EVENT, "Paid", (struct place){i + 3, 1}));
	easel_find(&easel, check_find("aggregate-too-big"), &found);
	assert_string_equal(found.text, "");
	easel_link(&easel, easel_put(&easel, KIND_EVENT, "Paid", (struct place){3, 9}), big);
	easel_find(&easel, check_find("aggregate-too-big"), &found);
	assert_string_equal(found.text, "[ #1]");
	strbuf_release(&found);
	easel_release(&easel);
}

/* Eight events, SHARE of them by Ann, the others by Bob. */
static void checks_two_voices(struct easel *easel, int share)
{
	struct person ann = {.name = (char *)"Ann", .role = ROLE_PARTICIPANT};
	struct person bob = {.name = (char *)"Bob", .role = ROLE_PARTICIPANT};
	struct error err = ERROR_INIT;

	assert_int_equal(edit_create(&easel->edit, ENTITY_PERSON, &ann, &err), 1);
	assert_int_equal(edit_create(&easel->edit, ENTITY_PERSON, &bob, &err), 2);
	for (int i = 0; i < 8; i++)
		easel_set(easel, easel_put(easel, KIND_EVENT, "Paid", (struct place){i + 1, 1}), "author",
			i < share ? "1" : "2");
}

static void one_voice_is_for_the_facilitator(void **state)
{
	static const struct {
		int share;
		const char *finds;
	} cases[] = {{4, ""}, {5, "[]"}, {8, "[]"}};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct strbuf found = STRBUF_INIT;
		struct checklist *list;
		struct easel easel;

		easel_init(&easel);
		checks_two_voices(&easel, cases[i].share);
		easel_find(&easel, check_find("one-voice"), &found);
		assert_string_equal(found.text, cases[i].finds);
		list = easel_check(&easel, ROLE_PARTICIPANT);
		for (size_t k = 0; k < checklist_count(list, 1); k++)
			assert_string_not_equal(checklist_at(list, 1, k)->check->id, "one-voice");
		checklist_free(list);
		strbuf_release(&found);
		easel_release(&easel);
	}
}

static void a_finding_is_said_with_its_figures(void **state)
{
	static const struct {
		const char *drawing;
		int step;
		const char *says;
		const char *map;
	} cases[] = {
		{"E:Order_placed E:Placed_order", 1, "another sticky says the same (#1 “Order placed”)", NULL},
		{"H:Who_pays? E:Paid", 4, "still open for 2 days", NULL},
		{"E:A E:B E:C E:D E:E E:F E:G E:H E:I E:J", 4, "there are few hotspots: 0 for 10 events", NULL},
		{"E:A G:B G:C C:D E:E", 8, "A: its synchronous calls lead back to it: A → B → C → A",
			"A=1,2 B=4 C=5 A>B B>C C>A"},
		{"G:A G:B", 7, "B: this context is empty", "A=1,2 B="},
		{"E:A", 8, "A → B: nothing on the board leads from one to the other", "A= B= A~B"},
	};

	(void)state;
	setenv("SOURCE_DATE_EPOCH", "1795165200", 1); /* 2026-11-20 */
	for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
		struct strbuf said = STRBUF_INIT;
		struct checklist *list;
		struct easel easel;

		easel_init(&easel);
		easel_draw(&easel, cases[i].drawing, NULL);
		easel_map(&easel, cases[i].map);
		easel_set(&easel, 1, "created", "2026-11-18T09:00:00Z");
		list = easel_check(&easel, ROLE_FACILITATOR);
		for (size_t k = 0; k < checklist_count(list, cases[i].step); k++) {
			checklist_say(list, checklist_at(list, cases[i].step, k), &said);
			strbuf_addch(&said, '\n');
		}
		if (!strstr(said.text, cases[i].says))
			fail_msg("“%s” must be said, not “%s”", cases[i].says, said.text);
		strbuf_release(&said);
		checklist_free(list);
		easel_release(&easel);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_check_finds_what_it_should),
		cmocka_unit_test(every_check_is_tried),
		cmocka_unit_test(a_word_that_both_sides_define_is_settled),
		cmocka_unit_test(a_big_aggregate_is_found_by_its_links),
		cmocka_unit_test(one_voice_is_for_the_facilitator),
		cmocka_unit_test(a_finding_is_said_with_its_figures),
	};

	return cmocka_run_group_tests_name("check/checks", tests, NULL, NULL);
}
