/*
 * output: where results go: standard output, or a file that is replaced completely or not at all.
 */
#ifndef CLI_OUTPUT_H
#define CLI_OUTPUT_H

#include <stdbool.h>
#include <stdio.h>

#include "base/error.h"
#include "base/strbuf.h"

struct output {
	FILE *file;
	struct strbuf path;      /* of the file, as given */
	struct strbuf target;    /* the file to replace in the end, if `temporary` is in use */
	struct strbuf temporary; /* the file written meanwhile, or empty */
};

/* Opens PATH for writing, NULL for standard output. On success call output_close(). A regular file is replaced once
 * the output is complete; anything else, such as a device or a pipe, is written to directly. */
int output_open(struct output *output, const char *path, struct error *err);

/* Does PATH (NULL: no) mean a folder: is one there, or does it end in a slash? */
bool output_is_folder(const char *path);

/* Closes OUTPUT. If FAILED is 0, puts the file on disk and in its place. If FAILED, or if this fails, the old file
 * stays. */
int output_close(struct output *output, int failed, struct error *err);

/* Fails if standard output did not take everything printed. */
int output_check(struct error *err);

/* Prints the N bytes at TEXT, made safe and on one line. */
void output_text(FILE *out, const char *text, size_t n);

#endif
