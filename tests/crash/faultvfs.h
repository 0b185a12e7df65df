/*
 * faultvfs: a file system beneath SQLite of which a chosen call fails, or at which the process is killed.
 *
 * All calls are counted by their sort, from 1. It is SQLite's own VFS underneath, but does not sync: what would
 * be on disk is kept account of (losses.h). The store's own calls (fsync, link, rename, unlink, open) are counted
 * along, by --wrap of the linker.
 */
#ifndef TESTS_CRASH_FAULTVFS_H
#define TESTS_CRASH_FAULTVFS_H

#include <stdbool.h>

enum fault_call {
	FAULT_OPEN,
	FAULT_READ,
	FAULT_WRITE,
	FAULT_SYNC,
	FAULT_TRUNCATE,
	FAULT_LOCK,
	FAULT_DELETE,
	FAULT_NAME, /* link, rename */
	FAULT_CALLS
};

enum fault_then {
	FAULT_FAIL,     /* the call returns `code` and does nothing */
	FAULT_KILL,     /* the process is gone before the call */
	FAULT_LOSE_ALL, /* so is what was not synced, */
	FAULT_LOSE_SOME /* or some of it */
};

struct fault {
	enum fault_call call;
	int nth; /* the first is 1; 0: none */
	enum fault_then then;
	int code;     /* of SQLite; the store's own calls set errno to what is like it */
	bool lasting; /* all calls of this sort fail from then on */
};

/* The status of a process that was killed so. */
#define FAULT_EXIT 77

/* Makes it SQLite's default. Only what lies below FOLDER is counted. */
void faultvfs_register(const char *folder);

/* From now on FAULT is in force, and calls are counted from 1 again. */
void faultvfs_arm(const struct fault *fault);

/* Has it happened? */
bool faultvfs_has_happened(void);

const char *faultvfs_name(enum fault_call call);

#endif
