/*
 * kind: the nine kinds of sticky.
 */
#ifndef MODEL_KIND_H
#define MODEL_KIND_H

#include <stdbool.h>

enum kind {
	KIND_EVENT,
	KIND_COMMAND,
	KIND_EXTERNAL_SYSTEM,
	KIND_ACTOR,
	KIND_AGGREGATE,
	KIND_POLICY,
	KIND_READ_MODEL,
	KIND_UI,
	KIND_HOTSPOT,
	KIND_COUNT
};

/* "external-system": what commands and files call it. */
const char *kind_token(enum kind kind);

/* "external system", in the user's language. */
const char *kind_name(enum kind kind);

/* 'X': drawn on the sticky, and picks the kind in menus. */
char kind_letter(enum kind kind);

/* Finds a kind by token, letter or one of its other names, English or Korean, in any case and with
 * '_' or a space for '-'. False, with *KIND untouched, when TEXT names none. */
bool kind_parse(const char *text, enum kind *kind);

/* The kind of a letter, in either case. */
bool kind_of_letter(char letter, enum kind *kind);

#endif
