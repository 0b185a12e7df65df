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
 *	Ctrl-X @ s             in Qt's terminals, precedes the bytes of a key pressed with Super
 *
 * The 8-bit forms (U+009B for ESC [) count as well. Bytes are taken one at a time, so it does not matter how reads cut
 * them; only an ESC or a Ctrl-X with nothing after it has to be recognised by waiting.
 */
#ifndef TERMINAL_SEQUENCE_H
#define TERMINAL_SEQUENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"

/* How many bytes of a sequence are kept; no key is longer. */
#define SEQUENCE_BODY_BYTES 40

enum sequence_type {
	SEQUENCE_CHARACTER, /* .code, which may be a control character; 27: ESC by itself */
	SEQUENCE_CSI,       /* .body is what follows ESC [ */
	SEQUENCE_SS3,       /* .body is what follows ESC O */
	SEQUENCE_X10,       /* .body: the three bytes */
	SEQUENCE_STRING,    /* OSC, DCS, SOS, PM, APC: never a key; .body is its beginning */
	SEQUENCE_BROKEN,    /* not ended properly, or too long */
	SEQUENCE_NOISE      /* bytes that are not a character */
};

/* What became of a byte. */
enum sequence_result {
	SEQUENCE_MORE,  /* the byte was taken; more must follow */
	SEQUENCE_DONE,  /* the byte was taken and completes the sequence below */
	SEQUENCE_BEFORE /* the bytes before are complete, or broken; pass this byte again */
};

struct sequence {
	int state;  /* what may come next; sequence.c */
	int before; /* in a string: the byte before */
	int bytes;  /* of a character or a mouse report: how many bytes are still to come */

	/* The last completed sequence. */
	enum sequence_type type;
	int32_t code;
	char opener;  /* the byte after ESC, '[' of a CSI; 0: a character */
	bool escaped; /* an ESC came before: either Alt, or Esc pressed just before */
	bool super;   /* Qt's mark of Super came before */
	char body[SEQUENCE_BODY_BYTES + 1];
	size_t len; /* length of the body */
	bool cut;   /* the rest was cut off */
};

void sequence_start(struct sequence *sequence);

enum sequence_result sequence_take(struct sequence *sequence, unsigned char byte);

/* How long to wait for the rest of a sequence, in ms, if ESC_MS is the wait after a single ESC or Ctrl-X; -1: for
 * ever. */
int sequence_wait_ms(const struct sequence *sequence, int esc_ms);

/* Has a string begun that has not ended? */
bool sequence_is_string(const struct sequence *sequence);

/* Ends a sequence that nothing more came of: it is complete or broken. False if none had begun. Call again until then,
 * as there may be more than one. */
bool sequence_end(struct sequence *sequence);

/* Appends the last completed sequence in readable form, "^[[29~". */
void sequence_name(const struct sequence *sequence, struct strbuf *out);

#endif
