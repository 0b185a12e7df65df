#include "store/store.h"

#include "store/backup.h"
#include "store/digest.h"
#include "store/follow.h"
#include "store/log.h"
#include "store/opening.h"
#include "store/place.h"
#include "store/remains.h"
#include "store/seen.h"
#include "store/transaction.h"
#include "store/verify.h"

const char *store_sqlite(void)
{
	return sqlite3_libversion();
}

int store_open(const char *path, enum store_mode mode, struct store **store, struct error *err)
{
	struct store *opened = sqlite_new(path, mode);
	int failed = opening_file(opened, mode, err);

	if (failed)
		sqlite_free(opened);
	else
		*store = opened;
	return failed;
}

int store_is_past(struct store *store, const char *file, struct error *err)
{
	struct store *other;
	int found = store_open(file, STORE_READ, &other, err);

	if (found)
		return found;
	found = seen_holds(store, other, err);
	sqlite_free(other);
	return found;
}

int store_inspect(const char *path, store_tell *tell, void *context, struct error *err)
{
	struct store *store = sqlite_new(path, STORE_READ);
	struct error why = ERROR_INIT;
	int found;

	store->inspected = true;
	found = opening_file(store, STORE_READ, &why);
	found = verify_file(store, found, &why, tell, context);
	if (found < 0)
		error_set(err, found, "%s", why.text);
	sqlite_free(store);
	return found;
}

const char *store_path(const struct store *store)
{
	return store->file;
}

void store_close(struct store *store)
{
	if (store)
		sqlite_free(store);
}

int store_load(struct store *store, struct board *board, struct error *err)
{
	return follow_load(store, board, err);
}

int store_digest(struct store *store, struct store_digest *digest, struct error *err)
{
	return digest_read(store, digest, err);
}

int store_begin(struct store *store, struct error *err)
{
	return transaction_begin(store, err);
}

int store_catch_up(struct store *store, struct board *board, bool *news, struct error *err)
{
	return follow_catch_up(store, board, news, err);
}

void store_listen(struct store *store, store_visit *visit, void *context)
{
	store->heard = visit;
	store->heard_context = context;
}

void store_on_wait(struct store *store, store_waiting *waiting, void *context)
{
	store->wait.waiting = waiting;
	store->wait.waiting_context = context;
}

int store_append(struct store *store, struct action *action, const struct board *board, struct error *err)
{
	return log_append(store, action, board, err);
}

int store_commit(struct store *store, struct error *err)
{
	return transaction_commit(store, err);
}

void store_rollback(struct store *store)
{
	transaction_rollback(store);
}

int store_undo_target(struct store *store, int64_t person, enum action_kind kind, struct action *action,
	int64_t *target, struct error *err)
{
	return log_undo_target(store, person, kind, action, target, err);
}

int store_undo_chosen(
	struct store *store, int64_t person, int64_t change, struct action *action, int64_t *target, struct error *err)
{
	return log_undo_chosen(store, person, change, action, target, err);
}

int store_shifts_since(struct store *store, int64_t id, struct vec *shifts, struct error *err)
{
	return log_shifts_since(store, id, shifts, err);
}

int store_walk_moves(struct store *store, change_visit *visit, void *context, struct error *err)
{
	return log_walk_moves(store, visit, context, err);
}

int store_walk(struct store *store, int64_t first, store_visit *visit, void *context, struct error *err)
{
	return log_walk(store, first, visit, context, err);
}

int store_last(struct store *store, int most, store_visit *visit, void *context, struct error *err)
{
	return log_last(store, most, visit, context, err);
}

int store_action_of(struct store *store, int64_t number, int64_t *action, struct error *err)
{
	return log_action_of(store, number, action, err);
}

int store_log_length(struct store *store, int64_t *changes, struct error *err)
{
	return log_length(store, changes, err);
}

int store_backup(struct store *store, const char *file, bool replace, struct error *err)
{
	return backup_store(store, file, replace, err);
}

void store_look(struct store *store, struct whereabouts *now)
{
	place_look(store, now);
}

int store_watch(struct store *store, int *pause_ms)
{
	return place_watch(store, pause_ms);
}

int store_remember(struct store *store, struct error *err)
{
	return seen_note_end(store, err);
}

int64_t store_seen(const struct store *store)
{
	return store->seen.action;
}

int store_resume(struct store *store, const struct store *other, struct error *err)
{
	return remains_resume(store, other, err);
}

int store_salvage(struct store *store, const char *file, struct error *err)
{
	return remains_store(store, file, err);
}

int store_verify(struct store *store, struct error *err)
{
	return verify_store(store, err);
}
