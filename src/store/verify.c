#include "store/verify.h"

#include <inttypes.h>
#include <stdarg.h>
#include <string.h>

#include "base/i18n.h"
#include "base/mem.h"
#include "model/board_action.h"
#include "model/board_apply.h"
#include "store/connection.h"
#include "store/log.h"
#include "store/row.h"
#include "store/schema.h"
#include "text/clean.h"

/* The most sentences of a stage; more would tell nothing new about a badly damaged file. */
#define VERIFY_SENTENCES_MOST 20

struct verify {
	struct store *sqlite;
	store_tell *tell;
	void *context;
	const char *about; /* the part of the file that this stage checks */
	size_t found;      /* faults in this stage */
	bool any;          /* has any stage found a fault? */
	struct board *log; /* the board that the log gives */
	size_t rows;       /* of the current table, whose items are on that board too */
};

static void verify_say(void *context, const char *said)
{
	struct verify *verify = context;

	verify->any = true;
	if (verify->found++ < VERIFY_SENTENCES_MOST)
		verify->tell(verify->context, verify->about, said);
}

static void verify_sayf(struct verify *verify, const char *format, ...) __attribute__((format(printf, 2, 3)));

static void verify_sayf(struct verify *verify, const char *format, ...)
{
	struct strbuf said = STRBUF_INIT;
	va_list arguments;

	va_start(arguments, format);
	clean_format(&said, format, arguments);
	va_end(arguments);
	verify_say(verify, said.text);
	strbuf_release(&said);
}

/* Was the last failure due to the content of the file, rather than to reading it? */
static bool verify_is_damage(const struct store *sqlite)
{
	if (sqlite->db && sqlite3_extended_errcode(sqlite->db) == SQLITE_IOERR_DATA)
		return true; /* the pages do not belong together */
	switch (sqlite->db ? sqlite3_errcode(sqlite->db) & 0xff : SQLITE_CANTOPEN) {
	case SQLITE_CORRUPT:
	case SQLITE_ERROR: /* no such table or column */
	case SQLITE_FORMAT: return true;
	default: return false;
	}
}

/* Reports a failure without the name of the file, which heads the report. */
static void verify_say_failure(struct verify *verify, const struct error *err)
{
	size_t len = strlen(verify->sqlite->path);
	bool named = !strncmp(err->text, verify->sqlite->path, len) && err->text[len] == ':';

	verify_say(verify, err->text + (named ? len + 2 : 0));
}

/* Calls VISIT with each row of SQL. */
typedef void verify_row(struct verify *verify, sqlite3_stmt *row);

static int verify_query(struct verify *verify, const char *sql, verify_row *visit, struct error *err)
{
	sqlite3_stmt *statement;
	int failed = sqlite_prepare(verify->sqlite, sql, &statement, err);
	int status = SQLITE_DONE;

	while (!failed && (status = sqlite3_step(statement)) == SQLITE_ROW)
		visit(verify, statement);
	if (!failed && status != SQLITE_DONE)
		failed = sqlite_failed(verify->sqlite, err);
	sqlite3_finalize(statement);
	return failed;
}

static int64_t verify_number(sqlite3_stmt *row, int column)
{
	return sqlite3_column_int64(row, column);
}

/* Reports what SQLite says about pages and indexes, perhaps several sentences in a row. */
static void verify_say_page(struct verify *verify, sqlite3_stmt *row)
{
	const char *answer = (const char *)sqlite3_column_text(row, 0);

	for (const char *line = answer ? answer : ""; *line; line += *line == '\n') {
		size_t len = strcspn(line, "\n");

		if (strncmp(line, "*** in database", 15) && !(len == 2 && !strncmp(line, "ok", 2)))
			verify_sayf(verify, "%.*s", (int)len, line);
		line += len;
	}
}

static int verify_pages(struct verify *verify, struct error *err)
{
	return verify_query(verify, "PRAGMA integrity_check", verify_say_page, err);
}

static int verify_schema(struct verify *verify, struct error *err)
{
	if (schema_check(verify->sqlite, err))
		verify_say_failure(verify, err);
	return 0;
}

