/*
 * doorbell: how the processes that have a board open see and wake each other.
 *
 * They use a folder next to the board file (livefolder.h). There each shows a line of text, which the others read when
 * they want to (roster.h); one write wakes all of them (wakeup.h); and messages that everybody must get are sent to the
 * datagram sockets on which they listen. Everything that must not be lost is already in SQLite, so a bell that does not
 * work, or is not heard, costs time but no data. Therefore nothing here fails.
 *
 * What is received may come from any program of the users who share the board, so readers must not trust it.
 *
 * Programs of before the roster know only the sockets. They are woken too, but nobody sees them.
 */
#ifndef LIVE_DOORBELL_H
#define LIVE_DOORBELL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* The longest message; longer ones are cut. */
#define DOORBELL_BYTES 512
#define DOORBELL_NAME_BYTES 64

/* Who sent a message or shows something, according to the system. */
struct doorbell_sender {
	char name[DOORBELL_NAME_BYTES]; /* their process; "" if unknown */
	uid_t user;                     /* the user of that process */
	bool writes;                    /* may that user write the board? */
};

/* Whom a bell reaches. */
enum doorbell_reach {
	DOORBELL_ALL,   /* everybody */
	DOORBELL_SOME,  /* not those other users of this machine who may write the board but do not share it */
	DOORBELL_APART, /* nobody: other users of this machine have the folder, and this user may not enter it */
	DOORBELL_NOBODY /* nobody: a bell is not possible here */
};

struct doorbell;

/* A bell for the board file PATH; nothing is made on disk yet. */
struct doorbell *doorbell_new(const char *path);

/* From now on listens and rings for the board file PATH, where it shows nothing yet. The descriptor to wait for stays
 * the same. */
void doorbell_move(struct doorbell *bell, const char *path);

/* Removes what belongs to this process, and the folder if nobody else listens. */
void doorbell_free(struct doorbell *bell);

/* Starts to listen. Returns the descriptor to wait for, or -1 if that is not possible, for example in a read-only
 * folder. */
int doorbell_listen(struct doorbell *bell);

/* Wakes everybody else who listens, so that they read the board's log and what the others show. Costs the same for any
 * number of them. */
void doorbell_wake(struct doorbell *bell);

/* Was this process woken, or has another one ended, since the last call? */
bool doorbell_woken(struct doorbell *bell);

/* Shows TEXT to the others, in place of what was shown before, and wakes nobody. False if that is not possible; it does
 * not work before doorbell_listen(). */
bool doorbell_show(struct doorbell *bell, const char *text);

/* Receives what is new about the process FROM: its TEXT, not cleaned, or NULL if it is gone. */
typedef void doorbell_visit(void *context, const struct doorbell_sender *from, const char *text);

/* Calls VISIT for everything that the others have shown since the last call; without doorbell_listen(), for everything
 * that they show. */
void doorbell_see(struct doorbell *bell, doorbell_visit *visit, void *context);

/* Does this bell not notice everything, so that the log and doorbell_see() must be polled? */
bool doorbell_must_poll(const struct doorbell *bell);

/* Sends LEN bytes to all others and returns how many of them listen. Never waits: a process that does not read for a
 * while misses messages. Removes the sockets of processes that have ended. */
size_t doorbell_ring(struct doorbell *bell, const void *bytes, size_t len);

/* Reads the next message, without waiting, into OUT, and its sender into FROM. False if there is none. */
bool doorbell_read(struct doorbell *bell, char out[DOORBELL_BYTES], size_t *len, struct doorbell_sender *from);

/* Whom the bell reaches now, after doorbell_listen(). */
enum doorbell_reach doorbell_reach(const struct doorbell *bell);

#endif
