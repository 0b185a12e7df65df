#include "import/import.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "csv/changes.h"
#include "csv/columns.h"
#include "csv/header.h"
#include "import/drafts.h"
#include "import/drawing.h"
#include "import/messages.h"
#include "import/parts.h"
#include "import/relations.h"
#include "import/settle.h"
#include "import/update.h"
#include "import/update_document.h"
#include "json/document_history.h"
#include "json/document_read.h"
#include "json/parse.h"

static void import_path(struct strbuf *out, const char *folder, const char *name)
{
	strbuf_reset(out);
	strbuf_addf(out, "%s/%s", folder, name);
}

/* Appends the title of column NUMBER, and how many columns without a field have it; nothing if an earlier one has. */
static void import_name_left_out(const struct table *table, size_t number, struct strbuf *name)
{
	const char *title = vec_get(&table->titles, char *, number - 1);
	size_t same = 0;

	for (size_t i = 0; i < table->left_out.count; i++) {
		size_t other = vec_get(&table->left_out, size_t, i);

		if (strcmp(vec_get(&table->titles, char *, other - 1), title) != 0)
			continue;
		if (!same++ && *title && other != number)
			return;
	}
	if (*title)
		strbuf_addstr(name, title);
	else
		strbuf_addf(name, _("column %zu"), number);
	if (*title && same > 1)
		strbuf_addf(name, " ×%zu", same);
}

static void import_note_left_out(struct import_report *report, const struct table *table)
{
	struct strbuf name = STRBUF_INIT;

	report->left_out += table->left_out.count;
	for (size_t i = 0; i < table->left_out.count; i++) {
		strbuf_reset(&name);
		import_name_left_out(table, vec_get(&table->left_out, size_t, i), &name);
		import_report_list(&report->titles, name.text);
	}
	strbuf_release(&name);
}

/* Reads IN, or the file PATH if IN is NULL, with one of COUNT READERS; then puts the stickies on the board. */
static int import_table(struct intake *intake, FILE *in, const char *path, const struct dialect *dialect,
	const struct table_reader *const *readers, size_t count, struct error *err)
{
	struct table table;
	int failed;

	table_init(&table, strcmp(path, "-") ? path : _("standard input"));
	table.dialect = dialect;
	drafts_init(intake);
	failed = in ? table_read(&table, in, readers, count, intake, err)
		    : table_read_path(&table, path, readers, count, intake, err);
	if (!failed && table.type == &columns_stickies)
		failed = intake->options->update ? update_drafts(intake, &table, err)
						 : settle_drafts(intake, &table, err);
	if (!failed)
		import_note_left_out(intake->report, &table);
	drafts_release(intake);
	table_release(&table);
	return failed;
}

/* Reads a file of stickies or of relations, depending on its header. */
static int import_file(
	struct intake *intake, FILE *in, const char *path, const struct dialect *dialect, struct error *err)
{
	static const struct table_reader *const readers[] = {&drafts_reader, &relations_reader};

	names_release(&intake->stickies); /* ids are those of one file */
	return import_table(intake, in, path, dialect, readers, ARRAY_SIZE(readers), err);
}

/* Reads a folder that evstorm wrote, in which only the stickies are required. */
static int import_own_folder(struct intake *intake, const char *folder, struct error *err)
{
	static const struct {
		const char *name;
		const struct table_reader *reader;
	} files[] = {
		{"people.csv", &parts_people},
		{"contexts.csv", &parts_contexts},
		{"stickies.csv", &drafts_reader},
		{"contexts.csv", &parts_members},
		{"relations.csv", &relations_reader},
		{"messages.csv", &messages_reader},
		{"details.csv", &messages_details},
		{"phases.csv", &parts_phases},
		{"lanes.csv", &parts_lanes},
	};
	struct strbuf path = STRBUF_INIT;
	int failed = 0;

	for (size_t i = 0; i < ARRAY_SIZE(files) && !failed; i++) {
		/* In an update, the table of stickies says what each belongs to. */
		if (files[i].reader == &parts_members && intake->options->update)
			continue;
		import_path(&path, folder, files[i].name);
		if (files[i].reader == &drafts_reader || !access(path.text, F_OK))
			failed = import_table(intake, NULL, path.text, NULL, &files[i].reader, 1, err);
	}
	strbuf_release(&path);
	return failed;
}

