/*
 * engine: what an engine has to bring. The functions are those of store.h, where they are described; each
 * engine puts `struct store` first into a struct of its own.
 */
#ifndef STORE_ENGINE_H
#define STORE_ENGINE_H

#include "store/store.h"

struct store_engine {
	const char *name;
	int (*open)(const char *path, enum store_mode mode, struct store **store, struct error *err);
	const char *(*path)(const struct store *store);
	void (*close)(struct store *store);
	int (*load)(struct store *store, struct board *board, struct error *err);
	int (*begin)(struct store *store, struct error *err);
	int (*catch_up)(struct store *store, struct board *board, bool *news, struct error *err);
	int (*append)(struct store *store, struct action *action, const struct board *board, struct error *err);
	int (*commit)(struct store *store, struct error *err);
	void (*rollback)(struct store *store);
	int (*undo_target)(struct store *store, int64_t person, enum action_kind kind, struct action *action,
		int64_t *target, struct error *err);
	int (*undo_chosen)(struct store *store, int64_t person, int64_t change, struct action *action, int64_t *target,
		struct error *err);
	int (*shifts_since)(struct store *store, int64_t id, struct vec *shifts, struct error *err);
	int (*walk)(struct store *store, int64_t first, store_visit *visit, void *context, struct error *err);
	int (*last)(struct store *store, int most, store_visit *visit, void *context, struct error *err);
	int (*log_length)(struct store *store, int64_t *changes, struct error *err);
	int (*backup)(struct store *store, const char *file, bool replace, struct error *err);
	int (*is_past)(struct store *store, const char *file, struct error *err);
	int (*verify)(struct store *store, struct error *err);
	int (*inspect)(const char *path, store_tell *tell, void *context, struct error *err);
	void (*look)(struct store *store, struct whereabouts *now);
	int (*watch)(struct store *store, int *pause_ms);
	int (*remember)(struct store *store, struct error *err);
	int64_t (*seen)(const struct store *store);
	int (*resume)(struct store *store, const struct store *other, struct error *err);
	int (*salvage)(struct store *store, const char *file, struct error *err);
};

struct store {
	const struct store_engine *engine;
	store_visit *heard; /* told of what others did, or NULL */
	void *heard_context;
	store_waiting *waiting; /* asked while others keep it locked, or NULL */
	void *waiting_context;
};

extern const struct store_engine sqlite_engine; /* sqlite.c */

#endif
