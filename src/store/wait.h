/*
 * wait: waiting while others keep a board locked.
 *
 * There are two things to wait for. Our own writers queue for the write lock and get it in order of arrival, so that
 * nobody starves. Readers that meet a commit queue too: among back-to-back writers they would never find a gap.
 * The others are locks of those who do not queue: other programs, and active readers. During a wait, the user of the
 * store is asked whether to keep waiting (store_on_wait()).
 *
 *	line     each waiting process locks one byte of the board file, far behind everything that SQLite uses; the
 *	         offset is its time of arrival. The lock vanishes with the process, however it ends. When a process
 *	         in front makes no progress, because it is stopped, the others pass it.
 *	holder   the process that has SQLite's lock, according to the system
 */
#ifndef STORE_WAIT_H
#define STORE_WAIT_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "store/store_types.h"

/* Only descriptors below this number are searched for the one that SQLite has opened. */
#define WAIT_FILES_MOST 256

#define WAIT_PROGRAM_BYTES 64

struct wait {
	store_waiting *waiting; /* asked whether to go on, or NULL */
	void *waiting_context;
	int fd;                           /* SQLite's own for the board's file, or -1: then there is no line */
	int64_t place;                    /* in the line, 0: in none */
	bool reads;                       /* it is a reader that queues */
	bool begun;                       /* a reader waits, in line or not */
	int64_t since_us;                 /* when the waiting began */
	int64_t stuck_us;                 /* since when HOLDER has kept it locked without a pause */
	long holder;                      /* a process; 0: unknown, -1: nobody, or this one */
	char program[WAIT_PROGRAM_BYTES]; /* its name, clean, or "" */
};

/* The descriptors open for a file at some moment. */
struct wait_files {
	dev_t device;
	ino_t inode;
	bool open[WAIT_FILES_MOST];
};

/* Records which descriptors this process has for FILE; returns the one opened since, or -1. */
void wait_files_note(struct wait_files *files, const char *file);
int wait_files_new(const struct wait_files *files);

/* Binds WAIT to the connection DB, whose file is FD. Keeps the callback. */
void wait_for(struct wait *wait, sqlite3 *db, int fd);

/* Waits in the queue. Afterwards always try to take the write lock, whatever the outcome, and call wait_leave(). */
void wait_in_line(struct wait *wait);
void wait_leave(struct wait *wait);

/* Waits until nobody else migrates the file, then keeps others from doing so. Gives up after a very long time. */
void wait_alone(struct wait *wait);
void wait_alone_end(struct wait *wait);

/* A reader has got to read and leaves the queue; CONTEXT is a struct wait. */
void wait_reads(void *context);

#endif
