/*
 * import_options: what an import is asked for, and what came of it.
 */
#ifndef IMPORT_IMPORT_OPTIONS_H
#define IMPORT_IMPORT_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "model/kind.h"

struct import_options {
	bool any_kind;          /* make stickies of an unknown kind KIND instead of refusing them */
	enum kind unknown_kind; /* with any_kind */
};

/* What came of it. */
struct import_report {
	size_t stickies;   /* how many were added */
	size_t left_out;   /* columns of the file that are not known */
	size_t moved;      /* stickies whose slot was taken, put into the nearest free one below */
	size_t renumbered; /* stickies whose id was taken */
};

#endif
