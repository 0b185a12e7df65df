/*
 * doorbell: how the processes that have a board open wake each other.
 *
 * Each listens at a datagram socket of its own in the folder BOARD.live beside the board file. To ring is to
 * send a few bytes to all the others. Nothing that must not be lost travels this way: SQLite has it already. A
 * bell that cannot be hung, or is not heard, costs a moment and no data; so nothing here fails.
 *
 * The folder is closed to all but those who share the board (sharing.h): its permissions are kept to what those of
 * the board's file say, and one that others may enter, or that is none, is not used. What comes in may still be from
 * any program of these users: whoever reads it looks at it as at a stranger's.
 */
#ifndef LIVE_DOORBELL_H
#define LIVE_DOORBELL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* No message is longer; what is, is cut. */
#define DOORBELL_BYTES 512
#define DOORBELL_NAME_BYTES 64

/* Who has rung, as the system vouches for it. */
struct doorbell_sender {
	char name[DOORBELL_NAME_BYTES]; /* their process; "" when it does not */
	uid_t user;                     /* whose it is */
	bool writes;                    /* may they write the board? */
};

/* Whom a bell reaches. */
enum doorbell_reach {
	DOORBELL_ALL,   /* everybody who can be reached at all */
	DOORBELL_SOME,  /* it hangs, but other users of this machine may write the board and not ring it */
	DOORBELL_APART, /* other users of this machine have theirs, which is closed to us */
	DOORBELL_NOBODY /* there can be none */
};

struct doorbell;

/* For the board file PATH; nothing is made on disk yet. */
struct doorbell *doorbell_new(const char *path);

/* Listens, and rings, for the board file PATH from now on. The descriptor to wait for stays the same. */
void doorbell_move(struct doorbell *bell, const char *path);

/* Takes the socket away, and the folder when nobody else listens. */
void doorbell_free(struct doorbell *bell);

/* Begins to listen; the descriptor to wait for, or -1 when there can be no bell here (a read-only folder, say). */
int doorbell_listen(struct doorbell *bell);

/* Sends LEN bytes to all others and returns how many listen. Never waits: one who does not read for a while misses
 * what comes meanwhile. The socket of a process that is gone is taken away. */
size_t doorbell_ring(struct doorbell *bell, const void *bytes, size_t len);

/* How many of them had no room for the last ring, as they have not read for a while. */
size_t doorbell_missed(const struct doorbell *bell);

/* Sends to one alone, whom doorbell_read() has named. */
void doorbell_answer(struct doorbell *bell, const char *to, const void *bytes, size_t len);

/* The next message that is there already: its bytes into OUT, who sent it into FROM. False when there is none. */
bool doorbell_read(struct doorbell *bell, char out[DOORBELL_BYTES], size_t *len, struct doorbell_sender *from);

/* How far it reaches now, after doorbell_listen(). */
enum doorbell_reach doorbell_reach(const struct doorbell *bell);

#endif
