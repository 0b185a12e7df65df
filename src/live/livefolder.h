/*
 * livefolder: the folder BOARD.live next to a board file, through which the processes that have the board open see and
 * wake each other.
 *
 * Only users who share the board (sharing.h) may enter it: its permissions follow those of the board file, and a folder
 * that others may enter is not used. Its contents may still come from any program of these users, so readers must not
 * trust them.
 *
 * Everybody in the folder holds a shared lock on it, which ends with the process. So whoever leaves last knows, and
 * removes it; and nobody enters a folder that is being removed.
 */
#ifndef LIVE_LIVEFOLDER_H
#define LIVE_LIVEFOLDER_H

#include <dirent.h>
#include <stdbool.h>
#include <stdint.h>
#include <time.h>

struct livefolder {
	char *board;        /* path of the board file */
	char *path;         /* BOARD.live */
	int fd;             /* of the folder while this process is in it, or -1 */
	int64_t checked_ms; /* when it was last found trustworthy, by clock_span_ms() */
};

/* For the board file PATH; nothing is made on disk yet. */
void livefolder_init(struct livefolder *folder, const char *path);

/* Call livefolder_leave() before. */
void livefolder_release(struct livefolder *folder);

/* Opens the folder, without entering it; -1 if there is none that can be trusted. The caller closes it. */
int livefolder_open(const struct livefolder *folder);

/* Enters the folder, making it if necessary; false if that is not possible. */
bool livefolder_enter(struct livefolder *folder);

/* The descriptor of the folder while this process is in it and can trust it, which is checked once a second; otherwise
 * -1. The folder stays the owner of it. */
int livefolder_fd(struct livefolder *folder);

/* Is nobody else in the folder? If so, nobody can enter any more: call livefolder_leave() next. */
bool livefolder_is_last(const struct livefolder *folder);

/* Leaves the folder, and removes it if it is empty. */
void livefolder_leave(struct livefolder *folder);

/* Opens the directory FD for reading from its beginning, whatever else reads it; NULL if that is not possible. The
 * caller calls closedir(). */
DIR *livefolder_read(int fd);

/* May files have come or gone in the directory FD since *LISTED, a time that this function sets, at first 0? */
bool livefolder_has_changed(int fd, struct timespec *listed);

#endif
