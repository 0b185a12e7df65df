/*
 * dialogue: the questions about a relation, page by page: what it carries, what its receiver needs, the type of
 * each event, what happens in a failure; at the end all answers.
 *
 * Each answer is a board command, so the board has the answers; the dialogue only has the current page.
 */
#ifndef MAP_DIALOGUE_H
#define MAP_DIALOGUE_H

#include "base/vec.h"
#include "model/integration.h"

enum dialogue_type {
	DIALOGUE_MESSAGES, /* which messages cross? */
	DIALOGUE_QUESTION, /* a question from model/integration.h */
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
	struct dialogue_page page; /* the current one */
	int choice;                /* the line in focus in its menu */
	struct vec candidates;     /* of int64_t: stickies that the relation may carry; first those that cross */
	size_t crossing;           /* how many of them cross on the board */
	uint64_t generation;       /* of the board when `candidates` was filled */
};

void dialogue_init(struct dialogue *dialogue);
void dialogue_release(struct dialogue *dialogue);

/* Opens the dialogue about RELATION at the first page without an answer; at the summary if there is none. */
void dialogue_open(struct dialogue *dialogue, const struct board *board, const struct relation *relation);

/* Appends the pages for RELATION to LIST (of struct dialogue_page). */
void dialogue_pages(const struct board *board, const struct relation *relation, struct vec *list);

/* Has PAGE been answered? The summary never is. */
bool dialogue_is_answered(const struct board *board, const struct relation *relation, const struct dialogue_page *page);

/* The index of the current page in LIST. If it is no longer there, the summary becomes the current page. */
size_t dialogue_at(struct dialogue *dialogue, const struct vec *list);

/* Goes BY pages forwards or, below 0, backwards; false if there is none. */
bool dialogue_turn(struct dialogue *dialogue, const struct board *board, const struct relation *relation, int by);

/* Goes to PAGE, with its answer or the proposal in focus. */
void dialogue_go(struct dialogue *dialogue, const struct board *board, const struct relation *relation,
	const struct dialogue_page *page);

/* How many lines the menu of the current page has. */
int dialogue_count(const struct dialogue *dialogue, const struct board *board, const struct relation *relation);

/* Updates the candidates for RELATION if the board has changed. */
void dialogue_look(struct dialogue *dialogue, const struct board *board, const struct relation *relation);

/* The known answer in line AT of the menu of a question about a failure; INTEGRATION_ANSWER_COUNT for the line below
 * them, for a free answer. */
enum integration_answer dialogue_answer(enum integration_question question, int at);

/* Append, in the user's language: the question of PAGE; its subject in a word or two; its answer, nothing if there is
 * none. */
void dialogue_ask(const struct board *board, const struct relation *relation, const struct dialogue_page *page,
	struct strbuf *out);
void dialogue_head(const struct board *board, const struct dialogue_page *page, struct strbuf *out);
void dialogue_given(const struct board *board, const struct relation *relation, const struct dialogue_page *page,
	struct strbuf *out);

/* Appends line AT of the menu of the current page. */
void dialogue_say(const struct dialogue *dialogue, const struct board *board, const struct relation *relation, int at,
	struct strbuf *out);

#endif
