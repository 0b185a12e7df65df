/*
 * guestlist: the guests who have given their names: who is let in under which name, from which machine, and who was
 * sent out for good.
 *
 * It is a file next to the list of invitations, with a line for each name:
 *
 *	in|out TOKEN ADDRESS port NUMBER NAME
 *
 * The guest's machine sends TOKEN, by which it is recognised when it comes again; "-" if it sends none. A name belongs
 * to the machine that took it first. The list is changed under the lock of the host folder (host.h).
 */
#ifndef LIVE_GUESTLIST_H
#define LIVE_GUESTLIST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/vec.h"
#include "live/invite.h"

/* The most names in the list. */
#define GUESTLIST_MOST 200

/* The length of a token, which consists of letters, digits, "-", "_" and "." */
#define GUESTLIST_TOKEN_LEAST 8
#define GUESTLIST_TOKEN_MOST 80

struct guest {
	char *name;  /* clean, owned */
	char *token; /* or "-"; owned */
	char *from;  /* "ADDRESS port NUMBER" of their last connection; owned */
	bool out;    /* sent out for good */
};

struct guestlist {
	struct vec list; /* of struct guest, the latest to come last */
};

void guestlist_init(struct guestlist *guests);
void guestlist_release(struct guestlist *guests);

/* Appends the path of the guest list next to the invitation list INVITED. */
void guestlist_path(const char *invited, struct strbuf *path);

/* Reads that list; a missing file is an empty list. */
int guestlist_load(struct guestlist *guests, const char *invited, struct error *err);

/* Writes that list, completely or not at all. */
int guestlist_save(const struct guestlist *guests, const char *invited, struct error *err);

/* Has TEXT the form of a token? */
bool guestlist_is_token(const char *text);

/* Do two names look the same to people? Case does not count. */
bool guestlist_same_name(const char *a, const char *b);

/* The guest of that name, or NULL; the latest guest from the machine TOKEN, or NULL. */
const struct guest *guestlist_named(const struct guestlist *guests, const char *name);
const struct guest *guestlist_known(const struct guestlist *guests, const char *token);

/* Was a guest from the machine TOKEN sent out? */
bool guestlist_is_out(const struct guestlist *guests, const char *token);

/* Lets the machine TOKEN, connected from FROM, in as NAME. Fails if the name belongs to another machine, or the list is
 * full. */
int guestlist_enter(struct guestlist *guests, const char *name, const char *token, const char *from, struct error *err);

/* Sends NAME out, and all other names of the same machine; returns how many. */
size_t guestlist_expel(struct guestlist *guests, const char *name);

/* Until when NAME may work on BOARD in ROLE as a guest, in seconds since 1970; 0: not at all. */
int64_t guestlist_until(const struct guestlist *guests, const struct invites *invites, const char *name,
	const char *board, enum role role);

#endif
