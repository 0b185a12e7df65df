/*
 * peers: the others on the same board: hears from them, tells them where this user is and what they do, and calls out
 * to all.
 *
 * Sends nothing and wakes nobody while nobody else is there.
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
	struct presence_state told; /* what they were told last, */
	int64_t told_ms;            /* and when, by clock_span_ms(); */
	int64_t news_ms;            /* when that last was news */
	bool owes;                  /* the log has grown, but they have not been rung for it yet */
	int tries;                  /* how often it is repeated, since some had no room for it */
	int beat_ms;                /* how often they are told that this user is still here */
};

/* Starts listening as the person NAME and says hello. BELL may be NULL; it must outlive PEERS. */
void peers_init(struct peers *peers, struct doorbell *bell, const char *name, const struct presence_state *state);

/* Says hello after BELL has moved to another board. */
void peers_meet(struct peers *peers, const struct presence_state *state);

/* Says goodbye. */
void peers_release(struct peers *peers);

/* Must the log be polled, because others may write without ringing? */
bool peers_must_look(const struct peers *peers);

/* Call after such a poll, with NEWS if it found changes. Tries to get a bell if there is none yet. True if somebody
 * has written without ringing since the poll before. */
bool peers_look(struct peers *peers, bool news);

/* Receives what has come. False if that was nothing; otherwise the board's log may have grown. *NEWS becomes true if
 * there is something else to show about the others. */
bool peers_hear(struct peers *peers, bool *news);

/* Notes that this user's action was added to the log: the next peers_tell() rings for it. */
void peers_owe(struct peers *peers);

/* Tells the others what this user does, if that is news and they were not told a moment ago. Any message makes them
 * read the log; so if that has grown, one message says both, at once. */
void peers_tell(struct peers *peers, const struct presence_state *state);

/* The time in ms until peers_tell() has something to do; -1: never. */
int peers_next_ms(const struct peers *peers, const struct presence_state *state);

/* Calls out to all others. */
void peers_call(struct peers *peers, const struct presence_call *call);

/* The first person called NAME, or NULL; valid until the next peers_hear(). The seconds since PERSON last pressed a
 * key. */
const struct presence_person *peers_find(const struct peers *peers, const char *name);
int64_t peers_idle_s(const struct presence_person *person);

/* The name of the person whose process PID is, or NULL; valid until the next peers_hear(). */
const char *peers_of_process(const struct peers *peers, long pid);

/* Appends the others (struct scene_person) to PEOPLE; valid until the next peers_hear(). */
void peers_list(const struct peers *peers, struct vec *people);

#endif
