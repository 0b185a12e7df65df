/*
 * subcommand: the table of what the program does besides opening a board, and the help made from it.
 *
 * A subcommand is one row: what it is called, what it takes, what it is for. To add one, write its row in a
 * file of its own (sub_NAME.c), declare it below, and put it into the table.
 */
#ifndef CLI_SUBCOMMAND_H
#define CLI_SUBCOMMAND_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "cli/request.h"

struct subcommand {
	const char *name;     /* NULL for opening a board, which goes without */
	const char *operands; /* as the synopsis shows them, or NULL */
	const char *rest;     /* what it shows behind the options, or NULL */
	const char *sentence; /* what it does, for help and manual; to be translated */
	size_t least, most;   /* how many operands it takes */
	size_t raw;           /* from this operand on, from 1, nothing is an option; 0 for none */
	struct option options[REQUEST_OPTIONS_MOST]; /* ended by one without name */
	void (*more)(FILE *out);                     /* prints what else the help says, or NULL */
	/* Does it. 0, or the exit status of something found, or negative; what it prints goes to stdout and
	 * is the caller's to check. */
	int (*run)(const struct request *request, struct error *err);
};

/* As MOST: any number of operands. */
#define SUBCOMMAND_MANY SIZE_MAX

/* A row for whoever alters a board. */
#define SUBCOMMAND_AS                                                                    \
	{                                                                                \
		0, "as", "NAME", N_("your name on the board (default: your login name)") \
	}

/* Opening a board; the others. */
extern const struct subcommand sub_open;
extern const struct subcommand sub_new;
extern const struct subcommand sub_do;
extern const struct subcommand sub_show;
extern const struct subcommand sub_log;
extern const struct subcommand sub_check;
extern const struct subcommand sub_propose;
extern const struct subcommand sub_review;
extern const struct subcommand sub_diff;
extern const struct subcommand sub_report;
extern const struct subcommand sub_export;
extern const struct subcommand sub_import;
extern const struct subcommand sub_backup;
extern const struct subcommand sub_verify;
extern const struct subcommand sub_recover;
extern const struct subcommand sub_host;
extern const struct subcommand sub_invite;
extern const struct subcommand sub_attend;
extern const struct subcommand sub_welcome;
extern const struct subcommand sub_doctor;

/* The row called NAME, or NULL. */
const struct subcommand *subcommand_find(const char *name);

/* Reads ARGV, the words behind the name, and does it for PERSON. As the row's `run`. */
int subcommand_run(const struct subcommand *subcommand, const char *const *argv, const char *person, struct error *err);

/* Prints the help of the whole program: each row, and OPTIONS, those of the program itself. */
void subcommand_overview(const struct option *options, FILE *out);

#endif
