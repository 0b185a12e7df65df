/*
 * peers: the others on the same board: sees where they are, shows them where this user is and what they do, and calls
 * out to all.
 *
 * What users show is read before drawing, and nobody is woken for what they cannot see. While nobody else is there,
 * nothing is shown and nobody is woken.
 */
#ifndef SESSION_PEERS_H
#define SESSION_PEERS_H

#include "draw/scene_people.h"
#include "live/presence.h"

struct peers {
	struct doorbell *bell;      /* the session's; NULL if there is none */
	int fd;                     /* descriptor to wait for, or -1 */
	enum doorbell_reach reach;  /* whom it reaches, as of peers_look(); DOORBELL_NOBODY without a bell */
	bool unrung;                /* the last look found something new that nobody had rung for */
	struct presence presence;   /* the others and their calls */
	struct strbuf name;         /* this user's */
	struct presence_state told; /* what they were shown last, */
	int64_t told_ms;            /* and when, by clock_span_ms(); */
	int64_t news_ms;            /* when that last was news */
	bool hidden;                /* it could not be shown then, since the disk is full, say */
	bool owes;                  /* the log has grown, but they have not been woken for it yet */
	unsigned news;              /* enum presence_news: seen, but not yet returned by peers_see() */
};

/* Starts listening as the person NAME and shows them. BELL may be NULL; it must outlive PEERS. */
void peers_init(struct peers *peers, struct doorbell *bell, const char *name, const struct presence_state *state);

/* Shows this user after BELL has moved to another board. */
void peers_meet(struct peers *peers, const struct presence_state *state);

/* Wakes the others if they have not been woken for the log yet. doorbell_free() says that this user is gone. */
void peers_release(struct peers *peers);

/* Must the log and the others be polled, because not everything that happens wakes this process? */
bool peers_must_look(const struct peers *peers);

/* Call after such a poll, with NEWS if it found changes. Tries to get a bell if there is none yet. True if somebody
 * has written without ringing since the poll before. */
bool peers_look(struct peers *peers, bool news);

/* Receives what has come. False if that was nothing; otherwise the board's log may have grown and others may have
 * moved. *NEWS becomes true if somebody called. */
bool peers_hear(struct peers *peers, bool *news);

/* Reads where the others are and what they do. True if that is news for a user who sees the slots SIGHT. */
bool peers_see(struct peers *peers, struct place_rect sight);

/* Has peers_tell() read something that is news? The next peers_see() returns true for it. */
bool peers_has_seen(const struct peers *peers);

/* Notes that this user's action was added to the log: the next peers_tell() wakes the others for it. */
void peers_owe(struct peers *peers);

/* Shows the others what this user does, if that is news and they were not shown other news a moment ago, and wakes
 * them if one of them can see it. If the log has grown, wakes them in any case and at once. */
void peers_tell(struct peers *peers, const struct presence_state *state);

/* The time in ms until peers_tell() has something to do; -1: never. */
int peers_next_ms(const struct peers *peers, const struct presence_state *state);

/* Calls out to all others. */
void peers_call(struct peers *peers, const struct presence_call *call);

/* The first person called NAME, or NULL; valid until the next peers_see(). */
const struct presence_person *peers_find(const struct peers *peers, const char *name);

/* The name of the person whose process PID is, or NULL; valid until the next peers_see(). */
const char *peers_of_process(const struct peers *peers, long pid);

/* Appends the others (struct scene_person) to PEOPLE; valid until the next peers_see(). */
void peers_list(const struct peers *peers, struct vec *people);

#endif
