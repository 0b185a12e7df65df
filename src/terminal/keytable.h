/*
 * keytable: which key a sequence is: as the terminal's description has it, or else as terminals are known to send it.
 *
 * The descriptions come first because they are about the terminal at hand; they lack keys that it has (st's Shift-Tab),
 * and with many a TERM is not the whole truth (PuTTY as xterm), so what xterm, rxvt, the Linux console and all that
 * follow them send is known beside.
 */
#ifndef TERMINAL_KEYTABLE_H
#define TERMINAL_KEYTABLE_H

#include "base/vec.h"
#include "terminal/key.h"
#include "terminal/sequence.h"

enum keytable_answer {
	KEYTABLE_KEY,
	KEYTABLE_NO_KEY, /* something else that terminals say: a report, an answer, a key let go */
	KEYTABLE_UNKNOWN
};

/* A key as a description has it. */
struct keytable_row {
	struct sequence sequence;
	struct key key;
};

struct keytable {
	struct vec rows; /* of struct keytable_row */
};

void keytable_init(struct keytable *table);
void keytable_release(struct keytable *table);

/* Adds what the description of a terminal says, by what BYTES has for the names of its capabilities. */
void keytable_describe(struct keytable *table, const char *(*bytes)(const char *name));

enum keytable_answer keytable_read(const struct keytable *table, const struct sequence *sequence, struct key *key);

#endif
