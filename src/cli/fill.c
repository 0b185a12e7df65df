#include "cli/fill.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"
#include "cli/fill_update.h"
#include "cli/rehearsal.h"
#include "import/spool.h"
#include "text/clean.h"

static int fill_kind(const struct request *request, const char *option, enum kind *kind, struct error *err)
{
	const char *name = request_option(request, option);

	if (name && !kind_parse(name, kind))
		return error_set(err, ERROR_USAGE, _("unknown kind “%.40s”"), name);
	return 0;
}

/* Reads the separator: an ASCII character, "tab" or "\\t". */
static int fill_separator(const struct request *request, char *separator, struct error *err)
{
	const char *name = request_option(request, "separator");

	if (!name)
		return 0;
	if (!strcmp(name, "tab") || !strcmp(name, "\\t"))
		*separator = '\t';
	else if (name[0] > ' ' && name[0] < 0x7f && name[0] != '"' && !name[1])
		*separator = *name;
	else
		return error_set(err, ERROR_USAGE, _("--separator takes one character, or “tab”"));
	return 0;
}

/* Does each entry of MAP name a known field? */
static int fill_check_map(const char *map, struct error *err)
{
	struct dialect_entry entry;
	int failed = 0;

	while (!failed && dialect_next(&map, &entry)) {
		if (!entry.field)
			failed = error_set(err, ERROR_USAGE, _("--map takes COLUMN=FIELD, as in Summary=text"));
		else if (strcmp(entry.field, "-") && !import_has_field(entry.field))
			failed = error_set(err, ERROR_USAGE,
				_("--map: unknown field “%.40s”; see CSV in evstorm(5), or use “-”"), entry.field);
		dialect_release(&entry);
	}
	return failed;
}

int fill_options(struct fill *fill, const struct request *request, struct error *err)
{
	struct import_options *options = &fill->options;

	options->dialect.encoding = request_option(request, "encoding");
	options->dialect.no_header = request_option(request, "no-header");
	options->dialect.map = request_option(request, "map");
	options->page = request_option(request, "page");
	options->any_kind = request_option(request, "unknown-kind");
	if (options->dialect.map && fill_check_map(options->dialect.map, err))
		return ERROR_USAGE;
	if (fill_separator(request, &options->dialect.separator, err) ||
		fill_kind(request, "kind", &options->kind, err))
		return ERROR_USAGE;
	return fill_kind(request, "unknown-kind", &options->unknown_kind, err);
}

void fill_release(struct fill *fill)
{
	if (fill->spool)
		fclose(fill->spool);
	import_report_release(&fill->report);
	strbuf_release(&fill->map);
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
	int failed = fill->confirmed ? fill_update_check(fill, err) : 0;

	if (!failed && fill->path)
		failed = import_read(edit, fill->path, &fill->options, &fill->report, err);
	if (!failed && (fill->title || !board_title(edit->board)[0]))
		failed = fill_set_title(edit, fill->title ? fill->title : fill->default_title, err);
	return failed;
}

