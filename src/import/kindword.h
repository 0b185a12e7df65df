/*
 * kindword: what the cells of somebody else's table call a kind of sticky: by its name, or by the colour of its
 * paper, as a word or as a code.
 */
#ifndef IMPORT_KINDWORD_H
#define IMPORT_KINDWORD_H

#include <stdbool.h>

#include "model/kind.h"

/* Finds the kind that CELL means: a name of it (model/kind.h), "orange" or "주황색", "#ff9d48", or the first label of
 * several that means one: "urgent, Event", "Event (orange)". The colours are those
 * of the usual notation of EventStorming. False, with *KIND untouched, when it means none. */
bool kindword_parse(const char *cell, enum kind *kind);

#endif
