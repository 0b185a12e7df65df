/*
 * subcommand: the table of subcommands, and the help made from it.
 *
 * A subcommand is one row: its name, arguments and purpose. To add one, write its row in a file of its own
 * (sub_NAME.c), declare it below, and add it to the table.
 */
#ifndef CLI_SUBCOMMAND_H
#define CLI_SUBCOMMAND_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "cli/request.h"

struct subcommand {
	const char *name;     /* NULL for opening a board, which has no name */
	const char *operands; /* as the synopsis shows them, or NULL */
	const char *rest;     /* what the synopsis shows after the options, or NULL */
	const char *sentence; /* what it does, for help and manual; translated when shown */
	size_t least, most;   /* limits for the number of operands */
	bool machine;         /* other programs run it: it is not offered to people */
	size_t raw;           /* from this operand on, from 1, nothing is an option; 0: options may come anywhere */
	struct option options[REQUEST_OPTIONS_MOST]; /* ended by one without a name */
	void (*more)(FILE *out);                     /* prints the rest of the help, or NULL */
	/* Runs it. Returns 0, the exit status for something found, or a negative error. It prints to stdout; the
	 * caller checks for write errors. */
	int (*run)(const struct request *request, struct error *err);
};

/* For `most`: any number of operands. */
#define SUBCOMMAND_MANY SIZE_MAX

/* An option row for subcommands that change a board. */
#define SUBCOMMAND_AS                                                                                      \
	{                                                                                                  \
		0, "as", "NAME", N_("your name on the board (default: as configured, or your login name)") \
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
extern const struct subcommand sub_merge;
extern const struct subcommand sub_mcp;
extern const struct subcommand sub_list;
extern const struct subcommand sub_grep;
extern const struct subcommand sub_glossary;
extern const struct subcommand sub_backup;
extern const struct subcommand sub_verify;
extern const struct subcommand sub_recover;
extern const struct subcommand sub_host;
extern const struct subcommand sub_invite;
extern const struct subcommand sub_attend;
extern const struct subcommand sub_welcome;
extern const struct subcommand sub_complete;
extern const struct subcommand sub_doctor;

/* The table, *COUNT rows. */
const struct subcommand *const *subcommand_list(size_t *count);

/* The row called NAME, or NULL. */
const struct subcommand *subcommand_find(const char *name);

/* Reads ARGV, the words after the name, and runs SUBCOMMAND for PERSON. Returns what its `run` does. */
int subcommand_run(const struct subcommand *subcommand, const char *const *argv, const char *person, struct error *err);

/* Prints the help of the whole program: each row, and OPTIONS of the program itself. */
void subcommand_overview(const struct option *options, FILE *out);

#endif
