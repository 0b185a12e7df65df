/*
 * kindword: recognises kinds of sticky in tables of other programs: by name, or by the colour of the paper, as a word
 * or a code.
 */
#ifndef IMPORT_KINDWORD_H
#define IMPORT_KINDWORD_H

#include <stdbool.h>

#include "model/kind.h"

/* Finds the kind for CELL: one of its names (model/kind.h), a colour such as "orange" or "주황색", a code such as
 * "#ff9d48", or the first of several labels that means a kind: "urgent, Event", "Event (orange)". The colours are those
 * of the usual notation of EventStorming. False, with *KIND unchanged, if there is none. */
bool kindword_parse(const char *cell, enum kind *kind);

/* Is COLOUR, a code, the one in which evstorm draws KIND? */
bool kindword_is_drawn(const char *colour, enum kind kind);

#endif
