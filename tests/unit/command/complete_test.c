#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

#include "base/mem.h"
#include "command/complete.h"
#include "lib/lines.h"

static const char *const complete_extra[] = {"quit", "export", NULL};

static void what_may_follow_is_offered(void **state)
{
	static const struct {
		const char *line;
		size_t start;
		const char *offers;
	} rows[] = {
		{"unl", 0, "unlink unlock"},
		{"insert", 0, "insert-column insert-row"},
		{"  qu", 2, "quit"},
		{"ex", 0, "export"},
		{"nothing", 0, ""},
		{"add ", 4,
			"actor aggregate command event external-system hotspot opportunity policy "
			"read-model ui value"},
		{"add e", 4, "event external-system"},
		{"  add e", 6, "event external-system"},
		{"carry ", 6, "down left right up"},
		{"step n", 5, "next"},
		{"context ", 8, "\"Order Desk\" Sales"},
		{"relate Sa", 7, "Sales"},
		{"relate Sales a", 13, "anticorruption-layer async"},
		{"relate \"Ord", 7, "\"Order Desk\""},
		{"nonsense x", 9, ""},
		{"edit 1 so", 7, ""},
		{"message Sales Sales -t d", 23, "domain-event"},
		{"integrate Sales Sales au", 22, "autonomous"},
		{"integrate Sales Sales failed pro", 29, "process-manager"},
	};
	struct ledger ledger;

	(void)state;
	ledger_init(&ledger);
	lines_play(&ledger, "Ann: context Sales\nAnn: context \"Order Desk\"");
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct vec list = VEC_INIT(char *);
		struct strbuf offers = STRBUF_INIT;
		size_t start;

		complete_line(rows[i].line, ledger.board, complete_extra, &list, &start);
		for (size_t at = 0; at < list.count; at++) {
			char *word = vec_get(&list, char *, at);

			strbuf_addf(&offers, "%s%s", at ? " " : "", word);
			free(word);
		}
		assert_string_equal(offers.text, rows[i].offers);
		assert_int_equal(start, rows[i].start);
		strbuf_release(&offers);
		vec_release(&list);
	}
	ledger_release(&ledger);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_may_follow_is_offered),
	};

	return cmocka_run_group_tests_name("command/complete", tests, NULL, NULL);
}
