/*
 * checklist_private: the inside of a checklist, for checklist.c (what changes touch), asking.c and
 * asking_items.c (running the checks), and findings.c (reading) only.
 */
#ifndef CHECK_CHECKLIST_PRIVATE_H
#define CHECK_CHECKLIST_PRIVATE_H

#include "check/checklist.h"
#include "check/ranking.h"
#include "model/step.h"

/* The table has at most as many rows about stickies and the board; a set of them is a word of bits,
 * 1 << place in `checks`. */
#define CHECKLIST_CHECKS_MOST 64

/* What is kept of a sticky. */
struct checklist_entry {
	struct like_member member; /* its part in `texts` or `names`; holds the id; comes first */
	bool in_names;             /* its group is one of `names`, otherwise of `texts` */
	size_t at;                 /* its place in `all` */
	struct place place;        /* of the sticky, after the changes told so far */
	uint64_t own;              /* checks of CHECK_OWN that found something */
	uint64_t found;            /* checks that found something and are not dismissed */
	struct tally_share share;  /* in `tally` */
	struct vec flows;          /* of struct flow: in `traffic` */
	unsigned ranked;           /* bits 1 << step: the rankings that it is in */
	unsigned marks;            /* enum checklist_mark, not 0 while it is in `queue` */
};

enum checklist_mark { CHECKLIST_MARK_OWN = 1 << 0, CHECKLIST_MARK_NEAR = 1 << 1 };

struct checklist {
	struct survey survey;      /* of all below */
	struct map entries;        /* id -> struct checklist_entry */
	struct vec all;            /* of struct checklist_entry *: the same, to walk over */
	struct likeness texts;     /* of events, commands, policies by what they say */
	struct likeness names;     /* of actors, systems and aggregates in contexts by name */
	struct tally tally;
	struct traffic traffic;
	struct atlas atlas;
	struct cargo cargo;
	struct speech speech;
	struct vec touched;        /* of struct checklist_touch: what changes told of */
	struct vec places;         /* of struct place: slots that were left or taken */
	struct vec edges;          /* of struct checklist_edge: where columns or rows moved */
	struct vec queue;          /* of struct checklist_entry *: to be asked about */
	struct vec ids;            /* of int64_t: for a moment only */
	const struct check *checks[CHECKLIST_CHECKS_MOST]; /* those about stickies and the board, in
							      the order of the table */
	size_t check_count;
	enum role role;            /* who is told */
	uint64_t allowed;          /* the checks that the role is told about */
	uint64_t steps[STEP_LAST + 1];          /* the checks of each step */
	size_t counts[STEP_LAST + 1];           /* the findings of each step on stickies */
	struct ranking rankings[STEP_LAST + 1]; /* the stickies with findings of that step */
	uint64_t board;            /* the checks of CHECK_BOARD that found something */
	int64_t stickies[CHECKLIST_CHECKS_MOST]; /* of those, on which sticky, or 0 */
	struct vec items;          /* of struct finding: about contexts and relations; by check, item */
	bool rerouted;             /* a relation was made, altered or removed: read the atlas again */
	bool reloaded;             /* so was what one carries: read the cargo again */
	bool remapped;             /* what `items` follow from has changed */
};

/* Who else is to be asked when something about a sticky has changed. */
enum checklist_reach {
	CHECKLIST_REACH_ITSELF, /* nobody */
	CHECKLIST_REACH_LINK,   /* when others look through it, those that are near it */
	CHECKLIST_REACH_NEAR,   /* those that are near it */
	CHECKLIST_REACH_FAR     /* and those that look through these */
};

/* A sticky that a change has touched. */
struct checklist_touch {
	int64_t id;
	unsigned marks; /* for itself */
	enum checklist_reach reach;
};

/* Two columns or rows that lay side by side before a shift, or do so after it. */
struct checklist_edge {
	enum axis axis;
	int32_t before, behind;
};

/* The entry of the sticky ID, or NULL. */
static inline struct checklist_entry *checklist_entry(const struct checklist *list, int64_t id)
{
	return map_get(&list->entries, (uint64_t)id);
}

static inline struct rank checklist_rank(const struct checklist_entry *entry)
{
	return (struct rank){entry->place, entry->member.id};
}

/* The place of CHECK in `checks`; their count when it is about contexts or relations. */
static inline size_t checklist_place(const struct checklist *list, const struct check *check)
{
	size_t at = 0;

	while (at < list->check_count && list->checks[at] != check)
		at++;
	return at;
}

/* Asks about all that is in `queue`, about the board, and where need be its contexts and relations. */
void checklist_ask(struct checklist *list);
void checklist_ask_items(struct checklist *list);

/* Puts the sticky ID into `queue` for MARKS, when it is on the board. */
void checklist_mark(struct checklist *list, int64_t id, unsigned marks);

/* Takes the flows of ENTRY out of the traffic, and forgets them. */
void checklist_forget_flows(struct checklist *list, struct checklist_entry *entry);

/* Takes ENTRY out of the rankings, as its place is not what it was. */
void checklist_unrank(struct checklist *list, struct checklist_entry *entry);

#endif
