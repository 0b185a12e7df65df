#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"
#include "text/abridge.h"
#include "text/width.h"

#define MOST 3

static void texts_are_cut_so_that_they_differ(void **state)
{
	static const struct {
		int cells;
		const char *texts[MOST], *cut[MOST];
	} rows[] = {
		{10, {"Short", "Order placed"}, {"Short", "Order pla…"}},
		{12, {"Appointment confirmed", "Appointment cancelled"}, {"App…onfirmed", "App…ancelled"}},
		{12, {"Appointment confirmed", "Appointment confirmed"}, {"Appointment…", "Appointment…"}},
		{12, {"Appointment confirmed", "Appointment…"}, {"App…onfirmed", "Appointment…"}},
		{10, {"Payment of the first bill sent", "Payment of the second bill sent"},
			{"P…first b…", "P…second …"}},
		{8, {"환자 예약 확정됨", "환자 예약 취소됨"}, {"환…정됨", "환…소됨"}},
		{1, {"ab", "ac"}, {"…", "…"}},
		{0, {"ab", NULL, ""}, {"", "", ""}},
		{20, {"Ward", "Ward administration of the north", "Ward administration of the south"},
			{"Ward", "Ward a… of the north", "Ward a… of the south"}},
	};

	(void)state;
	for (size_t i = 0; i < ARRAY_SIZE(rows); i++) {
		int cells[MOST] = {rows[i].cells, rows[i].cells, rows[i].cells};
		char *out[MOST];

		abridge(rows[i].texts, cells, MOST, out);
		for (size_t k = 0; k < MOST; k++) {
			if (rows[i].cut[k])
				assert_string_equal(out[k], rows[i].cut[k]);
			assert_true(width_of(out[k], strlen(out[k])) <= rows[i].cells);
			free(out[k]);
		}
	}
}

static int in_utf8(void **state)
{
	(void)state;
	return setlocale(LC_CTYPE, "C.UTF-8") ? 0 : -1;
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(texts_are_cut_so_that_they_differ)};

	return cmocka_run_group_tests_name("text/abridge", tests, in_utf8, NULL);
}
