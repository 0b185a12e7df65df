/*
 * abridge: cuts texts to a width in cells so that different texts still look different:
 *
 *	Appointment confirmed     Appo…nfirmed
 *	Appointment cancelled     Appo…ncelled
 *	Laboratory result         Laboratory…
 */
#ifndef TEXT_ABRIDGE_H
#define TEXT_ABRIDGE_H

#include <stddef.h>

/* Cuts each of COUNT texts that is wider than its CELLS, and puts "…" where it cuts: at the end; in the middle if the
 * text would then look like another; before the difference if it still does and there is room. NULL counts as "".
 * Puts the results into OUT; the caller frees each. */
void abridge(const char *const *texts, const int *cells, size_t count, char **out);

#endif
