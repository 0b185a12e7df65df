#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "format/cml_words.h"
#include "format/format.h"
#include "format/identifiers.h"
#include "unit/format/cml_reader.h"
#include "lib/format_desk.h"

/* Runs LINES, one command each, on an empty board, and returns it as CML, which must be right. */
static char *written(struct format_desk *desk, const char *const *lines, size_t count)
{
	char *text;

	format_desk_open(desk);
	for (size_t i = 0; i < count; i++)
		format_desk_do(desk, lines[i]);
	text = format_desk_write(desk, "cml", NULL);
	assert_non_null(text);
	if (cml_reader_complaint(text))
		fail_msg("%s\nin:\n%s", cml_reader_complaint(text), text);
	return text;
}

static void must_have(const char *text, const char *part)
{
	if (!strstr(text, part))
		fail_msg("“%s” must stand in:\n%s", part, text);
}

static void must_lack(const char *text, const char *part)
{
	if (strstr(text, part))
		fail_msg("“%s” must not stand in:\n%s", part, text);
}

static void what_is_wrong_is_seen(void **state)
{
	static const char *const rows[] = {
		"ContextMap M { contains A }",
		"ContextMap M { contains A contains A } BoundedContext A { }",
		"ContextMap M { contains Event } BoundedContext Event { }",
		"ContextMap M { contains A contains B A [U,ACL]->[D] B { implementationTechnology = \"x\" } }"
		" BoundedContext A { } BoundedContext B { }",
		"ContextMap M { contains A contains B A [U,S,OHS]->[D,C] B { implementationTechnology = "
		"\"x\" } } BoundedContext A { } BoundedContext B { }",
		"ContextMap M { contains A contains B A [U,S]->[D] B { implementationTechnology = \"x\" } }"
		" BoundedContext A { } BoundedContext B { }",
		"ContextMap M { contains A A [U]->[D] A { implementationTechnology = \"x\" } }"
		" BoundedContext A { }",
		"ContextMap M { contains A A [U]->[D] B { implementationTechnology = \"x\" } }"
		" BoundedContext A { } BoundedContext B { }",
		"ContextMap M { } BoundedContext A { Aggregate X { } Aggregate X { } }",
		"ContextMap M { } BoundedContext A { Aggregate X { DomainEvent size { } } }",
		"ContextMap M { } BoundedContext A { Aggregate X { DomainEvent E { String a String a } } }",
		"ContextMap M { } BoundedContext A { Aggregate X { DomainEvent E { number a } } }",
		"ContextMap M { } BoundedContext A {",
		"ContextMap 주문 { }",
		"ContextMap M { } /* no end",
		"ContextMap M { } BoundedContext A { domainVisionStatement = \"no end }",
		"ContextMap M { } BoundedContext A { domainVisionStatement = \"\\x\" }",
	};

	(void)state;
	assert_null(cml_reader_complaint("ContextMap M { contains A } BoundedContext A { }"));
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++)
		if (!cml_reader_complaint(rows[i]))
			fail_msg("the reader must see what is wrong with: %s", rows[i]);
}

