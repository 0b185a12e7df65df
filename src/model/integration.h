/*
 * integration: the questions about a relation between contexts, and the type of event that follows from the answers.
 *
 * The first questions ask what the receiver needs, the others what happens in a failure: the network is
 * slow, a server fails, messages arrive out of order or twice. Each answer is a field of the relation.
 * The answers to the first ones determine the type that an event on this relation should have.
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
	INTEGRATION_DEDUPLICATE,     /* the receiver recognises messages that it has had */
	INTEGRATION_REORDER,         /* the receiver sorts messages by number or time */
	INTEGRATION_SAGA,            /* each step knows how to undo itself */
	INTEGRATION_PROCESS_MANAGER, /* one part drives the steps and undoes them */
	INTEGRATION_NONE_NEEDED,     /* nothing is done, for a reason that follows */
	INTEGRATION_ANSWER_COUNT
};

#define INTEGRATION_BIT(answer) (1u << (answer))

/* The name of a question in commands and files: "consistency", "slow", ...; the name of its field in struct
 * relation: "consistency", "when_slow", ...; the question of that name, false if there is none. */
const char *integration_token(enum integration_question question);
const char *integration_field(enum integration_question question);
bool integration_parse(const char *token, enum integration_question *question);

/* Appends the question about RELATION as a sentence in the user's language. */
void integration_ask(const struct board *board, const struct relation *relation, enum integration_question question,
	struct strbuf *out);

/* Is QUESTION asked about relations of STYLE? Only asynchronous ones have the questions about copies of data and
 * about order. */
bool integration_asks(enum relation_style style, enum integration_question question);

/* Words that answer QUESTION, NULL-terminated. The first four questions accept no others; for a failure these are the
 * best answers, but any text is one. */
const char *const *integration_choices(enum integration_question question);

/* The answer of RELATION: a word of integration_choices() or free text; "" if there is none yet. */
const char *integration_given(const struct relation *relation, enum integration_question question);

/* The text to show, once translated, for WORD, an answer to one of the first four questions; NULL for other words. */
const char *integration_shown(const char *word);

/* Is QUESTION answered? For a failure, `none-needed` without a reason does not count. */
bool integration_is_answered(const struct relation *relation, enum integration_question question);

/* The word for ANSWER: "outbox", "none-needed", ...; its meaning, to be translated. */
const char *integration_answer_token(enum integration_answer answer);
const char *integration_answer_sentence(enum integration_answer answer);

/* INTEGRATION_BIT() of all known answers named in TEXT (may be NULL): "outbox, deduplicate at the receiver" names
 * two. */
unsigned integration_answers(const char *text);

/* Does TEXT say `none-needed` without a reason? The reason after `none-needed`, or NULL. */
bool integration_lacks_reason(const char *text);
const char *integration_reason(const char *text);

/* The type that event STICKY should have when RELATION carries it, given the answers, the payload and the
 * receiver's reaction; MESSAGE_UNDECIDED while an answer that matters is missing. Always undecided for commands and
 * read models. */
enum message_type integration_propose(
	const struct board *board, const struct relation *relation, const struct sticky *sticky);

/* Appends the reason for that in one sentence, in the user's language: "state transfer, because
 * Delivery must go on while Ordering is down and may lag". */
void integration_explain(
	const struct board *board, const struct relation *relation, const struct sticky *sticky, struct strbuf *out);

/* What STYLE means, for people: "sends and carries on"; to be translated. */
const char *integration_style_name(enum relation_style style);

/* The name of a type for people: "notification", "state transfer, whole state"; to be translated. */
const char *integration_type_name(enum message_type type);

/* May a relation of STYLE carry a sticky of KIND? Asynchronous relations carry events, calls carry commands and read
 * models, relations of unknown style all of these. */
bool integration_carries(enum relation_style style, int kind);

#endif
