/*
 * doorbell: wakes the other processes that have a board open.
 *
 * Each process listens on a datagram socket of its own in the folder BOARD.live next to the board file. Ringing sends a
 * few bytes to all the others. Everything that must not be lost is already in SQLite, so a bell that does not work, or
 * is not heard, costs time but no data. Therefore nothing here fails.
 *
 * Only users who share the board (sharing.h) may enter the folder: its permissions follow those of the board file, and
 * a folder that others may enter is not used. A message may still come from any program of these users, so readers
 * must not trust it.
 */
#ifndef LIVE_DOORBELL_H
#define LIVE_DOORBELL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

/* The longest message; longer ones are cut. */
#define DOORBELL_BYTES 512
#define DOORBELL_NAME_BYTES 64

/* Who sent a message, according to the system. */
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

/* From now on listens and rings for the board file PATH. The descriptor to wait for stays the same. */
void doorbell_move(struct doorbell *bell, const char *path);

/* Removes the socket, and the folder if nobody else listens. */
void doorbell_free(struct doorbell *bell);

/* Starts to listen. Returns the descriptor to wait for, or -1 if that is not possible, for example in a read-only
 * folder. */
int doorbell_listen(struct doorbell *bell);

/* Sends LEN bytes to all others and returns how many of them listen. Never waits: a process that does not read for a
 * while misses messages. Removes the sockets of processes that have ended. */
size_t doorbell_ring(struct doorbell *bell, const void *bytes, size_t len);

/* How many of them missed the last ring, because they have not read for a while. */
size_t doorbell_missed(const struct doorbell *bell);

/* Sends LEN bytes to the sender TO only, named by doorbell_read(). */
void doorbell_answer(struct doorbell *bell, const char *to, const void *bytes, size_t len);

/* Reads the next message, without waiting, into OUT, and its sender into FROM. False if there is none. */
bool doorbell_read(struct doorbell *bell, char out[DOORBELL_BYTES], size_t *len, struct doorbell_sender *from);

/* Whom the bell reaches now, after doorbell_listen(). */
enum doorbell_reach doorbell_reach(const struct doorbell *bell);

#endif
