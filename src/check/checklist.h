/*
 * checklist: what the checks find on a board, kept up to date from its changes.
 *
 *	change -> checklist_note(): what may be asked anew is marked
 *	       -> checklist_update(): the checks are asked about what is marked, the rest stands
 *
 * Asking a sticky is cheap, so marks are generous: a sticky itself, what is near it, and for its
 * kind and the slots that it leaves and takes what looks through those (trigger.h). A shift of
 * columns or rows marks what lies at its edges. What is compared or counted over the board is kept
 * in likeness.h, tally.h and traffic.h.
 *
 * Contexts and relations are few, so they are asked all at once, when something that matters to them
 * has changed.
 *
 * The findings of a step come in reading order: first those of the board as a whole, then those of
 * contexts and relations, then by column and row of the sticky, and on one sticky as in the table.
 */
#ifndef CHECK_CHECKLIST_H
#define CHECK_CHECKLIST_H

#include "check/check.h"
#include "model/change.h"

struct checklist;

/* All findings on BOARD, for somebody in ROLE. The board must outlive it; free it with
 * checklist_free(). */
struct checklist *checklist_new(const struct board *board, enum role role);
void checklist_free(struct checklist *list);

/* Tells of a change that has been applied to the board. Changes are to be told in order, each once,
 * but the board may be further on already. */
void checklist_note(struct checklist *list, const struct change *change);

/* Brings the findings up to date when all changes have been told; what is below is for then. */
void checklist_update(struct checklist *list);

/* How many findings STEP has. */
size_t checklist_count(const struct checklist *list, int step);

/* The finding of STEP behind AFTER, or the first when AFTER is NULL; false at the end. AFTER's
 * sticky must be on the board still. */
bool checklist_next(const struct checklist *list, int step, const struct finding *after,
	struct finding *next);

/* The first finding of STEP on a sticky that comes behind PLACE in reading order; false when there
 * is none. */
bool checklist_from(const struct checklist *list, int step, struct place place,
	struct finding *next);

/* Is it still found? */
bool checklist_holds(const struct checklist *list, const struct finding *finding);

/* Appends to FINDINGS (of struct finding) those about one context or relation, ITEM of SCOPE; those
 * of STEP on one sticky. */
void checklist_about(const struct checklist *list, enum check_scope scope, int64_t item,
	struct vec *findings);
void checklist_on(const struct checklist *list, int step, int64_t sticky, struct vec *findings);

/* What the relations of the board carry. */
const struct cargo *checklist_cargo(const struct checklist *list);

/* As finding_say(), and finding_say_what(). */
void checklist_say(const struct checklist *list, const struct finding *finding, int64_t now_ms,
	struct strbuf *out);
void checklist_say_what(const struct checklist *list, const struct finding *finding,
	int64_t now_ms, struct strbuf *out);

#endif
