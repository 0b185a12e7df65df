/*
 * verb: the steps that a script may take; scenario.h describes them.
 */
#ifndef TESTS_SCREENS_VERB_H
#define TESTS_SCREENS_VERB_H

#include "screens/scenario.h"

#include <stdbool.h>
#include <stddef.h>

struct verb {
	const char *name;
	bool needs_screen; /* a program must have been run before */
	/* Takes the step with the rest of its line, without blanks around it. */
	bool (*run)(struct scenario *sc, const char *rest);
};

/* The verb whose name is the first `len` bytes of `name`, or NULL. */
const struct verb *verb_find(const char *name, size_t len);

#endif
