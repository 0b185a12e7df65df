#include "import/import_options.h"

#include <string.h>

/* The most bytes of names, so that they fit on a line. */
#define IMPORT_REPORT_NAMES 160

void import_report_init(struct import_report *report)
{
	*report = (struct import_report){.titles = STRBUF_INIT,
		.unknown = STRBUF_INIT,
		.kept = STRBUF_INIT,
		.shape_names = STRBUF_INIT,
		.page = STRBUF_INIT};
}

void import_report_release(struct import_report *report)
{
	strbuf_release(&report->titles);
	strbuf_release(&report->unknown);
	strbuf_release(&report->kept);
	strbuf_release(&report->shape_names);
	strbuf_release(&report->page);
}

/* Is NAME in LIST, whose names are separated by ", "? */
static bool import_report_has(const char *list, const char *name)
{
	size_t len = strlen(name);

	for (const char *at = list; (at = strstr(at, name)); at++)
		if ((at == list || at[-1] == ' ') && (!at[len] || at[len] == ','))
			return true;
	return false;
}

void import_report_list(struct strbuf *out, const char *name)
{
	static const char more[] = ", …";

	if (!*name || import_report_has(out->text, name) ||
		(out->len >= strlen(more) && !strcmp(out->text + out->len - strlen(more), more)))
		return;
	if (out->len > IMPORT_REPORT_NAMES)
		strbuf_addstr(out, more);
	else
		strbuf_addf(out, "%s%s", out->len ? ", " : "", name);
}
