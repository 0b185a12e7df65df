/*
 * namesakes: which aggregates of a board are one. People write an aggregate down wherever it is used, so all of one
 * name in one context are one, and so are those of one name in no context. The same name in two contexts may mean two
 * things, which is for people to say.
 *
 * Names are the same whatever their case, spaces, articles and plural (duplicates_text_key()). An aggregate without a
 * name is like no other.
 */
#ifndef CHECK_NAMESAKES_H
#define CHECK_NAMESAKES_H

#include "base/map.h"
#include "base/vec.h"
#include "check/tokens.h"
#include "model/board.h"

/* An aggregate, on however many stickies. */
struct namesake {
	uint64_t name;   /* the same for the same name in another context */
	int64_t first;   /* the lowest id of its stickies */
	int64_t context; /* 0: it is in none */
	struct vec ids;  /* of int64_t: its stickies */
};

struct namesakes {
	struct vec all;      /* of struct namesake */
	struct map ids;      /* id of a sticky -> its place in `all` from 1 on, as a pointer */
	struct map keys;     /* name and context -> the same */
	struct tokens whole; /* a name with what stands in brackets */
};

void namesakes_init(struct namesakes *namesakes);
void namesakes_release(struct namesakes *namesakes);

/* Forgets all. */
void namesakes_reset(struct namesakes *namesakes);

/* Adds STICKY, an aggregate, whose words are TOKENS. */
void namesakes_add(struct namesakes *namesakes, const struct sticky *sticky, const struct tokens *tokens);

/* Adds all aggregates of BOARD. */
void namesakes_read(struct namesakes *namesakes, const struct board *board);

/* What the sticky ID is; NULL when it was not added. Good until the next one is added. */
const struct namesake *namesakes_of(const struct namesakes *namesakes, int64_t id);

/* The lowest id of the stickies that are the same as ID; ID itself when it was not added. */
int64_t namesakes_first(const struct namesakes *namesakes, int64_t id);

/* A key of STICKY for struct map; stickies that are the same have the same key. */
uint64_t namesakes_key(const struct namesakes *namesakes, const struct sticky *sticky);

/* How many there are. */
size_t namesakes_count(const struct namesakes *namesakes);

#endif
