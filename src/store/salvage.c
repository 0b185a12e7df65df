#include "store/salvage.h"

#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "store/aside.h"
#include "store/connection.h"
#include "store/pages.h"
#include "store/schema.h"

/* The tables of items, and two for the log. */
#define SALVAGE_TABLES (ENTITY_COUNT + 2)
#define SALVAGE_ACTION ENTITY_COUNT
#define SALVAGE_CHANGE (ENTITY_COUNT + 1)

struct salvage_table {
	const char *name;
	uint32_t root;                 /* its first page; 0 if unknown */
	bool named;                    /* is it in the schema of the file? */
	size_t count;                  /* of its columns, the id first */
	bool text[PAGES_COLUMNS_MOST]; /* is the column a text, rather than a number? */
	sqlite3_stmt *insert;
};

/* A file being read. */
struct salvage_work {
	struct salvage *salvage;
	struct salvage_table tables[SALVAGE_TABLES];
	struct salvage_table *table; /* the table being read, or NULL */
	size_t schema;               /* how many rows the schema of the file has */
	bool failed;                 /* writing to the scratch database has failed */
};

/* Has the record the columns of TABLE? With OLDER, it may have fewer. */
static bool salvage_fits(const struct salvage_table *table, const struct pages_record *record, bool older)
{
	if (record->count > table->count || (record->count < table->count && !older) || !record->count ||
		record->values[0].type != PAGES_NULL)
		return false;
	for (size_t i = 1; i < record->count; i++) {
		enum pages_type type = record->values[i].type;

		if (type != PAGES_NULL && type != (table->text[i] ? PAGES_TEXT : PAGES_INTEGER))
			return false;
	}
	return true;
}

/* The only table that the record fits, or NULL. */
static struct salvage_table *salvage_guess(struct salvage_work *work, const struct pages_record *record)
{
	struct salvage_table *found = NULL;

	for (size_t i = 0; i < SALVAGE_TABLES; i++) {
		if (!salvage_fits(&work->tables[i], record, false))
			continue;
		if (found)
			return NULL;
		found = &work->tables[i];
	}
	return found;
}

static void salvage_row(void *context, const struct pages_record *record)
{
	struct salvage_work *work = context;
	struct salvage_table *table =
		work->table && salvage_fits(work->table, record, true) ? work->table : salvage_guess(work, record);
	int status;

	if (work->failed || record->key < 1 || record->key > ITEM_ID_MOST)
		return;
	if (!table) {
		work->salvage->faults++;
		return;
	}
	sqlite3_clear_bindings(table->insert);
	sqlite3_bind_int64(table->insert, 1, record->key);
	for (size_t i = 1; i < record->count; i++) {
		const struct pages_value *value = &record->values[i];

		if (value->type == PAGES_INTEGER)
			sqlite3_bind_int64(table->insert, (int)i + 1, value->number);
		else if (value->type == PAGES_TEXT)
			sqlite3_bind_text(table->insert, (int)i + 1, value->bytes, (int)value->len, SQLITE_STATIC);
	}
	status = sqlite3_step(table->insert);
	work->salvage->rows += sqlite3_changes(work->salvage->scratch->db);
	sqlite3_reset(table->insert);
	work->failed = status != SQLITE_DONE && status != SQLITE_CONSTRAINT;
}

static bool salvage_is(const struct pages_value *value, const char *text)
{
	return value->type == PAGES_TEXT && value->len == strlen(text) && !memcmp(value->bytes, text, value->len);
}

/* Reads a row of the schema: type, name, table, root, statement. */
static void salvage_schema_row(void *context, const struct pages_record *record)
{
	struct salvage_work *work = context;
	const struct pages_value *values = record->values;

	work->schema++;
	for (size_t i = 0; i < SALVAGE_TABLES && record->count == 5; i++)
		if (salvage_is(&values[0], "table") && salvage_is(&values[1], work->tables[i].name) &&
			values[3].type == PAGES_INTEGER && values[3].number > 1 && values[3].number <= UINT32_MAX) {
			work->tables[i].root = (uint32_t)values[3].number;
			work->tables[i].named = true;
		}
}

/* Guesses the roots without a schema: a new board creates its tables one after the other, so they are its first
 * pages. */
static void salvage_guess_roots(struct salvage_work *work)
{
	for (size_t i = 0; i < SALVAGE_TABLES; i++) {
		uint32_t root = 2 + (uint32_t)i;
		bool taken = false;

		for (size_t k = 0; k < SALVAGE_TABLES; k++)
			taken = taken || (work->tables[k].named && work->tables[k].root == root);
		if (!work->tables[i].named && !taken)
			work->tables[i].root = root;
	}
}