static void verify_say_gap(struct verify *verify, sqlite3_stmt *row)
{
	const char *table = (const char *)sqlite3_column_text(row, 0);
	int64_t first = verify_number(row, 1), last = verify_number(row, 2);

	if (last > first)
		verify_sayf(verify,
			strcmp(table, "action") ? _("changes %" PRId64 " to %" PRId64 " are missing")
						: _("actions %" PRId64 " to %" PRId64 " are missing"),
			first, last);
	else
		verify_sayf(verify,
			strcmp(table, "action") ? _("change %" PRId64 " is missing")
						: _("action %" PRId64 " is missing"),
			first);
}

/* Actions and changes are numbered from 1 without gaps. */
static int verify_numbers(struct verify *verify, struct error *err)
{
	static const char *const tables[] = {"action", "change"};
	struct strbuf sql = STRBUF_INIT;
	int failed = 0;

	for (size_t i = 0; i < ARRAY_SIZE(tables) && !failed; i++) {
		strbuf_reset(&sql);
		strbuf_addf(&sql,
			"SELECT '%s', before + 1, id - 1 FROM "
			"(SELECT id, lag(id, 1, 0) OVER (ORDER BY id) AS before FROM \"%s\") "
			"WHERE id > before + 1",
			tables[i], tables[i]);
		failed = verify_query(verify, sql.text, verify_say_gap, err);
	}
	strbuf_release(&sql);
	return failed;
}

static void verify_say_stray(struct verify *verify, sqlite3_stmt *row)
{
	verify_sayf(verify, _("change %" PRId64 " belongs to no action"), verify_number(row, 0));
}

/* Every change must belong to an action; otherwise no log shows it. */
static int verify_strays(struct verify *verify, struct error *err)
{
	return verify_query(verify,
		"SELECT id FROM change WHERE action IS NULL OR action NOT IN (SELECT id FROM action)", verify_say_stray,
		err);
}

static int verify_apply(void *context, const struct action *action, struct error *err)
{
	struct verify *verify = context;

	for (size_t i = 0; i < action->changes.count; i++) {
		const struct change *change = action_change(action, i);

		if (!board_was_before(verify->log, change))
			verify_sayf(verify,
				_("change %" PRId64 ": %s %" PRId64 " was not what the change says it was before"),
				change->number, entity_type(change->entity)->name, change->item);
		if (board_apply(verify->log, change, err))
			verify_sayf(verify, _("change %" PRId64 " cannot be applied: %s"), change->number, err->text);
	}
	if (board_is_crowded(verify->log, action))
		verify_sayf(verify, _("action %" PRId64 " puts two stickies into one slot"), action->id);
	return 0;
}

static int verify_log(struct verify *verify, struct error *err)
{
	return log_walk(verify->sqlite, 1, verify_apply, verify, err);
}

/* Reports the fields in which row ITEM differs from LOG, the item that the log gives. */
static void verify_compare(struct verify *verify, enum entity entity, const void *item, const void *log)
{
	const struct entity_type *type = entity_type(entity);
	struct strbuf a = STRBUF_INIT, b = STRBUF_INIT;

	for (size_t i = 0; i < type->count; i++) {
		const struct field *field = &type->fields[i];

		if (field_is_shift(field))
			continue;
		strbuf_reset(&a);
		strbuf_reset(&b);
		field_format(field, item, &a);
		field_format(field, log, &b);
		if (strcmp(a.text, b.text))
			verify_sayf(verify, _("%s %" PRId64 ": its %s differs from the log"), type->name,
				*(const int64_t *)item, field->name);
	}
	strbuf_release(&a);
	strbuf_release(&b);
}

static int verify_item(void *context, enum entity entity, void *item, struct error *err)
{
	struct verify *verify = context;
	int64_t id = *(const int64_t *)item;
	const void *log = board_item(verify->log, entity, id);

	(void)err;
	if (!log) {
		verify_sayf(verify, _("%s %" PRId64 " is not in the log"), entity_type(entity)->name, id);
		return 0;
	}
	verify->rows++;
	verify_compare(verify, entity, item, log);
	return 0;
}

