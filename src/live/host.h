/*
 * host: a private sshd, run by the user who hosts, without root: its folder, its key, its start. sshdconf.h has its
 * configuration.
 *
 * The folder has the host's key, the list of invitations (invite.h) and, while a host is running, the configuration of
 * its sshd. Only its owner may enter it.
 */
#ifndef LIVE_HOST_H
#define LIVE_HOST_H

#include <sys/types.h>

#include "base/error.h"
#include "base/strbuf.h"
#include "base/vec.h"

#define HOST_PORT 2222

/* The environment variable of sessions with the boards that they may open: paths, separated by colons. */
#define HOST_BOARDS_VARIABLE "EVSTORM_HOSTED"

struct host {
	struct strbuf folder;  /* an absolute path */
	struct strbuf key;     /* path of the host's private key; that of the public one ends in .pub */
	struct strbuf invited; /* path of the list of invitations */
	int lock;              /* a descriptor of the folder while it is locked, or -1 */
};

/* Opens the host folder FOLDER, which is made if it is missing. Release HOST either way. */
int host_open(struct host *host, const char *folder, struct error *err);
void host_release(struct host *host);

/* Locks the folder, waiting for others who change the list of invitations; host_release() unlocks it. */
int host_lock(struct host *host, struct error *err);

/* Makes a key in the file PATH, and its public key in PATH.pub. */
int host_make_key_at(const char *path, struct error *err);

/* Makes the host's key, if it is missing. Appends its fingerprint to PRINT. */
int host_make_key(const struct host *host, struct error *err);
int host_fingerprint(const struct host *host, struct strbuf *print, struct error *err);

/* Fails if nobody can listen on PORT; if sshd cannot allocate terminals here. */
int host_check_port(int port, struct error *err);
int host_check_terminals(struct error *err);

/* Fails if PATH cannot be part of the files for sshd. */
int host_check_path(const char *path, struct error *err);

/* Starts SSHD with the file CONFIG, in a process group of its own; it ends when this process does. Sets *PID, and *LOG
 * to a non-blocking descriptor for reading its log. */
int host_start(const char *sshd, const char *config, pid_t *pid, int *log, struct error *err);

#endif
