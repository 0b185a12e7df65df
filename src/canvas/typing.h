/*
 * typing: putting down a sticky, or changing its text, right on the canvas.
 */
#ifndef CANVAS_TYPING_H
#define CANVAS_TYPING_H

#include "draw/scene_board.h"
#include "shell/mode.h"
#include "canvas/draftfile.h"

extern const struct mode typing_mode;

/* Is a sticky being typed? Then *DRAFT is what of it is to be drawn; *STICKY the one whose text it is, or 0. */
bool typing_draft(const struct shell *shell, struct draft *draft);
bool typing_is_on(const struct shell *shell, int64_t *sticky);

/* The others have been heard: says that nobody edits a sticky any more about which that was said. */
void typing_look(struct shell *shell);

/* Where one is and what is being typed, to be kept; the text stays the mode's. Takes it up again. */
void typing_save(const struct shell *shell, struct draftfile *draft);
void typing_take_up(struct shell *shell, const struct draftfile *draft);

#endif
