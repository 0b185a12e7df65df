/*
 * dialogue: what is asked of people about a relation, page by page: what it carries, what its receiver needs,
 * of which type each event should be, what is done when things fail; at last all answers.
 *
 * Each answer is a board command of its own, so the board knows them and this only where somebody is.
 */
#ifndef MAP_DIALOGUE_H
#define MAP_DIALOGUE_H

#include "base/vec.h"
#include "model/integration.h"

enum dialogue_type {
	DIALOGUE_MESSAGES, /* which messages cross? */
	DIALOGUE_QUESTION, /* one of model/integration.h */
	DIALOGUE_EVENT,    /* which type has this event? */
	DIALOGUE_SUMMARY   /* all answers */
};

struct dialogue_page {
	enum dialogue_type type;
	enum integration_question question; /* of DIALOGUE_QUESTION */
	int64_t sticky;                     /* of DIALOGUE_EVENT */
};

struct dialogue {
	int64_t relation;          /* what it is about; 0: it is not open */
	struct dialogue_page page; /* the one at hand */
	int choice;                /* the line in focus of its menu */
	struct vec candidates;     /* of int64_t: stickies that it may carry; first those that cross */
	size_t crossing;           /* how many of them cross on the board */
	uint64_t generation;       /* of the board they were looked for on */
};

void dialogue_init(struct dialogue *dialogue);
void dialogue_release(struct dialogue *dialogue);

/* Begins with RELATION, at the first page that lacks its answer; at the summary when none does. */
void dialogue_open(struct dialogue *dialogue, const struct board *board, const struct relation *relation);

/* Appends the pages of RELATION (of struct dialogue_page) to LIST. */
void dialogue_pages(const struct board *board, const struct relation *relation, struct vec *list);

/* Has PAGE been answered? The summary never is. */
bool dialogue_is_answered(const struct board *board, const struct relation *relation, const struct dialogue_page *page);

/* Where the page at hand stands in LIST; one that is gone is replaced by the summary. */
size_t dialogue_at(struct dialogue *dialogue, const struct vec *list);

/* Goes BY pages on or back; false when there is none. */
bool dialogue_turn(struct dialogue *dialogue, const struct board *board, const struct relation *relation, int by);

/* Goes to PAGE, with the line in focus that is its answer, or the proposal. */
void dialogue_go(struct dialogue *dialogue, const struct board *board, const struct relation *relation,
	const struct dialogue_page *page);

/* How many lines the menu of the page at hand has. */
int dialogue_count(const struct dialogue *dialogue, const struct board *board, const struct relation *relation);

/* Looks anew for what RELATION may carry, when the board has changed. */
void dialogue_look(struct dialogue *dialogue, const struct board *board, const struct relation *relation);

/* The known answer that line AT of a question about a failure is; INTEGRATION_ANSWER_COUNT for the line below
 * them, for one's own words. */
enum integration_answer dialogue_answer(enum integration_question question, int at);

/* Appends, in the user's language: the question of PAGE; in a word, what it is about; its answer, "" when there
 * is none. */
void dialogue_ask(const struct board *board, const struct relation *relation, const struct dialogue_page *page,
	struct strbuf *out);
void dialogue_head(const struct board *board, const struct dialogue_page *page, struct strbuf *out);
void dialogue_given(const struct board *board, const struct relation *relation, const struct dialogue_page *page,
	struct strbuf *out);

/* Appends line AT of the menu of the page at hand. */
void dialogue_say(const struct dialogue *dialogue, const struct board *board, const struct relation *relation, int at,
	struct strbuf *out);

#endif
