/*
 * sequence: cuts what a terminal sends into characters and control sequences, by the grammar of ECMA-48, without
 * knowing what any of them means; keytable.h does.
 *
 *	ESC [ 1 ; 5 A          CSI: parameters (0-?), intermediate bytes (space-/), a final byte (@-~)
 *	ESC O P                SS3: parameters, a final byte
 *	ESC ] ... BEL or ST    OSC, and in the same way DCS (P), SOS (X), PM (^), APC (_), which end at ST (ESC \)
 *	ESC [ M x y z          a report of the mouse in X10's form: three bytes
 *	ESC [ [ A              function keys of the Linux console
 *	ESC [ 7 $              keys of rxvt, whose last byte is an intermediate one
 *	Ctrl-X @ s             stands in Qt's terminals in front of what a key sends that is pressed with Super
 *
 * The forms with one byte of 8 bits (U+009B for ESC [) count as well. Bytes come one at a time, so it does not matter
 * where what a terminal sends is cut; only an ESC or a Ctrl-X that nothing follows has to be told from the others by
 * waiting.
 */
#ifndef TERMINAL_SEQUENCE_H
#define TERMINAL_SEQUENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"

/* So much of a sequence is kept; no key is longer. */
#define SEQUENCE_BODY_BYTES 40

enum sequence_type {
	SEQUENCE_CHARACTER, /* .code, which may be a control character; 27: ESC by itself */
	SEQUENCE_CSI,       /* .body is what stands behind ESC [ */
	SEQUENCE_SS3,       /* .body is what stands behind ESC O */
	SEQUENCE_X10,       /* .body: the three bytes */
	SEQUENCE_STRING,    /* OSC, DCS, SOS, PM, APC: never a key; .body is its beginning */
	SEQUENCE_BROKEN,    /* was not ended as it has to be, or is too long */
	SEQUENCE_NOISE      /* bytes that are no character */
};

/* What became of a byte. */
enum sequence_result {
	SEQUENCE_MORE,  /* it was taken, and more has to come */
	SEQUENCE_DONE,  /* it was taken and completes what is described */
	SEQUENCE_BEFORE /* what came before it is complete, or broken; give the byte again */
};

struct sequence {
	int state;  /* what may come next; sequence.c */
	int before; /* in a string: the byte before */
	int bytes;  /* of a character or of the mouse: how many are to come */

	/* What was completed last. */
	enum sequence_type type;
	int32_t code;
	char opener;  /* what stood behind the ESC, '[' of a CSI; 0: a character */
	bool escaped; /* an ESC stands in front, as a terminal sends Alt; or somebody pressed Esc just before */
	bool super;   /* Qt's mark of Super stands in front */
	char body[SEQUENCE_BODY_BYTES + 1];
	size_t len; /* of the body */
	bool cut;   /* there was more of it */
};

void sequence_start(struct sequence *sequence);

enum sequence_result sequence_take(struct sequence *sequence, unsigned char byte);

/* For how many ms more of what has begun is waited for, when ESC_MS are for an ESC or a Ctrl-X by itself; -1: for
 * ever. */
int sequence_wait_ms(const struct sequence *sequence, int esc_ms);

/* Has a string begun that has not ended? */
bool sequence_is_string(const struct sequence *sequence);

/* Nothing more came: what has begun is complete or broken; false when nothing had. There may be more than one of it. */
bool sequence_end(struct sequence *sequence);

/* Appends what was completed last for somebody to read, "^[[29~". */
void sequence_name(const struct sequence *sequence, struct strbuf *out);

#endif
