/*
 * session: one person at work on one board. It alone defines the order of the steps of an action:
 *
 *	begin (the write lock) - catch up - run - append - commit - ring (for the other processes)
 *
 * So a command always runs on the latest board, and nobody overwrites a change that they have not seen. If
 * any step fails, board and file stay as they were.
 */
#ifndef SESSION_SESSION_H
#define SESSION_SESSION_H

#include "command/command.h"
#include "session/ringing.h"
#include "session/session_report.h"
#include "store/store.h"

struct session;
struct taken;

/* Opens the board file PATH for the person NAME (cleaned here, and not empty). */
int session_open(const char *path, enum store_mode mode, const char *name, struct session **session, struct error *err);

/* The same for somebody invited in ROLE. An observer opens it read-only. */
int session_open_as(const char *path, enum role role, const char *name, struct session **session, struct error *err);
void session_close(struct session *session);

/* The board, valid until the next call; its store, for reading the log. */
const struct board *session_board(const struct session *session);
struct store *session_store(const struct session *session);

/* From now on WAITING is called while this session waits because others keep the board locked (store/store.h,
 * store_on_wait()). It must not call functions of this session that read or write the board. */
void session_on_wait(struct session *session, store_waiting *waiting, void *context);

/* From now on RINGING is called after each commit instead of ringing. It ensures that the others get some message
 * soon, which wakes them as well. */
typedef void session_ringing(void *context);
void session_on_ring(struct session *session, session_ringing *ringing, void *context);

/* Where the board file was opened; where it was at the last look. */
const char *session_path(const struct session *session);
const struct whereabouts *session_whereabouts(const struct session *session);

/* Finds out what happened to the file; returns whether that is news, good or bad. If another file has taken its place
 * and its log continues the known one, continues on that file; any other file is left alone. */
bool session_look(struct session *session);

/* A descriptor that becomes readable when session_look() may find news, or -1; sets *MOST_MS to the time after which to
 * look in any case, or to -1 if that is not needed. session_is_touched(): is there reason to look now? */
int session_watch(struct session *session, int *most_ms);
bool session_is_touched(struct session *session);

/* Writes everything known about this board to the new board file FILE, whatever happened to its own file. NOTE gets a
 * sentence if part of the history is missing. */
int session_write(struct session *session, const char *file, struct strbuf *note, struct error *err);

/* The same under a name that it chooses, appended to FILE, which is empty. */
int session_rescue(struct session *session, struct strbuf *file, struct error *err);

/* Continues on the board file FILE, which must contain everything known about this board. Refuses another board, or an
 * older copy, and changes nothing. */
int session_move(struct session *session, const char *file, struct error *err);

/* The bell that this session rings after each commit, and that others ring. The session owns it. */
struct doorbell *session_doorbell(const struct session *session);

/* The name and the id of the person at work; the id is 0 before their first action. */
const char *session_name(const struct session *session);
int64_t session_person(const struct session *session);
bool session_is_invited(const struct session *session);
bool session_is_read_only(const struct session *session);

/* Their role; commands that require a higher one are refused. */
enum role session_role(const struct session *session);

/* Runs COUNT command lines as one action, all or none. FOCUS is as for command_run(). */
int session_run(struct session *session, struct words *lines, size_t count, const struct focus *focus,
	struct session_report *report, struct error *err);

/* What the last session_run() has undone or redone; NULL if nothing. */
const struct taken *session_taken(const struct session *session);

/* Runs WORK on the latest board as one action. */
typedef int session_work(void *context, struct edit *edit, struct error *err);
int session_edit(struct session *session, session_work *work, void *context, struct error *err);

/* Appends actions done elsewhere, unchanged and in one transaction: READ calls VISIT with each of them. The
 * board must be empty. */
typedef int session_read(void *context, store_visit *visit, void *visit_context, struct error *err);
int session_restore(struct session *session, session_read *read, void *context, struct error *err);

/* How many actions of others have been applied so far. */
uint64_t session_heard(const struct session *session);

/* Applies what others have done; sets *NEWS (may be NULL) to whether there was anything. */
int session_catch_up(struct session *session, bool *news, struct error *err);

#endif
