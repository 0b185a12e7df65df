#include "store/schema.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "store/rowsql.h"

/*
 * `action.stands` is the id of the action that put it into effect: its own, or that of the latest redo;
 * NULL if it is undone. `action.undone` is the undo that reverted it, as long as it can be redone.
 */
static const char *const schema_log[] = {
	"CREATE TABLE action (id INTEGER PRIMARY KEY, time INTEGER, person INTEGER, step INTEGER, "
	"kind TEXT, target INTEGER, stands INTEGER, undone INTEGER)",
	"CREATE TABLE change (id INTEGER PRIMARY KEY, action INTEGER, entity TEXT, item INTEGER, "
	"field TEXT, before TEXT, after TEXT)",
	"CREATE TABLE sequence (entity TEXT PRIMARY KEY, next INTEGER) WITHOUT ROWID",
	"CREATE INDEX change_action ON change (action)",
	"CREATE INDEX change_shift ON change (action) WHERE field IN ('columns', 'rows')",
	"CREATE INDEX action_stands ON action (person, stands) WHERE stands IS NOT NULL",
	"CREATE INDEX action_undone ON action (person, undone) WHERE undone IS NOT NULL",
};

/* Calls VISIT with each statement that creates the schema. */
static int schema_each(
	struct store *sqlite, int (*visit)(struct store *sqlite, const char *sql, struct error *err), struct error *err)
{
	struct strbuf sql = STRBUF_INIT;
	int failed = 0;

	for (int i = 0; i < ENTITY_COUNT && !failed; i++) {
		strbuf_reset(&sql);
		rowsql_table((enum entity)i, sqlite->format, &sql);
		failed = visit(sqlite, sql.text, err);
	}
	for (size_t i = 0; i < ARRAY_SIZE(schema_log) && !failed; i++)
		failed = visit(sqlite, schema_log[i], err);
	strbuf_release(&sql);
	return failed;
}

static int schema_make(struct store *sqlite, const char *sql, struct error *err)
{
	return sqlite_exec(sqlite, sql, err);
}

int schema_create(struct store *sqlite, struct error *err)
{
	struct strbuf sql = STRBUF_INIT;
	int failed;

	/* a failure leaves no file anyway, so no journal is needed on disk */
	strbuf_addf(&sql,
		"PRAGMA journal_mode = MEMORY; BEGIN; "
		"PRAGMA application_id = %d; PRAGMA user_version = %d",
		BOARD_APPLICATION_ID, BOARD_FORMAT);
	failed = sqlite_exec(sqlite, sql.text, err);
	sqlite->format = BOARD_FORMAT;
	if (!failed)
		failed = schema_each(sqlite, schema_make, err);
	if (!failed)
		failed = sqlite_exec(sqlite, "INSERT INTO board (id, step) VALUES (1, 0); COMMIT", err);
	strbuf_release(&sql);
	return failed;
}

static int schema_look(struct store *sqlite, const char *sql, struct error *err)
{
	sqlite3_stmt *statement;
	int64_t there = 0;
	int failed = sqlite_prepare(sqlite, "SELECT count(*) FROM sqlite_schema WHERE sql = ?1", &statement, err);

	if (failed)
		return failed;
	sqlite_bind_text(statement, 1, sql);
	failed = sqlite_number(sqlite, statement, &there, err);
	sqlite3_finalize(statement);
	if (!failed && !there)
		failed = sqlite_damaged(sqlite, err, _("“%.60s…” is missing"), sql);
	return failed;
}

/* How many tables, indexes, views and triggers there should be, without those of ANALYZE. */
static int64_t schema_count(void)
{
	return ENTITY_COUNT + (int64_t)ARRAY_SIZE(schema_log);
}

int schema_check(struct store *sqlite, struct error *err)
{
	sqlite3_stmt *statement;
	int64_t count = 0;
	int failed = sqlite_prepare(sqlite,
		"SELECT count(*) FROM sqlite_schema WHERE type <> 'table' OR name NOT LIKE 'sqlite_stat_'", &statement,
		err);

	if (failed)
		return failed;
	failed = sqlite_number(sqlite, statement, &count, err);
	sqlite3_finalize(statement);
	if (!failed)
		failed = schema_each(sqlite, schema_look, err);
	if (!failed && count != schema_count())
		failed = sqlite_damaged(sqlite, err, _("it holds tables, views or triggers that are not evstorm's"));
	return failed;
}
