/*
 * likeness: which stickies say the same: groups of equal keys (sameness.h), kept up to date.
 *
 * The first of a group is its member with the lowest id. To the others it is what they are compared
 * with, so of two stickies with one text the later one is a finding, and it names the first.
 */
#ifndef CHECK_LIKENESS_H
#define CHECK_LIKENESS_H

#include <stdint.h>

#include "base/map.h"
#include "base/vec.h"

struct like;

/* A sticky in a group; lies in whatever its owner keeps of the sticky. */
struct like_member {
	int64_t id;
	uint64_t spelling;         /* of its text (sameness_spelling()) */
	struct like *like;         /* its group, or NULL */
	struct like_member *next;  /* in the group, in no order */
	struct like_member *prev;
};

struct like {
	uint64_t key;
	size_t count;
	struct like_member *members;
	const struct like_member *first;
};

struct likeness {
	struct map groups; /* key -> struct like, none of them empty */
};

#define LIKENESS_INIT {MAP_INIT}

/* Frees the groups; the members must not be used any more. */
void likeness_release(struct likeness *likeness);

/* Puts MEMBER, which is in no group, into that of KEY; takes it out of its own, when it has one.
 * The ids of all members of a group whose first changes thereby are appended to STIRRED (of
 * int64_t). */
void likeness_join(struct likeness *likeness, struct like_member *member, uint64_t key,
	struct vec *stirred);
void likeness_leave(struct likeness *likeness, struct like_member *member, struct vec *stirred);

/* The group of KEY, or NULL. */
const struct like *likeness_find(const struct likeness *likeness, uint64_t key);

#endif
