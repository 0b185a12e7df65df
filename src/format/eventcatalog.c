/*
 * eventcatalog: the board as a folder of EventCatalog: its domain, contexts as services, messages, channels, flows and
 * the language.
 *
 * The folder may be one that people have edited, or one of their own: what they wrote stays (page.h). Nothing is
 * removed: what is no longer on the board is marked as deprecated. Only files that change are written.
 */
#include "format/format_rows.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "format/bundle.h"
#include "format/catalogue_page.h"
#include "format/quoted.h"

#define EVENTCATALOG_GONE "It is no longer on the board."

/* A flow of chosen events is only written when it is asked for again, and does not go when it is not. */
#define EVENTCATALOG_SCENARIO "/scenario-"

/* The files to be written. */
struct eventcatalog {
	const struct catalogue *catalogue;
	const char *path;
	struct vec names; /* of char * */
	struct vec texts; /* of char * */
};

static void eventcatalog_add(struct eventcatalog *work, const char *name, struct strbuf *text)
{
	vec_add(&work->names, char *) = mem_strdup(name);
	vec_add(&work->texts, char *) = strbuf_detach(text);
}

/* Adds the file of THING, unless it is as it was. */
static void eventcatalog_add_thing(struct eventcatalog *work, const struct catalogue_thing *thing)
{
	struct strbuf text = STRBUF_INIT;
	struct page page;

	if (thing->file)
		thing->file->wanted = true;
	if (!thing->path)
		return;
	page_init(&page);
	catalogue_page_make(work->catalogue, thing, &page);
	page_write(&page, thing->file ? &thing->file->page : NULL, thing->subject, &text);
	page_release(&page);
	if (!thing->file || strcmp(thing->file->text, text.text) != 0)
		eventcatalog_add(work, thing->path, &text);
	strbuf_release(&text);
}

/* Marks what has left the board. */
static void eventcatalog_add_gone(struct eventcatalog *work)
{
	const struct catalogue_folder *folder = work->catalogue->folder;

	for (size_t i = 0; i < folder->files.count; i++) {
		const struct catalogue_file *file = vec_get(&folder->files, struct catalogue_file *, i);
		const char *subject = file->page.subject;
		struct strbuf text = STRBUF_INIT;

		if (!subject || catalogue_folder_find(folder, subject) != file || file->wanted ||
			strstr(subject, EVENTCATALOG_SCENARIO))
			continue;
		page_deprecate(&file->page, EVENTCATALOG_GONE, &text);
		if (strcmp(file->text, text.text) != 0)
			eventcatalog_add(work, file->path, &text);
		strbuf_release(&text);
	}
}

/* Adds the file NAME with TEXT, which the caller releases, if there is none: afterwards it is people's. */
static void eventcatalog_add_once(struct eventcatalog *work, const char *name, struct strbuf *text)
{
	struct strbuf path = STRBUF_INIT;
	struct stat there;

	strbuf_addf(&path, "%s/%s", work->path, name);
	if (lstat(path.text, &there) && (errno == ENOENT || errno == ENOTDIR))
		eventcatalog_add(work, name, text);
	strbuf_release(&path);
}

/* Adds what EventCatalog itself needs. */
static void eventcatalog_add_settings(struct eventcatalog *work)
{
	const char *title = board_title(work->catalogue->board);
	struct strbuf text = STRBUF_INIT;

	title = *title ? title : "EventCatalog";
	strbuf_addstr(&text, "export default {\n  cId: ");
	quoted_text(&text, work->catalogue->prefix);
	strbuf_addstr(&text, ",\n  title: ");
	quoted_text(&text, title);
	strbuf_addstr(&text, ",\n  organizationName: ");
	quoted_text(&text, title);
	strbuf_addstr(&text, ",\n};\n");
	eventcatalog_add_once(work, "eventcatalog.config.js", &text);
	strbuf_reset(&text);
	strbuf_addstr(&text, "{\n"
			     "  \"name\": \"catalogue\",\n"
			     "  \"version\": \"1.0.0\",\n"
			     "  \"private\": true,\n"
			     "  \"scripts\": {\n"
			     "    \"dev\": \"eventcatalog dev\",\n"
			     "    \"build\": \"eventcatalog build\",\n"
			     "    \"lint\": \"eventcatalog-linter\"\n"
			     "  },\n"
			     "  \"dependencies\": {\n"
			     "    \"@eventcatalog/core\": \"^3.48.4\"\n"
			     "  },\n"
			     "  \"devDependencies\": {\n"
			     "    \"@eventcatalog/linter\": \"^1.1.1\"\n"
			     "  }\n"
			     "}\n");
	eventcatalog_add_once(work, "package.json", &text);
	strbuf_release(&text);
}

static int eventcatalog_write_file(void *context, size_t at, FILE *out, struct error *err)
{
	const struct eventcatalog *work = context;

	(void)err;
	fputs(vec_get(&work->texts, char *, at), out);
	return 0;
}

/* Stores when the board began, which tells it from others; copies of a board began together. */
static int eventcatalog_began(void *context, const struct action *action, struct error *err)
{
	(void)err;
	strbuf_addf(context, "%" PRIx64, (uint64_t)action->time_ms);
	return 1;
}

static int eventcatalog_write(const struct catalogue *catalogue, const char *path, struct error *err)
{
	struct eventcatalog work = {catalogue, path, VEC_INIT(char *), VEC_INIT(char *)};
	struct bundle bundle = {.write = eventcatalog_write_file, .context = &work};
	int failed;

	for (size_t i = 0; i < catalogue->things.count; i++)
		eventcatalog_add_thing(&work, vec_get(&catalogue->things, struct catalogue_thing *, i));
	eventcatalog_add_gone(&work);
	eventcatalog_add_settings(&work);
	bundle.names = work.names.items;
	bundle.count = work.names.count;
	failed = bundle_write(&bundle, path, err);
	vec_release_strings(&work.names);
	vec_release_strings(&work.texts);
	return failed;
}

static int eventcatalog_export(const struct board *board, struct store *store, const struct format_options *options,
	const char *path, struct error *err)
{
	struct strbuf prefix = STRBUF_INIT;
	struct catalogue_folder folder;
	struct catalogue catalogue;
	int failed = store_walk(store, 1, eventcatalog_began, &prefix, err);

	if (failed < 0) {
		strbuf_release(&prefix);
		return failed;
	}
	if (!prefix.len)
		strbuf_addstr(&prefix, "0");
	failed = catalogue_folder_read(&folder, path, prefix.text, err);
	if (!failed) {
		catalogue_init(&catalogue, board, options->events, &folder, prefix.text);
		failed = eventcatalog_write(&catalogue, path, err);
		catalogue_release(&catalogue);
	}
	catalogue_folder_release(&folder);
	strbuf_release(&prefix);
	return failed;
}

const struct format eventcatalog_format = {
	.name = "eventcatalog",
	.scenario = true,
	.sentence = N_("a folder of EventCatalog: contexts, messages, flows and the language"),
	.write_folder = eventcatalog_export,
};