static int fill_read_history(void *context, store_visit *visit, void *visit_context, struct error *err)
{
	const struct fill *fill = context;

	return import_history(fill->path, fill->spool, visit, visit_context, err);
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

/* Reads a pipe to its end, the first time. */
static int fill_open_spool(struct fill *fill, struct error *err)
{
	int failed = fill->path && !fill->spool ? spool_open(fill->path, &fill->spool, err) : 0;

	if (fill->spool)
		rewind(fill->spool);
	fill->options.in = fill->spool;
	return failed;
}

int fill_run(struct fill *fill, struct session *session, struct error *err)
{
	int64_t length;
	int failed = fill_open_spool(fill, err);

	fill->session = session;
	if (!failed)
		failed = store_log_length(session_store(session), &length, err);
	if (failed)
		return failed;
	if (!length && fill->path && !fill->options.update && import_has_history(fill->path, fill->spool))
		return fill_restore(fill, session, err);
	return session_edit(session, fill_read, fill, err);
}

/* Prints the stickies of BOARD with ids from FIRST on, in the order of the file. */
static void fill_show_added(const struct board *board, int64_t first, FILE *out)
{
	struct vec stickies = VEC_INIT(const struct sticky *);
	struct strbuf text = STRBUF_INIT;

	board_list(board, ENTITY_STICKY, &stickies);
	for (size_t i = 0; i < stickies.count; i++) {
		const struct sticky *sticky = vec_get(&stickies, const struct sticky *, i);
		const struct context *context = board_context(board, sticky->context);

		if (sticky->id < first)
			continue;
		strbuf_reset(&text);
		clean_flatten(&text, sticky->text);
		fprintf(out, "%-16s %4d,%-3d %s", kind_token((enum kind)sticky->kind), (int)sticky->place.column,
			(int)sticky->place.row, text.text);
		if (context)
			fprintf(out, "  [%s]", context->name);
		fputc('\n', out);
	}
	strbuf_release(&text);
	vec_release(&stickies);
}

static int fill_rehearse_reading(void *context, struct edit *edit, struct error *err)
{
	struct fill *fill = context;

	return import_read(edit, fill->path, &fill->options, &fill->report, err);
}

int fill_rehearse(struct fill *fill, struct session *session, FILE *out, struct error *err)
{
	struct rehearsal rehearsal;
	int failed = fill_open_spool(fill, err);

	if (failed)
		return failed;
	failed = rehearsal_run(&rehearsal, session, fill_rehearse_reading, fill, err);
	fill->rehearsed = !failed;
	fill->changes_anything = !failed && rehearsal.action.changes.count;
	if (!failed && fill->options.update)
		rehearsal_print(&rehearsal);
	else if (!failed)
		fill_show_added(rehearsal.after, board_next_id(rehearsal.before, ENTITY_STICKY), out);
	rehearsal_release(&rehearsal);
	return failed;
}

/* Prints how many stickies and relations were or would be added. */
static void fill_print_added(const struct fill *fill, FILE *out)
{
	size_t stickies = fill->report.stickies, relations = fill->report.relations;

	if ((stickies || !relations) && fill->rehearsed)
		fprintf(out, ngettext("%zu sticky would be added", "%zu stickies would be added", stickies), stickies);
	else if (stickies || !relations)
		fprintf(out, ngettext("%zu sticky added", "%zu stickies added", stickies), stickies);
	if (stickies && relations)
		fputs("; ", out);
	if (relations && fill->rehearsed)
		fprintf(out, ngettext("%zu relation would be added", "%zu relations would be added", relations),
			relations);
	else if (relations)
		fprintf(out, ngettext("%zu relation added", "%zu relations added", relations), relations);
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
	if (fill->options.update)
		fill_update_print(fill, out);
	else
		fill_print_added(fill, out);
	if (report->moved)
		fprintf(out,
			ngettext("; %zu moved to the next free slot below", "; %zu moved to the next free slots below",
				report->moved),
			report->moved);
	if (report->renumbered)
		fprintf(out, ngettext("; %zu got a new id", "; %zu got new ids", report->renumbered),
			report->renumbered);
	if (report->unknown_kinds)
		fprintf(out,
			ngettext("; %zu of an unknown kind (%s) became %s", "; %zu of unknown kinds (%s) became %s",
				report->unknown_kinds),
			report->unknown_kinds, report->unknown.text, kind_token(fill->options.kind));
	if (report->empty)
		fprintf(out,
			ngettext(
				"; %zu row without a text ignored", "; %zu rows without a text ignored", report->empty),
			report->empty);
	if (report->left_out)
		fprintf(out, ngettext("; %zu column ignored: %s", "; %zu columns ignored: %s", report->left_out),
			report->left_out, report->titles.text);
	if (report->shapes)
		fprintf(out,
			ngettext("; %zu part of the drawing ignored: %s", "; %zu parts of the drawing ignored: %s",
				report->shapes),
			report->shapes, report->shape_names.text);
	if (report->pages > 1)
		fprintf(out, _("; read from page “%s”, one of %zu (--page)"), report->page.text, report->pages);
	fputc('\n', out);
}
