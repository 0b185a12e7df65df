/*
 * keytable: which key a sequence is, by the terminal's description or else by what terminals are known to send.
 *
 * The description comes first because it is about the current terminal. But descriptions lack keys (st's Shift-Tab),
 * and TERM is often only an approximation (PuTTY as xterm), so the sequences of xterm, rxvt, the Linux console and
 * their followers are built in.
 */
#ifndef TERMINAL_KEYTABLE_H
#define TERMINAL_KEYTABLE_H

#include "base/vec.h"
#include "terminal/key.h"
#include "terminal/sequence.h"

enum keytable_answer {
	KEYTABLE_KEY,
	KEYTABLE_NO_KEY, /* another message of the terminal: a report, an answer, the release of a key */
	KEYTABLE_UNKNOWN
};

/* A key in a description. */
struct keytable_row {
	struct sequence sequence;
	struct key key;
};

struct keytable {
	struct vec rows; /* of struct keytable_row */
};

void keytable_init(struct keytable *table);
void keytable_release(struct keytable *table);

/* Adds the keys of a terminal's description; BYTES returns its capability of a name, or "". */
void keytable_describe(struct keytable *table, const char *(*bytes)(const char *name));

enum keytable_answer keytable_read(const struct keytable *table, const struct sequence *sequence, struct key *key);

#endif
