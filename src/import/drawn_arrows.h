/*
 * drawn_arrows: the links and relations that the arrows of a drawing become.
 */
#ifndef IMPORT_DRAWN_ARROWS_H
#define IMPORT_DRAWN_ARROWS_H

#include "import/drawn_frames.h"

/* Makes them; STICKIES are the ids of shapes -> ids of stickies. What leads nowhere, or from a sticky to a context, is
 * left out of the sketch, and so is the text on a link. */
int drawn_arrows(struct drawn_frames *frames, const struct names *stickies, struct error *err);

#endif