static bool import_ends_with(const char *name, const char *ending)
{
	size_t len = strlen(name), tail = strlen(ending);

	return len > tail && !strcasecmp(name + len - tail, ending);
}

static int import_is_csv(const struct dirent *entry)
{
	return *entry->d_name != '.' && import_ends_with(entry->d_name, ".csv");
}

/* Has some table each column that the map of DIALECT names? */
static int import_check_map(const char *folder, const struct dialect *dialect, struct error *err)
{
	const char *map = dialect->map;
	struct strbuf shown = STRBUF_INIT, name = STRBUF_INIT;
	struct dialect_entry entry;
	int failed = 0;

	clean_for_display(&name, folder, strlen(folder));
	while (!failed && dialect_next(&map, &entry)) {
		table_show(&shown, entry.column);
		if (!names_get(dialect->seen, entry.column))
			failed = error_set(
				err, ERROR_REFUSED, _("%s: no table has a column called “%s”"), name.text, shown.text);
		dialect_release(&entry);
	}
	strbuf_release(&name);
	strbuf_release(&shown);
	return failed;
}

/* Reads a folder from another program: by name, first the files of stickies, then those of relations. */
static int import_foreign_folder(struct intake *intake, const char *folder, struct error *err)
{
	struct strbuf path = STRBUF_INIT;
	struct dialect dialect = intake->options->dialect;
	struct names seen = NAMES_INIT;
	struct dirent **entries;
	int count = scandir(folder, &entries, import_is_csv, alphasort), failed = 0;

	if (count < 0)
		return error_set(err, ERROR_SYSTEM, "%s: %s", intake->scratch.text, strerror(errno));
	dialect.seen = &seen;
	for (int relations = 0; relations < 2; relations++)
		for (int i = 0; i < count && !failed; i++) {
			if (import_ends_with(entries[i]->d_name, ".relations.csv") != relations)
				continue;
			import_path(&path, folder, entries[i]->d_name);
			failed = import_file(intake, NULL, path.text, &dialect, err);
		}
	if (!count)
		failed = error_set(err, ERROR_REFUSED, _("%s: no CSV file in this folder"), intake->scratch.text);
	if (!failed && dialect.map)
		failed = import_check_map(folder, &dialect, err);
	names_release(&seen);
	for (int i = 0; i < count; i++)
		free(entries[i]);
	free(entries);
	strbuf_release(&path);
	return failed;
}

static int import_document(struct intake *intake, const json_t *root, const char *name, struct error *err)
{
	struct document_report report;
	int failed;

	if (intake->options->update)
		return update_document(intake, root, name, err);
	failed = document_read_value(root, name, intake->edit, &report, err);
	intake->report->stickies += report.stickies;
	intake->report->moved += report.moved;
	intake->report->relations += report.relations;
	intake->report->renumbered += report.renumbered;
	return failed;
}

/* Reads a board, or a drawing. */
static int import_json(struct intake *intake, FILE *in, const char *name, struct error *err)
{
	json_t *root = parse_json(in, name, err);
	int failed;

	if (!root)
		return ERROR_REFUSED;
	failed = drawing_is(root) ? drawing_import_json(intake, root, name, err)
				  : import_document(intake, root, name, err);
	json_decref(root);
	return failed;
}

enum import_sort { IMPORT_TABLE, IMPORT_JSON, IMPORT_XML };

/* What IN, called PATH, is: by its ending or, if that does not tell, by how it begins. */
static enum import_sort import_sort_of(FILE *in, const char *path)
{
	static const struct {
		const char *ending;
		enum import_sort sort;
	} endings[] = {{".csv", IMPORT_TABLE}, {".tsv", IMPORT_TABLE}, {".json", IMPORT_JSON},
		{".excalidraw", IMPORT_JSON}, {".canvas", IMPORT_JSON}, {".drawio", IMPORT_XML}, {".xml", IMPORT_XML}};

	for (size_t i = 0; i < ARRAY_SIZE(endings); i++)
		if (import_ends_with(path, endings[i].ending))
			return endings[i].sort;
	return parse_begins(in) ? IMPORT_JSON : drawing_begins_xml(in) ? IMPORT_XML : IMPORT_TABLE;
}

