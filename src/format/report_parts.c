#include "format/report_parts.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/names.h"

const struct sticky *report_sticky(const struct report *report, size_t at)
{
	return vec_get(&report->stickies, const struct sticky *, at);
}

static int report_compare_dots(const void *a, const void *b)
{
	const struct sticky *one = *(const struct sticky *const *)a, *two = *(const struct sticky *const *)b;
	int64_t first = board_dots(one), second = board_dots(two);

	if (first != second)
		return first < second ? 1 : -1;
	return (one->id > two->id) - (one->id < two->id);
}

void report_sort_by_dots(struct vec *list)
{
	if (list->count)
		qsort(list->items, list->count, list->size, report_compare_dots);
}

void report_join(struct strbuf *list, const char *separator, const char *text)
{
	if (text)
		strbuf_addf(list, "%s%s", list->len ? separator : "", text);
}

void report_time(struct strbuf *out, int64_t time_ms)
{
	char time[CLOCK_TEXT_BYTES];

	clock_format_local(time_ms, time);
	strbuf_addf(out, "%.10s %.5s", time, time + strlen("2026-11-20T"));
}

const char *report_subdomain(enum subdomain subdomain)
{
	static const char *const names[SUBDOMAIN_COUNT] = {
		N_("not said yet"), N_("core"), N_("supporting"), N_("generic")};

	return _(names[subdomain]);
}

size_t report_list(const struct report *report, int64_t context, enum kind kind, struct strbuf *out)
{
	struct names seen = NAMES_INIT;
	struct strbuf key = STRBUF_INIT;
	size_t count = 0;

	for (size_t i = 0; i < report->stickies.count; i++) {
		const struct sticky *sticky = report_sticky(report, i);
		const char *text = sticky->text ? sticky->text : "";

		if (sticky->kind != (int)kind || (context && sticky->context != context) ||
			(kind == KIND_AGGREGATE && namesakes_first(&report->namesakes, sticky->id) != sticky->id))
			continue;
		strbuf_reset(&key);
		strbuf_addf(&key, "%" PRId64 " %s", sticky->context, text);
		if (names_get(&seen, key.text))
			continue;
		names_set(&seen, key.text, 1);
		strbuf_addf(out, "%s%s", count++ ? ", " : "", text);
	}
	strbuf_release(&key);
	names_release(&seen);
	return count;
}
