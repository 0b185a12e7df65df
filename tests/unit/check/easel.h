/*
 * easel: a board to try checks on, drawn in a line or a few.
 *
 *	"A:Buyer C:Place_order E:Order_placed / . H:Who?" are two rows of slots: kinds by their letters, texts
 *	with '_' for spaces, "." for a free slot. A text that ends in ! is that of a pivotal event. Ids count
 *	from 1 in this order.
 */
#ifndef TESTS_UNIT_CHECK_EASEL_H
#define TESTS_UNIT_CHECK_EASEL_H

#include "check/checklist.h"
#include "model/edit.h"

struct easel {
	struct board *board;
	struct action action; /* all that was done */
	struct edit edit;
};

void easel_init(struct easel *easel);
void easel_release(struct easel *easel);

/* Puts what DRAWING shows on the board, and LINKS: "1>2 2>3", may be NULL. */
void easel_draw(struct easel *easel, const char *drawing, const char *links);

/* Draws contexts round stickies, "A=1,2 B=3 C=", and relates them: "A>B" is synchronous, "A~B" is not, of "A?B"
 * nobody has said, "A>B/open-host/conformist" has patterns, of which one may be empty. MAP may be NULL. */
void easel_map(struct easel *easel, const char *map);

/* Has relations carry stickies, "1:2" relation 1 sticky 2, "1:2/domain-event" with its type,
 * "1:2/state-snapshot/id,name" with what is used of it; and sets fields, "r1.consistency=latest" of a
 * relation, "s2.payload=id:uuid;name" of a sticky, "c1.dismissed=" of a context, with '_' for spaces.
 * LOAD may be NULL. */
void easel_load(struct easel *easel, const char *load);

/* A new sticky; its id. */
int64_t easel_put(struct easel *easel, enum kind kind, const char *text, struct place place);

void easel_link(struct easel *easel, int64_t source, int64_t target);
void easel_set(struct easel *easel, int64_t sticky, const char *field, const char *text);

/* What the checks find for somebody in ROLE; to be freed. */
struct checklist *easel_check(const struct easel *easel, enum role role);

/* Appends all findings of LIST: "1 same-text #3 #1", "7 context-empty @1" for a context or
 * relation; a line each. */
void easel_write(const struct checklist *list, struct strbuf *out);

/* Appends what CHECK alone finds: "[ #3 #1][ #5]". */
void easel_find(const struct easel *easel, const struct check *check, struct strbuf *out);

#endif
