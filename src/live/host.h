/*
 * host: a private sshd, run by the user who hosts, without root: its folder, its key, its start. What it is told is in
 * sshdconf.h.
 *
 * The folder holds the host's key, the list of those invited (invite.h), and while a host runs the
 * configuration of its sshd. It is its owner's alone.
 */
#ifndef LIVE_HOST_H
#define LIVE_HOST_H

#include <sys/types.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "base/vec.h"

#define HOST_PORT 2222

/* What names the boards that are open to sessions, in their environment: paths, with colons between. */
#define HOST_BOARDS_VARIABLE "EVSTORM_HOSTED"

struct host {
	struct strbuf folder;  /* an absolute path */
	struct strbuf key;     /* the host's private key; the public one has .pub behind it */
	struct strbuf invited; /* the list of those invited */
	int lock;              /* descriptor of the folder, locked while the list is altered; -1 */
};

/* Opens the host folder FOLDER, which is made when there is none. HOST is to be released either way. */
int host_open(struct host *host, const char *folder, struct error *err);
void host_release(struct host *host);

/* Waits for others that alter the list of those invited, and keeps them waiting until the release. */
int host_lock(struct host *host, struct error *err);

/* Makes a key: the file PATH, and the public one with .pub behind it. */
int host_make_key_at(const char *path, struct error *err);

/* Makes the host's key, unless it is there. Appends its fingerprint to PRINT. */
int host_make_key(const struct host *host, struct error *err);
int host_fingerprint(const struct host *host, struct strbuf *print, struct error *err);

/* Can somebody listen at PORT? Will sshd get terminals here? */
int host_check_port(int port, struct error *err);
int host_check_terminals(struct error *err);

/* Can PATH stand in sshd's files? */
int host_check_path(const char *path, struct error *err);

/* Starts SSHD with the file CONFIG, in a process group of its own; it ends when this process does. *PID is its
 * number, *LOG a descriptor from which what it says is read
 * without waiting. */
int host_start(const char *sshd, const char *config, pid_t *pid, int *log, struct error *err);

#endif