/* Reads a table, JSON or a drawing from IN; PATH only names it. */
static int import_stream(struct intake *intake, FILE *in, const char *path, struct error *err)
{
	struct strbuf name = STRBUF_INIT;
	enum import_sort sort = intake->options->dialect.no_header ? IMPORT_TABLE : import_sort_of(in, path);
	int failed;

	strbuf_addstr(&name, strcmp(path, "-") ? intake->scratch.text : _("standard input"));
	if (sort == IMPORT_JSON)
		failed = import_json(intake, in, name.text, err);
	else if (sort == IMPORT_XML)
		failed = drawing_import_xml(intake, in, name.text, err);
	else
		failed = import_file(intake, in, path, &intake->options->dialect, err);
	strbuf_release(&name);
	return failed;
}

static int import_one_path(struct intake *intake, const char *path, struct error *err)
{
	FILE *in = fopen(path, "re");
	int failed;

	if (!in)
		return error_set(err, ERROR_SYSTEM, "%s: %s", intake->scratch.text, strerror(errno));
	failed = import_stream(intake, in, path, err);
	fclose(in);
	return failed;
}

static int import_path_of_any_sort(struct intake *intake, const char *path, struct error *err)
{
	struct strbuf stickies = STRBUF_INIT;
	struct stat status;
	bool own;

	clean_for_display(&intake->scratch, path, strlen(path));
	if (intake->options->in)
		return import_stream(intake, intake->options->in, path, err);
	if (!strcmp(path, "-"))
		return import_stream(intake, stdin, path, err);
	if (stat(path, &status))
		return error_set(err, ERROR_SYSTEM, "%s: %s", intake->scratch.text, strerror(errno));
	if (!S_ISDIR(status.st_mode))
		return import_one_path(intake, path, err);
	import_path(&stickies, path, "stickies.csv");
	own = !access(stickies.text, F_OK);
	strbuf_release(&stickies);
	if (!own && intake->options->update)
		return error_set(
			err, ERROR_USAGE, _("%s: --update takes a folder that an export wrote"), intake->scratch.text);
	return own ? import_own_folder(intake, path, err) : import_foreign_folder(intake, path, err);
}

int import_read(struct edit *edit, const char *path, const struct import_options *options, struct import_report *report,
	struct error *err)
{
	struct import_report counted;
	struct intake intake;
	int failed;

	import_report_init(&counted);
	intake_init(&intake, edit, options, &counted);
	failed = import_path_of_any_sort(&intake, path, err);
	intake_release(&intake);
	if (failed)
		import_report_release(&counted);
	else
		*report = counted;
	return failed;
}

bool import_has_field(const char *name)
{
	return header_column(&columns_stickies, name) >= 0 || header_column(&columns_relations, name) >= 0;
}

bool import_is_table(const char *path)
{
	FILE *in = fopen(path, "re");
	bool is = in && import_sort_of(in, path) == IMPORT_TABLE;

	if (in)
		fclose(in);
	return is;
}

/* Opens what may be a document: IN, the standard input for "-", or the file PATH. NULL for what is neither. */
static FILE *import_open_document(const char *path, FILE *in)
{
	FILE *document = in ? in : stdin;
	struct stat status;

	if (!in && strcmp(path, "-") != 0)
		document = !stat(path, &status) && S_ISREG(status.st_mode) ? fopen(path, "re") : NULL;
	return document;
}

static void import_close_document(FILE *document, FILE *in)
{
	if (document && document != in && document != stdin)
		fclose(document);
}

bool import_has_history(const char *path, FILE *in)
{
	FILE *document = import_open_document(path, in);
	struct strbuf changes = STRBUF_INIT;
	bool has;

	import_path(&changes, path, "changes.csv");
	if (document)
		has = import_sort_of(document, path) == IMPORT_JSON && document_history_is_in(document);
	else
		has = !access(changes.text, F_OK);
	import_close_document(document, in);
	strbuf_release(&changes);
	return has;
}

int import_history(const char *path, FILE *in, store_visit *visit, void *visit_context, struct error *err)
{
	FILE *document = import_open_document(path, in);
	const char *called = strcmp(path, "-") != 0 ? path : _("standard input");
	struct strbuf name = STRBUF_INIT;
	int failed;

	if (document) {
		clean_for_display(&name, called, strlen(called));
		failed = document_history_read(document, name.text, visit, visit_context, err);
	} else {
		import_path(&name, path, "changes.csv");
		failed = changes_read(name.text, visit, visit_context, err);
	}
	import_close_document(document, in);
	strbuf_release(&name);
	return failed;
}
