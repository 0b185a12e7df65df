/*
 * peers: the others on the same board: hearing from them, telling them where one is and what one does, and
 * calling out to all.
 *
 * While nobody else is there it sends nothing, and wakes nobody.
 */
#ifndef CANVAS_PEERS_H
#define CANVAS_PEERS_H

#include "draw/scene_people.h"
#include "live/presence.h"

struct peers {
	struct doorbell *bell;      /* the session's; NULL when there can be none */
	int fd;                     /* to be waited for, or -1 */
	enum doorbell_reach reach;  /* whom it reaches, as peers_look() has found; DOORBELL_NOBODY without a bell */
	bool unrung;                /* at the last look there was something new, and nobody had rung */
	struct presence presence;   /* the others, and what they call */
	struct strbuf name;         /* one's own */
	struct presence_state told; /* what they were told last, */
	int64_t told_ms;            /* and when, by clock_span_ms(); */
	int64_t news_ms;            /* when that was last something new */
	bool owes;                  /* the log has grown, and they were not rung for it yet */
	int tries;                  /* so often is it told again at once, as not all had room for it */
	int beat_ms;                /* after so long they are told again that one is here */
};

/* Begins to listen for the person NAME, and says hello. BELL may be NULL, and must outlive it. */
void peers_init(struct peers *peers, struct doorbell *bell, const char *name, const struct presence_state *state);

/* The bell is at another board now, where nobody knows of us yet. */
void peers_meet(struct peers *peers, const struct presence_state *state);

/* Says goodbye. */
void peers_release(struct peers *peers);

/* Must there be a look at the log now and then, as others may write who do not ring? */
bool peers_must_look(const struct peers *peers);

/* To be called after such a look that found NEWS, or did not: where there was no bell yet there may be one by now.
 * True when somebody has written and not rung since the look before. */
bool peers_look(struct peers *peers, bool news);

/* Takes in what has come. False when that was nothing; otherwise the board's log may have grown too. *NEWS becomes
 * true when there is something else to be seen or heard of them. */
bool peers_hear(struct peers *peers, bool *news);

/* The board's log has grown by what one did: the next peers_tell() rings for it. */
void peers_owe(struct peers *peers);

/* Tells the others what one does, when that is news and they were not told a moment ago. Whatever they hear makes them
 * look at the log: so where it has grown one message says both, and at once. */
void peers_tell(struct peers *peers, const struct presence_state *state);

/* After how many ms there is something to tell or to look after; -1: never. */
int peers_next_ms(const struct peers *peers, const struct presence_state *state);

/* Calls out to all others. */
void peers_call(struct peers *peers, const struct presence_call *call);

/* The first of that name, or NULL; good until the next peers_hear(). How long somebody has pressed nothing by
 * now, in seconds. */
const struct presence_person *peers_find(const struct peers *peers, const char *name);
int64_t peers_idle_s(const struct presence_person *person);

/* The name of the person whose process PID is, or NULL; good until the next peers_hear(). */
const char *peers_of_process(const struct peers *peers, long pid);

/* Appends the others (struct scene_person) to PEOPLE; good until the next peers_hear(). */
void peers_list(const struct peers *peers, struct vec *people);

#endif
