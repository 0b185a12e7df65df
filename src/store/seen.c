#include "store/seen.h"

#include <sys/stat.h>

#include "base/i18n.h"

int seen_mark(struct store *sqlite, int64_t id, struct mark *mark, struct error *err)
{
	sqlite3_stmt *statement = sqlite_statement(sqlite, SQL_FIND_MARK, err);
	int status, failed = 0;

	if (!statement)
		return ERROR_SYSTEM;
	sqlite3_bind_int64(statement, 1, id);
	status = sqlite3_step(statement);
	if (status == SQLITE_ROW)
		*mark = mark_make(&(struct mark_facts){.action = sqlite3_column_int64(statement, 0),
			.time_ms = sqlite3_column_int64(statement, 1),
			.person = sqlite3_column_int64(statement, 2),
			.item = sqlite3_column_int64(statement, 3),
			.entity = (const char *)sqlite3_column_text(statement, 4),
			.field = (const char *)sqlite3_column_text(statement, 5),
			.before = (const char *)sqlite3_column_text(statement, 6),
			.after = (const char *)sqlite3_column_text(statement, 7)});
	else if (status == SQLITE_DONE)
		*mark = (struct mark){0};
	else
		failed = sqlite_failed(sqlite, err);
	sqlite3_reset(statement);
	return failed;
}

void seen_note_pages(struct store *sqlite)
{
	struct seal_header header;

	if (seal_read(sqlite->seal, &header))
		sqlite->known = header.mark;
}

/* In WAL mode, which other programs may have set, page 1 does not show commits. */
void seen_note_caught(struct store *sqlite)
{
	struct seal_header header;

	sqlite->is_caught = seal_read(sqlite->seal, &header) && header.sqlite && !header.wal;
	if (sqlite->is_caught)
		sqlite->caught = sqlite->known = header.mark;
}

bool seen_is_caught(const struct store *sqlite)
{
	struct seal_header header;

	return sqlite->is_caught && seal_read(sqlite->seal, &header) && !header.wal &&
	       header.mark.count == sqlite->caught.count && header.mark.stamp == sqlite->caught.stamp;
}

int seen_note_end(struct store *sqlite, struct error *err)
{
	sqlite3_stmt *last = sqlite_statement(sqlite, SQL_LAST_ACTION, err);
	sqlite3_stmt *change = last ? sqlite_statement(sqlite, SQL_LAST_CHANGE, err) : NULL;
	int64_t action = 0, changes = 0;

	if (!change || sqlite_number(sqlite, last, &action, err) || sqlite_number(sqlite, change, &changes, err))
		return ERROR_SYSTEM;
	if (action < 0 || action > SEEN_NUMBER_MOST || changes > SEEN_NUMBER_MOST)
		return sqlite_damaged(sqlite, err, _("the numbers in its log are out of range"));
	seen_note_pages(sqlite);
	seen_note_caught(sqlite);
	return seen_mark(sqlite, action, &sqlite->seen, err);
}

void seen_note_file(struct store *sqlite)
{
	struct stat now;

	if (!fstat(sqlite->anchor.fd, &now))
		sqlite->compared = (struct sqlite_file){now.st_dev, now.st_ino, now.st_size, now.st_mtim};
}

int seen_compare(struct store *sqlite, struct error *err)
{
	struct mark there;
	int failed = seen_mark(sqlite, sqlite->seen.action, &there, err);

	if (failed)
		return failed;
	return mark_is_same(there, sqlite->seen);
}

int seen_holds(struct store *sqlite, struct store *other, struct error *err)
{
	sqlite3_stmt *statement = sqlite_statement(other, SQL_LAST_ACTION, err);
	struct mark last, same;
	int64_t action = 0;

	if (!statement || sqlite_number(other, statement, &action, err))
		return ERROR_SYSTEM;
	if (!action) /* the board has no actions */
		return 1;
	if (seen_mark(other, action, &last, err) || seen_mark(sqlite, action, &same, err))
		return ERROR_SYSTEM;
	return last.action == same.action && last.print == same.print;
}
