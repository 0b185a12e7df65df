/*
 * must: allocation in the test programs.
 *
 * A test that runs out of memory proves nothing, so it ends there and then.
 */
#ifndef TESTS_LIB_MUST_H
#define TESTS_LIB_MUST_H

#include <stdio.h>
#include <stdlib.h>

/* Returns `p`, or ends the program when it is NULL. */
static inline void *must(void *p)
{
	if (!p) {
		perror("tests");
		abort();
	}
	return p;
}

#endif
