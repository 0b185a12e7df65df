/*
 * abridge: texts cut to the cells that there are, so that those that differ can still be told apart:
 *
 *	Appointment confirmed     Appo…nfirmed
 *	Appointment cancelled     Appo…ncelled
 *	Laboratory result         Laboratory…
 */
#ifndef TEXT_ABRIDGE_H
#define TEXT_ABRIDGE_H

#include <stddef.h>

/* Cuts each of COUNT texts that takes more than its CELLS, at the end, with "…"; those that would then look like
 * another text in the middle, or before where they differ, as far as there is room. NULL is as good as "". The results,
 * each to be freed, go into OUT. */
void abridge(const char *const *texts, const int *cells, size_t count, char **out);

#endif
