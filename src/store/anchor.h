/*
 * anchor: a file held open by a descriptor of its own, to tell it from another file that takes over its name, and to
 * find it again when it is moved.
 *
 * The descriptor is never read or written. Closing it drops all locks that the process has on that file (fcntl(2)), so
 * close it after everything that holds locks, and never in a transaction.
 */
#ifndef STORE_ANCHOR_H
#define STORE_ANCHOR_H

#include <stdbool.h>

#include "base/error.h"
#include "store/whereabouts.h"

struct anchor {
	char *path;    /* where the file was opened: absolute, without symbolic links; NULL: none is held */
	int fd;        /* of the file */
	int watch;     /* an epoll(7) of the two below, to wait for; or -1 */
	int events;    /* inotify(7), on the file and on the folders that it is in; or -1 */
	int mounts;    /* the mount table; or -1 */
	bool is_blind; /* some events on the file go unnoticed */
};

/* Holds the file at PATH. Negative, with errno set, on failure. */
int anchor_drop(struct anchor *anchor, const char *path);
void anchor_release(struct anchor *anchor);

/* Finds out where the file is now; costs two system calls while it is in its place. Does not look at its content. */
void anchor_look(const struct anchor *anchor, struct whereabouts *now);

/* Does the name still lead to the file? True when that cannot be found out. */
bool anchor_holds(const struct anchor *anchor);

/* The same as an error that calls the file SHOWN: writing to a file without a name would lose the data. */
int anchor_check(const struct anchor *anchor, const char *shown, struct error *err);

/* Begins to watch the file. Returns a descriptor that becomes readable when something may have changed, or -1;
 * anchor_hear() drains it. From then on, ANCHOR is not blind if these events suffice and no polling is needed. */
int anchor_watch(struct anchor *anchor);
void anchor_hear(const struct anchor *anchor);

#endif
