/*
 * item: the items on a board, as plain values.
 *
 * Every struct begins with its id, which is above 0 and never used again. An empty text is NULL. field.h
 * declares the fields for the log, the tables and the files; members marked "derived" follow from other
 * items and are in no file.
 */
#ifndef MODEL_ITEM_H
#define MODEL_ITEM_H

#include <stdbool.h>
#include <stdint.h>

#include "model/kind.h"

/* A slot of the grid: columns are moments, rows are parallel strands, both counted from 1. */
struct place {
	int32_t column;
	int32_t row;
};

#define PLACE_MOST 999999999

static inline bool place_equal(struct place a, struct place b)
{
	return a.column == b.column && a.row == b.row;
}

/* The order of places in time: column by column, each downwards. Below 0: A comes before B. */
static inline int place_compare(struct place a, struct place b)
{
	return a.column != b.column ? (a.column > b.column) - (a.column < b.column) : (a.row > b.row) - (a.row < b.row);
}

static inline bool place_before(struct place a, struct place b)
{
	return place_compare(a, b) < 0;
}

/* A key for struct map, another one for each place. */
static inline uint64_t place_key(struct place place)
{
	return (uint64_t)(uint32_t)place.column << 32 | (uint32_t)place.row;
}

/* A rectangle of slots, `last` included; empty if last.column < first.column. */
struct place_rect {
	struct place first;
	struct place last;
};

#define PLACE_RECT_EMPTY     \
	{                    \
		{1, 1},      \
		{            \
			0, 0 \
		}            \
	}

static inline bool place_rect_empty(struct place_rect rect)
{
	return rect.last.column < rect.first.column;
}

enum role { ROLE_OBSERVER, ROLE_PARTICIPANT, ROLE_FACILITATOR, ROLE_COUNT };

/* How a context relates to another. Unknown: nobody has said yet whether the source waits for an answer. */
enum relation_style { RELATION_SYNC, RELATION_ASYNC, RELATION_UNKNOWN, RELATION_STYLE_COUNT };

/* What the receiver of an asynchronous relation needs. */
enum consistency { CONSISTENCY_UNKNOWN, CONSISTENCY_EVENTUAL, CONSISTENCY_LATEST, CONSISTENCY_COUNT };

/* The answer to a question of yes or no. */
enum answer { ANSWER_UNKNOWN, ANSWER_NO, ANSWER_YES, ANSWER_COUNT };

/* What an event carries from one context to another. */
enum message_type {
	MESSAGE_UNDECIDED,
	MESSAGE_NOTIFICATION,   /* that it happened, and where to ask for more */
	MESSAGE_STATE_SNAPSHOT, /* state transfer: the whole state */
	MESSAGE_STATE_DELTA,    /* state transfer: the fields that changed */
	MESSAGE_DOMAIN_EVENT,   /* the data that describe the fact in the business */
	MESSAGE_TYPE_COUNT
};

/* The highest id that an item may have. */
#define ITEM_ID_MOST INT64_C(999999999999)

/* The board itself; its only item has the id BOARD_ITEM. */
#define BOARD_ITEM 1

/* The most dots that a person may be given. */
#define BOARD_VOTES_MOST 1000

struct board_facts {
	int64_t id;
	char *title;
	int64_t step;   /* the current step of the workshop, 1 to 8 */
	int64_t since;  /* when that step began, ms since 1970 UTC; 0 if unknown */
	int64_t timer;  /* when the facilitator's timer runs out, ms since 1970 UTC; 0: no timer runs */
	bool locked;    /* only facilitators may change anything */
	int64_t silent; /* a silent round is running: only their authors can read stickies from this id on; 0: none */
	int64_t votes;  /* how many dots each person may give; 0: any number */
	bool votes_hidden; /* nobody sees how many dots others gave */
	char *purpose;     /* what the workshop is for */
};

struct person {
	int64_t id;
	char *name;
	int role; /* enum role */
};

