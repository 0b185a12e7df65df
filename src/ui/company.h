/*
 * company: the others on the same board: hearing from them, and telling them where one is oneself.
 *
 * While nobody else is there it sends nothing, and wakes nobody.
 */
#ifndef UI_COMPANY_H
#define UI_COMPANY_H

#include "draw/scene_people.h"
#include "live/presence.h"

struct company {
	struct doorbell *bell;     /* the session's; NULL when there can be none */
	int fd;                    /* to be waited for, or -1 */
	struct presence presence;  /* the others */
	struct strbuf name;        /* one's own */
	struct place told_place;   /* what they were told last: */
	bool told_typing;
	int64_t told_ms;           /* and when, by clock_span_ms() */
};

/* Begins to listen for the person NAME, and says hello. BELL may be NULL, and must outlive it. */
void company_init(struct company *company, struct doorbell *bell, const char *name,
	struct place place);

/* Says goodbye. */
void company_release(struct company *company);

/* Takes in what has come; true when the board's log has grown. */
bool company_hear(struct company *company);

/* Tells the others where one is, when that is news and they were not told a moment ago. */
void company_tell(struct company *company, struct place place, bool typing);

/* After how many ms there is something to tell or to look after; -1: never. */
int company_next_ms(const struct company *company, struct place place, bool typing);

/* Appends the others (struct scene_person) to PEOPLE; good until the next company_hear(). */
void company_list(const struct company *company, struct vec *people);

#endif
