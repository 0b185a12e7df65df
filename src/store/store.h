/*
 * store: where a board is kept: its log and its tables, behind one interface.
 *
 * The order of use is
 *
 *	open - load - { begin - catch up - append - commit or rollback } - close
 *
 * A store remembers how far the board that it loaded follows the log, so it serves one board. Errors
 * are ERROR_SYSTEM unless said otherwise and name the file.
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

/* Which SQLite the boards are kept by, "3.40.1": the library in use, which need not be the one compiled against. */
const char *store_sqlite(void);

/* Opens the board file PATH. On success *STORE is the caller's, to be closed. */
int store_open(const char *path, enum store_mode mode, struct store **store, struct error *err);

/* The file itself: absolute, and without symbolic links, however it was named. What belongs to a board lies
 * beside that. The store's. */
const char *store_path(const struct store *store);

/* Ends a transaction that is open by taking it back. */
void store_close(struct store *store);

/* Reads the tables into BOARD, which is new. A file whose tables hold what no board can hold is refused:
 * wrong types, ids out of range, references that lead nowhere, two stickies in a slot. */
int store_load(struct store *store, struct board *board, struct error *err);

/* From now on WAITING is called again and again while a begin, a commit or a read waits for others, from the
 * first milliseconds on; when a read meets a lock also at once, before it has waited, so that a look that can as well
 * be repeated stands in nobody's way. It may let WAIT->pause_ms go by, looking after a terminal meanwhile (the store
 * sleeps for what is left of them), and returns whether to go on waiting; otherwise what waited fails. It calls nothing
 * of this store. Without one the store gives up when one process has kept the board locked for STORE_PATIENCE_MS. */
void store_on_wait(struct store *store, store_waiting *waiting, void *context);

/* Begins a transaction and takes the write lock. Who waits for it gets it in the order in which they came. */
int store_begin(struct store *store, struct error *err);

/* Applies to BOARD what others have appended since; *NEWS (may be NULL) tells whether there was any. Costs
 * next to nothing when there was none. A file that is not in its place, or holds another log, has none:
 * store_look() tells. On failure the board is as far as it came. */
int store_catch_up(struct store *store, struct board *board, bool *news, struct error *err);

/* From now on store_catch_up() calls VISIT with each action that it has applied; it returns 0. */
void store_listen(struct store *store, store_visit *visit, void *context);

/* Appends ACTION, already applied to BOARD, to the log, numbers it and its changes, and brings the tables
 * up to date from BOARD. A new ACTION_DO forgets what its person could redo. Needs a transaction. */
int store_append(struct store *store, struct action *action, const struct board *board, struct error *err);

/* Ends the transaction: what was appended is on disk when it returns 0, and undone otherwise. */
int store_commit(struct store *store, struct error *err);
void store_rollback(struct store *store);

/* What PERSON's next undo (ACTION_UNDO) or redo (ACTION_REDO) takes back, into *ACTION, which is
 * initialised and to be released: for an undo the latest action of theirs that stands, or the redo that made
 * it stand again; for a redo the undo to be taken back. What only leads the workshop (action_leads()) is passed
 * over, unless it is the last that they did. *TARGET is the id of the original action.
 * 1: found, 0: there is none, negative: error. */
int store_undo_target(struct store *store, int64_t person, enum action_kind kind, struct action *action,
	int64_t *target, struct error *err);

/* The same for an undo of the action that CHANGE of the log belongs to; 0: it is not theirs, or does not stand. */
int store_undo_chosen(
	struct store *store, int64_t person, int64_t change, struct action *action, int64_t *target, struct error *err);

/* Appends to SHIFTS (of struct shift) those that were made after action ID, in order. */
int store_shifts_since(struct store *store, int64_t id, struct vec *shifts, struct error *err);

/* Walks the actions with an id of FIRST or more, in order. A value of VISIT other than 0 ends the walk and is
 * returned; the action is the store's. */
int store_walk(struct store *store, int64_t first, store_visit *visit, void *context, struct error *err);

/* Visits the last action that the board holds, unless there is none or it has more than MOST changes. */
int store_last(struct store *store, int most, store_visit *visit, void *context, struct error *err);

/* How many changes the log holds. */
int store_log_length(struct store *store, int64_t *changes, struct error *err);

/* Puts a copy of the board as it is now into FILE, while others go on working; it is whole and on disk when 0
 * is returned, and not there otherwise. A file that is there is an error, unless it is to be REPLACEd; so is
 * the board itself. A damaged board is not copied. */
int store_backup(struct store *store, const char *file, bool replace, struct error *err);

/* Is the board file FILE this board as it was at some time? 1: yes, its log ends in this one's; 0: no;
 * negative: it cannot be read, or is no board. */
int store_is_past(struct store *store, const char *file, struct error *err);

/* Looks what has become of the file, whose log is to be that which was read last. Waits for nobody; not in a
 * transaction. */
void store_look(struct store *store, struct whereabouts *now);

/* What to wait for to hear that there may be something to look at: a descriptor that can be read then, the
 * store's, or -1; and *PAUSE_MS, after which to look in any case, -1: that is not needed. */
int store_watch(struct store *store, int *pause_ms);

/* The log has been gone through without loading a board: it is the one to be told from others by store_look(). */
int store_remember(struct store *store, struct error *err);

/* The number of the last action that the board holds, 0 when that is none. */
int64_t store_seen(const struct store *store);

/* STORE was opened and nothing was read. From now on it follows the board that
 * OTHER has followed: 1. The actions may have other numbers there, when the beginning of the log is missing. Or 0:
 * its log does not hold the last action of that board, and STORE is of no use. */
int store_resume(struct store *store, const struct store *other, struct error *err);

/* Puts what can still be read of the file that was opened, whatever has become of its name, into the new board
 * file FILE: all that STORE's board was made of, and what others may have done since. */
int store_salvage(struct store *store, const char *file, struct error *err);

/* Looks the whole file over: the database itself, that its log replayed gives its tables, and that every
 * reference leads somewhere. An error says what is found first. */
int store_verify(struct store *store, struct error *err);

/* The same for the board file PATH, which is only read: TELL is called with each thing that is wrong, a
 * sentence for the user, and ABOUT, which part of the file it is about: "database", "schema", "log", "tables",
 * "references", "ids" or "undo". Of what is found very often only the first are told, and how many more
 * there are. 0: nothing is wrong, 1: something is, negative: it cannot be read, or is no board. */
int store_inspect(const char *path, store_tell *tell, void *context, struct error *err);

#endif
