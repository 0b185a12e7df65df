#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/mem.h"
#include "model/kind.h"

static void kinds_are_found_by_all_their_names(void **state)
{
	static const struct {
		const char *text;
		enum kind kind;
	} rows[] = {
		{"event", KIND_EVENT},
		{"Domain Event", KIND_EVENT},
		{"DOMAIN_EVENT", KIND_EVENT},
		{"  e ", KIND_EVENT},
		{"도메인 이벤트", KIND_EVENT},
		{"\xe1\x84\x86\xe1\x85\xa7\xe1\x86\xbc\xe1\x84\x85\xe1\x85\xa7\xe1\x86\xbc", KIND_COMMAND},
		{"External-System", KIND_EXTERNAL_SYSTEM},
		{"x", KIND_EXTERNAL_SYSTEM},
		{"Person", KIND_ACTOR},
		{"G", KIND_AGGREGATE},
		{"Constraint", KIND_AGGREGATE},
		{"business rule", KIND_POLICY},
		{"Read Model", KIND_READ_MODEL},
		{"query", KIND_READ_MODEL},
		{"screen", KIND_UI},
		{"!", KIND_HOTSPOT},
		{"h", KIND_HOTSPOT},
		{"핫스팟", KIND_HOTSPOT},
		{"o", KIND_OPPORTUNITY},
		{"Idea", KIND_OPPORTUNITY},
		{"기회", KIND_OPPORTUNITY},
		{"V", KIND_VALUE},
		{"가치", KIND_VALUE},
		{"externalsystem", KIND_EXTERNAL_SYSTEM},
		{"시스템", KIND_EXTERNAL_SYSTEM},
		{"사용자", KIND_ACTOR},
		{"역할", KIND_ACTOR},
		{"질문", KIND_HOTSPOT},
		{"조회모델", KIND_READ_MODEL},
		{"조회 모델", KIND_READ_MODEL},
		{"뷰", KIND_READ_MODEL},
		{"애그리게잇", KIND_AGGREGATE},
		{"비즈니스 규칙", KIND_POLICY},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		enum kind kind = KIND_COUNT;

		if (!kind_parse(rows[i].text, &kind) || kind != rows[i].kind)
			fail_msg("“%s” must mean %s", rows[i].text, kind_token(rows[i].kind));
	}
}

static void what_is_no_kind_leaves_the_kind_alone(void **state)
{
	static const char *const rows[] = {"", " ", "even", "events", "z", "-", "\xff", "\xe1\x84", "event\x01", "이"};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		enum kind kind = KIND_POLICY;

		if (kind_parse(rows[i], &kind) || kind != KIND_POLICY)
			fail_msg("“%s” must be no kind", rows[i]);
	}
	assert_false(kind_of_letter('z', &(enum kind){KIND_EVENT}));
}

static void token_letter_and_name_lead_back(void **state)
{
	(void)state;
	for (int i = 0; i < KIND_COUNT; i++) {
		enum kind kind = KIND_COUNT;

		assert_true(kind_parse(kind_token((enum kind)i), &kind));
		assert_int_equal(kind, i);
		assert_true(kind_of_letter(kind_letter((enum kind)i), &kind));
		assert_int_equal(kind, i);
		assert_true(kind_of_letter((char)(kind_letter((enum kind)i) + 32), &kind));
		assert_int_equal(kind, i);
		assert_true(kind_parse(kind_name((enum kind)i), &kind));
		assert_int_equal(kind, i);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(kinds_are_found_by_all_their_names),
		cmocka_unit_test(what_is_no_kind_leaves_the_kind_alone),
		cmocka_unit_test(token_letter_and_name_lead_back),
	};

	return cmocka_run_group_tests_name("model/kind", tests, NULL, NULL);
}
