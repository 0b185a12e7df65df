/*
 * key: one key press, and how it is written in key tables and the configuration.
 *
 * A character stands for itself; other keys have names: Up Down Left Right Home End PageUp PageDown Insert Delete
 * Backspace Enter Tab BackTab Esc Space F1 to F12, prefixed with C- (Ctrl), A- (Alt) or S- (Shift): C-r, A-Enter,
 * C-S-Left.
 */
#ifndef TERMINAL_KEY_H
#define TERMINAL_KEY_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"

/* Codes beyond Unicode, for keys that are not characters. */
enum key_code {
	KEY_CODE_FIRST = 0x110000,
	KEY_CODE_UP = KEY_CODE_FIRST,
	KEY_CODE_DOWN,
	KEY_CODE_LEFT,
	KEY_CODE_RIGHT,
	KEY_CODE_HOME,
	KEY_CODE_END,
	KEY_CODE_PAGE_UP,
	KEY_CODE_PAGE_DOWN,
	KEY_CODE_INSERT,
	KEY_CODE_DELETE,
	KEY_CODE_BACKSPACE,
	KEY_CODE_ENTER,
	KEY_CODE_TAB,
	KEY_CODE_BACK_TAB,
	KEY_CODE_ESC,
	KEY_CODE_SPACE,
	KEY_CODE_F1, /* to F12, in order */
	KEY_CODE_F12 = KEY_CODE_F1 + 11
};

struct key {
	int32_t code; /* a Unicode character from 33 on, or enum key_code */
	bool ctrl;    /* with letters a to z, and with enum key_code */
	bool alt;
	bool shift;   /* with enum key_code and with Ctrl; otherwise part of the character */
	bool escaped; /* Alt came as a leading Esc, so it may have been Esc itself */
};

/* Reads the key at the start of TEXT and returns the start of the next; NULL if there is none. A name must be the
 * whole of TEXT. */
const char *key_parse(const char *text, struct key *key);

/* The same key in its usual form: Tab with Shift is BackTab. */
struct key key_plain(struct key key);

/* Appends the key's name. */
void key_format(struct key key, struct strbuf *out);

/* Are A and B the same key, however it was sent? */
bool key_equal(struct key a, struct key b);

/* Is KEY Esc, which cancels everywhere? */
bool key_is_esc(struct key key);

/* If KEY types a character, appends it to OUT and returns true. */
bool key_text(struct key key, struct strbuf *out);

#endif
