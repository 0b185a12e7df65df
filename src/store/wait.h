/*
 * wait: waits while others keep a board locked.
 *
 * Writers of evstorm queue for the write lock and get it in order of arrival, so that nobody starves. Readers that meet
 * a commit queue too, because they would find no gap between successive writers. Locks of processes that do not queue,
 * such as other programs and active readers, are retried. During a wait, the user of the store decides whether to
 * keep waiting (store_on_wait()).
 *
 *	line     each waiting process locks one byte of the board file, far beyond everything that SQLite uses; the
 *	         offset is its time of arrival. The lock vanishes with the process, however it ends. If a process
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
	store_waiting *waiting; /* decides whether to keep waiting, or NULL */
	void *waiting_context;
	int fd;                           /* SQLite's descriptor for the board file; -1: there is no line */
	int64_t place;                    /* in the line; 0: not in line */
	bool reads;                       /* a reader is in line */
	bool begun;                       /* a reader is waiting, in line or not */
	int64_t since_us;                 /* when the wait began */
	int64_t stuck_us;                 /* since when `holder` has kept it locked without a pause */
	long holder;                      /* a process; 0: unknown, -1: nobody, or this process */
	char program[WAIT_PROGRAM_BYTES]; /* its name, clean, or "" */
};

/* The descriptors of this process for a file at one moment. */
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

/* Waits in line. Afterwards, whatever happened, try to take the write lock and call wait_leave(). */
void wait_in_line(struct wait *wait);
void wait_leave(struct wait *wait);

/* Waits until nobody else upgrades the file, then keeps others from doing so. Gives up after a very long time. */
void wait_alone(struct wait *wait);
void wait_alone_end(struct wait *wait);

/* A seal_got: the reader of CONTEXT, a struct wait, may read now and leaves the line. */
void wait_reads(void *context);

#endif
