/*
 * mapgen: contexts and relations like those of a workshop, at random from a seed: 12 contexts, 25 relations with
 * labels of about 15 characters, and patterns at a third of the ends.
 */
#ifndef TESTS_LIB_MAPGEN_H
#define TESTS_LIB_MAPGEN_H

#include <stdbool.h>
#include <stdint.h>

#include "model/edit.h"

/* Makes them on the empty board of EDIT. NEAR: the contexts stand in a ring, and each relation leads to one of the
 * next four; otherwise it leads anywhere. */
void mapgen_fill(struct edit *edit, uint64_t seed, bool near);

#endif
