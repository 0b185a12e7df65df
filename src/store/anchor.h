/*
 * anchor: a file held by a descriptor of its own, so that it can be told from any other that gets
 * its name, and found again where it went.
 *
 * The descriptor is for looking only. Closing it gives up the locks that the process has on that
 * file (fcntl(2)), so it is closed after whoever holds some, and never in a transaction.
 */
#ifndef STORE_ANCHOR_H
#define STORE_ANCHOR_H

#include <stdbool.h>

#include "base/error.h"
#include "store/whereabouts.h"

struct anchor {
	char *path;    /* where the file was opened: absolute, without symbolic links; NULL: none is held */
	int fd;        /* of the file */
	int watch;     /* what can be waited for, or -1: an epoll(7) of the two below */
	int events;    /* inotify(7), on the file and on the folders that it is in; or -1 */
	int mounts;    /* the table of mounts; or -1 */
	bool is_blind; /* not all that can happen to the file is heard of */
};

/* Holds the file at PATH. Negative, with errno set, when that cannot be. */
int anchor_drop(struct anchor *anchor, const char *path);
void anchor_release(struct anchor *anchor);

/* Looks what has become of the file: two calls of the system while it is in its place. Says nothing
 * about what is in it. */
void anchor_look(const struct anchor *anchor, struct whereabouts *now);

/* Does the name still lead to the file? One that cannot be looked at is taken to. */
bool anchor_holds(const struct anchor *anchor);

/* The same, saying so of the file SHOWN otherwise: what is written to one that has lost its name would be lost too. */
int anchor_check(const struct anchor *anchor, const char *shown, struct error *err);

/* Begins to listen for what happens to the file. A descriptor that can be read when there is
 * something to look at, or -1; what it says is taken in by anchor_hear(). ANCHOR is not blind from
 * then on where that is enough and nothing need be looked at otherwise. */
int anchor_watch(struct anchor *anchor);
void anchor_hear(const struct anchor *anchor);

#endif
