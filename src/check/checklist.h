/*
 * checklist: what the checks find on a board.
 *
 * They run again (check_run.h) when the board has changed: at once on a small board, in slices on a large one, so that
 * typing never waits for them. While something is put aside, they run on a copy without it, which is made in slices
 * too. Until a run has ended, the list holds the findings of the last one; items that these name may be gone by then.
 *
 * The findings of a step come in reading order: first those of the board as a whole, then those that stand for several
 * (told.h), then those of contexts and relations, then by column and row of the sticky, and on one sticky as in the
 * table.
 */
#ifndef CHECK_CHECKLIST_H
#define CHECK_CHECKLIST_H

#include "check/finding.h"

/* The most stickies of a small board, which takes a millisecond; how many stickies one slice of a large board
 * covers. */
#define CHECKLIST_SMALL 500
#define CHECKLIST_SLICE 250

struct checklist;

/* A list for somebody in ROLE, empty until the first run. The board must outlive it; free it with
 * checklist_free(). */
struct checklist *checklist_new(const struct board *board, enum role role);
void checklist_free(struct checklist *list);

/* Runs the checks to the end if the board has changed. */
void checklist_run(struct checklist *list);

/* The same before showing the findings of a board that others change too: only if a second has passed since the last
 * run, and never on a large board, which is left to checklist_work(). */
void checklist_update(struct checklist *list);

/* Lets the next run start without waiting for that second, so that users see the effect of what they did. */
void checklist_hurry(struct checklist *list);

/* The time until checklist_work() has something to do, in ms: 0 is now, -1 never. */
int checklist_next_ms(const struct checklist *list);

/* Goes on for COUNT stickies if it is time; are there new findings? */
bool checklist_work(struct checklist *list, size_t count);

/* Has any run ended? */
bool checklist_is_ready(const struct checklist *list);

/* The number of findings of STEP; finding AT, which is valid until the next run. */
size_t checklist_count(const struct checklist *list, int step);
const struct finding *checklist_at(const struct checklist *list, int step, size_t at);

/* Tells each finding of CHECK (NULL: of all checks), or not any more, instead of one that stands for several. */
void checklist_open(struct checklist *list, const struct check *check, bool open);

/* The place, among the findings of STEP, of the first whose sticky comes after PLACE in reading order; their count if
 * there is none. */
size_t checklist_from(const struct checklist *list, int step, struct place place);

/* Is FINDING still in the list? *AT (may be NULL) is its place among the findings of its step, or where it would
 * be. */
bool checklist_holds(const struct checklist *list, const struct finding *finding, size_t *at);

/* Appends to FINDINGS (of struct finding) those about ITEM, the context or relation that SCOPE says; those of STEP on
 * STICKY. */
void checklist_about(const struct checklist *list, enum check_scope scope, int64_t item, struct vec *findings);
void checklist_on(const struct checklist *list, int step, int64_t sticky, struct vec *findings);

/* What the relations of the board carry. */
const struct message_index *checklist_messages(const struct checklist *list);

/* As finding_say(), and finding_say_what(). */
void checklist_say(const struct checklist *list, const struct finding *finding, struct strbuf *out);
void checklist_say_what(const struct checklist *list, const struct finding *finding, struct strbuf *out);

#endif