static int salvage_learn_table(struct salvage_work *work, struct salvage_table *table, struct error *err)
{
	struct store *scratch = work->salvage->scratch;
	struct strbuf sql = STRBUF_INIT;
	sqlite3_stmt *info;
	int failed;

	strbuf_addf(&sql, "PRAGMA table_info(\"%s\")", table->name);
	failed = sqlite_prepare(scratch, sql.text, &info, err);
	while (!failed && sqlite3_step(info) == SQLITE_ROW && table->count < PAGES_COLUMNS_MOST)
		table->text[table->count++] = !strcmp((const char *)sqlite3_column_text(info, 2), "TEXT");
	sqlite3_finalize(info);
	strbuf_reset(&sql);
	strbuf_addf(&sql, "INSERT OR IGNORE INTO \"%s\" VALUES (?1", table->name);
	for (size_t i = 1; i < table->count; i++)
		strbuf_addf(&sql, ", ?%zu", i + 1);
	strbuf_addstr(&sql, ")");
	if (!failed)
		failed = sqlite_prepare(scratch, sql.text, &table->insert, err);
	strbuf_release(&sql);
	return failed;
}

/* Makes the scratch database, which SQLite keeps in memory, or on disk if it is large, until the connection ends. */
static int salvage_make_scratch(struct salvage_work *work, struct error *err)
{
	struct store *scratch = work->salvage->scratch = sqlite_new(_("temporary file"), STORE_WRITE);
	int failed = 0;

	if (sqlite3_open_v2("", &scratch->db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL) !=
		SQLITE_OK)
		failed = sqlite_failed(scratch, err);
	if (!failed)
		failed = schema_create(scratch, err);
	if (!failed)
		failed = sqlite_exec(scratch, "DELETE FROM board; BEGIN", err);
	for (size_t i = 0; i < SALVAGE_TABLES && !failed; i++) {
		work->tables[i].name = i == SALVAGE_ACTION   ? "action"
				       : i == SALVAGE_CHANGE ? "change"
							     : entity_type((enum entity)i)->name;
		failed = salvage_learn_table(work, &work->tables[i], err);
	}
	return failed;
}

/* Refuses files of a newer evstorm, and databases of other programs. */
static int salvage_identify(
	const struct salvage_work *work, const struct pages *pages, size_t faults, const char *shown, struct error *err)
{
	bool ours = pages_header(pages, 68) == BOARD_APPLICATION_ID, named = false;

	if (ours && pages_header(pages, 60) > BOARD_FORMAT && pages_header(pages, 60) < 1000)
		return error_set(err, ERROR_SYSTEM,
			_("%s: made by a newer evstorm (format %" PRId64 "; this one knows %d); update evstorm"), shown,
			(int64_t)pages_header(pages, 60), BOARD_FORMAT);
	for (size_t i = 0; i < SALVAGE_TABLES; i++)
		named = named || work->tables[i].named;
	if (!ours && !named && !faults && work->schema)
		return error_set(err, ERROR_SYSTEM, _("%s: this is another program's database"), shown);
	return 0;
}

static int salvage_pages(struct salvage_work *work, struct pages *pages, const char *shown, struct error *err)
{
	size_t faults;
	int failed;

	pages_table(pages, 1, salvage_schema_row, work);
	faults = pages_faults(pages);
	failed = salvage_identify(work, pages, faults, shown, err);
	if (failed)
		return failed;
	salvage_guess_roots(work);
	work->salvage->log_faults = faults;
	for (size_t i = 0; i < SALVAGE_TABLES; i++) {
		faults = pages_faults(pages) + work->salvage->faults;
		work->table = &work->tables[i];
		pages_table(pages, work->table->root, salvage_row, work);
		if (i >= SALVAGE_ACTION)
			work->salvage->log_faults += pages_faults(pages) + work->salvage->faults - faults;
	}
	work->table = NULL;
	pages_rest(pages, salvage_row, work);
	work->salvage->faults += pages_faults(pages);
	if (work->failed)
		return sqlite_failed(work->salvage->scratch, err);
	if (!work->salvage->rows && !work->schema)
		return error_set(err, ERROR_SYSTEM, _("%s: no part of a board can be read from it"), shown);
	return 0;
}

/* Removes rows whose numbers are out of range, and adds the missing actions of changes. */
static int salvage_settle(struct salvage *salvage, struct error *err)
{
	struct strbuf sql = STRBUF_INIT;
	int failed;

	strbuf_addf(&sql,
		"DELETE FROM change WHERE action IS NULL OR action < 1 OR action > %" PRId64 "; "
		"UPDATE action SET kind = 'do', target = NULL WHERE kind IS NULL OR "
		"  kind NOT IN ('do', 'undo', 'redo') OR (kind <> 'do' AND ifnull(target, 0) >= id); "
		"UPDATE action SET person = NULL WHERE person < 1 OR person > %" PRId64 "; "
		"UPDATE action SET time = NULL WHERE time < %" PRId64 " OR time > %" PRId64 "; "
		"UPDATE action SET step = 0 WHERE step IS NULL OR step NOT BETWEEN 0 AND 8; "
		"INSERT OR IGNORE INTO action (id, step, kind) SELECT DISTINCT action, 0, 'do' FROM change; "
		"COMMIT",
		ITEM_ID_MOST, ITEM_ID_MOST, CLOCK_FIRST_MS, CLOCK_LAST_MS);
	failed = sqlite_exec(salvage->scratch, sql.text, err);
	strbuf_release(&sql);
	return failed;
}

