/*
 * typing: typing a new sticky, or editing the text of one, on the canvas.
 */
#ifndef CANVAS_TYPING_H
#define CANVAS_TYPING_H

#include "draw/scene_board.h"
#include "shell/mode.h"
#include "canvas/draftfile.h"

extern const struct mode typing_mode;

/* Is a sticky being typed? If so, *DRAFT is what to draw of it, and *STICKY the sticky being edited, or 0 for a new
 * one. */
bool typing_draft(const struct shell *shell, struct draft *draft);
bool typing_is_on(const struct shell *shell, int64_t *sticky);

/* Call after hearing from the others: if the user was told that somebody edits a sticky, and nobody does any more,
 * tells them. */
void typing_look(struct shell *shell);

/* Fills DRAFT with where the user is and what they are typing; its text belongs to the mode. Restores both from
 * DRAFT. */
void typing_save(const struct shell *shell, struct draftfile *draft);
void typing_take_up(struct shell *shell, const struct draftfile *draft);

#endif