struct sticky {
	int64_t id;
	int kind; /* enum kind */
	char *text;
	char *note; /* the longer text behind it */
	struct place place;
	int64_t context;         /* the bounded context that it belongs to, or 0 */
	bool resolved;           /* of a hotspot or an opportunity */
	bool pivotal;            /* of an event: a part of the story ends here */
	int64_t author;          /* the person who added it, or 0 if unknown */
	int64_t step;            /* the step in which it was added, or 0 */
	int64_t created;         /* ms since 1970 UTC */
	int64_t updated;         /* when its own fields last changed, ms since 1970 UTC */
	char *dismissed;         /* ids of the checks whose findings about it are dismissed, separated by spaces */
	bool public;             /* of an event: its context publishes it */
	char *payload;           /* of a message: its fields, one a line, see payload.h */
	char *metadata;          /* of a message: the fields of its metadata; NULL for the usual ones */
	char *rejection;         /* of a command: the answer when it is rejected */
	char *definition;        /* what its words mean in its context */
	char *invariants;        /* of an aggregate: what is always true of it, separated by semicolons */
	struct sticky *under;    /* derived: another sticky in the slot, while an action moves both */
	struct link *first_out;  /* derived: links that start here */
	struct link *first_in;   /* derived: links that end here */
	struct vote *first_vote; /* derived: the votes on it */
};

/* An arrow from one sticky to another. */
struct link {
	int64_t id;
	int64_t source;
	int64_t target;
	struct link *next_out; /* derived: the next from the same source */
	struct link *next_in;  /* derived: the next to the same target */
};

struct vote {
	int64_t id;
	int64_t sticky;
	int64_t person;    /* 0 for votes counted elsewhere and imported from a file */
	int64_t dots;      /* how many, at least 1 */
	struct vote *next; /* derived: the next on the same sticky */
};

/* A named part of the timeline, which begins at a column. */
struct phase {
	int64_t id;
	int64_t column;
	char *name;
};

/* A named row. */
struct lane {
	int64_t id;
	int64_t row;
	char *name;
};

/* What a context is worth to the business: an advantage over others, something that it needs but others have as well,
 * or something to be bought. */
enum subdomain { SUBDOMAIN_UNKNOWN, SUBDOMAIN_CORE, SUBDOMAIN_SUPPORTING, SUBDOMAIN_GENERIC, SUBDOMAIN_COUNT };

/* The last column and row of the context map. */
#define CONTEXT_MAP_MOST 99

/* A bounded context. */
struct context {
	int64_t id;
	char *name;
	int64_t colour;              /* which of the theme's context colours, from 1 */
	int64_t map_column, map_row; /* its place on the context map, from 1; 0: wherever it fits */
	char *dismissed;             /* as for a sticky */
	char *purpose;               /* what it is for, in the business's words */
	int subdomain;               /* enum subdomain */
	char *roles;                 /* the parts it plays, such as "gateway, execution" */
	char *assumptions;           /* what its model rests on without anybody knowing it, separated by semicolons */
};

/* SOURCE calls TARGET (sync), or sends to it (async). */
struct relation {
	int64_t id;
	int64_t source;
	int style; /* enum relation_style */
	int64_t target;
	char *label;
	char *source_pattern;
	char *target_pattern;
	int consistency;       /* enum consistency: what TARGET needs */
	int sensitive;         /* enum answer: is any of the data sensitive? */
	int autonomous;        /* enum answer: must TARGET go on while SOURCE is down? */
	int compensated;       /* enum answer: must several contexts be undone together if one fails? */
	char *when_slow;       /* what is done about a slow network, */
	char *when_failed;     /* a failed server, */
	char *when_disordered; /* messages that arrive out of order, */
	char *when_twice;      /* and messages that arrive twice */
	char *dismissed;       /* as for a sticky */
};

/* An event, a command or a read model that RELATION carries. */
struct message {
	int64_t id;
	int64_t relation;
	int64_t sticky;
	int type;   /* enum message_type, of an event */
	char *uses; /* the fields of its payload that the receiver uses, separated by spaces */
};

#endif
