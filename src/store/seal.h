/*
 * seal: marks that show whether a file, its pages and a journal belong together.
 *
 * SQLite finds a journal by its name alone, and trusts it. But people copy, restore and move
 * boards. So each page of a board ends in 16 bytes that SQLite leaves to applications (its file format,
 * "Reserved bytes per page"), written together with the page:
 *
 *	page     ... 4080 bytes of SQLite ... | number | stamp | "evs" | state |
 *	                                        4        8       3       1      bytes, big-endian
 *
 *	number   of the commit that wrote the page, one more than that of the previous commit
 *	stamp    a random number, new for each commit
 *	state    0; 1 on page 1 while a commit is being written to the file
 *
 * A journal says after its header to which commit it belongs: by SQLite's count of changes and the stamp of page 1
 * before the commit, and the stamp after it. Therefore
 *
 *	a journal left by a crash is played back only into its own file, whether that is from before, during or
 *	after the commit; otherwise both journal and file are left alone;
 *	a file that was cut off during a commit and lost its journal is recognised;
 *	a copy made while somebody was writing is recognised as neither the old nor the new board, because it has
 *	pages that are newer than its page 1;
 *	pages of one board are never written into another one that has taken its place.
 *
 * Journals of other programs do not say where they belong; for these, page 1 in the journal is compared. A file
 * without these bytes (of format 1, or rebuilt by another program) has the stamp 0.
 *
 * A seal is a VFS for one connection: SQLite's own, with a few functions replaced.
 */
#ifndef STORE_SEAL_H
#define STORE_SEAL_H

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

/* The bytes at the end of each page. */
#define SEAL_BYTES 16

/* Why reading or writing was refused. */
enum seal_fault {
	SEAL_NO_FAULT,
	SEAL_STRANGE_JOURNAL, /* the journal next to the file belongs to another state of it */
	SEAL_NO_JOURNAL,      /* the file with the journal's name is not a journal */
	SEAL_CUT_OFF,         /* the file was cut off during a commit, and its journal is missing */
	SEAL_TORN,            /* its pages are from different times */
	SEAL_REPLACED         /* it has been overwritten by another file since seal_look() */
};

/* The commit that page 1 belongs to. */
struct seal_mark {
	uint32_t count;  /* of changes, as SQLite and other programs count them */
	uint32_t number; /* of the commit; only evstorm counts these */
	uint64_t stamp;
};

/* The header of a file. */
struct seal_header {
	bool sqlite; /* it is an SQLite database */
	bool wal;    /* in WAL mode */
	uint32_t page_bytes;
	uint32_t reserved; /* bytes at the end of each page */
	uint32_t application;
	uint32_t format; /* the user_version */
	struct seal_mark mark;
};

struct seal;

/* A seal for one connection, which it must outlive. */
struct seal *seal_new(void);
void seal_free(struct seal *seal);

/* The name of the VFS for sqlite3_open_v2(). */
const char *seal_vfs(const struct seal *seal);

/* From now on, seals pages even without a journal: for a file that nobody else knows yet. */
void seal_always(struct seal *seal);

/* From now on, calls GOT once the connection may read the file, or has finally failed to. */
typedef void seal_got(void *context);
void seal_on_reading(struct seal *seal, seal_got *got, void *context);

/* Reads the header from the file, bypassing SQLite's cache; false if it cannot be read. */
bool seal_read(struct seal *seal, struct seal_header *header);

/* The same with the write lock held: the next commit fails if the file has been overwritten by then. Ends with
 * seal_forget(). */
bool seal_look(struct seal *seal, struct seal_header *header);
void seal_forget(struct seal *seal);

/* Why the seal made the last SQLite call fail, if it did; clears it. */
enum seal_fault seal_take_fault(struct seal *seal);

#endif
