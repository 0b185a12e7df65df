#include "store/store.h"

#include "store/engine.h"

/* The engines. A file is opened by the first; another would be chosen here by the form of its address. */
static const struct store_engine *const store_engines[] = {&sqlite_engine};

int store_open(const char *path, enum store_mode mode, struct store **store, struct error *err)
{
	return store_engines[0]->open(path, mode, store, err);
}

const char *store_path(const struct store *store)
{
	return store->engine->path(store);
}

void store_close(struct store *store)
{
	if (store)
		store->engine->close(store);
}

int store_load(struct store *store, struct board *board, struct error *err)
{
	return store->engine->load(store, board, err);
}

int store_begin(struct store *store, struct error *err)
{
	return store->engine->begin(store, err);
}

int store_catch_up(struct store *store, struct board *board, bool *news, struct error *err)
{
	return store->engine->catch_up(store, board, news, err);
}

void store_listen(struct store *store, store_visit *visit, void *context)
{
	store->heard = visit;
	store->heard_context = context;
}

void store_on_wait(struct store *store, store_waiting *waiting, void *context)
{
	store->waiting = waiting;
	store->waiting_context = context;
}

int store_append(struct store *store, struct action *action, const struct board *board, struct error *err)
{
	return store->engine->append(store, action, board, err);
}

int store_commit(struct store *store, struct error *err)
{
	return store->engine->commit(store, err);
}

void store_rollback(struct store *store)
{
	store->engine->rollback(store);
}

int store_undo_target(struct store *store, int64_t person, enum action_kind kind, struct action *action,
	int64_t *target, struct error *err)
{
	return store->engine->undo_target(store, person, kind, action, target, err);
}

int store_undo_chosen(
	struct store *store, int64_t person, int64_t change, struct action *action, int64_t *target, struct error *err)
{
	return store->engine->undo_chosen(store, person, change, action, target, err);
}

int store_shifts_since(struct store *store, int64_t id, struct vec *shifts, struct error *err)
{
	return store->engine->shifts_since(store, id, shifts, err);
}

int store_walk(struct store *store, int64_t first, store_visit *visit, void *context, struct error *err)
{
	return store->engine->walk(store, first, visit, context, err);
}

int store_last(struct store *store, int most, store_visit *visit, void *context, struct error *err)
{
	return store->engine->last(store, most, visit, context, err);
}

int store_log_length(struct store *store, int64_t *changes, struct error *err)
{
	return store->engine->log_length(store, changes, err);
}

int store_backup(struct store *store, const char *file, bool replace, struct error *err)
{
	return store->engine->backup(store, file, replace, err);
}

int store_is_past(struct store *store, const char *file, struct error *err)
{
	return store->engine->is_past(store, file, err);
}

void store_look(struct store *store, struct whereabouts *now)
{
	store->engine->look(store, now);
}

int store_watch(struct store *store, int *pause_ms)
{
	return store->engine->watch(store, pause_ms);
}

int store_remember(struct store *store, struct error *err)
{
	return store->engine->remember(store, err);
}

int64_t store_seen(const struct store *store)
{
	return store->engine->seen(store);
}

int store_resume(struct store *store, const struct store *other, struct error *err)
{
	return store->engine->resume(store, other, err);
}

int store_salvage(struct store *store, const char *file, struct error *err)
{
	return store->engine->salvage(store, file, err);
}

int store_verify(struct store *store, struct error *err)
{
	return store->engine->verify(store, err);
}

int store_inspect(const char *path, store_tell *tell, void *context, struct error *err)
{
	return store_engines[0]->inspect(path, tell, context, err);
}
