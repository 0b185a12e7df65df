#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <ctype.h>
#include <string.h>

#include "base/mem.h"
#include "format/identifiers.h"

static const char *const reserved[] = {"Event", "size", NULL};

static void a_name_says_what_its_text_says(void **state)
{
	static const struct {
		const char *text, *type, *field, *slug;
	} rows[] = {
		{"Order placed", "OrderPlaced", "OrderPlaced", "order-placed"},
		{"order id", "OrderId", "orderId", "order-id"},
		{"order", "Order", "order", "order"},
		{"PDF made", "PDFMade", "PDFMade", "pdf-made"},
		{"Buyer's order", "BuyersOrder", "BuyersOrder", "buyers-order"},
		{"order_id", "Order_id", "order_id", "order-id"},
		{"a/b: c#d", "ABCD", "aBCD", "a-b-c-d"},
		{"  spaces  ", "Spaces", "spaces", "spaces"},
		{"2 weeks later", "_2WeeksLater", "_2WeeksLater", "2-weeks-later"},
		{"Größe geprüft", "GrosseGepruft", "GrosseGepruft", "grosse-gepruft"},
		{"Café réservé", "CafeReserve", "CafeReserve", "cafe-reserve"},
		{"Łódź", "Lodz", "Lodz", "lodz"},
		{"주문", "Jumun", "jumun", "jumun"},
		{"결제가 승인되었다", "GyeoljegaSeungindoeeotda", "gyeoljegaSeungindoeeotda",
			"gyeoljega-seungindoeeotda"},
		{"ＡＢＣ", "ABC", "ABC", "abc"},
		{"Paid 💳 by card", "PaidByCard", "PaidByCard", "paid-by-card"},
		{"注文", "Thing7", "thing7", "thing-7"},
		{"", "Thing7", "thing7", "thing-7"},
		{NULL, "Thing7", "thing7", "thing-7"},
		{"\xff\xfe", "Thing7", "thing7", "thing-7"},
		{"Event", "Event_", "Event_", "event"},
		{"size", "Size", "size_", "size-"},
		{"event", "Event_", "event", "event"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		const char *should[] = {rows[i].type, rows[i].field, rows[i].slug};

		for (int style = IDENTIFIERS_TYPE; style <= IDENTIFIERS_SLUG; style++) {
			struct strbuf name = STRBUF_INIT;
			struct identifiers names;

			identifiers_init(&names, (enum identifiers_style)style, reserved);
			identifiers_make(&names, rows[i].text, "thing", 7, &name);
			if (strcmp(name.text, should[style]))
				fail_msg("“%s” must be %s and is %s", rows[i].text, should[style], name.text);
			identifiers_release(&names);
			strbuf_release(&name);
		}
	}
}

static void no_two_are_the_same(void **state)
{
	static const struct {
		const char *text, *should;
	} rows[] = {{"Order placed", "OrderPlaced"}, {"order placed", "OrderPlaced_2"},
		{"ORDER-PLACED", "ORDERPLACED_3"}, {"Order placed 4", "OrderPlaced4"},
		{"OrderPlaced_6", "OrderPlaced_6"}, {"Order placed", "OrderPlaced_6_"}, {"注文", "Thing7"},
		{"Thing7", "Thing7_8"}};
	struct identifiers names;
	struct strbuf name = STRBUF_INIT;

	(void)state;
	identifiers_init(&names, IDENTIFIERS_TYPE, NULL);
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		strbuf_reset(&name);
		identifiers_make(&names, rows[i].text, "Thing", (int64_t)i + 1, &name);
		if (strcmp(name.text, rows[i].should))
			fail_msg("“%s” must be %s and is %s", rows[i].text, rows[i].should, name.text);
	}
	identifiers_release(&names);
	strbuf_release(&name);
}

static void a_name_is_short_and_plain(void **state)
{
	struct strbuf text = STRBUF_INIT, name = STRBUF_INIT;
	struct identifiers names;

	(void)state;
	for (int i = 0; i < 400; i++)
		strbuf_addstr(&text, "빼곡 ");
	identifiers_init(&names, IDENTIFIERS_SLUG, NULL);
	for (int i = 0; i < 3; i++) {
		strbuf_reset(&name);
		identifiers_make(&names, text.text, "thing", i + 1, &name);
		assert_true(name.len <= IDENTIFIERS_MOST_BYTES + 3);
		for (const char *at = name.text; *at; at++)
			assert_true(islower((unsigned char)*at) || isdigit((unsigned char)*at) || *at == '-');
	}
	identifiers_release(&names);
	strbuf_release(&text);
	strbuf_release(&name);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_name_says_what_its_text_says),
		cmocka_unit_test(no_two_are_the_same),
		cmocka_unit_test(a_name_is_short_and_plain),
	};

	return cmocka_run_group_tests_name("format/identifiers", tests, NULL, NULL);
}
