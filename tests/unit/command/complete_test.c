#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>

#include "base/mem.h"
#include "command/complete.h"
#include "lib/lines.h"

static const struct argument complete_zoom[] = {{"HOW", ARGUMENT_WORD, 0, 0}, {0}};
static const struct argument complete_go[] = {{"ID", ARGUMENT_STICKY, 0, 0}, {0}};
static const char *const complete_zooms[] = {"in", "out", NULL};
static const struct complete_command complete_extra[] = {{"quit", complete_zoom + 1, NULL},
	{"export", complete_zoom + 1, NULL}, {"zoom", complete_zoom, complete_zooms},
	{"go-to-sticky", complete_go, NULL}, {0}};

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
		{"context \"Sa", 8, "Sales"},
		{"context \"order d", 8, "\"Order Desk\""},
		{"context sa", 8, "Sales"},
		{"context \"Order Desk\" Order p", 21, "1 3"},
		{"zoom o", 5, "out"},
		{"link Order pl", 5, "1 3"},
		{"link order PL", 5, "1 3"},
		{"link placed", 5, "1 3"},
		{"link 1 Order pl", 7, "1 3"},
		{"link 1 \"Order pl", 7, "1 3"},
		{"link ㅈㅁ", 5, "2"},
		{"delete 1 2 no order", 11, "3"},
		{"note pai", 5, "4"},
		{"note 4 Order", 7, ""},
		{"move pai", 5, "4"},
		{"kind pai", 5, "4"},
		{"kind 4 e", 7, "event external-system"},
		{"go-to-sticky paid", 13, "4"},
		{"message Sales Sales -t domain-event paid", 36, "4"},
		{"link 1", 5, ""},
		{"link ", 5, ""},
		{"link nothing like it", 18, ""},
		{"integrate Sales Sales failed pro", 29, "process-manager"},
	};
	struct complete complete = {.extra = complete_extra};
	struct ledger ledger;

	(void)state;
	ledger_init(&ledger);
	complete.board = ledger.board;
	lines_play(&ledger, "Ann: context Sales\nAnn: context \"Order Desk\"\nAnn: add event Order placed\n"
			    "Ann: add event 주문 접수됨\nAnn: add event No order placed\nAnn: add event Paid");
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		struct vec list = VEC_INIT(char *);
		struct strbuf offers = STRBUF_INIT;
		size_t start;

		complete_line(&complete, rows[i].line, &list, &start);
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
