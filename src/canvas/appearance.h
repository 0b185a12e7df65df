/*
 * appearance: what this user shows to the others on the board: where they are, what they do and what they see.
 */
#ifndef CANVAS_APPEARANCE_H
#define CANVAS_APPEARANCE_H

#include "live/presence.h"
#include "shell/mode.h"
#include "canvas/visit.h"

/* What to show now. VISIT may be NULL; the last key was pressed at TOUCHED_MS, by clock_span_ms(). */
struct presence_state appearance(const struct shell *shell, const struct visit *visit, int64_t touched_ms);

/* The slots in which this user sees the others: none while something else is shown instead of the board, all while they
 * look for people. */
struct place_rect appearance_sight(const struct shell *shell);

#endif
