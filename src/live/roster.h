/*
 * roster: what each process on a board shows the others, who read it when they want to.
 *
 * In the live folder (livefolder.h) each user of the machine has a file, and each of their processes an entry in it
 * with a line of text. The owner writes an entry with one call, and the others read all entries of a file with one
 * call, so showing something costs the same for any number of people.
 *
 * A process keeps its entry locked, and the lock ends with the process, however that ends. The lock is how the system
 * vouches for the process, and the owner of the file for its user. Each process also watches the next one, through a
 * pidfd. When that ends, it says so in its own entry, so that the others check too.
 *
 * The files are not trusted: each must be a regular file of the user in its name, with no other name; no more is read
 * than there can be; an entry that does not match its checksum is being written, and is read again later.
 *
 * The locks are those of fcntl(2), which a process loses when it closes any descriptor of the file. So a process may
 * have only one roster for a folder.
 */
#ifndef LIVE_ROSTER_H
#define LIVE_ROSTER_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>
#include <time.h>

#include "base/vec.h"

/* The longest text, with its NUL, and the most processes of a user. */
#define ROSTER_TEXT_BYTES 488
#define ROSTER_MOST 500

/* Names of the files: this and the number of the user. */
#define ROSTER_PREFIX ".people."

struct roster {
	int epoll;                    /* waits for the pidfd of the next process; not owned */
	uid_t user;                   /* of this process */
	struct vec files;             /* of struct roster_file (roster.c) */
	struct vec lost;              /* of struct roster_lost (roster.c): roster_read() must report them as gone */
	struct timespec listed;       /* the folder's time when `files` was read (livefolder_has_changed()) */
	int64_t checked_ms;           /* when all locks were last checked, by clock_span_ms() */
	struct roster_entry *entries; /* room for the entries of a file (roster.c) */
	int own;                      /* number of this process's entry, or -1 */
	uint32_t sequence;            /* of that entry: grows whenever it is written */
	uint32_t deaths;              /* how often this process has noticed that another has ended */
	char text[ROSTER_TEXT_BYTES]; /* what this process shows */
	int pidfd;                    /* of the next process, or -1 */
	long next;                    /* number of that process, 0 if there is none */
	bool died;                    /* the next process has ended */
	bool polls;                   /* the end of the next process cannot be waited for, so roster_read() must look */
};

/* Receives what is new about the process PID of USER: its TEXT, at most ROSTER_TEXT_BYTES and not cleaned, or NULL if
 * it is gone. */
typedef void roster_visit(void *context, uid_t user, long pid, const char *text);

/* EPOLL is an epoll(7) to which pidfds are added, with -1 as their data; when one is ready, call
 * roster_note_death(). */
void roster_init(struct roster *roster, int epoll);

void roster_release(struct roster *roster);

/* Clears the entry of this process and closes all files. The next roster_read(), in whichever folder, first reports
 * everybody as gone. */
void roster_leave(struct roster *roster);

/* Shows TEXT in FOLDER in place of what was shown before; false if that is not possible. */
bool roster_show(struct roster *roster, int folder, const char *text);

/* Reads the entries of all others in FOLDER and calls VISIT for those that are new. True if the others must be woken,
 * because this process has noticed that somebody is gone. */
bool roster_read(struct roster *roster, int folder, roster_visit *visit, void *context);

void roster_note_death(struct roster *roster);

/* Removes the files of all users from FOLDER; for the last who leaves it. */
void roster_remove(int folder);

#endif