static int salvage_count(struct salvage *salvage, struct error *err)
{
	sqlite3_stmt *statement = sqlite_statement(salvage->scratch, SQL_COUNT_CHANGES, err);

	return statement ? sqlite_number(salvage->scratch, statement, &salvage->changes, err) : ERROR_SYSTEM;
}

/* Reads the file PATH, called SHOWN in messages, without its journal or log. */
static int salvage_file(struct salvage *salvage, const char *path, const char *shown, struct error *err)
{
	struct salvage_work work = {.salvage = salvage};
	struct pages *pages = NULL;
	int failed;

	*salvage = (struct salvage){0};
	failed = pages_open(path, shown, &pages, err);
	if (!failed)
		failed = salvage_make_scratch(&work, err);
	if (!failed)
		failed = salvage_pages(&work, pages, shown, err);
	for (size_t i = 0; i < SALVAGE_TABLES; i++)
		sqlite3_finalize(work.tables[i].insert);
	if (!failed)
		failed = salvage_settle(salvage, err);
	if (!failed)
		failed = salvage_count(salvage, err);
	pages_free(pages);
	return failed;
}

/* The end of a journal of a transaction over several files. SQLite would remove the file named there. No board has
 * such a journal. */
static const unsigned char salvage_journal_end[] = {0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7};

static bool salvage_is_strange(const char *journal)
{
	unsigned char end[sizeof(salvage_journal_end)];
	int fd = open(journal, O_RDONLY | O_CLOEXEC);
	off_t size = fd < 0 ? 0 : lseek(fd, 0, SEEK_END);
	bool strange = size >= (off_t)sizeof(end) &&
		       (pread(fd, end, sizeof(end), size - (off_t)sizeof(end)) != (ssize_t)sizeof(end) ||
			       !memcmp(end, salvage_journal_end, sizeof(end)));

	if (fd >= 0)
		close(fd);
	return strange;
}

/* Replays the journal or log next to the copy PATH. Errors do not matter: what can be read afterwards counts. */
static void salvage_join(const char *path)
{
	struct strbuf journal = STRBUF_INIT;
	sqlite3 *db;

	strbuf_addf(&journal, "%s-journal", path);
	if (salvage_is_strange(journal.text))
		unlink(journal.text);
	if (sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_NOMUTEX, NULL) == SQLITE_OK) {
		connection_harden(db);
		sqlite3_exec(db, "SELECT count(*) FROM sqlite_schema", NULL, NULL, NULL);
		sqlite3_exec(db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
	}
	sqlite3_close(db);
	strbuf_release(&journal);
}

/* Is there a journal or log next to the file? */
static bool salvage_has_rest(const char *path)
{
	static const char *const rests[] = {"-journal", "-wal"};
	bool any = false;

	for (size_t i = 0; i < ARRAY_SIZE(rests); i++) {
		struct strbuf name = STRBUF_INIT;
		struct stat found;

		strbuf_addf(&name, "%s%s", path, rests[i]);
		any = any || (!stat(name.text, &found) && S_ISREG(found.st_mode) && found.st_size);
		strbuf_release(&name);
	}
	return any;
}

/* Reads a copy of the file after replaying its journal or log. */
static int salvage_joined(struct salvage *salvage, const char *path, struct error *err)
{
	struct store *sqlite = sqlite_new(path, STORE_READ);
	struct strbuf copy = STRBUF_INIT;
	char *folder = NULL;
	int failed = aside_make(sqlite->file, sqlite->path, &folder, err);

	if (!failed) {
		strbuf_addf(&copy, "%s" ASIDE_FILE, folder);
		salvage_join(copy.text);
		failed = salvage_file(salvage, copy.text, path, err);
	}
	aside_remove(folder);
	strbuf_release(&copy);
	sqlite_free(sqlite);
	return failed;
}

/* Of two readings of a file, is A, with its journal or log, better than B without? A journal undoes a half-done commit,
 * so if the result is complete, it is right; a foreign one would lose what was done since. */
static bool salvage_is_better(const struct salvage *a, const struct salvage *b)
{
	return a->changes > b->changes || (a->changes == b->changes && a->faults <= b->faults) ||
	       (!a->faults && b->faults);
}

int salvage_read(struct salvage *salvage, const char *path, struct error *err)
{
	struct salvage joined = {0}, alone;
	int failed = salvage_file(salvage, path, path, err);

	if (salvage_has_rest(path) && !salvage_joined(&joined, path, NULL) &&
		(failed || salvage_is_better(&joined, salvage))) {
		alone = *salvage;
		*salvage = joined;
		joined = alone;
		failed = 0;
	}
	salvage_release(&joined);
	return failed;
}

void salvage_release(struct salvage *salvage)
{
	if (salvage->scratch)
		sqlite_free(salvage->scratch);
	salvage->scratch = NULL;
}
