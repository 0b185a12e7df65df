#include "cli/fill.h"

#include <inttypes.h>

#include "base/i18n.h"

int fill_options(struct fill *fill, const struct request *request, struct error *err)
{
	const char *kind = request_option(request, "unknown-kind");

	if (kind && !kind_parse(kind, &fill->options.unknown_kind))
		return error_set(err, ERROR_USAGE, _("unknown kind “%.40s”"), kind);
	fill->options.any_kind = kind;
	return 0;
}

static int fill_set_title(struct edit *edit, const char *title, struct error *err)
{
	return title ? edit_set(edit, ENTITY_BOARD, BOARD_ITEM, "title", title, err) : 0;
}

static int fill_retitle(void *context, struct edit *edit, struct error *err)
{
	const struct fill *fill = context;

	return fill_set_title(edit, fill->title, err);
}

static int fill_read(void *context, struct edit *edit, struct error *err)
{
	struct fill *fill = context;
	int failed = 0;

	if (fill->path)
		failed = import_read(edit, fill->path, &fill->options, &fill->report, err);
	if (!failed)
		failed = fill_set_title(edit, fill->title ? fill->title : fill->default_title, err);
	return failed;
}

static int fill_read_history(void *context, store_visit *visit, void *visit_context, struct error *err)
{
	const struct fill *fill = context;

	return import_history(fill->path, visit, visit_context, err);
}

static int fill_restore(struct fill *fill, struct session *session, struct error *err)
{
	int failed = session_restore(session, fill_read_history, fill, err);

	if (!failed)
		failed = store_log_length(session_store(session), &fill->changes, err);
	if (!failed && fill->title)
		failed = session_edit(session, fill_retitle, fill, err);
	fill->restored = !failed;
	return failed;
}

int fill_run(struct fill *fill, struct session *session, struct error *err)
{
	int64_t length;
	int failed = store_log_length(session_store(session), &length, err);

	if (failed)
		return failed;
	if (!length && fill->path && import_has_history(fill->path))
		return fill_restore(fill, session, err);
	return session_edit(session, fill_read, fill, err);
}

void fill_print(const struct fill *fill, FILE *out)
{
	const struct import_report *report = &fill->report;

	if (fill->restored) {
		fprintf(out,
			ngettext("history restored: %" PRId64 " change\n", "history restored: %" PRId64 " changes\n",
				(unsigned long)fill->changes),
			fill->changes);
		return;
	}
	fprintf(out, ngettext("%zu sticky added", "%zu stickies added", report->stickies), report->stickies);
	if (report->moved)
		fprintf(out,
			ngettext("; %zu moved to the next free slot below", "; %zu moved to the next free slots below",
				report->moved),
			report->moved);
	if (report->renumbered)
		fprintf(out, ngettext("; %zu got a new id", "; %zu got new ids", report->renumbered),
			report->renumbered);
	if (report->left_out)
		fprintf(out, ngettext("; %zu column ignored", "; %zu columns ignored", report->left_out),
			report->left_out);
	fputc('\n', out);
}
