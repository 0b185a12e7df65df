/*
 * screen_priv: what a screen is made of, for screen.c (the program and the
 * waiting) and screen_look.c (what is to be seen) only.
 */
#ifndef TESTS_LIB_SCREEN_PRIV_H
#define TESTS_LIB_SCREEN_PRIV_H

#include "lib/pty.h"
#include "lib/screen.h"

#include <vterm.h>

struct screen {
	struct pty pty;
	VTerm *vt;
	VTermScreen *vs; /* belongs to vt */
	bool visible;    /* the cursor is shown */
	bool answer;     /* what vt says goes to the program */
	bool typing;     /* what vt says are the bytes of a key */
	char *said;      /* what vt said and is to be sent */
	size_t said_len;
	char *raw; /* what the program wrote since the last reset, and NUL */
	size_t raw_len;
	size_t raw_size; /* allocated */
	size_t bytes;    /* all that the program ever wrote */
	char begun[4];   /* the bytes of a letter that is not whole yet */
	size_t begun_len;
};

#endif
