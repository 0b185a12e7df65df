/*
 * hostguests: the guests of a host: making the key that they share and what they paste, seeing who they are, and the
 * end of it.
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
	struct strbuf address;       /* by which they reach this machine */
	struct strbuf key;           /* files: their private key, the public one having .pub behind it, */
	struct strbuf script, batch; /* and what can be sent to them */
	struct timespec seen;        /* of the list of guests, when it was read last */
};

#define HOSTGUESTS_INIT         \
	{                       \
		.wanted = false \
	}

/* Reads the options. GUESTS is to be released either way. */
int hostguests_ask(struct hostguests *guests, const struct request *request, const char *user, struct error *err);
void hostguests_release(struct hostguests *guests);

/* Names the files, in the folder of HOST, of the host at PORT. */
void hostguests_place(struct hostguests *guests, const struct host *host, int port);

/* Under the lock of HOST: lets guests in to BOARDS (of char *) in INVITES, with the key that they have had if its time
 * is not over; or no longer, when they are not wanted. */
int hostguests_admit(const struct hostguests *guests, const struct host *host, struct invites *invites,
	const struct vec *boards, struct error *err);

/* Writes the scripts, and prints what a guest pastes. */
int hostguests_print(const struct hostguests *guests, const struct host *host, const char *user, int port,
	const char *board, struct error *err);

/* Looks who has said their name since the last look; for each calls SAY with a sentence. */
void hostguests_look(
	struct hostguests *guests, const struct host *host, struct sshlog *log, void (*say)(const char *sentence));

/* Is it over: has their time come, or somebody ended it? */
bool hostguests_is_over(const struct hostguests *guests, const struct host *host, const struct vec *boards);

/* Ends it for BOARDS: key, files, sessions. *COUNT: how many keys there were. */
int hostguests_end(const struct vec *boards, size_t *count, struct error *err);

#endif
