/*
 * integration: what is asked about a relation between contexts, and what follows from the answers.
 *
 * Of each relation it is asked what its receiver needs, and what is done when the worst happens: the
 * network is slow, a server fails, messages come out of order, messages come twice. Each answer is a
 * field of the relation. From the first ones follows which type an event should have that crosses
 * there.
 */
#ifndef MODEL_INTEGRATION_H
#define MODEL_INTEGRATION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "model/board.h"

enum integration_question {
	INTEGRATION_CONSISTENCY,
	INTEGRATION_SENSITIVE,
	INTEGRATION_AUTONOMOUS,
	INTEGRATION_COMPENSATED,
	INTEGRATION_SLOW, /* from here on: failures */
	INTEGRATION_FAILED,
	INTEGRATION_DISORDERED,
	INTEGRATION_TWICE,
	INTEGRATION_QUESTION_COUNT
};

#define INTEGRATION_FIRST_FAILURE INTEGRATION_SLOW

/* Known answers to the questions about failures. */
enum integration_answer {
	INTEGRATION_OUTBOX,          /* the sender keeps messages until they are sent */
	INTEGRATION_RETRY,           /* the sender tries again */
	INTEGRATION_DEDUPLICATE,     /* the receiver knows what it has had */
	INTEGRATION_REORDER,         /* the receiver puts them right by number or time */
	INTEGRATION_SAGA,            /* each step knows how it is undone */
	INTEGRATION_PROCESS_MANAGER, /* one part drives the steps and undoes them */
	INTEGRATION_NONE_NEEDED,     /* nothing is done, and there is a reason why not */
	INTEGRATION_ANSWER_COUNT
};

#define INTEGRATION_BIT(answer) (1u << (answer))

/* "consistency", "slow", ...: what commands and files call a question; its field in struct relation,
 * "consistency", "when_slow", ... */
const char *integration_token(enum integration_question question);
const char *integration_field(enum integration_question question);
bool integration_parse(const char *token, enum integration_question *question);

/* Appends the question about RELATION in one sentence, in the user's language. */
void integration_ask(const struct board *board, const struct relation *relation, enum integration_question question,
	struct strbuf *out);

/* Is QUESTION asked of relations of STYLE? Of a call neither what is asked of a copy nor the order. */
bool integration_asks(enum relation_style style, enum integration_question question);

/* The words that may answer QUESTION, NULL-terminated: all that may for the first four, the ones that
 * fit best for a failure, to which any text is an answer. */
const char *const *integration_choices(enum integration_question question);

/* What RELATION answers: a word of integration_choices() or free text; "" when there is none yet. */
const char *integration_given(const struct relation *relation, enum integration_question question);

/* What people read for WORD, one that answers the first four, to be translated; NULL when it is none. */
const char *integration_shown(const char *word);

/* Is it answered? An answer about a failure that says `none-needed` without a reason is none. */
bool integration_is_answered(const struct relation *relation, enum integration_question question);

/* "outbox", "none-needed", ...; what it means, to be translated. */
const char *integration_answer_token(enum integration_answer answer);
const char *integration_answer_sentence(enum integration_answer answer);

/* INTEGRATION_BIT() of all known answers that TEXT, or NULL, names: "outbox, deduplicate at the
 * receiver" names two. */
unsigned integration_answers(const char *text);

/* Does TEXT say `none-needed` and no reason after it? The reason of such an answer, or NULL. */
bool integration_lacks_reason(const char *text);
const char *integration_reason(const char *text);

/* The type that an event should have that RELATION carries, by its answers, the payload and what
 * reacts to it; MESSAGE_UNDECIDED while an answer is missing that matters. Of commands and read
 * models it is always undecided. */
enum message_type integration_propose(
	const struct board *board, const struct relation *relation, const struct sticky *sticky);

/* Appends the reason for that in one sentence, in the user's language: "state transfer, because
 * Delivery must go on while Ordering is down and may lag". */
void integration_explain(
	const struct board *board, const struct relation *relation, const struct sticky *sticky, struct strbuf *out);

/* What people call a type: "notification", "state transfer, whole state"; to be translated. */
const char *integration_type_name(enum message_type type);

/* May a sticky of KIND be carried by a relation of STYLE? Events by asynchronous ones, commands and
 * read models by calls. */
bool integration_carries(enum relation_style style, int kind);

#endif
