/*
 * anchor: holds a file open by a descriptor of its own, to notice when another file takes over its name, and to find it
 * again after a move.
 *
 * The descriptor is never read or written. Closing it drops all locks that the process has on the file (fcntl(2)), so
 * close it last, after whatever holds locks, and never in a transaction.
 */
#ifndef STORE_ANCHOR_H
#define STORE_ANCHOR_H

#include <stdbool.h>

#include "base/error.h"
#include "store/whereabouts.h"

struct anchor {
	char *path;    /* where the file was opened: absolute, without symbolic links; NULL: no file is held */
	int fd;        /* of the file */
	int watch;     /* an epoll(7) descriptor for the two below; or -1 */
	int events;    /* inotify(7), on the file and on the folders above it; or -1 */
	int mounts;    /* the mount table; or -1 */
	bool is_blind; /* some events on the file go unnoticed */
};

/* Holds the file at PATH. Negative, with errno set, on failure. */
int anchor_drop(struct anchor *anchor, const char *path);
void anchor_release(struct anchor *anchor);

/* Finds out where the file is now, in two system calls if it has not moved. Does not look at its content. */
void anchor_look(const struct anchor *anchor, struct whereabouts *now);

/* Does the name still lead to the file? True if that cannot be found out. */
bool anchor_holds(const struct anchor *anchor);

/* Fails if the name no longer leads to the file, as writing would then lose the data. Errors call the file SHOWN. */
int anchor_check(const struct anchor *anchor, const char *shown, struct error *err);

/* Starts to watch the file. Returns a descriptor that becomes readable when something may have changed, or -1;
 * anchor_hear() drains it. From then on, `is_blind` says whether polling is still necessary. */
int anchor_watch(struct anchor *anchor);
void anchor_hear(const struct anchor *anchor);

#endif
