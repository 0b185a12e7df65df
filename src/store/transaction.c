#include "store/transaction.h"

#include "base/i18n.h"
#include "store/place.h"
#include "store/publish.h"
#include "store/seen.h"

void transaction_rollback(struct store *sqlite)
{
	sqlite3_stmt *statement = sqlite->in_transaction ? sqlite_statement(sqlite, SQL_ROLLBACK, NULL) : NULL;

	if (statement) {
		sqlite3_step(statement);
		sqlite3_reset(statement);
	}
	seal_forget(sqlite->seal);
	wait_leave(&sqlite->wait);
	sqlite->in_transaction = false;
	sqlite->seen = sqlite->committed;
}

int transaction_begin(struct store *sqlite, struct error *err)
{
	sqlite3_stmt *statement;
	int failed = anchor_check(&sqlite->anchor, sqlite->path, err);

	if (failed)
		return failed;
	place_forget(sqlite);
	if (sqlite->read_only)
		return error_set(err, ERROR_SYSTEM, _("%s: it is open read-only"), sqlite->path);
	statement = sqlite_statement(sqlite, SQL_BEGIN, err);
	if (!statement)
		return ERROR_SYSTEM;
	wait_in_line(&sqlite->wait);
	failed = sqlite_run(sqlite, statement, err);
	if (failed) {
		wait_leave(&sqlite->wait);
		return failed;
	}
	sqlite->in_transaction = true;
	sqlite->committed = sqlite->seen;
	failed = anchor_check(&sqlite->anchor, sqlite->path, err);
	if (!failed)
		failed = place_check_log(sqlite, err);
	if (!failed)
		failed = place_check_pages(sqlite, err);
	if (failed)
		transaction_rollback(sqlite);
	return failed;
}

/* SQLite has removed the journal, and so committed the action, but could not sync the folder: a power failure might
 * bring the journal back. Tries the sync again. */
static int transaction_sync_folder(const struct store *sqlite, struct error *err)
{
	if (!publish_sync_folder(sqlite->file))
		return 0;
	return error_set(err, ERROR_SYSTEM,
		_("%s: the disk reports an error; it is not certain whether this was saved"), sqlite->path);
}

int transaction_commit(struct store *sqlite, struct error *err)
{
	sqlite3_stmt *statement = sqlite_statement(sqlite, SQL_COMMIT, err);
	int failed = statement ? sqlite_run(sqlite, statement, err) : ERROR_SYSTEM;

	if (failed && sqlite3_extended_errcode(sqlite->db) == SQLITE_IOERR_DIR_FSYNC)
		failed = transaction_sync_folder(sqlite, err);
	if (failed) {
		transaction_rollback(sqlite);
		return failed;
	}
	seen_note_pages(sqlite);
	seal_forget(sqlite->seal);
	wait_leave(&sqlite->wait);
	sqlite->in_transaction = false;
	sqlite->committed = sqlite->seen;
	seen_note_file(sqlite);
	return 0;
}
