#include "cli/fill_update.h"

#include "base/i18n.h"

int fill_update_check(const struct fill *fill, struct error *err)
{
	if (store_seen(session_store(fill->session)) == fill->seen)
		return 0;
	return error_set(err, ERROR_REFUSED, _("the board has changed meanwhile; look again at what would change"));
}

static bool fill_update_confirms(void)
{
	char answer[16];

	fputs(_("Change the board like this? [y/N] "), stdout);
	fflush(stdout);
	return fgets(answer, sizeof(answer), stdin) && (*answer == 'y' || *answer == 'Y');
}

int fill_update_ask(struct fill *fill, struct session *session, struct error *err)
{
	int failed = fill_rehearse(fill, session, stdout, err);

	if (failed)
		return failed;
	fill_print(fill, stdout);
	fill->rehearsed = false;
	fill->seen = store_seen(session_store(session));
	fill->confirmed = fill->changes_anything && fill_update_confirms();
	import_report_release(&fill->report);
	return fill->confirmed;
}

/* Prints what comes of the rows and stickies that stay as they are. */
static void fill_update_print_rest(const struct import_report *report, FILE *out)
{
	if (report->unchanged)
		fprintf(out, ngettext("; %zu unchanged", "; %zu unchanged", report->unchanged), report->unchanged);
	if (report->missing)
		fprintf(out,
			ngettext("; %zu not in the table, left alone", "; %zu not in the table, left alone",
				report->missing),
			report->missing);
	if (report->gone)
		fprintf(out,
			ngettext("; %zu row ignored because its sticky was deleted",
				"; %zu rows ignored because their stickies were deleted", report->gone),
			report->gone);
	if (report->wordless)
		fprintf(out,
			ngettext("; %zu row without a text: its sticky keeps it",
				"; %zu rows without a text: their stickies keep it", report->wordless),
			report->wordless);
	if (report->kept.len)
		fprintf(out, _("; other values in %s ignored"), report->kept.text);
}

void fill_update_print(const struct fill *fill, FILE *out)
{
	const struct import_report *report = &fill->report;

	if (fill->rehearsed)
		fputs(_("preview: "), out);
	fprintf(out, ngettext("%zu sticky altered", "%zu stickies altered", report->altered), report->altered);
	if (report->stickies)
		fprintf(out, ngettext("; %zu added", "; %zu added", report->stickies), report->stickies);
	if (report->deleted)
		fprintf(out, ngettext("; %zu deleted", "; %zu deleted", report->deleted), report->deleted);
	fill_update_print_rest(report, out);
}