/* The end of the line of a relation A to B, style and patterns as given. */
static void the_sides_and_roles_of_a_relation(void **state)
{
	static const struct {
		const char *style, *patterns, *line, *comment;
	} rows[] = {
		{"sync", "", "A [D]<-[U] B {", NULL},
		{"async", "", "A [U]->[D] B {", NULL},
		{"sync", "-p anticorruption-layer/open-host", "A [D,ACL]<-[U,OHS] B", NULL},
		{"sync", "-p conformist/published-language", "A [D,CF]<-[U,PL] B", NULL},
		{"async", "-p published-language/conformist", "A [U,PL]->[D,CF] B", NULL},
		{"async", "-p open-host/anticorruption-layer", "A [U,OHS]->[D,ACL] B", NULL},
		{"sync", "-p open-host/anticorruption-layer", "A [D]<-[U] B",
			"left out: open-host of A, anticorruption-layer of B"},
		{"async", "-p conformist/conformist", "A [U]->[D,CF] B", "left out: conformist of A"},
		{"sync", "-p customer-supplier/customer-supplier", "A [D,C]<-[U,S] B", NULL},
		{"async", "-p customer-supplier", "A [U,S]->[D,C] B", NULL},
		{"sync", "-p customer-supplier/open-host", "A [D,C]<-[U,S] B", "left out: open-host of B"},
		{"async", "-p customer-supplier/conformist", "A [U,S]->[D,C] B", "left out: conformist of B"},
		{"sync", "-p anticorruption-layer/customer-supplier", "A [D,C,ACL]<-[U,S] B", NULL},
		{"sync", "-p customer-supplier/published-language", "A [D,C]<-[U,S,PL] B", NULL},
		{"async", "-p partnership/partnership", "A [P]<->[P] B", NULL},
		{"sync", "-p partnership", "A [P]<->[P] B", NULL},
		{"async", "-p shared-kernel/shared-kernel", "A [SK]<->[SK] B", NULL},
		{"async", "-p open-host/shared-kernel", "A [SK]<->[SK] B", "left out: open-host of A"},
		{"async", "-p partnership/shared-kernel", "A [P]<->[P] B", "left out: shared-kernel of B"},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		char relate[128];
		const char *const lines[] = {"context A", "context B", relate};
		struct format_desk desk;
		char *text;

		snprintf(relate, sizeof(relate), "relate A %s B %s", rows[i].style, rows[i].patterns);
		text = written(&desk, lines, ARRAY_SIZE(lines));
		must_have(text, rows[i].line);
		if (rows[i].comment)
			must_have(text, rows[i].comment);
		else
			must_lack(text, "left out");
		free(text);
		format_desk_close(&desk);
	}
}

static void what_is_no_relation_is_a_comment(void **state)
{
	const char *const lines[] = {
		"context A", "context B", "context Alone", "relate A sync B -p separate-ways/separate-ways"};
	struct format_desk desk;
	char *text = written(&desk, lines, ARRAY_SIZE(lines));

	(void)state;
	must_have(text, "/* left out: A and B go separate ways */");
	must_lack(text, "[");
	must_have(text, "contains Alone");
	must_have(text, "BoundedContext Alone {");
	free(text);
	format_desk_close(&desk);
}

static void a_context_has_its_aggregates(void **state)
{
	const char *const lines[] = {"add command -c 1 -r 1 Place order", "add aggregate -c 2 -r 1 Order",
		"add event -c 3 -r 1 Order placed", "add aggregate -c 2 -r 5 Order",
		"add event -c 3 -r 5 Order cancelled", "add event -c 3 -r 9 Item sold out",
		"add event -c 9 -r 9 Nowhere", "add event -c 20 -r 1 Order placed", "context Sales 1 2 3 4 5 6 8"};
	struct format_desk desk;
	char *text = written(&desk, lines, ARRAY_SIZE(lines));
	const char *order = strstr(text, "Aggregate Order {"), *sales;

	(void)state;
	assert_non_null(order);
	sales = strstr(text, "Aggregate Sales {");
	assert_non_null(sales);
	must_have(order, "\"Place order\"\n\t\tCommandEvent PlaceOrder { }");
	must_have(order, "\"Order cancelled\"\n\t\tDomainEvent OrderCancelled { }");
	must_have(sales, "\"Item sold out\"\n\t\tDomainEvent ItemSoldOut { }");
	must_lack(sales, "OrderPlaced");
	must_lack(text, "OrderPlaced_");
	must_lack(text, "Order_");
	must_lack(text, "Nowhere");
	must_have(text, "left out, as in no context: 1");
	free(text);
	format_desk_close(&desk);
}

