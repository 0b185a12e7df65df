/*
 * seal: marks by which a file, its pages and a journal are known to belong together.
 *
 * SQLite finds a journal by its name alone, and trusts it. But people copy, restore and move
 * boards. So each page of a board ends in 16 bytes that SQLite leaves to us (its file format, "Reserved bytes
 * per page"), and they are written with the page:
 *
 *	page     ... 4080 bytes of SQLite ... | number | stamp | "evs" | state |
 *	                                        4        8       3       1      bytes, big-endian
 *
 *	number   of the commit in which the page was written, one more than that of the commit before
 *	stamp    a random number, new for each commit
 *	state    0; 1 on page 1 from the first byte of a commit that is written to the file to its last
 *
 * and a journal says, behind its header, what it is of: SQLite's count of changes and the stamp of page 1 before
 * the commit, and the stamp that it will have. From this follows
 *
 *	a journal that was left by a crash is played back only into the file that it was made for, be it from
 *	before, amid or after that commit, and otherwise stays where it is, as does the file;
 *	a file that was cut off in a commit and lost its journal is known to be so;
 *	a copy that was made while somebody wrote is known to be neither the old nor the new board, as it has
 *	pages that are newer than its first;
 *	pages of one board are not written into another that was put in its place.
 *
 * Journals of other programs do not say what they are of; there the page 1 in the journal is compared. A file
 * without these bytes (of format 1, or made anew by another program) has the stamp 0.
 *
 * A seal is a VFS of one connection: SQLite's own, but for a few functions that look at what goes by.
 */
#ifndef STORE_SEAL_H
#define STORE_SEAL_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

/* At the end of each page. */
#define SEAL_BYTES 16

/* Why something was refused. */
enum seal_fault {
	SEAL_NO_FAULT,
	SEAL_STRANGE_JOURNAL, /* the journal next to the file belongs to another state of it */
	SEAL_NO_JOURNAL,      /* the file with the journal's name is not a journal */
	SEAL_CUT_OFF,         /* the file was cut off in a commit, and its journal is not there */
	SEAL_TORN,            /* its pages are from different times */
	SEAL_REPLACED         /* it was overwritten by another file since seal_look() */
};

/* The commit that page 1 belongs to. */
struct seal_mark {
	uint32_t count;  /* of changes, as SQLite and other programs count them */
	uint32_t number; /* of our commits */
	uint64_t stamp;
};

/* What the first bytes of a file say. */
struct seal_header {
	bool sqlite; /* it is a database of SQLite's */
	bool wal;    /* in WAL mode */
	uint32_t page_bytes;
	uint32_t reserved; /* bytes at the end of each page */
	uint32_t application;
	uint32_t format; /* the user_version */
	struct seal_mark mark;
};

struct seal;

/* For one connection, which it must outlive. */
struct seal *seal_new(void);
void seal_free(struct seal *seal);

/* What to give to sqlite3_open_v2(). */
const char *seal_vfs(const struct seal *seal);

/* From now on, seals pages even without a journal: for a file that nobody else knows yet. */
void seal_always(struct seal *seal);

/* From now on, calls GOT when the connection has got to read the file, or has failed for good. */
typedef void seal_got(void *context);
void seal_on_reading(struct seal *seal, seal_got *got, void *context);

/* Reads the header from the file, bypassing SQLite's cache; false when it cannot be read. */
bool seal_read(struct seal *seal, struct seal_header *header);

/* The same with the write lock held: the next commit fails if the file has been overwritten by then. Ends with
 * seal_forget(). */
bool seal_look(struct seal *seal, struct seal_header *header);
void seal_forget(struct seal *seal);

/* Why the last SQLite call failed, if the seal made it fail; clears it. */
enum seal_fault seal_take_fault(struct seal *seal);

#endif
