/*
 * guestlist: the guests who have said their names at the door: who is let in under which name, from which machine, and
 * who was sent out for good.
 *
 * It is a file beside the list of those invited, a line for each name:
 *
 *	in|out TOKEN ADDRESS port NUMBER NAME
 *
 * TOKEN is what the guest's machine shows when it comes, so that it is known when it comes again; "-" when it shows
 *none. A name belongs to the machine that took it first. The list is altered under the lock of the host folder
 *(host.h).
 */
#ifndef LIVE_GUESTLIST_H
#define LIVE_GUESTLIST_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "base/vec.h"
#include "live/invite.h"

/* More names than these are not taken in. */
#define GUESTLIST_MOST 200

/* A token has so many letters, digits, "-", "_" and "." */
#define GUESTLIST_TOKEN_LEAST 8
#define GUESTLIST_TOKEN_MOST 80

struct guest {
	char *name;  /* clean, owned */
	char *token; /* or "-"; owned */
	char *from;  /* "ADDRESS port NUMBER": where they came from last; owned */
	bool out;    /* sent out for good */
};

struct guestlist {
	struct vec list; /* of struct guest; who came last is last */
};

void guestlist_init(struct guestlist *guests);
void guestlist_release(struct guestlist *guests);

/* Appends the path of the list that is beside the list of those invited INVITED. */
void guestlist_path(const char *invited, struct strbuf *path);

/* Reads that list; none is an empty one. */
int guestlist_load(struct guestlist *guests, const char *invited, struct error *err);

/* Writes it, whole or not at all. */
int guestlist_save(const struct guestlist *guests, const char *invited, struct error *err);

/* Is TEXT what a machine may show? */
bool guestlist_is_token(const char *text);

/* Are two names the same to those who read them? Upper and lower case are. */
bool guestlist_same_name(const char *a, const char *b);

/* The guest of that name, or NULL; the name that the machine TOKEN came under last, or NULL. */
const struct guest *guestlist_named(const struct guestlist *guests, const char *name);
const struct guest *guestlist_known(const struct guestlist *guests, const char *token);

/* Was somebody sent out who came from the machine TOKEN? */
bool guestlist_is_out(const struct guestlist *guests, const char *token);

/* Takes NAME in for the machine TOKEN, which comes from FROM. Refused when the name is another machine's, or the list
 * is full. */
int guestlist_enter(struct guestlist *guests, const char *name, const char *token, const char *from, struct error *err);

/* Sends NAME out, and every other name of the same machine; how many there are. */
size_t guestlist_expel(struct guestlist *guests, const char *name);

/* Until when NAME may be on BOARD in ROLE as a guest, in seconds since 1970; 0: not at all. */
int64_t guestlist_until(const struct guestlist *guests, const struct invites *invites, const char *name,
	const char *board, enum role role);

#endif