static void names_are_given_once(void **state)
{
	const char *const lines[] = {"add aggregate -c 1 -r 1 Order", "add event -c 2 -r 1 Checked",
		"add aggregate -c 11 -r 1 Order", "add event -c 12 -r 1 Checked", "context Sales 1 2",
		"context sales 3 4", "relate Sales async sales -l Checked", "relate sales async Sales -l Checked"};
	struct format_desk desk;
	char *text = written(&desk, lines, ARRAY_SIZE(lines));

	(void)state;
	must_have(text, "contains Sales\n");
	must_have(text, "contains Sales_2\n");
	must_have(text, "Aggregate Order {");
	must_have(text, "Aggregate Order_3 {");
	must_have(text, "DomainEvent Checked {");
	must_have(text, "DomainEvent Checked_4 {");
	must_have(text, ": Checked {");
	must_have(text, ": Checked_2 {");
	free(text);
	format_desk_close(&desk);
}

static void an_aggregate_of_the_name_of_its_context_takes_the_rest(void **state)
{
	const char *const lines[] = {
		"add aggregate -c 1 -r 1 배송", "add event -c 9 -r 9 도착했다", "context 배송 1 2"};
	struct format_desk desk;
	char *text = written(&desk, lines, ARRAY_SIZE(lines));

	(void)state;
	must_have(text, "\tdomainVisionStatement = \"배송\"\n");
	must_have(text, "\t\"배송\"\n\tAggregate Baesong {\n\t\t\"도착했다\"\n"
			"\t\tDomainEvent Dochakhaetda { }");
	must_lack(text, "Baesong_");
	free(text);
	format_desk_close(&desk);
}

static void fields_are_attributes(void **state)
{
	static const char payload[] =
		"payload 1 'orderId: uuid; email: text sensitive; placed-at: time; lines: list of line "
		"items; total: money; gift: bool; count: int; 주소: text; on: date; 주소-: number'";
	const char *const lines[] = {"add event -c 1 -r 1 Order placed", "context Sales 1", payload};
	struct format_desk desk;
	char *text = written(&desk, lines, ARRAY_SIZE(lines));

	(void)state;
	must_have(text, "String orderId\n");
	must_have(text, "\"email\"\n\t\t\tString email_ hint = \"sensitive\"\n");
	must_have(text, "\"placed-at\"\n\t\t\tDateTime placedAt\n");
	must_have(text, "List<String> lines hint = \"list of line items\"\n");
	must_have(text, "BigDecimal total\n");
	must_have(text, "boolean gift\n");
	must_have(text, "long count\n");
	must_have(text, "\"주소\"\n\t\t\tString juso\n");
	must_have(text, "Date on\n");
	must_have(text, "BigDecimal juso_10\n");
	free(text);
	format_desk_close(&desk);
}

static void no_text_gets_out_of_its_place(void **state)
{
	static const char *const texts[] = {"a\" }", "*/ ContextMap X {", "/*", "\\", "a\\", "// x", "BoundedContext",
		"ContextMap", "Aggregate", "Coordination", "ValueWeighting", "unique", "association", "size", "email",
		"not", "{", "}", "'", "\"", "注文", "☃", "شحن الطلب", "1", "_", "^Event", "a b c", "-", "two\nlines",
		"100%"};
	struct format_desk desk;
	char *text;

	(void)state;
	format_desk_open(&desk);
	format_desk_do(&desk, "title \"*/ BoundedContext Evil { } /* \\\" \\\\ ***/\"");
	for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
		bool lines = strchr(texts[i], '\n');
		struct context context = {.name = lines ? "lines" : (char *)texts[i]};
		int64_t id = edit_create(&desk.edit, ENTITY_CONTEXT, &context, &desk.err);
		static const int kinds[] = {KIND_AGGREGATE, KIND_COMMAND, KIND_EVENT};

		assert_true(id > 0);
		for (size_t j = 0; j < ARRAY_SIZE(kinds); j++) {
			struct sticky sticky = {.kind = kinds[j],
				.text = (char *)texts[i],
				.context = id,
				.payload = (char *)texts[i],
				.place = {(int32_t)i * 20 + 1, (int32_t)j + 1}};

			assert_true(edit_create(&desk.edit, ENTITY_STICKY, &sticky, &desk.err) > 0);
		}
		for (int64_t other = 1; other < id; other += 7) {
			struct relation relation = {.source = id,
				.target = other,
				.style = (int)(other % 2),
				.label = lines ? NULL : (char *)texts[i]};

			assert_true(edit_create(&desk.edit, ENTITY_RELATION, &relation, &desk.err) > 0);
		}
	}
	text = format_desk_write(&desk, "cml", NULL);
	if (cml_reader_complaint(text))
		fail_msg("%s\nin:\n%s", cml_reader_complaint(text), text);
	free(text);
	format_desk_close(&desk);
}

