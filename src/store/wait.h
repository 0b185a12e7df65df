/*
 * wait: for others who keep a board locked.
 *
 * There are two things to wait for. Writers of ours stand in line before the write lock, so that each gets it in
 * the order in which they came and nobody starves. So do readers that meet a commit: with one writer after the
 * other there is no moment to get in between, but for those in line. Then there are locks of whoever does not
 * stand there: other programs, and readers that are at it. Meanwhile whoever uses the store is asked whether to go
 * on (store_on_wait()).
 *
 *	line     each who waits keeps one byte of the board's file locked, far behind all that SQLite uses;
 *	         its number is the time at which they came. It goes with the process, however that ends. When
 *	         those in front do not go on, as they have been stopped, the others pass them.
 *	holder   who has SQLite's lock, as the system says
 */
#ifndef STORE_WAIT_H
#define STORE_WAIT_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "store/store_types.h"

/* The descriptors below this number are looked through for the one that SQLite has opened. */
#define WAIT_FILES_MOST 256

#define WAIT_PROGRAM_BYTES 64

struct wait {
	store_waiting *waiting; /* asked whether to go on, or NULL */
	void *waiting_context;
	int fd;                           /* SQLite's own for the board's file, or -1: then there is no line */
	int64_t place;                    /* in the line, 0: in none */
	bool reads;                       /* what stands there is a reader */
	bool begun;                       /* a reader waits, in line or not */
	int64_t since_us;                 /* when the waiting began */
	int64_t stuck_us;                 /* since when HOLDER keeps it locked without a pause */
	long holder;                      /* a process; 0: not known, -1: nobody, or this one */
	char program[WAIT_PROGRAM_BYTES]; /* its name, clean, or "" */
};

/* Which descriptors for a file there were. */
struct wait_files {
	dev_t device;
	ino_t inode;
	bool open[WAIT_FILES_MOST];
};

/* Notes which descriptors this process has for FILE; then the one that was opened since, or -1. */
void wait_files_note(struct wait_files *files, const char *file);
int wait_files_new(const struct wait_files *files);

/* Makes WAIT that of the connection DB, whose file is FD. Who is asked stays. */
void wait_for(struct wait *wait, sqlite3 *db, int fd);

/* Waits for one's turn. Always to be followed by taking the write lock, whatever came of it, and by wait_leave(). */
void wait_in_line(struct wait *wait);
void wait_leave(struct wait *wait);

/* Waits until nobody else is about to bring the file up to date, then keeps others from it. Gives up when that
 * takes very long. */
void wait_alone(struct wait *wait);
void wait_alone_end(struct wait *wait);

/* A reader has come to read, and leaves the line; CONTEXT is a struct wait. */
void wait_reads(void *context);

#endif
