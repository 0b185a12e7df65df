/*
 * faults: short scripts of what somebody does to a board, run with a fault in the file system beneath
 * (faultvfs.h), and what the process says of each step.
 */
#ifndef TESTS_CRASH_FAULTS_H
#define TESTS_CRASH_FAULTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/error.h"
#include "crash/faultvfs.h"
#include "model/board.h"

enum faults_act { ACT_NONE, ACT_OPEN, ACT_CLOSE, ACT_RUN, ACT_IMPORT, ACT_BACKUP, ACT_REPLACE };

struct faults_step {
	enum faults_act act;
	const char *text; /* a line of commands, or a name */
};

#define FAULTS_STEPS_MOST 8

/* What somebody does with the board b.evs. A script is short, as it is run for each call. */
struct faults_script {
	const char *name;
	const char *start; /* what the board is a copy of, NULL: it is not there yet */
	struct faults_step steps[FAULTS_STEPS_MOST];
};

#define FAULTS_SCRIPTS 7
extern const struct faults_script faults_scripts[FAULTS_SCRIPTS];

/* What the process says after each step. */
struct faults_report {
	int failed;      /* what the step returned */
	bool happened;   /* the fault has */
	bool loaded;     /* a board is open */
	uint64_t before; /* what it was before the step, */
	uint64_t after;  /* and is now */
	char text[ERROR_TEXT_BYTES];
};

/* What is known of a run when it is over. */
struct faults_outcome {
	const struct faults_script *script;
	struct faults_report reports[FAULTS_STEPS_MOST];
	size_t count; /* of steps that were answered for */
	bool killed;
	char name[100]; /* of the script and the fault */
};

/* Make a folder with what scripts begin with, and remove it. For cmocka. */
int faults_begin(void **state);
int faults_end(void **state);

/* The path of a file in that folder. */
const char *faults_path(const char *name);

/* The board that scripts begin with, as faults_hash() has it. */
extern uint64_t faults_start;

/* A number for all of a board; and for bytes behind what HASH is of, at first FAULTS_HASH. */
#define FAULTS_HASH UINT64_C(14695981039346656037)
uint64_t faults_hash(const struct board *board);
uint64_t faults_add(uint64_t hash, const void *bytes, size_t len);

/* Runs SCRIPT with FAULT in force, in a process of its own when that may be killed. */
void faults_try(const struct faults_script *script, const struct fault *fault, struct faults_outcome *outcome);

#endif