/* Each word of either grammar, as the name of a field, which keeps its letters. */
static void no_word_of_the_language_is_a_name(void **state)
{
	/* some of either grammar, should the list lose them */
	static const char *const some[] = {"Coordination", "unique", "association", "TacticDDDApplication",
		"ValueWeighting", "ContextMap", "CORE_DOMAIN", "None", NULL};
	const char *const *const lists[] = {some, cml_words};

	(void)state;
	for (size_t list = 0; list < ARRAY_SIZE(lists); list++) {
		struct identifiers types, fields;

		identifiers_init(&types, IDENTIFIERS_TYPE, cml_words);
		identifiers_init(&fields, IDENTIFIERS_FIELD, cml_words);
		for (const char *const *word = lists[list]; *word; word++) {
			struct strbuf type = STRBUF_INIT, field = STRBUF_INIT;

			identifiers_make(&types, *word, "Context", 1, &type);
			identifiers_make(&fields, *word, "field", 1, &field);
			if (!strcmp(type.text, *word) || !strcmp(field.text, *word))
				fail_msg("“%s” is a word of the language", *word);
			strbuf_release(&type);
			strbuf_release(&field);
		}
		identifiers_release(&types);
		identifiers_release(&fields);
	}
}

static void the_map_alone_names_aggregates(void **state)
{
	const char *const lines[] = {"add command -c 1 -r 1 Place order", "add aggregate -c 2 -r 1 Order book",
		"add event -c 3 -r 1 Order placed", "add event -c 9 -r 9 Paid", "context Sales 1 2 3",
		"context Payment 4", "relate Sales sync Payment -l pay"};
	struct format_options options = {.map = true};
	struct format_desk desk;
	char *whole = written(&desk, lines, ARRAY_SIZE(lines)), *text = NULL;
	size_t len;
	FILE *out = open_memstream(&text, &len);

	(void)state;
	assert_int_equal(format_write(format_find("cml"), desk.edit.board, &options, out, &desk.err), 0);
	fclose(out);
	if (cml_reader_complaint(text))
		fail_msg("%s\nin:\n%s", cml_reader_complaint(text), text);
	assert_memory_equal(text, whole, (size_t)(strchr(text, '}') - text));
	must_have(text, "BoundedContext Sales {\n\t\"Order book\"\n\tAggregate OrderBook { }\n}\n");
	must_have(text, "BoundedContext Payment {\n}\n");
	must_lack(text, "Event");
	free(whole);
	free(text);
	format_desk_close(&desk);
}

static void an_empty_board_is_an_empty_map(void **state)
{
	struct format_desk desk;
	char *text = written(&desk, NULL, 0);

	(void)state;
	assert_string_equal(text, "ContextMap Board1 {\n}\n");
	free(text);
	format_desk_close(&desk);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_wrong_is_seen),
		cmocka_unit_test(the_sides_and_roles_of_a_relation),
		cmocka_unit_test(what_is_no_relation_is_a_comment),
		cmocka_unit_test(a_context_has_its_aggregates),
		cmocka_unit_test(names_are_given_once),
		cmocka_unit_test(an_aggregate_of_the_name_of_its_context_takes_the_rest),
		cmocka_unit_test(fields_are_attributes),
		cmocka_unit_test(no_text_gets_out_of_its_place),
		cmocka_unit_test(no_word_of_the_language_is_a_name),
		cmocka_unit_test(the_map_alone_names_aggregates),
		cmocka_unit_test(an_empty_board_is_an_empty_map),
	};

	return cmocka_run_group_tests_name("format/cml", tests, NULL, NULL);
}
