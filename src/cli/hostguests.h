/*
 * hostguests: the guests of a host: makes the key that they share and the command they paste, sees who they are, and
 * ends their access.
 */
#ifndef CLI_HOSTGUESTS_H
#define CLI_HOSTGUESTS_H

#include <stdint.h>
#include <time.h>

#include "cli/request.h"
#include "live/host.h"
#include "live/invite.h"
#include "live/sshlog.h"

struct hostguests {
	bool wanted; /* guests are let in */
	enum role role;
	int64_t until;               /* seconds since 1970 */
	struct strbuf address;       /* the address by which they reach this machine */
	struct strbuf key;           /* files: their private key (the public one is the same plus .pub), */
	struct strbuf script, batch; /* and what can be sent to them */
	struct timespec seen;        /* time of the list of guests when it was last read */
};

#define HOSTGUESTS_INIT         \
	{                       \
		.wanted = false \
	}

/* Reads the options. Release GUESTS even after a failure. */
int hostguests_ask(struct hostguests *guests, const struct request *request, const char *user, struct error *err);
void hostguests_release(struct hostguests *guests);

/* Sets the names of the files, in the folder of HOST, for the host at PORT. */
void hostguests_place(struct hostguests *guests, const struct host *host, int port);

/* With HOST locked: adds the guests' access to BOARDS (of char *) to INVITES, with their old key if it is still valid;
 * or removes it if guests are not wanted. */
int hostguests_admit(const struct hostguests *guests, const struct host *host, struct invites *invites,
	const struct vec *boards, struct error *err);

/* Writes the scripts, and prints the command for guests to paste. */
int hostguests_print(const struct hostguests *guests, const struct host *host, const char *user, int port,
	const char *board, struct error *err);

/* Checks who has given a name since the last call; calls SAY with a sentence for each. */
void hostguests_look(
	struct hostguests *guests, const struct host *host, struct sshlog *log, void (*say)(const char *sentence));

/* Is the guests' access over, because the time is up or somebody ended it? */
bool hostguests_is_over(const struct hostguests *guests, const struct host *host, const struct vec *boards);

/* Ends it for BOARDS: key, files, sessions. *COUNT is the number of keys. */
int hostguests_end(const struct vec *boards, size_t *count, struct error *err);

#endif