/* Reports items that the log gives but the table of ENTITY lacks. */
static int verify_missing(struct verify *verify, enum entity entity, struct error *err)
{
	const char *table = entity_type(entity)->name;
	struct vec items = VEC_INIT(const int64_t *);
	struct strbuf sql = STRBUF_INIT;
	sqlite3_stmt *statement;
	int failed;

	strbuf_addf(&sql, "SELECT count(*) FROM %s WHERE id = ?1", table);
	failed = sqlite_prepare(verify->sqlite, sql.text, &statement, err);
	board_list(verify->log, entity, &items);
	for (size_t i = 0; i < items.count && !failed; i++) {
		int64_t id = *vec_get(&items, const int64_t *, i), there = 0;

		sqlite3_bind_int64(statement, 1, id);
		failed = sqlite_number(verify->sqlite, statement, &there, err);
		if (!failed && !there)
			verify_sayf(verify, _("%s %" PRId64 " is in the log, but not in its table"), table, id);
	}
	sqlite3_finalize(statement);
	strbuf_release(&sql);
	vec_release(&items);
	return failed;
}

static int verify_tables(struct verify *verify, struct error *err)
{
	int failed = 0;

	for (int i = 0; i < ENTITY_COUNT && !failed; i++) {
		verify->rows = 0;
		failed = row_walk(verify->sqlite, (enum entity)i, verify_item, verify, err);
		if (!failed && verify->rows < board_count(verify->log, (enum entity)i))
			failed = verify_missing(verify, (enum entity)i, err);
	}
	return failed;
}

static void verify_say_reference(struct verify *verify, sqlite3_stmt *row)
{
	verify_sayf(verify, _("%s %" PRId64 ": its %s, %s %" PRId64 ", does not exist"),
		(const char *)sqlite3_column_text(row, 0), verify_number(row, 1),
		(const char *)sqlite3_column_text(row, 2), (const char *)sqlite3_column_text(row, 3),
		verify_number(row, 4));
}

static int verify_reference(
	struct verify *verify, const char *table, const char *field, const char *target, struct error *err)
{
	struct strbuf sql = STRBUF_INIT;
	int failed;

	strbuf_addf(&sql,
		"SELECT '%s', id, '%s', '%s', \"%s\" FROM \"%s\" "
		"WHERE \"%s\" IS NOT NULL AND \"%s\" NOT IN (SELECT id FROM \"%s\") ORDER BY id",
		table, field, target, field, table, field, field, target);
	failed = verify_query(verify, sql.text, verify_say_reference, err);
	strbuf_release(&sql);
	return failed;
}

static void verify_say_slot(struct verify *verify, sqlite3_stmt *row)
{
	verify_sayf(verify, _("column %" PRId64 ", row %" PRId64 " holds %" PRId64 " stickies"), verify_number(row, 0),
		verify_number(row, 1), verify_number(row, 2));
}

/* Checks references in the tables, whatever the log says. */
static int verify_references(struct verify *verify, struct error *err)
{
	int failed = verify_reference(verify, "action", "person", "person", err);

	if (!failed)
		failed = verify_reference(verify, "action", "target", "action", err);
	for (int i = 0; i < ENTITY_COUNT && !failed; i++) {
		const struct entity_type *type = entity_type((enum entity)i);

		for (size_t f = 0; f < type->count && !failed; f++)
			if (type->fields[f].type == FIELD_REF)
				failed = verify_reference(verify, type->name, type->fields[f].name,
					entity_type(type->fields[f].refers)->name, err);
	}
	if (!failed)
		failed = verify_query(verify,
			"SELECT \"column\", \"row\", count(*) FROM sticky GROUP BY 1, 2 HAVING count(*) > 1",
			verify_say_slot, err);
	return failed;
}

/* Reports if new items would get ids that the log has used already. */
static int verify_ids(struct verify *verify, struct error *err)
{
	struct board *counted = board_new();
	int failed = row_load_sequence(verify->sqlite, counted, err);

	for (int i = 0; i < ENTITY_COUNT && !failed; i++) {
		int64_t next = board_next_id(counted, (enum entity)i);

		if (next < board_next_id(verify->log, (enum entity)i))
			verify_sayf(verify, _("the next %s would get the id %" PRId64 ", which was given before"),
				entity_type((enum entity)i)->name, next);
	}
	board_free(counted);
	return failed;
}

