/*
 * scenario: a script of what a user does and must see then, run in a sandbox.
 *
 * A script is text, one step a line: a verb and what it works on. Blank lines and
 * lines that start with # say nothing. Places count from 0.
 *
 *	size COLSxROWS		of the terminal that `run` opens; 80x24 unless told
 *	limit MS		for every wait that follows; 10000 unless told
 *	env NAME=VALUE...	sets in the environment of what is run from here on
 *	unset NAME...		takes out of it
 *	setup COMMAND		runs a command without a terminal; it must exit with 0,
 *	setup! COMMAND		or with something else
 *	after COMMAND		the same at a place where `setup` would read oddly
 *	after! COMMAND
 *	output COMMAND => TEXT	also: what it writes must be TEXT (without the last
 *	output! COMMAND => TEXT	line end), or with =~ have TEXT in it
 *	run PROGRAM ARG...	starts the program on the terminal
 *	exit [CODE|SIGNAL]	waits for its end; 0 unless told; needed after each run
 *	keys NOTATION		as in lib/stroke.h
 *	type TEXT
 *	paste TEXT		as one bracketed paste
 *	mouse press|release|drag|wheel-up|wheel-down COL ROW [BUTTON]
 *	resize COLSxROWS
 *	signal NAME		HUP, TERM, ...
 *	hangup			closes the terminal under the program
 *	wait TEXT		until a row has TEXT
 *	gone TEXT		until no row has it
 *	expect TEXT		a row has it now
 *	absent TEXT		no row has it now
 *	cursor ROW COL		until the cursor is there
 *	shot NAME		until the screen is as in NAME.screen beside the script,
 *				which GENERATE=1 writes
 *	raw-has TEXT		until the program has written these bytes
 *	raw-absent TEXT		it has not written them up to now
 *	bytes-below N		it has written less than that since the last key, paste,
 *				mouse or resize, when it is quiet
 *
 * Commands are split as lib/arglist.h says, with $NAME from the environment of
 * the sandbox. In TEXT, \n \t \e \\ and \xHH are what they are in C; blanks at its
 * end do not count (write \x20).
 */
#ifndef TESTS_SCREENS_SCENARIO_H
#define TESTS_SCREENS_SCENARIO_H

#include "lib/sandbox.h"
#include "lib/screen.h"

#include <stdbool.h>
#include <stddef.h>

struct scenario {
	const char *dir;       /* the folder of the script; absolute */
	struct sandbox box;    /* where it runs */
	struct screen *screen; /* the program's terminal; NULL before the first `run` */
	bool running;          /* a program was run and its end not yet waited for */
	int rows, cols;        /* size of the next terminal */
	int limit_ms;          /* of each wait */
	size_t mark;           /* bytes that the program had written at the last key */
	int line;              /* number of the step's line, from 1 */
};

/* Runs the script in the folder `dir`. When a step fails, says why on stdout in TAP comments. */
bool scenario_run(const char *dir);

/* For verbs: says why the step failed, and returns false. */
bool scenario_fail(const struct scenario *sc, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* For verbs: prints text, line by line, as TAP comments. */
void scenario_print(const char *text);

#endif
