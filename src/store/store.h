/*
 * store: keeps the log and the tables of a board in a file.
 *
 * The order of calls is
 *
 *	open - load - { begin - catch up - append - commit or rollback } - close
 *
 * A store remembers how far the board that it loaded follows the log, so it serves one board. Errors
 * are ERROR_SYSTEM unless stated otherwise, and name the file.
 */
#ifndef STORE_STORE_H
#define STORE_STORE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "model/board.h"
#include "store/store_types.h"
#include "store/whereabouts.h"

struct store;

/* The version of SQLite at run time, such as "3.40.1". */
const char *store_sqlite(void);

/* Opens the board file PATH. On success, the caller closes *STORE. */
int store_open(const char *path, enum store_mode mode, struct store **store, struct error *err);

/* The absolute path of the board file, with symbolic links resolved. Files that belong to the board are next to it.
 * The store owns the string. */
const char *store_path(const struct store *store);

/* Rolls back an open transaction and closes the file. */
void store_close(struct store *store);

/* Reads the tables into BOARD, which is new. Refuses a file whose tables are invalid: wrong
 * types, ids out of range, dangling references, two stickies in a slot. */
int store_load(struct store *store, struct board *board, struct error *err);

/* From now on, calls WAITING repeatedly while a begin, a commit or a read waits for others, from a few milliseconds on.
 * A read that meets a lock also calls it before it waits at all, so that a read which can be retried later need not
 * wait. WAITING may spend up to WAIT->pause_ms, for example to serve a terminal (the store sleeps for the rest), and
 * returns whether to keep waiting; if not, the call fails. It must not call this store. Without WAITING, the store
 * gives up once one process has kept the board locked for STORE_PATIENCE_MS. */
void store_on_wait(struct store *store, store_waiting *waiting, void *context);

/* Begins a transaction and takes the write lock. Waiting processes get it in order of arrival. */
int store_begin(struct store *store, struct error *err);

/* Applies to BOARD what others have appended since; sets *NEWS (may be NULL) to whether there was anything. Costs
 * almost nothing if there was not. If the file is not in its place, or has another log, there is no news: see
 * store_look(). On failure, BOARD has the actions applied so far. */
int store_catch_up(struct store *store, struct board *board, bool *news, struct error *err);

/* From now on, store_catch_up() calls VISIT, which returns 0, with each action that it has applied. */
void store_listen(struct store *store, store_visit *visit, void *context);

/* Appends ACTION, already applied to BOARD, to the log, numbers it and its changes, and updates the tables from BOARD.
 * After an ACTION_DO, its person can redo nothing. Needs a transaction. */
int store_append(struct store *store, struct action *action, const struct board *board, struct error *err);

/* Ends the transaction. Returns 0 if everything appended is on disk; otherwise the file is unchanged. */
int store_commit(struct store *store, struct error *err);
void store_rollback(struct store *store);

/* Finds the action that the next undo (ACTION_UNDO) or redo (ACTION_REDO) of PERSON reverts, and reads it into *ACTION,
 * which the caller has initialised and releases. For an undo this is their latest action in effect, or the redo that
 * restored it; for a redo, it is the undo. Skips actions that only lead the workshop (action_leads()), unless the last
 * thing they did is one. Sets *TARGET to the id of the original action.
 * Returns 1: found, 0: nothing to revert, negative: error. */
int store_undo_target(struct store *store, int64_t person, enum action_kind kind, struct action *action,
	int64_t *target, struct error *err);

/* The same for an undo of the action to which CHANGE of the log belongs; 0: not theirs, or not in effect. */
int store_undo_chosen(
	struct store *store, int64_t person, int64_t change, struct action *action, int64_t *target, struct error *err);

/* Appends to SHIFTS (of struct shift) the shifts made after action ID, in order. */
int store_shifts_since(struct store *store, int64_t id, struct vec *shifts, struct error *err);

/* Calls VISIT with each change of the log that moves a sticky, or columns or rows, from the last one back. If VISIT
 * returns non-zero, the walk ends with that value. The store owns the change. */
int store_walk_moves(struct store *store, change_visit *visit, void *context, struct error *err);

/* Calls VISIT with each action from id FIRST on, in order. If VISIT returns non-zero, the walk ends with that value.
 * The store owns the action. */
int store_walk(struct store *store, int64_t first, store_visit *visit, void *context, struct error *err);

/* Calls VISIT with the last action of the board, unless there is none or it has more than MOST changes. */
int store_last(struct store *store, int most, store_visit *visit, void *context, struct error *err);

/* Fills DIGEST, whose title is empty, without loading the board; the caller releases the title. */
int store_digest(struct store *store, struct store_digest *digest, struct error *err);

/* Sets *ACTION to the id of the action with change NUMBER, or with the last one before it; 0: there is none. */
int store_action_of(struct store *store, int64_t number, int64_t *action, struct error *err);

/* Sets *CHANGES to the number of changes in the log. */
int store_log_length(struct store *store, int64_t *changes, struct error *err);

/* Copies the board as it is now to FILE, while others keep working. If it returns 0, the copy is complete and on disk;
 * otherwise there is no copy. Fails if FILE exists, unless REPLACE, if it is the board itself, or if the board is
 * damaged. */
int store_backup(struct store *store, const char *file, bool replace, struct error *err);

/* Is the board file FILE an earlier state of this board? 1: yes, its log is the beginning of this log; 0: no;
 * negative: unreadable, or not a board. */
int store_is_past(struct store *store, const char *file, struct error *err);

/* Finds out where the file is now, and whether its log is still the one last read. Never waits; not in a transaction.
 */
void store_look(struct store *store, struct whereabouts *now);

/* A descriptor, owned by the store, that becomes readable when store_look() may have something new, or -1. Sets
 * *PAUSE_MS to the time after which to look in any case; -1: not needed. */
int store_watch(struct store *store, int *pause_ms);

/* Makes store_look() compare with the log as it is now, after walking it without loading a board. */
int store_remember(struct store *store, struct error *err);

/* The id of the last action on the board, or 0. */
int64_t store_seen(const struct store *store);

/* Makes STORE, opened but not read yet, continue with the board of OTHER. 1: done; actions have other ids in STORE if
 * the beginning of its log is missing. 0: its log does not contain the last action of that board; close STORE. */
int store_resume(struct store *store, const struct store *other, struct error *err);

/* Writes the open file, whatever happened to its name, to the new board file FILE: the whole board of STORE, and what
 * others may have done since. */
int store_salvage(struct store *store, const char *file, struct error *err);

/* Checks the whole file: the database itself, that replaying the log gives the tables, and that all references lead to
 * items. The error is the first fault found. */
int store_verify(struct store *store, struct error *err);

/* The same for the board file PATH, opened read-only. Calls TELL with each fault, a sentence for the user, and with
 * ABOUT, the part of the file: "database", "schema", "log", "tables", "references", "ids" or "undo". Reports only the
 * first few faults of each part. 0: no faults, 1: faults, negative: unreadable, or not a board. */
int store_inspect(const char *path, store_tell *tell, void *context, struct error *err);

#endif