static void verify_say_undo(struct verify *verify, sqlite3_stmt *row)
{
	verify_sayf(verify, _("action %" PRId64 ": its undo record differs from the log"), verify_number(row, 0));
}

/* An action is in effect by itself or by its latest redo. One that was undone can be redone until its person does
 * something else. */
static int verify_undo(struct verify *verify, struct error *err)
{
	return verify_query(verify,
		"WITH last (target, id) AS (SELECT target, max(id) FROM action "
		"  WHERE kind IN ('undo', 'redo') GROUP BY target), "
		"done (person, id) AS (SELECT person, max(id) FROM action WHERE kind = 'do' GROUP BY person) "
		"SELECT a.id FROM action a LEFT JOIN last ON last.target = a.id "
		"  LEFT JOIN action l ON l.id = last.id LEFT JOIN done ON done.person = a.person "
		"WHERE a.stands IS NOT CASE WHEN a.kind <> 'do' THEN NULL WHEN l.id IS NULL THEN a.id "
		"    WHEN l.kind = 'redo' THEN l.id END "
		"  OR a.undone IS NOT CASE WHEN a.kind = 'do' AND l.kind = 'undo' AND "
		"    ifnull(done.id, 0) < l.id THEN l.id END "
		"ORDER BY a.id",
		verify_say_undo, err);
}

static const struct verify_stage {
	const char *about;
	int (*run)(struct verify *verify, struct error *err);
} verify_stages[] = {
	{"database", verify_pages},
	{"schema", verify_schema},
	{"log", verify_numbers},
	{"log", verify_strays},
	{"log", verify_log},
	{"tables", verify_tables},
	{"references", verify_references},
	{"ids", verify_ids},
	{"undo", verify_undo},
};

static void verify_end_stage(struct verify *verify)
{
	size_t more = verify->found - VERIFY_SENTENCES_MOST;
	struct strbuf said = STRBUF_INIT;

	if (verify->found <= VERIFY_SENTENCES_MOST)
		return;
	strbuf_addf(&said, ngettext("and %zu more of this kind", "and %zu more of this kind", more), more);
	verify->tell(verify->context, verify->about, said.text);
	strbuf_release(&said);
}

/* 0: no faults, 1: faults, negative: unreadable. */
static int verify_run(struct verify *verify, struct error *err)
{
	struct store *sqlite = verify->sqlite;
	int failed = sqlite_hold(sqlite, err);

	verify->log = board_new();
	sqlite->trouble = verify_say;
	sqlite->trouble_context = verify;
	for (size_t i = 0; i < ARRAY_SIZE(verify_stages) && !failed; i++) {
		verify->about = verify_stages[i].about;
		verify->found = 0;
		failed = verify_stages[i].run(verify, err);
		if (failed && verify_is_damage(sqlite)) {
			verify_say_failure(verify, err);
			failed = 0;
		}
		verify_end_stage(verify);
	}
	sqlite->trouble = NULL;
	sqlite_let_go(sqlite);
	board_free(verify->log);
	return failed ? failed : verify->any;
}

int verify_file(struct store *sqlite, int failed, struct error *why, store_tell *tell, void *context)
{
	struct verify verify = {.sqlite = sqlite, .tell = tell, .context = context, .about = "database"};

	if (!failed)
		failed = verify_run(&verify, why);
	else if (verify_is_damage(sqlite)) {
		verify_say_failure(&verify, why);
		failed = 1;
	}
	return failed >= 0 && connection_check_still(sqlite, why) ? why->code : failed;
}

/* Keeps the first sentence. */
static void verify_keep(void *context, const char *about, const char *said)
{
	struct strbuf *first = context;

	(void)about;
	if (!first->len)
		strbuf_addstr(first, said);
}

int verify_store(struct store *sqlite, struct error *err)
{
	struct strbuf first = STRBUF_INIT;
	struct verify verify = {.sqlite = sqlite, .tell = verify_keep, .context = &first};
	struct error own = ERROR_INIT;
	int found = verify_run(&verify, &own);

	if (found < 0)
		error_set(err, found, "%s", own.text);
	else if (found)
		sqlite_damaged(verify.sqlite, err, "%s", first.text);
	strbuf_release(&first);
	return found ? ERROR_SYSTEM : 0;
}
